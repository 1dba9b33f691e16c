-- due_for_erasure: who left before that moment (index person_left)
SELECT id FROM person WHERE left_at IS NOT NULL AND left_at <= :since ORDER BY left_at, id;

-- erase_grants: what was shared by them and with them (indexes access_grant_owner and access_grant_grantee)
DELETE FROM access_grant WHERE owner = :person OR grantee = :person;

-- erase_acquaintances: whichever of the two they were (indexes acquaintance_pair and acquaintance_other)
DELETE FROM acquaintance WHERE one = :person OR other = :person;

-- erase_contact_codes: those they made (index acquaintance_code_maker)
DELETE FROM acquaintance_code WHERE maker = :person;

-- erase_codes_sent: those that wait at their address
DELETE FROM acquaintance_code WHERE sent_to = (SELECT email FROM person WHERE id = :person AND email <> '');

-- erase_mail: what is on its way to their address
DELETE FROM mail_outbox WHERE recipient = (SELECT email FROM person WHERE id = :person AND email <> '');

-- erase_devices: (primary key)
DELETE FROM known_device WHERE person = :person;

-- erase_keys: (index single_use_key_person)
DELETE FROM single_use_key WHERE person = :person;

-- erase_sessions: (index session_person)
DELETE FROM session WHERE person = :person;

-- erase_credentials: (primary key)
DELETE FROM credential WHERE person = :person;

-- erase_roles: (primary key)
DELETE FROM person_role WHERE person = :person;

-- erase_words: (index person_word_of)
DELETE FROM person_word WHERE person = :person;

-- erase_person: (primary key)
DELETE FROM person WHERE id = :person;
