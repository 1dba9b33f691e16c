// Everything that somebody can ask of a school: each route with each thing, person, place and link it can name.
import { fill } from "./exchange.mjs";
import { rules } from "./policy.mjs";
import { newId } from "./visitor.mjs";

/** @typedef {import("./exchange.mjs").About} About */
/** @typedef {import("./exchange.mjs").Question & {twin?: {path: string, extra?: import("./visitor.mjs").Extra}, malformed?: boolean, twinOfAbsent?: string}} Question */
/** @typedef {import("./people.mjs").Story} Story */

export const nowhere = newId(), noLink = "A".repeat(43), noCode = "ABCD-EFGH-JKMN-PQRS";

/** What is no id at all; the last is one that exists, in other letters. @param {string} real */
const malformed = (real) => ["x", "0".repeat(25), "%00", "..%2F..%2Fetc%2Fpasswd", "%F0%9F%98%80", "%ff", "A".repeat(1500), `${real}%27--`, real.toLowerCase()];

/** @param {string} kind @param {string} name @param {string} real @returns {About[]} */
const strange = (kind, name, real) => malformed(real).map((text) => ({ kind, name: "malformed", values: { [name]: text, part: nowhere }, opens: "malformed" }));

/** @param {Story} story @param {{id: string}} thing */
const sharesOf = (story, { id }) => story.shares.filter(({ thing }) => thing === id);

/** @param {Story} story @returns {About[]} */
function things(story) {
  const pages = story.things.filter(({ loose }, at) => !loose || story.things.length - at < 2);  // one of the many loose ones stands for them
  const real = pages.map((thing) => ({ kind: "thing", name: `${thing.keeper}'s thing, ${thing.state}`, values: { thing: thing.id }, keeper: thing.keeper, school: thing.school, state: thing.state, shares: sharesOf(story, thing) }));
  return [...real, { kind: "thing", name: "absent", values: { thing: nowhere }, opens: "absent" }, ...strange("thing", "thing", story.things[0].id)];
}

/** The same where the address names a kind, and things under a kind that they are not. @param {Story} story @returns {About[]} */
const ofKinds = (story) => [...things(story).map((about) => ({ ...about, values: { kind: "rugzak", ...about.values } })),
  ...["inzicht", "mensen", "RUGZAK", "%00", "..%2Frugzak", "a".repeat(1500)].flatMap((kind) => story.things.filter(({ loose }) => !loose).slice(0, 3)
    .map(({ id }) => ({ kind: "thing", name: "of another kind", values: { kind, thing: id }, opens: "malformed" })))];

/** Parts with the thing they belong to, and with things they do not belong to. @param {Story} story @returns {About[]} */
function parts(story) {
  const with_parts = story.things.filter((thing) => thing.parts.length > 0);
  const crossed = story.things.filter((thing) => thing.parts.length === 0 && thing.place !== "").concat(with_parts.slice(0, 2)), some = with_parts.filter((_, at) => at % 3 === 0);
  const about = (/** @type {import("./people.mjs").Thing} */ thing, /** @type {string} */ part) =>
    ({ kind: "thing", name: `a part of ${thing.keeper}'s thing, ${thing.state}`, values: { thing: thing.id, part }, keeper: thing.keeper, school: thing.school, state: thing.state, shares: sharesOf(story, thing) });
  return [
    ...with_parts.flatMap((thing) => thing.parts.map((part) => about(thing, part))),
    ...crossed.flatMap((thing) => some.filter((other) => other !== thing).map((other) => ({ ...about(thing, other.parts[0]), state: "with the part of another thing" }))),
    ...with_parts.map((thing) => ({ ...about(thing, nowhere), state: "with a part that is absent" })),
    { kind: "thing", name: "absent", values: { thing: nowhere, part: newId() }, opens: "absent" },
    ...malformed(with_parts[0].parts[0]).map((part) => ({ kind: "thing", name: "malformed", values: { thing: with_parts[0].id, part }, opens: "malformed" })),
  ];
}

/** @param {Story} story @returns {About[]} */
const stays = (story) => [
  ...story.stays.map((stay) => ({ kind: "stay", name: `${stay.keeper}'s stay, ${stay.state}`, values: { visit: stay.id }, keeper: stay.keeper, school: stay.school, state: stay.state })),
  { kind: "stay", name: "absent", values: { visit: nowhere }, opens: "absent" }, ...strange("stay", "visit", story.stays[0].id)];

