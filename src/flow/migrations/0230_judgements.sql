-- A group of students about whom teachers are asked: of ten such students, how many … ? Never one student.
CREATE TABLE judged_group (
    id TEXT NOT NULL PRIMARY KEY, -- made by the browser of who asks
    team TEXT NOT NULL, -- whose staff may say: a team's id
    name TEXT NOT NULL, -- which students, in words: a programme and a cohort; nobody's name
    outcome TEXT NOT NULL, -- what may come of them, in words
    cohort BIGINT NOT NULL, -- the school year in which it comes out, by the year it begins
    students BIGINT NOT NULL, -- how many are in the group: ten or more
    model DOUBLE PRECISION, -- the share that the model expects, 0 to 1; absent: it has none
    asked_at BIGINT NOT NULL, -- from when it can be answered
    resolved_at BIGINT, -- when it was written down how it came out; absent until then
    resolved_of BIGINT, -- of how many students that is known; absent until then
    happened BIGINT -- to how many of those; absent until then
);
CREATE INDEX judged_group_team ON judged_group (team, resolved_at);

-- What somebody said of a group. Theirs alone; of a team only what its rule lets through is shown.
CREATE TABLE hunch (
    judged_group TEXT NOT NULL, -- the group's id
    person TEXT NOT NULL, -- who said it
    of_ten BIGINT NOT NULL, -- how many of ten such students: 0 to 10
    said_at BIGINT NOT NULL, -- when it was said, or last changed
    PRIMARY KEY (judged_group, person)
);
CREATE INDEX hunch_person ON hunch (person, said_at);

-- Who saw what the model expects: from then on what they said of that group stands.
CREATE TABLE model_look (
    judged_group TEXT NOT NULL, -- the group's id
    person TEXT NOT NULL, -- who looked
    looked_at BIGINT NOT NULL, -- the first time
    PRIMARY KEY (judged_group, person)
);
CREATE INDEX model_look_person ON model_look (person);
