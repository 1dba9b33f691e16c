// What a model knows of students, on the command line: refused where it is off, counted where it is on, and never told back.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { header, mapping, past, present } from "./persons.mjs";

test("students of a school that switched it on, and of one that did not", () => {
  const folder = mkdtempSync(join(tmpdir(), "loopbaankaart-persons-")), data = join(folder, "data");
  const run = (/** @type {string[]} */ ...words) => spawnSync("build/loopbaankaart", [...words, "--data", data], { encoding: "utf8", env: { ...process.env, LC_ALL: "en_GB.UTF-8" } });
  const persons = (/** @type {string} */ command, /** @type {string} */ text, /** @type {string[]} */ ...more) => {
    writeFileSync(join(folder, "file.csv"), text);
    return run("flow", "persons", command, join(folder, "file.csv"), "--map", join(folder, "map.toml"), ...more);
  };
  try {
    writeFileSync(join(folder, "map.toml"), mapping);
    const demo = run("demo", "--students", "30", "--json"), people = JSON.parse(demo.stdout).people;
    const student = people.find((/** @type {{role: string}} */ one) => one.role === "student").user_name, mentor = people.find((/** @type {{role: string}} */ one) => one.role === "counsellor").user_name;
    assert.equal(run("school", "add", "uit", "--title", "Uit College", "--host", "uit.localhost", "--address", "http://uit.localhost").status, 0);
    for (const [command, ...more] of [["learn"], ["bring", "--who", "wie"]]) {
      const refused = persons(command, past(), "--school", "uit", ...more);
      assert.equal(refused.status, 1, command);
      assert.notEqual(refused.stderr, "");
    }
    const card = join(folder, "card.md"), learned = persons("learn", past(), "--school", "demo", "--event", "left", "--card", card, "--json");
    assert.equal(learned.status, 0, learned.stderr);
    assert.match(JSON.parse(learned.stdout).model, /^[0-9a-f]{64}$/);
    assert.ok(readFileSync(card, "utf8").includes("XGBoost"));
    assert.equal(persons("learn", past().split("\n").filter((line) => !line.includes("2023")).join("\n"), "--school", "demo").status, 1, "two cohorts are too few");

    const brought = persons("bring", `${header}\n${present([student, mentor, "nobody"])}${present([student], "vmbo", "weg")}`, "--school", "demo", "--who", "wie", "--json");
    assert.deepEqual(JSON.parse(brought.stdout), { kept: 1, ended: 1, unknown: 2, stopped: 0, gone: 0 });
    for (const text of [brought.stdout, brought.stderr, learned.stdout]) assert.ok(!text.includes(student));
    const later = persons("bring", `${header}\n${present([student], "vmbo", "weg")}`, "--school", "demo", "--who", "wie", "--json");
    assert.deepEqual(JSON.parse(later.stdout), { kept: 0, ended: 1, unknown: 0, stopped: 0, gone: 1 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
