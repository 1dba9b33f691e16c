// The access matrix: every route, for everybody who can stand at the door of a school, about everything that somebody has there. Each answer is
// compared with the rules of the parts, and every byte of it is searched for words that this person may not see.
import assert from "node:assert/strict";
import { test } from "node:test";
import { nowhere } from "./abouts.mjs";
import { administration, deeds, forged, ownDeeds } from "./deeds.mjs";
import { fill } from "./exchange.mjs";
import { Matrix, callers, copyOf } from "./matrix.mjs";
import { beginToBring, takeAlong } from "./parts/archive.mjs";
import { kinds, parts } from "./parts/index.mjs";
import { openStory } from "./people.mjs";
import { rules, sights, unspoken } from "./policy.mjs";
import { borrowed, example, gets, searches } from "./questions.mjs";
import { make } from "./records.mjs";
import { react, readingOf, share } from "./sharing.mjs";
import { keep } from "./story.mjs";
import { routes } from "./town.mjs";
import { newId } from "./visitor.mjs";

/** Is an address one of another route as well? GET /verteld/{telling}/weg asks for a picture of that name. @param {string} method @param {string} path */
const ruled = (method, path) => Object.keys(rules).some((route) => new RegExp(`^${route.replace(/\{\w+\}/g, "[^/]+")}$`).test(`${method} ${path}`));
const unnoticed = parts.flatMap((part) => part.unnoticed ?? []);
const fewest = { gets: 114_000, methods: 25_000, deeds: 61_000, forged: 1_300, given: 75, takenBack: 960 };  // per database; may grow, never fall
const last = (/** @type {string} */ route) => Number(/(weg|voorgoed|{person}\/einde)$/.test(route) && !route.includes("{reaction}"));
const makes = (/** @type {string} */ route) => /bewaren$|hier$|nieuw$/.test(route);  // what is made under an id of the owner's comes last
const signedOut = ["target", "left"];  // by what administrators did to them on the way
const backends = /** @type {("sqlite" | "postgresql")[]} */ (process.env.LOOPBAANKAART_TEST_POSTGRESQL === undefined ? ["sqlite"] : ["sqlite", "postgresql"]);
const readRoutes = Object.keys(rules).filter((route) => route.startsWith("GET")), sentRoutes = Object.keys(rules).filter((route) => route.startsWith("POST"))
  .sort((one, other) => Number(makes(one)) - Number(makes(other)));

/** No more than the first of what is wrong. @param {Matrix} matrix @param {string} what @param {number} since @param {number} least */
function settle(matrix, what, since, least) {
  const count = matrix.count - since;
  console.log(`${what}: ${count} answers`);
  const wrong = matrix.wrong.splice(0);
  const kinds = new Map(wrong.map((text) => [text.replace(/^[^·]*·([^·]*·[^·]*)·.*:/, "$1"), text]));
  assert.equal(wrong.length, 0, `${wrong.length} wrong, of ${count}:\n${[...kinds.values()].slice(0, 40).join("\n")}`);
  assert.ok(count >= least, `${count} answers is less than ${least}`);
}

/** Rows by what they say, without tables that may change when somebody only looks or asks. @param {string[]} rows @param {string[]} but */
const rowsBut = (rows, but) => rows.filter((row) => !but.includes(row.split(" ")[0])).sort();
/** Of one person at our school, but not what somebody else keeps or gives them. @param {string[]} rows @param {string} id */
const rowsOf = (rows, id) => rows.filter((row) => row.split(" ")[1].includes("noord") && row.includes(id) && (row.includes(`"owner":"${id}"`) || !row.includes('"owner":')));

test("every route has its rule", () => {
  assert.deepEqual(unspoken(routes()), []);
  assert.deepEqual(unspoken([...routes(), { method: "GET", path: "/mee/{thing}" }]), ["GET /mee/{thing}"]);
});

