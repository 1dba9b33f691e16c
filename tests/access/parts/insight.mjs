// Inzichten: what something meant to who kept it, its kernwoord, and the story about oneself that is made of them.
import { deed, recordAsked, recordDoing, recordPage, saysWhoSeesIt, shown, showsOwnThings, thing, thingAsked } from "../rules.mjs";
import { conflict, id, letGo, spare, thingOf } from "../sendings.mjs";
import { newId } from "../visitor.mjs";

/** @typedef {import("./index.mjs").Story} Story */

/** A word for it and what there is to learn. @param {import("../records.mjs").Maker} maker @param {string} record @param {string} seen */
async function giveWord({ send, line, text }, record, seen) {
  const change = newId();
  await send(`/inzichten/${record}/kernwoord`, { id: change, gezien: seen, kernwoord: line(60), leren: text() });
  return change;
}

/** @type {import("../records.mjs").Kind} */
const insight = {
  kind: "insight", words: "insight words", page: "/inzichten/{record}", shared: "inzicht", on: /^(GET|POST|HEAD) \/(inzichten|verhaal-over-mij|rugzak\/\{thing\})/,
  async make(maker) {
    await maker.send(`/rugzak/${maker.thing}/inzicht`, { id: maker.id, gebeurd: maker.text(), over: "quality" });
    return giveWord(maker, maker.record, maker.id);
  },
  async change(maker) {
    await maker.send(`/inzichten/${maker.record}/anders`, { id: maker.id, gezien: maker.seen, gebeurd: maker.text() });
    return giveWord(maker, maker.record, maker.id);
  },
};

/** @type {import("../records.mjs").Kind} */
const story_about_me = {
  kind: "self_story", words: "words about oneself", page: "/verhaal-over-mij", single: true, on: /^(GET|POST|HEAD) \/verhaal-over-mij/,
  make: ({ send, id, text, seen }) => send("/verhaal-over-mij", { id, gezien: seen, nieuw: text() }).then(() => {}),
  change: ({ send, id, text, seen }) => send("/verhaal-over-mij", { id, gezien: seen, "stuk-0": "", "woorden-0": text() }).then(() => {}),
};

/** One of the owner that no other line touches. @param {Story} story */
async function spareInsight(story) {
  const record = id();
  await story.who("owner").visitor.post(`/rugzak/${spare(story, "insight")}/inzicht`, { id: record, gebeurd: "Zo begon het" });
  return record;
}

