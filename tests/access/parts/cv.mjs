// LOB-cv's: one page each, made on the sheet that it becomes, and telling one. Nobody gets a draft to see.
import { deed, recordAsked, recordDoing, recordPage, shown, showsOwnThings } from "../rules.mjs";
import { conflict, id, spare, thingOf } from "../sendings.mjs";
import { drawn } from "../story.mjs";
import { newId } from "../visitor.mjs";

/** @typedef {import("./index.mjs").Story} Story */

const page = /^(GET|POST|HEAD) \/cv/;

/** @type {import("../records.mjs").Kind} */
const cv = {
  kind: "cv", words: "cv words", page: "/cv/{record}", on: page,
  // With a photo that is copied of a drawing they keep, and a thing that shows something.
  async make(maker) {
    const thing = newId();
    await maker.send("/rugzak/bewaren", { id: thing, woorden: "Voor op het cv", tekening: drawn() });
    await maker.send("/cv/nieuw", { id: maker.id, naam: maker.line(80), over: maker.line(500), portret: thing, "woorden-capaciteiten": maker.line(500), "bewijs-netwerken": thing, [`bij-netwerken-${thing}`]: maker.line(120) });
  },
  change: ({ send, id: change, record, seen, thing, line }) =>
    send(`/cv/${record}`, { id: change, gezien: seen, naam: line(80), over: line(500), "woorden-sturing": line(500), "bewijs-sturing": thing, [`bij-sturing-${thing}`]: line(120) }).then(() => {}),
};

/** One of the owner that no other line touches. @param {Story} story */
async function spareCv(story) {
  const record = id();
  await story.who("owner").visitor.post("/cv/nieuw", { id: record, naam: "Eén keer", "woorden-motieven": "Zo begon het" });
  return record;
}

/** Of those there are ten at most: who has them is told so. */
const made = { ...deed("who has own content"), or: 422 };

/** @type {import("./index.mjs").Part} */
export const part = {
  rules: {
    "GET /cv": shown("who reads their own"),
    "GET /cv/nieuw": { ...shown("who has own content"), or: 422 },
    "POST /cv/nieuw": made,
    "GET /cv/{record}": recordPage("cv"),
    "POST /cv/{record}": recordDoing("cv", 303),
    "GET /cv/{record}/vertel": recordAsked("cv", 200),
    "POST /cv/{record}/vertel": recordDoing("cv", 303),
  },
  kinds: [cv],
  sights: [showsOwnThings(page)],
  queries: { "GET /cv/{record}": () => ["?gedaan=bewaard"] },
  forms: {
    "POST /cv/nieuw": () => ({ id: newId(), naam: "Van mij", "woorden-capaciteiten": "Wat ik kan" }),
    "POST /cv/{record}": ({ things }) => ({ id: newId(), gezien: newId(), naam: "Van mij", "bewijs-motieven": things[1].id }),
    "POST /cv/{record}/vertel": () => ({ id: newId(), titel: "Door mij gemaakt", koppen: "en", papier: "schrift", inkt: "zee" }),
  },
  replays: {
    "POST /cv/nieuw": (story) => {
      const path = "/cv/nieuw", thing = spare(story, "cv"), form = { id: id(), naam: "Eén keer gemaakt", "bewijs-sturing": thing, [`bij-sturing-${thing}`]: "Hier zie je het" };
      return { by: "owner", first: { path, form }, makes: { own_record: 1, own_link: 1 }, other: { path, form: { ...form, naam: "Heel anders gemaakt" } }, otherAnswers: conflict, keeps: ["Eén keer gemaakt", "Heel anders gemaakt"],
        theirs: { by: "fellow student", first: { path, form: { ...form, "bewijs-sturing": thingOf(story, "fellow student")[0].id } }, makes: { own_record: 1, own_link: 1 } } };
    },
    "POST /cv/{record}": async (story) => {
      const record = await spareCv(story), path = `/cv/${record}`, form = { id: id(), gezien: record, naam: "Eén keer anders" };
      return { by: "owner", first: { path, form }, makes: { own_record_version: 1 }, other: { path, form: { ...form, naam: "Onder dat nummer anders" } }, otherAnswers: conflict, keeps: ["Eén keer anders", "Onder dat nummer anders"] };
    },
    "POST /cv/{record}/vertel": async (story) => {
      const path = `/cv/${await spareCv(story)}/vertel`, form = { id: id(), titel: "Eén keer een blad" };
      return { by: "owner", first: { path, form }, makes: { telling: 1 }, other: { path, form: { ...form, titel: "Nog een blad" } }, otherAnswers: 422, keeps: ["Nog een blad"] };
    },
  },
};
