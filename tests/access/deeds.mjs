// Everything that somebody can send, with the keys of their own forms: about what is theirs, and about what is not.
import { secretWord } from "./canaries.mjs";
import { expected, fill } from "./exchange.mjs";
import { rules } from "./policy.mjs";
import { abouts, absentOf, holderOf } from "./questions.mjs";
import { newId } from "./visitor.mjs";

/** @typedef {import("./exchange.mjs").Caller} Caller */
/** @typedef {import("./questions.mjs").Question} Question */
/** @typedef {Record<string, string | string[]>} Form */

/** What a browser would send, with the owner's ids wherever an id goes. @param {string} route @param {import("./people.mjs").Story} story @param {Caller} caller @param {boolean} first at the first place: an id makes one thing @returns {Form} */
function formOf(route, story, caller, first = true) {
  const owner = story.who("owner"), thing = story.things.filter(({ keeper }) => keeper === "owner"), stay = story.stays.filter(({ keeper }) => keeper === "owner");
  const mine = caller.part === "owner", id = (/** @type {string} */ theirs) => {
    if (mine || !first) return newId();
    caller.borrowed.add(theirs);
    return theirs;
  };
  const forms = /** @type {Record<string, () => Form>} */ ({
    "POST /wachtwoord": () => ({ "oud-wachtwoord": "een verkeerd wachtwoord", wachtwoord: "nog een heel ander" }),
    "POST /welkom/{token}": () => ({ wachtwoord: "kort" }),
    "POST /wachtwoord/nieuw/{token}": () => ({ wachtwoord: "een heel nieuw wachtwoord" }),
    "POST /beheer/mensen/nieuw": () => ({ id: owner.id, naam: "Iemand", inlognaam: "", email: `${secretWord()}@voorbeeld.nl`, taal: "nl", rol: "student", team: "", nieuw_team: "" }),
    "POST /beheer/mensen/{person}/rollen": () => ({ doen: "erbij", rol: "companion", team: "", nieuw_team: "" }),
    "POST /beheer/mensen/{person}/stand": () => ({ naar: "suspended" }),
    "POST /taal": () => ({ taal: "nl", terug: "/kaart" }),
    "POST /licht": () => ({ licht: "toestel", terug: `/rugzak/${thing[0].id}` }),
    "POST /kaart/{place}/hier": () => ({ id: id(stay[0].id) }),
    "POST /kaart/{place}/was-hier": () => ({ id: id(stay[1].id), wanneer: "zomer 2021" }),
    "POST /kaart/{place}/bewaren": () => ({ id: id(thing[1].id), woorden: "Iets van mij" }),
    "POST /rugzak/bewaren": () => ({ id: id(thing[0].id), woorden: "Nog iets van mij" }),
    "POST /reis/{visit}/terug": () => ({ plek: "wensboom", einde: stay.findLast(({ ends }) => ends)?.ends ?? "1700000000000" }),
    "POST /rugzak/{thing}/deel": () => ({ id: newId(), wie: [story.who("counsellor").id, story.who("student of another team").id], mag: "reageren", tot: "" }),
    "POST /rugzak/{thing}/reactie": () => ({ id: newId(), woorden: "Wat een mooi verhaal", symbool: "hart" }),
    "POST /deel/{kind}/{thing}": () => ({ id: newId(), wie: [story.who("counsellor").id, story.who("student of another team").id], mag: "reageren", tot: "" }),
    "POST /deel/{kind}/{thing}/reactie": () => ({ id: newId(), woorden: "Wat een mooi verhaal", symbool: "hart" }),
    "POST /rugzak/{thing}/inzicht": () => ({ id: newId(), gebeurd: "Zo ging het", over: "ethical" }),
    "POST /inzichten/{record}/anders": () => ({ id: newId(), gezien: newId(), gebeurd: "Toch anders" }),
    "POST /inzichten/{record}/kernwoord": () => ({ id: newId(), gezien: newId(), kernwoord: "Van mij", leren: "Iets", ervaring: thing[1].id }),
    "POST /verhaal-over-mij": () => ({ id: newId(), gezien: "", nieuw: "Zo ben ik", doen: `erbij-${story.records[0].id}` }),
    "POST /kennismaken": () => ({ code: "ABCD-EFGH-JKMN-PQRS" }),
    "POST /kennismaken/{code}/account": () => ({ heet: "Iemand", wachtwoord: "kort" }),
    "POST /rugzak/{thing}/anders": () => ({ id: newId(), gezien: "", woorden: "Door mij veranderd", ...Object.fromEntries(thing[0].parts.flatMap((part) => [[`weg-${part}`, "ja"], [`beschrijving-${part}`, "van mij"]])) }),
  });
  return forms[route]?.() ?? {};
}

