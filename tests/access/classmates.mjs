// Ten of a class who all answer and let one of their staff read it: enough to be said to all, and too many to be asked about everything. So they are no part of the cast.
import assert from "node:assert/strict";
import { newId } from "./visitor.mjs";

/** @typedef {import("./story.mjs").Story} Story */

const password = "vier losse paarse fietsbellen";

/** Comes in by an invitation on paper, answers, and shares that. @param {Story} story @param {number} at @param {string} reader */
async function classmate(story, at, reader) {
  const administrator = story.who("administrator of noord").visitor, visitor = story.town.at("noord"), answer = newId();
  const sheet = await administrator.post("/beheer/mensen/nieuw", { id: newId(), naam: "Klasgenoot", inlognaam: `klasgenoot-${"abcdefghij"[at]}`, email: "", taal: "nl", rol: "student", team: "", nieuw_team: story.teams["of the owner"] });
  const [, link] = /\/welkom\/([\w-]{43})/.exec(sheet.text) ?? [];
  await visitor.takeKey();
  assert.equal((await visitor.post(`/welkom/${link}`, { wachtwoord: password })).status, 303, "a classmate comes in");
  await visitor.takeKey();
  assert.equal((await visitor.post("/vragen", { id: answer, halen: "Een vak leren", dienst: "" })).status, 303);
  assert.equal((await visitor.post(`/deel/antwoord/${answer}`, { id: newId(), wie: story.who(reader).id, mag: "lezen" })).status, 303);
}

/** @param {Story} story @param {string} reader of their staff */
export async function tellClassmates(story, reader) {
  for (let at = 0; at < 10; ++at) await classmate(story, at, reader);
}

/** Lays every answer that they may read under a theme. @param {Story} story @param {string} reader @param {string} theme */
export async function layAllUnder(story, reader, theme) {
  const { visitor } = story.who(reader), { text } = await visitor.get(`/antwoorden/thema/${theme}`), names = [...text.matchAll(/name="getoond" value="(\w{26})"/g)].map(([, name]) => name);
  assert.ok(names.length >= 10, "there is enough to lay there");
  assert.equal((await visitor.post(`/antwoorden/thema/${theme}`, { getoond: names, antwoord: names })).status, 303);
}

/** What the last reply of a theme is called: who says it anew saw that one. @param {Story} story @param {string} theme */
export async function lastReply(story, theme) {
  const { text } = await story.who("coordinator").visitor.get(`/antwoorden/thema/${theme}`);
  return /name="gezien" value="(\w{26})"/.exec(text)?.[1] ?? "";
}
