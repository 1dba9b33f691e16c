-- lock_record: the last change of the viewer's record, and what it says (primary key)
SELECT change, body FROM own_record WHERE id = :id AND owner = :viewer AND kind = :kind AND thrown_at IS NULL;

-- keep_record_version: what it said (primary key)
INSERT INTO own_record_version (id, owner, record, body, replaced_at, removal) VALUES (:id, :owner, :record, :body, :now, :removal);

-- record_was_changed_so: whether that change was made before, of whichever record (primary key)
SELECT 1 FROM own_record_version WHERE owner = :viewer AND id = :id;

-- body_after_change: what that change made of this record, when it was changed again since (primary key; index own_record_version_of)
SELECT later.body
FROM own_record_version AS made
JOIN own_record_version AS later ON later.owner = made.owner AND later.record = made.record AND (later.replaced_at, later.id) > (made.replaced_at, made.id)
WHERE made.owner = :viewer AND made.id = :id AND made.record = :record
ORDER BY later.replaced_at, later.id
LIMIT 1;

-- change_record: what it says from now on (primary key)
UPDATE own_record SET body = :body, change = :change WHERE id = :id AND owner = :owner;

-- drop_links: before the new ones are kept (primary key)
DELETE FROM own_link WHERE owner = :owner AND from_record = :record;

-- earlier_bodies: the latest first (index own_record_version_of)
SELECT body, replaced_at FROM own_record_version WHERE owner = :viewer AND record = :record ORDER BY replaced_at DESC, id DESC;
