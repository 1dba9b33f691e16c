// Kompas: words round a rim, a needle turned between them, and bearings that keep the words they had.
import { unmade } from "../abouts.mjs";
import { byOwner, deed, mineToUndo, recordPage, shown, showsOwnThings } from "../rules.mjs";
import { conflict, id, letGo } from "../sendings.mjs";
import { newId } from "../visitor.mjs";

const picking = /^(GET|HEAD) \/kompas\/rand\/uit-rugzak$/, bearings = /^(GET|HEAD) \/peilingen\/\{record\}$/;

/** @type {import("../records.mjs").Kind} */
const rim = {
  kind: "rim", words: "rim words", page: "/kompas/rand", single: true, on: /^(GET|POST|HEAD) \/kompas/,
  make: ({ send, id, line, seen }) => send("/kompas/rand", { id, gezien: seen, nieuw: line(60) }).then(() => {}),
  change: ({ send, id, line, seen }) => send("/kompas/rand", { id, gezien: seen, nieuw: line(60) }).then(() => {}),  // it carries no other word: that one alone is left
};

/** @type {import("../records.mjs").Kind} */
const bearing = {
  kind: "bearing", words: "bearing words", page: "/peilingen/{record}", shared: "peiling", on: /^(GET|POST|HEAD) \/(kompas|peilingen)/,
  make: ({ send, id, line }) => send("/kompas", { id, "woord-0": line(60), "woord-1": line(60), richting: "90", zin: line(500) }).then(() => {}),
};

/** @type {import("./index.mjs").Part} */
export const part = {
  rules: {
    "GET /kompas": shown("who reads their own"),
    "POST /kompas": deed("who has own content"),
    "GET /kompas/rand": shown("who has own content"),
    "POST /kompas/rand": deed("who has own content"),
    "GET /kompas/rand/uit-rugzak": shown("who has own content"),
    "POST /kompas/gevraagd/{asked}/later": mineToUndo("asked"),
    "GET /peilingen/{record}": recordPage("bearing", { shared: true }),
  },
  kinds: [rim, bearing],
  sights: [showsOwnThings(picking), { "insight words": [byOwner(picking)] }, {
    // whom one may choose, when the address names them: they asked how the compass stands
    "name": [{ who: "who is in their team", on: bearings }, { who: "who knows them", on: bearings }],
    "person id": [{ who: "who is in their team", on: bearings }, { who: "who knows them", on: bearings }],
  }],
  abouts: {
    asked: ({ story }) => [...story.made("asked").map((asked) => ({ kind: "asked", name: "what the owner is asked", values: { asked }, keeper: "owner", school: "noord", state: "there", always: true })), ...unmade("asked", "asked")],
  },
  unnoticed: ["POST /kompas/gevraagd/{asked}/later"],  // by then the company has ended, and the question with it: Askings stand for it
  queries: {
    "GET /kompas/rand/uit-rugzak": ({ things }) => [`?ding=${things[0].id}`],
    "GET /peilingen/{record}": ({ story }) => ["?gedaan=bewaard", ...["counsellor", "student of another team"].map((who) => `?gedaan=bewaard&aan=${story.who(who).id}`)],
  },
  borrowed: ["/kompas/rand/uit-rugzak?ding="],
  forms: {
    "POST /kompas": () => ({ id: newId(), "woord-0": "Rust", "woord-1": "Samen", richting: "180", zin: "Zo voelt het" }),
    "POST /kompas/rand": ({ seen, things }) => ({ id: newId(), gezien: seen("rim"), nieuw: "Rust", van: `kept_thing-${things[1].id}` }),
  },
  replays: {
    "POST /kompas": () => {
      const path = "/kompas", form = { id: id(), "woord-0": "Rust", richting: "0", zin: "Eén keer gepeild" };
      return { by: "owner", first: { path, form }, makes: { own_record: 1 }, other: { path, form: { ...form, zin: "Onder dat nummer anders gepeild" } }, otherAnswers: conflict,
        keeps: ["Eén keer gepeild", "Onder dat nummer anders gepeild"], theirs: { by: "fellow student", makes: { own_record: 1 } } };
    },
    "POST /kompas/rand": async (story) => {
      const path = "/kompas/rand", form = { id: id(), gezien: "", nieuw: "Eén keer op de rand" };
      await letGo(story, "rim", "owner", "fellow student");
      return { by: "owner", first: { path, form }, makes: { own_record: 1 }, other: { path, form: { ...form, nieuw: "Iets anders op de rand" } }, otherAnswers: conflict, keeps: ["Eén keer op de rand", "Iets anders op de rand"],
        theirs: { by: "fellow student", makes: { own_record: 1 } } };
    },
    "POST /kompas/gevraagd/{asked}/later": () => ({ by: "owner", first: { path: `/kompas/gevraagd/${id()}/later` }, makes: {} }),
  },
};
