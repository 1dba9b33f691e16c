-- add_story: once per id (primary key)
INSERT INTO story (id, address, body, began_at) VALUES (:id, :address, :body, :now) ON CONFLICT DO NOTHING;

-- stories: the latest first (some tens of rows)
SELECT id, address, body, began_at, closed_at FROM story ORDER BY began_at DESC, id DESC;

-- find_story: (primary key)
SELECT id, address, body, began_at, closed_at FROM story WHERE id = :id;

-- stories_about: one figure, the latest first (index story_address)
SELECT id, address, body, began_at, closed_at FROM story WHERE address = :address ORDER BY began_at DESC, id DESC;

-- close_story: once (primary key)
UPDATE story SET closed_at = :now WHERE id = :id AND closed_at IS NULL;

-- open_story: (primary key)
UPDATE story SET closed_at = NULL WHERE id = :id AND closed_at IS NOT NULL;

-- stories_long_quiet: in which nothing happened since (index story_line_story)
SELECT s.id FROM story s
WHERE s.began_at < :until AND (s.closed_at IS NULL OR s.closed_at < :until) AND NOT EXISTS (SELECT 1 FROM story_line l WHERE l.story = s.id AND l.written_at >= :until);

-- remove_authors_of: (index story_line_story)
DELETE FROM story_author WHERE line IN (SELECT id FROM story_line WHERE story = :story);

-- remove_lines_of: (index story_line_story)
DELETE FROM story_line WHERE story = :story;

-- remove_story: (primary key)
DELETE FROM story WHERE id = :id;

-- add_story_line: once per id (primary key)
INSERT INTO story_line (id, story, kind, about, month, body, change, written_at) VALUES (:id, :story, :kind, :about, :month, :body, :change, :now) ON CONFLICT DO NOTHING;

-- add_story_author: (primary key)
INSERT INTO story_author (line, person) VALUES (:line, :person) ON CONFLICT DO NOTHING;

-- story_lines: as they were written; by whom, as long as that is known (index story_line_story, primary keys)
SELECT l.id, l.story, l.kind, l.about, l.month, l.body, l.change, l.written_at, p.id, p.name
FROM story_line l
LEFT JOIN story_author a ON a.line = l.id
LEFT JOIN person p ON p.id = a.person
WHERE l.story = :story
ORDER BY l.written_at, l.id;

-- find_story_line: (primary keys)
SELECT l.id, l.story, l.kind, l.about, l.month, l.body, l.change, l.written_at, p.id, p.name
FROM story_line l
LEFT JOIN story_author a ON a.line = l.id
LEFT JOIN person p ON p.id = a.person
WHERE l.id = :id;

-- open_actions: of which nothing was written that came of them, the first to be done first (some tens of rows; index story_line_about)
SELECT l.id, l.story, l.kind, l.about, l.month, l.body, l.change, l.written_at, p.id, p.name
FROM story_line l
LEFT JOIN story_author a ON a.line = l.id
LEFT JOIN person p ON p.id = a.person
WHERE l.kind = 'action' AND NOT EXISTS (SELECT 1 FROM story_line o WHERE o.about = l.id)
ORDER BY l.month, l.written_at, l.id;

-- lines_by: of one person, the latest first (index story_author_person, primary keys)
SELECT l.id, l.story, l.kind, l.about, l.month, l.body, l.change, l.written_at, p.id, p.name
FROM story_author a
JOIN story_line l ON l.id = a.line
JOIN person p ON p.id = a.person
WHERE a.person = :person
ORDER BY l.written_at DESC, l.id DESC;

-- change_story_line: one's own, on what was seen last (primary keys)
UPDATE story_line SET body = :body, month = :month, change = :change
WHERE id = :id AND change = :seen AND EXISTS (SELECT 1 FROM story_author a WHERE a.line = story_line.id AND a.person = :person);

-- remove_story_line: one's own, of which nobody wrote what came of it (primary keys, index story_line_about)
DELETE FROM story_line
WHERE id = :id AND EXISTS (SELECT 1 FROM story_author a WHERE a.line = story_line.id AND a.person = :person) AND NOT EXISTS (SELECT 1 FROM story_line o WHERE o.about = :id);

-- remove_story_author: (primary key)
DELETE FROM story_author WHERE line = :line;

-- erase_story_authors: (index story_author_person)
DELETE FROM story_author WHERE person = :person;
