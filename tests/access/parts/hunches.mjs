// Ons oordeel: what teams are asked about groups, what their teachers expect, and how it came out.
import assert from "node:assert/strict";
import { unmade } from "../abouts.mjs";
import { deed, shown } from "../rules.mjs";
import { conflict } from "../sendings.mjs";
import { newId } from "../visitor.mjs";

/** @typedef {import("./index.mjs").Story} Story */

const pages = /^(GET|POST|HEAD) \/stroom\/oordeel/, asking = /^(GET|POST|HEAD) \/stroom\/oordeel(\/vragen.*|\/team\/\{team\})?$/;
const teachers = ["counsellor", "teamleader"], keepers = ["coordinator", "analyst"], theirTeam = "of the owner";
const outcome = { studenten: "24", gebeurd: "15" };

/** By name, as an asker finds it. @param {Story} story @param {string} team */
async function idOfTeam(story, team) {
  const { text } = await story.who("coordinator").visitor.get("/stroom/oordeel/vragen/nieuw");
  const id = new RegExp(`<option value="(\\w{26})"[^>]*>${story.teams[team]}<`).exec(text)?.[1];
  assert.ok(id, `the team ${team} can be asked`);
  return id;
}

/** @param {Story} story @param {Record<string, string>} more */
const question = (story, more = {}) => ({ id: newId(), team: story.made("asked teams")[0]?.team ?? newId(), groep: "Kok, begonnen in 2025", uitkomst: "haalt het diploma", jaar: "2029", studenten: "30", model: "37", ...more });

/** One that the team is asked; gives its id. @param {Story} story @param {Record<string, string>} more */
async function askTeam(story, more = {}) {
  const form = question(story, more);
  assert.equal((await story.who("coordinator").visitor.post("/stroom/oordeel/vragen", form)).status, 303, "it is asked");
  return form.id;
}

const states = ["waiting", "come out"];
const opened = (/** @type {string} */ to) => states.map((state) => `${to}, ${state}`);

