// kill.mjs PROGRAM sqlite|postgresql [SECONDS] [SEED]: kills a program that keeps things, over and over, at moments nobody chose,
// and compares what it acknowledged (our ledger) with what is there afterwards. Nothing acknowledged may be gone; nothing may
// have taken effect twice, although everything unacknowledged is sent again.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const [program, database, seconds = process.env.LOOPBAANKAART_LONG ? "120" : "6", seedGiven] = process.argv.slice(2);
const seed = Number(seedGiven ?? Date.now() % 2 ** 31);
const mostOpen = 64;         // writes under way at once
const readyWithin = 2_000;   // milliseconds after a kill (reported; a budget of the bench, not of this test)

let state = seed;
// Mulberry32: small, repeatable, good enough to choose a moment.
function chance() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

const folder = mkdtempSync(join(tmpdir(), "loopbaankaart-kill-"));
/** @type {Set<string>} */
const acknowledged = new Set();
/** @type {Set<string>} */
const open = new Set();  // sent, not acknowledged: sent again after the restart
let next = 0, rounds = 0, slowest = 0;

/** @param {string[]} parameters */
function start(parameters) {
  const child = spawn(program, parameters, { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.on("error", () => {});  // a killed program reads no more
  const lines = createInterface({ input: child.stdout });
  const closed = Promise.all([new Promise((done) => child.on("exit", done)), new Promise((done) => lines.on("close", done))]);
  return { child, lines, closed };
}

/** The address of a database of our own, and what ends it. */
async function makeDatabase() {
  if (database !== "postgresql") return { address: "", end: async () => {} };
  const cluster = process.env.LOOPBAANKAART_TEST_POSTGRESQL;
  if (cluster === undefined) throw new Error("no PostgreSQL: run this inside tools/with-postgresql");
  const maker = start(["--make-database", cluster]);
  const address = await new Promise((done) => maker.lines.once("line", done));
  return { address, end: async () => { maker.child.stdin.end(); await maker.closed; } };
}

/** One life: sends until it is killed in the middle of things. @param {string} address */
async function liveAndDie(address) {
  const begun = performance.now();
  const { child, lines, closed } = start([folder, address]);
  const killAfter = Math.floor(chance() * 400);  // acknowledgements
  let heard = 0;
  const send = (/** @type {string} */ id) => { open.add(id); child.stdin.write(`${id}\n`); };
  lines.on("line", (line) => {
    if (line === "ready") {
      slowest = Math.max(slowest, performance.now() - begun);
      for (const id of [...open]) send(id);
      while (open.size < mostOpen) send(`ding-${String(next++).padStart(8, "0")}`);
      return;
    }
    if (line.startsWith("failed ")) throw new Error(line);
    open.delete(line);
    acknowledged.add(line);
    if (heard++ === killAfter) setTimeout(() => child.kill("SIGKILL"), chance() * 20);
    if (heard <= killAfter + mostOpen * 40) send(`ding-${String(next++).padStart(8, "0")}`);
  });
  await closed;
  rounds++;
}

/** What is there now: id → how often it took effect. @param {string} address */
async function look(address) {
  const { child, lines, closed } = start([folder, address]);
  /** @type {Map<string, number>} */
  const kept = new Map();
  lines.on("line", (line) => {
    const [id, times] = line.split(" ");
    if (line === "ready") child.stdin.write("list\n");
    else if (line === "end") child.stdin.end();
    else kept.set(id, Number(times));
  });
  await closed;
  return kept;
}

const { address, end } = await makeDatabase();
try {
  const until = performance.now() + Number(seconds) * 1000;
  let lost = 0, doubled = 0;
  while (performance.now() < until) {
    await liveAndDie(address);
    if (rounds % 4 !== 0 && performance.now() < until) continue;
    const kept = await look(address);
    lost = [...acknowledged].filter((id) => !kept.has(id)).length;
    doubled = [...kept.values()].filter((times) => times !== 1).length;
    if (lost + doubled > 0) break;
  }
  console.log(`${database}: ${rounds} kills, ${acknowledged.size} acknowledged, ${lost} lost, ${doubled} doubled, ` +
    `ready within ${Math.round(slowest)} ms (aim ${readyWithin}), seed ${seed}`);
  process.exitCode = lost + doubled === 0 && acknowledged.size > 0 && rounds > 0 ? 0 : 1;
} finally {
  await end();
  rmSync(folder, { recursive: true });
}
