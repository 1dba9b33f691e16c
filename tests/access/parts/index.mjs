// A part of the product brings its own file in this folder: `parts/wishes.mjs`, found by reading the folder, so nothing else is edited. It exports
//
//     /** @type {import("./index.mjs").Part} */
//     export const part = { rules: { "GET /wensen": shown("who reads their own"), … }, … };
//
// All of it may be absent. What no part rules is refused (`unspoken` in policy.mjs), and so is a form without a line in `replays`.
//
// A part whose things are own records (src/journey/records) names its `kinds`: how one is made, with `text()` and `line()` in its fields. From that alone
// records.mjs tells them in the story (kept, changed, in the bin, removed, given to read and to react, taken back, of others), asks about them on /eigen, /deel
// and the pages whose rules name the kind (recordPage, recordDoing of rules.mjs), rules who sees their words, and puts payloads in every field. What is left
// for the part: its rules, a form by POST route, a line in `replays` by POST route. insight.mjs is one with two kinds, archive.mjs one with a table of its own.
//
// A part file imports the ground alone: rules, records, abouts, sendings, story, sharing, canaries, visitor. What collects the parts (policy, questions, deeds, replays, people)
// waits for this file, and this file for the parts.
import { readdirSync } from "node:fs";

/** @typedef {import("../story.mjs").Story} Story */
/** @typedef {import("../exchange.mjs").Caller} Caller */
/** @typedef {Record<string, string | string[]>} Form */

/** What there is to put in a form or behind an address, of the owner's. things, stays: all of them; record: the first that is kept; id: what makes something new, out of
 * theirs where their id is tried by another; seen: what this caller saw last of the record of which one has one
 * @typedef {{story: Story, caller: Caller, things: import("../story.mjs").Thing[], stays: import("../story.mjs").Stay[], record: (kind: string) => string, id: (theirs: string) => string, seen: (kind: string) => string}} Given */

/** Something that a caller does with what is theirs. state: of what the rule is about, then
 * @typedef {{route: string, values: Record<string, string>, form?: Form, state: string}} OwnDeed */

/** In the payload test. who: administrator, coordinator, second (a counsellor's equal), student, nobody; send: a form, and what comes back as a page is looked at; typed, together: the payload,
 * or a group of them, after a word that tells which and in which field; kept: words that must be shown somewhere; thing: of the student; reader: the id of whom they share with
 * @typedef {object} Filling
 * @property {import("../town.mjs").Town} town
 * @property {Record<string, import("../visitor.mjs").Visitor>} who
 * @property {{by: string, path: string, reply?: import("../visitor.mjs").Reply}[]} pages
 * @property {string[]} kept
 * @property {(by: string, path: string, form: Form, extra?: import("../visitor.mjs").Extra) => Promise<import("../visitor.mjs").Reply>} send
 * @property {(field: string, at: number) => string} typed
 * @property {(field: string, which: number[]) => string} together
 * @property {number[][]} groups
 * @property {string} thing
 * @property {string} reader */

/** @typedef {object} Part
 * @property {Record<string, import("../rules.mjs").Rule>} [rules] by route: who may, about what, and the answer
 * @property {Record<string, import("../rules.mjs").Group>} [groups] who may use a page, where rules.mjs has no name for them
 * @property {Record<string, import("../rules.mjs").Sight[]> | Record<string, import("../rules.mjs").Sight[]>[]} [sights] by what a canary is called: who sees it on which routes; what several parts say counts together
 * @property {Record<string, import("../exchange.mjs").Sees>} [who] who sees something, where exchange.mjs has no name for them
 * @property {import("../records.mjs").Kind[]} [kinds] its kinds of own record
 * @property {(story: Story) => Promise<void>} [tell] makes its other things in the story, where everybody is and has something; `story.made(name)` holds them
 * @property {Record<string, (asking: import("../abouts.mjs").Asking) => import("../exchange.mjs").About[]>} [abouts] by what its rules are about: everything an address can name
 * @property {Record<string, (given: Given) => string[]>} [queries] by GET route: what can stand behind the address
 * @property {string[]} [borrowed] addresses that end where an id of somebody else can stand: it does what an id of nothing does
 * @property {Record<string, (given: Given) => Form>} [forms] by POST route: what a browser would send; nothing when absent
 * @property {Record<string, (story: Story, caller: Caller) => boolean>} [unsent] by POST route: who does not send it, for it would undo the story
 * @property {string[]} [unnoticed] routes on which the story has nothing to see at the end, so that it is not noticed when their check is taken away: a module's test stands for them
 * @property {(story: Story, caller: Caller) => OwnDeed[]} [own] what somebody does with what is theirs
 * @property {(story: Story, caller: Caller) => OwnDeed[]} [away] and then, throwing it away
 * @property {Record<string, import("../sendings.mjs").Line>} [replays] by POST route: what it does when it is sent again
 * @property {string[]} [repeatable] POST routes that say each time what they say: no id belongs to them
 * @property {string[]} [tables] of its own, whose rows `replays` counts
 * @property {(filling: Filling) => Promise<void>} [payloads] puts payloads in its fields; of its kinds that is done already */

const files = readdirSync(new URL(".", import.meta.url)).filter((file) => file.endsWith(".mjs") && file !== "index.mjs").sort();

/** @type {Part[]} */
export const parts = (await Promise.all(files.map((file) => import(new URL(file, import.meta.url).href)))).map(({ part }) => part);
export const kinds = parts.flatMap((part) => part.kinds ?? []);

/** All that the parts say of one thing, by its name; said twice is a mistake. @template T @param {(part: Part) => Record<string, T> | undefined} what @returns {Record<string, T>} */
export function collected(what) {
  const all = /** @type {Record<string, T>} */ ({});
  for (const part of parts)
    for (const [name, said] of Object.entries(what(part) ?? {})) {
      if (name in all) throw new Error(`two parts say ${name}`);
      all[name] = said;
    }
  return all;
}
