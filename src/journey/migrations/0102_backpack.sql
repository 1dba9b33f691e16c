-- What is kept is more than words: pictures, drawings and sounds hang on it; it can be marked, changed, and thrown away for a week.
ALTER TABLE kept_thing ADD COLUMN marks BYTEA; -- sealed: kind, competences, symbol (backpack/marks.hpp); absent without any
ALTER TABLE kept_thing ADD COLUMN happened_from BIGINT; -- when it happened, as the owner said it: the first moment that can be meant; absent when not said
ALTER TABLE kept_thing ADD COLUMN happened_until BIGINT; -- the first moment after it
ALTER TABLE kept_thing ADD COLUMN happened_said TEXT; -- how precisely: day, … unknown (visits/period.hpp)
ALTER TABLE kept_thing ADD COLUMN change TEXT NOT NULL DEFAULT ''; -- the id of the last change, made by the browser; empty while it is as it was kept
ALTER TABLE kept_thing ADD COLUMN thrown_at BIGINT; -- when it went into the bin; absent while it is kept
CREATE INDEX kept_thing_thrown ON kept_thing (thrown_at) WHERE thrown_at IS NOT NULL;

-- A photo, a drawing or a sound of a kept thing.
CREATE TABLE kept_part (
    id TEXT NOT NULL, -- its own; of a picture from before this table the thing's
    owner TEXT NOT NULL, -- the traveller, and the holder of the key that seals it
    thing TEXT NOT NULL, -- the kept thing's id
    position BIGINT NOT NULL, -- from 0, in the order in which they are shown
    form TEXT NOT NULL, -- photo, drawing, sound
    file TEXT NOT NULL, -- the name of its file among the sealed media: a photo's sizes one behind the other, the smallest first
    small_bytes BIGINT, -- how much of the file is the smallest size; absent when there is one size alone
    middle_bytes BIGINT, -- and the middle one, behind it
    width BIGINT NOT NULL, -- of the largest size, in pixels; 0 for a sound
    height BIGINT NOT NULL, -- the same, downwards
    seconds BIGINT NOT NULL, -- how long a sound is; 0 for a picture
    description BYTEA, -- sealed: the part in words; absent when nothing was said
    removal TEXT NOT NULL, -- what the ledger of removals calls it: a hash of owner and id
    PRIMARY KEY (owner, id)
);
CREATE INDEX kept_part_of_thing ON kept_part (owner, thing, position);
INSERT INTO kept_part (id, owner, thing, position, form, file, width, height, seconds, description, removal)
SELECT id, owner, id, 0, 'drawing', picture, 960, 720, 0, picture_description, removal FROM kept_thing WHERE picture IS NOT NULL;
ALTER TABLE kept_thing DROP COLUMN picture;
ALTER TABLE kept_thing DROP COLUMN picture_description;

-- How a kept thing was before it was changed, for its owner alone.
CREATE TABLE kept_version (
    id TEXT NOT NULL, -- the id of the change that replaced it
    owner TEXT NOT NULL, -- the traveller, and the holder of the key that seals it
    thing TEXT NOT NULL, -- the kept thing's id
    words BYTEA NOT NULL, -- sealed: what was written then
    replaced_at BIGINT NOT NULL, -- when it was changed
    removal TEXT NOT NULL, -- what the ledger of removals calls the thing: its versions go with it
    PRIMARY KEY (owner, id)
);
CREATE INDEX kept_version_of_thing ON kept_version (owner, thing, replaced_at);
