-- A moment at which the school asks its two questions anew (School §3: at the start and all along). The words are the school's own.
CREATE TABLE question_moment (
    id TEXT NOT NULL PRIMARY KEY, -- made by the browser
    name TEXT NOT NULL, -- what the school calls it: "na de eerste stage"
    opens_at BIGINT NOT NULL, -- from when it is asked
    withdrawn_at BIGINT -- from when it is asked no more; absent while it stands
);
CREATE INDEX question_moment_opens ON question_moment (opens_at);

-- What somebody put off: the question of one moment.
CREATE TABLE question_later (
    owner TEXT NOT NULL, -- who put it off
    moment TEXT NOT NULL, -- the moment's id; empty: the start
    asks_again_at BIGINT, -- from when it is asked again; absent: not before another moment opens
    PRIMARY KEY (owner, moment)
);
