-- audit_record: one deed, not yet in the chain
INSERT INTO audit_entry (id, moment, actor, deed, subject, about)
VALUES (:id, :moment, :actor, :deed, :subject, :about);

-- audit_unchained: what the sequencer has to number, oldest first (index audit_entry_unchained)
SELECT id, moment, actor, deed, subject, about
FROM audit_entry
WHERE position IS NULL
ORDER BY moment, id;

-- audit_any_unchained: whether there is anything to number (index audit_entry_unchained)
SELECT 1 FROM audit_entry WHERE position IS NULL LIMIT 1;

-- audit_hold_head: makes the head when there is none, and keeps other sequencers waiting until this one is done
INSERT INTO audit_head (one, position, hash) VALUES (1, 0, '')
ON CONFLICT (one) DO UPDATE SET position = audit_head.position;

-- audit_head: how long the chain is and how it ends
SELECT position, hash FROM audit_head WHERE one = 1;

-- audit_from: where what is left of the chain begins
SELECT from_position, from_hash FROM audit_head WHERE one = 1;

-- audit_first_moment: of the oldest row that is left (index audit_entry_position)
SELECT moment FROM audit_entry WHERE position IS NOT NULL ORDER BY position LIMIT 1;

-- audit_last_before: the last row of which that row and all before it are older than a moment (index audit_entry_position)
SELECT position, hash
FROM audit_entry
WHERE position < COALESCE((SELECT MIN(position) FROM audit_entry WHERE position IS NOT NULL AND moment >= :moment), 9223372036854775807)
ORDER BY position DESC
LIMIT 1;

-- audit_begin_after: (primary key)
UPDATE audit_head SET from_position = :position, from_hash = :hash WHERE one = 1;

-- audit_remove_until: (index audit_entry_position)
DELETE FROM audit_entry WHERE position <= :position;

-- audit_chain_entry: numbers one row
UPDATE audit_entry SET position = :position, hash = :hash WHERE id = :id;

-- audit_move_head: after the last row
UPDATE audit_head SET position = :position, hash = :hash WHERE one = 1;

-- audit_chain: every numbered row, in order (index audit_entry_position)
SELECT id, moment, actor, deed, subject, about, position, hash
FROM audit_entry
WHERE position IS NOT NULL
ORDER BY position;

-- looks_at: who read something that was shared, to the hour (index audit_entry_subject)
SELECT a.actor, p.name, MAX(a.moment) AS last
FROM audit_entry a
LEFT JOIN person p ON p.id = a.actor
WHERE a.subject = :owner AND a.deed = 'read_shared' AND a.about = :about
GROUP BY a.actor, p.name, a.moment / 3600000
ORDER BY last DESC
LIMIT 200;
