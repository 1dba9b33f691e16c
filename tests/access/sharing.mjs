// What the owner shares in the story, with whom, and what became of it: all through the product's own pages, but for the passing of a day.
import assert from "node:assert/strict";
import { come, keep, newPerson } from "./story.mjs";
import { secretWord } from "./canaries.mjs";
import { newId } from "./visitor.mjs";

/** @typedef {import("./story.mjs").Story} Story */
/** @typedef {import("./story.mjs").Person} Person */
/** @typedef {import("./story.mjs").Thing} Thing */
/** @typedef {import("./story.mjs").Own} Own */

/** @param {Date} moment a day as a browser sends it */
const dayOf = (moment) => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" }).format(moment);

/** Somebody lets a code be shown. @param {Story} story @param {string} maker */
async function showCode(story, maker) {
  const { text } = await story.who(maker).visitor.post("/mij/kennissen/code"), code = /<code>([\w-]{19})<\/code>/.exec(text)?.[1] ?? "";
  assert.notEqual(code, "", `${maker} has a code`);
  story.canaries.add(code, "contact code", maker);
  for (const one of story.codes) if (one.maker === maker && one.address === undefined) one.state = "used";  // a new one ends the one before
  const shown = /** @type {import("./story.mjs").Code} */ ({ code, maker, state: "waiting" });
  story.codes.push(shown);
  return shown;
}

/** @param {Story} story @param {string} maker @param {string} part who says yes */
async function meet(story, maker, part) {
  const shown = await showCode(story, maker);
  assert.equal((await story.who(part).visitor.post(`/kennismaken/${shown.code}`)).status, 303, `${part} says yes`);
  Object.assign(shown, { state: "used", holder: part });
  story.acquainted.push({ one: maker, other: part, still: true });
}

/** Somebody is mailed a code. @param {Story} story @param {string} maker @param {string} name @param {string} address */
async function mailCode(story, maker, name, address) {
  assert.equal((await story.who(maker).visitor.post("/mij/kennissen/uitnodigen", { naam: name, email: address })).status, 303);
  const [, code] = await story.town.mailbox.find(address, /\/kennismaken\/([\w-]{19})/);
  story.canaries.add(code, "contact code", maker);
  const mailed = /** @type {import("./story.mjs").Code} */ ({ code, maker, state: "waiting", address });
  story.codes.push(mailed);
  return mailed;
}

/** From outside the school, with an account of their own. @param {Story} story */
async function comeFromOutside(story) {
  const person = newPerson(story, "companion from outside", "noord", "companion"), address = person.email;
  person.userName = address;
  for (const canary of story.canaries.all) if (address.startsWith(canary.token)) canary.what = "user name";  // with which they sign in
  const mailed = await mailCode(story, "owner", "Iemand van buiten", address);
  await come(story, person, `/kennismaken/${mailed.code}/account`, { heet: person.name });
  Object.assign(mailed, { state: "used", holder: person.part });
  story.acquainted.push({ one: "owner", other: person.part, still: true });
  const row = story.town.rows().find((each) => each.startsWith("person noord ") && each.includes(address)) ?? story.town.rows().find((each) => each.startsWith("person ") && each.includes(address));
  person.id = /"id":"(\w{26})"/.exec(row ?? "")?.[1] ?? "";
  assert.notEqual(person.id, "");
  story.canaries.add(person.id, "person id", person.part);
}

/** The grants and reactions of a thing, as its owner's page names them. @param {Person} owner @param {Own} thing @param {RegExp} named */
const namesOn = async (owner, thing, named) => [...(await owner.visitor.get(thing.page)).text.matchAll(named)].map(([, id]) => id);

/** @param {Story} story @param {string} from @param {Own} thing @param {string} to @param {"read" | "react"} may @param {Record<string, string>} until */
export async function share(story, from, thing, to, may, until = {}) {
  const owner = story.who(from), before = await namesOn(owner, thing, /\/delen\/(\w{26})\/terug/g);
  const form = { id: newId(), wie: story.who(to).id, mag: may === "read" ? "lezen" : "reageren", ...until };
  assert.equal((await owner.visitor.post(thing.share, form)).status, 303, `${from} shares with ${to}`);
  const [grant] = (await namesOn(owner, thing, /\/delen\/(\w{26})\/terug/g)).filter((id) => !before.includes(id));
  assert.ok(grant, `${to} got it`);
  story.canaries.add(grant, "grant id", from, thing.id);
  const given = /** @type {import("./story.mjs").Share} */ ({ thing: thing.id, keeper: from, with: to, may, state: "open", grant });
  story.shares.push(given);
  return given;
}

/** @param {Story} story @param {string} author @param {Own} thing @param {string} symbol */
export async function react(story, author, thing, symbol = "") {
  const owner = story.who(thing.keeper), before = await namesOn(owner, thing, /\/reacties\/(\w{26})\/weg/g);
  const words = `Blauwevinvis ${story.canaries.make("reaction", author, thing.id)}`;
  assert.equal((await story.who(author).visitor.post(thing.react, { id: newId(), woorden: words, symbool: symbol })).status, 303, `${author} reacts`);
  const [id] = (await namesOn(owner, thing, /\/reacties\/(\w{26})\/weg/g)).filter((each) => !before.includes(each));
  assert.ok(id, `${author}'s reaction is there`);
  story.canaries.add(id, "reaction id", author, thing.id);
  story.reactions.push({ id, thing: thing.id, author, keeper: thing.keeper });
}

/** Everything that somebody reads of one thing that was given to them. @param {Person} reader @param {Own} thing */
export const readingOf = (reader, thing) => Promise.all([thing.page, ...thing.parts.flatMap((part) => ["klein", "midden", "groot"].map((size) => `/beeld/${thing.id}/${part}?maat=${size}`))]
  .map((path) => reader.visitor.get(path)));