/** Names of accounts in forms of who is not signed in: a name that exists does what a name that does not exist does. @param {string} route @param {string} name @returns {Form | undefined} */
const withName = (route, name) => ({
  "POST /inloggen": { naam: name, wachtwoord: "een verkeerd wachtwoord" },
  "POST /wachtwoord/vergeten": { naam: name },
  "POST /wachtwoord/code": { naam: name, code: "ABCD-EFGH-JKMN", wachtwoord: "een heel nieuw wachtwoord" },
}[route]);

/** Deeds that do nothing to what is somebody else's: about what is closed to this caller, or about nothing in particular.
 * @param {string} route @param {import("./people.mjs").Story} story @param {Caller} caller @param {Caller} other whose account name is typed @returns {Question[]} */
export function deeds(route, story, caller, other) {
  const named = withName(route, story.people.get(other.part)?.userName ?? secretWord()), open = caller.school === "noord";
  const sleutel = caller.visitor.key;
  if (named) return [{ route, path: route.slice(5), extra: { form: { sleutel, ...named } }, twin: { path: route.slice(5), extra: { form: { sleutel, ...withName(route, secretWord()) } } } }];
  return abouts(route, story, "", caller.part).flatMap((about) => {
    const question = { route, path: fill(route.slice(5), about?.values ?? {}), about, malformed: about?.opens === "malformed", holds: holderOf(about) };
    const form = { sleutel, ...formOf(route, story, caller, about === undefined || about.name === "wensboom") }, { opened } = expected(caller, question, open);
    if (opened && ["thing", "stay", "record", "person", "grant", "reaction", "acquaintance"].includes(about?.kind ?? "")) return [];  // theirs to do: see own_deeds
    if (route === "POST /kennismaken/{code}" && about?.state?.endsWith("waiting")) return [];  // a code works once
    if (route === "POST /meenemen" && (caller.part === "owner" || story.takings.some(({ keeper }) => keeper === caller.part))) return [];  // a new one ends the one before
    if (["POST /delen/terug", "POST /mij/kennissen/code"].includes(route) && story.shares.some(({ keeper }) => keeper === caller.part)) return [];
    if (opened && caller.part === "owner" && (about?.kind === "place" || formOf(route, story, caller).id !== undefined)) return [];  // made when the story was
    const knows = about?.kind === "thing" && expected(caller, { ...question, route: "GET /rugzak/{thing}" }, open).opened;  // that it is there
    const absent = about && !question.malformed && !opened && !knows ? { path: absentOf(route, about), extra: { form } } : undefined;
    return [{ ...question, extra: { form }, twin: absent }];
  }).filter(({ route: each }) => each !== "POST /uitloggen" || !caller.inside);
}

