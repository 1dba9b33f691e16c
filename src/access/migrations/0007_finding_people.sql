-- Where a search for somebody looks: a search costs the same however many people a school has.
CREATE TABLE person_word (
    word BYTEA NOT NULL, -- the name or the user name from one of its words to the end, folded: "jan de vries", "de vries", "vries"; as bytes, which every database puts in the same order
    person TEXT NOT NULL, -- whose
    PRIMARY KEY (word, person)
);
CREATE INDEX person_word_of ON person_word (person, word);
INSERT INTO person_word (word, person)
WITH RECURSIVE place (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM place WHERE n < 100)
SELECT CAST(SUBSTR(REPLACE(REPLACE(person.user_name, '\', ' '), '.', ' '), place.n) AS BYTEA), person.id
FROM person JOIN place ON place.n <= LENGTH(person.user_name)
WHERE place.n = 1 OR SUBSTR(person.user_name, place.n - 1, 1) = '.';
