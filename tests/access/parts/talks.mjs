// Conversations of staff about figures: for analysts and coordinators; one changes and takes back one's own.
import assert from "node:assert/strict";
import { unmade } from "../abouts.mjs";
import { deed, shown } from "../rules.mjs";
import { conflict, id } from "../sendings.mjs";
import { newId } from "../visitor.mjs";

/** @typedef {import("./index.mjs").Story} Story */

const pages = /^(GET|POST|HEAD) \/stroom/, readers = ["analyst", "coordinator"], printed = "/stroom?reis=mbo-4&deel=study";
const states = ["open", "closed"], ofSchool = states.map((state) => `of the same school, ${state}`), own = states.map((state) => `own, ${state}`);

/** @param {Story} story @param {string} by @param {string} path @param {Record<string, string>} form */
async function sent(story, by, path, form) {
  assert.equal((await story.who(by).visitor.post(path, form)).status, 303, path);
}

/** Begins one, in which something is seen and agreed. @param {Story} story @param {string} by @param {string} words */
async function talk(story, by, words) {
  const talk = newId(), seen = newId(), action = newId();
  await sent(story, by, "/stroom/verhaal", { id: talk, over: printed, doel: `Begrijpen ${words}` });
  await sent(story, by, `/stroom/verhaal/${talk}`, { id: seen, soort: "seen", "woorden-seen": `Wij zien ${words}` });
  await sent(story, by, `/stroom/verhaal/${talk}`, { id: action, soort: "action", "woorden-action": `Wij doen ${words}`, wie: `Team ${words}`, maand: "2026-12" });
  return { talk, seen, action };
}

/** @param {Story} story */
const first = (story) => story.made("talks")[0];

