// Data about flow on the command line: what is read, kept and refused, and the curves that come out.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";

/** @param {string[]} words */
const flow = (...words) => {
  const { status, stdout, stderr } = spawnSync("build/loopbaankaart", ["flow", ...words], { encoding: "utf8", env: { ...process.env, LC_ALL: "en_GB.UTF-8" } });
  return { status, stdout, stderr };
};
/** @param {(folder: string, write: (name: string, text: string) => string) => void} story */
const inFolder = (story) => () => {
  const folder = mkdtempSync(join(tmpdir(), "loopbaankaart-flow-"));
  const write = (/** @type {string} */ name, /** @type {string} */ text) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  try { story(folder, write); } finally { rmSync(folder, { recursive: true, force: true }); }
};

const header = "id,h0,h1,d0,d1,from,to\n";
const ten = header + Array.from({ length: 10 }, (_, id) => `${id},0,2,0,${350 + id},1,${id < 3 ? 6 : 2}\n${id < 3 ? "" : `${id},2,3,${350 + id},500,2,0\n`}`).join("");

test("curves of simulated students need no mapping", inFolder((folder, write) => {
  const file = write("students.csv", ten), out = join(folder, "curves.csv");
  assert.equal(flow("curves", file, "--clock", "half", "--out", out).status, 0);
  const [names, row, ...more] = readFileSync(out, "utf8").trim().split("\n").map((line) => line.split(","));
  assert.equal(more.length, 0, "all move in one half-year");
  assert.deepEqual(names.slice(0, 4), ["time", "p_year1", "p_year2", "p_year3"]);
  const told = Object.fromEntries(names.map((name, at) => [name, Number(row[at])]));
  assert.equal(told.time, 2);
  assert.equal(told.p_dropout, 0.3);
  assert.ok(Math.abs(told.se_dropout - Math.sqrt(0.021)) < 1e-12);
  assert.equal(told.nrisk_year1, 10);
}));

test("curves by group have a column more, and a group in which nobody moves has none", inFolder((folder, write) => {
  const file = write("students.csv", `${header.trim()},school\n0,0,1,0,90,1,6,"Noord, 1"\n1,0,1,0,95,1,0,"Noord, 1"\n2,0,1,0,80,1,0,Zuid\n`), out = join(folder, "curves.csv");
  const told = flow("curves", file, "--clock", "day", "--group", "school", "--out", out);
  assert.equal(told.status, 0, told.stderr);
  const lines = readFileSync(out, "utf8").trim().split("\n");
  assert.equal(lines.length, 2);
  assert.match(lines[0], /^group,time,p_year1/);
  assert.match(lines[1], /^"Noord, 1",90,0\.5,/);
  assert.match(told.stderr, /Zuid/);
}));

test("a dry run tells what was noticed and keeps nothing; without it the data are kept, and read again by their own mapping", inFolder((folder, write) => {
  const file = write("students.csv", `${ten}${ten.split("\n")[1]}\n`), data = join(folder, "data");
  const dry = flow("import", file, "--map", "simulated", "--data", data, "--dry-run", "--json");
  assert.equal(dry.status, 0, dry.stderr);
  assert.deepEqual(JSON.parse(dry.stdout).findings, { duplicate: 1 });
  assert.equal(existsSync(data), false);
  assert.equal(flow("import", file, "--map", "simulated", "--data", data).status, 0);
  const kept = join(data, "flow", "students"), [a, b] = [join(folder, "a.csv"), join(folder, "b.csv")];
  assert.equal(flow("curves", file, "--clock", "day", "--out", a).status, 0);
  assert.equal(flow("curves", join(kept, "data.csv"), "--map", join(kept, "mapping.toml"), "--clock", "day", "--out", b).status, 0);
  assert.equal(readFileSync(a, "utf8"), readFileSync(b, "utf8"));
}));

