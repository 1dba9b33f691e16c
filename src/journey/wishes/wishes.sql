-- follow_wish: the same "als" again changes nothing (primary key)
INSERT INTO wish_signal (owner, wish, form, day_at, place, since, answered_at, removal)
VALUES (:owner, :wish, :form, :day_at, :place, :now, :over_at, :removal)
ON CONFLICT (owner, wish) DO UPDATE
SET form = excluded.form, day_at = excluded.day_at, place = excluded.place, since = excluded.since, called_at = NULL, call = '', answered_at = NULL, answer = ''
WHERE wish_signal.form <> excluded.form OR COALESCE(wish_signal.day_at, 0) <> COALESCE(excluded.day_at, 0) OR wish_signal.place <> excluded.place;

-- forget_wish: it has no "als", has ended, or is gone (primary key)
DELETE FROM wish_signal WHERE owner = :owner AND wish = :wish;

-- came_back: the viewer's own, not from the bin; the oldest "als" first (primary keys; index place_visit_in_order)
SELECT s.wish
FROM wish_signal s
JOIN own_record r ON r.id = s.wish AND r.owner = s.owner
WHERE s.owner = :viewer AND s.answered_at IS NULL AND r.thrown_at IS NULL
  AND (s.called_at <= :now
       OR (s.called_at IS NULL AND (s.day_at <= :now
            OR EXISTS (SELECT 1 FROM place_visit v
                       WHERE v.owner = s.owner AND v.place = s.place AND s.form = 'place' AND v.said = 'moment' AND v.began_at > s.since))))
ORDER BY s.since, s.wish;

-- call_wish: what the traveller recognises happens now, as often as they say so (primary key)
UPDATE wish_signal SET called_at = :now, call = :call, answered_at = NULL
WHERE owner = :viewer AND wish = :wish AND form = 'own' AND call <> :call;

-- wish_later: of one that is back (primary key)
UPDATE wish_signal SET called_at = :later, answer = :answer
WHERE owner = :viewer AND wish = :wish AND answered_at IS NULL AND answer <> :answer;

-- wish_answered: of one that is back (primary key)
UPDATE wish_signal SET answered_at = :now, answer = :answer
WHERE owner = :viewer AND wish = :wish AND answered_at IS NULL AND answer <> :answer;

-- erase_wishes: all signals of a person (primary key)
DELETE FROM wish_signal WHERE owner = :person;
