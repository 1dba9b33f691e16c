// Own records of any kind (src/journey/records): how they come into the story, in every state there is, and who may see what of them. A part says in its
// file what is its own about a kind (parts/index.mjs): what it is called, where its page is, and how one is made.
import assert from "node:assert/strict";
import { besideShared, byOwner, inTheBin, myShares, sharedWithMe, sharing, takenAlong } from "./rules.mjs";
import { react, share } from "./sharing.mjs";
import { lookAtParts } from "./story.mjs";
import { newId } from "./visitor.mjs";

/** @typedef {import("./story.mjs").Story} Story */
/** @typedef {import("./story.mjs").Person} Person */
/** @typedef {import("./story.mjs").OwnRecord} OwnRecord */

/** What somebody says while they make or change one: a word of its own in every text, in the story; a payload, where payloads are looked for.
 * @typedef {object} Maker
 * @property {string} id of the form: what is made gets it
 * @property {string} record what is changed; the same as id when it is made
 * @property {string} seen its last change: for the field `gezien`
 * @property {string} thing something they keep
 * @property {() => string} text some lines of words
 * @property {(most?: number) => string} line a few words in one line, of at most so many characters
 * @property {(path: string, form: Record<string, string | string[]>, extra?: import("./visitor.mjs").Extra) => Promise<unknown>} send a form, with the key of their own */

/** @typedef {object} Kind
 * @property {string} kind as the table has it: "wish"
 * @property {string} words what its words are called in `sights`: "wish words"
 * @property {string} page its own: "/wensen/{record}"; without a name in it of a kind of which one has one
 * @property {RegExp} on the routes on which its owner meets its words, beside those of all records: its pages, lists it stands in
 * @property {string} [shared] what /deel calls it: "wens"; absent: nobody gets it to read
 * @property {boolean} [single] one has at most one at a time
 * @property {(maker: Maker) => Promise<string | void>} make makes one, through its own pages; gives its last change, when it changed it on the way
 * @property {(maker: Maker) => Promise<string | void>} [change] says every text of it anew */

/** @param {Kind} kind @param {string} id */
const addresses = ({ page, shared }, id) => ({ page: page.replace("{record}", id), route: `GET ${page}`, share: `/deel/${shared}/${id}`, react: `/deel/${shared}/${id}/reactie` });

/** @param {Story} story @param {Person} person @param {OwnRecord} record @param {string} called @param {string} id @returns {Maker} */
const maker = (story, person, record, called, id) => {
  const word = () => story.canaries.make(called, person.part, record.id);
  return {
    id, record: record.id, seen: record.seen, thing: story.things.find(({ keeper, state }) => keeper === person.part && state === "kept")?.id ?? "",
    text: () => `Blauwevinvis ${word()}`, line: word,
    send: async (path, form, extra) => assert.equal((await person.visitor.post(path, form, extra)).status, 303, `${person.part} sends to ${path}`),
  };
};

/** @param {Story} story @param {Person} person @param {Kind} kind @param {string} called what its words are */
export async function make(story, person, kind, called = kind.words) {
  const id = newId();
  const record = /** @type {OwnRecord} */ ({ id, kind: kind.kind, keeper: person.part, school: person.school, state: "kept", parts: [], seen: "", ...addresses(kind, id) });
  record.seen = (await kind.make(maker(story, person, record, called, id))) ?? id;
  story.canaries.add(id, "record id", person.part, id);
  story.records.push(record);
  await lookAtParts(story, person, record);
  return record;
}

/** It says something else, and what it said is how it was. @param {Story} story @param {Person} person @param {Kind} kind @param {OwnRecord} record */
async function change(story, person, kind, record) {
  if (!kind.change) return;
  for (const canary of story.canaries.all) if (canary.thing === record.id && canary.what === kind.words) canary.what = `earlier ${kind.words}`;
  const id = newId();
  record.seen = (await kind.change(maker(story, person, record, kind.words, id))) ?? id;
}

/** Into the bin, or out of this world. @param {Story} story @param {OwnRecord} record @param {Kind} kind @param {"in the bin" | "removed"} state */
async function away(story, record, kind, state) {
  const { visitor } = story.who(record.keeper);
  for (const step of state === "removed" ? ["weg", "voorgoed"] : ["weg"]) assert.equal((await visitor.post(`/eigen/${record.id}/${step}`)).status, 303);
  record.state = state;
  for (const canary of story.canaries.all.filter(({ thing }) => thing === record.id)) {
    if (state === "removed") canary.what = `removed ${canary.what}`;
    else if (canary.what === kind.words) canary.what = `${kind.words} in the bin`;
  }
}

