-- What an archive is for: another map like this one, or another portfolio.
ALTER TABLE taking ADD COLUMN form TEXT NOT NULL DEFAULT 'reis'; -- reis, leap2a
