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

const hours = "student;opleiding;vooropleiding;activiteit;poging;uren;afloop;uurprijs;prijs\n";
const attempts = (/** @type {number} */ students) => hours + Array.from({ length: students }, (_, at) => `s${at};Zorg;${at % 2 ? "vmbo" : "havo"};Rekenen;1;${20 + at},5;${at % 4 ? "gehaald" : "gestopt"};60;25\n`).join("");
/** @param {string} file @returns {Record<string, string>[]} */
const table = (file) => {
  const [names, ...rows] = readFileSync(file, "utf8").trimEnd().split("\n").map((line) => line.split(","));
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]])));
};

test("activities tell what a completion takes and costs, and why not", inFolder((folder, write) => {
  const file = write("uren.csv", attempts(24)), out = join(folder, "costs.csv"), curves = join(folder, "curves.csv");
  const told = flow("activities", file, "--map", "uren", "--out", out, "--curves", curves, "--json");
  assert.equal(told.status, 0, told.stderr);
  assert.equal(JSON.parse(told.stdout).lines, 6);
  const spent = Array.from({ length: 24 }, (_, at) => 20.5 + at).reduce((sum, one) => sum + one, 0);
  const all = table(out).find(({ by }) => by === "all");
  assert.deepEqual([all?.students, all?.completed, all?.refused], ["24", "0.7500", ""]);
  assert.equal(all?.hours_per_completion, (spent / 18).toFixed(2));
  assert.equal(all?.cost_per_completion, ((60 * spent + 25 * 24) / 18).toFixed(2));
  assert.ok(Number(all?.cost_low) < Number(all?.cost_per_completion) && Number(all?.cost_per_completion) < Number(all?.cost_high));
  assert.equal(table(curves).filter(({ by }) => by === "all").length, 24);
  assert.equal(flow("activities", write("few.csv", attempts(9)), "--map", "uren", "--out", out).status, 0);
  assert.deepEqual(new Set(table(out).map(({ refused, students, completed }) => `${refused} ${students}${completed}`)), new Set(["few_students "]));
}));

test("attempts that cannot be read are refused with their row, and nothing is written", inFolder((folder, write) => {
  const bad = { "cut off": [`${attempts(12)}s12;Zorg;havo`, "Row 14"], NaN: [`${hours}a;b;c;d;1;NaN;gehaald;1;1\n`, "Row 2"], "below nought": [`${hours}a;b;c;d;1;-1;gehaald;1;1\n`, "Row 2"],
    "another outcome": [`${hours}a;b;c;d;1;1;wie weet;1;1\n`, "Row 2"], "another file": ["naam;leeftijd\nans;17\n", "Row 1"] };
  const out = join(folder, "costs.csv");
  for (const [what, [text, row]] of Object.entries(bad)) {
    const told = flow("activities", write("bad.csv", text), "--map", "uren", "--out", out);
    assert.equal(told.status, 1, what);
    assert.ok(told.stderr.includes(row), `${what}: ${told.stderr}`);
    assert.equal(existsSync(out), false, what);
  }
  assert.equal(flow("activities", write("students.csv", ten), "--map", "simulated", "--out", out).status, 1, "stays are no attempts");
  assert.equal(flow("curves", write("uren.csv", attempts(12)), "--map", "uren", "--clock", "day", "--out", out).status, 1, "nor are attempts stays");
  assert.equal(existsSync(out), false);
  const kept = join(folder, "kept"), costs = join(folder, "again.csv");
  assert.equal(flow("import", write("uren.csv", attempts(24)), "--map", "uren", "--out", kept).status, 0);
  assert.equal(flow("activities", join(folder, "uren.csv"), "--map", "uren", "--out", out).status, 0);
  assert.equal(flow("activities", join(kept, "data.csv"), "--map", join(kept, "mapping.toml"), "--out", costs).status, 0);
  assert.equal(readFileSync(costs, "utf8"), readFileSync(out, "utf8"));
}));

test("judgements of teams come out by the rules alone", inFolder((folder, write) => {
  const header = "team,teacher,cohort,of_ten,students,happened,model\n", out = join(folder, "teams.csv");
  const said = (/** @type {string} */ team, /** @type {number} */ teachers, /** @type {number} */ each) => Array.from({ length: teachers * each }, (_, at) =>
    `${team},t${at % teachers},${2020 + at % 4},${at % 11},20,${Math.min(20, 2 * (at % 11))},0.5\n`).join("");
  const told = flow("judgements", write("oordelen.csv", header + said("groot", 5, 40) + said("klein", 5, 39) + said("vier", 4, 60)), "--out", out, "--json");
  assert.equal(told.status, 0, told.stderr);
  assert.deepEqual([JSON.parse(told.stdout).teams, JSON.parse(told.stdout).whole], [3, 1]);
  const [big, small, four] = table(out);
  assert.deepEqual([big.refused, big.judgements, big.adds], ["", "200", "1"]);
  assert.ok(Math.abs(Number(big.brier) - (Number(big.reliability) - Number(big.resolution) + Number(big.uncertainty))) < 2e-4);
  assert.deepEqual([small.refused, small.judgements, small.brier, four.refused, four.brier], ["few_judgements", "", "", "few_teachers", ""]);
  const bad = flow("judgements", write("bad.csv", `${header}a,b,2024,7,20,21,0.5\n`), "--out", join(folder, "none.csv"));
  assert.equal(bad.status, 1);
  assert.ok(bad.stderr.includes("Row 2"));
  assert.equal(existsSync(join(folder, "none.csv")), false);
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
