-- A conversation of staff about a figure: what they see, how they explain it, what they ask and what they do. Words of the school, about groups; never about one student.
CREATE TABLE story (
    id TEXT NOT NULL PRIMARY KEY, -- made by the browser, and the holder of the key that seals it
    address TEXT NOT NULL, -- where the figure stands: a page below /stroom and what it is asked, as the program writes it
    body BYTEA NOT NULL, -- sealed: what the conversation is for, and the figure as it was when it began, as JSON
    began_at BIGINT NOT NULL, -- when it began
    closed_at BIGINT -- when it was closed; absent while it is open
);
CREATE INDEX story_address ON story (address);

-- Something said in it.
CREATE TABLE story_line (
    id TEXT NOT NULL PRIMARY KEY, -- made by the browser
    story TEXT NOT NULL, -- in which conversation
    kind TEXT NOT NULL, -- seen, explanation, question, action, outcome
    about TEXT, -- of an outcome: the action it came of; absent otherwise
    month BIGINT, -- of an action: by when, 202612; absent otherwise
    body BYTEA NOT NULL, -- sealed under the conversation: the words, and of an action who does it
    change TEXT NOT NULL, -- the id of the last change, made by the browser
    written_at BIGINT NOT NULL -- when it was written
);
CREATE INDEX story_line_story ON story_line (story, written_at);
CREATE INDEX story_line_about ON story_line (about);

-- Who wrote it. A table of its own: when somebody is forgotten this goes, here and in every backup, and the school keeps its words.
CREATE TABLE story_author (
    line TEXT NOT NULL PRIMARY KEY, -- the line's id
    person TEXT NOT NULL -- who wrote it
);
CREATE INDEX story_author_person ON story_author (person);
