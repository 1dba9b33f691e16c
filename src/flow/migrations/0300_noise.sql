-- Counts beside forecasts have the school's noise now, and no longer the ten they lay in. Forecasts that were kept with tens go, as they could be solved for small groups; pages ask
-- to read the data in again.
DROP TABLE flow_outlook_tens;
DELETE FROM flow_outlook_split;
DELETE FROM flow_outlook_gate;
DELETE FROM flow_outlook_line;
DELETE FROM flow_outlook_subject;
DELETE FROM flow_outlook_state;
DELETE FROM flow_outlook;

-- Counts of students, each with a few more or less.
CREATE TABLE flow_outlook_count (
    data_set TEXT NOT NULL, -- of which set
    subject BIGINT NOT NULL, -- of what
    counted TEXT NOT NULL, -- past: in state a in year b; ways: from state a to b, all years; present: in state a now; intake: of a year (a = 0), of this year (a = 1)
    a BIGINT NOT NULL, -- see counted
    b BIGINT NOT NULL, -- see counted
    students BIGINT NOT NULL, -- with noise
    PRIMARY KEY (data_set, subject, counted, a, b)
);

-- What decides how many more or less.
CREATE TABLE flow_noise_key (
    number BIGINT PRIMARY KEY, -- 1
    secret BYTEA NOT NULL -- 32 bytes; told nowhere
);
