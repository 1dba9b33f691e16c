-- Where a traveller is and was. Several places at once; a place again is a row again.
CREATE TABLE place_visit (
    id TEXT NOT NULL, -- made by the browser; scoped to its owner
    owner TEXT NOT NULL, -- the traveller
    place TEXT NOT NULL, -- the place's id on the map
    place_name TEXT NOT NULL, -- what the place was called then, for when the school takes it off its map
    began_at BIGINT NOT NULL, -- when the traveller said to be here
    ended_at BIGINT, -- when they said to go on; absent while still here
    PRIMARY KEY (owner, id)
);
CREATE UNIQUE INDEX place_visit_open ON place_visit (owner, place) WHERE ended_at IS NULL;

-- What a traveller keeps, at a place or loose.
CREATE TABLE kept_thing (
    id TEXT NOT NULL, -- made by the browser; scoped to its owner
    owner TEXT NOT NULL, -- the traveller, and the holder of the key that seals it
    place TEXT NOT NULL, -- the place's id on the map, empty for loose
    place_name TEXT NOT NULL, -- what the place was called then, empty for loose
    words BYTEA NOT NULL, -- sealed: what was written
    kept_at BIGINT NOT NULL, -- when it was kept
    removal TEXT NOT NULL, -- what the ledger of removals calls it: a hash of owner and id, so that nobody's removal is another's
    picture TEXT, -- the name of its file among the sealed media
    picture_description BYTEA, -- sealed: the picture in words; absent without a picture
    PRIMARY KEY (id, owner)
);
CREATE INDEX kept_thing_newest ON kept_thing (owner, kept_at, id);
CREATE INDEX kept_thing_at_place ON kept_thing (owner, place, kept_at, id);
