-- When a wish comes back: what must be found without opening it. Nothing runs; whether it is back follows from these moments and from visits.
CREATE TABLE wish_signal (
    owner TEXT NOT NULL, -- the traveller
    wish TEXT NOT NULL, -- the record's id
    form TEXT NOT NULL, -- what its "als" is: day, place, own
    day_at BIGINT, -- day: when that day begins at the school; absent for the others
    place TEXT NOT NULL, -- place: the place's id on the map; empty for the others
    since BIGINT NOT NULL, -- when that "als" was given: an arrival counts after it
    called_at BIGINT, -- from when it is back by its traveller's own word: it happens now, or a while later; absent while the "als" decides
    call TEXT NOT NULL DEFAULT '', -- the id of the form that said last that it happens: sent again it says nothing new
    answered_at BIGINT, -- when its traveller went to do it; absent while nothing was answered
    answer TEXT NOT NULL DEFAULT '', -- the id of the form that answered last, or put it off: sent again it answers nothing new
    removal TEXT NOT NULL, -- what the ledger of removals calls the record: its signal goes with it
    PRIMARY KEY (owner, wish)
);
