-- add_person: nothing is added when the id or the user name is there already
INSERT INTO person (id, user_name, name, email, email_confirmed_at, standing, language, content_closed_until, added_at)
VALUES (:id, :user_name, :name, :email, NULL, :standing, :language, :content_closed_until, :now)
ON CONFLICT DO NOTHING;

-- add_word: where a search finds the person
INSERT INTO person_word (word, person) VALUES (:word, :person) ON CONFLICT DO NOTHING;

-- add_role: once per role and team
INSERT INTO person_role (person, role, team) VALUES (:person, :role, :team) ON CONFLICT DO NOTHING;

-- add_team: once per id
INSERT INTO team (id, name) VALUES (:id, :name) ON CONFLICT DO NOTHING;

-- find_person: by id (primary key)
SELECT id, user_name, name, email, standing, language, content_closed_until, left_at FROM person WHERE id = :id;

-- find_by_user_name: (index person_user_name)
SELECT id, user_name, name, email, standing, language, content_closed_until, left_at FROM person WHERE user_name = :user_name;

-- people_with_address: whose confirmed address this is; a family may share one (index person_email)
SELECT id, user_name, name, email, standing, language, content_closed_until, left_at
FROM person
WHERE email = :email AND email_confirmed_at IS NOT NULL AND standing IN ('active', 'left')
ORDER BY id
LIMIT 5;

-- address_confirmed: when the person's address was confirmed, if it was
SELECT email_confirmed_at FROM person WHERE id = :person AND email_confirmed_at IS NOT NULL;

-- confirm_address: only the address that the link was sent to
UPDATE person SET email_confirmed_at = :now WHERE id = :person AND email = :email AND email <> '';

-- roles_of: (primary key)
SELECT role, team FROM person_role WHERE person = :person ORDER BY role, team;

-- password_of: the stored hash of someone's password (primary key)
SELECT secret FROM credential WHERE person = :person AND kind = 'password' AND label = '';

-- set_password: the first one or the next
INSERT INTO credential (person, kind, label, secret, set_at) VALUES (:person, 'password', '', :secret, :now)
ON CONFLICT (person, kind, label) DO UPDATE SET secret = excluded.secret, set_at = excluded.set_at;

-- activate: who was invited is now active; who was suspended or left stays so
UPDATE person SET standing = 'active' WHERE id = :person AND standing = 'invited';

-- close_content: own content stays closed until then
UPDATE person SET content_closed_until = :until WHERE id = :person;

-- set_language: for pages and mail
UPDATE person SET language = :language WHERE id = :person;
