// The commands: what they make, what they refuse, and with which exit code.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

const program = "build/loopbaankaart";
/** @param {string[]} words */
const run = (...words) => {
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: "utf8", env: { ...process.env, LC_ALL: "en_GB.UTF-8" } });
  return { status, stdout, stderr };
};
/** Runs `story` in a folder that goes away. @param {(folder: string) => void | Promise<void>} story */
const inFolder = (story) => async () => {
  const folder = mkdtempSync(join(tmpdir(), "loopbaankaart-commands-"));
  try { await story(folder); } finally { rmSync(folder, { recursive: true, force: true }); }
};
/** @param {string} data @param {string[]} more */
const demo = (data, ...more) => {
  const made = run("demo", "--data", data, "--json", "--students", "40", "--today", "2026-11-01", ...more);
  assert.equal(made.status, 0, made.stderr);
  return JSON.parse(made.stdout);
};

test("the same seed makes the same school, another seed another", inFolder((folder) => {
  const first = demo(join(folder, "a"), "--seed", "7"), second = demo(join(folder, "b"), "--seed", "7"), other = demo(join(folder, "c"), "--seed", "8");
  assert.equal(first.tree, second.tree);
  assert.notEqual(first.tree, other.tree);
  assert.equal(first.students, 40);
  assert.notEqual(first.people[0].password, second.people[0].password, "passwords are never fixed");
}));

test("a demo school names one person a role and three example students, and keeps their passwords to its owner", inFolder((folder) => {
  const school = demo(join(folder, "data"));
  assert.deepEqual(school.people.map((/** @type {{role: string}} */ one) => one.role),
    ["student", "companion", "counsellor", "desk", "teamleader", "coordinator", "analyst", "administrator", "student", "student", "student"], "and three students who show what a journey looks like");
  for (const file of ["data/demo.json", "data/config.toml", "data.key"]) assert.equal(statSync(join(folder, file)).mode & 0o077, 0, file);
}));

test("a demo is not made over what is there", inFolder((folder) => {
  demo(join(folder, "data"));
  assert.equal(run("demo", "--data", join(folder, "data")).status, 1);
}));

test("wrong usage is 2, a reason is 1, help is 0", inFolder((folder) => {
  assert.equal(run().status, 2);
  assert.equal(run("fly").status, 2);
  assert.equal(run("demo", "--students", "many").status, 2);
  assert.equal(run("--help").status, 0);
  for (const command of ["serve", "demo", "school", "person", "backup", "restore", "upgrade", "routes", "doctor", "map", "flow"])
    assert.equal(run(command, "--help").status, 0, command);
  assert.equal(run("serve", "--data", join(folder, "nothing")).status, 1);
}));

