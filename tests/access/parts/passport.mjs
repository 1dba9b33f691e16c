// Loopbaanpaspoort: stamps that a traveller makes, and the booklet they stand in. Nobody else gets either to see; what is told from it is a telling.
import assert from "node:assert/strict";
import { unmade } from "../abouts.mjs";
import { deed, recordAsked, recordDoing, recordPage, shown, showsOwnThings } from "../rules.mjs";
import { conflict, id, letGo, spare } from "../sendings.mjs";
import { drawn } from "../story.mjs";
import { newId } from "../visitor.mjs";

/** @typedef {import("./index.mjs").Story} Story */

const kind = "passport", on = /^(GET|POST|HEAD) \/paspoort/;

/** @type {import("../records.mjs").Kind} */
const stamp = {
  kind: "stamp", words: "stamp words", page: "/paspoort/stempel/{record}", on,
  make: ({ send, id: made, line }) => send("/paspoort/stempel", { id: made, plek: "haven", woord: line(40), tekening: drawn(), rand: "touw", inkt: "zee" }).then(() => {}),
  change: ({ send, id: change, record, seen, line }) => send(`/paspoort/stempel/${record}/anders`, { id: change, gezien: seen, woord: line(40), rand: "ring", inkt: "bos" }).then(() => {}),
};

/** A page and a name on its cover. The first page bears the id of the passport itself. @type {import("../records.mjs").Kind} */
const passport = {
  kind, words: "passport words", page: "/paspoort", single: true, on,
  async make({ send, id: page, seen, text, line }) {
    await send("/paspoort/blad", { id: page, gezien: seen, woorden: text() });
    const cover = newId();
    await send("/paspoort/omslag", { id: cover, gezien: page, titel: line(80), papier: "schrift", inkt: "zee" });
    return cover;
  },
  async change({ send, id: change, record, seen, text, line }) {
    await send(`/paspoort/blad/${record}`, { id: change, gezien: seen, woorden: text() });
    const cover = newId();
    await send("/paspoort/omslag", { id: cover, gezien: change, titel: line(80), papier: "ruitjes", inkt: "bos" });
    return cover;
  },
};

/** @param {Story} story */
const passports = (story) => story.records.filter((record) => record.kind === kind);

/** A passport of theirs with so many pages, that no other line made; gives the id of the first page and of the last change. @param {Story} story @param {number} pages */
async function laid(story, pages = 1) {
  await letGo(story, kind, "owner", "fellow student");
  const { visitor } = story.who("owner");
  const there = /\/eigen\/(\w{26})\/weg/.exec((await visitor.get("/paspoort")).text)?.[1];
  if (there) await visitor.post(`/eigen/${there}/weg`);
  const page = id();
  let seen = "";
  for (let at = 0; at < pages; ++at) {
    const change = at === 0 ? page : id();
    assert.equal((await visitor.post("/paspoort/blad", { id: change, gezien: seen, woorden: `Blad ${at}` })).status, 303);
    seen = change;
  }
  return { page, seen };
}
/** One of the owner that no other line touches. @param {Story} story */
async function spareStamp(story) {
  const record = id();
  await story.who("owner").visitor.post("/paspoort/stempel", { id: record, woord: "Zo begon het" });
  return record;
}

/** Each changes the one passport: who sends several on an older one is asked. */
const laid_anew = { for: "who has own content", answers: 303, or: 409 };
const ofPage = (/** @type {number} */ answers) => ({ for: "who has own content", about: "page", opens: ["own, kept"], answers });

