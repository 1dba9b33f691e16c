// The rules of the house that a compiler cannot see. Each test names the file and line that breaks one.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const files = ["src", "tests", "bench", "tools", "assets"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`));
const code = files.filter((file) => /\.(cpp|hpp)$/.test(file)).map((file) => ({ file, text: readFileSync(file, "utf8") }));
const product = code.filter(({ file }) => file.startsWith("src/"));
const inTest = (/** @type {string} */ file) => /(_test\.cpp|\/trial\w*\.(hpp|cpp))$/.test(file);  // a test sees its module as others do
const module = (/** @type {string} */ file) => file.split("/")[1];
const floors = ["base", "zip", "pen", "workshop", "media_program", "storage", "web", "access", "atlas", "journey", "flow", "program"];

// What a module names beside the header that carries its name, for what few need.
const faces = (/** @type {string} */ of) => (/FACES ([^A-Z)]+)/.exec(readFileSync(`src/${of}/CMakeLists.txt`, "utf8"))?.[1] ?? "").trim().split(" ").map((face) => face.split("/").at(-1));

/** @param {{file: string, text: string}[]} where @param {RegExp} what */
const found = (where, what) => where.flatMap(({ file, text }) =>
  text.split("\n").flatMap((line, at) => (what.test(line.replace(/^\s*\/\/.*/, "")) ? [`${file}:${at + 1}: ${line.trim()}`] : [])));

