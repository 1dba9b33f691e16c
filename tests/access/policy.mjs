// Who may see what, in plain words: written from docs and design alone, without the program's code. What is not said here is forbidden.

/** Who asks. Everybody who stands at the door of a school is one of these.
 * @typedef {{part: string, school: string, inside: boolean, open: boolean, left: boolean, administers: boolean}} Asker
 *   school: at whose door they knock; inside: signed in there and welcome; open: their own content is (not after a printed code);
 *   left: they left the school and came back to read; administers: the school at whose door they knock */

/** May somebody use a page at all? @type {Record<string, (asker: Asker, mapIsOpen: boolean) => boolean>} */
export const groups = {
  "everyone": () => true,
  "who may see the map": (asker, mapIsOpen) => mapIsOpen || asker.inside,
  "who is signed in": (asker) => asker.inside,
  "who has own content": (asker) => asker.inside && asker.open && !asker.left,
  "who reads their own": (asker) => asker.inside && asker.open,  // also who left, for a year
  "administrators": (asker) => asker.administers,
  "who may invite from outside": (asker) => asker.inside && asker.open && !asker.left && !asker.part.startsWith("companion"),
};

/** What an asker is to a thing, a stay, a person, a link, a code, a grant or a reaction.
 * @param {Asker} asker
 * @param {{keeper?: string, school?: string, state?: string, shares?: {with: string, may: string, state: string}[], also?: string, known?: string[], used?: string}} about
 *   shares: of this thing, with whom; also: to whom it belongs too; known: who know this person, or who made this code; used: by whom */
export function relation(asker, { keeper, school, state, shares, also, known, used }) {
  if (keeper !== undefined && school === asker.school && (keeper === asker.part || also === asker.part)) return `own, ${state}`;
  if (known?.includes(asker.part)) return `of an acquaintance, ${state}`;
  const share = school === asker.school && !asker.left ? shares?.find((one) => one.with === asker.part) : undefined;
  if (share) return share.state === "open" ? `shared to ${share.may}, ${state}` : `shared, but ${share.state}, ${state}`;
  if (used !== undefined && school === asker.school) return `a code, ${state}`;
  return school === asker.school ? `of the same school, ${state}` : `of another school, ${state}`;
}

/** @typedef {{for: string, about?: string, opens?: string[], answers: number, absent?: number, inside?: number, openFor?: Record<string, string>}} Rule
 *   about: what the address names; opens: for which relations; answers: the status then; absent: the status when there is nothing to see;
 *   inside: the status for who is signed in already; openFor: another group for what is of this kind */

const shown = (/** @type {string} */ who) => ({ for: who, answers: 200 });
const deed = (/** @type {string} */ who) => ({ for: who, answers: 303 });
const place = (/** @type {string} */ who, answers = 200, absent = 404) => ({ for: who, about: "place", opens: ["on the map"], answers, absent });
const thing = (/** @type {number} */ answers, /** @type {string[]} */ opens, absent = 404) => ({ for: "who has own content", about: "thing", opens, answers, absent });
const ownThing = (/** @type {number} */ answers, /** @type {string[]} */ opens, absent = 404) => ({ ...thing(answers, opens, absent), for: "who reads their own" });
const insight = (/** @type {number} */ answers, who = "who reads their own") => ({ for: who, about: "record", opens: ["own, kept"], answers });
const record = (/** @type {number} */ answers, absent = 404) => ({ for: "who reads their own", about: "record", opens: ["own, kept"], answers, absent });
const stay = (/** @type {number} */ answers, absent = 404, who = "who reads their own") => ({ for: who, about: "stay", opens: ["own, made"], answers, absent });
const person = (/** @type {number} */ answers, /** @type {string[]} */ standings) =>
  ({ for: "administrators", about: "person", opens: standings.map((standing) => `of the same school, ${standing}`), answers });
const link = (/** @type {string} */ who, /** @type {string[]} */ opens = []) => ({ for: who, about: "link", opens, answers: 200 });
const code = (/** @type {string} */ who, /** @type {string[]} */ opens, answers = 200) => ({ for: who, about: "code", opens, answers });
const acquaintance = (/** @type {number} */ answers, absent = 404) =>
  ({ for: "who has own content", about: "acquaintance", opens: anyStanding.map((standing) => `of an acquaintance, ${standing}`), answers, absent });
const mineToUndo = (/** @type {string} */ about) => ({ for: "who has own content", about, opens: ["own, there"], answers: 303, absent: 303 });
const anyStanding = ["invited", "active", "suspended", "left"];
// Who was given something reads it: its page and its pictures, and nothing else. Once it was taken back, or its day is past, or they no longer know each other,
// or its owner left the school or is suspended, or it lies in the bin, it is as if it never was.
const own = ["own, kept", "own, in the bin"], given = ["shared to read, kept", "shared to react, kept"];

