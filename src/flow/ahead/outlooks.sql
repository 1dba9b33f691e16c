-- noise_key: of the school (primary key)
SELECT secret FROM flow_noise_key WHERE number = :number;

-- add_noise_key: once
INSERT INTO flow_noise_key (number, secret) VALUES (:number, :secret);

-- outlook_of: of a set (primary key)
SELECT first_year, begun, entry, years, intake_spread, missing, missing_about FROM flow_outlook WHERE data_set = :set;

-- outlook_states: of a set, in order (primary key)
SELECT name FROM flow_outlook_state WHERE data_set = :set ORDER BY number;

-- outlook_subjects: of a set, in order (primary key)
SELECT level, name, sector, rest FROM flow_outlook_subject WHERE data_set = :set ORDER BY number;

-- outlook_lines: of a subject (primary key)
SELECT state, was, year, ahead, refusal, borrowed, median, low80, high80, low95, high95, own_median, own_low80, own_high80, own_low95, own_high95, happened
FROM flow_outlook_line WHERE data_set = :set AND subject = :subject ORDER BY state, was, year;

-- outlook_gates: of a set (primary key)
SELECT state, ahead, colour, doubts, forecasts, cohorts, skill, skill_low, skill_high, shown80, shown95 FROM flow_outlook_gate WHERE data_set = :set ORDER BY state, ahead;

-- outlook_splits: of a set, in order (primary key)
SELECT from_state, to_state, rest_state, mean, among, within, year_spread FROM flow_outlook_split WHERE data_set = :set ORDER BY number;

-- outlook_past: of a subject (primary key)
SELECT a, b, students FROM flow_outlook_count WHERE data_set = :set AND subject = :subject AND counted = 'past' ORDER BY a, b;

-- outlook_counts: what "what if" is reckoned with, of all programmes of a set (primary key)
SELECT subject, counted, a, b, students FROM flow_outlook_count WHERE data_set = :set AND counted <> 'past' ORDER BY subject, counted, a, b;

-- add_outlook: of a set that is made
INSERT INTO flow_outlook (data_set, first_year, begun, entry, years, intake_spread, seed, missing, missing_about) VALUES (:set, :first_year, :begun, :entry, :years, :intake_spread, :seed, :missing, :missing_about);

-- add_outlook_state: of a set that is made
INSERT INTO flow_outlook_state (data_set, number, name) VALUES (:set, :number, :name);

-- add_outlook_subject: of a set that is made
INSERT INTO flow_outlook_subject (data_set, number, level, name, sector, rest) VALUES (:set, :number, :level, :name, :sector, :rest);

-- add_outlook_line: of a set that is made
INSERT INTO flow_outlook_line (data_set, subject, state, was, year, ahead, refusal, borrowed, median, low80, high80, low95, high95, own_median, own_low80, own_high80, own_low95, own_high95, happened)
VALUES (:set, :subject, :state, :was, :year, :ahead, :refusal, :borrowed, :median, :low80, :high80, :low95, :high95, :own_median, :own_low80, :own_high80, :own_low95, :own_high95, :happened);

-- add_outlook_gate: of a set that is made
INSERT INTO flow_outlook_gate (data_set, state, ahead, colour, doubts, forecasts, cohorts, skill, skill_low, skill_high, shown80, shown95)
VALUES (:set, :state, :ahead, :colour, :doubts, :forecasts, :cohorts, :skill, :skill_low, :skill_high, :shown80, :shown95);

-- add_outlook_split: of a set that is made
INSERT INTO flow_outlook_split (data_set, number, from_state, to_state, rest_state, mean, among, within, year_spread) VALUES (:set, :number, :from, :to, :rest, :mean, :among, :within, :year_spread);

-- add_outlook_counts: of a set that is made
INSERT INTO flow_outlook_count (data_set, subject, counted, a, b, students) VALUES (:set, :subject, :counted, :a, :b, :students);

-- remove_outlook: (primary key)
DELETE FROM flow_outlook WHERE data_set = :set;

-- remove_outlook_states: (primary key)
DELETE FROM flow_outlook_state WHERE data_set = :set;

-- remove_outlook_subjects: (primary key)
DELETE FROM flow_outlook_subject WHERE data_set = :set;

-- remove_outlook_lines: (primary key)
DELETE FROM flow_outlook_line WHERE data_set = :set;

-- remove_outlook_gates: (primary key)
DELETE FROM flow_outlook_gate WHERE data_set = :set;

-- remove_outlook_splits: (primary key)
DELETE FROM flow_outlook_split WHERE data_set = :set;

-- remove_outlook_counts: (primary key)
DELETE FROM flow_outlook_count WHERE data_set = :set;
