-- people_after: by name, after one seen before; the pattern matches the user name, which is folded, or the name (index person_name)
SELECT id, user_name, name, email, standing
FROM person
WHERE (name, id) > (:after_name, :after_id)
  AND (user_name LIKE :folded ESCAPE '\' OR LOWER(name) LIKE :folded ESCAPE '\' OR LOWER(name) LIKE :lower ESCAPE '\')
ORDER BY name, id
LIMIT :most;

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
