-- Data about how students flow, as a page may show them: what is too small to show is never stored, and neither is anybody.
CREATE TABLE flow_set (
    id TEXT NOT NULL PRIMARY KEY, -- new each time it is read in
    name TEXT NOT NULL, -- what the school calls it; read in again under the same name it replaces the former
    digest TEXT NOT NULL, -- BLAKE2b of the file that was read, in hexadecimal
    seen_until BIGINT NOT NULL, -- the last school year of which the begin is known: 2025 for 2025–2026
    least BIGINT NOT NULL, -- figures above 0 are this at least; 0: published figures, of which nothing is hidden
    imported_at BIGINT NOT NULL -- when it was read in, milliseconds UTC
);
CREATE UNIQUE INDEX flow_set_name ON flow_set (name);

-- The states in which students can be, in the order of the data.
CREATE TABLE flow_state (
    data_set TEXT NOT NULL, -- of which set
    number BIGINT NOT NULL, -- as figures name it
    name TEXT NOT NULL, -- as the mapping of the school names it: "year1", "left"
    PRIMARY KEY (data_set, number)
);

-- A table of figures: of the school, or of what a filter leaves of it.
CREATE TABLE flow_table (
    data_set TEXT NOT NULL, -- of which set
    number BIGINT NOT NULL, -- within the set
    family TEXT NOT NULL, -- what it tells apart: school, year, sector, sector_level, programme
    sector TEXT NOT NULL, -- empty: not told apart; *: programmes of few students together
    level TEXT NOT NULL, -- the same
    programme TEXT NOT NULL, -- the same
    began BIGINT NOT NULL, -- the school year in which these students began; 0: all years
    PRIMARY KEY (data_set, number)
);

-- How many students went from a state to a state from one year to the next. Only what may be shown stands here (src/flow/cells).
CREATE TABLE flow_figure (
    data_set TEXT NOT NULL, -- of which set
    table_number BIGINT NOT NULL, -- of which table
    step BIGINT NOT NULL, -- 0: from the school year in which they began to the next
    from_state BIGINT NOT NULL, -- the number of a state
    to_state BIGINT NOT NULL, -- 254: all who were there and are known a year later
    students BIGINT NOT NULL, -- 0, or at least what the set says
    PRIMARY KEY (data_set, table_number, step, from_state, to_state)
);
