-- Something can be said back to whatever is shared; a reaction to one kind is none to another with the same id.
ALTER TABLE kept_reaction ADD COLUMN kind TEXT NOT NULL DEFAULT 'kept_thing'; -- of what it was said to: its table, or the kind of a record
DROP INDEX kept_reaction_of_thing;
CREATE INDEX kept_reaction_of_thing ON kept_reaction (owner, kind, thing, made_at);