/** What somebody does with what is theirs, in the order in which it can be done. @param {import("./people.mjs").Story} story @param {Caller} caller @returns {Question[]} */
export function ownDeeds(story, caller) {
  const thing = story.things.find(({ keeper, state }) => keeper === caller.part && state === "kept"), stay = story.stays.find(({ keeper, state }) => keeper === caller.part && state === "made");
  const sleutel = caller.visitor.key, list = /** @type {Question[]} */ ([]);
  const about = (/** @type {string} */ kind, /** @type {string} */ state) => ({ kind, name: "their own", values: {}, keeper: caller.part, school: caller.school, state });
  const add = (/** @type {string} */ route, /** @type {Record<string, string>} */ values, /** @type {Form} */ form, /** @type {string} */ state) => {
    if (rules[route]) list.push({ route, path: fill(route.slice(5), values), about: about(rules[route].about ?? "", state), extra: { form: { sleutel, ...form } } });
  };
  const made = story.records.find(({ keeper, state }) => keeper === caller.part && state === "kept");
  if (made) {
    add("POST /eigen/{record}/weg", { record: made.id }, {}, "kept");
    add("POST /eigen/{record}/terug", { record: made.id }, {}, "kept");
    add("POST /eigen/{record}/weg", { record: made.id }, {}, "kept");
    add("POST /eigen/{record}/voorgoed", { record: made.id }, {}, "kept");
  }
  if (thing) {
    add("POST /rugzak/{thing}/inzicht", { thing: thing.id }, { id: newId(), gebeurd: "Zelf verteld" }, "kept");
    add("POST /rugzak/{thing}/anders", { thing: thing.id }, { id: newId(), gezien: "", woorden: "Zelf veranderd" }, "kept");
    add("POST /rugzak/{thing}/weg", { thing: thing.id }, {}, "kept");
    add("POST /rugzak/{thing}/terug", { thing: thing.id }, {}, "in the bin");
    add("POST /rugzak/{thing}/weg", { thing: thing.id }, {}, "kept");
    add("POST /rugzak/{thing}/voorgoed", { thing: thing.id }, {}, "in the bin");
  }
  if (stay) {
    add("POST /reis/{visit}/terug", { visit: stay.id }, { plek: "wensboom", einde: "1700000000000" }, "made");
    add("POST /reis/{visit}/weg", { visit: stay.id }, {}, "made");
  }
  return list;
}

/** What an administrator does with the account of one person. @param {import("./people.mjs").Story} story @param {Caller} caller @returns {Question[]} */
export function administration(story, caller) {
  const target = story.who("target"), sleutel = caller.visitor.key;
  if (!caller.administers || caller.school !== target.school) return [];
  const about = { kind: "person", name: "target", values: { person: target.id }, school: target.school, state: "active" };
  const steps = /** @type {[string, Form][]} */ ([["uitnodigen", {}], ["rollen", { doen: "erbij", rol: "desk", team: "", nieuw_team: "" }], ["rollen", { doen: "weg", rol: "desk", team: "", nieuw_team: "" }], ["code", {}],
    ["stand", { naar: "suspended" }], ["stand", { naar: "active" }]]);
  return steps.map(([step, form]) => ({ route: `POST /beheer/mensen/{person}/${step}`, path: `/beheer/mensen/${target.id}/${step}`, about, extra: { form: { sleutel, ...form } } }));
}

/** The owner's forms as somebody else's page could send them: without the key, with another's, from another site. @param {string} route @param {import("./people.mjs").Story} story @param {Caller} owner @param {Caller} other @returns {Question[]} */
export function forged(route, story, owner, other) {
  const thing = story.things.find(({ keeper, state }) => keeper === "owner" && state === "kept"), stay = story.stays.find(({ keeper, state }) => keeper === "owner" && state === "made");
  const path = fill(route.slice(5), { kind: "rugzak", thing: thing?.id ?? "", record: story.records.find(({ keeper }) => keeper === "owner")?.id ?? "", visit: stay?.id ?? "", place: "wensboom", person: story.who("target").id, token: story.links.invited.slice(-43) });
  const form = formOf(route, story, owner), sleutel = owner.visitor.key, elsewhere = { origin: "https://elders.example", "sec-fetch-site": "cross-site" };
  return [{ form }, { form: { ...form, sleutel: "" } }, { form: { ...form, sleutel: other.visitor.key } }, { form: { ...form, sleutel }, headers: elsewhere },
    { form: { ...form, sleutel }, headers: { origin: "null", "sec-fetch-site": "same-site" } }, { form: { ...form, sleutel }, headers: { origin: `http://zuid.localhost:${owner.visitor.port}`, "sec-fetch-site": "same-site" } }]
    .map((extra) => ({ route, path, extra }));
}

