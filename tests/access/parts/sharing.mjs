// Giving something to somebody, reading what was given, and saying something back.
import { besideShared, byOwner, deed, mineToUndo, myShares, saysWhoSeesIt, sharedWithMe, sharing, shown, showsOwnThings, thing } from "../rules.mjs";
import { conflict, id, spare, thingOf } from "../sendings.mjs";
import { newId } from "../visitor.mjs";

const page = /^(GET|HEAD) \/rugzak\/\{thing\}$/;
const change = /^(GET|POST|HEAD) \/rugzak\/\{thing\}\/anders$/;

/** A kept thing that the counsellor may react to. @param {import("./index.mjs").Story} story */
const toReact = (story) => story.shares.find(({ may, with: reader, state, thing }) => may === "react" && reader === "counsellor" && state === "open" && story.mayRead(reader, thing) && story.things.some(({ id }) => id === thing));

/** How many they gave. @param {import("./index.mjs").Story} story @param {string} part */
const grantsOf = (story, part) => story.town.rows().filter((row) => row.startsWith("access_grant ") && row.includes(`"owner":"${story.who(part).id}"`)).length;

/** @type {import("./index.mjs").Part} */
export const part = {
  rules: {
    "GET /wie-ziet-wat": shown("everyone"),
    "GET /rugzak/{thing}/deel": thing(200, ["own, kept"]),
    "POST /rugzak/{thing}/deel": thing(303, ["own, kept"]),
    "POST /rugzak/{thing}/reactie": thing(303, ["shared to react, kept"]),  // and not to one's own
    "GET /deel/{kind}/{thing}": thing(200, ["own, kept"]),  // the same for every kind; a kept thing has both addresses
    "POST /deel/{kind}/{thing}": thing(303, ["own, kept"]),
    "POST /deel/{kind}/{thing}/reactie": thing(303, ["shared to react, kept"]),
    "POST /reacties/{reaction}/weg": mineToUndo("reaction"),
    "GET /delen": shown("who has own content"),
    "POST /delen/terug": deed("who has own content"),
    "POST /delen/{grant}/terug": mineToUndo("grant"),
  },
  sights: [showsOwnThings(/^(GET|POST|HEAD) \/deel/), besideShared(page), saysWhoSeesIt(change), {
    "words": [byOwner(myShares), { who: "who may read that thing", on: page }],
    "description": [byOwner(myShares), { who: "who may read that thing", on: page }],
    "moment": [byOwner(myShares), { who: "who may read that thing", on: page }],
    "thing id": [byOwner(myShares), { who: "who may read that thing", on: page }, { who: "who may read something", on: sharedWithMe }],
    "part id": [byOwner(myShares), { who: "who may read that thing", on: page }],
    "grant id": [byOwner(myShares)],
    "name": [{ who: "who is in their team", on: sharing }, { who: "who knows them", on: sharing }, { who: "who may read something", on: sharedWithMe }, { who: "who counsels them", on: sharedWithMe },
      { who: "who gives them something", on: myShares }],
    "person id": [{ who: "who is in their team", on: sharing }, { who: "who knows them", on: sharing }],
  }],
  unsent: { "POST /delen/terug": (story, { part }) => story.shares.some(({ keeper }) => keeper === part) },  // it would end what the story gave
  queries: {
    "GET /delen": () => ["?gedaan=terug"],
  },
  forms: {
    "POST /rugzak/{thing}/deel": ({ story }) => ({ id: newId(), wie: [story.who("counsellor").id, story.who("student of another team").id], mag: "reageren", tot: "" }),
    "POST /rugzak/{thing}/reactie": () => ({ id: newId(), woorden: "Wat een mooi verhaal", symbool: "hart" }),
    "POST /deel/{kind}/{thing}": ({ story }) => ({ id: newId(), wie: [story.who("counsellor").id, story.who("student of another team").id], mag: "reageren", tot: "" }),
    "POST /deel/{kind}/{thing}/reactie": () => ({ id: newId(), woorden: "Wat een mooi verhaal", symbool: "hart" }),
  },
  replays: {
    "POST /rugzak/{thing}/deel": (story) => {
      const path = `/rugzak/${spare(story, "shared")}/deel`, form = { id: id(), wie: story.who("counsellor").id, mag: "lezen" };
      return { by: "owner", first: { path, form }, makes: { access_grant: 1 }, theirs: { by: "fellow student", first: { path: `/rugzak/${thingOf(story, "fellow student")[0].id}/deel`, form }, makes: { access_grant: 1 } } };
    },
    "POST /rugzak/{thing}/reactie": (story) => {
      const share = toReact(story);
      const path = `/rugzak/${share?.thing}/reactie`, form = { id: id(), woorden: "Eén keer gezegd" };
      return { by: "counsellor", first: { path, form }, makes: { kept_reaction: 1 }, other: { path, form: { ...form, woorden: "Nog iets gezegd" } }, otherAnswers: conflict, keeps: ["Nog iets gezegd"],
        theirs: { by: "fellow student", makes: { kept_reaction: 1 } } };
    },
    "POST /deel/{kind}/{thing}": (story) => {
      const path = `/deel/rugzak/${spare(story, "shared by its kind")}`, form = { id: id(), wie: story.who("counsellor").id, mag: "lezen" };
      return { by: "owner", first: { path, form }, makes: { access_grant: 1 } };
    },
    "POST /deel/{kind}/{thing}/reactie": (story) => {
      const share = toReact(story);
      const path = `/deel/rugzak/${share?.thing}/reactie`, form = { id: id(), woorden: "Eén keer langs de andere weg" };
      return { by: "counsellor", first: { path, form }, makes: { kept_reaction: 1 }, other: { path, form: { ...form, woorden: "Nog iets langs die weg" } }, otherAnswers: conflict, keeps: ["Nog iets langs die weg"] };
    },
    "POST /reacties/{reaction}/weg": (story) => ({ by: "counsellor", first: { path: `/reacties/${story.reactions.find(({ author }) => author === "counsellor")?.id}/weg` }, makes: { kept_reaction: -1 } }),
    "POST /delen/{grant}/terug": (story) => ({ by: "owner", first: { path: `/delen/${story.shares.find(({ keeper, state, with: reader }) => keeper === "owner" && state === "open" && reader === "desk")?.grant}/terug` }, makes: { access_grant: -1 } }),
    "POST /delen/terug": (story) => ({ by: "fellow student", first: { path: "/delen/terug" }, makes: { access_grant: -grantsOf(story, "fellow student") } }),
  },
};
