-- Who belongs to the school. Rows name each other without foreign keys: a restore brings tables back in any order.
CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY, -- made by who adds the person
    user_name TEXT NOT NULL, -- what they sign in with: case folded, without accents
    name TEXT NOT NULL, -- as shown
    email TEXT NOT NULL, -- address in lower case; empty when there is none
    email_confirmed_at BIGINT, -- when a link sent to that address was followed; absent: not known to be theirs
    standing TEXT NOT NULL, -- invited, active, suspended or left
    language TEXT NOT NULL, -- nl or en: for pages and mail
    content_closed_until BIGINT, -- own content stays closed until then, after a printed reset code
    added_at BIGINT NOT NULL -- when the person was added
);
CREATE UNIQUE INDEX person_user_name ON person (user_name);
CREATE INDEX person_email ON person (email);
CREATE INDEX person_name ON person (name, id);

CREATE TABLE team (
    id TEXT NOT NULL PRIMARY KEY, -- made by who adds the team
    name TEXT NOT NULL -- as shown: a class, a programme, a department
);

-- What someone may do at the school; a role gives functions, never content.
CREATE TABLE person_role (
    person TEXT NOT NULL, -- who has the role
    role TEXT NOT NULL, -- code of Role
    team TEXT NOT NULL, -- the team it holds in; empty: the whole school
    PRIMARY KEY (person, role, team)
);
CREATE INDEX person_role_team ON person_role (team, role);

-- How people prove who they are, apart from who they are.
CREATE TABLE credential (
    person TEXT NOT NULL, -- whose it is
    kind TEXT NOT NULL, -- password
    label TEXT NOT NULL, -- tells several of one kind apart; empty for the password
    secret TEXT NOT NULL, -- password: argon2id with its salt and strength
    set_at BIGINT NOT NULL, -- when it was set
    PRIMARY KEY (person, kind, label)
);

-- A key that opens one thing once: an invitation, a reset link, a printed reset code, the confirmation of an address.
CREATE TABLE single_use_key (
    hash TEXT NOT NULL PRIMARY KEY, -- SHA-256 of the key; the key itself is not kept
    person TEXT NOT NULL, -- the account it opens
    purpose TEXT NOT NULL, -- invitation, reset_link, reset_code or address
    sent_to TEXT NOT NULL, -- the address it was mailed to; empty: handed over
    made_by TEXT, -- the member of staff who made it, if somebody did
    ends_at BIGINT NOT NULL, -- no use from this moment on
    used_at BIGINT -- when it was used or withdrawn
);
CREATE INDEX single_use_key_person ON single_use_key (person, purpose);

CREATE TABLE session (
    hash TEXT NOT NULL PRIMARY KEY, -- SHA-256 of the token in the cookie; the token itself is not kept
    person TEXT NOT NULL, -- who is signed in
    started_at BIGINT NOT NULL, -- when they signed in
    seen_at BIGINT NOT NULL, -- last request, to the hour
    device TEXT NOT NULL -- browser and system in two words, for the owner's own list
);
CREATE INDEX session_person ON session (person);

-- Devices on which someone signed in before: guessing elsewhere does not slow them down here.
CREATE TABLE known_device (
    hash TEXT NOT NULL PRIMARY KEY, -- SHA-256 of the token in the device's cookie together with the person: two people's rows do not show that they shared a device
    person TEXT NOT NULL, -- who signed in on it
    seen_at BIGINT NOT NULL -- last sign-in
);
CREATE INDEX known_device_person ON known_device (person);