/** @type {Record<string, Rule>} */
export const rules = {
  "GET /inloggen": { ...shown("everyone"), inside: 303 },
  "POST /inloggen": { for: "everyone", answers: 422 },  // with a wrong password
  "POST /uitloggen": deed("who is signed in"),
  "GET /welkom/{token}": link("everyone", ["of the same school, waiting"]),  // who holds the link is who was invited
  "POST /welkom/{token}": { ...link("everyone", ["of the same school, waiting"]), answers: 422 },  // with a password that is too short
  "GET /wachtwoord": shown("who is signed in"),
  "POST /wachtwoord": { for: "who is signed in", answers: 422 },  // with a wrong old one
  "GET /wachtwoord/vergeten": shown("everyone"),
  "POST /wachtwoord/vergeten": shown("everyone"),
  "GET /wachtwoord/nieuw/{token}": link("everyone"),
  "POST /wachtwoord/nieuw/{token}": link("everyone"),
  "GET /wachtwoord/code": shown("everyone"),
  "POST /wachtwoord/code": { for: "everyone", answers: 422 },  // with a wrong code
  "GET /mij": shown("who is signed in"),
  "POST /mij/toestellen": deed("who is signed in"),
  "POST /mij/adres": deed("who is signed in"),
  "GET /mij/adres/{token}": link("who is signed in"),
  "POST /mij/adres/{token}": link("who is signed in"),
  "GET /mij/kennissen": shown("who has own content"),
  "POST /mij/kennissen/code": shown("who has own content"),
  "POST /mij/kennissen/uitnodigen": { for: "who may invite from outside", answers: 422 },  // without an address
  "GET /mij/kennissen/{person}/einde": acquaintance(200),
  "POST /mij/kennissen/{person}/einde": acquaintance(303, 303),
  "POST /kennismaken": deed("who has own content"),
  "GET /kennismaken/{code}": { ...code("who is signed in", ["a code, shown, waiting", "a code, mailed, waiting"]), openFor: { "a code, mailed, waiting": "everyone" } },
  "POST /kennismaken/{code}": code("who has own content", ["of an acquaintance, used"], 303),  // who knows them already is told so
  "POST /kennismaken/{code}/account": code("everyone", ["a code, mailed, waiting"], 422),  // with a password that is too short
  "GET /mij/concepten-sleutel": shown("who has own content"),
  "GET /offline": shown("everyone"),
  "GET /sw.js": shown("everyone"),
  "GET /wie-ziet-wat": shown("everyone"),
  "GET /beheer/mensen": shown("administrators"),
  "GET /beheer/mensen/nieuw": shown("administrators"),
  "POST /beheer/mensen/nieuw": deed("administrators"),
  "GET /beheer/mensen/{person}": person(200, anyStanding),
  "POST /beheer/mensen/{person}/rollen": person(303, anyStanding),
  "POST /beheer/mensen/{person}/uitnodigen": person(303, anyStanding),
  "GET /beheer/mensen/{person}/stand": person(200, anyStanding),
  "POST /beheer/mensen/{person}/stand": person(303, anyStanding),
  "GET /beheer/mensen/{person}/code": person(200, ["active"]),
  "POST /beheer/mensen/{person}/code": person(200, ["active"]),
  "POST /taal": deed("everyone"),
  "POST /licht": deed("everyone"),
  "GET /": deed("who may see the map"),
  "GET /kaart": shown("who may see the map"),
  "GET /kaart/tekening/{file}": { for: "who may see the map", about: "drawing", opens: ["of the map"], answers: 200 },
  "GET /kaart/{place}": place("who may see the map"),
  "POST /kaart/{place}/hier": place("who has own content", 303),
  "POST /kaart/{place}/verder": place("who has own content", 303, 303),
  "GET /kaart/{place}/was-hier": place("who has own content"),
  "POST /kaart/{place}/was-hier": place("who has own content", 303),
  "GET /kaart/{place}/bewaren": place("who has own content"),
  "POST /kaart/{place}/bewaren": place("who has own content", 303),
  "GET /reis": shown("who reads their own"),
  "GET /reis/{visit}/weg": stay(200),
  "POST /reis/{visit}/weg": stay(303, 303),
  "POST /reis/{visit}/terug": stay(303, 303, "who has own content"),
  "GET /rugzak": shown("who reads their own"),
  "GET /rugzak/bewaren": shown("who has own content"),
  "POST /rugzak/bewaren": deed("who has own content"),
  "GET /rugzak/prullenbak": shown("who reads their own"),
  "GET /rugzak/{thing}": ownThing(200, [...own, ...given]),
  "GET /rugzak/{thing}/eerder": ownThing(200, own),
  "GET /rugzak/{thing}/anders": thing(200, ["own, kept"]),
  "POST /rugzak/{thing}/anders": thing(303, ["own, kept"]),
  "POST /rugzak/{thing}/weg": ownThing(303, own, 303),
  "POST /rugzak/{thing}/terug": ownThing(303, own),
  "GET /rugzak/{thing}/voorgoed": ownThing(200, own),
  "POST /rugzak/{thing}/voorgoed": ownThing(303, own, 303),
  "GET /beeld/{thing}/{part}": ownThing(200, [...own, ...given]),
  "GET /rugzak/{thing}/deel": thing(200, ["own, kept"]),
  "POST /rugzak/{thing}/deel": thing(303, ["own, kept"]),
  "POST /rugzak/{thing}/reactie": thing(303, ["shared to react, kept"]),  // and not to one's own
  "GET /rugzak/{thing}/inzicht": thing(200, ["own, kept"]),  // it begins at what is one's own
  "POST /rugzak/{thing}/inzicht": thing(303, ["own, kept"]),
  "GET /rugzak/{thing}/blik": ownThing(200, ["own, kept"]),
  "GET /inzichten": shown("who reads their own"),
  "GET /inzichten/{record}": insight(200),
  "GET /inzichten/{record}/anders": insight(200, "who has own content"),
  "POST /inzichten/{record}/anders": insight(303, "who has own content"),
  "GET /inzichten/{record}/naast": insight(200, "who has own content"),
  "GET /inzichten/{record}/kernwoord": insight(200, "who has own content"),
  "POST /inzichten/{record}/kernwoord": insight(303, "who has own content"),
  "GET /verhaal-over-mij": shown("who reads their own"),
  "POST /verhaal-over-mij": deed("who has own content"),
  "GET /eigen/{record}": record(303),  // to its own page
  "GET /eigen/{record}/eerder": record(200),
  "POST /eigen/{record}/weg": record(303, 303),
  "POST /eigen/{record}/terug": record(303),
  "GET /eigen/{record}/voorgoed": record(200),
  "POST /eigen/{record}/voorgoed": record(303, 303),
  "GET /deel/{kind}/{thing}": thing(200, ["own, kept"]),  // the same for every kind; a kept thing has both addresses
  "POST /deel/{kind}/{thing}": thing(303, ["own, kept"]),
  "POST /deel/{kind}/{thing}/reactie": thing(303, ["shared to react, kept"]),
  "POST /reacties/{reaction}/weg": mineToUndo("reaction"),
  "GET /delen": shown("who has own content"),
  "POST /delen/terug": deed("who has own content"),
  "POST /delen/{grant}/terug": mineToUndo("grant"),
  "GET /gedeeld": shown("who has own content"),
  "GET /meenemen": shown("who reads their own"),
  "POST /meenemen": deed("who reads their own"),
  "GET /meenemen/{taking}": { for: "who reads their own", about: "taking", opens: ["own, made"], answers: 200, absent: 303 },
  "GET /meenemen/{taking}/reis.zip": { for: "who reads their own", about: "taking", opens: ["own, made"], answers: 200 },
};

