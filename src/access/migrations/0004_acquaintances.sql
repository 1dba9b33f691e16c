-- Two people who said yes to each other: each can choose the other to share something with. Nobody else sees that they know each other.
CREATE TABLE acquaintance (
    id TEXT NOT NULL PRIMARY KEY, -- also what the ledger of removals calls it
    one TEXT NOT NULL, -- who showed a code, or invited somebody from outside the school
    other TEXT NOT NULL, -- who said yes
    since BIGINT NOT NULL -- when they said yes
);
CREATE UNIQUE INDEX acquaintance_pair ON acquaintance (one, other);
CREATE INDEX acquaintance_other ON acquaintance (other);

-- A code to get to know the one who made it: shown, or mailed to somebody outside the school. It works once.
CREATE TABLE acquaintance_code (
    hash TEXT NOT NULL PRIMARY KEY, -- SHA-256 of the code; the code itself is not kept
    maker TEXT NOT NULL, -- who wants to be known
    name TEXT NOT NULL, -- what the maker calls who it was mailed to; empty when it is shown, and once it was used
    sent_to TEXT NOT NULL, -- the address it was mailed to; empty when it is shown, and once it was used
    ends_at BIGINT NOT NULL, -- no use from this moment on
    used_at BIGINT -- when it was used or withdrawn
);
CREATE INDEX acquaintance_code_maker ON acquaintance_code (maker);
