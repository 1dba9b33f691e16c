// Who knows whom: codes that are shown or mailed, a yes, and an end to it.
import { acquaintance, code, deed, knowing, refused, shown } from "../rules.mjs";

const codePage = / \/kennismaken\/\{code\}(\/account)?$/;

/** @type {import("./index.mjs").Part} */
export const part = {
  rules: {
    "GET /mij/kennissen": shown("who has own content"),
    "POST /mij/kennissen/code": shown("who has own content"),
    "POST /mij/kennissen/uitnodigen": refused("who may invite from outside"),  // without an address
    "GET /mij/kennissen/{person}/einde": acquaintance(200),
    "POST /mij/kennissen/{person}/einde": acquaintance(303, 303),
    "POST /kennismaken": deed("who has own content"),
    "GET /kennismaken/{code}": { ...code("who is signed in", ["a code, shown, waiting", "a code, mailed, waiting"]), openFor: { "a code, mailed, waiting": "everyone" } },
    "POST /kennismaken/{code}": code("who has own content", ["of an acquaintance, used"], 303),  // who knows them already is told so
    "POST /kennismaken/{code}/account": code("everyone", ["a code, mailed, waiting"], 422),  // with a password that is too short
  },
  sights: {
    "contact code": [{ who: "who made it", on: /^POST \/mij\/kennissen\/code$/ }],
    "invited name": [{ who: "who made it", on: knowing }, { who: "who holds the link", on: codePage }],
    "invited address": [{ who: "who made it", on: knowing }, { who: "who holds the link", on: codePage }],
    "name": [{ who: "who holds the link", on: codePage }, { who: "who knows them", on: knowing }],
    "person id": [{ who: "who knows them", on: knowing }],
  },
  unsent: { "POST /mij/kennissen/code": (story, { part }) => story.shares.some(({ keeper }) => keeper === part) },  // it ends the one before
  queries: {
    "GET /mij/kennissen": () => ["?gedaan=kennis", "?gedaan=post", "?gedaan=einde"],
  },
  forms: {
    "POST /kennismaken": () => ({ code: "ABCD-EFGH-JKMN-PQRS" }),
    "POST /kennismaken/{code}/account": () => ({ heet: "Iemand", wachtwoord: "kort" }),
  },
  replays: {
    "POST /kennismaken": () => ({ by: "owner", first: { path: "/kennismaken", form: { code: "ABCD-EFGH-JKMN-PQRS" } }, makes: {} }),
    "POST /kennismaken/{code}": (story) => ({ by: "companion", first: { path: `/kennismaken/${story.codes.find(({ state, address }) => state === "waiting" && address === undefined)?.code}` }, makes: { acquaintance: 1 } }),
    "POST /kennismaken/{code}/account": (story) => ({ by: "", first: { path: `/kennismaken/${story.codes.find(({ state, address }) => state === "waiting" && address !== undefined)?.code}/account`,
      form: { heet: "Iemand van buiten", wachtwoord: "een lange zin voor buiten" } }, makes: { person: 1, acquaintance: 1, person_role: 1 }, answers: [200, 303, 404] }),
    "POST /mij/kennissen/{person}/einde": (story) => ({ by: "owner", first: { path: `/mij/kennissen/${story.who("target").id}/einde` }, makes: { acquaintance: -1, access_grant: -1 } }),
    "POST /mij/kennissen/uitnodigen": () => ({ by: "owner", first: { path: "/mij/kennissen/uitnodigen", form: { naam: "Oom Wim", email: "oom.wim@voorbeeld.nl" } }, makes: { acquaintance_code: 1 } }),
    "POST /mij/kennissen/code": () => ({ by: "counsellor", first: { path: "/mij/kennissen/code" }, makes: { "acquaintance_code that is open": 1 }, answers: [200] }),  // each ends the one before
  },
};
