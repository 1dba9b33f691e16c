-- keep_part: a photo, a drawing or a sound of a thing or a record
INSERT INTO kept_part (id, owner, of_kind, thing, position, form, file, small_bytes, middle_bytes, width, height, seconds, description, removal)
VALUES (:id, :owner, :of_kind, :thing, :position, :form, :file, :small_bytes, :middle_bytes, :width, :height, :seconds, :description, :removal);

-- parts_of: of one thing or record, in order (index kept_part_of_thing)
SELECT thing, id, form, file, small_bytes, middle_bytes, width, height, seconds, description
FROM kept_part
WHERE owner = :owner AND thing = :thing AND of_kind = :of_kind
ORDER BY position;

-- describe_part: what is to be seen (primary key)
UPDATE kept_part SET description = :description WHERE owner = :owner AND id = :id AND thing = :thing AND of_kind = :of_kind;

-- part_file: the file of a part (primary key)
SELECT file FROM kept_part WHERE owner = :owner AND id = :id AND thing = :thing AND of_kind = :of_kind;

-- remove_part: at once (primary key)
DELETE FROM kept_part WHERE owner = :owner AND id = :id AND thing = :thing AND of_kind = :of_kind;

-- last_position: behind which new parts come (index kept_part_of_thing)
SELECT COALESCE(MAX(position), -1) FROM kept_part WHERE owner = :owner AND thing = :thing AND of_kind = :of_kind;

-- removals_of_parts: what the ledger calls their parts (index kept_part_of_thing)
SELECT removal FROM kept_part WHERE owner = :owner AND thing = :thing AND of_kind = :of_kind;

-- files_of_parts: the files of their parts (index kept_part_of_thing)
SELECT file FROM kept_part WHERE owner = :owner AND thing = :thing AND of_kind = :of_kind;

-- remove_parts: for good (index kept_part_of_thing)
DELETE FROM kept_part WHERE owner = :owner AND thing = :thing AND of_kind = :of_kind;
