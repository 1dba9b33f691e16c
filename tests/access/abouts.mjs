// What an address can name: each thing, person, place and link of the story, what is not there, and what is no id at all.
import { newId } from "./visitor.mjs";

/** @typedef {import("./exchange.mjs").About} About */
/** @typedef {import("./story.mjs").Story} Story */
/** Of which rule, in which school, by whom. @typedef {{story: Story, rule: import("./rules.mjs").Rule, drawing: string, asker: string, kinds: import("./records.mjs").Kind[]}} Asking */

export const nowhere = newId(), noLink = "A".repeat(43), noCode = "ABCD-EFGH-JKMN-PQRS";

/** What is no id at all; the last is one that exists, in other letters. @param {string} real */
const malformed = (real) => ["x", "0".repeat(25), "%00", "..%2F..%2Fetc%2Fpasswd", "%F0%9F%98%80", "%ff", "A".repeat(1500), `${real}%27--`, real.toLowerCase()];

/** @param {string} kind @param {string} name @param {string} real @returns {About[]} */
export const strange = (kind, name, real) => malformed(real).map((text) => ({ kind, name: "malformed", values: { [name]: text, part: nowhere }, opens: "malformed" }));

/** What is not there, and what is no name of one. @param {string} kind @param {string} name @param {string} value @returns {About[]} */
export const unmade = (kind, name, value = nowhere) => /** @type {About[]} */ ([{ kind, name: "absent", values: { [name]: value }, opens: "absent" },
  ...["x", "%00", "..%2F..%2Fetc%2Fpasswd", "A".repeat(1500), "%F0%9F%98%80"].map((text) => ({ kind, name: "malformed", values: { [name]: text }, opens: "malformed" }))]);

/** @param {Story} story @param {{id: string}} thing */
const sharesOf = (story, { id }) => story.shares.filter(({ thing }) => thing === id);

/** A kept thing or a record. @param {Story} story @param {import("./story.mjs").Own} one @param {string} kind @param {string} called @param {Record<string, string>} values @returns {About} */
const aboutOwn = (story, one, kind, called, values) =>
  ({ kind, name: `${one.keeper}'s ${called}, ${one.state}`, values, keeper: one.keeper, school: one.school, state: one.state, shares: sharesOf(story, one), page: one.route });

/** @param {Asking} asking @returns {About[]} */
function things({ story }) {
  const pages = story.things.filter(({ loose }, at) => !loose || story.things.length - at < 2);  // one of the many loose ones stands for them
  return [...pages.map((one) => aboutOwn(story, one, "thing", "thing", { thing: one.id })), { kind: "thing", name: "absent", values: { thing: nowhere }, opens: "absent" }, ...strange("thing", "thing", story.things[0].id)];
}

/** The same where the address names a kind; and things and records under a kind that they are not. @param {Asking} asking @returns {About[]} */
export function ofKinds(asking) {
  const { story, kinds } = asking, known = new Map(kinds.flatMap(({ kind, shared }) => (shared === undefined ? [] : [[kind, shared]])));
  const records = story.records.filter(({ kind }) => known.has(kind)), strangers = [...story.things.filter(({ loose }) => !loose).slice(0, 3), ...story.records.filter(({ keeper }) => keeper === "owner").slice(-1)];
  return [...things(asking).map((about) => ({ ...about, values: { kind: "rugzak", ...about.values } })),
    ...records.map((one) => aboutOwn(story, one, "thing", one.kind, { kind: known.get(one.kind) ?? "", thing: one.id })),
    ...["rugzak", "mensen", "RUGZAK", "%00", "..%2Frugzak", "a".repeat(1500), ...known.values()].flatMap((kind) => strangers.filter((one) => kind !== ("kind" in one ? known.get(one.kind) : "rugzak"))
      .map(({ id }) => ({ kind: "thing", name: "of another kind", values: { kind, thing: id }, opens: "malformed" })))];
}

/** Parts with the thing they belong to, and with things they do not belong to. @param {Asking} asking @returns {About[]} */
export function ofParts({ story }) {
  const all = [...story.things, ...story.records], with_parts = all.filter((thing) => thing.parts.length > 0);
  const crossed = story.things.filter((thing) => thing.parts.length === 0 && thing.place !== "").concat(story.things.filter(({ parts }) => parts.length > 0).slice(0, 2)), some = with_parts.filter((_, at) => at % 3 === 0);
  const about = (/** @type {import("./story.mjs").Own} */ one, /** @type {string} */ part) => ({ ...aboutOwn(story, one, "thing", "thing", { thing: one.id, part }), name: `a part of ${one.keeper}'s thing, ${one.state}` });
  return [
    ...with_parts.flatMap((thing) => thing.parts.map((part) => about(thing, part))),
    ...crossed.flatMap((thing) => some.filter((other) => other !== thing).map((other) => ({ ...about(thing, other.parts[0]), state: "with the part of another thing" }))),
    ...with_parts.map((thing) => ({ ...about(thing, nowhere), state: "with a part that is absent" })),
    { kind: "thing", name: "absent", values: { thing: nowhere, part: newId() }, opens: "absent" },
    ...malformed(with_parts[0].parts[0]).map((part) => ({ kind: "thing", name: "malformed", values: { thing: with_parts[0].id, part }, opens: "malformed" })),
  ];
}

