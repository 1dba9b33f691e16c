// Meenemen: all of one's own, packed and fetched once more. Meebrengen: a journey from elsewhere, which comes in pieces.
import { unmade } from "../abouts.mjs";
import { byOwner, deed, refused, shown, takenAlong } from "../rules.mjs";
import { id } from "../sendings.mjs";
import { newId } from "../visitor.mjs";

/** @typedef {import("./index.mjs").Story} Story */
/** Packed and there. @typedef {{id: string, keeper: string, school: string}} Taking */

const broughtIn = /^(GET|POST|HEAD) \/meebrengen/;

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

/** Begun, and nothing of it is here yet. @typedef {{id: string, keeper: string, school: string}} Bringing */
/** @param {Story} story @returns {Bringing[]} */
const bringings = (story) => story.made("bringings");

/** @param {Story} story @param {import("../story.mjs").Person} person */
export async function beginToBring(story, person) {
  const made = newId();
  await person.visitor.post("/meebrengen/begin", { id: made, naam: `${story.canaries.make("bringing name", person.part)}.zip`, bytes: "100" });
  story.canaries.add(made, "bringing id", person.part);
  bringings(story).push({ id: made, keeper: person.part, school: person.school });
}

const bringing = (/** @type {number} */ answers, absent = 303) => ({ for: "who has own content", about: "bringing", opens: ["own, made"], answers, absent });

/** @type {import("./index.mjs").Part} */
export const part = {
  rules: {
    "GET /meenemen": shown("who reads their own"),
    "POST /meenemen": deed("who reads their own"),
    "GET /meenemen/{taking}": { for: "who reads their own", about: "taking", opens: ["own, made"], answers: 200, absent: 303 },
    "GET /meenemen/{taking}/reis.zip": { for: "who reads their own", about: "taking", opens: ["own, made"], answers: 200 },
    "GET /meebrengen": shown("who has own content"),
    "POST /meebrengen": refused("who has own content"),  // with no file
    "POST /meebrengen/begin": { ...deed("who has own content"), or: 409 },  // while there is one
    "GET /meebrengen/{bringing}": bringing(200),
    "POST /meebrengen/{bringing}/stuk/{n}": bringing(422, 404),  // with nothing in it
    "POST /meebrengen/{bringing}/kijk": bringing(303),
    "POST /meebrengen/{bringing}/uitpakken": bringing(303),
    "POST /meebrengen/{bringing}/weg": bringing(303),
  },
  sights: [Object.fromEntries(["words", "loose words", "words on a further page", "earlier words", "description", "moment", "thing id", "part id", "stay id", "reaction", "taking id"].map((what) => [what, [byOwner(takenAlong)]])), { "bringing name": [byOwner(broughtIn)], "bringing id": [byOwner(broughtIn)] }],
  async tell(story) {
    await takeAlong(story, story.who("student of another team"));  // who removes nothing, which would end it
    await beginToBring(story, story.who("fellow student"));
  },
  abouts: {
    taking: ({ story }) => [...takings(story).map(({ id, keeper, school }) => ({ kind: "taking", name: `what ${keeper} takes along`, values: { taking: id }, keeper, school, state: "made", always: true })), ...unmade("taking", "taking")],
    bringing: ({ story }) => [...bringings(story).map(({ id, keeper, school }) => ({ kind: "bringing", name: `what ${keeper} brings in`, values: { bringing: id, n: "0" }, keeper, school, state: "made", always: true })),
      ...unmade("bringing", "bringing").map((about) => ({ ...about, values: { ...about.values, n: "0" } }))],
  },
  queries: { "GET /meenemen": () => ["?gedaan=voorbij"], "GET /meebrengen": () => ["?gedaan=voorbij", "?gedaan=weg"] },
  forms: {
    "POST /meebrengen": () => ({ id: newId() }),
    "POST /meebrengen/begin": ({ id: made }) => ({ id: made(newId()), naam: "reis.zip", bytes: "100" }),
    "POST /meebrengen/{bringing}/stuk/{n}": () => ({ id: newId(), sha256: "0".repeat(64) }),
    "POST /meebrengen/{bringing}/kijk": () => ({ id: newId() }),
    "POST /meebrengen/{bringing}/uitpakken": () => ({ id: newId() }),
    "POST /meebrengen/{bringing}/weg": () => ({ id: newId() }),
  },
  own: (story, { part: of }) => bringings(story).filter(({ keeper }) => keeper === of).flatMap(({ id: made }) => ["stuk/{n}", "kijk", "uitpakken"].map((deed) => (
    { route: `POST /meebrengen/{bringing}/${deed}`, values: { bringing: made, n: "0" }, form: { id: newId() }, state: "made" }))),
  away: (story, { part: of }) => bringings(story).filter(({ keeper }) => keeper === of).map(({ id: made }) => ({ route: "POST /meebrengen/{bringing}/weg", values: { bringing: made }, form: { id: newId() }, state: "made" })),
  unsent: { "POST /meenemen": (story, { part }) => part === "owner" || takings(story).some(({ keeper }) => keeper === part) },  // a new one ends the one before
  replays: {
    "POST /meenemen": () => ({ by: "counsellor", first: { path: "/meenemen", form: { id: id() } }, makes: { taking: 1 }, theirs: { by: "fellow student", makes: { taking: 1 } } }),
    "POST /meebrengen": () => ({ by: "counsellor", first: { path: "/meebrengen", form: { id: id() } }, makes: {}, answers: [422] }),
    "POST /meebrengen/begin": () => ({ by: "counsellor", first: { path: "/meebrengen/begin", form: { id: id(), naam: "reis.zip", bytes: "100" } }, makes: { bringing: 1 }, theirs: { by: "owner", makes: { bringing: 1 } } }),
  },
  repeatable: ["stuk/{n}", "kijk", "uitpakken", "weg"].map((deed) => `POST /meebrengen/{bringing}/${deed}`),
  unnoticed: ["stuk/{n}", "kijk", "uitpakken"].map((deed) => `POST /meebrengen/{bringing}/${deed}`),  // it is not whole, so nothing changes: BringingIn stands for them
  tables: ["taking", "bringing"],
  async payloads({ send, typed, who, groups, kept, pages: shownOn }) {
    for (const at of groups.flat().filter((one) => typed("mb", one).length <= 110).slice(0, 12)) {
      const made = newId();
      if ((await send("student", "/meebrengen/begin", { id: made, naam: typed("mb", at), bytes: "100" })).status !== 303) continue;
      kept.push(`qmb${at}q`);
      const page = await who.student.get(`/meebrengen/${made}`);
      shownOn.push({ by: "student", path: `/meebrengen/${made}`, reply: page });
      await send("student", `/meebrengen/${made}/weg`, { id: newId() });
    }
  },
};
