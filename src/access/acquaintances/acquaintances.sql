-- staff_of_teams: who works in a team that the viewer is in (primary key and index person_role_team)
SELECT DISTINCT p.id, p.name
FROM person_role mine
JOIN person_role theirs ON theirs.team = mine.team
JOIN person p ON p.id = theirs.person
WHERE mine.person = :viewer AND mine.team <> '' AND theirs.role NOT IN ('student', 'companion') AND p.id <> :viewer AND p.standing = 'active'
ORDER BY p.name, p.id;

-- students_of_teams: who learns in a team where the viewer is a counsellor (primary key and index person_role_team)
SELECT DISTINCT p.id, p.name
FROM person_role mine
JOIN person_role theirs ON theirs.team = mine.team
JOIN person p ON p.id = theirs.person
WHERE mine.person = :viewer AND mine.role = 'counsellor' AND mine.team <> '' AND theirs.role = 'student' AND p.id <> :viewer AND p.standing = 'active'
ORDER BY p.name, p.id;

-- works_in_team_of: the same, for one person
SELECT 1
FROM person_role mine
JOIN person_role theirs ON theirs.team = mine.team
JOIN person p ON p.id = theirs.person
WHERE mine.person = :viewer AND mine.team <> '' AND theirs.role NOT IN ('student', 'companion') AND p.id = :other AND p.id <> :viewer
  AND p.standing = 'active'
LIMIT 1;

-- acquaintances_of: by name (indexes acquaintance_pair and acquaintance_other)
SELECT p.id, p.name
FROM acquaintance a
JOIN person p ON p.id = CASE WHEN a.one = :viewer THEN a.other ELSE a.one END
WHERE (a.one = :viewer OR a.other = :viewer) AND p.standing = 'active'
ORDER BY p.name, p.id;

-- acquaintance_between: whichever of the two began (index acquaintance_pair)
SELECT id FROM acquaintance WHERE (one = :viewer AND other = :person) OR (one = :person AND other = :viewer);

-- acquaint: once
INSERT INTO acquaintance (id, one, other, since) VALUES (:id, :one, :other, :now) ON CONFLICT DO NOTHING;

-- end_acquaintance: (primary key)
DELETE FROM acquaintance WHERE id = :id;

-- grants_between: what either lets the other do (index access_grant_owner)
SELECT id, owner, grantee, kind, thing
FROM access_grant
WHERE (owner = :viewer AND grantee = :person) OR (owner = :person AND grantee = :viewer);

-- end_grants_between: all of them (index access_grant_owner)
DELETE FROM access_grant WHERE (owner = :viewer AND grantee = :person) OR (owner = :person AND grantee = :viewer);

-- keep_contact_code: a new one
INSERT INTO acquaintance_code (hash, maker, name, sent_to, ends_at, used_at) VALUES (:hash, :maker, :name, :sent_to, :ends_at, NULL);

-- withdraw_contact_codes: the open ones of this maker for this address, or those that were shown (index acquaintance_code_maker)
UPDATE acquaintance_code SET used_at = :now, name = '', sent_to = '' WHERE maker = :maker AND sent_to = :sent_to AND used_at IS NULL;

-- forget_contact_codes: long-ended ones go (index acquaintance_code_maker)
DELETE FROM acquaintance_code WHERE maker = :maker AND ends_at < :before;

-- contact_code: whose it is, and whether it is still good (primary key)
SELECT c.maker, p.name, c.name, c.sent_to, c.ends_at, c.used_at
FROM acquaintance_code c
JOIN person p ON p.id = c.maker
WHERE c.hash = :hash AND p.standing = 'active';

-- use_contact_code: changes a row once
UPDATE acquaintance_code SET used_at = :now, name = '', sent_to = '' WHERE hash = :hash AND used_at IS NULL;

-- open_invitations: to whom the viewer mailed a code that nobody used yet (index acquaintance_code_maker)
SELECT name, sent_to, ends_at
FROM acquaintance_code
WHERE maker = :viewer AND sent_to <> '' AND used_at IS NULL AND ends_at > :now
ORDER BY ends_at DESC, sent_to;
