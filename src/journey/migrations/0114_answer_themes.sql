-- What the school does with answers that point the same way (School §3: who asks, changes too). The words are the school's own, never a student's.
CREATE TABLE answer_theme (
    id TEXT NOT NULL PRIMARY KEY, -- made by the browser, and the holder of the key that seals it
    body BYTEA NOT NULL, -- sealed: its name and what the school does with it, as JSON
    made_at BIGINT NOT NULL, -- when it was made
    change TEXT NOT NULL DEFAULT '', -- the id of the last reply, made by the browser; empty: none yet
    answered_at BIGINT -- from when all may read it; absent while nobody may
);

-- An answer that staff laid under a theme. It counts while it has been shared since then.
CREATE TABLE theme_answer (
    theme TEXT NOT NULL, -- the theme's id
    owner TEXT NOT NULL, -- who answered
    answer TEXT NOT NULL, -- the answer's id
    picked_at BIGINT NOT NULL, -- when it was laid there
    removal TEXT NOT NULL, -- what the ledger of removals calls the answer: it goes along
    PRIMARY KEY (theme, owner, answer)
);
CREATE INDEX theme_answer_owner ON theme_answer (owner, answer);
