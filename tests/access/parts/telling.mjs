// Vertellingen: what was told of something, which stays as it was told; and telling the story about oneself.
import assert from "node:assert/strict";
import { nowhere, unmade } from "../abouts.mjs";
import { besideShared, byOwner, deed, given, inTheBin, myShares, own, sharedWithMe, sharing, shown, takenAlong } from "../rules.mjs";
import { conflict, id } from "../sendings.mjs";
import { react, share } from "../sharing.mjs";
import { drawn } from "../story.mjs";
import { newId } from "../visitor.mjs";

/** @typedef {import("./index.mjs").Story} Story */
/** @typedef {import("../story.mjs").Own} Own */

/** @param {Story} story @returns {Own[]} */
const tellings = (story) => story.made("tellings");
/** The first that somebody still has. @param {Story} story @param {string} keeper */
const told = (story, keeper = "owner") => tellings(story).find((one) => one.keeper === keeper && one.state === "kept")?.id ?? nowhere;

/** What they have to tell, at this moment: a story without a word that is looked for. @param {Story} story @param {string} part */
async function storyOf(story, part) {
  const { visitor } = story.who(part), change = newId(), seen = story.record("self_story", part)?.seen ?? "";
  const { status } = await visitor.post("/verhaal-over-mij", { id: change, gezien: seen, "stuk-0": "", "woorden-0": "Zo vertel ik het nu." });
  assert.equal(status, 303, `${part} has a story`);
  const record = story.record("self_story", part);
  if (record) record.seen = change;
  for (const canary of story.canaries.all) if (canary.thing === record?.id && canary.what === "words about oneself") canary.what = "earlier words about oneself";
}

/** Tells it under a title of its own. @param {Story} story @param {string} part @returns {Promise<Own>} */
async function tell(story, part) {
  const { visitor, school } = story.who(part), made = newId();
  const { status, headers } = await visitor.post("/verhaal-over-mij/vertel", { id: made, titel: story.canaries.make("told title", part, made), papier: "schrift", inkt: "zee" });
  assert.equal(status, 303, `${part} tells it`);
  assert.ok(headers.get("location")?.startsWith(`/verteld/${made}`));
  story.canaries.add(made, "telling id", part, made);
  const one = { id: made, keeper: part, school, state: /** @type {const} */ ("kept"), parts: [], page: `/verteld/${made}`, route: "GET /verteld/{telling}", share: `/deel/verteld/${made}`, react: `/deel/verteld/${made}/reactie` };
  tellings(story).push(one);
  return one;
}

/** @param {Story} story @param {Own} telling @param {"in the bin" | "removed"} state */
async function away(story, telling, state) {
  for (const step of state === "removed" ? ["weg", "voorgoed"] : ["weg"]) assert.equal((await story.who(telling.keeper).visitor.post(`${telling.page}/${step}`)).status, 303);
  telling.state = state;
  for (const canary of story.canaries.all) if (canary.thing === telling.id) canary.what = state === "removed" ? `removed ${canary.what}` : canary.what === "told title" ? "told title in the bin" : canary.what;
}

/** Told, in every state there is: given to read and to react, taken back, in the bin, removed, and of others. @param {Story} story */
async function tellAll(story) {
  for (const part of ["owner", "fellow student", "student of another team", "student of the other school"]) await storyOf(story, part);
  for (const state of /** @type {const} */ (["removed", "in the bin"])) {
    const telling = await tell(story, "owner");
    await share(story, "owner", telling, "counsellor", "react");
    await away(story, telling, state);
  }
  await tell(story, "owner");
  await share(story, "owner", await tell(story, "owner"), "counsellor", "read");
  const to_react = await tell(story, "owner");
  for (const part of ["counsellor", "fellow student"]) await share(story, "owner", to_react, part, "react");
  await react(story, "counsellor", to_react);
  const taken_back = await share(story, "owner", await tell(story, "owner"), "counsellor", "react");
  assert.equal((await story.who("owner").visitor.post(`/delen/${taken_back.grant}/terug`)).status, 303);
  taken_back.state = "taken back";
  for (const part of ["fellow student", "student of another team", "student of the other school"]) await tell(story, part);
}

