-- Who saw or changed what of somebody else. Rows are only added; position and hash are set once, by the sequencer.
CREATE TABLE audit_entry (
    id TEXT NOT NULL PRIMARY KEY, -- the row's own id
    moment BIGINT NOT NULL, -- when it happened
    actor TEXT NOT NULL, -- the person who did it
    deed TEXT NOT NULL, -- what was done, one of the codes of Deed
    subject TEXT, -- the person whose thing or account it was, if any
    about TEXT NOT NULL, -- kind and id of the thing, never its content
    position BIGINT, -- place in the chain: 1, 2, 3 …; absent until the sequencer came by
    hash TEXT -- SHA-256 of the hash before and this row, 64 hexadecimal digits; absent until chained
);
CREATE UNIQUE INDEX audit_entry_position ON audit_entry (position);
CREATE INDEX audit_entry_unchained ON audit_entry (moment, id) WHERE position IS NULL;
CREATE INDEX audit_entry_subject ON audit_entry (subject, moment);

-- How long the chain is and how it ends, kept beside it so that a cut tail is found.
CREATE TABLE audit_head (
    one BIGINT NOT NULL PRIMARY KEY, -- always 1: there is one head
    position BIGINT NOT NULL, -- the number of chained rows
    hash TEXT NOT NULL -- the hash of the last one, empty when there is none
);

-- Mail that waits to be sent. A row goes when its mail went.
CREATE TABLE mail_outbox (
    id TEXT NOT NULL PRIMARY KEY, -- also in its Message-ID, so that a mail sent twice is known as one
    recipient TEXT NOT NULL, -- the address it goes to
    subject TEXT NOT NULL, -- one line without personal data
    body TEXT NOT NULL, -- plain text; emptied when sending is given up
    written_at BIGINT NOT NULL, -- when it was put here
    attempts BIGINT NOT NULL, -- how often sending was tried
    next_attempt BIGINT -- when to try; absent when given up
);
CREATE INDEX mail_outbox_next ON mail_outbox (next_attempt);
