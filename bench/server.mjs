// Starts page_bench, and reads what a process costs from /proc.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";

/** @param {string} build @param {number} port */
export async function startPageBench(build, port) {
  const folder = mkdtempSync(join(tmpdir(), "loopbaankaart-bench-"));
  const child = spawn("bash", ["-c", `ulimit -n 20000; exec ${build}/bench/page_bench ${folder} ${port}`], { stdio: ["ignore", "pipe", "inherit"] });
  await once(/** @type {import("node:stream").Readable} */ (child.stdout), "data");
  const stop = async () => { child.kill("SIGTERM"); await once(child, "exit"); rmSync(folder, { recursive: true }); };
  return { pid: /** @type {number} */ (child.pid), stop };
}

/** Processor time of the threads of a process so far, in microseconds, by the scheduler: ticks of a hundredth of a second miss much. @param {number} pid */
export function processorTime(pid) {
  const tasks = `/proc/${pid}/task`;
  return readdirSync(tasks).reduce((sum, task) => sum + Number(readFileSync(`${tasks}/${task}/schedstat`, "utf8").split(" ")[0]), 0) / 1000;
}

/** Anonymous and resident memory in bytes. @param {number} pid */
export function memory(pid) {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  const of = (/** @type {string} */ name) => Number(new RegExp(`^${name}: +(\\d+) kB`, "m").exec(text)?.[1]) * 1024;
  return { anonymous: of("Anonymous"), resident: of("Rss") };
}