/** @type {import("./index.mjs").Part} */
export const part = {
  rules: {
    "GET /stroom/verhaal": shown("who reads figures"),
    "POST /stroom/verhaal": deed("who reads figures"),
    "GET /stroom/verhaal-beginnen": { for: "who reads figures", answers: 200, or: 404 },  // without a figure there is nothing to begin
    "GET /stroom/verhaal/{story}": { for: "who reads figures", about: "talk", opens: ofSchool, answers: 200 },
    "POST /stroom/verhaal/{story}": { for: "who reads figures", about: "talk", opens: ofSchool, answers: 303, answersTo: { "of the same school, closed": conflict } },
    "POST /stroom/verhaal/{story}/dicht": { for: "who reads figures", about: "talk", opens: ofSchool, answers: 303 },
    "POST /stroom/verhaal/{story}/open": { for: "who reads figures", about: "talk", opens: ofSchool, answers: 303 },
    "GET /stroom/verhaal/{story}/regel/{line}": { for: "who reads figures", about: "talk line", opens: [...own, ...ofSchool], answers: 200 },
    // Whoever changes what was changed meanwhile is asked.
    "POST /stroom/verhaal/{story}/regel/{line}": { for: "who reads figures", about: "talk line", opens: own, answers: conflict },
    "POST /stroom/verhaal/{story}/regel/{line}/weg": { for: "who reads figures", about: "talk line", opens: own, answers: 303, absent: 303 },
  },
  who: {
    "who talks about figures with them": ({ caller, canary, story }) =>
      caller.inside && caller.open && !caller.left && readers.includes(caller.role) && story.people.get(canary.of)?.school === caller.school && readers.includes(story.people.get(canary.of)?.role ?? ""),
  },
  unsent: Object.fromEntries(["regel/{line}/weg", "dicht", "open"].map((doing) => [`POST /stroom/verhaal/{story}/${doing}`, (/** @type {Story} */ _, /** @type {{role: string}} */ caller) => readers.includes(caller.role)])),
  // What is the coordinator's own is not the owner's, whom that check asks: StoryPages.are_for_who_reads_figures and are_changed_and_taken_back_by_who_wrote_alone stand for them.
  unnoticed: ["GET /stroom/verhaal/{story}/regel/{line}", "POST /stroom/verhaal/{story}/regel/{line}", "POST /stroom/verhaal/{story}/regel/{line}/weg"],
  sights: [{ "talk words": [{ who: "who reads figures there", on: pages }], "name": [{ who: "who talks about figures with them", on: pages }] }],
  async tell(story) {
    if (!story.people.has("coordinator")) return;
    for (const state of states) {
      const made = await talk(story, "coordinator", story.canaries.make("talk words", "noord"));
      if (state === "closed") await sent(story, "coordinator", `/stroom/verhaal/${made.talk}/dicht`, {});
      story.made("talks").push({ ...made, state });
    }
  },
  abouts: {
    talk: ({ story }) => [...story.made("talks").map(({ talk, state }) => ({ kind: "talk", name: `a talk of noord, ${state}`, values: { story: talk }, school: "noord", state, always: true })), ...unmade("talk", "story")],
    "talk line": ({ story }) => {
      const talks = story.made("talks"), about = (/** @type {string} */ talk, /** @type {string} */ line, /** @type {string} */ state) =>
        ({ kind: "talk line", name: `what the coordinator said, ${state}`, values: { story: talk, line }, keeper: "coordinator", school: "noord", state, always: true });
      return [...talks.flatMap(({ talk, seen, action, state }) => [about(talk, seen, state), about(talk, action, state)]),
        ...(talks.length > 1 ? [{ ...about(talks[0].talk, talks[1].seen, "of another talk") }] : []),
        ...unmade("talk line", "line").map((one) => ({ ...one, values: { story: talks[0]?.talk ?? newId(), ...one.values } })), ...unmade("talk line", "story").map((one) => ({ ...one, values: { line: talks[0]?.seen ?? newId(), ...one.values } }))];
    },
  },
  queries: {
    "GET /stroom/verhaal-beginnen": () => [`?over=${encodeURIComponent(printed)}`, "?over=%2Fbeheer%2Fmensen", "?over=%2Fstroom%2Fdoorstroom%3Fsector%3DHoreca%26stap%3D0%26van%3Dyear_1%26naar%3Dleft"],
    "GET /stroom/verhaal/{story}": () => ["?gedaan=erbij"],
  },
  forms: {
    "POST /stroom/verhaal": () => ({ id: newId(), over: printed, doel: "Begrijpen hoe dit komt" }),
    "POST /stroom/verhaal/{story}": () => ({ id: newId(), soort: "seen", "woorden-seen": "De helft leert verder" }),
    "POST /stroom/verhaal/{story}/regel/{line}": () => ({ id: newId(), gezien: newId(), "woorden-seen": "Anders", "woorden-action": "Anders", wie: "Het team", maand: "2026-12" }),
  },
  repeatable: ["POST /stroom/verhaal/{story}/dicht", "POST /stroom/verhaal/{story}/open"],
  replays: {
    "POST /stroom/verhaal": () => {
      const path = "/stroom/verhaal", form = { id: id(), over: printed, doel: "Eén keer begonnen" };
      return { by: "coordinator", first: { path, form }, makes: { story: 1 }, other: { path, form: { ...form, doel: "Met een ander doel" } }, otherAnswers: conflict, keeps: ["Eén keer begonnen", "Met een ander doel"] };
    },
    "POST /stroom/verhaal/{story}": (story) => {
      const path = `/stroom/verhaal/${first(story).talk}`, form = { id: id(), soort: "seen", "woorden-seen": "Eén keer gezien" };
      return { by: "coordinator", first: { path, form }, makes: { story_line: 1, story_author: 1 }, other: { path, form: { ...form, "woorden-seen": "Heel anders gezien" } }, otherAnswers: conflict, keeps: ["Eén keer gezien", "Heel anders gezien"] };
    },
    "POST /stroom/verhaal/{story}/regel/{line}": async (story) => {
      const { talk: to, seen } = await talk(story, "coordinator", "voor één keer"), path = `/stroom/verhaal/${to}/regel/${seen}`, form = { id: id(), gezien: seen, "woorden-seen": "Eén keer veranderd" };
      return { by: "coordinator", first: { path, form }, makes: {}, other: { path, form: { ...form, "woorden-seen": "Heel anders veranderd" } }, otherAnswers: conflict, keeps: ["Eén keer veranderd", "Heel anders veranderd"] };
    },
    "POST /stroom/verhaal/{story}/regel/{line}/weg": async (story) => {
      const { talk: of, seen } = await talk(story, "coordinator", "niet lang");
      return { by: "coordinator", first: { path: `/stroom/verhaal/${of}/regel/${seen}/weg` }, makes: { story_line: -1, story_author: -1 } };
    },
  },
  tables: ["story", "story_line", "story_author"],
  async payloads({ send, typed, together, groups, kept, pages: shownOn }) {
    const talk = newId(), action = newId(), path = `/stroom/verhaal/${talk}`;
    await send("coordinator", "/stroom/verhaal", { id: talk, over: printed, doel: together("tg", groups[0]).slice(0, 300) });
    await send("coordinator", path, { id: action, soort: "action", "woorden-action": "Bellen", wie: "Team", maand: "2026-12" });
    for (const at of groups.flat()) {
      if ((await send("coordinator", path, { id: newId(), soort: "seen", "woorden-seen": typed("tk", at) })).status === 303) kept.push(`qtk${at}q`);
      if ((await send("coordinator", path, { id: newId(), soort: "outcome", bij: action, "woorden-outcome": typed("to", at) })).status === 303) kept.push(`qto${at}q`);
      const who = typed("tw", at).replaceAll(/[\n\r]/g, " ");
      if ((await send("coordinator", path, { id: newId(), soort: "action", "woorden-action": "Bellen", wie: who, maand: "2026-12" })).status === 303) kept.push(`qtw${at}q`);
    }
    for (const group of groups) await send("coordinator", path, { id: newId(), soort: "action", "woorden-action": together("ta", group), wie: together("ta", group), maand: together("ta", group) });
    for (const page of ["/stroom", "/stroom/verhaal", path, `${path}/regel/${action}`, `/stroom/verhaal-beginnen?over=${encodeURIComponent(printed)}`]) shownOn.push({ by: "coordinator", path: page });
  },
};
