-- question_moments: those that stand, latest first (a few rows; index question_moment_opens)
SELECT id, name, opens_at FROM question_moment WHERE withdrawn_at IS NULL ORDER BY opens_at DESC, id DESC;

-- question_moment_now: the one that opened last (index question_moment_opens)
SELECT id, name, opens_at FROM question_moment WHERE withdrawn_at IS NULL AND opens_at <= :now ORDER BY opens_at DESC, id DESC LIMIT 1;

-- question_moment_of: also one that was withdrawn (primary key)
SELECT id, name, opens_at FROM question_moment WHERE id = :id;

-- add_question_moment: (primary key)
INSERT INTO question_moment (id, name, opens_at) VALUES (:id, :name, :opens_at);

-- withdraw_question_moment: (primary key)
UPDATE question_moment SET withdrawn_at = :now WHERE id = :id AND withdrawn_at IS NULL;

-- answered_since: also by an answer that lies in the bin (index own_record_newest)
SELECT 1 FROM own_record WHERE owner = :viewer AND kind = 'answer' AND made_at >= :since LIMIT 1;

-- question_put_off: and not asked again yet (primary key)
SELECT 1 FROM question_later WHERE owner = :viewer AND moment = :moment AND (asks_again_at IS NULL OR asks_again_at > :now);

-- put_question_off: (primary key)
INSERT INTO question_later (owner, moment, asks_again_at) VALUES (:viewer, :moment, :again)
ON CONFLICT (owner, moment) DO UPDATE SET asks_again_at = excluded.asks_again_at;

-- erase_question_later: (primary key)
DELETE FROM question_later WHERE owner = :person;