/** Routes that nobody thought about, and rules for routes that are no more. @param {{method: string, path: string}[]} routes */
export function unspoken(routes) {
  const named = new Set(routes.map(({ method, path }) => `${method} ${path}`));
  return [...[...named].filter((route) => !(route in rules)), ...Object.keys(rules).filter((rule) => !named.has(rule))];
}

const backpack = /^(GET|POST|HEAD) \/(rugzak|inzichten|deel|kaart\/\{place\})/, records = /^(GET|POST|HEAD) \/(inzichten|verhaal-over-mij|eigen|rugzak\/\{thing\})/, people = /^(GET|POST|HEAD) \/beheer\/mensen/;
const onePerson = /^(GET|POST|HEAD) \/beheer\/mensen\/(\{person\}|nieuw)/, stays = /^(GET|HEAD|POST) \/(reis|kaart)/;

const sharing = /\/(rugzak\/\{thing\}\/deel|deel\/\{kind\}\/\{thing\})$/;  // whom one can choose: staff of one's team, and who said yes
const page = /^(GET|HEAD) \/rugzak\/\{thing\}$/, myShares = /^(GET|HEAD) \/delen$/, sharedWithMe = /^(GET|HEAD) \/gedeeld$/, knowing = /^(GET|HEAD|POST) \/mij\/kennissen/;
const change = /^(GET|POST|HEAD) \/rugzak\/\{thing\}\/anders$/;  // says who sees it already
const taken = /^(GET|POST|HEAD) \/meenemen/;  // all of one's own goes along
const codePage = / \/kennismaken\/\{code\}(\/account)?$/;