test("what cannot be read is refused with a sentence about the row, and nothing is kept", inFolder((folder, write) => {
  const bad = {
    truncated: [`${ten}10,0,2,0,3`, "Row 19"],
    "mixed encodings": [Buffer.concat([Buffer.from(ten), Buffer.from("10,0,2,0,3,\u00EB,1\n", "latin1")]).toString("latin1"), "Row 19"],
    "a state too many": [`${header}0,0,1,0,9,1,1000000\n`, "Row 2"],
    "a negative stay": [`${header}0,0,1,9,4,1,2\n`, "Row 2"],
    "no number": [`${header}0,0,1,0,NaN,1,2\n`, "Row 2"],
    "another file": ["naam,leeftijd\nans,17\n", "Row 1"],
  };
  for (const [what, [text, row]] of Object.entries(bad)) {
    const file = join(folder, "bad.csv"), out = join(folder, "curves.csv");
    writeFileSync(file, text, what === "mixed encodings" ? "latin1" : "utf8");
    for (const told of [flow("import", file, "--map", "simulated", "--data", join(folder, "data")), flow("curves", file, "--clock", "day", "--out", out)]) {
      assert.equal(told.status, 1, what);
      assert.ok(told.stderr.includes(row), `${what}: ${told.stderr}`);
    }
    assert.equal(existsSync(join(folder, "data")), false, what);
    assert.equal(existsSync(out), false, what);
  }
  const all_last_seen = write("still.csv", `${header}0,0,1,0,90,1,0\n1,0,1,0,90,1,0\n`);
  assert.equal(flow("curves", all_last_seen, "--clock", "day", "--out", join(folder, "c.csv")).status, 1);
  const one = write("one.csv", `${header}0,0,1,0,90,1,6\n`);
  assert.equal(flow("curves", one, "--clock", "day", "--out", join(folder, "c.csv")).status, 0, "one student is a curve, and certain");
  assert.equal(flow("curves", join(folder, "nowhere.csv"), "--clock", "day", "--out", join(folder, "c.csv")).status, 1);
  assert.equal(flow("import", one, "--map", "nothing-of-the-kind").status, 1);
  assert.equal(flow("curves", one, "--clock", "week", "--out", "c.csv").status, 2);
}));

test("a folder that is not ours is not written over", inFolder((folder, write) => {
  const file = write("students.csv", ten), other = join(folder, "letters");
  mkdirSync(other);
  writeFileSync(join(other, "dear.txt"), "keep me");
  assert.equal(flow("import", file, "--map", "simulated", "--out", other).status, 1);
  assert.equal(readFileSync(join(other, "dear.txt"), "utf8"), "keep me");
}));

test("figures of a school are kept in its database, and nothing that is too small", inFolder((folder, write) => {
  const data = join(folder, "data"), place = ["--data", data];
  const run = (/** @type {string[]} */ ...words) => spawnSync("build/loopbaankaart", [...words, ...place], { encoding: "utf8", env: { ...process.env, LC_ALL: "en_GB.UTF-8" } });
  assert.equal(run("school", "add", "noord", "--host", "noord.localhost").status, 0);
  const map = write("map.toml", `kind = "spells"\n[columns]\nperson = "id"\nenter = "d0"\nleave = "d1"\nhalf_enter = "h0"\nhalf_leave = "h1"\nfrom = "from"\nto = "to"\ncohort = "year"\ngroup = "programme"\n
[states]\nnames = ["year1", "year2", "left"]\n[codes]\nyear1 = "year1"\nyear2 = "year2"\nleft = "left"\n"" = "still_there"\n`);
  const rows = ["Kok", "Bakker"].flatMap((programme, at) => Array.from({ length: 70 }, (_, student) => {
    const id = 100 * at + student, leaves = student < (at === 0 ? 4 : 20);
    return `${id},0,2,0,366,year1,${leaves ? "left" : "year2"},2023,${programme},Horeca,${at + 3}\n${leaves ? "" : `${id},2,3,366,500,year2,,2023,${programme},Horeca,${at + 3}\n`}`;
  }));
  const file = write("stays.csv", `id,h0,h1,d0,d1,from,to,year,programme,sector,level\n${rows.join("")}`);
  const kept = run("flow", "import", file, "--map", map, "--school", "noord", "--sector", "sector", "--level", "level", "--json");
  assert.equal(kept.status, 0, kept.stderr);
  assert.ok(JSON.parse(kept.stdout).tables >= 1);
  assert.equal(existsSync(join(data, "flow")), false, "no file beside it");
  const database = new DatabaseSync(join(data, "schools", "noord", "school.sqlite"), { readOnly: true });
  const students = database.prepare("SELECT students FROM flow_figure").all().map((row) => Number(row.students));
  database.close();
  assert.ok(students.includes(24), "of the school");
  assert.ok(students.every((many) => many === 0 || many >= 10) && !students.includes(20), "4 and 20 are hidden: either tells the other");
  assert.equal(run("flow", "import", file, "--map", map, "--school", "zuid").status, 1);
  assert.equal(run("flow", "import", file, "--map", map, "--school", "noord", "--least", "5").status, 2, "never under six");
  assert.equal(run("flow", "import", file, "--map", map, "--sector", "sector").status, 2, "sectors are for a school");
  const few = write("few.csv", `id,h0,h1,d0,d1,from,to,year,programme,sector,level\n${rows.slice(0, 8).join("")}`);
  const refused = run("flow", "import", few, "--map", map, "--school", "noord");
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /10/);
}));