/** @param {Story} story @returns {About[]} */
const people = (story) => [
  ...[...story.people.values()].filter(({ role, part }) => role !== "administrator" || part.startsWith("second")).map((person) => {
    const standing = ["invited", "suspended", "left"].includes(person.part) ? person.part : "active";
    return { kind: "person", name: `person ${person.part}`, values: { person: person.id }, school: person.school, state: standing };
  }),
  { kind: "person", name: "absent", values: { person: nowhere }, opens: "absent" }, ...strange("person", "person", story.who("owner").id)];

/** @param {Story} story @returns {About[]} */
const records = (story) => [
  ...story.records.map(({ id, keeper, school, state }) => ({ kind: "record", name: `${keeper}'s insight, ${state}`, values: { record: id }, keeper, school, state })),
  { kind: "record", name: "absent", values: { record: nowhere }, opens: "absent" }, ...strange("record", "record", story.records[0].id)];

/** @param {string} place @param {string} opens @returns {About} */
const place = (place, opens) => ({ kind: "place", name: place, values: { place }, opens });
const places = () => [...["wensboom", "mirador", "haven", "stad"].map((id) => place(id, "on the map")), place("nergens", "absent"),
  ...["%00", "..%2Fwensboom", "WENSBOOM", "%F0%9F%98%80", "a".repeat(1500)].map((id) => place(id, "malformed"))];

/** @param {Story} story @returns {About[]} */
const links = (story) => [
  { kind: "link", name: "a link that waits", values: { token: story.links.invited.slice(-43) }, school: "noord", state: "waiting" },
  ...["owner", "suspended", "administrator of zuid"].map((part) => ({ kind: "link", name: `the used link of ${part}`, values: { token: story.links[part].slice(-43) }, school: story.who(part).school, state: "used" })),
  { kind: "link", name: "absent", values: { token: noLink }, opens: "absent" },
  ...["x", "%00", "A".repeat(1500), "%F0%9F%98%80"].map((token) => ({ kind: "link", name: "malformed", values: { token }, opens: "malformed" }))];

/** @param {string} file @returns {About[]} */
const drawings = (file) => [
  { kind: "drawing", name: "of the map", values: { file }, opens: "of the map" }, { kind: "drawing", name: "absent", values: { file: "nergens.svg" }, opens: "absent" },
  ...["..%2F..%2Fconfig.toml", "%00", `${file}x`].map((name) => ({ kind: "drawing", name: "malformed", values: { file: name }, opens: "malformed" }))];

/** What nobody in the story made: every one of them is absent. @param {string} kind @param {string} name @param {string} value @returns {About[]} */
const unmade = (kind, name, value) => /** @type {About[]} */ ([{ kind, name: "absent", values: { [name]: value }, opens: "absent" },
  ...["x", "%00", "..%2F..%2Fetc%2Fpasswd", "A".repeat(1500), "%F0%9F%98%80"].map((text) => ({ kind, name: "malformed", values: { [name]: text }, opens: "malformed" }))]);

/** @param {Story} story @returns {About[]} */
const grants = (story) => [...story.shares.map(({ grant, keeper, with: reader, state }) => ({ kind: "grant", name: `what ${keeper} gave to ${reader}, ${state}`, values: { grant }, keeper, school: "noord", state: "there" })),
  ...unmade("grant", "grant", nowhere)];

/** @param {Story} story @returns {About[]} */
const takings = (story) => [...story.takings.map(({ id, keeper, school }) => ({ kind: "taking", name: `what ${keeper} takes along`, values: { taking: id }, keeper, school, state: "made" })),
  ...unmade("taking", "taking", nowhere)];

/** @param {Story} story @returns {About[]} */
const reactions = (story) => [...story.reactions.map(({ id, author, keeper }) => ({ kind: "reaction", name: `what ${author} said`, values: { reaction: id }, keeper: author, also: keeper, school: "noord", state: "there" })),
  ...unmade("reaction", "reaction", nowhere)];