for (const backend of backends)
  test(`nobody sees or does what the rules do not say, ${backend}`, async (context) => {
    const story = await openStory(backend);
    try {
      const matrix = new Matrix(story), all = await callers(story);
      const by = (/** @type {string} */ part) => /** @type {import("./exchange.mjs").Caller} */ (all.find((caller) => caller.part === part));
      const owner = by("owner"), drawing = /\/kaart\/tekening\/([\w.-]+)/.exec((await owner.visitor.get("/kaart")).text)?.[1] ?? "";

      await context.test("by looking, which changes nothing", async () => {
        const idle = ["session", "audit_entry", "audit_head", "mail_outbox"], before = rowsBut(story.town.rows(), idle);
        for (const caller of all) {
          for (const route of readRoutes) await matrix.askAll(caller, gets(route, story, drawing, caller));
          await matrix.askAll(caller, searches(story, caller));
          await matrix.askAll(caller, borrowed(story, caller));
        }
        settle(matrix, `${backend}, looking`, 0, fewest.gets);
        assert.ok(before.length > 100);
        assert.deepEqual(rowsBut(story.town.rows(), idle), before);
      });

      await context.test("the owner sees everything that is theirs, and that they removed nowhere", async () => {
        const seen = new Set();
        for (const route of readRoutes) for (const { path } of gets(route, story, drawing, owner)) for (const canary of story.canaries.in((await owner.visitor.get(path)).bytes)) seen.add(canary);
        const missed = story.canaries.all.filter((canary) => canary.of === "owner" && !seen.has(canary) && canary.token.length > 12 && sights[canary.what]?.some(({ who }) => who === "the owner"));
        assert.deepEqual(missed, []);
        assert.ok(![...seen].some(({ what }) => what.startsWith("removed")));
      });

      await context.test("who was given something reads all of it, and says something back where they may", async () => {
        const since = matrix.count, read = ["words", "description", "picture", "part id", ...kinds.map(({ words }) => words)], given = story.shares.filter(({ with: reader, thing }) => story.mayRead(reader, thing) && by(reader).inside && by(reader).open && !by(reader).left);
        for (const { thing, with: reader, keeper, may } of given) {
          const what = story.own(thing), caller = by(reader), seen = new Set();
          assert.ok(what);
          if (may === "react") await react(story, reader, what);
          for (const reply of await readingOf(story.who(reader), what)) {
            matrix.look(caller, { route: reply.headers.get("content-type")?.startsWith("text/html") ? what.route : "GET /beeld/{thing}/{part}", path: thing, about: { kind: "thing", name: `what ${keeper} gave`, values: { thing } } }, reply);
            for (const canary of story.canaries.in(reply.bytes)) seen.add(canary);
          }
          const missed = story.canaries.all.filter((canary) => canary.thing === thing && canary.of === keeper && read.includes(canary.what) && !seen.has(canary));
          assert.deepEqual(missed, [], `${reader} reads what ${keeper} gave`);
        }
        assert.ok(given.length >= 9, `${given.length} given`);
        settle(matrix, `${backend}, read by whom it was given to`, since, fewest.given);
      });

      await context.test("a suspended reader loses it the same second, and gets it again when they are back", async () => {
        const reader = story.who("target"), administrator = by("second administrator").visitor, { thing } = story.shares.find((one) => one.with === "target") ?? { thing: "" };
        const what = story.things.find(({ id }) => id === thing), caller = by("target"), page = { kind: "thing", name: "what the owner gave", values: { thing } };
        assert.ok(what);
        const readings = async () => (await readingOf(reader, what)).map(({ status }) => status);
        for (const standing of ["suspended", "left"]) {
          assert.deepEqual(new Set(await readings()), new Set([200]));
          const racing = Array.from({ length: 8 }, readings);
          assert.equal((await administrator.post(`/beheer/mensen/${reader.id}/stand`, { naar: standing })).status, 303);
          for (const reply of [...await readingOf(reader, what), await reader.visitor.get("/mee"), await reader.visitor.get(`/beeld/${thing}/${what.parts[0]}`, { headers: { range: "bytes=0-99" } })]) {
            assert.equal(reply.status, 303);
            matrix.look({ ...caller, inside: false }, { route: "GET /rugzak/{thing}", path: [thing, ...what.parts].join(" "), about: page }, reply);
          }
          for (const status of (await Promise.all(racing)).flat()) assert.ok([200, 303, 404].includes(status), `${status}`);  // 404: through the door just before, and then not theirs to read
          assert.equal((await reader.visitor.post(`/rugzak/${thing}/reactie`, { id: newId(), woorden: "Nog een keer" })).status, 401);
          assert.equal((await administrator.post(`/beheer/mensen/${reader.id}/stand`, { naar: "active" })).status, 303);
          await reader.visitor.takeKey();
          assert.equal((await reader.visitor.post("/inloggen", { naam: reader.userName, wachtwoord: reader.password })).status, 303);
          await reader.visitor.takeKey();
        }
        assert.deepEqual(matrix.wrong, []);
      });

      await context.test("by other methods", async () => {
        const since = matrix.count, paths = new Map(Object.keys(rules).map((route) => [route.replace(/^\w+ /, ""), example(route, story, drawing)]));
        for (const caller of all)
          for (const [path, values] of paths)
            for (const method of ["HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "GET", "POST"]) {
              const known = `${method === "HEAD" ? "GET" : method} ${path}` in rules;
              if (known && method !== "HEAD") continue;
              const question = { route: `${method} ${path}`, path: fill(path, values), holds: "invited" };
              const reply = await caller.visitor.send(method, question.path, method === "POST" ? { form: { sleutel: caller.visitor.key } } : {});
              matrix.look(caller, question, reply);
              if (!known && !ruled(method === "HEAD" ? "GET" : method, question.path) && reply.status !== 405) matrix.complain(caller, question, `answers ${reply.status}, not 405`);
              if (reply.body.length > 0 && method === "HEAD") matrix.complain(caller, question, "has a body");
            }
        settle(matrix, `${backend}, other methods`, since, fewest.methods);
      });

      await context.test("by sending their own forms about what is somebody else's", async () => {
        const since = matrix.count, noise = ["session", "acquaintance_code", "audit_entry", "audit_head", "known_device", "mail_outbox", "single_use_key"], mine = story.who("owner").id;
        const before = rowsOf(rowsBut(story.town.rows(), noise), mine);
        for (const [at, caller] of all.entries()) {
          for (const route of sentRoutes) for (const question of deeds(route, story, caller, all[(at + 1) % all.length])) await matrix.ask(caller, question);
          if (caller.part === "owner") continue;
          for (const question of ownDeeds(story, caller)) await matrix.ask(caller, question);
          for (const { id, parts } of story.things.filter(({ keeper }) => keeper === "owner").slice(0, 8))  // what they made under the same id is theirs alone
            for (const path of [`/rugzak/${id}`, `/rugzak/${id}/eerder`, `/rugzak/${id}/anders`, ...parts.map((part) => `/beeld/${id}/${part}`)])
              matrix.look(caller, { route: path.startsWith("/beeld") ? "GET /beeld/{thing}/{part}" : "GET /rugzak/{thing}", path, about: { kind: "thing", name: "under their own id", values: { thing: id } } }, await caller.visitor.get(path));
        }
        for (const caller of all) for (const question of administration(story, caller)) await matrix.ask(caller, question);
        settle(matrix, `${backend}, sending`, since, fewest.deeds);
        assert.ok(before.length > 40);
        assert.deepEqual(rowsOf(rowsBut(story.town.rows(), noise), mine), before);
      });

      await context.test("by forging the owner's forms", async () => {
        const since = matrix.count, noise = ["audit_entry", "audit_head", "mail_outbox"], before = rowsBut(story.town.rows(), noise);
        for (const sender of [owner, by("second administrator")])
          for (const route of sentRoutes)
            for (const question of forged(route, story, sender, by("fellow student"))) {
              const reply = await copyOf(sender.visitor).send("POST", question.path, question.extra);
              matrix.look(sender, question, reply);
              if (reply.status !== 403 && reply.status !== 404) matrix.complain(sender, question, `answers ${reply.status}, not 403`);
            }
        settle(matrix, `${backend}, forged`, since, fewest.forged);
        assert.deepEqual(rowsBut(story.town.rows(), noise), before);
      });

      await context.test("the owner removes it, and then nobody sees it", async () => {
        const thing = story.things.find(({ keeper, state }) => keeper === "owner" && state === "kept"), records = kinds.map(({ kind }) => story.record(kind));
        for (const question of ownDeeds(story, owner)) await matrix.ask(owner, question);
        for (const path of ["", "/eerder", "/anders", "/voorgoed"]) assert.equal((await owner.visitor.get(`/rugzak/${thing?.id}${path}`)).status, 404);
        for (const part of thing?.parts ?? []) assert.equal((await owner.visitor.get(`/beeld/${thing?.id}/${part}`)).status, 404);
        for (const record of records) assert.equal((await owner.visitor.get(`/eigen/${record?.id}`)).status, 404);
        for (const one of [thing, ...records]) if (one) one.state = "removed";
        assert.deepEqual(matrix.wrong, []);
      });

      await context.test("a check that is taken away is noticed, on every route", async () => {
        for (const kind of kinds) await make(story, story.who("owner"), kind);  // what there was of it is gone by now
        await takeAlong(story, story.who("owner"));
        await beginToBring(story, story.who("owner"));
        const noise = ["session", "audit_entry", "audit_head", "mail_outbox"], checked = [...readRoutes, ...sentRoutes].filter((route) => !["everyone", "who may see the map"].includes(rules[route].for) && !["GET /kennismaken/{code}", "POST /kennismaken/{code}"].includes(route))
          .sort((one, other) => last(one) - last(other));  // what is removed shows nothing more
        const missed = [];
        for (const route of checked) {  // a fellow student asks, and gets what the owner gets, the administrator, who guides others, or who may react
          const staff = { "administrators": "second administrator", "who guides others": "counsellor", "coordinators": "coordinator", "who reads figures": "coordinator", "who reads figures where it is on": "coordinator", "mentors where it is on": "counsellor" }[rules[route].for];
          const { visitor } = staff ? by(staff) : route.endsWith("/reactie") ? by("counsellor") : owner, caller = { ...by("fellow student"), visitor: copyOf(visitor), borrowed: new Set() };
          const without = new Matrix(story), about = rules[route].about;
          if (unnoticed.includes(route) || (route.startsWith("POST") && ["place", "link", "code", undefined].includes(about))) continue;  // it does to who sends it what it does
          const all_of_it = route.startsWith("GET") ? gets(route, story, drawing, caller) : deeds(route, story, caller, caller);
          const questions = all_of_it.filter(({ about: one, malformed }) => !malformed && (one?.keeper === undefined || one.keeper === "owner" || one.also === "owner") && (one?.kind !== "person" || ["person target", "person invited", "person left", ...(route.endsWith("/code") ? ["person analyst"] : [])].includes(one.name)));
          const before = route.startsWith("POST") ? rowsBut(story.town.rows(), noise).join("\n") : "";
          for (const question of questions) await without.ask(caller, question);
          const changed = route.startsWith("POST") && rowsBut(story.town.rows(), noise).join("\n") !== before;
          if (without.wrong.length === 0 && !changed) missed.push(route);
        }
        console.log(`${backend}, checks taken away: ${checked.length} routes`);
        assert.deepEqual(missed, []);
      });

      await context.test("the owner takes everything back, and then nobody reads it", async () => {
        const since = matrix.count, anew = await keep(story, story.who("owner"), { place: "wensboom", photo: true });
        story.shares.splice(0);
        for (const part of ["counsellor", "desk", "teamleader"]) await share(story, "owner", anew, part, "react");
        for (const part of ["counsellor", "desk", "teamleader"]) assert.equal((await story.who(part).visitor.get(`/rugzak/${anew.id}`)).status, 200);
        assert.equal((await owner.visitor.post("/delen/terug")).status, 303);
        for (const one of story.shares) one.state = "taken back";
        for (const caller of all.filter(({ part }) => !signedOut.includes(part))) for (const route of ["GET /rugzak/{thing}", "GET /beeld/{thing}/{part}", "GET /mee", "GET /deel/{kind}/{thing}", "POST /rugzak/{thing}/reactie", "POST /deel/{kind}/{thing}/reactie"])
          await matrix.askAll(caller, (route.startsWith("GET") ? gets(route, story, drawing, caller) : deeds(route, story, caller, caller)).filter(({ about }) => about === undefined || about.values.thing === anew.id));
        settle(matrix, `${backend}, taken back`, since, fewest.takenBack);
      });

      await context.test("who signed out is out", async () => {
        for (const caller of all.filter(({ inside, part }) => inside && !signedOut.includes(part))) {
          const left = copyOf(caller.visitor);
          assert.equal((await left.post("/uitloggen")).status, 303, caller.part);
          for (const path of ["/mij", "/rugzak", `/rugzak/${nowhere}`, "/beheer/mensen"]) assert.equal((await caller.visitor.get(path)).status, 303, `${caller.part} ${path}`);
        }
      });

      await context.test("a mail holds only what is of the one it goes to", () => {
        for (const { to, text } of story.town.mailbox.mails) {
          const [head] = text.split("\n\n"), person = [...story.people.values()].find(({ email }) => email === to);
          const code = story.codes.find(({ address }) => address === to);  // who is mailed one hears who sent it
          const wrong = story.canaries.in(Buffer.from(text)).filter((canary) => !(code && (canary.token === code.code || (canary.of === code.maker && canary.what === "name") || (canary.what.startsWith("invited") && code.state === "waiting")))).filter(({ what, of }) => (what === "school title" ? of !== (person?.school ?? of) : of !== person?.part || !["name", "user name", "e-mail", "invitation"].includes(what)));
          assert.deepEqual(wrong, [], text);
          assert.equal(story.canaries.in(Buffer.from(/^Subject: .*$/m.exec(head)?.[0] ?? "")).length, 0, head);
        }
        assert.ok(story.town.mailbox.mails.length >= 16);
      });
    } finally {
      await story.town.close();
    }
  });