test("school add prints one link, and only for a free host", inFolder((folder) => {
  const data = join(folder, "data");
  const made = run("school", "add", "noord", "--host", "noord.example.nl", "--data", data);
  assert.equal(made.status, 0, made.stderr);
  assert.match(made.stdout, /https:\/\/noord\.example\.nl\/welkom\/[\w-]{43}/);
  assert.equal(run("school", "add", "zuid", "--host", "noord.example.nl", "--data", data).status, 1);
  assert.equal(run("school", "add", "Noord School", "--host", "x.example.nl", "--data", data).status, 1);
  assert.equal(run("school", "add", "zuid", "--host", "zuid.example.nl", "--data", data).status, 0);
  assert.match(run("person", "invite", "noord", "beheer", "--data", data).stdout, /\/welkom\//);
  assert.equal(run("person", "invite", "noord", "niemand", "--data", data).status, 1);
}));

test("settings that are wrong are named with their line", inFolder((folder) => {
  const data = join(folder, "data");
  demo(data);
  const file = join(data, "config.toml");
  writeFileSync(file, `${readFileSync(file, "utf8")}\nsurprise = 1\n`);
  const refused = run("doctor", "--data", data, "--json");
  assert.equal(refused.status, 1);
  assert.match(refused.stdout, /config\.toml:\d+/);
}));

test("the doctor insists on a copy of the key, and knows a copy from something else", inFolder((folder) => {
  const data = join(folder, "data");
  demo(data);
  const codes = () => JSON.parse(run("doctor", "--data", data, "--json").stdout).map((/** @type {{code: string}} */ one) => one.code);
  assert.ok(codes().includes("program.key_has_no_copy"));
  writeFileSync(join(folder, "other"), "something else");
  assert.equal(run("doctor", "--data", data, "--key-copy", join(folder, "other")).status, 1);
  copyFileSync(join(folder, "data.key"), join(folder, "copy"));
  assert.equal(run("doctor", "--data", data, "--key-copy", join(folder, "copy")).status, 0);
  assert.ok(!codes().includes("program.key_has_no_copy"));
}));

test("without its key, with a readable key or with another's key, nothing opens", inFolder((folder) => {
  const data = join(folder, "data"), key = join(folder, "data.key");
  demo(data);
  demo(join(folder, "other"));
  chmodSync(key, 0o644);
  assert.equal(run("doctor", "--data", data).status, 1);
  chmodSync(key, 0o600);
  assert.equal(run("upgrade", "--data", data).status, 0);
  assert.equal(run("upgrade", "--data", data, "--key", join(folder, "other.key")).status, 1);
  rmSync(key);
  assert.equal(run("upgrade", "--data", data).status, 1);
  assert.equal(existsSync(key), false, "a lost key is not replaced by a new one");
}));

test("a backup is restored elsewhere, on the other database too", inFolder((folder) => {
  const cluster = process.env.LOOPBAANKAART_TEST_POSTGRESQL;
  assert.ok(cluster, "run this inside tools/with-postgresql");
  const data = join(folder, "data"), key = join(folder, "data.key"), file = join(folder, "demo.lkb"), keys = join(folder, "keys");
  const school = demo(data);
  assert.equal(run("backup", "demo", file, "--keys", keys, "--data", data).status, 0);
  assert.equal(run("restore", "demo", file, "--data", data).status, 1, "not over a school that is there");

  const elsewhere = join(folder, "elsewhere"), name = `commands_${process.pid}`;
  const psql = (/** @type {string} */ sql) => assert.equal(spawnSync("psql", [cluster, "-qc", sql], { encoding: "utf8" }).status, 0);
  psql(`CREATE DATABASE ${name}`);
  try {
    const place = ["--data", elsewhere, "--key", key, "--database", cluster.replace(/\/\/\/\w+/, `///${name}`)];
    const restored = run("restore", "demo", file, "--keys", keys, ...place);
    assert.equal(restored.status, 0, restored.stderr);
    const back = join(folder, "again.lkb");
    assert.equal(run("backup", "demo", back, ...place).status, 0);
    const third = join(folder, "third");
    assert.equal(run("restore", "demo", back, "--keys", keys, "--data", third, "--key", key).status, 0, "and back to SQLite");
    assert.ok(school.kept_things > 0);
  } finally {
    psql(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    psql(`DROP DATABASE IF EXISTS ${name}_keys WITH (FORCE)`);
  }

  const damaged = readFileSync(file);
  damaged[damaged.length >> 1] ^= 1;
  writeFileSync(file, damaged);
  const wrong = join(folder, "wrong");
  assert.equal(run("restore", "demo", file, "--keys", keys, "--data", wrong, "--key", key).status, 1);
  assert.equal(existsSync(join(wrong, "schools", "demo")), false, "nothing half-restored is left");
}));

test("two schools by host; an unknown host gets nothing of either", inFolder(async (folder) => {
  const data = join(folder, "data");
  for (const name of ["noord", "zuid"])
    assert.equal(run("school", "add", name, "--title", `College ${name}`, "--host", `${name}.localhost`, "--address", `http://${name}.localhost`, "--data", data).status, 0);
  const port = 20000 + (process.pid % 20000);
  const child = spawn(program, ["serve", "--data", data, "--port", String(port)], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    await new Promise((resolve, reject) => { child.stdout.once("data", resolve); child.once("exit", reject); });
    const { request } = await import("node:http");
    /** @param {string} host @returns {Promise<{status: number, body: string}>} */
    const ask = (host) => new Promise((resolve, reject) => {
      const asked = request({ host: "127.0.0.1", port, path: "/kaart", headers: { host: `${host}:${port}` } }, (reply) => {
        let body = "";
        reply.on("data", (part) => { body += part; });
        reply.on("end", () => resolve({ status: reply.statusCode ?? 0, body }));
      });
      asked.on("error", reject);
      asked.end();
    });
    const north = await ask("noord.localhost"), south = await ask("zuid.localhost"), nobody = await ask("oost.localhost");
    assert.equal(north.status, 200);
    assert.ok(north.body.includes("College noord") && !north.body.includes("College zuid"));
    assert.ok(south.body.includes("College zuid") && !south.body.includes("College noord"));
    assert.notEqual(nobody.status, 200);
    assert.ok(!nobody.body.includes("College"));
  } finally {
    child.removeAllListeners("exit");
    const code = await new Promise((resolve) => { child.once("exit", resolve); child.kill("SIGTERM"); });
    assert.equal(code, 0, "it stops in peace");
  }
}));

test("the map is drawn to a file, the same every time; a mistake in one's own is named and draws nothing", inFolder((folder) => {
  const [one, other, night] = ["one.svg", "other.svg", "night.svg"].map((name) => join(folder, name));
  assert.equal(run("map", "--out", one).status, 0);
  assert.equal(run("map", "--out", other).status, 0);
  assert.equal(run("map", "--out", night, "--theme", "night").status, 0);
  assert.deepEqual(readFileSync(one), readFileSync(other));
  assert.notDeepEqual(readFileSync(one), readFileSync(night));
  mkdirSync(join(folder, "map", "landmarks"), { recursive: true });
  writeFileSync(join(folder, "map", "landmarks", "wensboom.svg"), "<svg viewBox=\"0 0 240 180\">\n<script/></svg>");
  const refused = run("map", "--out", join(folder, "none.svg"), "--content", folder);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /wensboom\.svg.*2/);
  assert.ok(!existsSync(join(folder, "none.svg")));
  assert.equal(run("map", "--out", join(folder, "no", "folder.svg")).status, 1);
}));
