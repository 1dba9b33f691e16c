-- ask: once by one id (primary key), and one that stands at a time (index asked_open)
INSERT INTO asked (id, owner, companion, kind, about_kind, about, words, asked_at, ends_at, removal)
VALUES (:id, :owner, :companion, :kind, :about_kind, :about, :words, :now, :ends_at, :removal)
ON CONFLICT DO NOTHING;

-- asked_by_id: what that id asked (primary key)
SELECT about_kind, about, words FROM asked WHERE owner = :owner AND companion = :companion AND kind = :kind AND id = :id;

-- asked_whom: of whom that id asked something (primary key)
SELECT companion FROM asked WHERE owner = :owner AND kind = 'react' AND id = :id LIMIT 1;

-- asked_before: about that, whatever became of it (index asked_about)
SELECT 1 FROM asked WHERE owner = :owner AND companion = :companion AND kind = :kind AND about_kind = :about_kind AND about = :about LIMIT 1;

-- replace_asked: the newest words stand (index asked_open)
UPDATE asked SET closed_at = :now
WHERE owner = :owner AND companion = :companion AND kind = :kind AND about_kind = :about_kind AND about = :about AND closed_at IS NULL;

-- asked_of: what stands and is asked of the viewer, latest first; nothing of who is away, and nothing for them (primary key and index asked_companion)
SELECT a.removal, a.kind, a.about_kind, a.about, a.owner, p.id, p.name, a.words, a.asked_at
FROM asked a
JOIN person p ON p.id = CASE WHEN a.kind = 'react' THEN a.owner ELSE a.companion END
WHERE ((a.companion = :viewer AND a.kind = 'react') OR (a.owner = :viewer AND a.kind = 'compass'))
  AND a.closed_at IS NULL AND (a.ends_at IS NULL OR a.ends_at > :now) AND p.standing NOT IN ('suspended', 'left')
  AND NOT EXISTS (SELECT 1 FROM person me WHERE me.id = :viewer AND me.standing IN ('suspended', 'left'))
ORDER BY a.asked_at DESC, a.removal DESC;

-- acquainted_since: whichever of the two began (index acquaintance_pair)
SELECT since FROM acquaintance WHERE (one = :one AND other = :other) OR (one = :other AND other = :one) ORDER BY since LIMIT 1;

-- close_asked: by who is asked (index asked_removal)
UPDATE asked SET closed_at = :now
WHERE removal = :removal AND closed_at IS NULL AND ((companion = :viewer AND kind = 'react') OR (owner = :viewer AND kind = 'compass'));

-- close_asked_about: by who said something back (index asked_open)
UPDATE asked SET closed_at = :now
WHERE owner = :owner AND companion = :viewer AND kind = 'react' AND about_kind = :about_kind AND about = :about AND closed_at IS NULL;

-- removals_of_asked: what the ledger calls what was asked about a thing (index asked_about)
SELECT removal FROM asked WHERE owner = :owner AND about_kind = :about_kind AND about = :about;

-- remove_asked: with their thing (index asked_about)
DELETE FROM asked WHERE owner = :owner AND about_kind = :about_kind AND about = :about;

-- erase_asked: by them and of them (primary key and index asked_companion)
DELETE FROM asked WHERE owner = :person OR companion = :person;
