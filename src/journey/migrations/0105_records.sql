-- What a traveller makes beside what they keep: an insight, a bearing, a wish, the draft of a story. All kinds in one table: one bin, one way of changing.
CREATE TABLE own_record (
    id TEXT NOT NULL, -- made by the browser; scoped to its owner
    owner TEXT NOT NULL, -- the traveller, and the holder of the key that seals it
    kind TEXT NOT NULL, -- insight, self_story, rim, bearing, circle, wish, post, story, stamp, passport, cv, competences, answer
    body BYTEA NOT NULL, -- sealed: what it says, as JSON with a format version
    made_at BIGINT NOT NULL, -- when it was made
    change TEXT NOT NULL DEFAULT '', -- the id of the last change, made by the browser; empty while it is as it was made
    thrown_at BIGINT, -- when it went into the bin; absent while it is kept; 0 while the bin is emptied
    removal TEXT NOT NULL, -- what the ledger of removals calls it: a hash of owner and id
    PRIMARY KEY (id, owner)
);
CREATE INDEX own_record_newest ON own_record (owner, kind, made_at, id);
CREATE INDEX own_record_thrown ON own_record (thrown_at) WHERE thrown_at IS NOT NULL;
-- Of these one has one: a second device's first one asks, and makes no second one.
CREATE UNIQUE INDEX own_record_single ON own_record (owner, kind) WHERE thrown_at IS NULL AND kind IN ('rim', 'circle', 'self_story', 'passport', 'competences');

-- What a record said before it was changed, for its owner alone.
CREATE TABLE own_record_version (
    id TEXT NOT NULL, -- the id of the change that replaced it
    owner TEXT NOT NULL, -- the traveller, and the holder of the key that seals it
    record TEXT NOT NULL, -- the record's id
    body BYTEA NOT NULL, -- sealed: what it said then
    replaced_at BIGINT NOT NULL, -- when it was changed
    removal TEXT NOT NULL, -- what the ledger of removals calls the record: its versions go with it
    PRIMARY KEY (owner, id)
);
CREATE INDEX own_record_version_of ON own_record_version (owner, record, replaced_at);

-- What a record came from, or lies beside. It stays when that is gone; no grant carries it along.
CREATE TABLE own_link (
    owner TEXT NOT NULL, -- the traveller
    from_record TEXT NOT NULL, -- the record's id
    to_kind TEXT NOT NULL, -- kept_thing, or the kind of a record
    to_id TEXT NOT NULL, -- the id of what it came from; of the same owner
    position BIGINT NOT NULL, -- from 0, in order
    removal TEXT NOT NULL, -- what the ledger of removals calls the record: its links go with it
    PRIMARY KEY (owner, from_record, position)
);
CREATE INDEX own_link_to ON own_link (owner, to_kind, to_id);

-- Photos, drawings and sounds hang on records as well; who may see one kind sees nothing of another with the same id.
ALTER TABLE kept_part ADD COLUMN of_kind TEXT NOT NULL DEFAULT 'kept_thing'; -- what it hangs on: kept_thing, or the kind of a record
