-- What a traveller takes along: an archive of their journey, packed once and there for a day. Its files pass through (School::passing).
CREATE TABLE taking (
    id TEXT NOT NULL, -- made by the browser; scoped to its owner
    owner TEXT NOT NULL, -- whose journey it is, and the holder of the key that seals it
    language TEXT NOT NULL, -- in which its pages are written: nl, en
    asked_at BIGINT NOT NULL, -- when it was asked for
    state TEXT NOT NULL, -- waiting, packing, ready, failed, ended
    done_bytes BIGINT NOT NULL, -- how much was packed
    all_bytes BIGINT NOT NULL, -- of how much; 0 while that is not known
    ends_at BIGINT NOT NULL, -- when it goes
    PRIMARY KEY (owner, id)
);
CREATE INDEX taking_in_hand ON taking (state, asked_at);

-- A file in such an archive, in its order.
CREATE TABLE taking_entry (
    taking TEXT NOT NULL, -- the archive's id
    owner TEXT NOT NULL, -- whose it is, and the holder of the key that seals it
    position BIGINT NOT NULL, -- from 0
    name BYTEA NOT NULL, -- sealed: its name in the archive
    own_file TEXT, -- a passing file, made for this; absent when it is somebody's lasting one
    of_file TEXT, -- the name of a file among the sealed media, of which this is a part
    begins BIGINT NOT NULL, -- where in that file it begins
    bytes BIGINT NOT NULL, -- how long it is
    crc BIGINT NOT NULL, -- CRC-32 of its bytes
    PRIMARY KEY (owner, taking, position)
);
