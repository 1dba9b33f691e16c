-- add_visit: not twice by one id, and not again where one is already (index place_visit_open)
INSERT INTO place_visit (owner, id, place, place_name, began_at, ended_at, said, spot_x, spot_y, removal)
VALUES (:owner, :id, :place, :place_name, :began_at, :ended_at, :said, :spot_x, :spot_y, :removal)
ON CONFLICT DO NOTHING;

-- move_on: ends the open visit at a place (index place_visit_open)
UPDATE place_visit SET ended_at = :now WHERE owner = :viewer AND place = :place AND ended_at IS NULL;

-- last_left: the visit at a place that ended last by moving on (primary key)
SELECT id
FROM place_visit
WHERE owner = :viewer AND place = :place AND said = 'moment' AND ended_at IS NOT NULL
ORDER BY ended_at DESC, id DESC
LIMIT 1;

-- come_back: takes back that a visit ended then, unless one is at that place again (primary key; index place_visit_open)
UPDATE place_visit SET ended_at = NULL
WHERE owner = :viewer AND id = :id AND said = 'moment' AND ended_at = :ended_at
  AND NOT EXISTS (SELECT 1 FROM place_visit AS again WHERE again.owner = :viewer AND again.place = place_visit.place AND again.ended_at IS NULL);

-- find_visit: the viewer's own (primary key)
SELECT place, began_at, ended_at, said, id, place_name, spot_x, spot_y
FROM place_visit
WHERE owner = :viewer AND id = :id;

-- visits_of: the viewer's own, oldest first (index place_visit_in_order)
SELECT place, began_at, ended_at, said, id, place_name, spot_x, spot_y
FROM place_visit
WHERE owner = :viewer
ORDER BY began_at, id;

-- visits_at: the same, at one place (index place_visit_in_order)
SELECT place, began_at, ended_at, said, id, place_name, spot_x, spot_y
FROM place_visit
WHERE owner = :viewer AND place = :place
ORDER BY began_at, id;

-- brief_visits_of: the viewer's own, oldest first, out of the index alone (index place_visit_in_order)
SELECT place, began_at, ended_at, said
FROM place_visit
WHERE owner = :viewer
ORDER BY began_at, id;

-- removal_name: what the ledger calls a visit (primary key)
SELECT removal FROM place_visit WHERE owner = :viewer AND id = :id;

-- remove_visit: for good (primary key)
DELETE FROM place_visit WHERE owner = :viewer AND id = :id;
