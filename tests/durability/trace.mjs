// trace.mjs PROGRAM [GUARD]: proves from the system calls that a write on SQLite is acknowledged only after the sync of its commit.
// With the name of a guard, that guard is taken away, and the proof must fail: the test passes when the trace shows the mistake.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [program, guard = ""] = process.argv.slice(2);
const ids = ["eerste", "tweede", "derde"];

/**
 * What is wrong in the trace; empty when every acknowledgement follows a sync that covers its commit.
 * A line of strace -y names the file: 123 pwrite64(7</…/school.sqlite-wal>, …) = 24.
 * @param {string} trace
 */
function mistakes(trace) {
  /** @type {string[]} */
  const found = [];
  let unsynced = false;   // the log holds bytes that are not on the disk yet
  let synced = 0;         // commits since the last acknowledgement that are
  const acknowledged = new Set();
  for (const line of joined(trace)) {
    if (/ p?write(64|v|v2)?\(\d+<[^>]*noord\/school\.sqlite-wal>/.test(line)) unsynced = true;
    else if (/ f(data)?sync\(\d+<[^>]*noord\/school\.sqlite-wal>\)/.test(line) && / = 0$/.test(line)) {
      if (unsynced) synced++;
      unsynced = false;
    } else {
      const said = / write\(1<[^>]*\/out>, "(\w+)\\n"/.exec(line)?.[1];
      if (said === "ready") [unsynced, synced] = [false, 0];
      if (said === undefined || !ids.includes(said)) continue;
      if (unsynced) found.push(`"${said}" was acknowledged while its commit was not synced`);
      if (synced === 0) found.push(`"${said}" was acknowledged without a sync since the one before`);
      synced = 0;
      acknowledged.add(said);
    }
  }
  for (const id of ids) if (!acknowledged.has(id)) found.push(`"${id}" was never acknowledged`);
  return found;
}

/**
 * Calls that another thread interrupted, put together again. A write stands where it began; a sync where it ended, because only
 * then it counts.
 * @param {string} trace
 */
function joined(trace) {
  /** @type {Map<string, string>} */
  const syncing = new Map();
  return trace.split("\n").flatMap((line) => {
    const thread = line.split(" ", 1)[0];
    const resumed = /<\.\.\. (\w+) resumed>(.*)$/.exec(line);
    if (resumed) return resumed[1].endsWith("sync") ? [`${syncing.get(thread)}${resumed[2]}`] : [];
    const [start, rest] = line.split(" <unfinished ...>");
    if (rest === undefined || !/sync\(/.test(start)) return [start];
    syncing.set(thread, start);
    return [];
  });
}

const folder = mkdtempSync(join(tmpdir(), "loopbaankaart-trace-"));
try {
  const log = join(folder, "trace");
  const calls = "trace=fsync,fdatasync,write,pwrite64,pwritev,writev,pwritev2,sync_file_range";
  const traced = spawnSync("strace", ["-f", "-y", "-s", "64", "-e", calls, "-o", log, "sh", "-c",
    // One at a time: the next id goes in when the one before came back.
    `mkfifo ${folder}/in ${folder}/out; "${program}" ${folder} < ${folder}/in > ${folder}/out & exec 3> ${folder}/in 4< ${folder}/out
     read ready <&4; for id in ${ids.join(" ")}; do echo $id >&3; read back <&4; done; exec 3>&-; wait`],
    { env: { ...process.env, LOOPBAANKAART_SABOTAGE: guard, ASAN_OPTIONS: "detect_leaks=0" }, encoding: "utf8", timeout: 60_000 });
  if (traced.status !== 0) throw new Error(`strace ended with ${traced.status}: ${traced.stderr}`);
  const trace = readFileSync(log, "utf8");
  const found = mistakes(trace);
  for (const mistake of found) console.log(mistake);
  console.log(`${ids.length} acknowledgements against ${trace.split("\n").length} system calls: ${found.length} mistakes`);
  process.exitCode = (found.length === 0) === (guard === "") ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
