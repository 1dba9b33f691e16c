// One question and its answer: was it what the rules say, and does it hold a word that this asker may not see?
import { groups, relation, rules, sights } from "./policy.mjs";

/** @typedef {import("./policy.mjs").Asker & {visitor: import("./visitor.mjs").Visitor, borrowed: Set<string>}} Caller — borrowed: ids of others under which they made something of their own */
/** @typedef {{kind: string, name: string, values: Record<string, string>, keeper?: string, school?: string, state?: string, opens?: string}} About — values: what stands in the address */
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

/** @param {Caller} caller @param {Question} question @param {boolean} mapIsOpen @returns {{opened: boolean, status: number}} */
export function expected(caller, { route, about }, mapIsOpen) {
  const rule = rules[route], post = route.startsWith("POST");
  if (!groups[rule.for](caller, mapIsOpen)) {
    if (!caller.inside) return { opened: false, status: post ? 401 : 303 };
    return { opened: false, status: /own content|invite from/.test(rule.for) && !caller.open ? 403 : 404 };
  }
  if (rule.about === undefined || about === undefined) return { opened: true, status: (caller.inside ? rule.inside : undefined) ?? rule.answers };
  const opened = (rule.opens ?? []).includes(about.opens ?? relation(caller, about));
  return { opened, status: opened ? rule.answers : rule.absent ?? 404 };
}

/** May this asker see this word in an answer on this route? @param {Caller} caller @param {import("./canaries.mjs").Canary} canary @param {Question} question
 * @param {Map<string, {school: string, role: string, team?: string}>} people */
export function maySee(caller, canary, { route, holds }, people) {
  const school = people.get(canary.of)?.school ?? canary.of, about = people.get(canary.of), asks = people.get(caller.part);
  return (sights[canary.what] ?? []).some(({ who, on }) => on.test(route) && {
    "the owner": () => caller.inside && canary.of === caller.part,
    "administrators of that school": () => caller.administers && caller.school === school,
    "everyone at that school": () => caller.school === canary.of,
    "who holds the link": () => canary.of === holds,
    "who is in their team": () => caller.inside && ["counsellor", "desk", "teamleader"].includes(about?.role ?? "") && (about?.team ?? "") !== "" && about?.team === asks?.team,
  }[who]());
}
