// The map and its places.
import { place, shown } from "../rules.mjs";

/** @type {import("./index.mjs").Part} */
export const part = {
  rules: {
    "GET /kaart": shown("who may see the map"),
    "GET /kaart/tekening/{file}": { for: "who may see the map", about: "drawing", opens: ["of the map"], answers: 200 },
    "GET /kaart/{place}": place("who may see the map"),
  },
  queries: {
    "GET /kaart": () => ["?tot=1961", "?tot=2026", "?zoek=Blauwevinvis", "?weergave=lijst", "?zoom=2"],
    "GET /kaart/{place}": ({ story, stays }) => ["?gedaan=bewaard", `?gedaan=hier&bezoek=${stays[0].id}`, `?gedaan=was&bezoek=${story.stays.at(-2)?.id}`, "?tot=1961"],
  },
};
