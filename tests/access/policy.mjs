// Who may see what, in plain words: written from docs and design alone, without the program's code. What is not said here is forbidden.

/** Who asks. Everybody who stands at the door of a school is one of these.
 * @typedef {{part: string, school: string, inside: boolean, open: boolean, administers: boolean}} Asker
 *   school: at whose door they knock; inside: signed in there and welcome; open: their own content is (not after a printed code);
 *   administers: the school at whose door they knock */

/** May somebody use a page at all? @type {Record<string, (asker: Asker, mapIsOpen: boolean) => boolean>} */
export const groups = {
  "everyone": () => true,
  "who may see the map": (asker, mapIsOpen) => mapIsOpen || asker.inside,
  "who is signed in": (asker) => asker.inside,
  "who has own content": (asker) => asker.inside && asker.open,
  "administrators": (asker) => asker.administers,
  "who may invite from outside": (asker) => asker.inside && asker.open && asker.part !== "companion",
};

/** What an asker is to a thing, a stay, a person or a link. To share is one more: "shared", "formerly shared".
 * @param {Asker} asker @param {{keeper?: string, school?: string, state?: string}} about */
export function relation(asker, { keeper, school, state }) {
  if (keeper !== undefined && keeper === asker.part) return `own, ${state}`;
  return school === asker.school ? `of the same school, ${state}` : `of another school, ${state}`;
}

/** @typedef {{for: string, about?: string, opens?: string[], answers: number, absent?: number, inside?: number}} Rule
 *   about: what the address names; opens: for which relations; answers: the status then; absent: the status when there is nothing to see;
 *   inside: the status for who is signed in already */

const page = (/** @type {string} */ who) => ({ for: who, answers: 200 });
const deed = (/** @type {string} */ who) => ({ for: who, answers: 303 });
const place = (/** @type {string} */ who, answers = 200, absent = 404) => ({ for: who, about: "place", opens: ["on the map"], answers, absent });
const thing = (/** @type {number} */ answers, /** @type {string[]} */ opens, absent = 404) => ({ for: "who has own content", about: "thing", opens, answers, absent });
const stay = (/** @type {number} */ answers, absent = 404) => ({ for: "who has own content", about: "stay", opens: ["own, made"], answers, absent });
const person = (/** @type {number} */ answers, /** @type {string[]} */ standings) =>
  ({ for: "administrators", about: "person", opens: standings.map((standing) => `of the same school, ${standing}`), answers });
const link = (/** @type {string} */ who, /** @type {string[]} */ opens = []) => ({ for: who, about: "link", opens, answers: 200 });
const code = (/** @type {string} */ who) => ({ for: who, about: "code", opens: [], answers: 200 });
const own = ["own, kept", "own, in the bin"], anyStanding = ["invited", "active", "suspended", "left"];

/** @type {Record<string, Rule>} */
export const rules = {
  "GET /inloggen": { ...page("everyone"), inside: 303 },
  "POST /inloggen": { for: "everyone", answers: 422 },  // with a wrong password
  "POST /uitloggen": deed("who is signed in"),
  "GET /welkom/{token}": link("everyone", ["of the same school, waiting"]),  // who holds the link is who was invited
  "POST /welkom/{token}": { ...link("everyone", ["of the same school, waiting"]), answers: 422 },  // with a password that is too short
  "GET /wachtwoord": page("who is signed in"),
  "POST /wachtwoord": { for: "who is signed in", answers: 422 },  // with a wrong old one
  "GET /wachtwoord/vergeten": page("everyone"),
  "POST /wachtwoord/vergeten": page("everyone"),
  "GET /wachtwoord/nieuw/{token}": link("everyone"),
  "POST /wachtwoord/nieuw/{token}": link("everyone"),
  "GET /wachtwoord/code": page("everyone"),
  "POST /wachtwoord/code": { for: "everyone", answers: 422 },  // with a wrong code
  "GET /mij": page("who is signed in"),
  "POST /mij/toestellen": deed("who is signed in"),
  "POST /mij/adres": deed("who is signed in"),
  "GET /mij/adres/{token}": link("who is signed in"),
  "POST /mij/adres/{token}": link("who is signed in"),
  "GET /mij/kennissen": page("who has own content"),
  "POST /mij/kennissen/code": page("who has own content"),
  "POST /mij/kennissen/uitnodigen": { for: "who may invite from outside", answers: 422 },  // without an address
  "GET /mij/kennissen/{person}/einde": { for: "who has own content", about: "acquaintance", opens: [], answers: 200 },
  "POST /mij/kennissen/{person}/einde": { for: "who has own content", about: "acquaintance", opens: [], answers: 303, absent: 303 },
  "POST /kennismaken": deed("who has own content"),
  "GET /kennismaken/{code}": code("who is signed in"),
  "POST /kennismaken/{code}": code("who has own content"),
  "POST /kennismaken/{code}/account": code("everyone"),
  "GET /mij/concepten-sleutel": page("who has own content"),
  "GET /offline": page("everyone"),
  "GET /sw.js": page("everyone"),
  "GET /wie-ziet-wat": page("everyone"),
  "GET /beheer/mensen": page("administrators"),
  "GET /beheer/mensen/nieuw": page("administrators"),
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
  "GET /kaart": page("who may see the map"),
  "GET /kaart/tekening/{file}": { for: "who may see the map", about: "drawing", opens: ["of the map"], answers: 200 },
  "GET /kaart/{place}": place("who may see the map"),
  "POST /kaart/{place}/hier": place("who has own content", 303),
  "POST /kaart/{place}/verder": place("who has own content", 303, 303),
  "GET /kaart/{place}/was-hier": place("who has own content"),
  "POST /kaart/{place}/was-hier": place("who has own content", 303),
  "GET /kaart/{place}/bewaren": place("who has own content"),
  "POST /kaart/{place}/bewaren": place("who has own content", 303),
  "GET /reis": page("who has own content"),
  "GET /reis/{visit}/weg": stay(200),
  "POST /reis/{visit}/weg": stay(303, 303),
  "POST /reis/{visit}/terug": stay(303, 303),
  "GET /rugzak": page("who has own content"),
  "GET /rugzak/bewaren": page("who has own content"),
  "POST /rugzak/bewaren": deed("who has own content"),
  "GET /rugzak/prullenbak": page("who has own content"),
  "GET /rugzak/{thing}": thing(200, own),
  "GET /rugzak/{thing}/eerder": thing(200, own),
  "GET /rugzak/{thing}/anders": thing(200, ["own, kept"]),
  "POST /rugzak/{thing}/anders": thing(303, ["own, kept"]),
  "POST /rugzak/{thing}/weg": thing(303, own, 303),
  "POST /rugzak/{thing}/terug": thing(303, own),
  "GET /rugzak/{thing}/voorgoed": thing(200, own),
  "POST /rugzak/{thing}/voorgoed": thing(303, own, 303),
  "GET /beeld/{thing}/{part}": thing(200, own),
  "GET /rugzak/{thing}/deel": thing(200, ["own, kept"]),
  "POST /rugzak/{thing}/deel": thing(303, ["own, kept"]),
  "POST /rugzak/{thing}/reactie": thing(422, own),  // with nothing in it
  "POST /reacties/{reaction}/weg": { for: "who has own content", about: "reaction", opens: [], answers: 303, absent: 303 },
  "GET /delen": page("who has own content"),
  "POST /delen/terug": deed("who has own content"),
  "POST /delen/{grant}/terug": { for: "who has own content", about: "grant", opens: [], answers: 303, absent: 303 },
  "GET /gedeeld": page("who has own content"),
};

