-- files_of_person: of all their things (primary key of kept_part)
SELECT file FROM kept_part WHERE owner = :person;

-- answered_by_person: to whose things they said something (primary key of kept_reaction)
SELECT DISTINCT owner FROM kept_reaction WHERE author = :person;

-- erase_parts: (primary key)
DELETE FROM kept_part WHERE owner = :person;

-- erase_versions: (primary key)
DELETE FROM kept_version WHERE owner = :person;

-- erase_things: (index kept_thing_newest)
DELETE FROM kept_thing WHERE owner = :person;

-- erase_visits: (primary key)
DELETE FROM place_visit WHERE owner = :person;
