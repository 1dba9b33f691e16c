// What one keeps: the backpack, its pictures, its bin.
import { nowhere } from "../abouts.mjs";
import { byOwner, deed, given, own, ownThing, place, shown, showsOwnThings, thing, thingAsked } from "../rules.mjs";
import { conflict, id, spare, thingOf } from "../sendings.mjs";
import { newId } from "../visitor.mjs";

const pages = /^(GET|POST|HEAD) \/(rugzak|kaart\/\{place\})/, picture = /^GET \/beeld\//;

/** Where the further pages of the backpack begin. @param {import("./index.mjs").Story} story */
const further = (story) => [-22, -40].flatMap((at) => thingOf(story, "owner").at(at)?.id ?? []);

/** @type {import("./index.mjs").Part} */
export const part = {
  rules: {
    "GET /kaart/{place}/bewaren": place("who has own content"),
    "POST /kaart/{place}/bewaren": place("who has own content", 303),
    "GET /rugzak": shown("who reads their own"),
    "GET /rugzak/bewaren": shown("who has own content"),
    "POST /rugzak/bewaren": deed("who has own content"),
    "GET /rugzak/prullenbak": shown("who reads their own"),
    "GET /rugzak/{thing}": ownThing(200, [...own, ...given]),
    "GET /rugzak/{thing}/eerder": ownThing(200, own),
    "GET /rugzak/{thing}/anders": thingAsked(),
    "POST /rugzak/{thing}/anders": thing(303, ["own, kept"]),
    "POST /rugzak/{thing}/weg": ownThing(303, own, 303),
    "POST /rugzak/{thing}/terug": ownThing(303, own),
    "GET /rugzak/{thing}/voorgoed": ownThing(200, own),
    "POST /rugzak/{thing}/voorgoed": ownThing(303, own, 303),
    "GET /beeld/{thing}/{part}": ownThing(200, [...own, ...given]),
  },
  sights: {
    ...showsOwnThings(pages),
    "earlier words": [byOwner(/^GET \/rugzak\/\{thing\}\/eerder$/)],
    "words in the bin": [byOwner(/^GET \/rugzak\/(prullenbak|\{thing\}(\/eerder|\/voorgoed)?)$/)],
    "picture": [byOwner(picture), { who: "who may read that thing", on: picture }],
  },
  queries: {
    "GET /rugzak": ({ story, things }) => ["?zoek=Blauwevinvis", "?zoek=vinvis&plek=wensboom", "?plek=wensboom", "?jaar=1963", "?jaar=2026", "?gedaan=bewaard", `?voor=${things[0].id}`, `?voor=${story.things.at(-3)?.id}`, ...further(story).map((id) => `?voor=${id}`),
      `?voor=${story.things.at(-3)?.id}&zoek=Blauwevinvis`, `?voor=${nowhere}`],
    "GET /rugzak/prullenbak": () => ["?gedaan=weg", "?zoek=Blauwevinvis"],
    "GET /rugzak/{thing}": () => ["?gedaan=anders", "?gedaan=reactie", "?weergave=lijst"],
    "GET /beeld/{thing}/{part}": () => ["?maat=klein", "?maat=midden", "?maat=onzin"],
  },
  forms: {
    "POST /kaart/{place}/bewaren": ({ id: of, things }) => ({ id: of(things[1].id), woorden: "Iets van mij" }),
    "POST /rugzak/bewaren": ({ id: of, things }) => ({ id: of(things[0].id), woorden: "Nog iets van mij" }),
    "POST /rugzak/{thing}/anders": ({ things }) => ({ id: newId(), gezien: "", woorden: "Door mij veranderd", ...Object.fromEntries(things[0].parts.flatMap((part) => [[`weg-${part}`, "ja"], [`beschrijving-${part}`, "van mij"]])) }),
  },
  own: (story, { part }) => thingOf(story, part).slice(0, 1).map((one) => ({ route: "POST /rugzak/{thing}/anders", values: { thing: one.id }, form: { id: newId(), gezien: "", woorden: "Zelf veranderd" }, state: "kept" })),
  away: (story, { part }) => thingOf(story, part).slice(0, 1).flatMap((one) => [["weg", "kept"], ["terug", "in the bin"], ["weg", "kept"], ["voorgoed", "in the bin"]]
    .map(([step, state]) => ({ route: `POST /rugzak/{thing}/${step}`, values: { thing: one.id }, state }))),
  replays: {
    "POST /rugzak/bewaren": () => {
      const form = { id: id(), woorden: "Eén keer bewaard" }, path = "/rugzak/bewaren";
      return { by: "owner", first: { path, form }, makes: { kept_thing: 1 }, other: { path, form: { ...form, woorden: "Iets heel anders" } }, otherAnswers: conflict, keeps: ["Eén keer bewaard", "Iets heel anders"],
        theirs: { by: "fellow student", makes: { kept_thing: 1 } } };
    },
    "POST /kaart/{place}/bewaren": () => {
      const form = { id: id(), woorden: "Hier bewaard", tekening: "640 480\ninkt 4 10 10 20 20 30 10" }, path = "/kaart/mirador/bewaren";
      return { by: "owner", first: { path, form }, makes: { kept_thing: 1, kept_part: 1 }, other: { path, form: { ...form, woorden: "Toch iets anders" } }, otherAnswers: conflict, keeps: ["Hier bewaard", "Toch iets anders"],
        theirs: { by: "fellow student", makes: { kept_thing: 1, kept_part: 1 } } };
    },
    "POST /rugzak/{thing}/anders": (story) => {
      const form = { id: id(), gezien: "", woorden: "Eén keer veranderd" }, path = `/rugzak/${spare(story, "changed")}/anders`;
      return { by: "owner", first: { path, form }, makes: { kept_version: 1 }, other: { path, form: { ...form, woorden: "Onder hetzelfde nummer anders" } }, otherAnswers: conflict,
        keeps: ["Eén keer veranderd", "Onder hetzelfde nummer anders"],
        theirs: { by: "fellow student", first: { path: `/rugzak/${thingOf(story, "fellow student")[0].id}/anders`, form }, makes: { kept_version: 1 } } };
    },
    "POST /rugzak/{thing}/weg": (story) => ({ by: "owner", first: { path: `/rugzak/${spare(story, "thrown away")}/weg` }, makes: {} }),
    "POST /rugzak/{thing}/terug": async (story) => {
      await story.who("owner").visitor.post(`/rugzak/${spare(story, "taken out")}/weg`);
      return { by: "owner", first: { path: `/rugzak/${spare(story, "taken out")}/terug` }, makes: {}, answers: [303, 404] };
    },
    "POST /rugzak/{thing}/voorgoed": async (story) => {
      await story.who("owner").visitor.post(`/rugzak/${spare(story, "removed")}/weg`);
      return { by: "owner", first: { path: `/rugzak/${spare(story, "removed")}/voorgoed` }, makes: { kept_thing: -1 } };
    },
  },
};
