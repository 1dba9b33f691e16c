// The page on which a day begins, and what lies beside the trail: of the traveller, for the traveller alone.
import { byOwner, showsOwnThings } from "../rules.mjs";

const home = /^(GET|HEAD) \/$/, trail = /^(GET|HEAD) \/(reis|kaart)$/, both = /^(GET|HEAD) \/(reis|kaart)?$/;

/** What is written lies beside the trail, on /reis and in the list of the map; a wish comes back at home. */
const beside = Object.fromEntries(["bearing words", "insight words", "answer words", "post words", "telling id"].map((what) => [what, [byOwner(trail)]]));

/** @type {import("./index.mjs").Part} */
export const part = {
  // Signed out one goes on to the map; who only travels along with others goes to them.
  rules: { "GET /": { for: "who may see the map", answers: 303, inside: 200, or: 303 } },
  sights: {
    ...beside,
    ...showsOwnThings(home),
    "wish words": [byOwner(both)],
    "record id": [byOwner(both)],
    "stay id": [byOwner(home)],
    "name": [{ who: "who is in their team", on: home }, { who: "who knows them", on: home }],  // of who asks
    "asked words": [{ who: "who was asked", on: home }],
    "thing id": [byOwner(home), { who: "who was asked", on: home }],
  },
  queries: { "GET /": () => ["?gedaan=bewaard", "?zoek=Blauwevinvis"] },
};
