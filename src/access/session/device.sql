-- known_device: (primary key)
SELECT 1 FROM known_device WHERE hash = :hash AND person = :person AND seen_at > :seen_after;

-- remember_device: again or for the first time
INSERT INTO known_device (hash, person, seen_at) VALUES (:hash, :person, :now)
ON CONFLICT (hash) DO UPDATE SET seen_at = excluded.seen_at;

-- forget_old_devices: of a person (index known_device_person)
DELETE FROM known_device WHERE person = :person AND seen_at <= :seen_before;

-- forget_devices: all of a person (index known_device_person)
DELETE FROM known_device WHERE person = :person;
