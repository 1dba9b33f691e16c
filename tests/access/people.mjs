// Who lives in the two schools, and what they keep: made through the product's own pages, with a word of its own in every text.
import assert from "node:assert/strict";
import { Canaries } from "./canaries.mjs";
import { openTown } from "./town.mjs";
import { noise, picture } from "./recordings.mjs";
import { ownerShares } from "./sharing.mjs";
import { newId } from "./visitor.mjs";

/** @typedef {import("./visitor.mjs").Visitor} Visitor */
/** @typedef {{id: string, keeper: string, school: string, state: "kept" | "in the bin" | "removed", parts: string[], place: string, loose?: boolean}} Thing — loose: one of the many on further pages */
/** @typedef {{id: string, keeper: string, school: string, state: "made" | "removed", place: string, ends?: string}} Stay — ends: as the form to undo it says */
/** Something that somebody gave to somebody; open: they may read it. @typedef {{thing: string, keeper: string, with: string, may: "read" | "react", state: "open" | "taken back" | "past its day" | "no longer acquainted" | "of who is away", grant: string}} Share */
/** @typedef {{id: string, thing: string, author: string, keeper: string}} Reaction */
/** @typedef {{code: string, maker: string, state: "waiting" | "used", address?: string, holder?: string}} Code — address: it was mailed there; holder: who came by it */
/** What somebody takes along: packed and there. @typedef {{id: string, keeper: string, school: string}} Taking */
/** @typedef {{part: string, school: string, role: string, team?: string, id: string, name: string, userName: string, email: string, password: string, visitor: Visitor}} Person */

/** Every part somebody plays: role, team, school, and what became of them. */
export const cast = [
  { part: "owner", role: "student", team: "of the owner" },
  { part: "fellow student", role: "student", team: "of the owner" },
  { part: "student of another team", role: "student", team: "another" },
  ...["companion", "counsellor", "desk", "teamleader"].map((role) => ({ part: role, role, team: "of the owner" })),
  ...["coordinator", "analyst"].map((role) => ({ part: role, role, team: "" })),
  { part: "second administrator", role: "administrator", team: "" },
  { part: "suspended", role: "student", team: "of the owner", then: "suspended" },
  { part: "left", role: "student", team: "of the owner", then: "left" },
  { part: "closed by a printed code", role: "student", team: "of the owner", then: "code" },
  { part: "target", role: "student", team: "another" },  // whom the administrators may change at will
  { part: "invited", role: "student", team: "of the owner", then: "invited" },
  { part: "student of the other school", role: "student", team: "of the other school", school: "zuid" },
];

export class Story {
  canaries = new Canaries();
  /** @type {Map<string, Person>} */
  people = new Map();
  /** @type {Thing[]} */
  things = [];
  /** @type {Stay[]} */
  stays = [];
  /** What somebody made beside what they kept. @type {{id: string, keeper: string, school: string, state: string}[]} */
  records = [];
  /** @type {Share[]} */
  shares = [];
  /** @type {Reaction[]} */
  reactions = [];
  /** @type {Code[]} */
  codes = [];
  /** @type {Taking[]} */
  takings = [];
  /** Who said yes to each other, and whether they still know each other. @type {{one: string, other: string, still: boolean}[]} */
  acquainted = [];
  teams = /** @type {Record<string, string>} */ ({});
  titles = { noord: `College ${this.canaries.make("school title", "noord")}`, zuid: `College ${this.canaries.make("school title", "zuid")}` };
  links = /** @type {Record<string, string>} */ ({});
  /** A small one has fewer people and drawings for photos. */
  small = false;

  town = /** @type {import("./town.mjs").Town} */ (/** @type {unknown} */ (null));

  /** @param {string} part @returns {Person} */
  who(part) {
    const person = this.people.get(part);
    assert.ok(person, part);
    return person;
  }

  /** Whom somebody got to know, by part. @param {string} part */
  known(part) { return this.acquainted.filter(({ one, other, still }) => still && [one, other].includes(part)).map(({ one, other }) => (one === part ? other : one)); }

  /** @param {string} part @param {string} thing */
  mayRead(part, thing) { return this.shares.some((share) => share.thing === thing && share.with === part && share.state === "open") && this.things.some(({ id, state }) => id === thing && state === "kept"); }
}

