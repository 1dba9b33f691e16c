-- keep_record: not twice by one id, and no second one of a kind of which one has one (primary key, index own_record_single)
INSERT INTO own_record (id, owner, kind, body, made_at, removal)
VALUES (:id, :owner, :kind, :body, :made_at, :removal)
ON CONFLICT DO NOTHING;

-- keep_link: what it came from
INSERT INTO own_link (owner, from_record, to_kind, to_id, position, removal) VALUES (:owner, :record, :to_kind, :to_id, :position, :removal);

-- record_moment: when the viewer made that record, to go on after it (primary key)
SELECT made_at FROM own_record WHERE id = :id AND owner = :viewer;

-- records_of: the viewer's own of one kind, newest first, older than a moment and id (index own_record_newest)
SELECT id, owner, kind, body, made_at, change, thrown_at
FROM own_record
WHERE owner = :viewer AND kind = :kind AND (made_at, id) < (:before_moment, :before_id) AND thrown_at IS NULL
ORDER BY made_at DESC, id DESC
LIMIT :most;

-- brief_records_of: the same without what is sealed (index own_record_newest)
SELECT id, made_at
FROM own_record
WHERE owner = :viewer AND kind = :kind AND made_at < :before AND thrown_at IS NULL
ORDER BY made_at DESC, id DESC
LIMIT :most;

-- records_changed: the viewer's own of one kind that said something else before, last changed first (index own_record_version_of, primary key)
SELECT r.id, r.owner, r.kind, r.body, r.made_at, r.change, r.thrown_at
FROM (SELECT record, MAX(replaced_at) AS changed_at FROM own_record_version WHERE owner = :viewer GROUP BY record) v
JOIN own_record r ON r.id = v.record AND r.owner = :viewer
WHERE r.kind = :kind AND r.thrown_at IS NULL
ORDER BY v.changed_at DESC, r.id DESC
LIMIT :most;

-- records_from: the viewer's own that came from that, oldest first (index own_link_to, primary key)
SELECT r.id, r.owner, r.kind, r.body, r.made_at, r.change, r.thrown_at
FROM own_record r
WHERE r.owner = :viewer AND r.thrown_at IS NULL
  AND r.id IN (SELECT l.from_record FROM own_link l WHERE l.owner = :viewer AND l.to_kind = :to_kind AND l.to_id = :to_id)
ORDER BY r.made_at, r.id;

-- records_in_bin: the viewer's own, thrown away last first (index own_record_newest)
SELECT id, owner, kind, body, made_at, change, thrown_at
FROM own_record
WHERE owner = :viewer AND thrown_at > 0
ORDER BY thrown_at DESC, id DESC;

-- own_record: the viewer's own, unless it is on its way out of the bin (primary key)
SELECT id, owner, kind, body, made_at, change, thrown_at
FROM own_record
WHERE id = :id AND owner = :viewer AND (thrown_at IS NULL OR thrown_at > 0);

-- named_records: the viewer's own of one kind, named by their ids one behind the other, in that order (primary key); CROSS as for named_things
WITH RECURSIVE named (at) AS (SELECT 1 UNION ALL SELECT at + 26 FROM named WHERE at + 26 < LENGTH(CAST(:ids AS TEXT)))
SELECT r.id, r.owner, r.kind, r.body, r.made_at, r.change, r.thrown_at
FROM named CROSS JOIN own_record r
WHERE r.id = SUBSTR(CAST(:ids AS TEXT), named.at, 26) AND r.owner = :viewer AND r.kind = :kind AND r.thrown_at IS NULL
ORDER BY named.at;

-- record_owners: whose records have this id and of which kind, the viewer's own first (primary key); what may be read is decided for each
SELECT owner, kind
FROM own_record
WHERE id = :id
ORDER BY CASE WHEN owner = :viewer THEN 0 ELSE 1 END;

-- links_of_records: of the viewer's records from one id to another, in order (primary key)
SELECT from_record, to_kind, to_id
FROM own_link
WHERE owner = :viewer AND from_record >= :first AND from_record <= :last
ORDER BY from_record, position;

-- parts_of_records: of what the viewer has from one id to another, of every kind, in order (index kept_part_of_thing)
SELECT thing, id, form, file, small_bytes, middle_bytes, width, height, seconds, description, of_kind
FROM kept_part
WHERE owner = :viewer AND thing >= :first AND thing <= :last
ORDER BY thing, position;

-- links_of_named_records: links_of_records for those named by their ids one behind the other (primary key); CROSS as for named_things
WITH RECURSIVE named (at) AS (SELECT 1 UNION ALL SELECT at + 26 FROM named WHERE at + 26 < LENGTH(CAST(:ids AS TEXT)))
SELECT l.from_record, l.to_kind, l.to_id
FROM named CROSS JOIN own_link l
WHERE l.from_record = SUBSTR(CAST(:ids AS TEXT), named.at, 26) AND l.owner = :viewer
ORDER BY l.from_record, l.position;

-- parts_of_named_records: parts_of_records for those (index kept_part_of_thing)
WITH RECURSIVE named (at) AS (SELECT 1 UNION ALL SELECT at + 26 FROM named WHERE at + 26 < LENGTH(CAST(:ids AS TEXT)))
SELECT p.thing, p.id, p.form, p.file, p.small_bytes, p.middle_bytes, p.width, p.height, p.seconds, p.description, p.of_kind
FROM named CROSS JOIN kept_part p
WHERE p.thing = SUBSTR(CAST(:ids AS TEXT), named.at, 26) AND p.owner = :viewer
ORDER BY p.thing, p.position;
