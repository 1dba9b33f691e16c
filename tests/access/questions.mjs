// Everything that somebody can ask of a school: each route with each thing, person, place and link it can name.
import { ground, noCode, noLink, nowhere, ofKinds, ofParts } from "./abouts.mjs";
import { fill } from "./exchange.mjs";
import { collected, kinds, parts } from "./parts/index.mjs";
import { rules } from "./policy.mjs";
import { newId } from "./visitor.mjs";

/** @typedef {import("./exchange.mjs").About} About */
/** @typedef {import("./exchange.mjs").Caller} Caller */
/** @typedef {import("./exchange.mjs").Question & {twin?: {path: string, extra?: import("./visitor.mjs").Extra}, malformed?: boolean}} Question */
/** @typedef {import("./story.mjs").Story} Story */

const made = { ...ground, ...collected(({ abouts }) => abouts) }, queries = collected(({ queries }) => queries);
const standing_for_all = ["owner", "fellow student", "suspended", "student of the other school"];  // of the rest nothing differs but who keeps it

/** @param {string} route @param {Story} story @param {string} drawing @param {string} asker @returns {(About | undefined)[]} */
export function abouts(route, story, drawing, asker) {
  return everyAbout(route, story, drawing, asker)
    .filter((about) => about?.keeper === undefined || about.always || about.keeper === asker || standing_for_all.includes(about.keeper) || about.shares?.some((share) => share.with === asker));
}

/** @param {string} route @param {Story} story @param {string} drawing @param {string} asker @returns {(About | undefined)[]} */
function everyAbout(route, story, drawing, asker) {
  const rule = rules[route], asking = { story, rule, drawing, asker, kinds };
  if (route.includes("{part}") && rule.about === "thing") return ofParts(asking);
  if (route.includes("{kind}")) return ofKinds(asking);
  if (rule.about === undefined) return [undefined];
  return made[rule.about](asking);
}

/** One that is there, of the owner's if it is anybody's: what stands in such an address. @param {string} route @param {Story} story @param {string} drawing @returns {Record<string, string>} */
export function example(route, story, drawing) {
  const all = abouts(route, story, drawing, "owner"), real = all.filter((about) => about !== undefined && about.name !== "malformed" && about.name !== "absent");
  return (real.find((about) => about?.keeper === "owner" && ["kept", "made", "there"].includes(about.state ?? "")) ?? real.find((about) => about?.name === "person target") ?? real[0] ?? all.find((about) => about?.name === "absent"))?.values ?? {};
}

/** What a part needs for a form or an address. @param {Story} story @param {Caller} caller @param {(theirs: string) => string} id @returns {import("./parts/index.mjs").Given} */
export const given = (story, caller, id = newId) => ({ story, caller, id, things: story.things.filter(({ keeper }) => keeper === "owner"), stays: story.stays.filter(({ keeper }) => keeper === "owner"),
  record: (kind) => story.record(kind)?.id ?? "", seen: (kind) => story.record(kind, caller.part)?.seen ?? "" });

/** Of whom a link in the address tells. @param {About | undefined} about */
export const holderOf = (about) => (about?.kind === "link" && about.state === "waiting" ? "invited" : about?.kind === "code" && about.state?.endsWith("waiting") ? "owner" : undefined);

const ranges = ["bytes=0-15", "bytes=5-", "bytes=-8", "bytes=999999999-", "bytes=0-1,4-5", "onzin"];

/** Everything that can be asked by GET, but by a search for a word that is somebody's. @param {string} route @param {Story} story @param {string} drawing @param {Caller} caller @returns {Question[]} */
export function gets(route, story, drawing, caller) {
  const path = route.slice(4), behind = queries[route]?.(given(story, caller)) ?? [], required = route.endsWith("/stand");
  return abouts(route, story, drawing, caller.part).flatMap((about) => {
    const strange = about?.opens === "malformed", address = fill(path, about?.values ?? {}), absent = about && !strange ? absentOf(route, about) : undefined;
    const standing = required ? behind : strange ? [""] : ["", ...behind];
    const holds = holderOf(about);
    const asked = standing.map((query) => ({ route, path: address + query, about, malformed: strange, holds, twin: absent ? { path: absent + query } : undefined }));
    if (!route.includes("{part}") || strange) return asked;
    return [...asked, ...ranges.flatMap((range) => ["", "?maat=klein"].map((query) =>
      ({ route, path: address + query, about, malformed: false, twin: { path: absent + query, extra: { headers: { range } } }, extra: { headers: { range } } })))];
  });
}

const nothing = /** @type {Record<string, string>} */ ({ token: noLink, code: noCode, place: "nergens", file: "nergens.svg" });
/** The same address of what is not there. @param {string} route @param {About} about */
export const absentOf = (route, about) => {
  const path = route.replace(/^\w+ /, ""), named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  return fill(path, Object.fromEntries(named.map((name) => [name, name === "kind" ? about.values.kind : nothing[name] ?? nowhere])));
};

const searched = ["words", "earlier words", "words in the bin", "removed words", "description", "reaction", "invited name", "name", "user name", "e-mail"];
/** Searches for a word of somebody else say the same as searches for a word that nobody wrote. @param {Story} story @param {Caller} caller @returns {Question[]} */
export function searches(story, caller) {
  const of_records = kinds.flatMap(({ words }) => story.canaries.all.filter(({ what, of }) => what === words && of === "owner").slice(0, 2));  // they are searched for like the rest
  const others = [...story.canaries.all.filter(({ what }) => searched.includes(what)), ...of_records].filter(({ of }) => of !== caller.part);
  const never = "qqqqqqqqqqqqqqqq";
  return others.flatMap(({ token, what, of }) => ["GET /kaart", "GET /rugzak", "GET /beheer/mensen"].flatMap((route) => {
    const known = route.endsWith("mensen") && caller.administers && story.people.get(of)?.school === caller.school && /name|mail/.test(what);
    return known ? [] : [{ route, path: `${route.slice(4)}?zoek=${token}`, twin: { path: `${route.slice(4)}?zoek=${never}` } }];
  }));
}

/** Ids of the owner's in a question of somebody else do what ids of nothing do. @param {Story} story @param {Caller} caller @returns {Question[]} */
export function borrowed(story, caller) {
  if (caller.part === "owner") return [];
  const of_records = kinds.flatMap(({ kind }) => story.record(kind)?.id ?? []), ids = [...[...story.things, ...story.stays].filter(({ keeper }) => keeper === "owner").slice(0, 12).map(({ id }) => id), ...of_records];
  const addresses = ["/rugzak?voor=", "/rugzak?zoek=", ...["hier", "verder", "was"].map((done) => `/kaart/wensboom?gedaan=${done}&bezoek=`), ...parts.flatMap((part) => part.borrowed ?? [])];
  const routeOf = (/** @type {string} */ address) => (address.startsWith("/kaart/") ? "GET /kaart/{place}" : `GET ${address.split("?")[0]}`);
  return ids.flatMap((id) => addresses.map((address) => ({ route: routeOf(address), path: address + id, twin: { path: address + nowhere } })));
}
