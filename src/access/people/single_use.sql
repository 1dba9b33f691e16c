-- withdraw_keys: the earlier open keys of a person for one purpose (index single_use_key_person)
UPDATE single_use_key SET used_at = :now WHERE person = :person AND purpose = :purpose AND used_at IS NULL;

-- withdraw_all_keys: every open key of a person (index single_use_key_person)
UPDATE single_use_key SET used_at = ends_at WHERE person = :person AND used_at IS NULL;

-- forget_ended_keys: long-ended ones of a person go (index single_use_key_person)
DELETE FROM single_use_key WHERE person = :person AND ends_at < :before;

-- keep_key: a new one
INSERT INTO single_use_key (hash, person, purpose, sent_to, made_by, ends_at, used_at)
VALUES (:hash, :person, :purpose, :sent_to, :made_by, :ends_at, NULL);

-- find_key: whose it is, when it ends and whether it was used (primary key)
SELECT person, sent_to, ends_at, used_at FROM single_use_key WHERE hash = :hash AND purpose = :purpose;

-- use_key: changes a row once
UPDATE single_use_key SET used_at = :now WHERE hash = :hash AND used_at IS NULL;

-- recent_key: an open one that ends late enough to be new (index single_use_key_person)
SELECT 1 FROM single_use_key WHERE person = :person AND purpose = :purpose AND used_at IS NULL AND ends_at > :after LIMIT 1;
