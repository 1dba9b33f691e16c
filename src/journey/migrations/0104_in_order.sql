-- The journey in its order, and the places where things were kept, out of an index alone.
CREATE INDEX place_visit_in_order ON place_visit (owner, began_at, id, place, ended_at, said);
CREATE INDEX kept_thing_shelf ON kept_thing (owner, thrown_at, place, place_name);
