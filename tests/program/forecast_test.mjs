// Forecasts on the command line: a school's stays in, forecasts and the report of past years out, or a sentence why not.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

/** @param {string[]} words */
const flow = (...words) => {
  const { status, stdout, stderr } = spawnSync("build/loopbaankaart", ["flow", ...words], { encoding: "utf8", env: { ...process.env, LC_ALL: "en_GB.UTF-8" } });
  return { status, stdout, stderr };
};
/** @param {(at: (name: string) => string) => void} story */
const inFolder = (story) => () => {
  const folder = mkdtempSync(join(tmpdir(), "loopbaankaart-forecast-"));
  try { story((name) => join(folder, name)); } finally { rmSync(folder, { recursive: true, force: true }); }
};

const mapping = `kind = "spells"
separator = ";"
[columns]
person = "student"
group = "opleiding"
sector = "sector"
enter = "begin"
leave = "eind"
from = "van"
to = "naar"
[clock]
dates = "yyyy-mm-dd"
[states]
names = ["jaar1", "jaar2", "gestopt", "diploma"]
[codes]
jaar1 = "jaar1"
jaar2 = "jaar2"
gestopt = "gestopt"
diploma = "diploma"
bezig = "still_there"
`;
const header = "student;opleiding;sector;begin;eind;van;naar";
const programmes = [["kok", "horeca", 40], ["ober", "horeca", 25], ["tuin", "groen", 60], ["bos", "groen", 4]];
/** Students of two years of school, of cohorts from first up to and including last, in which all are still there. */
const students = (/** @type {number} */ first, /** @type {number} */ last) => {
  const rows = [header];
  let id = 0;
  for (const [programme, sector, intake] of programmes)
    for (let year = first; year <= last; ++year)
      for (let at = 0; at < Number(intake); ++at) {
        const who = `${++id};${programme};${sector}`, begin = `${year}-09-01`, next = `${year + 1}-09-01`;
        if (year === last) rows.push(`${who};${begin};${last}-10-01;jaar1;bezig`);
        else if ((at * 7 + year) % 9 < 2) rows.push(`${who};${begin};${year}-12-01;jaar1;gestopt`);
        else {
          rows.push(`${who};${begin};${next};jaar1;jaar2`);
          rows.push(year + 1 === last ? `${who};${next};${last}-10-01;jaar2;bezig` : `${who};${next};${year + 2}-09-01;jaar2;${at % 11 === 0 ? "gestopt" : "diploma"}`);
        }
      }
  return `${rows.join("\n")}\n`;
};
/** Of a table in which no cell of interest is quoted. */
const table = (/** @type {string} */ file) => {
  const [names, ...rows] = readFileSync(file, "utf8").trim().split("\n").map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) => cell).slice(0, line.endsWith(",") ? undefined : -1));
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]])));
};

test("a forecast has a line for every programme, sector and the school, with its words and what made it", inFolder((at) => {
  writeFileSync(at("a.csv"), students(2015, 2023)), writeFileSync(at("m.toml"), mapping);
  for (const out of ["one.csv", "two.csv", "one.json"]) assert.equal(flow("forecast", at("a.csv"), "--map", at("m.toml"), "--horizon", "2", "--out", at(out)).status, 0, out);
  assert.equal(readFileSync(at("one.csv"), "utf8"), readFileSync(at("two.csv"), "utf8"));
  const lines = table(at("one.csv")), { made, lines: told } = JSON.parse(readFileSync(at("one.json"), "utf8"));
  assert.equal(lines.length, (4 + 2 + 1) * 4 * 2);
  assert.equal(told.length, lines.length);
  const left = lines.find(({ level, subject, state, school_year }) => level === "programme" && subject === "tuin" && state === "gestopt" && school_year === "2023");
  assert.ok(left && Number(left.low95) <= Number(left.low80) && Number(left.low80) <= Number(left.median) && Number(left.median) <= Number(left.high80), JSON.stringify(left));
  assert.ok(left.sentence_nl.includes(left.low80) && left.sentence_en.includes(left.high80));
  for (const line of lines) {
    assert.equal(line.refused === "few_students", line.subject === "bos", JSON.stringify(line));
    assert.equal(line.median === "", line.refused !== "");
    assert.deepEqual([line.data, line.model, line.seed, line.version], [made.data, made.model, String(made.seed), made.version]);
  }
  assert.match(made.data, /^[0-9a-f]{64}$/);
  assert.equal(flow("forecast", at("a.csv"), "--map", at("m.toml"), "--horizon", "2", "--seed", "2", "--out", at("two.csv")).status, 0);
  assert.notEqual(readFileSync(at("one.csv"), "utf8"), readFileSync(at("two.csv"), "utf8"));
}));