/** @typedef {"the owner" | "administrators of that school" | "everyone at that school" | "who holds the link" | "who is in their team" | "who counsels them" | "who may read that thing" | "who may read something"
 *   | "who gave them that thing" | "who gives them something" | "who said that to it" | "who knows them" | "who made it"} Who */

/** What may be seen, by whom, on which routes. What is not named here (passwords, sessions, links, file names, everything removed) nobody sees.
 * @type {Record<string, {who: Who, on: RegExp}[]>} */
export const sights = {
  "words": [{ who: "the owner", on: backpack }, { who: "the owner", on: myShares }, { who: "who may read that thing", on: page }, { who: "the owner", on: taken }],
  "loose words": [{ who: "the owner", on: /^(GET|POST) \/(rugzak|inzichten|deel)/ }, { who: "the owner", on: taken }],
  "words on a further page": [{ who: "the owner", on: /^GET \/(rugzak|inzichten|deel)/ }, { who: "the owner", on: taken }],
  "insight words": [{ who: "the owner", on: records }, { who: "the owner", on: taken }],
  "record id": [{ who: "the owner", on: records }, { who: "the owner", on: taken }],
  "earlier words": [{ who: "the owner", on: /^GET \/rugzak\/\{thing\}\/eerder$/ }, { who: "the owner", on: taken }],
  "words in the bin": [{ who: "the owner", on: /^GET \/rugzak\/(prullenbak|\{thing\}(\/eerder|\/voorgoed)?)$/ }],
  "description": [{ who: "the owner", on: backpack }, { who: "the owner", on: myShares }, { who: "who may read that thing", on: page }, { who: "the owner", on: taken }],
  "picture": [{ who: "the owner", on: /^GET \/beeld\// }, { who: "who may read that thing", on: /^GET \/beeld\// }],
  "moment": [{ who: "the owner", on: backpack }, { who: "the owner", on: stays }, { who: "the owner", on: myShares }, { who: "who may read that thing", on: page }, { who: "the owner", on: taken }],
  "thing id": [{ who: "the owner", on: backpack }, { who: "the owner", on: myShares }, { who: "who may read that thing", on: page }, { who: "who may read something", on: sharedWithMe }, { who: "the owner", on: taken }],
  "part id": [{ who: "the owner", on: backpack }, { who: "the owner", on: myShares }, { who: "who may read that thing", on: page }, { who: "the owner", on: taken }],
  "taking id": [{ who: "the owner", on: taken }],
  "stay id": [{ who: "the owner", on: stays }, { who: "the owner", on: taken }],
  "grant id": [{ who: "the owner", on: page }, { who: "the owner", on: myShares }, { who: "the owner", on: change }],
  "reaction": [{ who: "the owner", on: page }, { who: "who said that to it", on: page }, { who: "the owner", on: taken }],
  "reaction id": [{ who: "the owner", on: page }, { who: "who said that to it", on: page }],
  "contact code": [{ who: "who made it", on: /^POST \/mij\/kennissen\/code$/ }],
  "invited name": [{ who: "who made it", on: knowing }, { who: "who holds the link", on: codePage }],
  "invited address": [{ who: "who made it", on: knowing }, { who: "who holds the link", on: codePage }],
  "name": [{ who: "the owner", on: /./ }, { who: "who is in their team", on: sharing }, { who: "administrators of that school", on: people }, { who: "who holds the link", on: / \/welkom\/\{token\}$/ },
    { who: "who holds the link", on: codePage }, { who: "who knows them", on: knowing }, { who: "who knows them", on: sharing }, { who: "who may read that thing", on: page },
    { who: "who may read something", on: sharedWithMe }, { who: "who counsels them", on: sharedWithMe }, { who: "who gave them that thing", on: page }, { who: "who gave them that thing", on: change },
    { who: "who gives them something", on: myShares }],
  "user name": [{ who: "the owner", on: / \/mij/ }, { who: "administrators of that school", on: people }, { who: "who holds the link", on: / \/welkom\/\{token\}$/ }],
  "e-mail": [{ who: "the owner", on: / \/mij/ }, { who: "administrators of that school", on: onePerson }],
  "draft key": [{ who: "the owner", on: / \/mij\/concepten-sleutel$/ }],
  "person id": [{ who: "who is in their team", on: sharing }, { who: "who knows them", on: sharing }, { who: "who knows them", on: knowing }, { who: "administrators of that school", on: people }],
  "team": [{ who: "administrators of that school", on: onePerson }],
  "school title": [{ who: "everyone at that school", on: /./ }],
};
