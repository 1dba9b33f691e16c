-- Forecasts of a set, and what a page needs to ask "what if" of them. No student, and no count but in tens (docs/adr/0023-forecasts-are-kept-with-tens.md).
CREATE TABLE flow_outlook (
    data_set TEXT NOT NULL PRIMARY KEY, -- of which set; it goes with it
    first_year BIGINT NOT NULL, -- the first school year forecast
    begun BIGINT NOT NULL, -- 1: that year's intake was known
    entry BIGINT NOT NULL, -- the state in which students begin
    years BIGINT NOT NULL, -- how many years it was made of
    intake_spread DOUBLE PRECISION NOT NULL, -- how much more than Poisson intakes differ, of all programmes together, to two digits
    seed BIGINT NOT NULL, -- of the draws
    missing TEXT NOT NULL, -- why there is no forecast: the id of a word; empty: there is one
    missing_about TEXT NOT NULL -- of how many years, or beginners, that was said
);

-- The states of a forecast, in its order.
CREATE TABLE flow_outlook_state (
    data_set TEXT NOT NULL, -- of which set
    number BIGINT NOT NULL, -- as lines name it; 254 is all who are at the school
    name TEXT NOT NULL, -- as the mapping of the school names it
    PRIMARY KEY (data_set, number)
);

-- What a forecast is of: programmes, sectors, the school; and the programmes of a sector that have none of their own, together.
CREATE TABLE flow_outlook_subject (
    data_set TEXT NOT NULL, -- of which set
    number BIGINT NOT NULL, -- as lines name it
    level TEXT NOT NULL, -- programme, sector, school
    name TEXT NOT NULL, -- of the programme or sector; empty: the school, or a rest
    sector BIGINT NOT NULL, -- the number of what it belongs to
    rest BIGINT NOT NULL, -- 1: programmes without a forecast, together
    PRIMARY KEY (data_set, number)
);

-- One forecast: limits of students in a state, of whole students; below ten they are 0.
CREATE TABLE flow_outlook_line (
    data_set TEXT NOT NULL, -- of which set
    subject BIGINT NOT NULL, -- of what
    state BIGINT NOT NULL, -- in which state
    was BIGINT NOT NULL, -- 1: made in a past year, of a year that is over
    year BIGINT NOT NULL, -- the school year it is about
    ahead BIGINT NOT NULL, -- how many years it looked ahead
    refusal TEXT NOT NULL, -- few_students, not_narrower: then there are no limits; empty: none
    borrowed BIGINT NOT NULL, -- 1: it leans on other programmes
    median BIGINT NOT NULL, -- of the model
    low80 BIGINT NOT NULL, -- of the model: eight of ten comparable years lie from here
    high80 BIGINT NOT NULL, -- to here
    low95 BIGINT NOT NULL, -- nineteen of twenty from here
    high95 BIGINT NOT NULL, -- to here
    own_median BIGINT NOT NULL, -- the same by the rate of the last three years
    own_low80 BIGINT NOT NULL, -- the same
    own_high80 BIGINT NOT NULL, -- the same
    own_low95 BIGINT NOT NULL, -- the same
    own_high95 BIGINT NOT NULL, -- the same
    happened BIGINT, -- of what was: the ten it came to; absent where that is not told
    PRIMARY KEY (data_set, subject, state, was, year)
);

-- How such forecasts did on past years: of a state, so many years ahead, over all programmes.
CREATE TABLE flow_outlook_gate (
    data_set TEXT NOT NULL, -- of which set
    state BIGINT NOT NULL, -- of which state
    ahead BIGINT NOT NULL, -- years
    colour TEXT NOT NULL, -- green, amber, red, grey
    doubts BIGINT NOT NULL, -- what keeps it from green, added up: 1 the school's skill, 2 its own, 4 coverage, 8 drift
    forecasts BIGINT NOT NULL, -- how many were tested
    cohorts BIGINT NOT NULL, -- of how many years
    skill DOUBLE PRECISION NOT NULL, -- how much closer than the simple reckoning
    skill_low DOUBLE PRECISION NOT NULL, -- its limits of 95%
    skill_high DOUBLE PRECISION NOT NULL, -- its limits of 95%
    shown80 DOUBLE PRECISION NOT NULL, -- the share that fell between the limits of 80%
    shown95 DOUBLE PRECISION NOT NULL, -- the same of the limits of 95%
    PRIMARY KEY (data_set, state, ahead)
);

-- What all programmes share at a split of ways, to two digits.
CREATE TABLE flow_outlook_split (
    data_set TEXT NOT NULL, -- of which set
    number BIGINT NOT NULL, -- in the order in which they are gone through
    from_state BIGINT NOT NULL, -- where one stands
    to_state BIGINT NOT NULL, -- the way that splits off
    rest_state BIGINT NOT NULL, -- where one goes otherwise, at the last split of a state
    mean DOUBLE PRECISION NOT NULL, -- the share that takes it
    among DOUBLE PRECISION NOT NULL, -- how alike programmes are
    within DOUBLE PRECISION NOT NULL, -- how alike cohorts of a programme are
    year_spread DOUBLE PRECISION NOT NULL, -- how much a school year moves all of them
    PRIMARY KEY (data_set, number)
);

-- Counts of students, each as the ten it lies in: 40 is 40 to 49, 0 is nobody to nine.
CREATE TABLE flow_outlook_tens (
    data_set TEXT NOT NULL, -- of which set
    subject BIGINT NOT NULL, -- of what
    counted TEXT NOT NULL, -- past: in state a in year b; ways: from state a to b, all years; present: in state a now; intake: of a year (a = 0), of this year (a = 1)
    a BIGINT NOT NULL, -- see counted
    b BIGINT NOT NULL, -- see counted
    students BIGINT NOT NULL, -- a multiple of ten
    PRIMARY KEY (data_set, subject, counted, a, b)
);
