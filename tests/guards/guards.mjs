// guards.mjs BUILD: takes every named guard away in turn and demands that a test notices.
// tests/guards.txt has a line a case: guard, test program, test filter. The filter passes with the guard and fails without.
// A test of the whole program, tests/…_test.mjs, is run on BUILD/loopbaankaart; its filter is a pattern of names with dots for spaces.
import { readFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { basename } from "node:path";

const build = process.argv[2];
const guards = [...readFileSync("src/base/guard.hpp", "utf8").matchAll(/^ {4}GUARD\((\w+),/gm)].map((match) => match[1]);
const cases = readFileSync("tests/guards.txt", "utf8").split("\n")
  .map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split(/\s+/)).map(([guard, program, filter]) => ({ guard, program, filter }));

const timeout = 300_000;

/** @param {string} program @param {string} filter @param {string} without */
function passesOnTheProgram(program, filter, without) {
  const result = spawnSync(process.execPath, ["--test", "--test-reporter=tap", `--test-name-pattern=${filter}`, `tests/${program}`],
    { env: { ...process.env, LOOPBAANKAART_SABOTAGE: without, LOOPBAANKAART_PROGRAM: `${build}/loopbaankaart` }, encoding: "utf8", timeout });
  return { passed: result.status === 0, ran: Number(/^# tests (\d+)/m.exec(result.stdout)?.[1] ?? 0), output: result.stdout + result.stderr };
}

/** @type {Map<string, ReturnType<typeof passesOnTheProgram>>} */
const known = new Map();  // a whole one with every guard in its place needs no second run; a filter that finds no test notices nothing

/** @param {string} program @param {string} filter @param {string} without */
function passes(program, filter, without) {
  if (program.endsWith(".mjs")) {
    if (without !== "") return passesOnTheProgram(program, filter, without);
    const whole = known.get(program) ?? passesOnTheProgram(program, ".", "");
    known.set(program, whole);
    return whole;
  }
  const module = basename(program).replace(/_test$/, "");
  const result = spawnSync(`${build}/src/${module}/${program}`, [`--gtest_filter=${filter}`, "--gtest_brief=1"],
    { env: { ...process.env, LOOPBAANKAART_SABOTAGE: without }, encoding: "utf8", timeout });
  const ran = Number(/^\[={10}\] (\d+) tests? from/m.exec(result.stdout ?? "")?.[1] ?? 0);
  return { passed: result.status === 0, ran, output: result.stdout + result.stderr };
}

let wrong = 0;
const complain = (/** @type {string} */ text) => { wrong++; console.error(`✗ ${text}`); };
for (const guard of guards) if (!cases.some((one) => one.guard === guard)) complain(`${guard}: no test stands for it in tests/guards.txt`);
for (const { guard, program, filter } of cases) {
  if (!guards.includes(guard)) { complain(`${guard} is no guard`); continue; }
  const whole = passes(program, filter, "");
  if (whole.ran === 0) { complain(`${guard}: ${program} has no test ${filter}`); continue; }
  if (!whole.passed) { complain(`${guard}: ${filter} fails even with its protection\n${whole.output}`); continue; }
  if (passes(program, filter, guard).passed) complain(`${guard}: taken away, and ${filter} did not notice`);
  else console.log(`✓ ${guard} (${whole.ran})`);
}
console.log(`${cases.length - wrong} passed, ${wrong} failed`);
process.exit(wrong === 0 ? 0 : 1);
