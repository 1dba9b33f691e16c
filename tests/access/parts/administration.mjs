// Who administers the people of a school.
import { nowhere } from "../abouts.mjs";
import { secretWord } from "../canaries.mjs";
import { anyStanding, deed, person, shown } from "../rules.mjs";
import { id } from "../sendings.mjs";

const people = /^(GET|POST|HEAD) \/beheer\/mensen/, onePerson = /^(GET|POST|HEAD) \/beheer\/mensen\/(\{person\}|nieuw)/;
const they = "administrators of that school";

/** @type {import("./index.mjs").Part} */
export const part = {
  rules: {
    "GET /beheer/mensen": shown("administrators"),
    "GET /beheer/mensen/nieuw": shown("administrators"),
    "POST /beheer/mensen/nieuw": deed("administrators"),
    "GET /beheer/mensen/{person}": person(200, anyStanding),
    "POST /beheer/mensen/{person}/rollen": person(303, anyStanding),
    "POST /beheer/mensen/{person}/uitnodigen": person(303, anyStanding),
    "GET /beheer/mensen/{person}/stand": person(200, anyStanding),
    "POST /beheer/mensen/{person}/stand": person(303, anyStanding),
    "GET /beheer/mensen/{person}/code": person(200, ["active"]),
    "POST /beheer/mensen/{person}/code": person(200, ["active"]),
  },
  sights: {
    "name": [{ who: they, on: people }], "user name": [{ who: they, on: people }], "person id": [{ who: they, on: people }],
    "e-mail": [{ who: they, on: onePerson }], "team": [{ who: they, on: onePerson }],
  },
  queries: {
    "GET /beheer/mensen": ({ story }) => ["?zoek=Nour", `?na=${story.who("owner").id}`, `?na=${nowhere}`],
    "GET /beheer/mensen/{person}": () => ["?gedaan=rollen"],
    "GET /beheer/mensen/{person}/stand": () => ["?naar=suspended", "?naar=left", "?naar=active"],
  },
  forms: {
    "POST /beheer/mensen/nieuw": ({ story }) => ({ id: story.who("owner").id, naam: "Iemand", inlognaam: "", email: `${secretWord()}@voorbeeld.nl`, taal: "nl", rol: "student", team: "", nieuw_team: "" }),
    "POST /beheer/mensen/{person}/rollen": () => ({ doen: "erbij", rol: "companion", team: "", nieuw_team: "" }),
    "POST /beheer/mensen/{person}/stand": () => ({ naar: "suspended" }),
  },
  replays: {
    "POST /beheer/mensen/nieuw": () => {
      const form = { id: id(), naam: "Nieuw hier", inlognaam: "nieuwhier", email: "", taal: "nl", rol: "student", team: "", nieuw_team: "" }, path = "/beheer/mensen/nieuw";
      return { by: "second administrator", first: { path, form }, makes: { person: 1, person_role: 1 }, answers: [200, 303] };
    },
    "POST /beheer/mensen/{person}/rollen": (story) => ({ by: "second administrator", first: { path: `/beheer/mensen/${story.who("target").id}/rollen`, form: { doen: "erbij", rol: "analyst", team: "", nieuw_team: "" } }, makes: { person_role: 1 } }),
    "POST /beheer/mensen/{person}/stand": (story) => ({ by: "second administrator", first: { path: `/beheer/mensen/${story.who("desk").id}/stand`, form: { naar: "suspended" } }, makes: {} }),
  },
  repeatable: ["POST /beheer/mensen/{person}/uitnodigen", "POST /beheer/mensen/{person}/code"],
};
