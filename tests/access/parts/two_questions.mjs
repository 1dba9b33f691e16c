// Twee vragen: what a student answers, the answers that staff may read, the moments at which the school asks, and what it says to all.
import assert from "node:assert/strict";
import { nowhere, unmade } from "../abouts.mjs";
import { lastReply, layAllUnder, tellClassmates } from "../classmates.mjs";
import { byOwner, deed, recordPage, shown } from "../rules.mjs";
import { conflict, id } from "../sendings.mjs";
import { newId } from "../visitor.mjs";

/** @typedef {import("./index.mjs").Story} Story */

const pages = /^(GET|POST|HEAD) \/vragen/, page = /^(GET|HEAD) \/vragen\/\{record\}$/, staff = /^(GET|HEAD) \/antwoorden$/, moments = /^(GET|POST|HEAD) \/(vragen|antwoorden\/momenten)$/;

/** @type {import("../records.mjs").Kind} */
const answer = {
  kind: "answer", words: "answer words", page: "/vragen/{record}", shared: "antwoord", on: pages,
  make: ({ send, id, text }) => send("/vragen", { id, halen: text(), dienst: text() }).then(() => {}),
};

const guiding = ["counsellor", "teamleader", "coordinator"];

/** Sets one; gives its id. @param {Story} story @param {string} name */
async function setMoment(story, name) {
  const moment = newId();
  await story.who("coordinator").visitor.post("/antwoorden/momenten", { id: moment, naam: name, dag: "2026-01-01" });
  return moment;
}

const wall = /^(GET|HEAD) \/dit-doen-we$/, themePages = /^(GET|POST|HEAD) \/antwoorden\/thema/;
const ofSchool = (/** @type {string[]} */ ...states) => states.map((state) => `of the same school, ${state}`);
const themeStates = ofSchool("on the wall", "with too few", "taken off the wall");

/** A theme; gives its id. @param {Story} story @param {string} name @param {string} by */
async function beginTheme(story, name, by = "counsellor") {
  const theme = newId();
  assert.equal((await story.who(by).visitor.post("/antwoorden/thema", { id: theme, naam: name })).status, 303);
  return theme;
}

/** Said to all. @param {Story} story @param {string} theme @param {string} name @param {string} reply */
async function sayToAll(story, theme, name, reply) {
  assert.equal((await story.who("coordinator").visitor.post(`/antwoorden/thema/${theme}/beantwoord`, { id: newId(), gezien: "", naam: name, woorden: reply })).status, 303, "it is said to all");
}

/** One that all read, one with too few answers, and one that was said and taken back. @param {Story} story */
async function tellThemes(story) {
  await tellClassmates(story, "counsellor");
  for (const [state, name] of [["on the wall", "theme"], ["with too few", "hidden theme"], ["taken off the wall", "hidden theme"]]) {
    const called = `Meer ${story.canaries.make(name, "noord")}`, theme = await beginTheme(story, called);
    story.made("themes").push({ theme, state });
    if (state === "with too few") continue;
    await layAllUnder(story, "counsellor", theme);
    await sayToAll(story, theme, called, `Wij regelen ${story.canaries.make(`${name} reply`, "noord")}`);
    if (state === "taken off the wall") await story.who("coordinator").visitor.post(`/antwoorden/thema/${theme}/terug`, { gezien: await lastReply(story, theme) });
  }
}

/** @param {Story} story @param {string} state */
const themeThat = (story, state) => story.made("themes").find((one) => one.state === state).theme;