/** @param {Story} story @param {string} part @param {string} school @param {string} role @returns {Person} */
export function newPerson(story, part, school, role) {
  const word = (/** @type {string} */ what) => story.canaries.make(what, part);
  const person = { part, school, role, id: newId(), name: `Nour ${word("name")}`, userName: word("user name"), email: `${word("e-mail")}@voorbeeld.nl`,
    password: `blauwe fiets ${word("password")}`, visitor: story.town.at(school) };
  story.canaries.add(person.id, "person id", part);
  story.people.set(part, person);
  return person;
}

/** Follows an invitation. @param {Story} story @param {Person} person @param {string} link @param {Record<string, string>} more */
export async function come(story, person, link, more = {}) {
  await person.visitor.takeKey();
  const { status } = await person.visitor.post(link, { wachtwoord: person.password, ...more });
  assert.equal(status, 303, `${person.part} comes in`);
  await person.visitor.takeKey();
  story.canaries.add(person.visitor.cookies.get("__Host-sessie") ?? "", "session", person.part);
  story.canaries.add(JSON.parse((await person.visitor.get("/mij/concepten-sleutel")).text).sleutel, "draft key", person.part);
}

/** @param {Story} story @param {typeof cast[number] & {school?: string}} one */
async function invite(story, one) {
  const school = one.school ?? "noord", administrator = story.who(`administrator of ${school}`).visitor;
  const person = Object.assign(newPerson(story, one.part, school, one.role), { team: one.team });
  if (one.team !== "") story.teams[one.team] ??= `Klas ${story.canaries.make("team", school)}`;
  const { status } = await administrator.post("/beheer/mensen/nieuw", { id: person.id, naam: person.name, inlognaam: person.userName, email: person.email, taal: "nl",
    rol: one.role, team: "", nieuw_team: one.team === "" ? "" : story.teams[one.team] });
  assert.equal(status, 303, `${one.part} is invited`);
}

/** Who got their mail comes in, but the one who does not. @param {Story} story @param {typeof cast[number]} one */
async function answer(story, one) {
  const person = story.who(one.part);
  const [link] = await story.town.mailbox.find(person.email, /\/welkom\/[\w-]{43}/);
  story.links[one.part] = link;
  story.canaries.add(link.slice(-43), "invitation", one.part);
  if (one.then !== "invited") await come(story, person, link);
}

/** What the administrator does to them afterwards. @param {Story} story @param {string} part @param {string} then */
async function happensTo(story, part, then) {
  const person = story.who(part), administrator = story.who("administrator of noord").visitor;
  if (then === "suspended" || then === "left") {
    assert.equal((await administrator.post(`/beheer/mensen/${person.id}/stand`, { naar: then })).status, 303);
    if (then === "suspended") return;
    await person.visitor.takeKey();  // who left comes back to read what is their own
    assert.equal((await person.visitor.post("/inloggen", { naam: person.userName, wachtwoord: person.password })).status, 303);
    await person.visitor.takeKey();
    story.canaries.add(person.visitor.cookies.get("__Host-sessie") ?? "", "session", person.part);
    return;
  }
  const sheet = await administrator.post(`/beheer/mensen/${person.id}/code`);
  const code = /<code[^>]*>([^<]+)<\/code>/.exec(sheet.text)?.[1];
  assert.ok(code, "a code on paper");
  await (person.visitor = story.town.at("noord")).takeKey();
  assert.equal((await person.visitor.post("/wachtwoord/code", { naam: person.userName, code, wachtwoord: person.password })).status, 303);
  await person.visitor.takeKey();
}

/** Keeps one thing, with words in every text. @param {Story} story @param {Person} person
 * @param {{place?: string, words?: string, when?: string, photo?: boolean, drawing?: boolean, sound?: boolean}} what */