/** Of the owner: removed, in the bin, changed, and in the hands of others; and one each of some who are beside them. @param {Story} story @param {Kind[]} kinds */
export async function tellKinds(story, kinds) {
  const owner = story.who("owner");
  for (const kind of kinds) {
    for (const state of /** @type {const} */ (["removed", "in the bin"])) {
      const record = await make(story, owner, kind);
      if (kind.shared) await share(story, "owner", record, "counsellor", "react");
      await away(story, record, kind, state);
    }
    await change(story, owner, kind, await make(story, owner, kind));
    if (kind.shared) {
      await share(story, "owner", await make(story, owner, kind), "counsellor", "read");
      const to_react = await make(story, owner, kind);
      for (const part of ["counsellor", "fellow student"]) await share(story, "owner", to_react, part, "react");
      await react(story, "counsellor", to_react);
      const taken_back = await share(story, "owner", await make(story, owner, kind), "counsellor", "react");
      assert.equal((await owner.visitor.post(`/delen/${taken_back.grant}/terug`)).status, 303);
      taken_back.state = "taken back";
    }
    for (const part of ["fellow student", "student of another team", "student of the other school"]) await make(story, story.who(part), kind);
  }
}

/** After the first letters of its kind: the fields of a form, so that no two say the same word. */
const letters = "abcdefghijklmnop";

/** Payloads in every field of a kind, and the pages that say them again: as they are kept, refused, sent twice under one id, changed, earlier, shared, read.
 * @param {Kind} kind @param {import("./parts/index.mjs").Filling} filling @param {string[]} pages of the kind, by route */
export async function fillKind(kind, filling, pages) {
  const { who, send, typed, together, groups, kept, thing, reader } = filling, field = kind.kind.slice(0, 3);
  const look = (/** @type {string} */ by, /** @type {string[]} */ ...paths) => filling.pages.push(...paths.map((path) => ({ by, path })));
  const all = groups.flat();
  let record = "", seen = "";
  /** @param {"make" | "change"} step @param {number} turn @param {{id?: string, long?: boolean}} how long: what no short field takes */
  const say = async (step, turn, { id = newId(), long = false } = {}) => {
    const said = /** @type {string[]} */ ([]);
    let fields = 0, taken = true;
    const next = () => `${field}${letters[fields++]}`;
    const change = await kind[step]?.({
      id, record: step === "change" || (kind.single && record !== "") ? record : id, seen: step === "change" || kind.single ? seen : "", thing,
      text: () => {
        const name = next(), group = groups[turn % groups.length];
        said.push(...group.map((at) => `q${name}${at}q`));
        return together(name, group);
      },
      line: (most = 2000) => {
        const name = next(), from = long ? all : all.filter((at) => typed(name, at).length <= most), at = from[turn % from.length];
        if (at === undefined) return name;  // no payload is that short; the long ones are refused
        said.push(`q${name}${at}q`);
        return typed(name, at).replaceAll(/[\n\r]/g, " ");
      },
      send: async (path, form, extra) => { taken = (await send("student", path, form, extra)).status === 303 && taken; },
    });
    if (!taken) return;
    kept.push(...said);
    seen = change ?? id;
    if (step === "make" && (record === "" || !kind.single)) look("student", kind.page.replace("{record}", record = id));
  };
  for (const turn of groups.keys()) await say("make", turn);
  assert.notEqual(record, "", `payloads are taken in by ${kind.kind}`);
  for (const turn of groups.keys()) await say("make", turn + 1, { long: true });
  await say("make", 1, { id: record });  // the same id again, with other words
  await say("change", 2);
  look("student", ...pages.map((path) => path.replace("{record}", record)), `/eigen/${record}/eerder`, `/eigen/${record}/voorgoed`);
  if (kind.shared === undefined) return;
  const { share, page, react } = addresses(kind, record);
  assert.equal((await who.student.post(share, { id: newId(), wie: reader, mag: "reageren" })).status, 303);
  for (const at of all.filter((each) => each % 8 === 0)) if ((await send("second", react, { id: newId(), woorden: typed(`${field}r`, at) })).status === 303) kept.push(`q${field}r${at}q`);
  look("student", share, page);
  look("second", page);
}

/** A route of the rules as an expression. @param {string} path */
export const exactly = (path) => new RegExp(`^(GET|HEAD) ${path.replaceAll("{", "\\{").replaceAll("}", "\\}")}$`);

/** Who sees what of a kind. @param {Kind} kind @returns {Record<string, import("./rules.mjs").Sight[]>} */
export function sightsOf({ words, page, on, shared }) {
  const mine = [byOwner(on), byOwner(/^(GET|POST|HEAD) \/eigen\//), byOwner(takenAlong)], read = exactly(page);
  const given = shared === undefined ? [] : [byOwner(sharing), byOwner(myShares), { who: "who may read that thing", on: read }];
  return {
    [words]: [...mine, ...given],
    [`earlier ${words}`]: [byOwner(/^GET \/eigen\/\{record\}\/eerder$/), byOwner(takenAlong)],
    [`${words} in the bin`]: [byOwner(inTheBin), byOwner(/^GET \/eigen\/\{record\}(\/eerder|\/voorgoed)?$/)],
    "record id": [...mine, byOwner(inTheBin), ...given, ...(shared === undefined ? [] : [{ who: "who may read something", on: sharedWithMe }])],
    "description": [...mine, ...given], "part id": [...mine, ...given],
    ...(shared === undefined ? {} : besideShared(read)),
  };
}
