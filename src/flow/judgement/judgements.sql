-- ask_judgement: once per id (primary key)
INSERT INTO judged_group (id, team, name, outcome, cohort, students, model, asked_at)
VALUES (:id, :team, :name, :outcome, :cohort, :students, :model, :now)
ON CONFLICT DO NOTHING;

-- judged_group: with its model's share, which leaves the store only by show_model (primary key)
SELECT id, team, name, outcome, cohort, students, asked_at, model, resolved_at IS NOT NULL FROM judged_group WHERE id = :id;

-- open_groups: of a team, not resolved yet, the latest first; without the model's share (index judged_group_team, primary keys)
SELECT g.id, g.team, g.name, g.outcome, g.cohort, g.students, g.asked_at, h.of_ten, l.looked_at
FROM judged_group g
LEFT JOIN hunch h ON h.judged_group = g.id AND h.person = :viewer
LEFT JOIN model_look l ON l.judged_group = g.id AND l.person = :viewer
WHERE g.team = :team AND g.resolved_at IS NULL
ORDER BY g.asked_at DESC, g.id;

-- seen_group: one, with what the viewer said and, once they looked, the model's share (primary keys)
SELECT g.id, g.team, g.name, g.outcome, g.cohort, g.students, g.asked_at, h.of_ten, l.looked_at, CASE WHEN l.looked_at IS NULL THEN NULL ELSE g.model END,
       CASE WHEN g.model IS NULL THEN 0 ELSE 1 END, g.resolved_at, g.resolved_of, g.happened
FROM judged_group g
LEFT JOIN hunch h ON h.judged_group = g.id AND h.person = :viewer
LEFT JOIN model_look l ON l.judged_group = g.id AND l.person = :viewer
WHERE g.id = :id;

-- asked_groups: all, first what did not come out yet, the latest first (a school asks some dozens a year)
SELECT g.id, g.team, g.name, g.outcome, g.cohort, g.students, g.asked_at, h.of_ten, l.looked_at, CASE WHEN l.looked_at IS NULL THEN NULL ELSE g.model END,
       CASE WHEN g.model IS NULL THEN 0 ELSE 1 END, g.resolved_at, g.resolved_of, g.happened
FROM judged_group g
LEFT JOIN hunch h ON h.judged_group = g.id AND h.person = :viewer
LEFT JOIN model_look l ON l.judged_group = g.id AND l.person = :viewer
ORDER BY CASE WHEN g.resolved_at IS NULL THEN 0 ELSE 1 END, g.asked_at DESC, g.id;

-- asked_teams: (index judged_group_team)
SELECT DISTINCT team FROM judged_group ORDER BY team;

-- hunches_made: by all together
SELECT COUNT(*) FROM hunch;

-- say_hunch: as often as one likes until one saw the model, or it came out (primary keys)
INSERT INTO hunch (judged_group, person, of_ten, said_at)
SELECT g.id, :viewer, :of_ten, :now
FROM judged_group g
WHERE g.id = :id AND g.resolved_at IS NULL AND g.asked_at <= :now
  AND NOT EXISTS (SELECT 1 FROM model_look l WHERE l.judged_group = g.id AND l.person = :viewer)
ON CONFLICT (judged_group, person) DO UPDATE SET of_ten = excluded.of_ten, said_at = excluded.said_at;

-- look_at_model: the first time counts (primary key)
INSERT INTO model_look (judged_group, person, looked_at) VALUES (:id, :viewer, :now) ON CONFLICT DO NOTHING;

-- resolve_group: once (primary key)
UPDATE judged_group SET resolved_at = :now, resolved_of = :students, happened = :happened WHERE id = :id AND resolved_at IS NULL;

-- own_hunches: the viewer's own that came out, the latest first (index hunch_person, primary key)
SELECT g.id, g.name, g.outcome, g.cohort, h.of_ten, g.resolved_of, g.happened, h.said_at, g.resolved_at
FROM hunch h
JOIN judged_group g ON g.id = h.judged_group
WHERE h.person = :viewer AND g.resolved_at IS NOT NULL
ORDER BY g.resolved_at DESC, g.id;

-- said_by: all that the viewer said, also what did not come out yet, the latest first (index hunch_person, primary key)
SELECT g.id, g.name, g.outcome, g.cohort, h.of_ten, g.resolved_of, g.happened, h.said_at, g.resolved_at
FROM hunch h
JOIN judged_group g ON g.id = h.judged_group
WHERE h.person = :viewer
ORDER BY h.said_at DESC, g.id;

-- team_hunches: all that came out, for the rule of teams alone (index judged_group_team, primary key)
SELECT h.person, g.cohort, h.of_ten, g.resolved_of, g.happened, g.model, g.id
FROM judged_group g
JOIN hunch h ON h.judged_group = g.id
WHERE g.team = :team AND g.resolved_at IS NOT NULL
ORDER BY g.resolved_at, g.id, h.person;

-- erase_hunches: (index hunch_person)
DELETE FROM hunch WHERE person = :person;

-- erase_looks: (index model_look_person)
DELETE FROM model_look WHERE person = :person;
