// What each form does when it is sent once more, or five times at once: in a table by route, so that a route without a line fails the test.
import { collected, parts } from "./parts/index.mjs";

export const replays = collected(({ replays }) => replays);

/** These say each time what they say, or send each time what was asked for: no id belongs to them. */
export const repeatable = parts.flatMap(({ repeatable }) => repeatable ?? []);

/** Whose rows are counted. */
export const tables = ["kept_thing", "kept_part", "kept_version", "own_record", "own_record_version", "own_link", "place_visit", "access_grant", "kept_reaction", "acquaintance", "acquaintance_code", "person", "person_role",
  ...parts.flatMap(({ tables }) => tables ?? [])];
