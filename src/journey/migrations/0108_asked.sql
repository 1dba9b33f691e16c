-- One person asks another one thing. Whoever is asked may answer, put it aside, or leave it; who asked is not told.
CREATE TABLE asked (
    id TEXT NOT NULL, -- made by the browser of who asks; scoped to the two of them
    owner TEXT NOT NULL, -- the traveller, and the holder of the key that seals it
    companion TEXT NOT NULL, -- the other; it goes when they are erased
    kind TEXT NOT NULL, -- react: the owner asks the companion to say something back; compass: the companion asks the owner how the compass stands
    about_kind TEXT NOT NULL, -- of what it is about: its table, or the kind of a record
    about TEXT NOT NULL, -- its id: of what is shared, or of the company in which they travel
    words BYTEA, -- sealed: what the owner wrote with it; absent when nothing was
    asked_at BIGINT NOT NULL, -- when it was asked
    ends_at BIGINT, -- from when it stands nowhere; absent: until it is closed
    closed_at BIGINT, -- when it was answered, put aside, or asked anew; absent while it stands
    removal TEXT NOT NULL, -- what addresses and the ledger of removals call it: a hash of who asks, who is asked and id
    PRIMARY KEY (owner, companion, kind, id)
);
CREATE UNIQUE INDEX asked_open ON asked (owner, companion, kind, about_kind, about) WHERE closed_at IS NULL;
CREATE UNIQUE INDEX asked_removal ON asked (removal);
CREATE INDEX asked_companion ON asked (companion);
CREATE INDEX asked_about ON asked (owner, about_kind, about);
