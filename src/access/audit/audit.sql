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
