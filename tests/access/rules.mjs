// What a rule can say, in plain words: who asks, what something is to them, and the rules that return. The parts say theirs with it (parts/index.mjs).

/** Who asks. Everybody who stands at the door of a school is one of these.
 * @typedef {{part: string, school: string, inside: boolean, open: boolean, left: boolean, administers: boolean, role: string}} Asker
 *   school: at whose door they knock; inside: signed in there and welcome; open: their own content is (not after a printed code);
 *   left: they left the school and came back to read; administers: the school at whose door they knock;
 *   role: there, empty when signed out */

/** May somebody use a page at all? @typedef {(asker: Asker, mapIsOpen: boolean) => boolean} Group */

/** @type {Record<string, Group>} */
export const groups = {
  "everyone": () => true,
  "who may see the map": (asker, mapIsOpen) => mapIsOpen || asker.inside,
  "who is signed in": (asker) => asker.inside,
  "who has own content": (asker) => asker.inside && asker.open && !asker.left,
  "who reads their own": (asker) => asker.inside && asker.open,  // also who left, for a year
  "administrators": (asker) => asker.administers,
  "who may invite from outside": (asker) => asker.inside && asker.open && !asker.left && !asker.part.startsWith("companion"),
};

/** What an asker is to a thing, a stay, a person, a link, a code, a grant or a reaction.
 * @param {Asker} asker
 * @param {{keeper?: string, school?: string, state?: string, shares?: {with: string, may: string, state: string}[], also?: string, known?: string[], used?: string}} about
 *   shares: of this thing, with whom; also: to whom it belongs too; known: who know this person, or who made this code; used: by whom */
export function relation(asker, { keeper, school, state, shares, also, known, used }) {
  if (keeper !== undefined && school === asker.school && (keeper === asker.part || also === asker.part)) return `own, ${state}`;
  if (known?.includes(asker.part)) return `of an acquaintance, ${state}`;
  const share = school === asker.school && !asker.left ? shares?.find((one) => one.with === asker.part) : undefined;
  if (share) return share.state === "open" ? `shared to ${share.may}, ${state}` : `shared, but ${share.state}, ${state}`;
  if (used !== undefined && school === asker.school) return `a code, ${state}`;
  return school === asker.school ? `of the same school, ${state}` : `of another school, ${state}`;
}

/** @typedef {{for: string, about?: string, kind?: string, opens?: string[], answers: number, or?: number, answersTo?: Record<string, number>, absent?: number, inside?: number, openFor?: Record<string, string>}} Rule
 *   about: what the address names; kind: the only kind of own record it takes; opens: for which relations; answers: the status then; answersTo: another to some of those;
 *   or: another status that is right as well; absent: the status when there is nothing to see; inside: the status for who is signed in already; openFor: another group for what is of this kind */

export const anyStanding = ["invited", "active", "suspended", "left"];
// Who was given something reads it: its page and its pictures, and nothing else. Once it was taken back, or its day is past, or they no longer know each other,
// or its owner left the school or is suspended, or it lies in the bin, it is as if it never was.
export const own = ["own, kept", "own, in the bin"], given = ["shared to read, kept", "shared to react, kept"];

export const shown = (/** @type {string} */ who) => ({ for: who, answers: 200 });
export const deed = (/** @type {string} */ who) => ({ for: who, answers: 303 });
export const refused = (/** @type {string} */ who) => ({ for: who, answers: 422 });  // with what the forms of this test say
export const place = (/** @type {string} */ who, answers = 200, absent = 404) => ({ for: who, about: "place", opens: ["on the map"], answers, absent });
export const thing = (/** @type {number} */ answers, /** @type {string[]} */ opens, absent = 404) => ({ for: "who has own content", about: "thing", opens, answers, absent });
export const ownThing = (/** @type {number} */ answers, /** @type {string[]} */ opens, absent = 404) => ({ ...thing(answers, opens, absent), for: "who reads their own" });
/** About one's own, where nothing is written: in the bin it leads there. */
export const thingAsked = (who = "who has own content") => ({ ...thing(200, own), for: who, answersTo: { "own, in the bin": 303 } });
export const stay = (/** @type {number} */ answers, absent = 404, who = "who reads their own") => ({ for: who, about: "stay", opens: ["own, made"], answers, absent });
export const person = (/** @type {number} */ answers, /** @type {string[]} */ standings) =>
  ({ for: "administrators", about: "person", opens: standings.map((standing) => `of the same school, ${standing}`), answers });
