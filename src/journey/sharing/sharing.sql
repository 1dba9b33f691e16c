-- place_of_shared_thing: where it was kept, unless it lies in the bin (primary key)
SELECT place, place_name FROM kept_thing WHERE id = :id AND owner = :owner AND thrown_at IS NULL;

-- shared_record_there: unless it lies in the bin (primary key)
SELECT 1 FROM own_record WHERE id = :id AND owner = :owner AND kind = :kind AND thrown_at IS NULL;

-- react: once by one id (primary key)
INSERT INTO kept_reaction (id, owner, kind, thing, author, words, symbol, made_at, removal)
VALUES (:id, :owner, :kind, :thing, :author, :words, :symbol, :now, :removal)
ON CONFLICT (author, id) DO NOTHING;

-- reaction_sent: what the author said to that thing by that id (primary key)
SELECT r.removal, r.author, p.name, r.words, r.symbol, r.made_at, r.owner
FROM kept_reaction r
LEFT JOIN person p ON p.id = r.author
WHERE r.author = :author AND r.id = :id AND r.owner = :owner AND r.kind = :kind AND r.thing = :thing;

-- reactions_to: to one thing, oldest first; all to its owner, their own to everyone else (index kept_reaction_of_thing)
SELECT r.removal, r.author, p.name, r.words, r.symbol, r.made_at, r.owner
FROM kept_reaction r
LEFT JOIN person p ON p.id = r.author
WHERE r.owner = :owner AND r.kind = :kind AND r.thing = :thing AND (r.author = :viewer OR r.owner = :viewer)
ORDER BY r.made_at, r.removal;

-- reaction_there: to its author and to the thing's owner (index kept_reaction_removal)
SELECT 1 FROM kept_reaction WHERE removal = :removal AND (author = :viewer OR owner = :viewer);

-- reaction_owner: whose thing it was said to, for its author and the thing's owner (index kept_reaction_removal)
SELECT owner FROM kept_reaction WHERE removal = :removal AND (author = :viewer OR owner = :viewer);

-- remove_reaction: (index kept_reaction_removal)
DELETE FROM kept_reaction WHERE removal = :removal AND (author = :viewer OR owner = :viewer);

-- reactions_of_thing: what the ledger calls them (index kept_reaction_of_thing)
SELECT removal FROM kept_reaction WHERE owner = :owner AND kind = :kind AND thing = :thing;

-- remove_reactions: with their thing (index kept_reaction_of_thing)
DELETE FROM kept_reaction WHERE owner = :owner AND kind = :kind AND thing = :thing;

-- erase_reactions: to their things, and by them to somebody else's (index kept_reaction_of_thing and primary key)
DELETE FROM kept_reaction WHERE owner = :person OR author = :person;
