-- begin_taking: once by one id (primary key)
INSERT INTO taking (id, owner, form, language, asked_at, state, done_bytes, all_bytes, ends_at)
VALUES (:id, :owner, :form, :language, :now, 'waiting', 0, 0, :ends_at)
ON CONFLICT (owner, id) DO NOTHING;

-- being_packed: the one of that form that the viewer asked for and that is not ready (primary key)
SELECT id FROM taking WHERE owner = :viewer AND form = :form AND state IN ('waiting', 'packing') AND ends_at > :now ORDER BY asked_at LIMIT 1;

-- was_asked: whether the viewer asked by that id (primary key)
SELECT id FROM taking WHERE owner = :viewer AND id = :id;

-- end_takings_of_form: those of a traveller that a new one takes the place of (primary key)
UPDATE taking SET state = 'ended' WHERE owner = :owner AND form = :form AND state <> 'ended';

-- end_takings: all of a traveller (primary key)
UPDATE taking SET state = 'ended' WHERE owner = :owner AND state <> 'ended';

-- find_taking: the viewer's own (primary key)
SELECT id, owner, language, asked_at, state, done_bytes, all_bytes, ends_at, form
FROM taking
WHERE owner = :viewer AND id = :id AND state <> 'ended' AND ends_at > :now;

-- last_taking: the viewer's own of that form, asked for last (primary key)
SELECT id, owner, language, asked_at, state, done_bytes, all_bytes, ends_at, form
FROM taking
WHERE owner = :viewer AND form = :form AND state <> 'ended' AND ends_at > :now
ORDER BY asked_at DESC, id DESC
LIMIT 1;

-- next_taking: the one that waits longest, whoever's it is (index taking_in_hand)
SELECT id, owner, language, asked_at, state, done_bytes, all_bytes, ends_at, form
FROM taking
WHERE state IN ('packing', 'waiting')
ORDER BY state, asked_at
LIMIT 1;

-- packed_so_far: (primary key)
UPDATE taking SET state = 'packing', done_bytes = :done, all_bytes = :all
WHERE owner = :owner AND id = :id AND state IN ('waiting', 'packing');

-- taking_ready: (primary key)
UPDATE taking SET state = 'ready', done_bytes = all_bytes WHERE owner = :owner AND id = :id AND state = 'packing';

-- taking_failed: (primary key)
UPDATE taking SET state = 'failed' WHERE owner = :owner AND id = :id AND state IN ('waiting', 'packing');

-- add_entry: (primary key)
INSERT INTO taking_entry (taking, owner, position, name, own_file, of_file, begins, bytes, crc)
VALUES (:taking, :owner, :position, :name, :own_file, :of_file, :begins, :bytes, :crc);

-- entries_of: in order (primary key)
SELECT position, name, own_file, of_file, begins, bytes, crc
FROM taking_entry
WHERE owner = :owner AND taking = :taking
ORDER BY position;

-- takings_over: those that ended, whoever's they are (a few rows)
SELECT owner, id FROM taking WHERE state = 'ended' OR ends_at <= :now;

-- own_files_of: (primary key)
SELECT own_file FROM taking_entry WHERE owner = :owner AND taking = :taking AND own_file IS NOT NULL;

-- remove_entries: (primary key)
DELETE FROM taking_entry WHERE owner = :owner AND taking = :taking;

-- remove_taking: (primary key)
DELETE FROM taking WHERE owner = :owner AND id = :id;

-- passing_files_of_person: of all they take along (primary key)
SELECT own_file FROM taking_entry WHERE owner = :person AND own_file IS NOT NULL;

-- erase_entries: (primary key)
DELETE FROM taking_entry WHERE owner = :person;

-- erase_takings: (primary key)
DELETE FROM taking WHERE owner = :person;
