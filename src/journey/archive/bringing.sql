-- begin_bringing: once by one id (primary key)
INSERT INTO bringing (id, owner, name, bytes, state, found, objects, unpacked, begun_at, worked_at, ends_at)
VALUES (:id, :owner, :name, :bytes, 'receiving', NULL, 0, 0, :now, :now, :ends_at)
ON CONFLICT (owner, id) DO NOTHING;

-- lock_bringing: the viewer's own are changed one after the other (primary key)
UPDATE bringing SET worked_at = worked_at WHERE owner = :owner;

-- find_bringing: the viewer's own (primary key)
SELECT id, owner, name, bytes, state, found, objects, unpacked, begun_at, ends_at
FROM bringing
WHERE owner = :viewer AND id = :id AND ends_at > :now;

-- bringings_of: the viewer's own, begun last first (primary key)
SELECT id, owner, name, bytes, state, found, objects, unpacked, begun_at, ends_at
FROM bringing
WHERE owner = :viewer AND ends_at > :now
ORDER BY begun_at DESC, id DESC;

-- next_bringing: the one that waited longest, whoever's it is (index bringing_in_hand)
SELECT id, owner, name, bytes, state, found, objects, unpacked, begun_at, ends_at
FROM bringing
WHERE state IN ('looking', 'unpacking') AND ends_at > :now
ORDER BY worked_at, id
LIMIT 1;

-- take_in_hand: (primary key)
UPDATE bringing SET worked_at = :now WHERE owner = :owner AND id = :id;

-- add_piece: the first of each number stays; of one that is still coming in (primary keys)
INSERT INTO bringing_piece (bringing, owner, number, file)
SELECT :id, :owner, :number, :file
WHERE EXISTS (SELECT 1 FROM bringing b WHERE b.owner = :owner AND b.id = :id AND b.state = 'receiving')
ON CONFLICT (owner, bringing, number) DO NOTHING;

-- pieces_of: in order (primary key)
SELECT number, file FROM bringing_piece WHERE owner = :owner AND bringing = :id ORDER BY number;

-- ask_to_look: of one all of which is there (primary keys)
UPDATE bringing SET state = 'looking'
WHERE owner = :owner AND id = :id AND state = 'receiving'
  AND (SELECT COUNT(*) FROM bringing_piece p WHERE p.owner = bringing.owner AND p.bringing = bringing.id) = :pieces;

-- ask_to_unpack: (primary key)
UPDATE bringing SET state = 'unpacking', ends_at = :ends_at WHERE owner = :owner AND id = :id AND state = 'looked';

-- looked_into: (primary key)
UPDATE bringing SET state = 'looked', found = :found, objects = :objects WHERE owner = :owner AND id = :id AND state = 'looking';

-- tried: (primary key)
UPDATE bringing SET found = :found WHERE owner = :owner AND id = :id AND state IN ('looking', 'unpacking');

-- unpacked_so_far: one object after the other (primary key)
UPDATE bringing SET found = :found, unpacked = :unpacked WHERE owner = :owner AND id = :id AND state = 'unpacking' AND unpacked = :before;

-- finish_bringing: (primary key)
UPDATE bringing SET state = :state, found = :found WHERE owner = :owner AND id = :id AND state IN ('looking', 'unpacking');

-- bringings_over: whoever's they are (a few rows)
SELECT owner, id FROM bringing WHERE ends_at <= :now;

-- remove_pieces: (primary key)
DELETE FROM bringing_piece WHERE owner = :owner AND bringing = :id;

-- remove_bringing: (primary key)
DELETE FROM bringing WHERE owner = :owner AND id = :id;

-- brought_files_of_person: of all they bring in (primary key)
SELECT file FROM bringing_piece WHERE owner = :person;

-- erase_pieces: (primary key)
DELETE FROM bringing_piece WHERE owner = :person;

-- erase_bringings: (primary key)
DELETE FROM bringing WHERE owner = :person;