/** @type {import("./index.mjs").Part} */
export const part = {
  rules: {
    "GET /paspoort": shown("who reads their own"),
    "GET /paspoort/omslag": shown("who has own content"),
    "POST /paspoort/omslag": laid_anew,
    "GET /paspoort/stempel": shown("who has own content"),
    "POST /paspoort/stempel": deed("who has own content"),
    "GET /paspoort/stempel/{record}": recordPage("stamp"),
    "GET /paspoort/stempel/{record}/anders": recordAsked("stamp", 200),
    "POST /paspoort/stempel/{record}/anders": recordDoing("stamp", 303),
    "GET /paspoort/blad": shown("who has own content"),
    "POST /paspoort/blad": laid_anew,
    "GET /paspoort/blad/{page}": ofPage(200),
    "POST /paspoort/blad/{page}": ofPage(303),
    "POST /paspoort/blad/{page}/plek": ofPage(303),
    "GET /paspoort/vertel": shown("who has own content"),
    "POST /paspoort/vertel": { ...deed("who has own content"), or: 422 },  // who has nothing in it has nothing to tell
  },
  kinds: [stamp, passport],
  sights: [showsOwnThings(on)],
  abouts: {
    page: ({ story }) => [...passports(story).map(({ id: page, keeper, school, state }) => ({ kind: "page", name: `a page of ${keeper}, ${state}`, values: { page }, keeper, school, state })), ...unmade("page", "page")],
  },
  queries: {
    "GET /paspoort": () => ["?gedaan=blad"],
    "GET /paspoort/stempel/{record}": () => ["?gedaan=stempel"],
    "GET /paspoort/blad": ({ record }) => [`?stempel=${record("stamp")}`],
  },
  borrowed: ["/paspoort/blad?stempel="],
  forms: {
    "POST /paspoort/omslag": ({ seen }) => ({ id: newId(), gezien: seen(kind), titel: "Van mij", papier: "schrift", inkt: "zee" }),
    "POST /paspoort/stempel": () => ({ id: newId(), plek: "haven", woord: "Gehaald", rand: "ring", inkt: "bos", zoek: "Blauwevinvis" }),
    "POST /paspoort/stempel/{record}/anders": () => ({ id: newId(), gezien: newId(), woord: "Toch anders" }),
    "POST /paspoort/blad": ({ seen, id: made }) => ({ id: made(newId()), gezien: seen(kind), woorden: "Een blad" }),
    "POST /paspoort/blad/{page}": ({ seen }) => ({ id: newId(), gezien: seen(kind), woorden: "Een ander blad" }),
    "POST /paspoort/blad/{page}/plek": ({ seen }) => ({ id: newId(), gezien: seen(kind), doen: "eerder" }),
    "POST /paspoort/vertel": () => ({ id: newId(), titel: "Door mij verteld", taal: "en", papier: "schrift", inkt: "zee" }),
  },
  tables: ["telling", "telling_part"],
  replays: {
    "POST /paspoort/omslag": async (story) => {
      const { seen } = await laid(story), path = "/paspoort/omslag", form = { id: id(), gezien: seen, titel: "Eén keer genoemd", papier: "schrift", inkt: "zee" };
      return { by: "owner", first: { path, form }, makes: { own_record_version: 1 }, other: { path, form: { ...form, titel: "Heel anders genoemd" } }, otherAnswers: conflict, keeps: ["Eén keer genoemd", "Heel anders genoemd"] };
    },
    "POST /paspoort/stempel": () => {
      const path = "/paspoort/stempel", form = { id: id(), woord: "Eén keer gedrukt" };
      return { by: "owner", first: { path, form }, makes: { own_record: 1 }, other: { path, form: { ...form, woord: "Anders gedrukt" } }, otherAnswers: conflict, keeps: ["Eén keer gedrukt", "Anders gedrukt"],
        theirs: { by: "fellow student", makes: { own_record: 1 } } };
    },
    "POST /paspoort/stempel/{record}/anders": async (story) => {
      const record = await spareStamp(story), path = `/paspoort/stempel/${record}/anders`, form = { id: id(), gezien: record, woord: "Eén keer anders" };
      return { by: "owner", first: { path, form }, makes: { own_record_version: 1 }, other: { path, form: { ...form, woord: "Nog eens anders" } }, otherAnswers: conflict, keeps: ["Eén keer anders", "Nog eens anders"] };
    },
    "POST /paspoort/blad": async (story) => {
      const { seen } = await laid(story), path = "/paspoort/blad", form = { id: id(), gezien: seen, ding: spare(story, "passport"), woorden: "Eén keer een blad" };
      return { by: "owner", first: { path, form }, makes: { own_record_version: 1, own_link: 1 }, other: { path, form: { ...form, woorden: "Heel anders een blad" } }, otherAnswers: conflict, keeps: ["Eén keer een blad", "Heel anders een blad"],
        theirs: { by: "fellow student", first: { path, form: { ...form, gezien: "", ding: [] } }, makes: { own_record: 1 } } };
    },
    "POST /paspoort/blad/{page}": async (story) => {
      const { page, seen } = await laid(story), path = `/paspoort/blad/${page}`, form = { id: id(), gezien: seen, woorden: "Eén keer veranderd" };
      return { by: "owner", first: { path, form }, makes: { own_record_version: 1 }, other: { path, form: { ...form, woorden: "Anders veranderd" } }, otherAnswers: conflict, keeps: ["Eén keer veranderd", "Anders veranderd"] };
    },
    "POST /paspoort/blad/{page}/plek": async (story) => {
      const { page, seen } = await laid(story, 2);
      return { by: "owner", first: { path: `/paspoort/blad/${page}/plek`, form: { id: id(), gezien: seen, doen: "later" } }, makes: { own_record_version: 1 } };
    },
    "POST /paspoort/vertel": async (story) => {
      await laid(story);
      const path = "/paspoort/vertel", form = { id: id(), titel: "Eén keer verteld", taal: "nl" };
      return { by: "owner", first: { path, form }, makes: { telling: 1 }, other: { path, form: { ...form, titel: "Nog eens verteld" } }, otherAnswers: 422, keeps: ["Nog eens verteld"] };
    },
  },
};
