// A small access matrix: seconds, not minutes, so that every guard it stands for can be switched off in turn (tests/guards.txt). The whole one is matrix_test.mjs.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { deeds, forged } from "./deeds.mjs";
import { Matrix, callers, copyOf } from "./matrix.mjs";
import { kinds } from "./parts/index.mjs";
import { openStory } from "./people.mjs";
import { rules } from "./policy.mjs";
import { gets } from "./questions.mjs";
import { readingOf } from "./sharing.mjs";
import { keep } from "./story.mjs";
import { newId } from "./visitor.mjs";

/** @type {import("./story.mjs").Story} */
let story;
/** @type {import("./exchange.mjs").Caller[]} */
let all;

before(async () => {
  story = await openStory("sqlite", { small: true });
  all = await callers(story);
});
after(() => story.town.close());

const by = (/** @type {string} */ part) => /** @type {import("./exchange.mjs").Caller} */ (all.find((caller) => caller.part === part));
const askers = ["owner", "fellow student", "student of another team", "counsellor", "desk", "suspended", "closed by a printed code", "signed out", "signed out, where the map is closed", "owner at the door of the other school"];
/** One of each kind. @param {import("./questions.mjs").Question[]} questions */
const oneOfEach = (questions) => [...new Map(questions.filter(({ malformed, extra }) => !malformed && !extra?.headers).map((question) => [`${question.about?.name} ${question.about?.state} ${JSON.stringify(question.about?.shares ?? "")}`, question])).values()];

/** @param {(caller: import("./exchange.mjs").Caller, matrix: Matrix) => Promise<void>} ask */
async function asked(ask) {
  const matrix = new Matrix(story);
  for (const part of askers) {
    await ask(by(part), matrix);
    if (matrix.wrong.length > 0) break;
  }
  console.log(`${matrix.count} answers`);
  assert.deepEqual(matrix.wrong.slice(0, 12), []);
  assert.ok(matrix.count > 1_000);
}

test("what is asked for by looking", () => asked(async (caller, matrix) => {
  for (const route of Object.keys(rules).filter((each) => each.startsWith("GET"))) await matrix.askAll(caller, oneOfEach(gets(route, story, "x", caller)).filter(({ about }) => about?.kind !== "drawing"));
}));

test("what is sent about what is somebody else's", () => asked(async (caller, matrix) => {
  const routes = ["POST /rugzak/{thing}/reactie", "POST /deel/{kind}/{thing}/reactie", "POST /rugzak/{thing}/anders", "POST /delen/{grant}/terug", "POST /beheer/mensen/{person}/stand", "POST /mij/kennissen/uitnodigen", "POST /welkom/{token}"];
  for (const route of routes) for (const question of oneOfEach(deeds(route, story, caller, caller))) await matrix.ask(caller, question);
}));

test("what is forged", async () => {
  const owner = by("owner"), matrix = new Matrix(story);
  for (const route of ["POST /rugzak/{thing}/anders", "POST /rugzak/bewaren", "POST /kaart/{place}/hier", "POST /delen/terug"])
    for (const question of forged(route, story, owner, by("fellow student"))) {
      const { status } = await copyOf(owner.visitor).send("POST", question.path, question.extra);
      if (status !== 403) matrix.complain(owner, question, `answers ${status}, not 403`);
    }
  assert.deepEqual(matrix.wrong.slice(0, 12), []);
});

test("nobody gets something before their yes", async () => {
  const thing = await keep(story, story.who("owner"), { drawing: true }), stranger = story.who("student of another team");
  await story.who("owner").visitor.post(`/rugzak/${thing.id}/deel`, { id: newId(), wie: stranger.id, mag: "lezen" });
  for (const { status } of await readingOf(stranger, thing)) assert.equal(status, 404);
});

test("who is suspended does not come in", async () => {
  const { userName, password } = story.who("suspended"), visitor = await story.town.at("noord").takeKey();
  assert.notEqual((await visitor.post("/inloggen", { naam: userName, wachtwoord: password })).status, 303);
  assert.equal((await visitor.get("/mee")).status, 303);
});

test("who left reads their own and adds nothing", async () => {
  const { visitor } = story.who("left");
  assert.equal((await visitor.get("/rugzak")).status, 200);
  assert.equal((await visitor.get("/mee")).status, 403);
  assert.equal((await visitor.post("/rugzak/bewaren", { id: newId(), woorden: "Nog iets" })).status, 403);
});

test("sent twice is there once", async () => {
  const { visitor } = story.who("owner"), form = { id: newId(), woorden: "Eén keer" };
  const things = () => story.town.rows().filter((row) => row.startsWith("kept_thing ")).length, once = things();
  for (let turn = 0; turn < 2; ++turn) assert.equal((await visitor.post("/rugzak/bewaren", form)).status, 303);
  assert.equal(things(), once + 1);
});

test("a change of an older text is asked about", async () => {
  const owner = story.who("owner"), thing = await keep(story, owner, {});
  for (const status of [303, 409]) assert.equal((await owner.visitor.post(`/rugzak/${thing.id}/anders`, { id: newId(), gezien: "", woorden: `Toen ${status}` })).status, status);
});

test("text stays text", async () => {
  const { visitor } = story.who("owner"), id = newId();
  await visitor.post("/rugzak/bewaren", { id, woorden: "<b id=kwaad>Iets</b>" });
  assert.ok(!(await visitor.get(`/rugzak/${id}`)).text.includes("<b id=kwaad>"));
});

test("own words lie sealed", () => {
  const rows = story.town.rows().filter((row) => /^(kept|own)_/.test(row)).join("\n"), sealed = ["words", "earlier words", "description", "reaction", ...kinds.flatMap(({ words }) => [words, `earlier ${words}`, `${words} in the bin`])];
  for (const { what, token } of story.canaries.all.filter((canary) => sealed.includes(canary.what)))
    for (const form of [token, Buffer.from(token).toString("hex")]) assert.ok(!rows.includes(form), what);
});

test("a host that is no school's gets nothing of one", async () => {
  const { bytes } = await story.town.at("noord").get("/kaart", { headers: { host: "elders.voorbeeld.nl" } });
  assert.deepEqual(story.canaries.in(bytes), []);
});
