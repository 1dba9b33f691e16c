-- kept_span: when the viewer kept their first and last thing (index kept_thing_newest)
SELECT MIN(kept_at), MAX(kept_at) FROM kept_thing WHERE owner = :viewer AND thrown_at IS NULL;

-- any_kept: whether they kept anything from a moment to before a moment (index kept_thing_newest)
SELECT 1 FROM kept_thing WHERE owner = :viewer AND kept_at >= :from AND kept_at < :until AND thrown_at IS NULL LIMIT 1;

-- answered_things: the viewer's things to which somebody said something, oldest first (indexes kept_reaction_of_thing and kept_thing_newest)
SELECT id
FROM kept_thing
WHERE owner = :viewer AND thrown_at IS NULL AND EXISTS (SELECT 1 FROM kept_reaction r WHERE r.owner = kept_thing.owner AND r.thing = kept_thing.id)
ORDER BY kept_at, id;
