// Passend: what a model says of one student, to that student and their own mentor alone; who looked and what for; objections and answers. At the other school, and in the small story, it is off.
import assert from "node:assert/strict";
import { header, mapping, past, present } from "../../program/persons.mjs";
import { unmade } from "../abouts.mjs";
import { byOwner, deed, refused, shown, takenAlong } from "../rules.mjs";
import { id } from "../sendings.mjs";
import { newId } from "../visitor.mjs";

/** @typedef {import("./index.mjs").Story} Story */

let on = false;  // at noord

/** @param {Record<string, string>} more */
const writtenDown = (more = {}) => ({ soort: "mbo", doel: "Op tijd praten", hulp: "Extra lessen", getoetst: "2026-05-01", waar: "Bij de FG", raad: "2026-06-01", ...more });

/** Of everybody who learns at noord. @param {Story} story @param {string} learned what the owner learned before */
function bring(story, learned) {
  const students = [...story.people.values()].filter(({ school, role }) => school === "noord" && role === "student");
  const rows = students.map(({ part, userName }) => present([userName], part === "owner" ? learned : "vmbo"));
  story.town.bringPersons("noord", ["bring", "--who", "wie"], `${header}\n${rows.join("")}`, mapping);
}

/** A mentor looks; gives the id of the look. @param {Story} story @param {string} student @param {string} reason */
async function look(story, student, reason) {
  const made = newId();
  const { status } = await story.who("counsellor").visitor.post(`/stroom/passend/student/${story.who(student).id}`, { id: made, reden: reason });
  assert.equal(status, 303, `the counsellor looks at ${student}`);
  return made;
}

/** @param {Story} story */
async function tell(story) {
  on = !story.small;
  if (!on) return;
  const learned = story.canaries.make("fit evidence", "owner");
  const form = { id: newId(), ...writtenDown({ doel: `Praten ${story.canaries.make("fit purpose", "noord")}`, hulp: `Lessen ${story.canaries.make("fit purpose", "noord")}` }) };
  assert.equal((await story.who("coordinator").visitor.post("/stroom/passend/aan", form)).status, 303, "it is switched on");
  story.made("fit switch").push(form.id);
  story.town.bringPersons("noord", ["learn", "--event", "left"], past(learned), mapping);
  bring(story, learned);
  const seen = await look(story, "owner", `Een gesprek ${story.canaries.make("fit reason", "owner")}`);
  story.made("fit looks").push(seen);
  assert.equal((await story.who("counsellor").visitor.post(`/stroom/passend/kijk/${seen}`, { oordeel: "anders", reden: `Ik zie ${story.canaries.make("fit reason", "owner")}` })).status, 303);
  const objection = newId();
  assert.equal((await story.who("fellow student").visitor.post("/passend/bezwaar", { id: objection, woorden: `Liever ${story.canaries.make("fit objection", "fellow student")}` })).status, 303);
  story.made("fit objections").push(objection);
}

const readers = ["analyst", "coordinator"], counselled = ["owner", "fellow student", "closed by a printed code"];
const here = (/** @type {import("../rules.mjs").Asker} */ asker) => on && asker.inside && asker.open && !asker.left && asker.school === "noord";
const all = /^(GET|HEAD|POST) \/(stroom\/)?passend/, mentor = /^(GET|HEAD|POST) \/stroom\/passend\/(student|kijk)/, own = /^(GET|HEAD|POST) \/passend/, told = /^(GET|HEAD) \/(mij)?$/, school = /^(GET|HEAD|POST) \/stroom\/passend(\/aan|\/bezwaar\/\{objection\})?$/;