/** @param {Story} story @returns {About[]} */
const codes = (story) => [...story.codes.map(({ code, maker, state, address, holder }) => {
  const used = state === "used" ? holder ?? "" : "";
  return { kind: "code", name: `${maker}'s code, ${state}`, values: { code }, used, known: state === "used" ? story.known(maker) : undefined, school: "noord",
    state: state === "used" ? "used" : `${address === undefined ? "shown" : "mailed"}, waiting` };
}), ...unmade("code", "code", noCode)];

const standing_for_all = ["owner", "fellow student", "suspended", "student of the other school"];  // of the rest nothing differs but who keeps it

/** @param {string} route @param {Story} story @param {string} drawing @param {string} asker @returns {(About | undefined)[]} */
export function abouts(route, story, drawing, asker) {
  return everyAbout(route, story, drawing).filter((about) => about?.keeper === undefined || ["grant", "reaction", "taking"].includes(about.kind) || about.keeper === asker || standing_for_all.includes(about.keeper) || about.shares?.some((share) => share.with === asker));
}

/** @param {string} route @param {Story} story @param {string} drawing @returns {(About | undefined)[]} */
function everyAbout(route, story, drawing) {
  if (route.includes("{part}")) return parts(story);
  if (route.includes("{kind}")) return ofKinds(story);
  const made = /** @type {Record<string, () => About[]>} */ ({ thing: () => things(story), stay: () => stays(story), record: () => records(story), person: () => people(story), place: places,
    acquaintance: () => people(story).map((about) => ({ ...about, kind: "acquaintance", known: about.opens === undefined ? story.known(about.name.replace("person ", "")) : undefined })),
    code: () => codes(story), grant: () => grants(story), taking: () => takings(story), reaction: () => reactions(story),
    link: () => links(story), drawing: () => drawings(drawing) });
  return made[rules[route].about ?? ""]?.() ?? [undefined];
}

/** What can stand behind an address, with ids and words of the owner in it. @param {string} route @param {Story} story @returns {string[]} */
function queries(route, story) {
  const thing = story.things.find(({ keeper }) => keeper === "owner"), late = story.things.at(-3), kept = story.things.filter(({ keeper, state }) => keeper === "owner" && state === "kept"), further = [-22, -40].flatMap((at) => kept.at(at)?.id ?? []), stay = story.stays.find(({ keeper }) => keeper === "owner");
  const by_route = /** @type {Record<string, string[]>} */ ({
    "GET /rugzak": ["?zoek=Blauwevinvis", "?zoek=vinvis&plek=wensboom", "?plek=wensboom", "?jaar=1963", "?jaar=2026", "?gedaan=bewaard", `?voor=${thing?.id}`, `?voor=${late?.id}`, ...further.map((id) => `?voor=${id}`),
      `?voor=${late?.id}&zoek=Blauwevinvis`, `?voor=${nowhere}`],
    "GET /rugzak/prullenbak": ["?gedaan=weg", "?zoek=Blauwevinvis"],
    "GET /rugzak/{thing}": ["?gedaan=anders", "?gedaan=reactie", "?weergave=lijst"],
    "GET /rugzak/{thing}/blik": ["?n=1", "?n=onzin"],
    "GET /inzichten": [`?voor=${story.records[0].id}`, `?voor=${nowhere}`],
    "GET /inzichten/{record}": ["?gedaan=bewaard"],
    "GET /inzichten/{record}/naast": ["?zoek=Blauwevinvis", `?ervaring=${thing?.id}`],
    "GET /kaart": ["?tot=1961", "?tot=2026", "?zoek=Blauwevinvis", "?weergave=lijst", "?zoom=2"],
    "GET /kaart/{place}": ["?gedaan=bewaard", `?gedaan=hier&bezoek=${stay?.id}`, `?gedaan=was&bezoek=${story.stays.at(-2)?.id}`, "?tot=1961"],
    "GET /reis": ["?tot=1961", "?tot=2026", "?gedaan=weg"],
    "GET /mij": ["?gedaan=adres"],
    "GET /gedeeld": [`?voor=${thing?.id}`, "?zoek=Blauwevinvis"],
    "GET /delen": ["?gedaan=terug"],
    "GET /meenemen": ["?gedaan=voorbij"],
    "GET /mij/kennissen": ["?gedaan=kennis", "?gedaan=post", "?gedaan=einde"],
    "GET /beheer/mensen": ["?zoek=Nour", `?na=${story.who("owner").id}`, `?na=${nowhere}`],
    "GET /beheer/mensen/{person}": ["?gedaan=rollen"],
    "GET /beeld/{thing}/{part}": ["?maat=klein", "?maat=midden", "?maat=onzin"],
  });
  return ["", ...(by_route[route] ?? [])];
}

