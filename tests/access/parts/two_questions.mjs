// Twee vragen: what a student answers, the answers that staff may read, and the moments at which the school asks.
import { nowhere, unmade } from "../abouts.mjs";
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
  },
  groups: {
    "who guides others": (asker) => asker.inside && asker.open && !asker.left && guiding.includes(asker.role),
    "coordinators": (asker) => asker.inside && asker.open && !asker.left && asker.role === "coordinator",
  },
  kinds: [answer],
  sights: [{
    "moment name": [{ who: "everyone at that school", on: moments }],
    "record id": [{ who: "who may read something", on: staff }],
    // Whom one can show it to stands on its page.
    "name": [{ who: "who is in their team", on: page }, { who: "who may read something", on: staff }],
    "person id": [{ who: "who is in their team", on: page }],
    "grant id": [byOwner(page)],
  }],
  async tell(story) {
    if (!story.people.has("coordinator")) return;
    const name = story.canaries.make("moment name", "noord");
    story.made("moments").push(await setMoment(story, name));
  },
  abouts: {
    moment: ({ story }) => [...(story.made("moments").length > 0 ? story.made("moments") : [nowhere]).map((moment) => ({ kind: "moment", name: "a moment of noord", values: { moment }, school: "noord", state: "set", always: true })),
      ...unmade("moment", "moment")],
  },
  queries: {
    "GET /vragen": ({ record }) => ["?gedaan=later", `?voor=${record("answer")}`],
    "GET /vragen/{record}": () => ["?gedaan=bewaard"],
    "GET /antwoorden/momenten": () => ["?gedaan=erbij"],
  },
  borrowed: ["/vragen?voor="],
  forms: {
    "POST /vragen": () => ({ id: newId(), halen: "Een vak leren", dienst: "Laat me kijken" }),
    "POST /vragen-later": () => ({ wanneer: "week" }),
    "POST /antwoorden/momenten": () => ({ id: newId(), naam: "Na de stage", dag: "2027-02-01" }),
  },
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
  },
  tables: ["question_moment", "question_later"],
  async payloads({ send, typed, together, groups, kept, pages: shownOn }) {
    for (const at of groups.flat()) {
      const name = typed("vm", at).replaceAll(/[\n\r]/g, " ");
      if ((await send("coordinator", "/antwoorden/momenten", { id: newId(), naam: name, dag: "2026-01-01" })).status === 303) kept.push(`qvm${at}q`);
    }
    for (const group of groups) await send("coordinator", "/antwoorden/momenten", { id: newId(), naam: together("vn", group), dag: together("vn", group).replaceAll("\n", " ") });
    for (const path of ["/antwoorden", "/antwoorden/momenten"]) shownOn.push({ by: "coordinator", path });
    shownOn.push({ by: "student", path: "/vragen" });
  },
};
