-- What activities take and cost, as a page may show it: what is too small to show is never stored, and neither is anybody.
CREATE TABLE cost_set (
    id TEXT NOT NULL PRIMARY KEY, -- new each time it is read in
    name TEXT NOT NULL, -- what the school calls it; read in again under the same name it replaces the former
    digest TEXT NOT NULL, -- BLAKE2b of the file that was read, in hexadecimal
    least BIGINT NOT NULL, -- students in what can be reckoned are 0, or this at least; 0: published figures, of which nothing is hidden
    imported_at BIGINT NOT NULL -- when it was read in, milliseconds UTC
);
CREATE UNIQUE INDEX cost_set_name ON cost_set (name);

-- An activity (a subject, a certificate, a diploma) of a group of students.
CREATE TABLE cost_line (
    cost_set TEXT NOT NULL, -- of which set
    number BIGINT NOT NULL, -- within the set
    activity TEXT NOT NULL, -- as the file calls it
    is_whole BIGINT NOT NULL, -- 1: it is the one that ends all others, the diploma; else 0
    programme TEXT NOT NULL, -- empty: all together; *: programmes of few students together
    prior TEXT NOT NULL, -- prior education, the same
    students BIGINT NOT NULL, -- who began
    refused TEXT NOT NULL, -- why hours and cost are absent: few_completed, going_on; empty: they are not
    completed DOUBLE PRECISION NOT NULL, -- the share that ever did, 0 to 1, in hundredths
    completed_low DOUBLE PRECISION NOT NULL, -- its limits, 95%
    completed_high DOUBLE PRECISION NOT NULL, -- the same
    dropped DOUBLE PRECISION, -- the share that stopped; absent: too few to tell them from who goes on
    dropped_low DOUBLE PRECISION, -- its limits
    dropped_high DOUBLE PRECISION, -- the same
    hours DOUBLE PRECISION, -- contact hours per completion; absent: refused
    hours_low DOUBLE PRECISION, -- its limits
    hours_high DOUBLE PRECISION, -- the same
    cost DOUBLE PRECISION, -- money per completion; absent: refused, or without prices
    cost_low DOUBLE PRECISION, -- its limits
    cost_high DOUBLE PRECISION, -- the same
    PRIMARY KEY (cost_set, number)
);

-- By when they completed, on a clock so coarse that nobody stands alone on it.
CREATE TABLE cost_step (
    cost_set TEXT NOT NULL, -- of which set
    line_number BIGINT NOT NULL, -- of which line
    number BIGINT NOT NULL, -- in order
    hours DOUBLE PRECISION NOT NULL, -- contact hours since they began
    completed DOUBLE PRECISION NOT NULL, -- the share that had completed by then, in hundredths
    completed_low DOUBLE PRECISION NOT NULL, -- its limits, 95%
    completed_high DOUBLE PRECISION NOT NULL, -- the same
    PRIMARY KEY (cost_set, line_number, number)
);
