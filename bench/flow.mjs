// What data about flow costs, beside R's survival (Debian: r-cran-survival) in the same run:
//     node bench/flow.mjs BUILD [--students N] [--reference DIR] [--without-r]
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [build = "build", ...words] = process.argv.slice(2);
const option = (/** @type {string} */ name, /** @type {string} */ otherwise) => (words.includes(name) ? words[words.indexOf(name) + 1] : otherwise);
const students = Number(option("--students", "1000000"));
const folder = mkdtempSync(join(tmpdir(), "loopbaankaart-flow-"));

/** @param {string} program @param {string[]} arguments_ @returns {any[]} */
const run = (program, ...arguments_) => {
  const { status, stdout, stderr } = spawnSync(program, arguments_, { encoding: "utf8", maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${program} ${arguments_.join(" ")}: ${stderr}`);
  return stdout.trim().split("\n").map((line) => JSON.parse(line));
};
const ours = (/** @type {string[]} */ ...arguments_) => run(`${build}/bench/flow_bench`, ...arguments_);
const say = (/** @type {string} */ what, /** @type {any} */ told) => console.log(what.padEnd(44), JSON.stringify(told));

try {
  const file = join(folder, "students.csv"), out = join(folder, "curves.csv");
  for (const clock of ["day", "half"]) {
    ours("write", String(students), clock, file);
    const two = ours("curves", String(students), clock, "2")[0], one = ours("curves", String(students), clock, "1")[0];
    say(`${students} students, ${clock}, 2 threads`, two);
    say(`${students} students, ${clock}, 1 thread`, one);
    if (words.includes("--without-r")) continue;
    if (clock === "day") say("the same from a file", ours("file", file, out)[0]);
    const theirs = run("Rscript", "bench/flow.R", file, clock, ...(clock === "day" ? [out] : []))[0];
    say(`R's survival, ${clock}`, theirs);
    say(`R : ours, ${clock}`, { clock: Math.round((theirs.seconds * 1000) / two.ms), processor: Math.round((theirs.processor_seconds * 1000) / two.processor_ms), memory: Math.round(theirs.megabytes / two.megabytes) });
  }
  say("counting pass, 20 million stays", ours("count", "20000000")[0]);
  const large = join(folder, "large.csv");
  const { rows } = ours("write", "4300000", "day", large)[0];
  say(`reading ${rows} rows, ${Math.round(statSync(large).size / 1e6)} MB`, ours("read", large)[0]);
  const reference = option("--reference", "");
  if (reference) for (const told of ours("reference", reference)) say("reference", told);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
