-- grant_open: whether this viewer may do that with this thing now; not while either is away, since who is away cannot take back (index access_grant_grantee)
SELECT 1
FROM access_grant
WHERE grantee = :viewer AND kind = :kind AND thing = :thing AND owner = :owner
  AND (verb = :verb OR :verb = 'read')
  AND (closes_at IS NULL OR closes_at > :now)
  AND NOT EXISTS (SELECT 1 FROM person WHERE (id = :viewer AND standing IN ('suspended', 'left')) OR (id = :owner AND standing IN ('suspended', 'left')))
LIMIT 1;

-- grant_give: the same id again changes nothing
INSERT INTO access_grant (id, kind, thing, owner, grantee, verb, purpose, given_at, closes_at)
VALUES (:id, :kind, :thing, :owner, :grantee, :verb, :purpose, :now, :closes_at)
ON CONFLICT (id) DO NOTHING;

-- grant_of_owner: what an owner is about to take back
SELECT kind, thing, grantee FROM access_grant WHERE id = :id AND owner = :owner;

-- grant_take_back: gone at once
DELETE FROM access_grant WHERE id = :id AND owner = :owner;

-- grant_end_of_thing: a thing that is gone is shared with nobody (index access_grant_thing)
DELETE FROM access_grant WHERE kind = :kind AND thing = :thing AND owner = :owner;

-- grants_given: what an owner lets others do now, with their names, latest first (index access_grant_owner)
SELECT g.id, g.thing, g.grantee, p.name, g.verb, g.given_at, g.closes_at, g.kind
FROM access_grant g
JOIN person p ON p.id = g.grantee
WHERE g.owner = :owner AND (g.closes_at IS NULL OR g.closes_at > :now)
ORDER BY g.given_at DESC, g.id DESC;

-- grants_of_thing: the same, of one thing (index access_grant_thing)
SELECT g.id, g.thing, g.grantee, p.name, g.verb, g.given_at, g.closes_at, g.kind
FROM access_grant g
JOIN person p ON p.id = g.grantee
WHERE g.kind = :kind AND g.thing = :thing AND g.owner = :owner AND (g.closes_at IS NULL OR g.closes_at > :now)
ORDER BY g.given_at DESC, g.id DESC;

-- grants_on_purpose: the same, for one purpose (index access_grant_owner)
SELECT g.id, g.thing, g.grantee, p.name, g.verb, g.given_at, g.closes_at, g.kind
FROM access_grant g
JOIN person p ON p.id = g.grantee
WHERE g.owner = :owner AND g.purpose = :purpose AND (g.closes_at IS NULL OR g.closes_at > :now)
ORDER BY g.given_at DESC, g.id DESC;

-- grants_received: what others let this person see now, with their names, latest first; nothing of who is away (index access_grant_grantee)
SELECT g.kind, g.thing, g.owner, p.name, g.given_at, g.closes_at
FROM access_grant g
JOIN person p ON p.id = g.owner
WHERE g.grantee = :grantee AND (g.closes_at IS NULL OR g.closes_at > :now) AND p.standing NOT IN ('suspended', 'left')
ORDER BY g.given_at DESC, g.id DESC;

-- grants_received_of: the same, of one kind and id (index access_grant_grantee)
SELECT g.kind, g.thing, g.owner, p.name, g.given_at, g.closes_at
FROM access_grant g
JOIN person p ON p.id = g.owner
WHERE g.grantee = :grantee AND g.kind = :kind AND g.thing = :thing AND (g.closes_at IS NULL OR g.closes_at > :now)
  AND p.standing NOT IN ('suspended', 'left')
ORDER BY g.given_at DESC, g.id DESC;
