// Gezelschap: who travels along for a part of the journey, with what was picked for it; and what a companion finds at /mee.
import assert from "node:assert/strict";
import { unmade } from "../abouts.mjs";
import { byOwner, deed, mineToUndo, refused, sharedWithMe, shown, showsOwnThings } from "../rules.mjs";
import { conflict, id, spare } from "../sendings.mjs";
import { newId } from "../visitor.mjs";

/** @typedef {import("./index.mjs").Story} Story */
/** Somebody travels along with its keeper. @typedef {{id: string, keeper: string, companion: string}} Company */

/** @param {Story} story @returns {Company[]} */
const companies = (story) => story.made("companies");
const inviting = /^(GET|POST|HEAD) \/gezelschap\/meenemen$/, together = /^(GET|HEAD) \/gezelschap(\/met\/\{company\})?$/, compass = /^(GET|HEAD) \/kompas$/;

/** Asks somebody along; gives the address of the page of it. @param {Story} story @param {string} from @param {string} to @param {Record<string, string>} more */
async function invite(story, from, to, more = {}) {
  const { status, headers } = await story.who(from).visitor.post("/gezelschap/meenemen", { id: newId(), wie: story.who(to).id, is: "vriend", stuk: "Een stuk samen", tot: "maand", ...more });
  assert.equal(status, 303, `${from} asks ${to} along`);
  return (headers.get("location") ?? "").split("?")[0];
}

/** The same, in the story: its words are looked for. @param {Story} story @param {string} from @param {string} to @param {Record<string, string>} more @returns {Promise<Company>} */
async function travelTogether(story, from, to, more = {}) {
  const words = story.canaries.make("company part", from), page = await invite(story, from, to, { ...more, stuk: `Tot ${words}` });
  const company = { id: page.slice(-26), keeper: from, companion: to };
  story.canaries.add(company.id, "company id", from, company.id);
  for (const canary of story.canaries.all) if (canary.token === words) canary.thing = company.id;
  companies(story).push(company);
  return company;
}

/** One picked thing goes along with the first: it is theirs to read. @param {Story} story */
async function tell(story) {
  const picked = story.things.find(({ keeper, state, place, id: one }) => keeper === "owner" && state === "kept" && place === "haven" && !story.shares.some(({ thing }) => thing === one));
  assert.ok(picked);
  const along = await travelTogether(story, "owner", "fellow student", { ding: picked.id });
  const [, grant = ""] = /\/delen\/(\w{26})\/terug/.exec((await story.who("owner").visitor.get(picked.page)).text) ?? [];
  story.canaries.add(grant, "grant id", "owner", picked.id);
  story.shares.push({ thing: picked.id, keeper: "owner", with: "fellow student", may: "read", state: "open", grant });
  await travelTogether(story, "fellow student", "owner");
  assert.equal((await story.who("fellow student").visitor.post(`/mee/${along.id}/kompas`, { id: newId() })).status, 303, "and asks how the compass stands");
  story.made("asked").push(/\/kompas\/gevraagd\/(\w{26})\/later/.exec((await story.who("owner").visitor.get("/kompas")).text)?.[1]);

  const shared = story.shares.find(({ keeper, with: reader, may, state, thing }) => keeper === "owner" && reader === "fellow student" && may === "react" && state === "open" && story.things.some(({ id: one }) => one === thing));
  assert.ok(shared);
  const words = `Wat zie jij? ${story.canaries.make("asked words", "owner", shared.thing)}`;
  assert.equal((await story.who("owner").visitor.post(`/rugzak/${shared.thing}/buiten`, { id: newId(), wie: story.who("fellow student").id, woorden: words })).status, 303, "and is asked what they see in something");
  story.made("asked to react").push(/\/mee\/gevraagd\/(\w{26})\/later/.exec((await story.who("fellow student").visitor.get("/mee")).text)?.[1]);
}

/** @param {Story} story @param {"keeper" | "companion"} of @returns {import("../exchange.mjs").About[]} */
const abouts = (story, of) => [...companies(story).map((one) => ({ kind: "company", name: `${one.companion} along with ${one.keeper}`, values: { company: one.id }, keeper: one[of], school: "noord", state: "there", always: true })),
  ...unmade("company", "company")];

/** @param {number} answers */
const along = (answers) => ({ for: "who has own content", about: "along", opens: ["own, there"], answers });