/** @param {number} answers @param {string[]} opens */
const telling = (answers, opens, absent = 404) => ({ for: "who reads their own", about: "telling", opens, answers, absent });
const page = /^(GET|HEAD) \/verteld\/\{telling\}(\/scherm|\/boekje\.pdf)?$/, mine = /^(GET|POST|HEAD) \/(verteld|verhaal-over-mij\/vertel)/;

/** One of the owner that no other line touches. @param {Story} story */
async function spareTelling(story) {
  const made = id();
  assert.equal((await story.who("owner").visitor.post("/verhaal-over-mij/vertel", { id: made, titel: "Voor één keer" })).status, 303);
  return `/verteld/${made}`;
}

/** The same with a picture and something said. @param {Story} story */
async function spareWithPicture(story) {
  const { visitor } = story.who("owner"), thing = id(), post = id(), draft = id(), made = id();
  await visitor.post("/rugzak/bewaren", { id: thing, woorden: "Voor één keer", tekening: drawn() });
  await visitor.post("/blog/nieuw", { id: post, ding: thing, titel: "Voor één keer" });
  await visitor.post("/verhalen/nieuw", { id: draft, titel: "Voor één keer", bericht: post });
  assert.equal((await visitor.post(`/verhalen/${draft}/vertel`, { id: made })).status, 303);
  const { text } = await visitor.get(`/verteld/${made}/zonder`), foto = /name="foto" value="(\w{26})"/.exec(text)?.[1];
  assert.ok(foto, "a picture to leave out");
  return { path: `/verteld/${made}`, foto };
}

