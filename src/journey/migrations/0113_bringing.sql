-- A journey that a traveller brings in from another school: an archive that comes in pieces, is looked into, and is unpacked object by object. One at a time
-- a person, for two days. Its pieces pass through (School::passing).
CREATE TABLE bringing (
    id TEXT NOT NULL, -- made by the browser; scoped to its owner
    owner TEXT NOT NULL, -- who brings it, and the holder of the key that seals it
    name BYTEA NOT NULL, -- sealed: what the file is called on their device, so that they find it again
    bytes BIGINT NOT NULL, -- how large it is
    state TEXT NOT NULL, -- receiving, looking, looked, unpacking, done, failed
    found BYTEA, -- sealed: whose it is, from where and when, and what could not be unpacked, as JSON; absent until it was looked into
    objects BIGINT NOT NULL, -- how many there are in it; 0 until it was looked into
    unpacked BIGINT NOT NULL, -- how many of them were unpacked: where to go on
    begun_at BIGINT NOT NULL, -- when it was begun
    worked_at BIGINT NOT NULL, -- when the porter last took it in hand: who waits longest comes first
    ends_at BIGINT NOT NULL, -- when it goes
    PRIMARY KEY (owner, id)
);
CREATE INDEX bringing_in_hand ON bringing (state, worked_at);

-- A piece of such an archive, which may come in any order.
CREATE TABLE bringing_piece (
    bringing TEXT NOT NULL, -- the archive's id
    owner TEXT NOT NULL, -- whose it is, and the holder of the key that seals it
    number BIGINT NOT NULL, -- from 0: all are 8 MB, but the last
    file TEXT NOT NULL, -- the name of its passing file
    PRIMARY KEY (owner, bringing, number)
);
