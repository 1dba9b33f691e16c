-- mail_post: waits to be sent, from now on
INSERT INTO mail_outbox (id, recipient, subject, body, written_at, attempts, next_attempt)
VALUES (:id, :recipient, :subject, :body, :now, 0, :now);

-- mail_due: what may be sent now, oldest first (index mail_outbox_next)
SELECT id, recipient, subject, body, written_at, attempts
FROM mail_outbox
WHERE next_attempt <= :now
ORDER BY written_at, id
LIMIT 100;

-- mail_sent: a mail that went is not kept
DELETE FROM mail_outbox WHERE id = :id;

-- mail_retry: it did not go; again at
UPDATE mail_outbox SET attempts = :attempts, next_attempt = :next_attempt WHERE id = :id;

-- mail_give_up: what it said (a link, perhaps) is not kept either
UPDATE mail_outbox SET attempts = :attempts, next_attempt = NULL, body = '' WHERE id = :id;