export async function keep(story, person, { place = "", words = "words", when = "", ...parts }) {
  const photo = !story.small && parts.photo === true, sound = !story.small && parts.sound === true, drawing = parts.drawing === true || (story.small && (parts.photo ?? parts.sound) === true);
  const id = newId(), at = place === "" ? "/rugzak/bewaren" : `/kaart/${place}/bewaren`;
  const word = (/** @type {string} */ of) => story.canaries.make(of, person.part, id);
  const form = { id, woorden: `Blauwevinvis ${word(words)}`, wanneer: when, beschrijving: photo || sound || story.small ? `Te zien is ${word("description")}` : "",
    tekening: drawing ? `640 480\ninkt 4 ${strokes()}` : "" };
  const files = [...(photo ? [{ name: "foto", file: `${word("file name")}.png`, type: "image/png", bytes: picture() }] : []),
    ...(sound ? [{ name: "geluid", file: `${word("file name")}.wav`, type: "audio/wav", bytes: noise() }] : [])];
  const { status } = await person.visitor.post(at, form, files.length > 0 ? { files } : {});
  assert.equal(status, 303, `${person.part} keeps ${words}`);
  story.canaries.add(id, "thing id", person.part, id);
  const thing = /** @type {Thing} */ ({ id, keeper: person.part, school: person.school, state: "kept", parts: [], place, loose: words === "words on a further page" });
  story.things.push(thing);
  if (photo || drawing || sound) await lookAtParts(story, person, thing);
  return thing;
}

const strokes = () => Array.from({ length: 12 }, () => Math.floor(Math.random() * 470)).join(" ");

/** Learns the parts of a thing, and what their bytes are. @param {Story} story @param {Person} person @param {Thing} thing */
async function lookAtParts(story, person, thing) {
  const { text } = await person.visitor.get(`/rugzak/${thing.id}`);
  thing.parts = [...new Set([...text.matchAll(/\/beeld\/\w{26}\/(\w{26})/g)].map(([, part]) => part))];
  for (const part of thing.parts) {
    story.canaries.add(part, "part id", person.part, thing.id);
    const sizes = new Set();
    for (const size of ["klein", "midden", "groot"]) {
      const { body, headers } = await person.visitor.get(`/beeld/${thing.id}/${part}?maat=${size}`);
      sizes.add(body.length);
      if (headers.get("content-type") === "image/svg+xml") story.canaries.addBytes(Buffer.from(/ d="([^"]{16,40})/.exec(body.toString())?.[1] ?? ""), "picture", person.part, thing.id);
      else for (const at of [64, body.length >> 1, body.length - 24]) story.canaries.addBytes(body.subarray(at, at + 16), "picture", person.part, thing.id);
    }
    assert.ok(sizes.size === 3 || sizes.size === 1, "a photo in three sizes");
  }
}

/** What a thing meant to who kept it. @param {Story} story @param {Person} person @param {Thing} thing */
export async function means(story, person, thing) {
  const id = newId(), word = () => story.canaries.make("insight words", person.part);
  const { status } = await person.visitor.post(`/rugzak/${thing.id}/inzicht`, { id, gebeurd: `Zo ging het ${word()}`, over: "quality" });
  assert.equal(status, 303, `${person.part} says what it meant`);
  assert.equal((await person.visitor.post(`/inzichten/${id}/kernwoord`, { id: newId(), gezien: id, kernwoord: word(), leren: `Leren ${word()}` })).status, 303);
  story.canaries.add(id, "record id", person.part);
  story.records.push({ id, keeper: person.part, school: person.school, state: "kept" });
}

/** @param {Story} story @param {Person} person @param {string} place @param {string} when how they say it; empty: they are there now */
export async function stay(story, person, place, when) {
  const id = newId(), form = when === "" ? { id } : { id, wanneer: when };
  assert.equal((await person.visitor.post(`/kaart/${place}/${when === "" ? "hier" : "was-hier"}`, form)).status, 303, `${person.part} is at ${place}`);
  story.canaries.add(id, "stay id", person.part);
  const made = /** @type {Stay} */ ({ id, keeper: person.part, school: person.school, state: "made", place });
  story.stays.push(made);
  return made;
}

