-- arrive: not twice by one id, and not again where one is already (index place_visit_open)
INSERT INTO place_visit (owner, id, place, place_name, began_at, ended_at)
VALUES (:owner, :id, :place, :place_name, :began_at, :ended_at)
ON CONFLICT DO NOTHING;

-- move_on: ends the open visit at a place (index place_visit_open)
UPDATE place_visit SET ended_at = :now WHERE owner = :viewer AND place = :place AND ended_at IS NULL;

-- visits_of: the viewer's own, oldest first (primary key)
SELECT id, place, place_name, began_at, ended_at
FROM place_visit
WHERE owner = :viewer
ORDER BY began_at, id;
