// Reisblog and reisverhaal: posts with photos of their own out of kept things, stories on a workbench, and telling one.
import { byOwner, deed, recordAsked, recordDoing, recordPage, refused, saysWhoSeesIt, shown, showsOwnThings, takenAlong } from "../rules.mjs";
import { conflict, id, spare, thingOf } from "../sendings.mjs";
import { drawn } from "../story.mjs";
import { newId } from "../visitor.mjs";

/** @typedef {import("./index.mjs").Story} Story */

/** @type {import("../records.mjs").Kind} */
const post = {
  kind: "post", words: "post words", page: "/blog/{record}", shared: "blog", on: /^(GET|POST|HEAD) \/(blog|verhalen|rugzak\/\{thing\})/,
  // Out of something with a drawing that is in nothing else: the post has a copy, which is read by whom the post is given.
  async make(maker) {
    const thing = newId();
    await maker.send("/rugzak/bewaren", { id: thing, woorden: "Voor in het blog", tekening: drawn() });
    await maker.send("/blog/nieuw", { id: maker.id, ding: thing, titel: maker.line(80), woorden: maker.text(), plek: "bewaard" });
  },
  change: ({ send, id: change, record, seen, line, text }) => send(`/blog/${record}/anders`, { id: change, gezien: seen, titel: line(80), woorden: text() }).then(() => {}),
};

/** @type {import("../records.mjs").Kind} */
const story_draft = {
  kind: "story", words: "story words", page: "/verhalen/{record}", on: /^(GET|POST|HEAD) \/verhalen/,
  async make({ send, id: made, line, text }) {
    const change = newId(), titel = line(80);
    await send("/verhalen/nieuw", { id: made, titel });
    await send(`/verhalen/${made}`, { id: change, gezien: made, titel, nieuw: text() });
    return change;
  },
  change: ({ send, id: change, record, seen, line, text }) => send(`/verhalen/${record}`, { id: change, gezien: seen, titel: line(80), "stuk-0": "", "woorden-0": text() }).then(() => {}),
};

/** One of the owner that no other line touches. @param {Story} story */
async function sparePost(story) {
  const record = id();
  await story.who("owner").visitor.post("/blog/nieuw", { id: record, ding: spare(story, "blog"), titel: "Zo begon het" });
  return record;
}
/** @param {Story} story */
async function spareStory(story) {
  const record = id(), change = id(), { visitor } = story.who("owner");
  await visitor.post("/verhalen/nieuw", { id: record, titel: "Zo begon het" });
  await visitor.post(`/verhalen/${record}`, { id: change, gezien: record, titel: "Zo begon het", nieuw: "Met een zin" });
  return { record, change };
}