test("a back-test is a page, a table or data, in two languages", inFolder((at) => {
  writeFileSync(at("a.csv"), students(2015, 2023)), writeFileSync(at("m.toml"), mapping);
  for (const [out, language] of [["nl.html", "nl"], ["en.html", "en"], ["a.csv.csv", "nl"], ["a.json", "nl"]])
    assert.equal(flow("backtest", at("a.csv"), "--map", at("m.toml"), "--horizon", "2", "--language", language, "--out", at(out)).status, 0, out);
  for (const language of ["nl", "en"]) assert.ok(readFileSync(at(`${language}.html`), "utf8").startsWith(`<!doctype html>\n<html lang="${language}">`));
  const { first_year, realised } = JSON.parse(readFileSync(at("a.json"), "utf8")), rows = table(at("a.csv.csv"));
  assert.equal(rows.length, first_year.classes.length + realised.classes.length);
  assert.ok(rows.every(({ gate, cohorts }) => ["green", "amber", "red", "grey"].includes(gate) && Number(cohorts) <= 5));
}));

test("cohorts that are no school years are rounds, in the order of the mapping", inFolder((at) => {
  const rows = ["id;cohort;d0;d1;naar"], rounds = ["13B", "13J", "14B", "14J"];
  rounds.forEach((round) => { for (let id = 0; id < 30; ++id) rows.push(`${round}${id};${round};0;${id % 4 === 0 ? 90 : 240};${id % 4 === 0 ? "weg" : "klaar"}`); });
  writeFileSync(at("a.csv"), rows.join("\n"));
  const toml = (/** @type {string} */ more) => `kind = "spells"\n[columns]\nperson = "id"\ncohort = "cohort"\nenter = "d0"\nleave = "d1"\nto = "naar"\n[states]\nnames = ["bezig", "weg", "klaar"]\nalways_from = "bezig"\n${more}`;
  writeFileSync(at("m.toml"), toml(`[clock]\ncohorts = ${JSON.stringify(rounds)}\n`)), writeFileSync(at("years.toml"), toml(""));
  assert.equal(flow("forecast", at("a.csv"), "--map", at("m.toml"), "--horizon", "1", "--out", at("f.csv")).status, 0);
  assert.deepEqual([...new Set(table(at("f.csv")).map(({ school_year }) => school_year))], ["14J+1"]);
  const told = flow("forecast", at("a.csv"), "--map", at("years.toml"), "--out", at("g.csv"));
  assert.equal(told.status, 1);
  assert.ok(told.stderr.includes("Row 2 (13B)"), told.stderr);
}));

test("what cannot be forecast is refused with a sentence, and nothing is written", inFolder((at) => {
  const whole = students(2018, 2023), row = whole.split("\n")[40];
  writeFileSync(at("m.toml"), mapping);
  const bad = {
    "one cohort": [students(2022, 2023), ""],
    "one student": [`${header}\n1;kok;horeca;2018-09-01;2023-08-30;jaar1;bezig\n`, ""],
    "all last seen": [whole.replaceAll(/gestopt|diploma/g, "bezig").split("\n").filter((line) => !line.includes(";jaar1;jaar2")).join("\n"), ""],
    truncated: [whole.slice(0, whole.length - 18), "Row "],
    "no date": [whole.replace(row, row.replace(/\d{4}-\d\d-\d\d/, "NaN")), "Row 41"],
    "another file": ["naam;leeftijd\nans;17\n", "Row 1"],
    nothing: ["", ""],
  };
  for (const [what, [text, said]] of Object.entries(bad)) {
    writeFileSync(at("bad.csv"), text);
    for (const command of ["forecast", "backtest"]) {
      const told = flow(command, at("bad.csv"), "--map", at("m.toml"), "--out", at("out.csv"));
      assert.equal(told.status, 1, `${what}: ${told.stdout}`);
      assert.ok(told.stderr.trim().length > 20 && told.stderr.includes(said), `${what}: ${told.stderr}`);
      assert.deepEqual(readdirSync(at("")).sort(), ["bad.csv", "m.toml"], what);
    }
  }
  writeFileSync(at("bad.csv"), whole);
  assert.equal(flow("forecast", at("bad.csv"), "--map", at("m.toml"), "--out", at("out.xlsx")).status, 1);
  assert.equal(flow("forecast", at("bad.csv"), "--map", at("m.toml"), "--out", at("no/where.csv")).status, 1);
  assert.equal(flow("forecast", at("bad.csv"), "--map", "simulated", "--out", at("out.csv")).status, 1);
  assert.equal(flow("forecast", at("bad.csv"), "--map", at("m.toml"), "--horizon", "0", "--out", at("out.csv")).status, 2);
  assert.deepEqual(readdirSync(at("")).sort(), ["bad.csv", "m.toml"]);
}));