/** @type {import("./index.mjs").Part} */
export const part = {
  rules: {
    "GET /vragen": shown("who reads their own"),
    "POST /vragen": deed("who has own content"),
    "POST /vragen-later": deed("who has own content"),
    "GET /vragen/{record}": recordPage("answer", { shared: true }),
    "GET /antwoorden": shown("who guides others"),
    "GET /antwoorden/momenten": shown("coordinators"),
    "POST /antwoorden/momenten": deed("coordinators"),
    "POST /antwoorden/momenten/{moment}/weg": { for: "coordinators", about: "moment", opens: ["of the same school, set"], answers: 303, absent: 303 },
    "GET /dit-doen-we": shown("who is signed in"),
    "GET /antwoorden/thema": shown("who guides others"),
    "POST /antwoorden/thema": deed("who guides others"),
    "GET /antwoorden/thema/{theme}": { for: "who guides others", about: "theme", opens: themeStates, answers: 200 },
    "POST /antwoorden/thema/{theme}": { for: "who guides others", about: "theme", opens: themeStates, answers: 303 },
    // Whoever says it anew without having seen what was said is asked; of the one with too few it is not said.
    "POST /antwoorden/thema/{theme}/beantwoord": { for: "coordinators", about: "theme", opens: themeStates, answers: 409, answersTo: { "of the same school, with too few": 422 } },
    "POST /antwoorden/thema/{theme}/terug": { for: "coordinators", about: "theme", opens: themeStates, answers: 303 },
    "POST /antwoorden/thema/{theme}/weg": { for: "coordinators", about: "theme", opens: themeStates, answers: 303, absent: 303 },
  },
  who: {
    "who is in at that school": ({ caller, canary }) => caller.inside && caller.school === canary.of,
    // Staff laid there whatever they may read.
    "whose answer lies under it": ({ caller, story, asked }) => caller.inside && story.shares.some(({ thing, keeper, with: reader, state }) => thing === asked && keeper === caller.part && reader === "counsellor" && state === "open"),
    "who guides there": ({ caller, canary }) => caller.inside && caller.open && !caller.left && caller.school === canary.of && guiding.includes(caller.role),
  },
  unsent: { "POST /antwoorden/thema/{theme}/weg": (_, caller) => caller.part === "coordinator" },
  groups: {
    "who guides others": (asker) => asker.inside && asker.open && !asker.left && guiding.includes(asker.role),
    "coordinators": (asker) => asker.inside && asker.open && !asker.left && asker.role === "coordinator",
  },
  kinds: [answer],
  sights: [{
    "moment name": [{ who: "everyone at that school", on: moments }],
    "theme": [{ who: "who is in at that school", on: wall }, { who: "who guides there", on: themePages }, { who: "whose answer lies under it", on: page }],
    "theme reply": [{ who: "who is in at that school", on: wall }, { who: "who guides there", on: themePages }, { who: "whose answer lies under it", on: page }],
    "hidden theme": [{ who: "who guides there", on: themePages }],
    "hidden theme reply": [{ who: "who guides there", on: themePages }],
    "record id": [{ who: "who may read something", on: staff }, { who: "who may read something", on: themePages }],
    // Whom one can show it to stands on its page.
    "name": [{ who: "who is in their team", on: page }, { who: "who may read something", on: staff }, { who: "who may read something", on: themePages }],
    "person id": [{ who: "who is in their team", on: page }],
    "grant id": [byOwner(page)],
  }],
  async tell(story) {
    if (!story.people.has("coordinator")) return;
    const name = story.canaries.make("moment name", "noord");
    story.made("moments").push(await setMoment(story, name));
    await tellThemes(story);
  },
  abouts: {
    moment: ({ story }) => [...(story.made("moments").length > 0 ? story.made("moments") : [nowhere]).map((moment) => ({ kind: "moment", name: "a moment of noord", values: { moment }, school: "noord", state: "set", always: true })),
      ...unmade("moment", "moment")],
    theme: ({ story }) => [...story.made("themes").map(({ theme, state }) => ({ kind: "theme", name: `a theme of noord, ${state}`, values: { theme }, school: "noord", state, always: true })), ...unmade("theme", "theme")],
  },
  queries: {
    "GET /vragen": ({ record }) => ["?gedaan=later", `?voor=${record("answer")}`],
    "GET /vragen/{record}": () => ["?gedaan=bewaard"],
    "GET /antwoorden/momenten": () => ["?gedaan=erbij"],
    "GET /antwoorden/thema": () => ["?gedaan=weg"],
    "GET /antwoorden/thema/{theme}": () => ["?gedaan=gezegd"],
  },
  borrowed: ["/vragen?voor="],
  forms: {
    "POST /vragen": () => ({ id: newId(), halen: "Een vak leren", dienst: "Laat me kijken" }),
    "POST /vragen-later": () => ({ wanneer: "week" }),
    "POST /antwoorden/momenten": () => ({ id: newId(), naam: "Na de stage", dag: "2027-02-01" }),
    "POST /antwoorden/thema": () => ({ id: newId(), naam: "Eerder meelopen" }),
    "POST /antwoorden/thema/{theme}/beantwoord": () => ({ id: newId(), gezien: "", naam: "Eerder meelopen", woorden: "Wie wil, loopt een dag mee" }),
  },
  repeatable: ["POST /antwoorden/thema/{theme}", "POST /antwoorden/thema/{theme}/terug"],
  replays: {
    "POST /vragen": () => {
      const path = "/vragen", form = { id: id(), halen: "Eén keer geantwoord" };
      return { by: "owner", first: { path, form }, makes: { own_record: 1 }, other: { path, form: { ...form, halen: "Heel anders geantwoord" } }, otherAnswers: conflict, keeps: ["Eén keer geantwoord", "Heel anders geantwoord"],
        theirs: { by: "fellow student", makes: { own_record: 1 } } };
    },
    "POST /vragen-later": async (story) => {
      const by = "student of another team", answered = story.record("answer", by)?.id;
      for (const step of ["weg", "voorgoed"]) await story.who(by).visitor.post(`/eigen/${answered}/${step}`);  // who answered is not asked
      return { by, first: { path: "/vragen-later", form: { wanneer: "ander-moment" } }, makes: { question_later: 1 } };
    },
    "POST /antwoorden/momenten": () => {
      const path = "/antwoorden/momenten", form = { id: id(), naam: "Eén keer gezet", dag: "2027-02-01" };
      return { by: "coordinator", first: { path, form }, makes: { question_moment: 1 }, other: { path, form: { ...form, naam: "Een ander moment" } }, otherAnswers: 422, keeps: ["Eén keer gezet", "Een ander moment"] };
    },
    "POST /antwoorden/momenten/{moment}/weg": async (story) => ({ by: "coordinator", first: { path: `/antwoorden/momenten/${await setMoment(story, "Niet lang")}/weg` }, makes: {} }),
    "POST /antwoorden/thema": () => {
      const path = "/antwoorden/thema", form = { id: id(), naam: "Eén keer begonnen" };
      return { by: "counsellor", first: { path, form }, makes: { answer_theme: 1 }, other: { path, form: { ...form, naam: "Een ander thema" } }, otherAnswers: 422, keeps: ["Eén keer begonnen", "Een ander thema"] };
    },
    "POST /antwoorden/thema/{theme}/beantwoord": async (story) => {
      const theme = themeThat(story, "on the wall"), path = `/antwoorden/thema/${theme}/beantwoord`, form = { id: id(), gezien: await lastReply(story, theme), naam: "Eerder meelopen", woorden: "Eén keer gezegd" };
      return { by: "coordinator", first: { path, form }, makes: {}, other: { path, form: { ...form, woorden: "Heel anders gezegd" } }, otherAnswers: conflict, keeps: ["Eén keer gezegd", "Heel anders gezegd"] };
    },
    "POST /antwoorden/thema/{theme}/weg": async (story) => ({ by: "coordinator", first: { path: `/antwoorden/thema/${await beginTheme(story, "Niet lang")}/weg` }, makes: { answer_theme: -1 } }),
  },
  tables: ["question_moment", "question_later", "answer_theme", "theme_answer"],
  async payloads({ send, typed, together, groups, kept, pages: shownOn }) {
    for (const at of groups.flat()) {
      const name = typed("vm", at).replaceAll(/[\n\r]/g, " ");
      if ((await send("coordinator", "/antwoorden/momenten", { id: newId(), naam: name, dag: "2026-01-01" })).status === 303) kept.push(`qvm${at}q`);
    }
    for (const group of groups) await send("coordinator", "/antwoorden/momenten", { id: newId(), naam: together("vn", group), dag: together("vn", group).replaceAll("\n", " ") });
    for (const at of groups.flat()) {
      const name = typed("th", at).replaceAll(/[\n\r]/g, " ");
      if ((await send("coordinator", "/antwoorden/thema", { id: newId(), naam: name })).status === 303) kept.push(`qth${at}q`);
    }
    for (const group of groups) await send("coordinator", "/antwoorden/thema", { id: newId(), naam: together("tn", group) });
    for (const path of ["/antwoorden", "/antwoorden/momenten", "/antwoorden/thema", "/dit-doen-we"]) shownOn.push({ by: "coordinator", path });
    shownOn.push({ by: "student", path: "/vragen" });
  },
};
