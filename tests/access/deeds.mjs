// Everything that somebody can send, with the keys of their own forms: about what is theirs, and about what is not.
import { secretWord } from "./canaries.mjs";
import { expected, fill } from "./exchange.mjs";
import { collected, parts } from "./parts/index.mjs";
import { rules } from "./policy.mjs";
import { abouts, absentOf, example, given, holderOf } from "./questions.mjs";
import { newId } from "./visitor.mjs";

/** @typedef {import("./exchange.mjs").Caller} Caller */
/** @typedef {import("./questions.mjs").Question} Question */
/** @typedef {import("./parts/index.mjs").Form} Form */

const forms = collected(({ forms }) => forms), unsent = collected(({ unsent }) => unsent);

/** What a browser would send, with the owner's ids wherever an id goes. @param {string} route @param {import("./story.mjs").Story} story @param {Caller} caller @param {boolean} first at the first place: an id makes one thing @returns {Form} */
function formOf(route, story, caller, first = true) {
  return forms[route]?.(given(story, caller, (theirs) => {
    if (caller.part === "owner" || !first) return newId();
    caller.borrowed.add(theirs);
    return theirs;
  })) ?? {};
}

/** Names of accounts in forms of who is not signed in: a name that exists does what a name that does not exist does. @param {string} route @param {string} name @returns {Form | undefined} */
const withName = (route, name) => ({
  "POST /inloggen": { naam: name, wachtwoord: "een verkeerd wachtwoord" },
  "POST /wachtwoord/vergeten": { naam: name },
  "POST /wachtwoord/code": { naam: name, code: "ABCD-EFGH-JKMN", wachtwoord: "een heel nieuw wachtwoord" },
}[route]);

/** Deeds that do nothing to what is somebody else's: about what is closed to this caller, or about nothing in particular.
 * @param {string} route @param {import("./story.mjs").Story} story @param {Caller} caller @param {Caller} other whose account name is typed @returns {Question[]} */
export function deeds(route, story, caller, other) {
  const named = withName(route, story.people.get(other.part)?.userName ?? secretWord()), open = caller.school === "noord";
  const sleutel = caller.visitor.key;
  if (named) return [{ route, path: route.slice(5), extra: { form: { sleutel, ...named } }, twin: { path: route.slice(5), extra: { form: { sleutel, ...withName(route, secretWord()) } } } }];
  return abouts(route, story, "", caller.part).flatMap((about) => {
    const question = { route, path: fill(route.slice(5), about?.values ?? {}), about, malformed: about?.opens === "malformed", holds: holderOf(about) };
    const form = { sleutel, ...formOf(route, story, caller, about === undefined || about.name === "wensboom") }, { opened } = expected(caller, question, open);
    if (opened && about && (about.keeper !== undefined || ["person", "acquaintance"].includes(about.kind))) return [];  // theirs to do: see ownDeeds
    if (route === "POST /kennismaken/{code}" && about?.state?.endsWith("waiting")) return [];  // a code works once
    if (unsent[route]?.(story, caller)) return [];
    if (opened && caller.part === "owner" && (about?.kind === "place" || formOf(route, story, caller).id !== undefined)) return [];  // made when the story was
    const knows = about?.page !== undefined && expected(caller, { ...question, route: about.page }, open).opened;  // that it is there
    const absent = about && !question.malformed && !opened && !knows ? { path: absentOf(route, about), extra: { form } } : undefined;
    return [{ ...question, extra: { form }, twin: absent }];
  }).filter(({ route: each }) => each !== "POST /uitloggen" || !caller.inside);
}

/** What somebody does with what is theirs, and then how they throw it away. @param {import("./story.mjs").Story} story @param {Caller} caller @returns {Question[]} */
export function ownDeeds(story, caller) {
  return [...parts.flatMap(({ own }) => own?.(story, caller) ?? []), ...parts.flatMap(({ away }) => away?.(story, caller) ?? [])].map(({ route, values, form = {}, state }) =>
    ({ route, path: fill(route.slice(5), values), about: { kind: rules[route].about ?? "", name: "their own", values: {}, keeper: caller.part, school: caller.school, state }, extra: { form: { sleutel: caller.visitor.key, ...form } } }));
}

/** What an administrator does with the account of one person. @param {import("./story.mjs").Story} story @param {Caller} caller @returns {Question[]} */
export function administration(story, caller) {
  const target = story.who("target"), sleutel = caller.visitor.key;
  if (!caller.administers || caller.school !== target.school) return [];
  const about = { kind: "person", name: "target", values: { person: target.id }, school: target.school, state: "active" };
  const steps = /** @type {[string, Form][]} */ ([["uitnodigen", {}], ["rollen", { doen: "erbij", rol: "desk", team: "", nieuw_team: "" }], ["rollen", { doen: "weg", rol: "desk", team: "", nieuw_team: "" }], ["code", {}],
    ["stand", { naar: "suspended" }], ["stand", { naar: "active" }]]);
  return steps.map(([step, form]) => ({ route: `POST /beheer/mensen/{person}/${step}`, path: `/beheer/mensen/${target.id}/${step}`, about, extra: { form: { sleutel, ...form } } }));
}

/** The owner's forms as somebody else's page could send them: without the key, with another's, from another site. @param {string} route @param {import("./story.mjs").Story} story @param {Caller} owner @param {Caller} other @returns {Question[]} */
export function forged(route, story, owner, other) {
  const path = fill(route.slice(5), example(route, story, ""));
  const form = formOf(route, story, owner), sleutel = owner.visitor.key, elsewhere = { origin: "https://elders.example", "sec-fetch-site": "cross-site" };
  return [{ form }, { form: { ...form, sleutel: "" } }, { form: { ...form, sleutel: other.visitor.key } }, { form: { ...form, sleutel }, headers: elsewhere },
    { form: { ...form, sleutel }, headers: { origin: "null", "sec-fetch-site": "same-site" } }, { form: { ...form, sleutel }, headers: { origin: `http://zuid.localhost:${owner.visitor.port}`, "sec-fetch-site": "same-site" } }]
    .map((extra) => ({ route, path, extra }));
}