/** @type {import("./index.mjs").Part} */
export const part = {
  rules: {
    "GET /stroom/oordeel": shown("who judges"),
    "GET /stroom/oordeel/groep/{group}": { for: "who judges", about: "judged group", opens: opened("of an acquaintance"), answers: 200 },
    "POST /stroom/oordeel/groep/{group}": { for: "who judges", about: "judged group", opens: opened("of an acquaintance"), answers: 303, answersTo: { "of an acquaintance, come out": conflict } },
    "POST /stroom/oordeel/groep/{group}/kijk": { for: "who judges", about: "judged group", opens: opened("of an acquaintance"), answers: 303 },
    "GET /stroom/oordeel/mijn": shown("who judges"),
    "GET /stroom/oordeel/mijn/csv": shown("who judges"),
    "GET /stroom/oordeel/team/{team}": { for: "who judges", about: "asked team", opens: ["of an acquaintance, there"], answers: 200 },
    "GET /stroom/oordeel/vragen": shown("who reads figures"),
    "POST /stroom/oordeel/vragen": deed("who reads figures"),
    "GET /stroom/oordeel/vragen/nieuw": shown("who reads figures"),
    "GET /stroom/oordeel/vragen/{group}": { for: "who reads figures", about: "asked group", opens: opened("of the same school"), answers: 200 },
    "POST /stroom/oordeel/vragen/{group}/afloop": { for: "who reads figures", about: "asked group", opens: opened("of the same school"), answers: 303 },
  },
  groups: { "who judges": (asker) => asker.inside && asker.open && !asker.left && [...teachers, ...keepers].includes(asker.role) },
  who: {
    "who works in the asked team": ({ caller, canary }) => caller.inside && caller.open && !caller.left && caller.school === canary.of && teachers.includes(caller.role),
    "who works in that very team": ({ caller, canary, story }) => caller.inside && caller.open && teachers.includes(caller.role) && (story.teams[story.people.get(caller.part)?.team ?? ""] ?? "").includes(canary.token),
    "who keeps figures there": ({ caller, canary }) => caller.inside && caller.open && !caller.left && caller.school === canary.of && keepers.includes(caller.role),
  },
  sights: {
    "judged group": [{ who: "who works in the asked team", on: pages }, { who: "who keeps figures there", on: asking }],
    "team": [{ who: "who works in that very team", on: pages }, { who: "who keeps figures there", on: asking }],
  },
  async tell(story) {
    if (!story.people.has("coordinator")) return;
    story.made("asked teams").push({ team: await idOfTeam(story, theirTeam), name: theirTeam }, { team: await idOfTeam(story, "another"), name: "another" });
    for (const state of states) {
      const group = await askTeam(story, { groep: `Kok ${story.canaries.make("judged group", "noord")}`, uitkomst: `haalt ${story.canaries.make("judged group", "noord")}` });
      assert.equal((await story.who("counsellor").visitor.post(`/stroom/oordeel/groep/${group}`, { "van-tien": "7" })).status, 303);
      if (state === "come out") assert.equal((await story.who("coordinator").visitor.post(`/stroom/oordeel/vragen/${group}/afloop`, outcome)).status, 303);
      story.made("judged groups").push({ group, state });
    }
  },
  abouts: {
    "judged group": ({ story }) => [...story.made("judged groups").map(({ group, state }) => ({ kind: "judged group", name: `a group of noord, ${state}`, values: { group }, school: "noord", state, known: teachers, always: true })),
      ...unmade("judged group", "group")],
    "asked group": ({ story }) => [...story.made("judged groups").map(({ group, state }) => ({ kind: "asked group", name: `a group of noord, ${state}`, values: { group }, school: "noord", state, always: true })),
      ...unmade("asked group", "group")],
    "asked team": ({ story }) => [...story.made("asked teams").map(({ team, name }) => ({ kind: "asked team", name: `the team ${name}`, values: { team }, school: "noord", state: "there", known: name === theirTeam ? [...teachers, ...keepers] : keepers, always: true })),
      ...unmade("asked team", "team")],
  },
  queries: { "GET /stroom/oordeel/groep/{group}": () => ["?gedaan=gezegd"], "GET /stroom/oordeel/vragen/{group}": () => ["?gedaan=afloop"] },
  forms: {
    "POST /stroom/oordeel/groep/{group}": () => ({ "van-tien": "6" }),
    "POST /stroom/oordeel/vragen": ({ story }) => question(story),
    "POST /stroom/oordeel/vragen/{group}/afloop": () => outcome,
  },
  repeatable: ["POST /stroom/oordeel/groep/{group}"],
  replays: {
    "POST /stroom/oordeel/vragen": (story) => {
      const path = "/stroom/oordeel/vragen", form = question(story, { groep: "Eén keer gevraagd" });
      return { by: "coordinator", first: { path, form }, makes: { judged_group: 1, model_look: 1 }, other: { path, form: { ...form, groep: "Een heel andere groep" } }, otherAnswers: conflict, keeps: ["Een heel andere groep"] };
    },
    "POST /stroom/oordeel/vragen/{group}/afloop": async (story) => {
      const path = `/stroom/oordeel/vragen/${await askTeam(story)}/afloop`;
      return { by: "coordinator", first: { path, form: outcome }, makes: {}, other: { path, form: { ...outcome, gebeurd: "3" } }, otherAnswers: conflict };
    },
    "POST /stroom/oordeel/groep/{group}/kijk": async (story) => ({ by: "counsellor", first: { path: `/stroom/oordeel/groep/${await askTeam(story)}/kijk` }, makes: { model_look: 1 } }),
  },
  tables: ["judged_group", "hunch", "model_look"],
  async payloads({ send, typed, together, groups, kept, pages: shownOn }) {
    const team = /<option value="(\w{26})"/.exec((await send("coordinator", "/stroom/oordeel/vragen", { id: newId(), groep: "" })).text)?.[1] ?? "";
    for (const at of groups.flat()) {
      const [groep, uitkomst] = ["jg", "ju"].map((field) => typed(field, at).replaceAll(/[\n\r]/g, " "));
      if ((await send("coordinator", "/stroom/oordeel/vragen", { id: newId(), team, groep, uitkomst, jaar: "2029", studenten: "30", model: "" })).status === 303) kept.push(`qjg${at}q`, `qju${at}q`);
    }
    for (const group of groups) {
      const text = together("jt", group);
      await send("coordinator", "/stroom/oordeel/vragen", { id: newId(), team: text, groep: text, uitkomst: text, jaar: text, studenten: text, model: text });
    }
    for (const path of ["/stroom/oordeel", "/stroom/oordeel/vragen"]) shownOn.push({ by: "coordinator", path });
  },
};
