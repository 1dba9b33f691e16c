-- The expert system about one student: off until a coordinator writes down what for. A row for each time that it was switched on.
CREATE TABLE person_switch (
    id TEXT NOT NULL PRIMARY KEY, -- made by the browser of who switched it on
    kind TEXT NOT NULL, -- of school: mbo or hbo; never vo
    purpose TEXT NOT NULL, -- what it is for, in the words of the school
    help TEXT NOT NULL, -- which help is offered by it
    assessed_on TEXT NOT NULL, -- the day of the data protection impact assessment: 2026-09-01
    assessed_where TEXT NOT NULL, -- where that lies
    agreed_on TEXT NOT NULL, -- the day on which the representative council agreed
    switched_on_by TEXT NOT NULL, -- a person's id
    on_at BIGINT NOT NULL, -- when, milliseconds UTC
    switched_off_by TEXT, -- a person's id; absent while it is on
    off_at BIGINT -- when; absent while it is on
);

-- What was learned of students of earlier years. One at a time; goes when the switch goes off.
CREATE TABLE person_model (
    id TEXT NOT NULL PRIMARY KEY, -- also the holder of the key under which it is sealed: with that key it ends in every backup
    kept_at BIGINT NOT NULL, -- when it was learned
    card TEXT NOT NULL, -- its card and registry as JSON: purpose, features with their reasons, digests, scores, bias; of groups that may be shown alone
    body BYTEA NOT NULL -- sealed: the model itself
);

-- What is known of one student who is there now, as the model looks at it. Goes when it is known how it ended.
CREATE TABLE person_evidence (
    id TEXT NOT NULL PRIMARY KEY, -- what the ledger of removals calls it
    student TEXT NOT NULL, -- about whom: a person's id
    model TEXT NOT NULL, -- for which model
    brought_at BIGINT NOT NULL, -- when it was brought in
    body BYTEA NOT NULL -- sealed twice: under the key of the model, then under that of the student
);
CREATE UNIQUE INDEX person_evidence_student ON person_evidence (student);

-- Each time that a mentor looked at what the model says of a student. The student reads all of it.
CREATE TABLE person_look (
    viewer TEXT NOT NULL, -- who looked
    id TEXT NOT NULL, -- made by their browser
    student TEXT NOT NULL, -- about whom
    purpose BYTEA NOT NULL, -- sealed under the student's key: what for
    looked_at BIGINT NOT NULL, -- when
    model TEXT NOT NULL, -- which model it was: its digest, as on its card
    brought_at BIGINT NOT NULL, -- of when the evidence was
    verdict TEXT, -- accept or override; absent until the mentor says so
    reason BYTEA, -- sealed under the student's key: what the mentor sees themselves
    judged_at BIGINT, -- when that was said
    PRIMARY KEY (viewer, id)
);
CREATE INDEX person_look_student ON person_look (student, looked_at);

-- What a student has against it. Until somebody answers, nobody looks.
CREATE TABLE person_objection (
    id TEXT NOT NULL PRIMARY KEY, -- made by the student's browser
    student TEXT NOT NULL, -- whose it is
    words BYTEA NOT NULL, -- sealed under the student's key
    made_at BIGINT NOT NULL, -- when
    outcome TEXT, -- stopped: never again about this student; goes_on; absent until it is answered
    answer BYTEA, -- sealed under the student's key
    answered_by TEXT, -- a person's id
    answered_at BIGINT -- when
);
CREATE INDEX person_objection_student ON person_objection (student, made_at);
