-- people_after: by name, after one seen before (index person_name)
SELECT id, user_name, name, email, standing
FROM person
WHERE (name, id) > (:after_name, :after_id)
ORDER BY name, id
LIMIT :most;

-- people_found: of whom a word begins with what is asked, after one seen before, in the order of those words; each once, by the first of their
-- words that fits (primary key, index person_word_of)
SELECT p.id, p.user_name, p.name, p.email, p.standing
FROM person_word AS found
JOIN person AS p ON p.id = found.person
WHERE found.word >= :from AND found.word < :until
  AND (found.word, found.person) > (:after_word, :after_id)
  AND NOT EXISTS (SELECT 1 FROM person_word AS before WHERE before.person = found.person AND before.word >= :from AND before.word < found.word)
ORDER BY found.word, found.person
LIMIT :most;

-- first_word_found: of one person, the first word that begins so (index person_word_of)
SELECT word FROM person_word WHERE person = :person AND word >= :from AND word < :until ORDER BY word LIMIT 1;

-- teams_by_name: to choose from
SELECT id, name FROM team ORDER BY name, id;

-- team_called: the team with that name, if there is one
SELECT id, name FROM team WHERE name = :name ORDER BY id LIMIT 1;

-- remove_role: (primary key)
DELETE FROM person_role WHERE person = :person AND role = :role AND team = :team;

-- other_administrator: whether somebody else can still administer the school
SELECT 1
FROM person_role r
JOIN person p ON p.id = r.person
WHERE r.role = 'administrator' AND p.standing = 'active' AND p.id <> :person
LIMIT 1;

-- has_password: whether the person ever set one (primary key)
SELECT 1 FROM credential WHERE person = :person AND kind = 'password';

-- change_standing: and since when somebody is away, if they left
UPDATE person SET standing = :standing, left_at = :left_at WHERE id = :person;