/** One of everything. @param {Story} story */
async function ownerKeeps(story) {
  const owner = story.who("owner"), { visitor } = owner;
  await means(story, owner, await keep(story, owner, { place: "wensboom", photo: true, when: "zomer 1963" }));
  story.canaries.add("zomer 1963", "moment", "owner");
  story.canaries.add("summer 1963", "moment", "owner");
  await keep(story, owner, { words: "loose words" });
  await keep(story, owner, { place: "haven", drawing: true });
  const changed = await keep(story, owner, { place: "mirador", words: "earlier words" });
  assert.equal((await visitor.post(`/rugzak/${changed.id}/anders`, { id: newId(), gezien: "", woorden: `Nu ${story.canaries.make("words", "owner")}` })).status, 303);
  const binned = await keep(story, owner, { place: "wensboom", words: "words in the bin", photo: true });
  assert.equal((await visitor.post(`/rugzak/${binned.id}/weg`)).status, 303);
  binned.state = "in the bin";
  const before = story.canaries.all.length;
  const removed = await keep(story, owner, { place: "wensboom", photo: true });
  for (const canary of story.canaries.all.slice(before)) if (canary.what !== "file name") canary.what = `removed ${canary.what}`;
  assert.equal((await visitor.post(`/rugzak/${removed.id}/weg`)).status, 303);
  assert.equal((await visitor.post(`/rugzak/${removed.id}/voorgoed`)).status, 303);
  removed.state = "removed";
  await ownerShares(story);
  for (let more = 0; more < (story.small ? 3 : 31); ++more) await keep(story, owner, { words: "words on a further page" });

  await stay(story, owner, "wensboom", "");
  await stay(story, owner, "mirador", "herfst 1961");
  story.canaries.add("herfst 1961", "moment", "owner");
  story.canaries.add("autumn 1961", "moment", "owner");
  await stay(story, owner, "stad", "");
  assert.equal((await visitor.post("/kaart/stad/verder")).status, 303);
  const gone = await stay(story, owner, "haven", "herfst 1957");
  assert.equal((await visitor.post(`/reis/${gone.id}/weg`)).status, 303);
  gone.state = "removed";
  story.canaries.add("herfst 1957", "removed moment", "owner");
  for (const canary of story.canaries.all) if (canary.token === gone.id) canary.what = "removed stay id";
}

/** Asks for an archive, and looks as often as the page says until it is packed. @param {Story} story @param {Person} person */
export async function takeAlong(story, person) {
  const { headers } = await person.visitor.post("/meenemen", { id: newId() }), page = headers.get("location") ?? "";
  const looks = async () => {
    const { text, headers: told } = await person.visitor.get(page), after = Number(told.get("refresh"));
    if (text.includes("/reis.zip")) return;
    assert.ok(after > 0, "still being packed");
    await new Promise((resolve) => { setTimeout(resolve, after * 1000); });
    await looks();
  };
  await looks();
  const id = page.slice("/meenemen/".length);
  story.canaries.add(id, "taking id", person.part);
  story.takings.push({ id, keeper: person.part, school: person.school });
}

const notInSmall = ["companion", "teamleader", "coordinator", "analyst"];

/** @param {"sqlite" | "postgresql"} backend @param {{small?: boolean}} how */
export async function openStory(backend, { small = false } = {}) {
  const story = Object.assign(new Story(), { small }), here = cast.filter(({ part }) => !small || !notInSmall.includes(part));
  const town = await openTown(backend, [{ name: "noord", title: story.titles.noord, open: true }, { name: "zuid", title: story.titles.zuid, open: false }]);
  story.town = town;
  try {
    for (const school of ["noord", "zuid"]) {
      const administrator = newPerson(story, `administrator of ${school}`, school, "administrator");
      story.links[administrator.part] = town.link(school);
      await come(story, administrator, town.link(school));
    }
    for (const one of here) await invite(story, one);
    for (const one of here) await answer(story, one);
    for (const one of here) {
      const person = story.who(one.part);
      if (one.part === "owner" || one.then === "invited") continue;
      const mine = ["fellow student", "student of the other school"].includes(one.part);
      const thing = await keep(story, person, { place: "wensboom", photo: mine });
      if (mine) await means(story, person, thing);
      await stay(story, person, "stad", "lente 1959");
    }
    await ownerKeeps(story);
    await takeAlong(story, story.who("student of another team"));  // who removes nothing, which would end it
    const rows = town.rows();
    for (const stay of story.stays) stay.ends = rows.filter((row) => row.startsWith("place_visit ") && row.includes(stay.id)).map((row) => /"ended_at":(\d+)/.exec(row)?.[1])[0];
    for (const one of here) if (one.then && one.then !== "invited") await happensTo(story, one.part, one.then);
  } catch (mistake) {
    await town.close();
    throw mistake;
  }
  return story;
}
