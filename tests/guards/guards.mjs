// guards.mjs BUILD: takes every named guard away in turn and demands that a test notices.
// tests/guards.txt has a line a case: guard, test program, test filter. The filter passes with the guard and fails without.
// A test of the whole program, tests/…_test.mjs, is run on BUILD/loopbaankaart; its filter is a pattern of names with dots for spaces.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { basename, join } from "node:path";

/** @typedef {{guard: string, program: string, filter: string}} Case */
/** @typedef {{passed: boolean, ran: number, output: string}} Found */

const build = process.argv[2];
const guards = [...readFileSync("src/base/guard.hpp", "utf8").matchAll(/^ {4}GUARD\((\w+),/gm)].map((match) => match[1]);
const cases = readFileSync("tests/guards.txt", "utf8").split("\n")
  .map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split(/\s+/)).map(([guard, program, filter]) => ({ guard, program, filter }));

/** @param {string} command @param {string[]} words @param {string} without @returns {Promise<{passed: boolean, said: string, output: string}>} */
const run = (command, words, without) => new Promise((resolve) => {
  const env = { ...process.env, LOOPBAANKAART_SABOTAGE: without, LOOPBAANKAART_PROGRAM: `${build}/loopbaankaart` };
  execFile(command, words, { env, encoding: "utf8", timeout: 300_000, maxBuffer: 1 << 28 }, (error, said, complaints) => resolve({ passed: error === null, said, output: said + complaints }));
});

/** @param {string} program @param {string} filter @param {string} without @returns {Promise<Found>} */
async function ofTheProgram(program, filter, without) {
  const { passed, said, output } = await run(process.execPath, ["--test", "--test-reporter=tap", `--test-name-pattern=${filter}`, `tests/${program}`], without);
  return { passed, ran: Number(/^# tests (\d+)/m.exec(said)?.[1] ?? 0), output };
}

/** @param {string} program @param {string} filter @param {string} without @param {string[]} words */
const ofAModule = (program, filter, without, ...words) => run(`${build}/src/${basename(program).replace(/_test$/, "")}/${program}`, [`--gtest_filter=${filter}`, "--gtest_brief=1", ...words], without);

/** Does a name fit a filter, as GoogleTest reads one? @param {string} filter @param {string} name */
const fits = (filter, name) => filter.split(":").some((pattern) =>
  new RegExp(`^${pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*").replaceAll("?", ".")}$`).test(name));

/** What passes with every guard in its place: all that a program is asked for, in one run. @param {string} program @returns {Promise<(filter: string) => Found>} */
async function whole(program) {
  if (program.endsWith(".mjs")) {
    const found = await ofTheProgram(program, ".", "");
    return () => found;  // a filter that finds no test notices nothing
  }
  const folder = mkdtempSync(join(tmpdir(), "loopbaankaart-guards-")), file = join(folder, "found.json");
  const { output } = await ofAModule(program, cases.filter((one) => one.program === program).map(({ filter }) => filter).join(":"), "", `--gtest_output=json:${file}`);
  /** @type {{name: string, failures?: unknown[]}[]} */
  let ran = [];
  try {
    ran = JSON.parse(readFileSync(file, "utf8")).testsuites.flatMap((/** @type {any} */ suite) => suite.testsuite
      .filter((/** @type {any} */ test) => test.result === "COMPLETED").map((/** @type {any} */ test) => ({ name: `${suite.name}.${test.name}`, failures: test.failures })));
  } catch {
    // It ended before it could say what it found: none of its cases passed.
  }
  rmSync(folder, { recursive: true });
  return (filter) => {
    const found = ran.filter(({ name }) => fits(filter, name));
    return { passed: found.every(({ failures }) => failures === undefined), ran: found.length, output };
  };
}

/** @type {Map<string, Promise<(filter: string) => Found>>} */
const known = new Map();
let wrong = 0;
const complain = (/** @type {string} */ text) => { wrong++; console.error(`✗ ${text}`); };

/** @param {Case} one */
async function check({ guard, program, filter }) {
  if (!guards.includes(guard)) return complain(`${guard} is no guard`);
  const asked = known.get(program) ?? whole(program);
  known.set(program, asked);
  const { passed, ran, output } = (await asked)(filter);
  if (ran === 0) return complain(`${guard}: ${program} has no test ${filter}\n${output}`);
  if (!passed) return complain(`${guard}: ${filter} fails even with its protection\n${output}`);
  const without = program.endsWith(".mjs") ? await ofTheProgram(program, filter, guard) : await ofAModule(program, filter, guard);
  if (without.passed) complain(`${guard}: taken away, and ${filter} did not notice`);
  else console.log(`✓ ${guard} (${ran})`);
}

for (const guard of guards) if (!cases.some((one) => one.guard === guard)) complain(`${guard}: no test stands for it in tests/guards.txt`);
const left = [...cases].sort((one, other) => Number(other.program.endsWith(".mjs")) - Number(one.program.endsWith(".mjs")));  // the long ones first
await Promise.all(Array.from({ length: availableParallelism() }, async () => { for (let next = left.shift(); next; next = left.shift()) await check(next); }));
console.log(`${cases.length - wrong} passed, ${wrong} failed`);
process.exit(wrong === 0 ? 0 : 1);
