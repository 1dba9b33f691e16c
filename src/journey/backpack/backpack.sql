-- keep_thing: not twice by one id (primary key)
INSERT INTO kept_thing (id, owner, place, place_name, words, kept_at, removal, marks, happened_from, happened_until, happened_said)
VALUES (:id, :owner, :place, :place_name, :words, :kept_at, :removal, :marks, :happened_from, :happened_until, :happened_said)
ON CONFLICT (id, owner) DO NOTHING;

-- kept_moment: when the viewer kept that thing, to go on after it (primary key)
SELECT kept_at FROM kept_thing WHERE id = :id AND owner = :viewer;

-- things_of: the viewer's own, newest first, older than a moment and id (index kept_thing_newest)
SELECT id, owner, place, place_name, words, kept_at, marks, happened_from, happened_until, happened_said, change, thrown_at
FROM kept_thing
WHERE owner = :viewer AND (kept_at, id) < (:before_moment, :before_id) AND thrown_at IS NULL
ORDER BY kept_at DESC, id DESC
LIMIT :most;

-- things_at: the same, at one place (index kept_thing_at_place)
SELECT id, owner, place, place_name, words, kept_at, marks, happened_from, happened_until, happened_said, change, thrown_at
FROM kept_thing
WHERE owner = :viewer AND place = :place AND (kept_at, id) < (:before_moment, :before_id) AND thrown_at IS NULL
ORDER BY kept_at DESC, id DESC
LIMIT :most;

-- pictured_things: the viewer's own with a photo or a drawing, newest first, older than a moment and id (indexes kept_thing_newest and kept_part_of_thing)
SELECT id, owner, place, place_name, words, kept_at, marks, happened_from, happened_until, happened_said, change, thrown_at
FROM kept_thing
WHERE owner = :viewer AND (kept_at, id) < (:before_moment, :before_id) AND thrown_at IS NULL
  AND id IN (SELECT part.thing FROM kept_part AS part WHERE part.owner = :viewer AND part.of_kind = 'kept_thing' AND part.form <> 'sound')
ORDER BY kept_at DESC, id DESC
LIMIT :most;

-- unpictured_things: the same without one
SELECT id, owner, place, place_name, words, kept_at, marks, happened_from, happened_until, happened_said, change, thrown_at
FROM kept_thing
WHERE owner = :viewer AND (kept_at, id) < (:before_moment, :before_id) AND thrown_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM kept_part AS part WHERE part.owner = :viewer AND part.thing = kept_thing.id AND part.of_kind = 'kept_thing' AND part.form <> 'sound')
ORDER BY kept_at DESC, id DESC
LIMIT :most;

-- kept_between: the viewer's own from a moment to before a moment, newest first (index kept_thing_newest)
SELECT id, owner, place, place_name, words, kept_at, marks, happened_from, happened_until, happened_said, change, thrown_at
FROM kept_thing
WHERE owner = :viewer AND kept_at >= :from AND kept_at < :until AND thrown_at IS NULL
ORDER BY kept_at DESC, id DESC;

-- last_kept_between: the same, at most so many (index kept_thing_newest)
SELECT id, owner, place, place_name, words, kept_at, marks, happened_from, happened_until, happened_said, change, thrown_at
FROM kept_thing
WHERE owner = :viewer AND kept_at >= :from AND kept_at < :until AND thrown_at IS NULL
ORDER BY kept_at DESC, id DESC
LIMIT :most;

-- kept_nearest: the viewer's own, kept from a moment to before a moment, the one that comes closest to a third (index kept_thing_newest)
SELECT id, owner, place, place_name, words, kept_at, marks, happened_from, happened_until, happened_said, change, thrown_at
FROM kept_thing
WHERE owner = :viewer AND kept_at >= :from AND kept_at < :until AND thrown_at IS NULL
ORDER BY ABS(kept_at - :moment), id
LIMIT 1;

-- shelves: the places where the viewer kept something, with what each was called; from one place to the next, however much lies there (index kept_thing_shelf)
WITH RECURSIVE shelf (place) AS (
    SELECT MIN(place) FROM kept_thing WHERE owner = :viewer AND thrown_at IS NULL AND place > ''
    UNION ALL
    SELECT (SELECT MIN(place) FROM kept_thing WHERE owner = :viewer AND thrown_at IS NULL AND place > shelf.place) FROM shelf WHERE shelf.place IS NOT NULL
)
SELECT place, (SELECT MAX(place_name) FROM kept_thing WHERE owner = :viewer AND thrown_at IS NULL AND place = shelf.place)
FROM shelf
WHERE place IS NOT NULL;

-- oldest_kept: when the viewer began to keep things (index kept_thing_newest)
SELECT MIN(kept_at) FROM kept_thing WHERE owner = :viewer AND thrown_at IS NULL;

-- things_in_bin: the viewer's own, thrown away last first (index kept_thing_newest)
SELECT id, owner, place, place_name, words, kept_at, marks, happened_from, happened_until, happened_said, change, thrown_at
FROM kept_thing
WHERE owner = :viewer AND thrown_at > 0
ORDER BY thrown_at DESC, id DESC;

-- own_thing: the viewer's own, unless it is on its way out of the bin (primary key)
SELECT id, owner, place, place_name, words, kept_at, marks, happened_from, happened_until, happened_said, change, thrown_at
FROM kept_thing
WHERE id = :id AND owner = :viewer AND (thrown_at IS NULL OR thrown_at > 0);

-- named_things: the viewer's own, named by their ids one behind the other, in that order (primary key); CROSS: SQLite would walk all of theirs for every name
WITH RECURSIVE named (at) AS (SELECT 1 UNION ALL SELECT at + 26 FROM named WHERE at + 26 < LENGTH(CAST(:ids AS TEXT)))
SELECT t.id, t.owner, t.place, t.place_name, t.words, t.kept_at, t.marks, t.happened_from, t.happened_until, t.happened_said, t.change, t.thrown_at
FROM named CROSS JOIN kept_thing t
WHERE t.id = SUBSTR(CAST(:ids AS TEXT), named.at, 26) AND t.owner = :viewer AND t.thrown_at IS NULL
ORDER BY named.at;

-- parts_of_things: of the viewer's things from one id to another, in order (index kept_part_of_thing)
SELECT thing, id, form, file, small_bytes, middle_bytes, width, height, seconds, description
FROM kept_part
WHERE owner = :viewer AND thing >= :first AND thing <= :last AND of_kind = 'kept_thing'
ORDER BY thing, position;

-- parts_of_named_things: the same of those named by their ids one behind the other (index kept_part_of_thing); CROSS as for named_things
WITH RECURSIVE named (at) AS (SELECT 1 UNION ALL SELECT at + 26 FROM named WHERE at + 26 < LENGTH(CAST(:ids AS TEXT)))
SELECT p.thing, p.id, p.form, p.file, p.small_bytes, p.middle_bytes, p.width, p.height, p.seconds, p.description
FROM named CROSS JOIN kept_part p
WHERE p.thing = SUBSTR(CAST(:ids AS TEXT), named.at, 26) AND p.owner = :viewer AND p.of_kind = 'kept_thing'
ORDER BY p.thing, p.position;

-- thing_owners: whose things have this id, the viewer's own first (primary key); what may be read is decided for each
SELECT owner
FROM kept_thing
WHERE id = :id
ORDER BY CASE WHEN owner = :viewer THEN 0 ELSE 1 END;
