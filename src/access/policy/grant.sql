-- grant_open: whether this viewer may do that with this thing now (index access_grant_grantee)
SELECT 1
FROM access_grant
WHERE grantee = :viewer AND kind = :kind AND thing = :thing AND owner = :owner
  AND (verb = :verb OR :verb = 'read')
  AND (closes_at IS NULL OR closes_at > :now)
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