/** @type {import("./index.mjs").Part} */
export const part = {
  rules: {
    "GET /verhaal-over-mij/vertel": { for: "who has own content", about: "own story", opens: ["own, kept"], answers: 200, absent: 303 },
    "POST /verhaal-over-mij/vertel": deed("who has own content"),
    "GET /verteld": shown("who reads their own"),
    "GET /verteld/{telling}": telling(200, [...own, ...given]),
    "GET /verteld/{telling}/scherm": { ...telling(200, [...own, ...given]), answersTo: { "own, in the bin": 303 } },
    "GET /verteld/{telling}/boekje.pdf": telling(200, ["own, kept", ...given]),
    "GET /verteld/{telling}/{part}": telling(200, []),  // of these none has a picture; who sees one, ShareMatrix asks
    "GET /verteld/{telling}/zonder": { ...telling(200, own), for: "who has own content", answersTo: { "own, in the bin": 303 } },
    "POST /verteld/{telling}/zonder": { ...telling(422, own), for: "who has own content", answersTo: { "own, in the bin": 303 } },  // with nothing chosen
    "POST /verteld/{telling}/weg": telling(303, own, 303),
    "POST /verteld/{telling}/terug": telling(303, own),
    "GET /verteld/{telling}/voorgoed": telling(200, own),
    "POST /verteld/{telling}/voorgoed": telling(303, own, 303),
  },
  tell: tellAll,
  unnoticed: ["GET /verhaal-over-mij/vertel", "GET /verteld/{telling}/{part}"],  // names nobody; none has a picture
  abouts: {
    "telling": ({ story }) => [...tellings(story).map((one) => ({ kind: "telling", name: `${one.keeper}'s telling, ${one.state}`, values: { telling: one.id, thing: one.id, part: nowhere }, keeper: one.keeper, school: one.school, state: one.state,
      shares: story.shares.filter(({ thing }) => thing === one.id), page: one.route })), ...unmade("telling", "telling").map((about) => ({ ...about, values: { ...about.values, part: nowhere } }))],
    "own story": ({ story, asker }) => [{ kind: "own story", name: "their own", values: {}, keeper: asker, school: story.people.get(asker)?.school ?? "", state: story.record("self_story", asker) ? "kept" : "none" }],
  },
  sights: [besideShared(page), {
    "told title": [byOwner(mine), byOwner(takenAlong), byOwner(sharing), byOwner(myShares), { who: "who may read that thing", on: page }],
    "told title in the bin": [byOwner(inTheBin), byOwner(mine)],
    "telling id": [byOwner(mine), byOwner(takenAlong), byOwner(inTheBin), byOwner(sharing), byOwner(myShares), { who: "who may read that thing", on: page }, { who: "who may read something", on: sharedWithMe }],
  }],
  queries: {
    "GET /verteld": ({ story }) => ["?gedaan=weg", `?voor=${told(story)}`],
    "GET /verteld/{telling}": () => ["?gedaan=verteld"],
    "GET /verteld/{telling}/boekje.pdf": () => ["?maat=a4", "?taal=en"],
  },
  borrowed: ["/verteld?voor="],
  forms: {
    "POST /verhaal-over-mij/vertel": () => ({ id: newId(), titel: "Door mij verteld", papier: "pakpapier", inkt: "bos", gebeurd: "ja", beeld: nowhere }),
    "POST /verteld/{telling}/zonder": () => ({ id: newId(), foto: newId() }),
  },
  away: (story, { part }) => tellings(story).filter(({ keeper, state }) => keeper === part && state === "kept").slice(0, 1)
    .flatMap(({ id: made }) => [["weg", "kept"], ["terug", "in the bin"], ["weg", "kept"], ["voorgoed", "in the bin"]].map(([step, state]) => ({ route: `POST /verteld/{telling}/${step}`, values: { telling: made }, state }))),
  replays: {
    "POST /verhaal-over-mij/vertel": () => {
      const path = "/verhaal-over-mij/vertel", form = { id: id(), titel: "Eén keer verteld" };
      return { by: "owner", first: { path, form }, makes: { telling: 1 }, other: { path, form: { ...form, titel: "Nog eens verteld" } }, otherAnswers: 422, keeps: ["Nog eens verteld"], theirs: { by: "fellow student", makes: { telling: 1 } } };
    },
    "POST /verteld/{telling}/zonder": async (story) => {
      const { path, foto } = await spareWithPicture(story);
      return { by: "owner", first: { path: `${path}/zonder`, form: { id: id(), foto } }, makes: { telling: 1 } };
    },
    "POST /verteld/{telling}/weg": async (story) => ({ by: "owner", first: { path: `${await spareTelling(story)}/weg` }, makes: {} }),
    "POST /verteld/{telling}/terug": async (story) => {
      const path = await spareTelling(story);
      await story.who("owner").visitor.post(`${path}/weg`);
      return { by: "owner", first: { path: `${path}/terug` }, makes: {} };
    },
    "POST /verteld/{telling}/voorgoed": async (story) => ({ by: "owner", first: { path: `${await spareTelling(story)}/voorgoed` }, makes: { telling: -1 } }),
  },
  tables: ["telling", "telling_part"],
  async payloads({ send, typed, kept, pages, groups }) {
    await send("student", "/verhaal-over-mij", { id: newId(), gezien: "", nieuw: "Een begin" });
    for (const at of groups.flat()) {
      const made = newId(), { status } = await send("student", "/verhaal-over-mij/vertel", { id: made, titel: typed("titel", at) });
      if (status !== 303) continue;
      kept.push(`qtitel${at}q`);
      if (at % 8 === 0) pages.push(...["", "/scherm", "/voorgoed"].map((page) => ({ by: "student", path: `/verteld/${made}${page}` })));
    }
    pages.push({ by: "student", path: "/verteld" }, { by: "student", path: "/verhaal-over-mij/vertel" });
  },
};
