-- kept_span: when the viewer kept their first and last thing (index kept_thing_newest)
SELECT MIN(kept_at), MAX(kept_at) FROM kept_thing WHERE owner = :viewer AND thrown_at IS NULL;

-- any_kept: whether they kept anything from a moment to before a moment (index kept_thing_newest)
SELECT 1 FROM kept_thing WHERE owner = :viewer AND kept_at >= :from AND kept_at < :until AND thrown_at IS NULL LIMIT 1;

-- answered: what of the viewer's others said something to, and does not lie in the bin (index kept_reaction_of_thing)
SELECT r.kind, r.thing
FROM kept_reaction r
WHERE r.owner = :viewer
  AND NOT EXISTS (SELECT 1 FROM kept_thing t WHERE r.kind = 'kept_thing' AND t.id = r.thing AND t.owner = r.owner AND t.thrown_at IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM own_record o WHERE o.kind = r.kind AND o.id = r.thing AND o.owner = r.owner AND o.thrown_at IS NOT NULL)
GROUP BY r.kind, r.thing
ORDER BY MIN(r.made_at), r.thing;

-- kept_ids: what the viewer kept (index kept_thing_newest)
SELECT id FROM kept_thing WHERE owner = :viewer AND thrown_at IS NULL;

-- record_ids: what the viewer made beside it (index own_record_newest)
SELECT kind, id FROM own_record WHERE owner = :viewer AND thrown_at IS NULL;
