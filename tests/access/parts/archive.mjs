// Meenemen: all of one's own, packed and fetched once more.
import { unmade } from "../abouts.mjs";
import { byOwner, deed, shown, takenAlong } from "../rules.mjs";
import { id } from "../sendings.mjs";
import { newId } from "../visitor.mjs";

/** @typedef {import("./index.mjs").Story} Story */
/** Packed and there. @typedef {{id: string, keeper: string, school: string}} Taking */

/** @param {Story} story @returns {Taking[]} */
const takings = (story) => story.made("takings");

/** Asks for an archive, and looks as often as the page says until it is packed. @param {Story} story @param {import("../story.mjs").Person} person */
export async function takeAlong(story, person) {
  const { headers } = await person.visitor.post("/meenemen", { id: newId() }), page = headers.get("location") ?? "";
  const looks = async () => {
    const { text, headers: told } = await person.visitor.get(page), after = Number(told.get("refresh"));
    if (text.includes("/reis.zip")) return;
    if (!(after > 0)) throw new Error(`${page} says nothing more`);
    await new Promise((resolve) => { setTimeout(resolve, after * 1000); });
    await looks();
  };
  await looks();
  const taking = { id: page.slice("/meenemen/".length), keeper: person.part, school: person.school };
  story.canaries.add(taking.id, "taking id", person.part);
  takings(story).push(taking);
}

/** @type {import("./index.mjs").Part} */
export const part = {
  rules: {
    "GET /meenemen": shown("who reads their own"),
    "POST /meenemen": deed("who reads their own"),
    "GET /meenemen/{taking}": { for: "who reads their own", about: "taking", opens: ["own, made"], answers: 200, absent: 303 },
    "GET /meenemen/{taking}/reis.zip": { for: "who reads their own", about: "taking", opens: ["own, made"], answers: 200 },
  },
  sights: Object.fromEntries(["words", "loose words", "words on a further page", "earlier words", "description", "moment", "thing id", "part id", "stay id", "reaction", "taking id"].map((what) => [what, [byOwner(takenAlong)]])),
  tell: (story) => takeAlong(story, story.who("student of another team")),  // who removes nothing, which would end it
  abouts: {
    taking: ({ story }) => [...takings(story).map(({ id, keeper, school }) => ({ kind: "taking", name: `what ${keeper} takes along`, values: { taking: id }, keeper, school, state: "made", always: true })), ...unmade("taking", "taking")],
  },
  queries: { "GET /meenemen": () => ["?gedaan=voorbij"] },
  unsent: { "POST /meenemen": (story, { part }) => part === "owner" || takings(story).some(({ keeper }) => keeper === part) },  // a new one ends the one before
  replays: { "POST /meenemen": () => ({ by: "counsellor", first: { path: "/meenemen", form: { id: id() } }, makes: { taking: 1 }, theirs: { by: "fellow student", makes: { taking: 1 } } }) },
  tables: ["taking"],
};
