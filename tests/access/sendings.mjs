// What a form does when it is sent once more, or five times at once: the shape of a line in `replays` of a part, and things of the owner's to try it on.
import { newId } from "./visitor.mjs";

/** @typedef {import("./story.mjs").Story} Story */
/** @typedef {{path: string, form?: Record<string, string | string[]>}} Sending */
/** @typedef {{by: string, first: Sending, makes: Record<string, number>, answers?: number[], other?: Sending, otherAnswers?: number, keeps?: string[], theirs?: {by: string, first?: Sending, makes: Record<string, number>}}} Replay
 *   makes: how many rows more (or fewer) each table has afterwards, once for all five; answers: the replies there may be; other: the same id with something else, and what
 *   comes of it; keeps: texts that must stand on that page; theirs: somebody else with the same id */
/** @typedef {(story: Story) => Replay | Promise<Replay>} Line */

export const conflict = 409;
export const id = newId;

/** @param {Story} story @param {string} keeper */
export const thingOf = (story, keeper) => story.things.filter((thing) => thing.keeper === keeper && thing.state === "kept");

const taken = /** @type {WeakMap<Story, string[]>} */ (new WeakMap());
/** A thing of the owner that no other line touches, from behind. @param {Story} story @param {string} line that asks for it; the same again gets the same */
export function spare(story, line) {
  const lines = taken.get(story) ?? [];
  taken.set(story, lines);
  if (!lines.includes(line)) lines.push(line);
  const thing = thingOf(story, "owner").at(-1 - lines.indexOf(line));
  if (!thing?.loose) throw new Error(`no thing is left for ${line}`);
  return thing.id;
}

/** They have none any more, of a kind of which one has one. @param {Story} story @param {string} kind @param {string[]} keepers */
export async function letGo(story, kind, ...keepers) {
  for (const keeper of keepers) await story.who(keeper).visitor.post(`/eigen/${story.record(kind, keeper)?.id}/weg`);
}
