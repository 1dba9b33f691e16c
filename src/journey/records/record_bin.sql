-- throw_record_away: into the bin (primary key)
UPDATE own_record SET thrown_at = :now WHERE id = :id AND owner = :owner AND kind = :kind AND thrown_at IS NULL;

-- take_record_back_out: of the bin, unless it is being emptied, or another took its place of a kind of which one has one (primary key, index own_record_newest)
UPDATE own_record SET thrown_at = NULL
WHERE id = :id AND owner = :owner AND kind = :kind AND thrown_at > 0
  AND NOT (:single = 1 AND EXISTS (SELECT 1 FROM own_record other WHERE other.owner = :owner AND other.kind = :kind AND other.thrown_at IS NULL));

-- any_record_due: whether anything lay in a bin long enough (index own_record_thrown)
SELECT 1 FROM own_record WHERE thrown_at IS NOT NULL AND thrown_at <= :since LIMIT 1;

-- claim_records_due: what lay in a bin long enough, whoever's it is, cannot be taken out any more (index own_record_thrown)
UPDATE own_record SET thrown_at = 0 WHERE thrown_at IS NOT NULL AND thrown_at <= :since;

-- claimed_records: what is to be removed for good (index own_record_thrown)
SELECT id, owner, kind FROM own_record WHERE thrown_at = 0;

-- removal_of_record: what the ledger calls it (primary key)
SELECT removal FROM own_record WHERE id = :id AND owner = :owner AND kind = :kind;

-- remove_record_links: for good (primary key)
DELETE FROM own_link WHERE owner = :owner AND from_record = :record;

-- remove_record_versions: for good (index own_record_version_of)
DELETE FROM own_record_version WHERE owner = :owner AND record = :record;

-- remove_record: for good (primary key)
DELETE FROM own_record WHERE id = :id AND owner = :owner AND kind = :kind;

-- erase_links: of a person (primary key)
DELETE FROM own_link WHERE owner = :person;

-- erase_record_versions: of a person (primary key)
DELETE FROM own_record_version WHERE owner = :person;

-- erase_records: of a person (index own_record_newest)
DELETE FROM own_record WHERE owner = :person;