/** Of whom a link in the address tells. @param {About | undefined} about */
export const holderOf = (about) => (about?.kind === "link" && about.state === "waiting" ? "invited" : about?.kind === "code" && about.state?.endsWith("waiting") ? "owner" : undefined);

const ranges = ["bytes=0-15", "bytes=5-", "bytes=-8", "bytes=999999999-", "bytes=0-1,4-5", "onzin"];

/** Everything that can be asked by GET, but by a search for a word that is somebody's. @param {string} route @param {Story} story @param {string} drawing @param {string} asker @returns {Question[]} */
export function gets(route, story, drawing, asker) {
  const path = route.slice(4);
  return abouts(route, story, drawing, asker).flatMap((about) => {
    const strange = about?.opens === "malformed", address = fill(path, about?.values ?? {}), absent = about && !strange ? absentOf(route, about) : undefined;
    const standing = route.endsWith("/stand") ? ["?naar=suspended", "?naar=left", "?naar=active"] : strange ? [""] : queries(route, story);
    const holds = holderOf(about);
    const asked = standing.map((query) => ({ route, path: address + query, about, malformed: strange, holds, twin: absent ? { path: absent + query } : undefined }));
    if (!route.includes("{part}") || strange) return asked;
    return [...asked, ...ranges.flatMap((range) => ["", "?maat=klein"].map((query) =>
      ({ route, path: address + query, about, malformed: false, twin: { path: absent + query, extra: { headers: { range } } }, extra: { headers: { range } } })))];
  });
}

/** The same address of what is not there. @param {string} route @param {About} about */
export const absentOf = (route, about) => fill(route.replace(/^\w+ /, ""), { ...about.values, thing: nowhere, part: nowhere, visit: nowhere, person: nowhere, token: noLink, code: noCode, grant: nowhere, reaction: nowhere, record: nowhere, taking: nowhere, place: "nergens", file: "nergens.svg" });

/** Searches for a word of somebody else say the same as searches for a word that nobody wrote. @param {Story} story @param {import("./exchange.mjs").Caller} caller @returns {Question[]} */
export function searches(story, caller) {
  const others = story.canaries.all.filter(({ what, of }) => of !== caller.part && ["words", "earlier words", "words in the bin", "removed words", "description", "reaction", "invited name", "name", "user name", "e-mail"].includes(what));
  const never = "qqqqqqqqqqqqqqqq";
  return others.flatMap(({ token, what, of }) => ["GET /kaart", "GET /rugzak", "GET /beheer/mensen"].flatMap((route) => {
    const known = route.endsWith("mensen") && caller.administers && story.people.get(of)?.school === caller.school && /name|mail/.test(what);
    return known ? [] : [{ route, path: `${route.slice(4)}?zoek=${token}`, twin: { path: `${route.slice(4)}?zoek=${never}` } }];
  }));
}

/** Ids of the owner's in a question of somebody else do what ids of nothing do. @param {Story} story @param {import("./exchange.mjs").Caller} caller @returns {Question[]} */
export function borrowed(story, caller) {
  if (caller.part === "owner") return [];
  const ids = [...story.things, ...story.stays].filter(({ keeper }) => keeper === "owner").slice(0, 12).map(({ id }) => id);
  const asked = ids.flatMap((id) => [["GET /rugzak", `/rugzak?voor=${id}`, `/rugzak?voor=${nowhere}`], ["GET /rugzak", `/rugzak?zoek=${id}`, `/rugzak?zoek=${nowhere}`],
    ...["hier", "verder", "was"].map((done) => ["GET /kaart/{place}", `/kaart/wensboom?gedaan=${done}&bezoek=${id}`, `/kaart/wensboom?gedaan=${done}&bezoek=${nowhere}`])]);
  return asked.map(([route, path, twin]) => ({ route, path, twin: { path: twin } }));
}
