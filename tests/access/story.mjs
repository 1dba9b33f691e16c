// What the story of the two schools consists of, and how one thing is kept: made through the product's own pages, with a word of its own in every text.
import assert from "node:assert/strict";
import { Canaries } from "./canaries.mjs";
import { noise, picture } from "./recordings.mjs";
import { newId } from "./visitor.mjs";

/** @typedef {import("./visitor.mjs").Visitor} Visitor */
/** What somebody has of their own and can give to others: a kept thing, or a record that they made beside it. page: its own, route: what that is called in the rules,
 * share and react: where it is given and answered
 * @typedef {{id: string, keeper: string, school: string, state: "kept" | "in the bin" | "removed", parts: string[], page: string, route: string, share: string, react: string}} Own */
/** @typedef {Own & {place: string, loose?: boolean}} Thing — loose: one of the many on further pages */
/** @typedef {Own & {kind: string, seen: string}} OwnRecord — seen: its last change, or itself */
/** @typedef {{id: string, keeper: string, school: string, state: "made" | "removed", place: string, ends?: string}} Stay — ends: as the form to undo it says */
/** Something that somebody gave to somebody; open: they may read it. @typedef {{thing: string, keeper: string, with: string, may: "read" | "react", state: "open" | "taken back" | "past its day" | "no longer acquainted" | "of who is away", grant: string}} Share */
/** @typedef {{id: string, thing: string, author: string, keeper: string}} Reaction */
/** @typedef {{code: string, maker: string, state: "waiting" | "used", address?: string, holder?: string}} Code — address: it was mailed there; holder: who came by it */
/** @typedef {{part: string, school: string, role: string, team?: string, id: string, name: string, userName: string, email: string, password: string, visitor: Visitor}} Person */

export class Story {
  canaries = new Canaries();
  /** @type {Map<string, Person>} */
  people = new Map();
  /** @type {Thing[]} */
  things = [];
  /** @type {Stay[]} */
  stays = [];
  /** What somebody made beside what they kept. @type {OwnRecord[]} */
  records = [];
  /** @type {Share[]} */
  shares = [];
  /** @type {Reaction[]} */
  reactions = [];
  /** @type {Code[]} */
  codes = [];
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

  /** What a part made beside all this, by a name of its own. @type {Map<string, any[]>} */
  #more = new Map();
  /** @param {string} name @returns {any[]} */
  made(name) {
    const list = this.#more.get(name) ?? [];
    this.#more.set(name, list);
    return list;
  }

  /** A kept thing, a record, or what was told. @param {string} id @returns {Own | undefined} */
  own(id) { return this.things.find((one) => one.id === id) ?? this.records.find((one) => one.id === id) ?? this.made("tellings").find((one) => one.id === id); }

  /** The first that somebody still has. @param {string} kind of record @param {string} keeper */
  record(kind, keeper = "owner") { return this.records.find((one) => one.kind === kind && one.keeper === keeper && one.state === "kept"); }

  /** @param {string} part @param {string} thing */
  mayRead(part, thing) { return this.shares.some((share) => share.thing === thing && share.with === part && share.state === "open") && this.own(thing)?.state === "kept"; }
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

/** Keeps one thing, with words in every text. @param {Story} story @param {Person} person
 * @param {{place?: string, words?: string, when?: string, photo?: boolean, drawing?: boolean, sound?: boolean}} what */
export async function keep(story, person, { place = "", words = "words", when = "", ...parts }) {
  const photo = !story.small && parts.photo === true, sound = !story.small && parts.sound === true, drawing = parts.drawing === true || (story.small && (parts.photo ?? parts.sound) === true);
  const id = newId(), at = place === "" ? "/rugzak/bewaren" : `/kaart/${place}/bewaren`;
  const word = (/** @type {string} */ of) => story.canaries.make(of, person.part, id);
  const form = { id, woorden: `Blauwevinvis ${word(words)}`, wanneer: when, beschrijving: photo || sound || story.small ? `Te zien is ${word("description")}` : "",
    tekening: drawing ? drawn() : "" };
  const files = [...(photo ? [{ name: "foto", file: `${word("file name")}.png`, type: "image/png", bytes: picture() }] : []),
    ...(sound ? [{ name: "geluid", file: `${word("file name")}.wav`, type: "audio/wav", bytes: noise() }] : [])];
  const { status } = await person.visitor.post(at, form, files.length > 0 ? { files } : {});
  assert.equal(status, 303, `${person.part} keeps ${words}`);
  story.canaries.add(id, "thing id", person.part, id);
  const thing = /** @type {Thing} */ ({ id, keeper: person.part, school: person.school, state: "kept", parts: [], place, loose: words === "words on a further page",
    page: `/rugzak/${id}`, route: "GET /rugzak/{thing}", share: `/rugzak/${id}/deel`, react: `/rugzak/${id}/reactie` });
  story.things.push(thing);
  if (photo || drawing || sound) await lookAtParts(story, person, thing);
  return thing;
}

/** What a finger drew, as a form says it in `tekening`. */
export const drawn = () => `640 480\ninkt 4 ${Array.from({ length: 12 }, () => Math.floor(Math.random() * 470)).join(" ")}`;

/** Learns the parts of a thing or a record, and what their bytes are. @param {Story} story @param {Person} person @param {Own} thing */
export async function lookAtParts(story, person, thing) {
  const { text } = await person.visitor.get(thing.page);
  thing.parts = [...new Set([...text.matchAll(new RegExp(`/beeld/${thing.id}/(\\w{26})`, "g"))].map(([, part]) => part))];
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

/** @param {Story} story @param {Person} person @param {string} place @param {string} when how they say it; empty: they are there now */
export async function stay(story, person, place, when) {
  const id = newId(), form = /** @type {Record<string, string>} */ (when === "" ? { id } : { id, wanneer: when });
  assert.equal((await person.visitor.post(`/kaart/${place}/${when === "" ? "hier" : "was-hier"}`, form)).status, 303, `${person.part} is at ${place}`);
  story.canaries.add(id, "stay id", person.part);
  const made = /** @type {Stay} */ ({ id, keeper: person.part, school: person.school, state: "made", place });
  story.stays.push(made);
  return made;
}
