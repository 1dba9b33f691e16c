-- lock_change: the last change of the viewer's thing (primary key)
SELECT change, words FROM kept_thing WHERE id = :id AND owner = :viewer AND thrown_at IS NULL;

-- keep_version: the words as they were (primary key)
INSERT INTO kept_version (id, owner, thing, words, replaced_at, removal)
VALUES (:id, :owner, :thing, :words, :now, :removal)
ON CONFLICT (owner, id) DO NOTHING;

-- was_changed_so: whether that change was made before (primary key)
SELECT 1 FROM kept_version WHERE owner = :viewer AND id = :id;

-- words_after_change: what that change made of this thing, when it was changed again since (primary key; index kept_version_of_thing)
SELECT later.words
FROM kept_version AS made
JOIN kept_version AS later ON later.owner = made.owner AND later.thing = made.thing AND (later.replaced_at, later.id) > (made.replaced_at, made.id)
WHERE made.owner = :viewer AND made.id = :id AND made.thing = :thing
ORDER BY later.replaced_at, later.id
LIMIT 1;

-- change_thing: the words and marks of now (primary key)
UPDATE kept_thing SET words = :words, marks = :marks, happened_from = :happened_from, happened_until = :happened_until, happened_said = :happened_said, change = :change
WHERE id = :id AND owner = :owner;

-- earlier_words: the latest first (index kept_version_of_thing)
SELECT id, words, replaced_at FROM kept_version WHERE owner = :viewer AND thing = :thing ORDER BY replaced_at DESC, id DESC;
