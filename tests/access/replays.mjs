// What each form does when it is sent once more, or five times at once: in a table by route, so that a route without a line fails the test.
import { newId } from "./visitor.mjs";

/** @typedef {import("./people.mjs").Story} Story */
/** @typedef {{path: string, form?: Record<string, string | string[]>}} Sending */
/** @typedef {{by: string, first: Sending, makes: Record<string, number>, answers?: number[], other?: Sending, otherAnswers?: number, keeps?: string[], theirs?: {by: string, first?: Sending, makes: Record<string, number>}}} Replay
 *   makes: how many rows more (or fewer) each table has afterwards, once for all five; answers: the replies there may be; other: the same id with something else, and what
 *   comes of it; keeps: texts that must stand on that page; theirs: somebody else with the same id */

const conflict = 409;
const id = newId;

/** @param {Story} story @param {string} keeper */
const thingOf = (story, keeper) => story.things.filter((thing) => thing.keeper === keeper && thing.state === "kept");
/** The things of the owner that no other line of this table touches, from behind. @param {Story} story @param {number} at */
const spare = (story, at) => thingOf(story, "owner").at(-1 - at)?.id ?? "";

/** An insight of the owner that no other line touches. @param {Story} story */
async function insight(story) {
  const record = id();
  await story.who("owner").visitor.post(`/rugzak/${spare(story, 5)}/inzicht`, { id: record, gebeurd: "Zo begon het" });
  return record;
}

