-- What happened is kept two years; the chain goes on from where its beginning was removed.
ALTER TABLE audit_head ADD COLUMN from_position BIGINT NOT NULL DEFAULT 0; -- the last row that was removed; 0 while all are there
ALTER TABLE audit_head ADD COLUMN from_hash TEXT NOT NULL DEFAULT ''; -- its hash, on which the first row that is left builds
