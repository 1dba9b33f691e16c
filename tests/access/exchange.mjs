// One question and its answer: was it what the rules say, and does it hold a word that this asker may not see?
import { groups, relation, rules, sights } from "./policy.mjs";

/** @typedef {import("./policy.mjs").Asker & {visitor: import("./visitor.mjs").Visitor, borrowed: Set<string>}} Caller — borrowed: ids of others under which they made something of their own */
/** @typedef {{kind: string, name: string, values: Record<string, string>, keeper?: string, school?: string, state?: string, opens?: string,
 *   shares?: {with: string, may: string, state: string}[], also?: string, known?: string[], used?: string}} About — values: what stands in the address; the rest: see relation */
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
  const opened = (rule.opens ?? []).includes(about.opens ?? relation(caller, about));
  return { opened, status: opened ? rule.answers : rule.absent ?? 404 };
}

/** May this asker see this word in an answer on this route? @param {Caller} caller @param {import("./canaries.mjs").Canary} canary @param {Question} question
 * @param {import("./people.mjs").Story} story */
export function maySee(caller, canary, { route, about, holds }, story) {
  const { people, shares } = story, part = caller.part, inside = caller.inside && caller.open && !caller.left;
  const person = people.get(canary.of), asks = people.get(part), school = person?.school ?? canary.of, asked = about?.values.thing ?? "";
  const theirs = shares.filter(({ keeper, with: reader, thing }) => keeper === canary.of && reader === part && story.mayRead(part, thing));
  return (sights[canary.what] ?? []).some(({ who, on }) => on.test(route) && {
    "the owner": () => caller.inside && (canary.of === part || ownsWhatItIsSaidTo(story, part, canary)),
    "administrators of that school": () => caller.administers && caller.school === school,
    "everyone at that school": () => caller.school === canary.of,
    "who holds the link": () => canary.of === holds,
    "who is in their team": () => caller.inside && ["counsellor", "desk", "teamleader"].includes(person?.role ?? "") && (person?.team ?? "") !== "" && person?.team === asks?.team,
    "who counsels them": () => inside && asks?.role === "counsellor" && person?.role === "student" && person.team !== "" && person.team === asks.team && !["invited", "suspended", "left"].includes(canary.of),
    "who may read that thing": () => inside && theirs.some(({ thing }) => thing === asked && (canary.thing ?? thing) === asked),
    "who may read something": () => inside && theirs.some(({ thing }) => (canary.thing ?? thing) === thing),
    "who gave them that thing": () => inside && shares.some(({ keeper, with: reader, thing }) => keeper === part && reader === canary.of && thing === asked),
    "who gives them something": () => inside && shares.some(({ keeper, with: reader, state }) => keeper === part && reader === canary.of && state === "open"),
    "who said that to it": () => inside && canary.of === part && asked === canary.thing && story.mayRead(part, asked),
    "who knows them": () => inside && story.known(part).includes(canary.of),
    "who made it": () => inside && canary.of === part,
  }[who]());
}

/** Was this said to a thing of theirs? @param {import("./people.mjs").Story} story @param {string} part @param {import("./canaries.mjs").Canary} canary */
const ownsWhatItIsSaidTo = (story, part, { what, thing }) => what.startsWith("reaction") && story.things.some(({ id, keeper }) => id === thing && keeper === part);
