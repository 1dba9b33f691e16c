-- Until a student said to have read of a look, a word of it stands where they come in.
ALTER TABLE person_look ADD COLUMN read_at BIGINT; -- when the student said so; absent until then
