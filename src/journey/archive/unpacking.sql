-- open_since: since when the viewer is at that place (index place_visit_open)
SELECT began_at FROM place_visit WHERE owner = :viewer AND place = :place AND ended_at IS NULL;

-- part_is_there: whether the viewer has a photo, drawing or sound of that id (primary key)
SELECT 1 FROM kept_part WHERE owner = :viewer AND id = :id;

-- thing_changed_by: the last change of one that was brought in with what it was before (primary key)
UPDATE kept_thing SET change = :change WHERE owner = :owner AND id = :id;

-- record_changed_by: the same of a record (primary key)
UPDATE own_record SET change = :change WHERE owner = :owner AND id = :id;
