// Sent again is done once: every form five times at the same moment, then once more, then under the same id with something else in it, then by somebody else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openStory } from "./people.mjs";
import { repeatable, replays, tables } from "./replays.mjs";
import { routes } from "./town.mjs";

const fewest = 880;  // answers, per database; may grow, never fall
const backends = /** @type {("sqlite" | "postgresql")[]} */ (process.env.LOOPBAANKAART_TEST_POSTGRESQL === undefined ? ["sqlite"] : ["sqlite", "postgresql"]);

/** How many rows each table has. @param {import("./story.mjs").Story} story */
function rowsNow(story) {
  const rows = story.town.rows(), open = rows.filter((row) => row.startsWith("acquaintance_code ") && /"used_at":null/.test(row));
  return Object.fromEntries([...tables.map((table) => [table, rows.filter((row) => row.startsWith(`${table} `)).length]), ["acquaintance_code that is open", open.length]]);
}

/** What changed, of the tables that were named; what somebody takes along goes by itself some time after it ended. @param {Record<string, number>} before @param {Record<string, number>} after @param {Record<string, number>} named */
const change = (before, after, named) => Object.fromEntries(Object.keys(after).filter((table) => after[table] !== before[table] && !(/^(acquaintance_code|taking$)/.test(table) && !(table in named))).map((table) => [table, after[table] - before[table]]));

test("every form that is sent has its line", () => {
  const sent = routes().filter(({ method }) => method === "POST").map(({ method, path }) => `${method} ${path}`), named = [...Object.keys(replays), ...repeatable];
  assert.deepEqual([sent.filter((route) => !named.includes(route)), named.filter((route) => !sent.includes(route))], [[], []]);
});

for (const backend of backends)
  test(`what is sent five times at once happens once, ${backend}`, async (context) => {
    const story = await openStory(backend);
    let count = 0;
    try {
      const visitorOf = async (/** @type {string} */ part) => (part === "" ? story.town.at("noord").takeKey() : story.who(part).visitor);
      for (const [route, line] of Object.entries(replays))
        await context.test(route, async () => {
          const { by, first, makes, answers = [303], other, otherAnswers, keeps = [], theirs } = await line(story), visitor = await visitorOf(by);
          const send = async (/** @type {import("./visitor.mjs").Visitor} */ sender, /** @type {import("./sendings.mjs").Sending} */ { path, form = {} }) => { count += 1; return sender.post(path, form); };
          const before = rowsNow(story), replies = await Promise.all(Array.from({ length: 5 }, () => send(visitor, first)));
          for (const { status } of replies) assert.ok(answers.includes(status), `answers ${status}`);
          const once = rowsNow(story);
          assert.deepEqual(change(before, once, makes), makes, "once for all five");

          const again = await send(by === "" ? await visitorOf(by) : visitor, first);
          assert.ok(answers.includes(again.status), `once more answers ${again.status}`);
          assert.deepEqual(change(once, rowsNow(story), makes), {}, "and once more is nothing more");

          if (other) {
            const replies_to_other = await Promise.all(Array.from({ length: 5 }, () => send(visitor, other)));
            for (const reply of replies_to_other) {
              assert.equal(reply.status, otherAnswers, "the same id with something else in it");
              for (const text of keeps) assert.ok(reply.text.includes(text), `the page keeps "${text}"`);
            }
            assert.deepEqual(change(once, rowsNow(story), makes), {}, "and it does not overwrite");
          }
          if (theirs) {
            const mine = rowsNow(story), sender = await visitorOf(theirs.by);
            const given = await Promise.all(Array.from({ length: 5 }, () => send(sender, theirs.first ?? first)));
            for (const { status } of given) assert.equal(status, 303, "somebody else, with the same id");
            assert.deepEqual(change(mine, rowsNow(story), theirs.makes), theirs.makes, "makes their own");
          }
        });
      console.log(`${backend}, sent again: ${count} answers on ${Object.keys(replays).length} routes`);
      assert.ok(count >= fewest, `${count} answers is less than ${fewest}`);
    } finally {
      await story.town.close();
    }
  });
