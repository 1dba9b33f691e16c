// What all own records have together, whatever their kind.
import { own, record } from "../rules.mjs";
import { id, spare } from "../sendings.mjs";

/** One of the owner's that no other line touches: an insight stands for them. @param {import("./index.mjs").Story} story */
async function spareRecord(story) {
  const made = id();
  await story.who("owner").visitor.post(`/rugzak/${spare(story, "insight")}/inzicht`, { id: made, gebeurd: "Zo begon het" });
  return made;
}

/** @type {import("./index.mjs").Part} */
export const part = {
  rules: {
    "GET /eigen/{record}": { ...record(303), answersTo: { "own, in the bin": 200 } },  // to its own page; from the bin there is none
    "GET /eigen/{record}/eerder": record(200),
    "POST /eigen/{record}/weg": record(303, own, 303),
    "POST /eigen/{record}/terug": record(303),
    "GET /eigen/{record}/voorgoed": record(200),
    "POST /eigen/{record}/voorgoed": record(303, own, 303),
  },
  away: (story, { part }) => story.records.filter(({ keeper, state }) => keeper === part && state === "kept").filter(({ kind }, at, all) => all.findIndex((one) => one.kind === kind) === at)
    .flatMap(({ id: record }) => [["weg", "kept"], ["terug", "in the bin"], ["weg", "kept"], ["voorgoed", "in the bin"]].map(([step, state]) => ({ route: `POST /eigen/{record}/${step}`, values: { record }, state }))),
  replays: {
    "POST /eigen/{record}/weg": async (story) => ({ by: "owner", first: { path: `/eigen/${await spareRecord(story)}/weg` }, makes: {} }),
    "POST /eigen/{record}/terug": async (story) => {
      const made = await spareRecord(story);
      await story.who("owner").visitor.post(`/eigen/${made}/weg`);
      return { by: "owner", first: { path: `/eigen/${made}/terug` }, makes: {} };
    },
    "POST /eigen/{record}/voorgoed": async (story) => ({ by: "owner", first: { path: `/eigen/${await spareRecord(story)}/voorgoed` }, makes: { own_record: -1, own_link: -1 } }),
  },
};
