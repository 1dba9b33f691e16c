// Talenten: what fits somebody, hung in a tree, a house or a raft. Nobody else gets it to see.
import { unmade } from "../abouts.mjs";
import { byOwner, deed, shown, showsOwnThings } from "../rules.mjs";
import { conflict, id, letGo, spare, thingOf } from "../sendings.mjs";
import { newId } from "../visitor.mjs";

/** @typedef {import("./index.mjs").Story} Story */

const kind = "competences", page = /^(GET|POST|HEAD) \/talenten/;

/** @type {import("../records.mjs").Kind} */
const drawing = {
  kind, words: "talent words", page: "/talenten", single: true, on: page,
  async make({ send, id: hung, seen, text, line }) {
    await send("/talenten/hangen", { id: hung, gezien: seen, woord: line(60), hoe: text(), toont: "capaciteiten", plek: "ladder" });
    const heart = newId();
    await send("/talenten/hart", { id: heart, gezien: hung, hart: text() });
    return heart;
  },
  async change({ send, id: change, record, seen, text, line }) {
    await send(`/talenten/hangt/${record}`, { id: change, gezien: seen, woord: line(60), hoe: text() });
    const heart = newId();
    await send("/talenten/hart", { id: heart, gezien: change, hart: text() });
    return heart;
  },
};

/** What hangs in each drawing: the first word bears the id of the drawing itself. @param {Story} story */
const hangings = (story) => story.records.filter((record) => record.kind === kind);

/** @param {import("./index.mjs").Given} given */
const first = ({ record }) => record(kind);

/** A drawing of theirs with one word in it, that no other line made. @param {Story} story */
async function drawn(story) {
  const record = id();
  await letGo(story, kind, "owner", "fellow student");
  const { visitor } = story.who("owner");
  const there = /\/eigen\/(\w{26})\/weg/.exec((await visitor.get("/talenten")).text)?.[1];
  if (there) await visitor.post(`/eigen/${there}/weg`);
  await visitor.post("/talenten/hangen", { id: record, gezien: "", woord: "Eén woord", plek: "gras" });
  return record;
}

/** Each changes the one drawing: who sends several on an older one is asked. */
const drawn_anew = { for: "who has own content", answers: 303, or: 409 };