/** Routes that nobody thought about, and rules for routes that are no more. @param {{method: string, path: string}[]} routes */
export function unspoken(routes) {
  const named = new Set(routes.map(({ method, path }) => `${method} ${path}`));
  return [...[...named].filter((route) => !(route in rules)), ...Object.keys(rules).filter((rule) => !named.has(rule))];
}

const backpack = /^(GET|POST|HEAD) \/(rugzak|kaart\/\{place\})/, people = /^(GET|POST|HEAD) \/beheer\/mensen/;
const onePerson = /^(GET|POST|HEAD) \/beheer\/mensen\/(\{person\}|nieuw)/, stays = /^(GET|HEAD|POST) \/(reis|kaart)/;

const sharing = /\/rugzak\/\{thing\}\/deel$/;  // staff of one's team, to choose from

/** What may be seen, by whom, on which routes. What is not named here (passwords, sessions, links, file names, everything removed) nobody sees.
 * @type {Record<string, {who: "the owner" | "administrators of that school" | "everyone at that school" | "who holds the link" | "who is in their team", on: RegExp}[]>} */
export const sights = {
  "words": [{ who: "the owner", on: backpack }],
  "loose words": [{ who: "the owner", on: /^(GET|POST) \/rugzak/ }],
  "words on a further page": [{ who: "the owner", on: /^GET \/rugzak/ }],
  "earlier words": [{ who: "the owner", on: /^GET \/rugzak\/\{thing\}\/eerder$/ }],
  "words in the bin": [{ who: "the owner", on: /^GET \/rugzak\/(prullenbak|\{thing\}(\/eerder|\/voorgoed)?)$/ }],
  "description": [{ who: "the owner", on: backpack }],
  "picture": [{ who: "the owner", on: /^GET \/beeld\// }],
  "moment": [{ who: "the owner", on: backpack }, { who: "the owner", on: stays }],
  "thing id": [{ who: "the owner", on: backpack }],
  "part id": [{ who: "the owner", on: backpack }],
  "stay id": [{ who: "the owner", on: stays }],
  "name": [{ who: "the owner", on: /./ }, { who: "who is in their team", on: sharing }, { who: "administrators of that school", on: people }, { who: "who holds the link", on: / \/welkom\/\{token\}$/ }],
  "user name": [{ who: "the owner", on: / \/mij/ }, { who: "administrators of that school", on: people }, { who: "who holds the link", on: / \/welkom\/\{token\}$/ }],
  "e-mail": [{ who: "the owner", on: / \/mij/ }, { who: "administrators of that school", on: onePerson }],
  "draft key": [{ who: "the owner", on: / \/mij\/concepten-sleutel$/ }],
  "person id": [{ who: "who is in their team", on: sharing }, { who: "administrators of that school", on: people }],
  "team": [{ who: "administrators of that school", on: onePerson }],
  "school title": [{ who: "everyone at that school", on: /./ }],
};
