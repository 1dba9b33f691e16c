-- keep_telling: not twice by one id (primary key)
INSERT INTO telling (id, owner, form, language, body, told_at, told_from, removal)
VALUES (:id, :owner, :form, :language, :body, :told_at, :told_from, :removal)
ON CONFLICT DO NOTHING;

-- keep_told_part: its own copy of a photo, a drawing or a sound
INSERT INTO telling_part (id, owner, telling, position, form, file, small_bytes, middle_bytes, width, height, seconds, description, removal)
VALUES (:id, :owner, :telling, :position, :form, :file, :small_bytes, :middle_bytes, :width, :height, :seconds, :description, :removal);

-- telling_moment: when the viewer told that, to go on after it (primary key)
SELECT told_at FROM telling WHERE id = :id AND owner = :viewer;

-- tellings_of: the viewer's own, newest first, older than a moment and id (index telling_newest)
SELECT id, owner, form, language, body, told_at, told_from, thrown_at
FROM telling
WHERE owner = :viewer AND (told_at, id) < (:before_moment, :before_id) AND thrown_at IS NULL
ORDER BY told_at DESC, id DESC
LIMIT :most;

-- brief_tellings_of: the same without what is sealed, told before a moment (index telling_newest)
SELECT id, form, told_at
FROM telling
WHERE owner = :viewer AND told_at < :before AND thrown_at IS NULL
ORDER BY told_at DESC, id DESC
LIMIT :most;

-- tellings_from: the viewer's own that were told from that record, newest first (index telling_from)
SELECT id, owner, form, language, body, told_at, told_from, thrown_at
FROM telling
WHERE owner = :viewer AND told_from = :record AND thrown_at IS NULL
ORDER BY told_at DESC, id DESC;

-- tellings_in_bin: the viewer's own, thrown away last first (index telling_newest)
SELECT id, owner, form, language, body, told_at, told_from, thrown_at
FROM telling
WHERE owner = :viewer AND thrown_at > 0
ORDER BY thrown_at DESC, id DESC;

-- own_telling: the viewer's own, unless it is on its way out of the bin (primary key)
SELECT id, owner, form, language, body, told_at, told_from, thrown_at
FROM telling
WHERE id = :id AND owner = :viewer AND (thrown_at IS NULL OR thrown_at > 0);

-- telling_owners: whose tellings have this id, the viewer's own first (primary key); what may be read is decided for each
SELECT owner
FROM telling
WHERE id = :id
ORDER BY CASE WHEN owner = :viewer THEN 0 ELSE 1 END;

-- parts_of_tellings: of what the viewer told from a moment to a moment, in order (index telling_newest, primary key of telling_part)
SELECT p.telling, p.id, p.form, p.file, p.small_bytes, p.middle_bytes, p.width, p.height, p.seconds, p.description
FROM telling t JOIN telling_part p ON p.owner = t.owner AND p.telling = t.id
WHERE t.owner = :viewer AND t.told_at >= :from AND t.told_at <= :until
ORDER BY p.telling, p.position;

-- shared_telling_there: whether it is there, and not in the bin (primary key)
SELECT 1 FROM telling WHERE id = :id AND owner = :owner AND thrown_at IS NULL;

-- throw_telling_away: into the bin (primary key)
UPDATE telling SET thrown_at = :now WHERE id = :id AND owner = :owner AND thrown_at IS NULL;

-- take_telling_back_out: of the bin, unless it is being emptied (primary key)
UPDATE telling SET thrown_at = NULL WHERE id = :id AND owner = :owner AND thrown_at > 0;

-- any_telling_due: whether anything lay in a bin long enough (index telling_thrown)
SELECT 1 FROM telling WHERE thrown_at IS NOT NULL AND thrown_at <= :since LIMIT 1;

-- claim_tellings_due: what lay in a bin long enough, whoever's it is, cannot be taken out any more (index telling_thrown)
UPDATE telling SET thrown_at = 0 WHERE thrown_at IS NOT NULL AND thrown_at <= :since;

-- claimed_tellings: what is to be removed for good (index telling_thrown)
SELECT id, owner FROM telling WHERE thrown_at = 0;

-- removal_of_telling: what the ledger calls it (primary key)
SELECT removal FROM telling WHERE id = :id AND owner = :owner;

-- files_of_telling: the files of its parts (primary key of telling_part)
SELECT file FROM telling_part WHERE owner = :owner AND telling = :telling;

-- remove_told_parts: for good (primary key)
DELETE FROM telling_part WHERE owner = :owner AND telling = :telling;

-- remove_telling: for good (primary key)
DELETE FROM telling WHERE id = :id AND owner = :owner;

-- files_of_teller: the files of all that a person told (primary key of telling_part)
SELECT file FROM telling_part WHERE owner = :person;

-- erase_told_parts: of a person (primary key)
DELETE FROM telling_part WHERE owner = :person;

-- erase_tellings: of a person (index telling_newest)
DELETE FROM telling WHERE owner = :person;