/** Own records: where a rule takes one kind, of that kind; and one of another, and a kept thing, which are not there. @param {Asking} asking @returns {About[]} */
function records({ story, rule, asker, kinds }) {
  const fitting = story.records.filter(({ kind }) => rule.kind === undefined || kind === rule.kind);
  const others = kinds.flatMap(({ kind }) => (rule.kind === undefined || kind === rule.kind ? [] : story.record(kind) ?? []));
  return [
    ...fitting.map((one) => aboutOwn(story, one, "record", one.kind, { record: one.id })),
    ...[...others.slice(0, asker === "owner" ? others.length : 1), story.things[0]].map(({ id }) => ({ kind: "record", name: "of another kind", values: { record: id }, opens: "of another kind" })),
    { kind: "record", name: "absent", values: { record: nowhere }, opens: "absent" }, ...strange("record", "record", fitting[0].id)];
}

/** @param {Asking} asking @returns {About[]} */
const stays = ({ story }) => [
  ...story.stays.map((stay) => ({ kind: "stay", name: `${stay.keeper}'s stay, ${stay.state}`, values: { visit: stay.id }, keeper: stay.keeper, school: stay.school, state: stay.state })),
  { kind: "stay", name: "absent", values: { visit: nowhere }, opens: "absent" }, ...strange("stay", "visit", story.stays[0].id)];

/** @param {Asking} asking @returns {About[]} */
const people = ({ story }) => [
  ...[...story.people.values()].filter(({ role, part }) => role !== "administrator" || part.startsWith("second")).map((person) => {
    const standing = ["invited", "suspended", "left"].includes(person.part) ? person.part : "active";
    return { kind: "person", name: `person ${person.part}`, values: { person: person.id }, school: person.school, state: standing };
  }),
  { kind: "person", name: "absent", values: { person: nowhere }, opens: "absent" }, ...strange("person", "person", story.who("owner").id)];

/** @param {string} place @param {string} opens @returns {About} */
const place = (place, opens) => ({ kind: "place", name: place, values: { place }, opens });
const places = () => [...["wensboom", "mirador", "haven", "stad"].map((id) => place(id, "on the map")), place("nergens", "absent"),
  ...["%00", "..%2Fwensboom", "WENSBOOM", "%F0%9F%98%80", "a".repeat(1500)].map((id) => place(id, "malformed"))];

/** @param {Asking} asking @returns {About[]} */
const links = ({ story }) => [
  { kind: "link", name: "a link that waits", values: { token: story.links.invited.slice(-43) }, school: "noord", state: "waiting" },
  ...["owner", "suspended", "administrator of zuid"].map((part) => ({ kind: "link", name: `the used link of ${part}`, values: { token: story.links[part].slice(-43) }, school: story.who(part).school, state: "used" })),
  { kind: "link", name: "absent", values: { token: noLink }, opens: "absent" },
  ...["x", "%00", "A".repeat(1500), "%F0%9F%98%80"].map((token) => ({ kind: "link", name: "malformed", values: { token }, opens: "malformed" }))];

/** @param {Asking} asking @returns {About[]} */
const drawings = ({ drawing }) => [
  { kind: "drawing", name: "of the map", values: { file: drawing }, opens: "of the map" }, { kind: "drawing", name: "absent", values: { file: "nergens.svg" }, opens: "absent" },
  ...["..%2F..%2Fconfig.toml", "%00", `${drawing}x`].map((name) => ({ kind: "drawing", name: "malformed", values: { file: name }, opens: "malformed" }))];

/** @param {Asking} asking @returns {About[]} */
const grants = ({ story }) => [...story.shares.map(({ grant, keeper, with: reader, state }) => ({ kind: "grant", name: `what ${keeper} gave to ${reader}, ${state}`, values: { grant }, keeper, school: "noord", state: "there", always: true })),
  ...unmade("grant", "grant")];

/** @param {Asking} asking @returns {About[]} */
const reactions = ({ story }) => [...story.reactions.map(({ id, author, keeper }) => ({ kind: "reaction", name: `what ${author} said`, values: { reaction: id }, keeper: author, also: keeper, school: "noord", state: "there", always: true })),
  ...unmade("reaction", "reaction")];

/** @param {Asking} asking @returns {About[]} */
const codes = ({ story }) => [...story.codes.map(({ code, maker, state, address, holder }) => {
  const used = state === "used" ? holder ?? "" : "";
  return { kind: "code", name: `${maker}'s code, ${state}`, values: { code }, used, known: state === "used" ? story.known(maker) : undefined, school: "noord",
    state: state === "used" ? "used" : `${address === undefined ? "shown" : "mailed"}, waiting` };
}), ...unmade("code", "code", noCode)];

/** @param {Asking} asking @returns {About[]} */
const acquaintances = (asking) => people(asking).map((about) => ({ ...about, kind: "acquaintance", known: about.opens === undefined ? asking.story.known(about.name.replace("person ", "")) : undefined }));

/** By what a rule says it is about. @type {Record<string, (asking: Asking) => About[]>} */
export const ground = { thing: things, stay: stays, record: records, person: people, place: places, acquaintance: acquaintances, code: codes, grant: grants, reaction: reactions, link: links, drawing: drawings };
