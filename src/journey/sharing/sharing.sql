-- shared_with_viewer: what others share with the viewer now, latest first (index access_grant_grantee, primary keys of kept_thing and person)
SELECT g.thing, g.owner, p.name, g.given_at, g.closes_at, t.place, t.place_name
FROM access_grant g
JOIN kept_thing t ON t.id = g.thing AND t.owner = g.owner
JOIN person p ON p.id = g.owner
WHERE g.grantee = :viewer AND g.kind = 'kept_thing' AND (g.closes_at IS NULL OR g.closes_at > :now) AND t.thrown_at IS NULL AND p.standing NOT IN ('suspended', 'left')
ORDER BY g.given_at DESC, g.id DESC;

-- react: once by one id (primary key)
INSERT INTO kept_reaction (id, owner, thing, author, words, symbol, made_at, removal)
VALUES (:id, :owner, :thing, :author, :words, :symbol, :now, :removal)
ON CONFLICT (author, id) DO NOTHING;

-- reaction_sent: what the author sent by that id (primary key)
SELECT r.removal, r.author, p.name, r.words, r.symbol, r.made_at, r.owner
FROM kept_reaction r
LEFT JOIN person p ON p.id = r.author
WHERE r.author = :author AND r.id = :id;

-- reactions_to: to one thing, oldest first; all to its owner, their own to everyone else (index kept_reaction_of_thing)
SELECT r.removal, r.author, p.name, r.words, r.symbol, r.made_at, r.owner
FROM kept_reaction r
LEFT JOIN person p ON p.id = r.author
WHERE r.owner = :owner AND r.thing = :thing AND (r.author = :viewer OR r.owner = :viewer)
ORDER BY r.made_at, r.removal;

-- reaction_of: the thing of a reaction, to its author and to the thing's owner (index kept_reaction_removal)
SELECT thing FROM kept_reaction WHERE removal = :removal AND (author = :viewer OR owner = :viewer);

-- reaction_owner: whose thing it was said to, for its author and the thing's owner (index kept_reaction_removal)
SELECT owner FROM kept_reaction WHERE removal = :removal AND (author = :viewer OR owner = :viewer);

-- remove_reaction: (index kept_reaction_removal)
DELETE FROM kept_reaction WHERE removal = :removal AND (author = :viewer OR owner = :viewer);

-- reactions_of_thing: what the ledger calls them (index kept_reaction_of_thing)
SELECT removal FROM kept_reaction WHERE owner = :owner AND thing = :thing;

-- remove_reactions: with their thing (index kept_reaction_of_thing)
DELETE FROM kept_reaction WHERE owner = :owner AND thing = :thing;