/** @type {import("./index.mjs").Part} */
export const part = {
  rules: {
    "GET /rugzak/{thing}/inzicht": thingAsked(),  // it begins at what is one's own
    "POST /rugzak/{thing}/inzicht": thing(303, ["own, kept"]),
    "GET /rugzak/{thing}/blik": thingAsked("who reads their own"),
    "GET /rugzak/{thing}/buiten": thingAsked(),  // and it asks about what is one's own
    "POST /rugzak/{thing}/buiten": thing(303, ["own, kept"]),
    "GET /inzichten": shown("who reads their own"),
    "GET /inzichten/{record}": recordPage("insight", { shared: true }),
    "GET /inzichten/{record}/anders": recordAsked("insight", 200),
    "POST /inzichten/{record}/anders": recordDoing("insight", 303),
    "GET /inzichten/{record}/naast": recordAsked("insight", 200),
    "GET /inzichten/{record}/kernwoord": recordAsked("insight", 200),
    "POST /inzichten/{record}/kernwoord": recordDoing("insight", 303),
    "GET /verhaal-over-mij": shown("who reads their own"),
    "POST /verhaal-over-mij": deed("who has own content"),
  },
  kinds: [insight, story_about_me],
  sights: [showsOwnThings(/^(GET|POST|HEAD) \/inzichten/), saysWhoSeesIt(/^(GET|POST|HEAD) \/inzichten\/\{record\}\/(anders|kernwoord)$/)],
  queries: {
    "GET /inzichten": ({ record }) => [`?voor=${record("insight")}`],
    "GET /inzichten/{record}": () => ["?gedaan=bewaard"],
    "GET /inzichten/{record}/naast": ({ things }) => ["?zoek=Blauwevinvis", `?ervaring=${things[0].id}`],
    "GET /rugzak/{thing}/blik": () => ["?n=1", "?n=onzin"],
  },
  borrowed: ["/inzichten?voor="],
  forms: {
    "POST /rugzak/{thing}/inzicht": () => ({ id: newId(), gebeurd: "Zo ging het", over: "ethical" }),
    "POST /rugzak/{thing}/buiten": ({ story }) => ({ id: newId(), wie: story.who("counsellor").id, woorden: "Wat zie jij hierin?", tot: "week" }),
    "POST /inzichten/{record}/anders": () => ({ id: newId(), gezien: newId(), gebeurd: "Toch anders" }),
    "POST /inzichten/{record}/kernwoord": ({ things }) => ({ id: newId(), gezien: newId(), kernwoord: "Van mij", leren: "Iets", ervaring: things[1].id }),
    "POST /verhaal-over-mij": ({ record, seen }) => ({ id: newId(), gezien: seen("self_story"), nieuw: "Zo ben ik", doen: `erbij-${record("insight")}` }),
  },
  own: (story, { part }) => thingOf(story, part).slice(0, 1).map((one) => ({ route: "POST /rugzak/{thing}/inzicht", values: { thing: one.id }, form: { id: newId(), gebeurd: "Zelf verteld" }, state: "kept" })),
  replays: {
    "POST /rugzak/{thing}/inzicht": (story) => {
      const path = `/rugzak/${spare(story, "insight")}/inzicht`, form = { id: id(), gebeurd: "Eén keer verteld" };
      return { by: "owner", first: { path, form }, makes: { own_record: 1, own_link: 1 }, other: { path, form: { ...form, gebeurd: "Heel anders verteld" } }, otherAnswers: conflict, keeps: ["Eén keer verteld", "Heel anders verteld"],
        theirs: { by: "fellow student", first: { path: `/rugzak/${thingOf(story, "fellow student")[0].id}/inzicht`, form }, makes: { own_record: 1, own_link: 1 } } };
    },
    "POST /rugzak/{thing}/buiten": (story) => {
      const path = `/rugzak/${spare(story, "asked about")}/buiten`, form = { id: id(), wie: story.who("counsellor").id, woorden: "Eén keer gevraagd" };
      return { by: "owner", first: { path, form }, makes: { access_grant: 1, asked: 1 }, other: { path, form: { ...form, wie: story.who("desk").id, woorden: "Aan een ander gevraagd" } }, otherAnswers: conflict,
        keeps: ["Aan een ander gevraagd"], theirs: { by: "fellow student", first: { path: `/rugzak/${thingOf(story, "fellow student")[0].id}/buiten`, form: { ...form, wie: story.who("owner").id } }, makes: { asked: 1 } } };  // who reads it already
    },
    "POST /inzichten/{record}/anders": async (story) => {
      const record = await spareInsight(story), path = `/inzichten/${record}/anders`, form = { id: id(), gezien: record, gebeurd: "Eén keer anders verteld" };
      return { by: "owner", first: { path, form }, makes: { own_record_version: 1 }, other: { path, form: { ...form, gebeurd: "Onder dat nummer anders verteld" } }, otherAnswers: conflict,
        keeps: ["Eén keer anders verteld", "Onder dat nummer anders verteld"] };
    },
    "POST /inzichten/{record}/kernwoord": async (story) => {
      const record = await spareInsight(story), path = `/inzichten/${record}/kernwoord`, form = { id: id(), gezien: record, kernwoord: "Eén woord", ervaring: spare(story, "laid beside") };
      return { by: "owner", first: { path, form }, makes: { own_record_version: 1, own_link: 1 }, other: { path, form: { ...form, kernwoord: "Een ander woord" } }, otherAnswers: conflict, keeps: ["Eén woord", "Een ander woord"] };
    },
    "POST /verhaal-over-mij": async (story) => {
      const record = await spareInsight(story), path = "/verhaal-over-mij", form = { id: id(), gezien: "", nieuw: "Eén keer over mezelf", doen: `erbij-${record}` };
      await letGo(story, "self_story", "owner", "fellow student");
      return { by: "owner", first: { path, form }, makes: { own_record: 1, own_link: 1 }, other: { path, form: { ...form, nieuw: "Iets anders over mezelf" } }, otherAnswers: conflict, keeps: ["Eén keer over mezelf", "Iets anders over mezelf"],
        theirs: { by: "fellow student", makes: { own_record: 1 } } };
    },
  },
  tables: ["asked"],
};
