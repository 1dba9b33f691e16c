// Who may see what, in plain words: written from docs and design alone, without the program's code. What no part says here is forbidden.
import { collected, kinds, parts } from "./parts/index.mjs";
import { sightsOf } from "./records.mjs";
import { groups as grounds } from "./rules.mjs";

export { relation } from "./rules.mjs";

/** @typedef {import("./rules.mjs").Asker} Asker */
/** @typedef {import("./rules.mjs").Rule} Rule */

export const groups = { ...grounds, ...collected(({ groups }) => groups) };
export const rules = collected(({ rules }) => rules);

/** What may be seen, by whom, on which routes. What is not named here (passwords, sessions, links, file names, everything removed) nobody sees.
 * @type {Record<string, import("./rules.mjs").Sight[]>} */
export const sights = {};
for (const said of [...kinds.map(sightsOf), ...parts.flatMap((part) => part.sights ?? [])])
  for (const [what, seen] of Object.entries(said)) sights[what] = [...(sights[what] ?? []), ...seen];

/** Routes that nobody thought about, and rules for routes that are no more. @param {{method: string, path: string}[]} routes */
export function unspoken(routes) {
  const named = new Set(routes.map(({ method, path }) => `${method} ${path}`));
  return [...[...named].filter((route) => !(route in rules)), ...Object.keys(rules).filter((rule) => !named.has(rule))];
}
