-- What an owner lets somebody else do with one thing. Taking back removes the row; the audit remembers that it was.
CREATE TABLE access_grant (
    id TEXT NOT NULL PRIMARY KEY, -- made by the owner's browser
    kind TEXT NOT NULL, -- the table of the thing, or the kind of a record: kept_thing, insight …
    thing TEXT NOT NULL, -- the thing's id
    owner TEXT NOT NULL, -- the person whose thing it is
    grantee TEXT NOT NULL, -- the person who may
    verb TEXT NOT NULL, -- read or react; who may react may read
    purpose TEXT NOT NULL, -- why, plain and short
    given_at BIGINT NOT NULL, -- when it was given
    closes_at BIGINT -- the moment from which it no longer holds; absent: until taken back
);
CREATE INDEX access_grant_grantee ON access_grant (grantee, kind, thing);
CREATE INDEX access_grant_thing ON access_grant (kind, thing, owner);
CREATE INDEX access_grant_owner ON access_grant (owner);
