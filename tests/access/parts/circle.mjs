// Reisgezelschap: who sits around somebody's fire. Nobody else gets it to see, and what is expected of them is read on one page alone.
import assert from "node:assert/strict";
import { unmade } from "../abouts.mjs";
import { byOwner, shown, takenAlong } from "../rules.mjs";
import { conflict, id, letGo } from "../sendings.mjs";
import { newId } from "../visitor.mjs";

/** @typedef {import("./index.mjs").Story} Story */

const kind = "circle", page = /^(GET|POST|HEAD) \/gezelschap/;

/** @type {import("../records.mjs").Kind} */
const circle = {
  kind, words: "circle words", page: "/gezelschap", single: true, on: page,
  async make({ send, id: seat, seen, line, text }) {
    await send("/gezelschap/plek", { id: seat, gezien: seen, naam: line(60), nabij: "dichtbij", kant: "2", helpt: ["luisteren", "deur"], klikt: "ja", gevraagd: "ja", verwacht: text() });
  },
  async change({ send, id: change, record, seen, line, text }) {
    await send(`/gezelschap/${record}`, { id: change, gezien: seen, naam: line(60), verwacht: text() });
  },
};

/** A first seat bears the id of the circle itself. @param {Story} story */
const circles = (story) => story.records.filter((record) => record.kind === kind);

/** @param {import("./index.mjs").Given} given */
const first = ({ record }) => record(kind);

/** What somebody expects stands in a seat of its own. @param {Story} story */
async function expectSomething(story) {
  for (const part of ["owner", "fellow student"]) {
    const { visitor } = story.who(part), record = story.record(kind, part), change = newId();
    assert.ok(record);
    const { status } = await visitor.post("/gezelschap/plek", { id: change, gezien: record.seen, naam: "Iemand die iets wil", nabij: "ver", verwacht: story.canaries.make("expected words", part, record.id) });
    assert.equal(status, 303);
    record.seen = change;
  }
}

/** A circle of theirs with one seat in it, that no other line made. @param {Story} story */
async function drawn(story) {
  const record = id();
  await letGo(story, kind, "owner", "fellow student");
  const { visitor } = story.who("owner");
  const there = /\/eigen\/(\w{26})\/weg/.exec((await visitor.get("/gezelschap")).text)?.[1];
  if (there) await visitor.post(`/eigen/${there}/weg`);
  const seen = /name="gezien" value="(\w{26})"/.exec((await visitor.get("/gezelschap/plek")).text)?.[1] ?? "";  // a circle from which everybody went
  await visitor.post("/gezelschap/plek", { id: record, gezien: seen, naam: "Eén iemand" });
  return record;
}

/** Each changes the one circle: who sends several on an older one is asked. */
const drawn_anew = { for: "who has own content", answers: 303, or: 409 };

/** @type {import("./index.mjs").Part} */
export const part = {
  rules: {
    "GET /gezelschap": shown("who reads their own"),
    "POST /gezelschap": drawn_anew,
    "GET /gezelschap/plek": shown("who has own content"),
    "POST /gezelschap/plek": drawn_anew,
    "GET /gezelschap/{seat}": { for: "who reads their own", about: "seat", opens: ["own, kept"], answers: 200 },
    "POST /gezelschap/{seat}": { for: "who has own content", about: "seat", opens: ["own, kept"], answers: 303 },
    "POST /gezelschap/{seat}/weg": { for: "who has own content", about: "seat", opens: ["own, kept"], answers: 303 },
    "GET /gezelschap/vertel": { ...shown("who has own content"), or: 303 },  // without anybody there is nothing to tell
    "POST /gezelschap/vertel": { for: "who has own content", answers: 303, or: 422 },
  },
  kinds: [circle],
  sights: [{ "expected words": [byOwner(/^(GET|HEAD) \/gezelschap\/\{seat\}$|^POST \/gezelschap/), byOwner(/^(GET|POST|HEAD) \/eigen\//), byOwner(takenAlong)] }],
  tell: expectSomething,
  abouts: {
    seat: ({ story }) => [...circles(story).map(({ id: seat, keeper, school, state }) => ({ kind: "seat", name: `who ${keeper} drew, ${state}`, values: { seat }, keeper, school, state })), ...unmade("seat", "seat")],
  },
  queries: {
    "GET /gezelschap": () => ["?gedaan=anders"],
    "GET /gezelschap/plek": () => ["?leeg=ja"],
  },
  forms: {
    "POST /gezelschap": (given) => ({ id: newId(), gezien: given.seen(kind), [`hoek-${first(given)}`]: "300", [`nabij-${first(given)}`]: "ver" }),
    "POST /gezelschap/plek": ({ seen, id: made }) => ({ id: made(newId()), gezien: seen(kind), naam: "Van mij", nabij: "ver" }),
    "POST /gezelschap/{seat}": ({ seen }) => ({ id: newId(), gezien: seen(kind), naam: "Anders genoemd" }),
    "POST /gezelschap/{seat}/weg": ({ seen }) => ({ id: newId(), gezien: seen(kind) }),
    "POST /gezelschap/vertel": () => ({ id: newId(), titel: "Niemand" }),
  },
  replays: {
    "POST /gezelschap": async (story) => {
      const record = await drawn(story), form = { id: id(), gezien: record, [`hoek-${record}`]: "300" };
      return { by: "owner", first: { path: "/gezelschap", form }, makes: { own_record_version: 1 }, other: { path: "/gezelschap", form: { ...form, [`hoek-${record}`]: "301" } }, otherAnswers: conflict };
    },
    "POST /gezelschap/plek": async (story) => {
      const record = await drawn(story), path = "/gezelschap/plek", form = { id: id(), gezien: record, naam: "Eén keer getekend", nabij: "ver" };
      return { by: "owner", first: { path, form }, makes: { own_record_version: 1 }, other: { path, form: { ...form, naam: "Heel iemand anders" } }, otherAnswers: conflict, keeps: ["Eén keer getekend", "Heel iemand anders"],
        theirs: { by: "fellow student", first: { path, form: { ...form, gezien: "" } }, makes: { own_record: 1 } } };
    },
    "POST /gezelschap/{seat}": async (story) => {
      const record = await drawn(story), path = `/gezelschap/${record}`, form = { id: id(), gezien: record, verwacht: "Eén keer verwacht" };
      return { by: "owner", first: { path, form }, makes: { own_record_version: 1 }, other: { path, form: { ...form, verwacht: "Anders verwacht" } }, otherAnswers: conflict, keeps: ["Eén keer verwacht", "Anders verwacht"] };
    },
    "POST /gezelschap/{seat}/weg": async (story) => {
      const record = await drawn(story);
      return { by: "owner", first: { path: `/gezelschap/${record}/weg`, form: { id: id(), gezien: record } }, makes: { own_record_version: 1 } };
    },
    "POST /gezelschap/vertel": async (story) => {
      const record = await drawn(story), path = "/gezelschap/vertel", form = { id: id(), titel: "Eén keer verteld", wie: record };
      return { by: "owner", first: { path, form }, makes: { telling: 1, telling_part: 1 }, other: { path, form: { ...form, titel: "Onder dat nummer anders verteld" } }, otherAnswers: 422 };
    },
  },
};
