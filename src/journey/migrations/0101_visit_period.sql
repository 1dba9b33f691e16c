-- A visit may be told afterwards, as people say it; it may be taken away; and it stays readable when the school changes its map.
-- Of a visit that was told, began_at and ended_at are the first moment that can be meant and the first one after it.
ALTER TABLE place_visit ADD COLUMN said TEXT NOT NULL DEFAULT 'moment'; -- how precisely: moment, day, … unknown (visits/period.hpp)
ALTER TABLE place_visit ADD COLUMN spot_x DOUBLE PRECISION; -- where on the sheet the place was then, in units; absent when it was nowhere
ALTER TABLE place_visit ADD COLUMN spot_y DOUBLE PRECISION; -- the same, downwards
ALTER TABLE place_visit ADD COLUMN removal TEXT NOT NULL DEFAULT ''; -- what the ledger of removals calls it: a hash of owner and id
UPDATE place_visit SET removal = id;
