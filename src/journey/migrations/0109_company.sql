-- Who travels along with a traveller for a part of the journey (Reis 2: company is for a while). What the companion sees of it are grants of their own, each with this company's end.
CREATE TABLE travel_company (
    id TEXT NOT NULL, -- made by the browser of who invites; scoped to its owner
    owner TEXT NOT NULL, -- the traveller, and the holder of the key that seals it
    companion TEXT NOT NULL, -- who travels along; it goes when they are erased
    body BYTEA NOT NULL, -- sealed: what the companion is to the traveller, for what part of the journey, what was picked, as JSON
    begins_at BIGINT NOT NULL, -- when the companion was invited
    closes_at BIGINT, -- from when they travel along no more; absent: until the traveller ends it
    removal TEXT NOT NULL, -- what addresses and the ledger of removals call it: a hash of owner and id
    PRIMARY KEY (owner, id)
);
CREATE UNIQUE INDEX travel_company_removal ON travel_company (removal);
CREATE INDEX travel_company_companion ON travel_company (companion);
