-- What a traveller told: a story, a passport, a drawing, as it was at that moment. What it was told from may change or go; what was told stays as it is.
CREATE TABLE telling (
    id TEXT NOT NULL, -- made by the browser; scoped to its owner
    owner TEXT NOT NULL, -- the traveller, and the holder of the key that seals it
    form TEXT NOT NULL, -- story, passport, cv, drawing, circle, self_story
    language TEXT NOT NULL, -- in which it was told: nl, en
    body BYTEA NOT NULL, -- sealed: its title, paper, ink and pages, as JSON with a format version; never changed
    told_at BIGINT NOT NULL, -- when it was told
    told_from TEXT, -- the id of the record it was told from; absent when it came from no record
    thrown_at BIGINT, -- when it went into the bin; absent while it is kept; 0 while the bin is emptied
    removal TEXT NOT NULL, -- what the ledger of removals calls it: a hash of owner and id
    PRIMARY KEY (id, owner)
);
CREATE INDEX telling_newest ON telling (owner, told_at, id);
CREATE INDEX telling_from ON telling (owner, told_from) WHERE told_from IS NOT NULL;
CREATE INDEX telling_thrown ON telling (thrown_at) WHERE thrown_at IS NOT NULL;

-- A photo, a drawing or a sound in it: a copy of its own, so that it stays when what it was copied from goes.
CREATE TABLE telling_part (
    id TEXT NOT NULL, -- follows from the telling and what it was copied from
    owner TEXT NOT NULL, -- the traveller, and the holder of the key that seals it
    telling TEXT NOT NULL, -- the telling's id
    position BIGINT NOT NULL, -- from 0, in order
    form TEXT NOT NULL, -- photo, drawing, sound
    file TEXT NOT NULL, -- the name of its file among the sealed media
    small_bytes BIGINT, -- of a photo: how many of the first bytes of its file are its small size; absent when there is none
    middle_bytes BIGINT, -- of a photo: how many of the bytes after that are its middle size; absent when there is none
    width BIGINT NOT NULL, -- of the largest size, in pixels; 0 for a sound
    height BIGINT NOT NULL, -- of the largest size, in pixels; 0 for a sound
    seconds BIGINT NOT NULL, -- of a sound; 0 for what is seen
    description BYTEA, -- sealed: what is to be seen or heard; absent when nothing was said
    removal TEXT NOT NULL, -- what the ledger of removals calls the telling: its parts go with it
    PRIMARY KEY (owner, telling, id)
);
