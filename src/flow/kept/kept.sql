-- sets: by name (some)
SELECT id, name, seen_until, least, imported_at FROM flow_set ORDER BY name;

-- states_of: of a set, in order (primary key)
SELECT name FROM flow_state WHERE data_set = :set ORDER BY number;

-- tables_to_choose: what pages offer to choose from: sectors, levels, programmes and years by themselves, in the order in which they are offered (index flow_table_told; the + keeps SQLite from walking all tables for their order)
SELECT family, sector, level, programme, began FROM flow_table WHERE data_set = :set AND family IN ('year', 'sector', 'sector_level', 'programme') ORDER BY +number;

-- table_of: the one of a family that tells this; a sector or level that is empty is not asked (index flow_table_told)
SELECT family, sector, level, programme, began, number FROM flow_table
WHERE data_set = :set AND family = :family AND programme = :programme AND began = :began AND (:sector = '' OR sector = :sector) AND (:level = '' OR level = :level)
LIMIT 1;

-- figures_of_level: of all tables of that family with this level together (index flow_table_told, then the primary key: CROSS JOIN says which goes first)
SELECT figure.step, figure.from_state, figure.to_state, CAST(SUM(figure.students) AS BIGINT)
FROM flow_table AS told CROSS JOIN flow_figure AS figure
WHERE told.data_set = :set AND told.family = :family AND told.level = :level AND figure.data_set = told.data_set AND figure.table_number = told.number
GROUP BY figure.step, figure.from_state, figure.to_state ORDER BY figure.step, figure.from_state, figure.to_state;

-- figures_of: of a table (primary key)
SELECT step, from_state, to_state, students FROM flow_figure WHERE data_set = :set AND table_number = :number ORDER BY step, from_state, to_state;

-- set_called: (index flow_set_name)
SELECT id FROM flow_set WHERE name = :name;

-- add_set: one that was read in
INSERT INTO flow_set (id, name, digest, seen_until, least, imported_at) VALUES (:id, :name, :digest, :seen_until, :least, :now);

-- add_state: of a set that is made
INSERT INTO flow_state (data_set, number, name) VALUES (:set, :number, :name);

-- add_table: of a set that is made
INSERT INTO flow_table (data_set, number, family, sector, level, programme, began) VALUES (:set, :number, :family, :sector, :level, :programme, :began);

-- add_figure: of a set that is made
INSERT INTO flow_figure (data_set, table_number, step, from_state, to_state, students) VALUES (:set, :number, :step, :from, :to, :students);

-- remove_set: (primary key)
DELETE FROM flow_set WHERE id = :id;

-- remove_states: (primary key)
DELETE FROM flow_state WHERE data_set = :set;

-- remove_tables: (primary key)
DELETE FROM flow_table WHERE data_set = :set;

-- remove_figures: (primary key)
DELETE FROM flow_figure WHERE data_set = :set;
