-- throw_away: into the bin (primary key)
UPDATE kept_thing SET thrown_at = :now WHERE id = :id AND owner = :viewer AND thrown_at IS NULL;

-- take_back_out: of the bin, unless it is being emptied (primary key)
UPDATE kept_thing SET thrown_at = NULL WHERE id = :id AND owner = :viewer AND thrown_at > 0;

-- any_due: whether anything lay in a bin long enough (index kept_thing_thrown)
SELECT 1 FROM kept_thing WHERE thrown_at IS NOT NULL AND thrown_at <= :since LIMIT 1;

-- claim_due: what lay in a bin long enough, whoever's it is, cannot be taken out any more (index kept_thing_thrown)
UPDATE kept_thing SET thrown_at = 0 WHERE thrown_at IS NOT NULL AND thrown_at <= :since;

-- claimed: what is to be removed for good (index kept_thing_thrown)
SELECT id, owner FROM kept_thing WHERE thrown_at = 0;

-- removals_of_thing: what the ledger calls a thing (primary key)
SELECT removal FROM kept_thing WHERE id = :id AND owner = :owner;

-- remove_versions: for good (index kept_version_of_thing)
DELETE FROM kept_version WHERE owner = :owner AND thing = :thing;

-- remove_thing: for good (primary key)
DELETE FROM kept_thing WHERE id = :id AND owner = :owner;
