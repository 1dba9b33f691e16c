// Asks, compares with the rules, and counts.
import { admitted, essence, expected, maySee } from "./exchange.mjs";
import { rules } from "./policy.mjs";
import { Visitor } from "./visitor.mjs";

/** @typedef {import("./exchange.mjs").Caller} Caller */
/** @typedef {import("./questions.mjs").Question} Question */

/** Everybody who stands at a door. @param {import("./story.mjs").Story} story @returns {Promise<Caller[]>} */
export async function callers(story) {
  const out = ["suspended", "invited"];
  const inside = [...story.people.values()].map(({ part, school, role, visitor }) =>
    ({ part, school, visitor, inside: !out.includes(part), open: part !== "closed by a printed code", left: part === "left", administers: role === "administrator", role: out.includes(part) ? "" : role, borrowed: new Set() }));
  const elsewhere = (/** @type {string} */ part, /** @type {string} */ school, /** @type {string} */ door) => {
    const visitor = story.town.at(school);
    if (door !== "") visitor.cookies = new Map(story.who(door).visitor.cookies);
    return { part, school, visitor, inside: false, open: false, left: false, administers: false, role: "", borrowed: new Set() };
  };
  const all = [...inside, elsewhere("signed out", "noord", ""), elsewhere("signed out, where the map is closed", "zuid", ""),
    elsewhere("owner at the door of the other school", "zuid", "owner"), elsewhere("student of the other school at our door", "noord", "student of the other school"),
    elsewhere("administrator of the other school at our door", "noord", "administrator of zuid")];
  for (const { visitor } of all) await visitor.takeKey();
  return all;
}

export class Matrix {
  count = 0;
  bytes = 0;
  /** @type {string[]} */
  wrong = [];
  /** @type {Map<string, Promise<string>>} */
  #twins = new Map();

  /** @param {import("./story.mjs").Story} story */
  constructor(story) { this.story = story; }

  /** @param {Caller} caller @param {Question} question @param {string} what */
  complain(caller, { route, path, about }, what) { this.wrong.push(`${caller.part} · ${route} · ${about?.name ?? ""} · ${path.slice(0, 90)}: ${what}`); }

  /** Words that stand in an answer and that this caller may not see. @param {Caller} caller @param {Question} question @param {Buffer} bytes */
  leaks(caller, question, bytes) {
    const typed = `${question.path} ${JSON.stringify(question.extra ?? {}, (key, value) => (key === "files" ? undefined : value))}`.toLowerCase();
    return this.story.canaries.in(bytes).filter((canary) => !typed.includes(canary.token.toLowerCase()) && !caller.borrowed.has(canary.token) && !maySee(caller, canary, question, this.story));
  }

  /** @param {Caller} caller @param {Question} question @param {import("./visitor.mjs").Reply} reply */
  look(caller, question, reply) {
    this.count += 1;
    this.bytes += reply.bytes.length;
    for (const { what, of } of this.leaks(caller, question, reply.bytes)) this.complain(caller, question, `shows ${what} of ${of}`);
  }

  /** What the same question answers about something that is not there. @param {Caller} caller @param {string} method @param {Question} question @param {string} path @param {import("./visitor.mjs").Extra} extra */
  #twin(caller, method, question, path, extra) {
    const key = JSON.stringify([caller.part, method, path, extra.headers]);
    const known = method === "GET" ? this.#twins.get(key) : undefined;
    if (known) return known;
    const asked = caller.visitor.send(method, path, extra).then((reply) => {
      this.look(caller, question, reply);
      return essence(reply, typedIn(path, extra));
    });
    this.#twins.set(key, asked);
    return asked;
  }

  /** @param {Caller} caller @param {Question} question */
  async ask(caller, question) {
    const [method] = question.route.split(" "), mapIsOpen = caller.school === "noord";
    const extra = { ...question.extra, packed: this.count % 3 === 0 };
    const reply = await caller.visitor.send(method, question.path, extra);
    this.look(caller, question, reply);
    const { opened, status } = expected(caller, question, mapIsOpen), welcome = admitted(caller, question, mapIsOpen);
    const or = welcome ? rules[question.route].or : undefined;
    const right = or !== undefined ? [status, or] : question.malformed && welcome ? [status, 400, 404] : question.malformed ? [status, 400] : opened && extra.headers?.range ? [200, 206] : [status];
    if (!right.includes(reply.status)) this.complain(caller, question, `answers ${reply.status}, not ${right.join(" or ")}`);
    if (question.malformed && reply.status === 400) return reply;
    const same = welcome ? (opened && question.about ? undefined : question.twin) : caller.inside && !["who has own content", "who reads their own"].includes(rules[question.route].for) && method === "GET" ? { path: "/bestaat-niet" } : question.twin;
    if (!same) return reply;
    const other = await this.#twin(caller, method, question, same.path, { ...same.extra, packed: false });
    if (essence(reply, typedIn(question.path, extra)) !== other) this.complain(caller, question, "does not look like what is absent");
    return reply;
  }

  /** Several at a time. @param {Caller} caller @param {Question[]} questions */
  async askAll(caller, questions) {
    const rest = [...questions];
    const worker = async () => { for (let next = rest.pop(); next; next = rest.pop()) await this.ask(caller, next); };
    await Promise.all(Array.from({ length: 6 }, worker));
  }
}

/** What the asker typed, which an answer may say again. @param {string} path @param {import("./visitor.mjs").Extra} extra */
export function typedIn(path, extra) {
  const [bare, query = ""] = path.split("?");
  const decoded = (/** @type {string} */ text) => { try { return decodeURIComponent(text); } catch { return text; } };
  return [path, bare, ...bare.split("/").filter((part) => part.length > 12), ...[...new URLSearchParams(query).values()].filter((value) => value.length > 12),
    ...Object.entries(extra.form ?? {}).filter(([name]) => ["naam", "id"].includes(name)).map(([, value]) => String(value))].flatMap((text) => [text, decoded(text)]);
}

/** The same person with other cookies in between. @param {Visitor} visitor */
export function copyOf(visitor) {
  const copy = new Visitor(visitor.port, visitor.host);
  copy.cookies = new Map(visitor.cookies);
  copy.key = visitor.key;
  return copy;
}
