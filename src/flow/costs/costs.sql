-- cost_sets: by name (some)
SELECT id, name, least, imported_at FROM cost_set ORDER BY name;

-- cost_lines: of a set, as they were made (primary key)
SELECT number, activity, is_whole, programme, prior, students, refused, completed, completed_low, completed_high, dropped, dropped_low, dropped_high, hours, hours_low, hours_high, cost, cost_low, cost_high
FROM cost_line WHERE cost_set = :set ORDER BY number;

-- cost_steps: of a set, line by line (primary key)
SELECT line_number, hours, completed, completed_low, completed_high FROM cost_step WHERE cost_set = :set ORDER BY line_number, number;

-- cost_set_called: (index cost_set_name)
SELECT id FROM cost_set WHERE name = :name;

-- add_cost_set: one that was read in
INSERT INTO cost_set (id, name, digest, least, imported_at) VALUES (:id, :name, :digest, :least, :now);

-- add_cost_line: of a set that is made
INSERT INTO cost_line (cost_set, number, activity, is_whole, programme, prior, students, refused, completed, completed_low, completed_high, dropped, dropped_low, dropped_high, hours, hours_low, hours_high, cost, cost_low, cost_high)
VALUES (:set, :number, :activity, :is_whole, :programme, :prior, :students, :refused, :completed, :completed_low, :completed_high, :dropped, :dropped_low, :dropped_high, :hours, :hours_low, :hours_high, :cost, :cost_low, :cost_high);

-- add_cost_step: of a line that is made
INSERT INTO cost_step (cost_set, line_number, number, hours, completed, completed_low, completed_high) VALUES (:set, :line, :number, :hours, :completed, :completed_low, :completed_high);

-- remove_cost_set: (primary key)
DELETE FROM cost_set WHERE id = :id;

-- remove_cost_lines: (primary key)
DELETE FROM cost_line WHERE cost_set = :set;

-- remove_cost_steps: (primary key)
DELETE FROM cost_step WHERE cost_set = :set;