/** @type {import("./index.mjs").Part} */
export const part = {
  rules: {
    "GET /stroom/passend": shown("who reads figures"),
    "POST /stroom/passend/aan": refused("coordinators"),  // it is on
    "POST /stroom/passend/uit": deed("coordinators"),
    "GET /stroom/passend/kaart": shown("who reads figures where it is on"),
    "GET /stroom/passend/bezwaar/{objection}": { for: "coordinators", about: "objection", opens: ["of the same school, made"], answers: 200 },
    "POST /stroom/passend/bezwaar/{objection}": { for: "coordinators", about: "objection", opens: ["of the same school, made"], answers: 303 },
    "GET /stroom/passend/student": shown("mentors where it is on"),
    "GET /stroom/passend/student/{person}": { for: "mentors where it is on", about: "own student", opens: ["own, counselled"], answers: 200 },
    "POST /stroom/passend/student/{person}": { for: "mentors where it is on", about: "own student", opens: ["own, counselled"], answers: 303 },
    "GET /stroom/passend/kijk/{look}": { for: "mentors where it is on", about: "fit look", opens: ["own, made"], answers: 200 },
    "POST /stroom/passend/kijk/{look}": { for: "mentors where it is on", about: "fit look", opens: ["own, made"], answers: 303 },
    "GET /passend": shown("who learns where it is on"),
    "GET /passend/brief": shown("who learns where it is on"),
    "POST /passend/bezwaar": { for: "who learns where it is on", answers: 303, or: 422 },  // 422: one of theirs waits
    "POST /passend/gezien": deed("who learns where it is on"),
  },
  groups: {
    "who reads figures where it is on": (asker) => here(asker) && readers.includes(asker.role),
    "mentors where it is on": (asker) => here(asker) && asker.role === "counsellor",
    "who learns where it is on": (asker) => here(asker) && asker.role === "student",
  },
  who: {
    "who has to do with fitting there": ({ caller, canary }) => caller.inside && caller.open && !caller.left && caller.school === canary.of && [...readers, "counsellor", "student"].includes(caller.role),
    "who answers objections there": ({ caller, canary, story }) => caller.inside && caller.open && caller.role === "coordinator" && story.people.get(canary.of)?.school === caller.school && story.people.get(canary.of)?.role === "student",
    "at whom they looked": ({ caller, canary }) => caller.inside && caller.open && counselled.includes(caller.part) && canary.of === "counsellor",
    "who reads who switched it on": ({ caller, canary }) => caller.inside && caller.open && caller.school === "noord" && readers.includes(caller.role) && canary.of === "coordinator",
    "whom the coordinator answered": ({ caller, canary }) => caller.inside && caller.open && caller.part === "fellow student" && canary.of === "coordinator",
  },
  sights: {
    "fit purpose": [{ who: "who has to do with fitting there", on: all }],
    "fit evidence": [byOwner(own), byOwner(takenAlong), { who: "who counsels them", on: mentor }],
    "fit reason": [byOwner(own), byOwner(told), byOwner(takenAlong), { who: "who counsels them", on: mentor }],
    "fit objection": [byOwner(own), byOwner(takenAlong), { who: "who answers objections there", on: school }],
    "name": [{ who: "who counsels them", on: mentor }, { who: "who answers objections there", on: school }, { who: "at whom they looked", on: own }, { who: "at whom they looked", on: told }, { who: "who reads who switched it on", on: school },
      { who: "whom the coordinator answered", on: own }],
    "person id": [{ who: "who counsels them", on: mentor }],
  },
  tell,
  abouts: {
    "own student": ({ story }) => [...[...story.people.values()].filter(({ role }) => role !== "administrator").map(({ part, id: person, school: at }) =>
      ({ kind: "own student", name: `person ${part}`, values: { person }, keeper: counselled.includes(part) ? "counsellor" : "nobody", school: at, state: "counselled", always: true, also: "owner" })), ...unmade("own student", "person")],
    "fit look": ({ story }) => [...story.made("fit looks").map((seen) => ({ kind: "fit look", name: "the counsellor's look at the owner", values: { look: seen }, keeper: "counsellor", school: "noord", state: "made", always: true, also: "owner" })), ...unmade("fit look", "look")],
    "objection": ({ story }) => [...story.made("fit objections").map((objection) => ({ kind: "objection", name: "of the fellow student", values: { objection }, school: "noord", state: "made" })), ...unmade("objection", "objection")],
  },
  queries: {
    "GET /stroom/passend": () => ["?gedaan=aan"],
    "GET /passend": () => ["?gedaan=bezwaar"],
  },
  unsent: { "POST /stroom/passend/uit": (_, caller) => caller.part === "coordinator" },
  forms: {
    "POST /stroom/passend/aan": () => ({ id: newId(), ...writtenDown() }),
    "POST /stroom/passend/bezwaar/{objection}": () => ({ uitkomst: "door", woorden: "We praten eerst." }),
    "POST /stroom/passend/student/{person}": () => ({ id: newId(), reden: "Een gesprek." }),
    "POST /stroom/passend/kijk/{look}": () => ({ oordeel: "anders", reden: "Ik zie iets anders." }),
    "POST /passend/bezwaar": () => ({ id: newId(), woorden: "Liever niet." }),
    "POST /passend/gezien": () => ({ tot: "0" }),
  },
  replays: {
    "POST /stroom/passend/student/{person}": (story) => {
      const path = `/stroom/passend/student/${story.who("owner").id}`, form = { id: id(), reden: "Eén keer" };
      return { by: "counsellor", first: { path, form }, makes: { person_look: 1 }, other: { path, form: { ...form, reden: "Iets anders" } }, otherAnswers: 422, keeps: ["Iets anders"] };
    },
    "POST /stroom/passend/kijk/{look}": async (story) => {
      const path = `/stroom/passend/kijk/${await look(story, "owner", "Nog eens")}`, form = { oordeel: "zo", reden: "Dat zie ik ook" };
      return { by: "counsellor", first: { path, form }, makes: {}, other: { path, form: { oordeel: "anders", reden: "Toch niet" } }, otherAnswers: 422 };
    },
    "POST /passend/bezwaar": () => {
      const path = "/passend/bezwaar", form = { id: id(), woorden: "Liever niet" };
      return { by: "owner", first: { path, form }, makes: { person_objection: 1 }, other: { path, form: { ...form, woorden: "Iets anders" } }, otherAnswers: 422 };
    },
    "POST /stroom/passend/bezwaar/{objection}": (story) => {
      const path = `/stroom/passend/bezwaar/${story.made("fit objections")[0]}`, form = { uitkomst: "door", woorden: "We praten eerst" };
      return { by: "coordinator", first: { path, form }, makes: {}, other: { path, form: { uitkomst: "stop", woorden: "Toch anders" } }, otherAnswers: 422 };
    },
    "POST /stroom/passend/uit": (story) => {
      const known = story.town.rows().filter((row) => row.startsWith("person_evidence ")).length;
      return { by: "coordinator", first: { path: "/stroom/passend/uit", form: { aan: story.made("fit switch")[0] } }, makes: { person_evidence: -known, person_model: -1 } };
    },
    "POST /stroom/passend/aan": () => {
      const path = "/stroom/passend/aan", form = { id: id(), ...writtenDown() };
      return { by: "coordinator", first: { path, form }, makes: { person_switch: 1 }, other: { path, form: { ...form, hulp: "Iets anders" } }, otherAnswers: 422 };
    },
  },
  repeatable: ["POST /passend/gezien"],
  tables: ["person_switch", "person_model", "person_evidence", "person_look", "person_objection"],
  async payloads({ who, send, together, groups, pages }) {
    for (const group of groups) {
      const text = together("fp", group), form = { id: newId(), ...writtenDown({ doel: text, hulp: text, waar: text.replaceAll("\n", " ") }) };
      const { status } = await send("coordinator", "/stroom/passend/aan", form);
      pages.push({ by: "coordinator", path: "/stroom/passend", reply: await who.coordinator.get("/stroom/passend") });
      if (status !== 303) continue;
      await send("student", "/passend/bezwaar", { id: newId(), woorden: together("fb", group) });
      pages.push({ by: "student", path: "/passend", reply: await who.student.get("/passend") });
      const objection = /\/stroom\/passend\/bezwaar\/(\w{26})/.exec((await who.coordinator.get("/stroom/passend")).text)?.[1];
      if (objection) {
        await send("coordinator", `/stroom/passend/bezwaar/${objection}`, { uitkomst: "door", woorden: together("fa", group) });
        pages.push({ by: "coordinator", path: `/stroom/passend/bezwaar/${objection}`, reply: await who.coordinator.get(`/stroom/passend/bezwaar/${objection}`) });
      }
      await who.coordinator.post("/stroom/passend/uit", { aan: form.id });
    }
  },
};
