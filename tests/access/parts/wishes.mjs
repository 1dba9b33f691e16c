// Wensen: what hangs in the Wensboom, dreamt further or not; when it comes back its traveller alone hears.
import { deed, recordAsked, recordDoing, recordPage, saysWhoSeesIt, shown } from "../rules.mjs";
import { conflict, id } from "../sendings.mjs";
import { newId } from "../visitor.mjs";

/** @typedef {import("./index.mjs").Story} Story */

/** The three steps further, one after the other; gives the last change. @param {import("../records.mjs").Maker} maker @param {string} seen */
async function dreamOn({ record, send, line }, seen) {
  const steps = [{ welke: "uitgekomen", woorden: line() }, { welke: "obstakel", woorden: line() }, { welke: "als", als: "own", herken: line(200), woorden: line() }];
  let last = seen;
  for (const step of steps) {
    const change = newId();
    await send(`/wensen/${record}/stap`, { id: change, gezien: last, ...step });
    last = change;
  }
  return last;
}

/** @type {import("../records.mjs").Kind} */
const wish = {
  kind: "wish", words: "wish words", page: "/wensen/{record}", shared: "wens", on: /^(GET|POST|HEAD) \/(wensen|kaart\/\{place\}$)/,
  async make(maker) {
    await maker.send("/wensen/nieuw", { id: maker.id, woorden: maker.line(500) });
    return dreamOn(maker, maker.id);
  },
  async change(maker) {
    await maker.send(`/wensen/${maker.record}/anders`, { id: maker.id, gezien: maker.seen, woorden: maker.line(500) });
    return dreamOn(maker, maker.id);
  },
};

/** One of the owner that no other line touches, with an "als" of their own. @param {Story} story */
async function spareWish(story) {
  const record = id(), change = id(), { visitor } = story.who("owner");
  await visitor.post("/wensen/nieuw", { id: record, woorden: "Ooit nog eens" });
  await visitor.post(`/wensen/${record}/stap`, { id: change, gezien: record, welke: "als", als: "own", herken: "Het regent" });
  return { record, seen: change };
}
/** The same, and it is back. @param {Story} story */
async function backAgain(story) {
  const wish = await spareWish(story);
  await story.who("owner").visitor.post(`/wensen/${wish.record}/gebeurt`, { id: id() });
  return wish;
}

/** @type {import("./index.mjs").Part} */
export const part = {
  rules: {
    "GET /wensen": shown("who reads their own"),
    "GET /wensen/nieuw": shown("who has own content"),
    "POST /wensen/nieuw": deed("who has own content"),
    "GET /wensen/{record}": recordPage("wish", { shared: true }),
    "GET /wensen/{record}/anders": recordAsked("wish", 200),
    "POST /wensen/{record}/anders": recordDoing("wish", 303),
    "GET /wensen/{record}/stap": recordAsked("wish", 200),
    "POST /wensen/{record}/stap": recordDoing("wish", 303),
    "POST /wensen/{record}/gebeurt": recordAsked("wish", 303),
    "POST /wensen/{record}/ik-doe-dit": recordAsked("wish", 303),
    "POST /wensen/{record}/nog-even": recordAsked("wish", 303),
    "POST /wensen/{record}/einde": recordAsked("wish", 303),
  },
  kinds: [wish],
  sights: [saysWhoSeesIt(/^(GET|POST|HEAD) \/wensen\/\{record\}\/(anders|stap)$/)],
  queries: {
    "GET /wensen": ({ record }) => [`?voor=${record("wish")}`, "?ook=einde"],
    "GET /wensen/nieuw": ({ record }) => [`?van=${record("wish")}`],
    "GET /wensen/{record}": () => ["?gedaan=bewaard"],
    "GET /wensen/{record}/stap": () => ["?welke=als", "?welke=obstakel"],
  },
  borrowed: ["/wensen?voor=", "/wensen/nieuw?van="],
  forms: {
    "POST /wensen/nieuw": () => ({ id: newId(), woorden: "Een wens" }),
    "POST /wensen/{record}/anders": () => ({ id: newId(), gezien: newId(), woorden: "Toch een andere" }),
    "POST /wensen/{record}/stap": () => ({ id: newId(), gezien: newId(), welke: "als", als: "place", plek: "haven", woorden: "Kijk ik rond" }),
    "POST /wensen/{record}/gebeurt": () => ({ id: newId() }),
    "POST /wensen/{record}/ik-doe-dit": () => ({ id: newId() }),
    "POST /wensen/{record}/nog-even": () => ({ id: newId() }),
    "POST /wensen/{record}/einde": () => ({ id: newId(), gezien: newId(), hoe: "los" }),
  },
  tables: ["wish_signal"],
  replays: {
    "POST /wensen/nieuw": () => {
      const form = { id: id(), woorden: "Eén keer gewenst" };
      return { by: "owner", first: { path: "/wensen/nieuw", form }, makes: { own_record: 1 }, other: { path: "/wensen/nieuw", form: { ...form, woorden: "Heel anders gewenst" } }, otherAnswers: conflict,
        keeps: ["Eén keer gewenst", "Heel anders gewenst"], theirs: { by: "fellow student", makes: { own_record: 1 } } };
    },
    "POST /wensen/{record}/anders": async (story) => {
      const { record, seen } = await spareWish(story), path = `/wensen/${record}/anders`, form = { id: id(), gezien: seen, woorden: "Eén keer anders gewenst" };
      return { by: "owner", first: { path, form }, makes: { own_record_version: 1 }, other: { path, form: { ...form, woorden: "Onder dat nummer anders gewenst" } }, otherAnswers: conflict,
        keeps: ["Eén keer anders gewenst", "Onder dat nummer anders gewenst"] };
    },
    "POST /wensen/{record}/stap": async (story) => {
      const record = id(), path = `/wensen/${record}/stap`, form = { id: id(), gezien: record, welke: "als", als: "own", herken: "Het waait", woorden: "Ga ik vliegeren" };
      await story.who("owner").visitor.post("/wensen/nieuw", { id: record, woorden: "Een vlieger" });
      return { by: "owner", first: { path, form }, makes: { own_record_version: 1, wish_signal: 1 }, other: { path, form: { ...form, woorden: "Blijf ik binnen" } }, otherAnswers: conflict, keeps: ["Ga ik vliegeren", "Blijf ik binnen"] };
    },
    "POST /wensen/{record}/gebeurt": async (story) => ({ by: "owner", first: { path: `/wensen/${(await spareWish(story)).record}/gebeurt`, form: { id: id() } }, makes: {} }),
    "POST /wensen/{record}/ik-doe-dit": async (story) => ({ by: "owner", first: { path: `/wensen/${(await backAgain(story)).record}/ik-doe-dit`, form: { id: id() } }, makes: {} }),
    "POST /wensen/{record}/nog-even": async (story) => ({ by: "owner", first: { path: `/wensen/${(await backAgain(story)).record}/nog-even`, form: { id: id() } }, makes: {} }),
    "POST /wensen/{record}/einde": async (story) => {
      const { record, seen } = await backAgain(story), path = `/wensen/${record}/einde`, form = { id: id(), gezien: seen, hoe: "los" };
      return { by: "owner", first: { path, form }, makes: { own_record_version: 1, wish_signal: -1 }, other: { path, form: { ...form, hoe: "uit" } }, otherAnswers: conflict };
    },
  },
};