/** @type {Record<string, (story: Story) => Replay | Promise<Replay>>} */
export const replays = {
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
    const form = { id: id(), gezien: "", woorden: "Eén keer veranderd" }, path = `/rugzak/${spare(story, 0)}/anders`;
    return { by: "owner", first: { path, form }, makes: { kept_version: 1 }, other: { path, form: { ...form, woorden: "Onder hetzelfde nummer anders" } }, otherAnswers: conflict,
      keeps: ["Eén keer veranderd", "Onder hetzelfde nummer anders"],
      theirs: { by: "fellow student", first: { path: `/rugzak/${thingOf(story, "fellow student")[0].id}/anders`, form }, makes: { kept_version: 1 } } };
  },
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
  "POST /rugzak/{thing}/weg": (story) => ({ by: "owner", first: { path: `/rugzak/${spare(story, 1)}/weg` }, makes: {} }),
  "POST /rugzak/{thing}/terug": async (story) => {
    await story.who("owner").visitor.post(`/rugzak/${spare(story, 2)}/weg`);
    return { by: "owner", first: { path: `/rugzak/${spare(story, 2)}/terug` }, makes: {}, answers: [303, 404] };
  },
  "POST /rugzak/{thing}/voorgoed": async (story) => {
    await story.who("owner").visitor.post(`/rugzak/${spare(story, 3)}/weg`);
    return { by: "owner", first: { path: `/rugzak/${spare(story, 3)}/voorgoed` }, makes: { kept_thing: -1 } };
  },
  "POST /rugzak/{thing}/inzicht": (story) => {
    const path = `/rugzak/${spare(story, 5)}/inzicht`, form = { id: id(), gebeurd: "Eén keer verteld" };
    return { by: "owner", first: { path, form }, makes: { own_record: 1, own_link: 1 }, other: { path, form: { ...form, gebeurd: "Heel anders verteld" } }, otherAnswers: conflict, keeps: ["Eén keer verteld", "Heel anders verteld"],
      theirs: { by: "fellow student", first: { path: `/rugzak/${thingOf(story, "fellow student")[0].id}/inzicht`, form }, makes: { own_record: 1, own_link: 1 } } };
  },
  "POST /inzichten/{record}/anders": async (story) => {
    const record = await insight(story), path = `/inzichten/${record}/anders`, form = { id: id(), gezien: record, gebeurd: "Eén keer anders verteld" };
    return { by: "owner", first: { path, form }, makes: { own_record_version: 1 }, other: { path, form: { ...form, gebeurd: "Onder dat nummer anders verteld" } }, otherAnswers: conflict,
      keeps: ["Eén keer anders verteld", "Onder dat nummer anders verteld"] };
  },
  "POST /inzichten/{record}/kernwoord": async (story) => {
    const record = await insight(story), path = `/inzichten/${record}/kernwoord`, form = { id: id(), gezien: record, kernwoord: "Eén woord", ervaring: spare(story, 4) };
    return { by: "owner", first: { path, form }, makes: { own_record_version: 1, own_link: 1 }, other: { path, form: { ...form, kernwoord: "Een ander woord" } }, otherAnswers: conflict, keeps: ["Eén woord", "Een ander woord"] };
  },
  "POST /verhaal-over-mij": async (story) => {
    const record = await insight(story), path = "/verhaal-over-mij", form = { id: id(), gezien: "", nieuw: "Eén keer over mezelf", doen: `erbij-${record}` };
    return { by: "owner", first: { path, form }, makes: { own_record: 1, own_link: 1 }, other: { path, form: { ...form, nieuw: "Iets anders over mezelf" } }, otherAnswers: conflict, keeps: ["Eén keer over mezelf", "Iets anders over mezelf"],
      theirs: { by: "fellow student", makes: { own_record: 1 } } };
  },
  "POST /eigen/{record}/weg": async (story) => ({ by: "owner", first: { path: `/eigen/${await insight(story)}/weg` }, makes: {} }),
  "POST /eigen/{record}/terug": async (story) => {
    const record = await insight(story);
    await story.who("owner").visitor.post(`/eigen/${record}/weg`);
    return { by: "owner", first: { path: `/eigen/${record}/terug` }, makes: {} };
  },
  "POST /eigen/{record}/voorgoed": async (story) => ({ by: "owner", first: { path: `/eigen/${await insight(story)}/voorgoed` }, makes: { own_record: -1, own_link: -1 } }),
  "POST /rugzak/{thing}/deel": (story) => {
    const path = `/rugzak/${spare(story, 4)}/deel`, form = { id: id(), wie: story.who("counsellor").id, mag: "lezen" };
    return { by: "owner", first: { path, form }, makes: { access_grant: 1 }, theirs: { by: "fellow student", first: { path: `/rugzak/${thingOf(story, "fellow student")[0].id}/deel`, form }, makes: { access_grant: 1 } } };
  },
  "POST /rugzak/{thing}/reactie": (story) => {
    const share = story.shares.find(({ may, with: reader, state, thing }) => may === "react" && reader === "counsellor" && state === "open" && story.mayRead(reader, thing));
    const path = `/rugzak/${share?.thing}/reactie`, form = { id: id(), woorden: "Eén keer gezegd" };
    return { by: "counsellor", first: { path, form }, makes: { kept_reaction: 1 }, other: { path, form: { ...form, woorden: "Nog iets gezegd" } }, otherAnswers: conflict, keeps: ["Nog iets gezegd"],
      theirs: { by: "fellow student", makes: { kept_reaction: 1 } } };
  },
  "POST /deel/{kind}/{thing}": (story) => {
    const path = `/deel/rugzak/${spare(story, 5)}`, form = { id: id(), wie: story.who("counsellor").id, mag: "lezen" };
    return { by: "owner", first: { path, form }, makes: { access_grant: 1 } };
  },
  "POST /deel/{kind}/{thing}/reactie": (story) => {
    const share = story.shares.find(({ may, with: reader, state, thing }) => may === "react" && reader === "counsellor" && state === "open" && story.mayRead(reader, thing));
    const path = `/deel/rugzak/${share?.thing}/reactie`, form = { id: id(), woorden: "Eén keer langs de andere weg" };
    return { by: "counsellor", first: { path, form }, makes: { kept_reaction: 1 }, other: { path, form: { ...form, woorden: "Nog iets langs die weg" } }, otherAnswers: conflict, keeps: ["Nog iets langs die weg"] };
  },
  "POST /reacties/{reaction}/weg": (story) => ({ by: "counsellor", first: { path: `/reacties/${story.reactions.find(({ author }) => author === "counsellor")?.id}/weg` }, makes: { kept_reaction: -1 } }),
  "POST /delen/{grant}/terug": (story) => ({ by: "owner", first: { path: `/delen/${story.shares.find(({ keeper, state, with: reader }) => keeper === "owner" && state === "open" && reader === "desk")?.grant}/terug` }, makes: { access_grant: -1 } }),
  "POST /delen/terug": () => ({ by: "fellow student", first: { path: "/delen/terug" }, makes: { access_grant: -2 } }),  // what the story shared, and the line on …/deel above
  "POST /meenemen": () => ({ by: "counsellor", first: { path: "/meenemen", form: { id: id() } }, makes: { taking: 1 }, theirs: { by: "fellow student", makes: { taking: 1 } } }),
  "POST /kennismaken": () => ({ by: "owner", first: { path: "/kennismaken", form: { code: "ABCD-EFGH-JKMN-PQRS" } }, makes: {} }),
  "POST /kennismaken/{code}": (story) => ({ by: "companion", first: { path: `/kennismaken/${story.codes.find(({ state, address }) => state === "waiting" && address === undefined)?.code}` }, makes: { acquaintance: 1 } }),
  "POST /kennismaken/{code}/account": (story) => ({ by: "", first: { path: `/kennismaken/${story.codes.find(({ state, address }) => state === "waiting" && address !== undefined)?.code}/account`,
    form: { heet: "Iemand van buiten", wachtwoord: "een lange zin voor buiten" } }, makes: { person: 1, acquaintance: 1, person_role: 1 }, answers: [200, 303, 404] }),
  "POST /mij/kennissen/{person}/einde": (story) => ({ by: "owner", first: { path: `/mij/kennissen/${story.who("target").id}/einde` }, makes: { acquaintance: -1, access_grant: -1 } }),
  "POST /mij/kennissen/uitnodigen": () => ({ by: "owner", first: { path: "/mij/kennissen/uitnodigen", form: { naam: "Oom Wim", email: "oom.wim@voorbeeld.nl" } }, makes: { acquaintance_code: 1 } }),
  "POST /mij/kennissen/code": () => ({ by: "counsellor", first: { path: "/mij/kennissen/code" }, makes: { "acquaintance_code that is open": 1 }, answers: [200] }),  // each ends the one before
  "POST /beheer/mensen/nieuw": () => {
    const form = { id: id(), naam: "Nieuw hier", inlognaam: "nieuwhier", email: "", taal: "nl", rol: "student", team: "", nieuw_team: "" }, path = "/beheer/mensen/nieuw";
    return { by: "second administrator", first: { path, form }, makes: { person: 1, person_role: 1 }, answers: [200, 303] };
  },
  "POST /beheer/mensen/{person}/rollen": (story) => ({ by: "second administrator", first: { path: `/beheer/mensen/${story.who("target").id}/rollen`, form: { doen: "erbij", rol: "analyst", team: "", nieuw_team: "" } }, makes: { person_role: 1 } }),
  "POST /beheer/mensen/{person}/stand": (story) => ({ by: "second administrator", first: { path: `/beheer/mensen/${story.who("desk").id}/stand`, form: { naar: "suspended" } }, makes: {} }),
};

/** These say each time what they say, or send each time what was asked for: no id belongs to them. */
export const repeatable = ["POST /inloggen", "POST /uitloggen", "POST /welkom/{token}", "POST /wachtwoord", "POST /wachtwoord/vergeten", "POST /wachtwoord/nieuw/{token}", "POST /wachtwoord/code", "POST /mij/toestellen",
  "POST /mij/adres", "POST /mij/adres/{token}", "POST /beheer/mensen/{person}/uitnodigen", "POST /beheer/mensen/{person}/code", "POST /taal", "POST /licht"];
