-- What somebody with whom a thing is shared says back: words, a symbol, or both. For the thing's owner and its author alone.
CREATE TABLE kept_reaction (
    id TEXT NOT NULL, -- made by the author's browser; scoped to the author
    owner TEXT NOT NULL, -- whose thing it is, and the holder of the key that seals it
    thing TEXT NOT NULL, -- the kept thing's id
    author TEXT NOT NULL, -- who says it; it goes when they are erased
    words BYTEA, -- sealed: what was written; absent when a symbol alone was chosen
    symbol BYTEA, -- sealed: the symbol's code; absent when none was chosen
    made_at BIGINT NOT NULL, -- when it was sent
    removal TEXT NOT NULL, -- what addresses and the ledger of removals call it: a hash of author and id
    PRIMARY KEY (author, id)
);
CREATE INDEX kept_reaction_of_thing ON kept_reaction (owner, thing, made_at);
CREATE UNIQUE INDEX kept_reaction_removal ON kept_reaction (removal);
