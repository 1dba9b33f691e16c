// A class that answers: students come in by an invitation on paper, answer the two questions, and let one of their staff read that. Without a browser, for speed.
import assert from "node:assert/strict";
import { newId, Visitor } from "../access/visitor.mjs";

/** @typedef {import("./house.mjs").House} House */

/** Somebody of the demo school, signed in. @param {House} house @param {string} role */
async function signedIn(house, role) {
  const { user_name, password } = house.person(role), visitor = await doorOf(house).takeKey();
  assert.equal((await visitor.post("/inloggen", { naam: user_name, wachtwoord: password })).status, 303, role);
  return visitor.takeKey();
}

/** @param {House} house */
const doorOf = (house) => new Visitor(Number(new URL(house.address).port), "localhost");

/** The name of the class in which the counsellor guides. @param {Visitor} administrator @param {House} house */
async function classOf(administrator, house) {
  const { text } = await administrator.get(`/beheer/mensen?zoek=${encodeURIComponent(house.person("counsellor").name)}`);
  const [, page] = /href="(\/beheer\/mensen\/\w{26})"/.exec(text) ?? [];
  const [, team = ""] = /<span>[^<]+ · ([^<]+)<\/span>/.exec((await administrator.get(page)).text) ?? [];
  return { counsellor: page.slice(-26), team };
}

/** @param {House} house @param {number} students @param {string[]} wants what they answer, in turn */
export async function answeringClass(house, students, wants) {
  const administrator = await signedIn(house, "administrator"), { counsellor, team } = await classOf(administrator, house);
  assert.notEqual(team, "", "the counsellor has a class");
  /** @type {{visitor: Visitor, answer: string}[]} */
  const all = [];
  for (let at = 0; at < students; ++at) {
    const sheet = await administrator.post("/beheer/mensen/nieuw", { id: newId(), naam: `Klasgenoot ${"abcdefghijklm"[at]}`, inlognaam: `klasgenoot-${"abcdefghijklm"[at]}`, email: "", taal: "nl", rol: "student", team: "", nieuw_team: team });
    const [, link] = /\/welkom\/([\w-]{43})/.exec(sheet.text) ?? [], visitor = await doorOf(house).takeKey(), answer = newId();
    assert.equal((await visitor.post(`/welkom/${link}`, { wachtwoord: "vier losse paarse fietsbellen" })).status, 303);
    await visitor.takeKey();
    assert.equal((await visitor.post("/vragen", { id: answer, halen: wants[at % wants.length] ?? "", dienst: "" })).status, 303);
    assert.equal((await visitor.post(`/deel/antwoord/${answer}`, { id: newId(), wie: counsellor, mag: "reageren" })).status, 303);
    all.push({ visitor, answer });
  }
  return all;
}
