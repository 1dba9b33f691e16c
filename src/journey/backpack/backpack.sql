-- keep_thing: not twice by one id (primary key)
INSERT INTO kept_thing (id, owner, place, place_name, words, kept_at, removal, picture, picture_description)
VALUES (:id, :owner, :place, :place_name, :words, :kept_at, :removal, :picture, :picture_description)
ON CONFLICT (id, owner) DO NOTHING;

-- kept_moment: when the viewer kept that thing, to go on after it (primary key)
SELECT kept_at FROM kept_thing WHERE id = :id AND owner = :viewer;

-- things_of: the viewer's own, newest first, older than a moment and id (index kept_thing_newest)
SELECT id, owner, place, place_name, words, kept_at, picture, picture_description
FROM kept_thing
WHERE owner = :viewer AND (kept_at, id) < (:before_moment, :before_id)
ORDER BY kept_at DESC, id DESC
LIMIT :most;

-- things_at: the same, at one place (index kept_thing_at_place)
SELECT id, owner, place, place_name, words, kept_at, picture, picture_description
FROM kept_thing
WHERE owner = :viewer AND place = :place AND (kept_at, id) < (:before_moment, :before_id)
ORDER BY kept_at DESC, id DESC
LIMIT :most;

-- own_thing: the viewer's own (primary key)
SELECT id, owner, place, place_name, words, kept_at, picture, picture_description
FROM kept_thing
WHERE id = :id AND owner = :viewer;

-- thing_owners: whose things have this id, the viewer's own first (primary key); what may be read is decided for each
SELECT owner
FROM kept_thing
WHERE id = :id
ORDER BY CASE WHEN owner = :viewer THEN 0 ELSE 1 END;

-- remove_thing: for good (primary key)
DELETE FROM kept_thing WHERE id = :id AND owner = :viewer;