/** Given, read, reacted to, and then no longer theirs. @param {Story} story */
async function shareAndClose(story) {
  const owner = story.who("owner"), { visitor } = owner, counsellor = story.who("counsellor");
  const takenBack = await keep(story, owner, { place: "wensboom", photo: true });
  const given = await share(story, "owner", takenBack, "counsellor", "react");
  for (const reply of await readingOf(counsellor, takenBack)) assert.equal(reply.status, 200);
  await react(story, "counsellor", takenBack);
  assert.equal((await visitor.post(`/delen/${given.grant}/terug`)).status, 303);
  given.state = "taken back";

  const ended = await keep(story, owner, { place: "haven", drawing: true });
  const yesterday = dayOf(new Date(Date.now() - 36 * 3_600_000));
  const refused = await visitor.post(`/rugzak/${ended.id}/deel`, { id: newId(), wie: counsellor.id, mag: "lezen", tot: "dag", dag: yesterday });
  assert.equal(refused.status, 422, "no page shares until a day that is past");
  const until = await share(story, "owner", ended, "counsellor", "react", { tot: "dag", dag: dayOf(new Date()) });
  for (const reply of await readingOf(counsellor, ended)) assert.equal(reply.status, 200);
  story.town.pass(until.grant);  // `serve` has no clock to set: the end comes to us
  until.state = "past its day";

  const binned = await keep(story, owner, { place: "mirador", photo: true });
  await share(story, "owner", binned, "counsellor", "react");
  assert.equal((await visitor.post(`/rugzak/${binned.id}/weg`)).status, 303);
  binned.state = "in the bin";
  for (const canary of story.canaries.all) if (canary.thing === binned.id && canary.what === "words") canary.what = "words in the bin";

  const removed = await keep(story, owner, { photo: true });
  await share(story, "owner", removed, "counsellor", "react");
  await react(story, "counsellor", removed);
  for (const step of ["weg", "voorgoed"]) assert.equal((await visitor.post(`/rugzak/${removed.id}/${step}`)).status, 303);
  removed.state = "removed";
  story.reactions.splice(-1);
  for (const canary of story.canaries.all) if (canary.thing === removed.id && canary.what !== "file name") canary.what = `removed ${canary.what}`;
}

/** One of everything that can be shared. @param {Story} story */
export async function ownerShares(story) {
  const owner = story.who("owner"), { visitor } = owner;
  for (const part of ["fellow student", "student of another team", "suspended", "left", "closed by a printed code", "target"]) await meet(story, "owner", part);
  await comeFromOutside(story);

  const toRead = await keep(story, owner, { place: "wensboom", photo: true, when: "lente 1953", words: "earlier words" });
  for (const moment of ["lente 1953", "spring 1953"]) story.canaries.add(moment, "moment", "owner", toRead.id);
  assert.equal((await visitor.post(`/rugzak/${toRead.id}/anders`, { id: newId(), gezien: "", woorden: `Nu ${story.canaries.make("words", "owner", toRead.id)}`, wanneer: "lente 1953",
    ...Object.fromEntries(toRead.parts.map((part) => [`beschrijving-${part}`, `Te zien is ${story.canaries.make("description", "owner", toRead.id)}`])) })).status, 303);
  for (const canary of story.canaries.all.filter(({ thing, what }) => thing === toRead.id && what === "description").slice(0, 1)) canary.what = "earlier description";
  await share(story, "owner", toRead, "counsellor", "read");

  const toReact = await keep(story, owner, { place: "mirador", photo: true, sound: true });
  for (const part of ["counsellor", "fellow student"]) await share(story, "owner", toReact, part, "react");
  await share(story, "owner", toReact, "desk", "read");
  await react(story, "counsellor", toReact);
  await react(story, "fellow student", toReact, "hart");

  const toClassMates = await keep(story, owner, { place: "stad", photo: true });
  for (const part of ["fellow student", "suspended", "left", "closed by a printed code", "target"]) await share(story, "owner", toClassMates, part, "react");
  const stranger = await share(story, "owner", toClassMates, "student of another team", "react");
  for (const reply of await readingOf(story.who("student of another team"), toClassMates)) assert.equal(reply.status, 200);
  assert.equal((await visitor.post(`/mij/kennissen/${story.who("student of another team").id}/einde`)).status, 303);
  stranger.state = "no longer acquainted";
  for (const each of story.acquainted) if (each.other === "student of another team") each.still = false;

  await share(story, "owner", await keep(story, owner, { photo: true, drawing: true }), "companion from outside", "react", { tot: "week" });
  await shareAndClose(story);

  for (const from of ["fellow student", "closed by a printed code", "suspended", "left"]) {  // and the owner reads something of others
    const thing = story.things.find(({ keeper }) => keeper === from);
    assert.ok(thing);
    (await share(story, from, thing, "owner", from === "fellow student" ? "react" : "read")).state = ["suspended", "left"].includes(from) ? "of who is away" : "open";
  }

  await showCode(story, "owner");  // nobody answers this one, nor the next
  const name = `Nour ${story.canaries.make("invited name", "owner")}`, word = secretWord();
  story.canaries.add(word, "invited address", "owner");
  await mailCode(story, "owner", name, `${word}@voorbeeld.nl`);
}

/** What is no longer given has no name on any page. @param {Story} story */
export function endGrants(story) {
  for (const { state, grant, thing } of story.shares)
    if (state !== "open" || story.own(thing)?.state !== "kept")
      for (const canary of story.canaries.all) if (canary.token === grant) canary.what = "ended grant id";
}