/** @type {import("./index.mjs").Part} */
export const part = {
  rules: {
    "GET /talenten": shown("who reads their own"),
    "POST /talenten": drawn_anew,
    "GET /talenten/tekening": shown("who has own content"),
    "POST /talenten/tekening": drawn_anew,
    "GET /talenten/hangen": { ...shown("who has own content"), or: 404 },  // of what is not theirs
    "POST /talenten/hangen": drawn_anew,
    "GET /talenten/hangt/{hung}": { for: "who has own content", about: "hung", opens: ["own, kept"], answers: 200 },
    "POST /talenten/hangt/{hung}": { for: "who has own content", about: "hung", opens: ["own, kept"], answers: 303 },
    "GET /talenten/hart": shown("who has own content"),
    "POST /talenten/hart": drawn_anew,
    "GET /talenten/vertel": { for: "who has own content", about: "own drawing", opens: ["own, kept"], answers: 200, absent: 303 },
    "POST /talenten/vertel": deed("who has own content"),
  },
  kinds: [drawing],
  sights: [showsOwnThings(page), { "insight words": [byOwner(page)] }],
  abouts: {
    hung: ({ story }) => [...hangings(story).map(({ id: hung, keeper, school, state }) => ({ kind: "hung", name: `what ${keeper} hung, ${state}`, values: { hung }, keeper, school, state })), ...unmade("hung", "hung")],
    "own drawing": ({ story, asker }) => [{ kind: "own drawing", name: "their own", values: {}, keeper: asker, school: story.people.get(asker)?.school ?? "", state: story.record(kind, asker) ? "kept" : "none" }],
  },
  unnoticed: ["GET /talenten/vertel"],  // names nobody
  queries: {
    "GET /talenten": () => ["?gedaan=anders"],
    "GET /talenten/hangen": ({ things, caller }) => [...(caller.part === "owner" ? [`?ding=${things[1].id}`] : []), "?eigen=ja", `?voor=${things[0].id}`],
  },
  borrowed: ["/talenten/hangen?voor=", "/talenten/hangen?ding="],
  forms: {
    "POST /talenten": (given) => ({ id: newId(), gezien: given.seen(kind), [`x-${first(given)}`]: "300", [`y-${first(given)}`]: "400" }),
    "POST /talenten/tekening": ({ seen }) => ({ id: newId(), gezien: seen(kind), tekening: "house" }),
    "POST /talenten/hangen": ({ seen, id: made }) => ({ id: made(newId()), gezien: seen(kind), woord: "Van mij", hoe: "Zo gaat het", plek: "gras" }),
    "POST /talenten/hangt/{hung}": ({ seen }) => ({ id: newId(), gezien: seen(kind), hoe: "Anders verteld" }),
    "POST /talenten/hart": ({ seen }) => ({ id: newId(), gezien: seen(kind), hart: "Wat mij beweegt" }),
    "POST /talenten/vertel": () => ({ id: newId(), titel: "Zo hangt het", hart: "ja" }),
  },
  replays: {
    "POST /talenten": async (story) => {
      const record = await drawn(story), form = { id: id(), gezien: record, [`x-${record}`]: "300", [`y-${record}`]: "400" };
      return { by: "owner", first: { path: "/talenten", form }, makes: { own_record_version: 1 }, other: { path: "/talenten", form: { ...form, [`x-${record}`]: "301" } }, otherAnswers: conflict };
    },
    "POST /talenten/tekening": async (story) => {
      const record = await drawn(story), path = "/talenten/tekening", form = { id: id(), gezien: record, tekening: "raft" };
      return { by: "owner", first: { path, form }, makes: { own_record_version: 1 }, other: { path, form: { ...form, tekening: "house" } }, otherAnswers: conflict };
    },
    "POST /talenten/hangen": async (story) => {
      const record = await drawn(story), path = "/talenten/hangen", form = { id: id(), gezien: record, ding: spare(story, "hung"), hoe: "Eén keer opgehangen", plek: "ladder" };
      return { by: "owner", first: { path, form }, makes: { own_record_version: 1, own_link: 1 }, other: { path, form: { ...form, hoe: "Heel anders opgehangen" } }, otherAnswers: conflict, keeps: ["Eén keer opgehangen", "Heel anders opgehangen"],
        theirs: { by: "fellow student", first: { path, form: { ...form, gezien: "", ding: thingOf(story, "fellow student")[0].id } }, makes: { own_record: 1, own_link: 1 } } };
    },
    "POST /talenten/hangt/{hung}": async (story) => {
      const record = await drawn(story), path = `/talenten/hangt/${record}`, form = { id: id(), gezien: record, hoe: "Eén keer verteld hoe" };
      return { by: "owner", first: { path, form }, makes: { own_record_version: 1 }, other: { path, form: { ...form, hoe: "Anders verteld hoe" } }, otherAnswers: conflict, keeps: ["Eén keer verteld hoe", "Anders verteld hoe"] };
    },
    "POST /talenten/hart": async (story) => {
      const record = await drawn(story), path = "/talenten/hart", form = { id: id(), gezien: record, hart: "Eén keer van harte" };
      return { by: "owner", first: { path, form }, makes: { own_record_version: 1 }, other: { path, form: { ...form, hart: "Anders van harte" } }, otherAnswers: conflict, keeps: ["Eén keer van harte", "Anders van harte"] };
    },
    "POST /talenten/vertel": async (story) => {
      await drawn(story);
      const path = "/talenten/vertel", form = { id: id(), titel: "Eén keer een tekening" };
      return { by: "owner", first: { path, form }, makes: { telling: 1, telling_part: 1 }, other: { path, form: { ...form, titel: "Nog een tekening" } }, otherAnswers: 422, keeps: ["Nog een tekening"] };
    },
  },
};
