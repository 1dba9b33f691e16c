-- add_theme: (primary key)
INSERT INTO answer_theme (id, body, made_at) VALUES (:id, :body, :now);

-- themes: newest first (some tens of rows)
SELECT id, body, change, answered_at FROM answer_theme ORDER BY made_at DESC, id DESC;

-- themes_answered: those that were said to all, the last one first (some tens of rows)
SELECT id, body, change, answered_at FROM answer_theme WHERE answered_at IS NOT NULL ORDER BY answered_at DESC, id DESC;

-- themes_of_answer: those of them under which it was laid (index theme_answer_owner)
SELECT t.id, t.body, t.change, t.answered_at
FROM theme_answer a
JOIN answer_theme t ON t.id = a.theme
WHERE a.owner = :owner AND a.answer = :answer AND t.answered_at IS NOT NULL
ORDER BY t.answered_at DESC, t.id DESC;

-- find_theme: (primary key)
SELECT id, body, change, answered_at FROM answer_theme WHERE id = :id;

-- remove_theme: (primary key)
DELETE FROM answer_theme WHERE id = :id;

-- remove_picks_of_theme: (primary key)
DELETE FROM theme_answer WHERE theme = :theme;

-- reply_to_theme: (primary key)
UPDATE answer_theme SET body = :body, change = :change, answered_at = :now WHERE id = :id;

-- take_reply_back: only the one that was seen (primary key)
UPDATE answer_theme SET answered_at = NULL WHERE id = :id AND change = :seen;

-- lay_under: laid again, it was laid now (primary key)
INSERT INTO theme_answer (theme, owner, answer, picked_at, removal) VALUES (:theme, :owner, :answer, :now, :removal)
ON CONFLICT (theme, owner, answer) DO UPDATE SET picked_at = excluded.picked_at;

-- take_from_under: (primary key)
DELETE FROM theme_answer WHERE theme = :theme AND owner = :owner AND answer = :answer;

-- remove_picks_of_answer: of all themes (index theme_answer_owner)
DELETE FROM theme_answer WHERE owner = :owner AND answer = :answer;

-- erase_picks: (index theme_answer_owner)
DELETE FROM theme_answer WHERE owner = :person;

-- picks: laid there by then, of a student who is here, and shared with somebody who guides ever since (primary key; indexes access_grant_thing, person_role)
SELECT t.owner, t.answer
FROM theme_answer t
JOIN own_record r ON r.owner = t.owner AND r.id = t.answer AND r.kind = 'answer' AND r.thrown_at IS NULL
JOIN person s ON s.id = t.owner AND s.standing NOT IN ('suspended', 'left')
WHERE t.theme = :theme AND t.picked_at <= :until
  AND EXISTS (SELECT 1 FROM person_role WHERE person = t.owner AND role = 'student')
  AND EXISTS (
    SELECT 1
    FROM access_grant g
    JOIN person_role h ON h.person = g.grantee AND h.role IN ('counsellor', 'teamleader', 'coordinator')
    JOIN person p ON p.id = g.grantee AND p.standing NOT IN ('suspended', 'left')
    WHERE g.kind = 'answer' AND g.thing = t.answer AND g.owner = t.owner AND g.grantee <> t.owner
      AND g.given_at <= t.picked_at AND (g.closes_at IS NULL OR g.closes_at > :now))
ORDER BY t.owner, t.answer;
