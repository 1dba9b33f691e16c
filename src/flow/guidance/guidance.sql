-- switch_on_now: at most one (few rows)
SELECT s.id, s.kind, s.purpose, s.help, s.assessed_on, s.assessed_where, s.agreed_on, p.name, s.on_at
FROM person_switch s
LEFT JOIN person p ON p.id = s.switched_on_by
WHERE s.off_at IS NULL;

-- switch_by_id: what that id wrote down, and who (primary key)
SELECT kind, purpose, help, assessed_on, assessed_where, agreed_on, switched_on_by FROM person_switch WHERE id = :id;

-- switch_on: when it is off (few rows)
INSERT INTO person_switch (id, kind, purpose, help, assessed_on, assessed_where, agreed_on, switched_on_by, on_at)
SELECT :id, :kind, :purpose, :help, :assessed_on, :assessed_where, :agreed_on, :viewer, :now
WHERE NOT EXISTS (SELECT 1 FROM person_switch WHERE off_at IS NULL)
ON CONFLICT DO NOTHING;

-- switch_off: (primary key)
UPDATE person_switch SET switched_off_by = :viewer, off_at = :now WHERE id = :id AND off_at IS NULL;

-- model_now: the only one
SELECT id, kept_at, card, body FROM person_model ORDER BY kept_at DESC, id DESC LIMIT 1;

-- model_now_id: of the only one
SELECT id FROM person_model ORDER BY kept_at DESC, id DESC LIMIT 1;

-- model_ids: all there are
SELECT id FROM person_model;

-- keep_model: a new one
INSERT INTO person_model (id, kept_at, card, body) VALUES (:id, :now, :card, :body);

-- remove_models: all
DELETE FROM person_model;

-- remove_evidence: all
DELETE FROM person_evidence;

-- evidence_of: a student's (index person_evidence_student)
SELECT id, model, brought_at, body FROM person_evidence WHERE student = :student;

-- evidence_for_model_now: when a student's was brought, for the model in use (index person_evidence_student)
SELECT brought_at FROM person_evidence WHERE student = :student AND model = (SELECT id FROM person_model ORDER BY kept_at DESC, id DESC LIMIT 1);

-- evidence_there: whose there is
SELECT id, student FROM person_evidence;

-- keep_evidence: takes the place of what there was (index person_evidence_student)
INSERT INTO person_evidence (id, student, model, brought_at, body) VALUES (:id, :student, :model, :now, :body)
ON CONFLICT (student) DO UPDATE SET id = excluded.id, model = excluded.model, brought_at = excluded.brought_at, body = excluded.body;

-- remove_evidence_of: one student's (index person_evidence_student)
DELETE FROM person_evidence WHERE student = :student;

-- own_student: whose counsellor the viewer is, this one (primary key and index person_role_team)
SELECT p.id, p.name
FROM person_role mine
JOIN person_role theirs ON theirs.team = mine.team
JOIN person p ON p.id = theirs.person
WHERE mine.person = :viewer AND mine.role = 'counsellor' AND mine.team <> '' AND theirs.role = 'student' AND p.id = :student AND p.id <> :viewer AND p.standing = 'active'
LIMIT 1;

-- add_look: once per id of who looks (primary key)
INSERT INTO person_look (viewer, id, student, purpose, looked_at, model, brought_at) VALUES (:viewer, :id, :student, :purpose, :now, :model, :brought_at)
ON CONFLICT DO NOTHING;

-- look_by_id: the viewer's own (primary key)
SELECT l.viewer, v.name, l.id, l.student, s.name, l.purpose, l.looked_at, l.brought_at, l.verdict, l.reason, l.model
FROM person_look l
LEFT JOIN person v ON v.id = l.viewer
LEFT JOIN person s ON s.id = l.student
WHERE l.viewer = :viewer AND l.id = :id;

-- looks_of: at a student, the latest first (index person_look_student)
SELECT l.viewer, v.name, l.id, l.student, '', l.purpose, l.looked_at, l.brought_at, l.verdict, l.reason, l.model
FROM person_look l
LEFT JOIN person v ON v.id = l.viewer
WHERE l.student = :student
ORDER BY l.looked_at DESC, l.id DESC;

-- look_to_tell: the latest of which a student did not say to have read it (index person_look_student)
SELECT l.viewer, v.name, l.id, l.student, '', l.purpose, l.looked_at, l.brought_at, l.verdict, l.reason, l.model
FROM person_look l
LEFT JOIN person v ON v.id = l.viewer
WHERE l.student = :student AND l.read_at IS NULL
ORDER BY l.looked_at DESC, l.id DESC
LIMIT 1;

-- read_looks: a student's, until then (index person_look_student)
UPDATE person_look SET read_at = :now WHERE student = :student AND looked_at <= :until AND read_at IS NULL;

-- judge_look: once (primary key)
UPDATE person_look SET verdict = :verdict, reason = :reason, judged_at = :now WHERE viewer = :viewer AND id = :id AND verdict IS NULL;

-- verdicts: of the school, without who
SELECT COUNT(*), COUNT(CASE WHEN verdict = 'override' THEN 1 END), COUNT(DISTINCT student), COUNT(DISTINCT viewer) FROM person_look WHERE verdict IS NOT NULL;

-- add_objection: once per id, and one at a time (index person_objection_student)
INSERT INTO person_objection (id, student, words, made_at)
SELECT :id, :student, :words, :now
WHERE NOT EXISTS (SELECT 1 FROM person_objection WHERE student = :student AND answered_at IS NULL)
ON CONFLICT DO NOTHING;

-- objections_of: a student's, the latest first (index person_objection_student)
SELECT o.id, o.student, '', o.words, o.made_at, o.outcome, o.answer, p.name, o.answered_at
FROM person_objection o
LEFT JOIN person p ON p.id = o.answered_by
WHERE o.student = :student
ORDER BY o.made_at DESC, o.id DESC;

-- objection_by_id: (primary key)
SELECT o.id, o.student, s.name, o.words, o.made_at, o.outcome, o.answer, p.name, o.answered_at
FROM person_objection o
LEFT JOIN person s ON s.id = o.student
LEFT JOIN person p ON p.id = o.answered_by
WHERE o.id = :id;

-- objections_waiting: the oldest first (few rows)
SELECT o.id, o.made_at, s.name FROM person_objection o LEFT JOIN person s ON s.id = o.student WHERE o.answered_at IS NULL ORDER BY o.made_at, o.id;

-- answer_objection: once (primary key)
UPDATE person_objection SET outcome = :outcome, answer = :answer, answered_by = :viewer, answered_at = :now WHERE id = :id AND answered_at IS NULL;

-- closed_to: whether a student's objection waits, or was honoured (index person_objection_student)
SELECT COALESCE(outcome, 'waiting') FROM person_objection WHERE student = :student AND (outcome IS NULL OR outcome = 'stopped') ORDER BY outcome IS NULL DESC LIMIT 1;

-- erase_fit_looks: (index person_look_student)
DELETE FROM person_look WHERE student = :person;

-- erase_objections: (index person_objection_student)
DELETE FROM person_objection WHERE student = :person;