test("arrows run down, and only through the headers that a module shows", () => {
  const wrong = [];
  for (const { file, text } of product)
    for (const [, other, header] of text.matchAll(/#include <([a-z]+)\/([^>]+)>/g)) {
      if (!floors.includes(other)) continue;
      const up = floors.indexOf(other) > floors.indexOf(module(file));
      const own = other === module(file);
      const face = header === `${other}.hpp` || header === "words.hpp" || faces(other).includes(header);
      if (up || !face || (own && header !== "words.hpp" && !inTest(file))) wrong.push(`${file}: <${other}/${header}>`);
    }
  assert.deepEqual(wrong, []);
});

test("flow stands apart: it uses nothing that is kept on the map", () => {
  const may = ["base", "storage", "web", "access", "flow"];
  assert.deepEqual(product.filter(({ file }) => module(file) === "flow").flatMap(({ file, text }) =>
    [...text.matchAll(/#include <([a-z]+)\//g)].filter(([, other]) => floors.includes(other) && !may.includes(other)).map(([all]) => `${file}: ${all}`)), []);
  assert.deepEqual(found(product.filter(({ file }) => !["flow", "program"].includes(module(file))), /#include <flow\//), []);
});

test("no path climbs out of its module", () => {
  const wrong = product.flatMap(({ file, text }) =>
    [...text.matchAll(/#include "((?:\.\.\/)+)/g)].filter(([, up]) => up.length / 3 > file.split("/").length - 3).map(([all]) => `${file}: ${all}`));
  assert.deepEqual(wrong, []);
});

test("parts of the journey know the ground and themselves, not each other", () => {
  const ground = ["records", "sharing", "picking", "moments", "asking", "telling", "visits", "backpack"];
  const wrong = product.filter(({ file }) => /^src\/journey\/[^/]+\//.test(file) && !inTest(file)).flatMap(({ file, text }) =>
    [...text.matchAll(/#include "\.\.\/(\w+)\//g)].filter(([, other]) => !ground.includes(other) && other !== file.split("/")[2]).map(([all]) => `${file}: ${all}`));
  assert.deepEqual(wrong, []);
});

test("Boost stays inside the server", () => {
  assert.deepEqual(found(product.filter(({ file }) => !file.startsWith("src/web/server/")), /#include <boost\//), []);
});

test("only storage speaks to the databases", () => {
  assert.deepEqual(found(product.filter(({ file }) => module(file) !== "storage"), /#include <(sqlite3|libpq-fe)\.h>/), []);
});

test("no SQL outside .sql files, but in storage", () => {
  assert.deepEqual(found(product.filter(({ file }) => module(file) !== "storage" && !file.endsWith("_test.cpp")), /"(SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM) /), []);
});

test("what was told is never changed: nothing writes over it but the moment it went into the bin", () => {
  const queries = files.filter((file) => file.startsWith("src/") && file.endsWith(".sql")).flatMap((file) =>
    readFileSync(file, "utf8").replace(/--.*$/gm, "").split(";").map((sql) => ({ file, sql: sql.replace(/\s+/g, " ").trim() })));
  const over = queries.filter(({ sql }) => /\b(UPDATE|INTO) telling(_part)?\b/i.test(sql) && !/^INSERT INTO telling(_part)? \([^)]*\) VALUES \([^)]*\)( ON CONFLICT DO NOTHING)?$/.test(sql));
  assert.equal(over.length, 3, "into the bin, out of it, and while it is emptied");
  assert.deepEqual(over.filter(({ file, sql }) => file !== "src/journey/telling/telling.sql" || !/^UPDATE telling SET thrown_at = (:now|NULL|0) WHERE /.test(sql)), []);
});

test("a query has a name that no other query of its module has", () => {
  const named = files.filter((file) => file.startsWith("src/") && file.endsWith(".sql") && !file.includes("/migrations/"))
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/^-- ([a-z0-9_]+): /gm)].map(([, name]) => `${module(file)}.${name}`));
  assert.ok(named.length >= 100);
  assert.deepEqual(named.filter((name, at) => named.indexOf(name) !== at), []);
});

test("routes stand in routes.cpp alone, and every handler stands in one", () => {
  const routes = product.filter(({ file }) => file.endsWith("/routes.cpp"));
  assert.ok(routes.length >= 3);
  assert.deepEqual(found(product.filter(({ file }) => module(file) !== "web" && !inTest(file) && !file.endsWith("/routes.cpp")), /\{\s*(web::)?Method::(get|post),/), []);
  const table = routes.map(({ text }) => text).join("\n");
  const handlers = product.filter(({ file }) => file.endsWith(".hpp"))
    .flatMap(({ file, text }) => [...text.matchAll(/^web::Answer (\w+)\((?:[^()]*, )?const (?:access::)?Visit& \w+\);/gm)].map(([, name]) => ({ file, name })));
  assert.ok(handlers.length >= 10);
  assert.deepEqual(handlers.filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(table)), []);
});

test("no capturing lambda inside a co_await expression (g++ 12 frees it twice)", () => {
  const wrong = product.flatMap(({ file, text }) => [...text.matchAll(/co_await[^;]*\[[^\]\n]+\]\s*[({]/g)].map(([all]) => `${file}: ${all.slice(0, 80)}`));
  assert.deepEqual(wrong, []);
});

test("no test waits, is switched off, or has no assertion", () => {
  const tests = code.filter(({ file }) => file.endsWith("_test.cpp"));
  assert.deepEqual(found(tests, /sleep_for|sleep_until|usleep|DISABLED_|GTEST_SKIP/), []);
  const bare = tests.flatMap(({ file, text }) => text.split(/^(?=TEST|RC_GTEST)/m).slice(1)
    .filter((body) => !/EXPECT_|ASSERT_|RC_ASSERT|RC_CHECK|SUCCEED|FAIL\(/.test(body)).map((body) => `${file}: ${body.split("\n")[0]}`));
  assert.deepEqual(bare, []);
});

test("no raw markup, no inline style or script in a page", () => {
  const drawing = (/** @type {string} */ file) => file.startsWith("src/pen/") || file.startsWith("src/atlas/sheet/");  // pictures, files of their own
  assert.deepEqual(found(product.filter(({ file }) => !file.endsWith("_test.cpp") && !drawing(file)), /"<(div|p|span|a|script|style)[ >]|style=\\"|onclick/), []);
});

test("migration numbers are unique", () => {
  const numbers = files.filter((file) => /\/migrations\/\d{4}_/.test(file)).map((file) => file.match(/\/(\d{4})_/)?.[1]);
  assert.ok(numbers.length >= 2);
  assert.equal(new Set(numbers).size, numbers.length);
});

test("the shipped programs have no switch for their guards", () => {
  for (const program of ["build/loopbaankaart", "build/loopbaankaart-media"])
    assert.equal(readFileSync(program).includes("LOOPBAANKAART_SABOTAGE"), false, program);
});

test("every route has a policy and a module, and no form changes anything by GET", () => {
  const answer = spawnSync("build/loopbaankaart", ["routes", "--json"], { encoding: "utf8" });
  assert.equal(answer.status, 0);
  const routes = JSON.parse(answer.stdout);
  assert.ok(routes.length >= 20);
  for (const route of routes) {
    assert.match(route.method, /^(GET|POST)$/);
    assert.match(route.path, /^\//);
    assert.ok(route.policy.length > 0, route.path);
    assert.ok(floors.includes(route.module), route.path);
  }
});
