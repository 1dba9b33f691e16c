-- find_check: what the installation key must derive to, and the form of this store
SELECT format, value FROM key_check;

-- keep_check: once, when the store is made
INSERT INTO key_check (format, value) VALUES (:format, :value) ON CONFLICT (format) DO NOTHING;

-- find_key: one holder's wrapped key, by the primary key
SELECT version, wrapped FROM holder_key WHERE holder = :holder;

-- add_key: of a new holder; an ended holder gets no second one
INSERT INTO holder_key (holder, version, wrapped) VALUES (:holder, :version, :wrapped) ON CONFLICT (holder) DO NOTHING;

-- overwrite_key: with zeros of the same length, so that SQLite writes them over the key
UPDATE holder_key SET wrapped = :zeros WHERE holder = :holder;

-- every_key: for a copy of the store
SELECT holder, version, wrapped FROM holder_key ORDER BY holder;

-- add_to_ledger: again changes nothing
INSERT INTO ledger (thing, moment) VALUES (:thing, :moment) ON CONFLICT (thing) DO NOTHING;

-- find_in_ledger: by the primary key
SELECT moment FROM ledger WHERE thing = :thing;

-- whole_ledger: for a restore, and for a copy of the store
SELECT thing, moment FROM ledger ORDER BY thing;
