// Being somewhere, and having been there.
import { byOwner, place, shown, stay } from "../rules.mjs";
import { id } from "../sendings.mjs";

const pages = /^(GET|HEAD|POST) \/(reis|kaart)/;

/** @type {import("./index.mjs").Part} */
export const part = {
  rules: {
    "POST /kaart/{place}/hier": place("who has own content", 303),
    "POST /kaart/{place}/verder": place("who has own content", 303, 303),
    "GET /kaart/{place}/was-hier": place("who has own content"),
    "POST /kaart/{place}/was-hier": place("who has own content", 303),
    "GET /reis": shown("who reads their own"),
    "GET /reis/{visit}/weg": stay(200),
    "POST /reis/{visit}/weg": stay(303, 303),
    "POST /reis/{visit}/terug": stay(303, 303, "who has own content"),
  },
  sights: { "stay id": [byOwner(pages)], "moment": [byOwner(pages)] },
  queries: {
    "GET /reis": () => ["?tot=1961", "?tot=2026", "?gedaan=weg"],
  },
  forms: {
    "POST /kaart/{place}/hier": ({ id: of, stays }) => ({ id: of(stays[0].id) }),
    "POST /kaart/{place}/was-hier": ({ id: of, stays }) => ({ id: of(stays[1].id), wanneer: "zomer 2021" }),
    "POST /reis/{visit}/terug": ({ stays }) => ({ plek: "wensboom", einde: stays.findLast(({ ends }) => ends)?.ends ?? "1700000000000" }),
  },
  away: (story, { part }) => story.stays.filter(({ keeper, state }) => keeper === part && state === "made").slice(0, 1).flatMap(({ id: visit }) => [
    { route: "POST /reis/{visit}/terug", values: { visit }, form: { plek: "wensboom", einde: "1700000000000" }, state: "made" },
    { route: "POST /reis/{visit}/weg", values: { visit }, state: "made" }]),
  replays: {
    "POST /kaart/{place}/hier": () => ({ by: "owner", first: { path: "/kaart/haven/hier", form: { id: id() } }, makes: { place_visit: 1 }, theirs: { by: "fellow student", makes: { place_visit: 1 } } }),
    "POST /kaart/{place}/was-hier": () => {
      const form = { id: id(), wanneer: "zomer 1991" }, path = "/kaart/haven/was-hier";
      return { by: "owner", first: { path, form }, makes: { place_visit: 1 }, theirs: { by: "fellow student", makes: { place_visit: 1 } } };
    },
    "POST /kaart/{place}/verder": () => ({ by: "owner", first: { path: "/kaart/wensboom/verder" }, makes: {} }),
    "POST /reis/{visit}/weg": (story) => ({ by: "fellow student", first: { path: `/reis/${story.stays.find(({ keeper }) => keeper === "fellow student")?.id}/weg` }, makes: { place_visit: -1 } }),
    "POST /reis/{visit}/terug": (story) => {
      const stay = story.stays.findLast(({ keeper, ends, state }) => keeper === "owner" && ends && state === "made");
      return { by: "owner", first: { path: `/reis/${stay?.id}/terug`, form: { plek: stay?.place ?? "", einde: stay?.ends ?? "" } }, makes: {} };
    },
  },
};
