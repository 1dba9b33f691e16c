-- keep_company: once by one id (primary key)
INSERT INTO travel_company (id, owner, companion, body, begins_at, closes_at, removal)
VALUES (:id, :owner, :companion, :body, :now, :closes_at, :removal)
ON CONFLICT DO NOTHING;

-- company_by_id: whom that id invited, and for what (primary key)
SELECT companion, body FROM travel_company WHERE owner = :owner AND id = :id;

-- companies_open: in which the viewer travels, as traveller or along with one, latest first; nothing while either is away (primary key and index travel_company_companion)
SELECT c.removal, c.owner, c.companion, t.name, p.name, c.body, c.begins_at, c.closes_at
FROM travel_company c
JOIN person t ON t.id = c.owner
JOIN person p ON p.id = c.companion
WHERE (c.owner = :viewer OR c.companion = :viewer) AND (c.closes_at IS NULL OR c.closes_at > :now)
  AND t.standing NOT IN ('suspended', 'left') AND p.standing NOT IN ('suspended', 'left')
ORDER BY c.begins_at DESC, c.removal DESC;

-- companies_of_owner: all that the traveller did not end, also what is over, latest first (primary key)
SELECT c.removal, c.owner, c.companion, t.name, p.name, c.body, c.begins_at, c.closes_at, NULL
FROM travel_company c
JOIN person t ON t.id = c.owner
JOIN person p ON p.id = c.companion
WHERE c.owner = :owner
ORDER BY c.begins_at DESC, c.removal DESC;

-- end_company: by its traveller alone (index travel_company_removal)
DELETE FROM travel_company WHERE removal = :removal AND owner = :owner;

-- erase_companies: of them and with them (primary key and index travel_company_companion)
DELETE FROM travel_company WHERE owner = :person OR companion = :person;