export const link = (/** @type {string} */ who, /** @type {string[]} */ opens = []) => ({ for: who, about: "link", opens, answers: 200 });
export const code = (/** @type {string} */ who, /** @type {string[]} */ opens, answers = 200) => ({ for: who, about: "code", opens, answers });
export const acquaintance = (/** @type {number} */ answers, absent = 404) =>
  ({ for: "who has own content", about: "acquaintance", opens: anyStanding.map((standing) => `of an acquaintance, ${standing}`), answers, absent });
export const mineToUndo = (/** @type {string} */ about) => ({ for: "who has own content", about, opens: ["own, there"], answers: 303, absent: 303 });

/** An own record of any kind. @param {number} answers */
export const record = (answers, opens = own, absent = 404) => ({ for: "who reads their own", about: "record", opens, answers, absent });
/** The page of its own of a record of one kind: in the bin it is somewhere else. @param {string} kind @param {{shared?: boolean}} how shared: also for who was given one */
export const recordPage = (kind, { shared = false } = {}) =>
  ({ for: "who reads their own", about: "record", kind, opens: [...own, ...(shared ? given : [])], answers: 200, answersTo: { "own, in the bin": 303 } });
/** What its owner can do with a record of one kind while it is kept. @param {string} kind @param {number} answers */
export const recordDoing = (kind, answers, who = "who has own content") => ({ for: who, about: "record", kind, opens: ["own, kept"], answers });
/** The same where nothing is written: in the bin it leads there. @param {string} kind @param {number} answers */
export const recordAsked = (kind, answers, who = "who has own content") => ({ ...recordDoing(kind, answers, who), opens: own, answersTo: { "own, in the bin": 303 } });

/** @typedef {{who: string, on: RegExp}} Sight — who: of exchange.mjs, or of a part */

export const byOwner = (/** @type {RegExp} */ on) => ({ who: "the owner", on });
/** All of one's own goes along. */
export const takenAlong = /^(GET|POST|HEAD) \/meenemen/;
export const inTheBin = /^GET \/rugzak\/prullenbak$/;
export const myShares = /^(GET|HEAD) \/delen$/, sharedWithMe = /^(GET|HEAD) \/mee(\/\{company\})?$/, knowing = /^(GET|HEAD|POST) \/mij\/kennissen/;
/** Whom one can choose stands there: staff of one's team, and who said yes; and what goes along. */
export const sharing = /\/(rugzak\/\{thing\}\/(deel|buiten)|deel\/\{kind\}\/\{thing\})$/;

/** What stands beside something that can be shared, on its page: its grants, what was said to it, by whom. @param {RegExp} page @returns {Record<string, Sight[]>} */
export const besideShared = (page) => ({
  "grant id": [byOwner(page)],
  "reaction": [byOwner(page), { who: "who said that to it", on: page }],
  "reaction id": [byOwner(page), { who: "who said that to it", on: page }],
  "name": [{ who: "who may read that thing", on: page }, { who: "who gave them that thing", on: page }],
});

/** Where something is changed that others see already, which is said there. @param {RegExp} on @returns {Record<string, Sight[]>} */
export const saysWhoSeesIt = (on) => ({ "grant id": [byOwner(on)], "name": [{ who: "who gave them that thing", on }] });

/** Where what one keeps is shown, or can be chosen. @param {RegExp} on @returns {Record<string, Sight[]>} */
export const showsOwnThings = (on) => Object.fromEntries(["words", "loose words", "words on a further page", "description", "moment", "thing id", "part id"].map((what) => [what, [byOwner(on)]]));