/** @type {import("./index.mjs").Part} */
export const part = {
  rules: {
    "GET /blog": shown("who reads their own"),
    "GET /blog/nieuw": shown("who has own content"),
    "POST /blog/nieuw": refused("who has own content"),  // with nothing chosen
    "GET /blog/{record}": recordPage("post", { shared: true }),
    "GET /blog/{record}/anders": recordAsked("post", 200),
    "POST /blog/{record}/anders": recordDoing("post", 303),
    "GET /verhalen": shown("who reads their own"),
    "GET /verhalen/nieuw": shown("who has own content"),
    "POST /verhalen/nieuw": deed("who has own content"),
    "GET /verhalen/{record}": recordPage("story"),
    "POST /verhalen/{record}": recordDoing("story", 303),
    "GET /verhalen/{record}/zo-wordt-het": recordAsked("story", 200, "who reads their own"),
    "GET /verhalen/{record}/kaart": recordAsked("story", 200),
    "POST /verhalen/{record}/kaart": recordAsked("story", 303),
    "POST /verhalen/{record}/vertel": recordAsked("story", 303),
  },
  kinds: [post, story_draft],
  sights: [showsOwnThings(/^(GET|POST|HEAD) \/(blog|verhalen)/), saysWhoSeesIt(/^(GET|POST|HEAD) \/blog\/\{record\}\/anders$/), { picture: [byOwner(takenAlong)] }],
  queries: {
    "GET /blog": ({ record }) => [`?voor=${record("post")}`],
    "GET /blog/nieuw": ({ things }) => [`?ding=${things[0].id}`],
    "GET /blog/{record}": () => ["?gedaan=bewaard"],
    "GET /verhalen/{record}/kaart": () => ["?plek=haven"],
  },
  borrowed: ["/blog?voor=", "/blog/nieuw?ding="],
  forms: {
    "POST /blog/nieuw": () => ({ id: newId(), titel: "Zonder iets", zoek: "Blauwevinvis" }),
    "POST /blog/{record}/anders": () => ({ id: newId(), gezien: newId(), titel: "Toch anders" }),
    "POST /verhalen/nieuw": ({ record }) => ({ id: newId(), titel: "Een begin", bericht: record("post") }),
    "POST /verhalen/{record}": () => ({ id: newId(), gezien: newId(), titel: "Verder", bericht: newId(), nieuw: "En toen" }),
    "POST /verhalen/{record}/kaart": () => ({ id: newId(), gezien: newId(), plek: "haven", kader: "wide" }),
    "POST /verhalen/{record}/vertel": () => ({ id: newId() }),
  },
  own: (_, { part: of }) => (of === "owner" ? [{ route: "POST /verhalen/nieuw", values: {}, form: { id: newId(), titel: "Zelf begonnen" }, state: "kept" }] : []),
  tables: ["telling"],
  replays: {
    "POST /blog/nieuw": (story) => {
      const path = "/blog/nieuw", form = { id: id(), ding: spare(story, "blog"), titel: "Eén keer verteld" }, other = thingOf(story, "fellow student")[0];
      return { by: "owner", first: { path, form }, makes: { own_record: 1, own_link: 1 }, other: { path, form: { ...form, titel: "Heel anders verteld" } }, otherAnswers: conflict, keeps: ["Eén keer verteld", "Heel anders verteld"],
        theirs: { by: "fellow student", first: { path, form: { ...form, ding: other.id } }, makes: { own_record: 1, own_link: 1, kept_part: other.parts.length } } };  // with copies of its own
    },
    "POST /blog/{record}/anders": async (story) => {
      const record = await sparePost(story), path = `/blog/${record}/anders`, form = { id: id(), gezien: record, titel: "Eén keer anders verteld" };
      return { by: "owner", first: { path, form }, makes: { own_record_version: 1 }, other: { path, form: { ...form, titel: "Onder dat nummer anders verteld" } }, otherAnswers: conflict,
        keeps: ["Eén keer anders verteld", "Onder dat nummer anders verteld"] };
    },
    "POST /verhalen/nieuw": () => {
      const path = "/verhalen/nieuw", form = { id: id(), titel: "Eén keer begonnen" };
      return { by: "owner", first: { path, form }, makes: { own_record: 1 }, other: { path, form: { ...form, titel: "Heel anders begonnen" } }, otherAnswers: conflict, keeps: ["Eén keer begonnen", "Heel anders begonnen"],
        theirs: { by: "fellow student", makes: { own_record: 1 } } };
    },
    "POST /verhalen/{record}": async (story) => {
      const { record, change } = await spareStory(story), path = `/verhalen/${record}`, form = { id: id(), gezien: change, titel: "Eén keer verder", "stuk-0": "", "woorden-0": "Met een zin" };
      return { by: "owner", first: { path, form }, makes: { own_record_version: 1 }, other: { path, form: { ...form, titel: "Heel anders verder" } }, otherAnswers: conflict, keeps: ["Eén keer verder", "Heel anders verder"] };
    },
    "POST /verhalen/{record}/kaart": async (story) => {
      const { record, change } = await spareStory(story);
      return { by: "owner", first: { path: `/verhalen/${record}/kaart`, form: { id: id(), gezien: change, plek: "haven", kader: "wide" } }, makes: { own_record_version: 1 } };
    },
    "POST /verhalen/{record}/vertel": async (story) => {
      const { record } = await spareStory(story);
      return { by: "owner", first: { path: `/verhalen/${record}/vertel`, form: { id: id() } }, makes: { telling: 1 } };
    },
  },
};
