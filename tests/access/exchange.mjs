// One question and its answer: was it what the rules say, and does it hold a word that this asker may not see?
import { collected } from "./parts/index.mjs";
import { groups, relation, rules, sights } from "./policy.mjs";

/** @typedef {import("./policy.mjs").Asker & {visitor: import("./visitor.mjs").Visitor, borrowed: Set<string>}} Caller — borrowed: ids of others under which they made something of their own */
/** @typedef {{kind: string, name: string, values: Record<string, string>, keeper?: string, school?: string, state?: string, opens?: string,
 *   shares?: {with: string, may: string, state: string}[], also?: string, known?: string[], used?: string, page?: string, always?: boolean}} About — values: what stands in the
 *   address; page: the route of its own; always: everybody asks about it, not its keeper and some others alone; the rest: see relation */
/** @typedef {{route: string, path: string, about?: About, extra?: import("./visitor.mjs").Extra, holds?: string}} Question */

/** The address with its names filled in. @param {string} path @param {Record<string, string>} values */
export const fill = (path, values) => path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name] ?? "").replace(/%25/g, "%"));

/** What differs between two answers that say the same: moments, keys, ids made for this form, and what was asked.
 * @param {import("./visitor.mjs").Reply} reply @param {string[]} asked */
export function essence(reply, asked) {
  let text = `${reply.status}\n${[...reply.headers].filter(([name]) => !["date", "content-length", "content-encoding", "connection", "keep-alive"].includes(name)).map((pair) => pair.join(": ")).sort().join("\n")}\n\n${reply.text}`;
  text = text.replaceAll(reply.headers.get("x-request-id") ?? "\0", "«request»");
  text = text.replace(/name="(sleutel|id)" value="[\w-]*"/g, 'name="$1" value="«own»"');
  for (const word of asked.flatMap((one) => [one, encodeURIComponent(one), encodeURIComponent(encodeURIComponent(one))]).sort((one, other) => other.length - one.length))
    if (word !== "") text = text.replaceAll(word, "«asked»");
  return text;
}

/** Is this theirs to ask at all? @param {Caller} caller @param {Question} question @param {boolean} mapIsOpen */
export function admitted(caller, { route, about }, mapIsOpen) {
  const rule = rules[route], kind = about && (about.opens ?? relation(caller, about));
  return groups[rule.openFor?.[kind ?? ""] ?? rule.for](caller, mapIsOpen);
}

/** @param {Caller} caller @param {Question} question @param {boolean} mapIsOpen @returns {{opened: boolean, status: number}} */
export function expected(caller, question, mapIsOpen) {
  const { route, about } = question, rule = rules[route], post = route.startsWith("POST");
  if (!admitted(caller, question, mapIsOpen)) {
    if (!caller.inside) return { opened: false, status: post ? 401 : 303 };
    return { opened: false, status: /own content|reads their own|invite from/.test(rule.for) && (!caller.open || caller.left) ? 403 : 404 };
  }
  if (rule.about === undefined || about === undefined) return { opened: true, status: (caller.inside ? rule.inside : undefined) ?? rule.answers };
  const kind = about.opens ?? relation(caller, about), opened = (rule.opens ?? []).includes(kind);
  return { opened, status: opened ? rule.answersTo?.[kind] ?? rule.answers : rule.absent ?? 404 };
}

/** What is asked about a word in an answer: of whom it is, who asks, and about which thing.
 * @typedef {{caller: Caller, canary: import("./canaries.mjs").Canary, story: import("./story.mjs").Story, asked: string, holds?: string}} Word */
/** @typedef {(word: Word) => boolean} Sees */

/** Signed in, with their own content, at their school. @param {Word} word */
const isHere = ({ caller }) => caller.inside && caller.open && !caller.left;
/** What they may read of whose word it is. @param {Word} word */
const theirs = ({ caller, canary, story }) => story.shares.filter(({ keeper, with: reader, thing }) => keeper === canary.of && reader === caller.part && story.mayRead(caller.part, thing));
/** The one whose word it is, and the one who asks. @param {Word} word */
const both = ({ caller, canary, story }) => ({ person: story.people.get(canary.of), asks: story.people.get(caller.part) });

/** @type {Record<string, Sees>} */
const sees = {
  "the owner": ({ caller, canary, story }) => caller.inside && (canary.of === caller.part || ownsWhatItIsSaidTo(story, caller.part, canary)),
  "administrators of that school": ({ caller, canary, story }) => caller.administers && caller.school === (story.people.get(canary.of)?.school ?? canary.of),
  "everyone at that school": ({ caller, canary }) => caller.school === canary.of,
  "who holds the link": ({ canary, holds }) => canary.of === holds,
  "who is in their team": (word) => {
    const { person, asks } = both(word);
    return word.caller.inside && ["counsellor", "desk", "teamleader"].includes(person?.role ?? "") && (person?.team ?? "") !== "" && person?.team === asks?.team;
  },
  "who counsels them": (word) => {
    const { person, asks } = both(word);
    return isHere(word) && asks?.role === "counsellor" && person?.role === "student" && person.team !== "" && person.team === asks.team && !["invited", "suspended", "left"].includes(word.canary.of);
  },
  "who may read that thing": (word) => isHere(word) && theirs(word).some(({ thing }) => thing === word.asked && (word.canary.thing ?? thing) === word.asked),
  "who may read something": (word) => isHere(word) && theirs(word).some(({ thing }) => (word.canary.thing ?? thing) === thing),
  "who gave them that thing": (word) => isHere(word) && word.story.shares.some(({ keeper, with: reader, thing }) => keeper === word.caller.part && reader === word.canary.of && thing === word.asked),
  "who gives them something": (word) => isHere(word) && word.story.shares.some(({ keeper, with: reader, state }) => keeper === word.caller.part && reader === word.canary.of && state === "open"),
  "who said that to it": (word) => isHere(word) && word.canary.of === word.caller.part && word.asked === word.canary.thing && word.story.mayRead(word.caller.part, word.asked),
  "who knows them": (word) => isHere(word) && word.story.known(word.caller.part).includes(word.canary.of),
  "who made it": (word) => isHere(word) && word.canary.of === word.caller.part,
  ...collected(({ who }) => who),
};

/** May this asker see this word in an answer on this route? @param {Caller} caller @param {import("./canaries.mjs").Canary} canary @param {Question} question
 * @param {import("./story.mjs").Story} story */
export function maySee(caller, canary, { route, about, holds }, story) {
  const word = { caller, canary, story, holds, asked: about?.values.thing ?? about?.values.record ?? "" };
  return (sights[canary.what] ?? []).some(({ who, on }) => on.test(route) && sees[who](word));
}

/** Was this said to something of theirs? @param {import("./story.mjs").Story} story @param {string} part @param {import("./canaries.mjs").Canary} canary */
const ownsWhatItIsSaidTo = (story, part, { what, thing }) => what.startsWith("reaction") && story.own(thing ?? "")?.keeper === part;
