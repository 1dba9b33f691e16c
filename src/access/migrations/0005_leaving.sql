-- What somebody kept stays a year after they left, then everything of them is erased.
ALTER TABLE person ADD COLUMN left_at BIGINT; -- when they left the school; absent while they belong to it
CREATE INDEX person_left ON person (left_at) WHERE left_at IS NOT NULL;