/** @type {import("./index.mjs").Part} */
export const part = {
  rules: {
    "GET /gezelschap/meenemen": shown("who has own content"),
    "POST /gezelschap/meenemen": refused("who has own content"),  // of somebody whom none of them knows
    "GET /gezelschap/met/{company}": { for: "who has own content", about: "company", opens: ["own, there"], answers: 200 },
    "POST /gezelschap/met/{company}/einde": mineToUndo("company"),
    "GET /mee": shown("who has own content"),
    "GET /mee/{company}": along(200),
    "POST /mee/{company}/kompas": along(303),
    "POST /mee/gevraagd/{asked}/later": mineToUndo("asked to react"),
    "GET /gedeeld": deed("who has own content"),  // as it was called before
  },
  who: {
    "who travels along": ({ caller, canary, story }) => caller.inside && caller.open && !caller.left
      && companies(story).some(({ id: one, keeper, companion }) => keeper === canary.of && companion === caller.part && (canary.thing ?? one) === one),
    "with whom they travel": ({ caller, canary, story }) => caller.inside && caller.open && companies(story).some(({ keeper, companion }) => companion === canary.of && keeper === caller.part),
    "who was asked": ({ caller, canary, story }) => caller.part === "fellow student" && canary.of === "owner" && story.mayRead(caller.part, canary.thing ?? ""),
  },
  sights: [showsOwnThings(inviting), showsOwnThings(together), {
    "company part": [byOwner(together), { who: "who travels along", on: sharedWithMe }],
    "company id": [byOwner(together), { who: "who travels along", on: sharedWithMe }],
    "asked words": [{ who: "who was asked", on: sharedWithMe }],
    "name": [{ who: "who is in their team", on: inviting }, { who: "who knows them", on: inviting }, { who: "with whom they travel", on: together }, { who: "who travels along", on: sharedWithMe }, { who: "with whom they travel", on: compass }],
    "person id": [{ who: "who is in their team", on: inviting }, { who: "who knows them", on: inviting }],
  }],
  tell,
  abouts: { company: ({ story }) => abouts(story, "keeper"), along: ({ story }) => abouts(story, "companion"),
    "asked to react": ({ story }) => [...story.made("asked to react").map((asked) => ({ kind: "asked", name: "what the fellow student is asked", values: { asked }, keeper: "fellow student", school: "noord", state: "there", always: true })), ...unmade("asked", "asked")] },
  unnoticed: ["GET /gedeeld", "POST /mee/gevraagd/{asked}/later"],  // it leads on; it is asked of the fellow student, who asks there as well: CompanyPages stand for it
  queries: {
    "GET /gezelschap/meenemen": ({ things }) => [`?ding=${things[0].id}`],
    "GET /gezelschap/met/{company}": () => ["?gedaan=mee"],
    "GET /mee": ({ things }) => [`?voor=${things[0].id}`, "?zoek=Blauwevinvis"],
  },
  borrowed: ["/gezelschap/meenemen?ding="],
  forms: {
    "POST /gezelschap/meenemen": ({ story }) => ({ id: newId(), wie: story.who("student of another team").id, is: "vriend", stuk: "Een stuk samen", tot: "week" }),
    "POST /mee/{company}/kompas": () => ({ id: newId() }),
  },
  replays: {
    "POST /gezelschap/meenemen": (story) => {
      const path = "/gezelschap/meenemen", form = { id: id(), wie: story.who("counsellor").id, is: "mentor", stuk: "Eén keer samen", ding: spare(story, "given along"), tot: "week" };
      return { by: "owner", first: { path, form }, makes: { travel_company: 1, access_grant: 1 }, other: { path, form: { ...form, stuk: "Iets anders samen" } }, otherAnswers: conflict, keeps: ["Iets anders samen"],
        theirs: { by: "fellow student", first: { path, form: { ...form, ding: [] } }, makes: { travel_company: 1 } } };
    },
    "POST /gezelschap/met/{company}/einde": async (story) => ({ by: "owner", first: { path: `${await invite(story, "owner", "companion from outside", { ding: spare(story, "taken back with its company") })}/einde` }, makes: { travel_company: -1, access_grant: -1 } }),
    "POST /mee/gevraagd/{asked}/later": () => ({ by: "counsellor", first: { path: `/mee/gevraagd/${id()}/later` }, makes: {} }),
    "POST /mee/{company}/kompas": async (story) => ({ by: "companion from outside", first: { path: `/mee/${(await invite(story, "owner", "companion from outside")).slice(-26)}/kompas`, form: { id: id() } }, makes: { asked: 1 } }),
  },
  tables: ["travel_company"],
  async payloads({ who, send, typed, together: several, groups, kept, pages, thing, reader }) {
    for (const at of groups.flat().filter((one) => one % 4 === 0)) {
      const line = typed("gz", at).replaceAll(/[\n\r]/g, " ");
      const { status, headers } = await send("student", "/gezelschap/meenemen", { id: newId(), wie: reader, is: "vriend", stuk: line, tot: "week" });
      if (status === 303) kept.push(`qgz${at}q`);
      if ((await send("student", `/rugzak/${thing}/buiten`, { id: newId(), wie: reader, woorden: typed("bu", at), tot: "" })).status === 303) kept.push(`qbu${at}q`);
      pages.push({ by: "second", path: "/mee", reply: await who.second.get("/mee") });
      if (status !== 303) continue;
      const page = (headers.get("location") ?? "").split("?")[0];
      if (at % 16 === 0) pages.push({ by: "student", path: page, reply: await who.student.get(page) });
      await who.student.post(`${page}/einde`);
    }
    for (const group of groups) {
      const text = several("ga", group), line = text.replaceAll("\n", " ");
      await send("student", "/gezelschap/meenemen", { id: newId(), wie: line, is: line, stuk: line, mag: line, tot: "dag", dag: line, ding: line });
      await send("student", `/rugzak/${thing}/buiten`, { id: newId(), wie: line, woorden: text, tot: "dag", dag: line });
    }
  },
};
