-- find_session: the session, its person and their roles, a row for each role (primary keys of session, person, person_role)
SELECT p.id, p.name, p.standing, p.content_closed_until, s.seen_at, r.role, p.left_at
FROM session s
JOIN person p ON p.id = s.person
LEFT JOIN person_role r ON r.person = p.id
WHERE s.hash = :hash AND s.started_at > :started_after AND s.seen_at > :seen_after;

-- start_session: a new one
INSERT INTO session (hash, person, started_at, seen_at, device) VALUES (:hash, :person, :now, :now, :device);

-- see_session: the last request, to the hour (primary key)
UPDATE session SET seen_at = :now WHERE hash = :hash;

-- end_session: (primary key)
DELETE FROM session WHERE hash = :hash;

-- end_sessions: all of a person (index session_person)
DELETE FROM session WHERE person = :person;

-- end_other_sessions: all of a person but this one (index session_person)
DELETE FROM session WHERE person = :person AND hash <> :hash;

-- forget_ended_sessions: those of a person that no longer count (index session_person)
DELETE FROM session WHERE person = :person AND (started_at <= :started_before OR seen_at <= :seen_before);

-- open_sessions: newest first (index session_person)
SELECT hash, device, seen_at
FROM session
WHERE person = :person AND started_at > :started_after AND seen_at > :seen_after
ORDER BY seen_at DESC, hash;
