// What the pages of Doorstroom cost in a large school, with and without its tables of one year of a sector and of a programme: node bench/flow_pages.mjs [sqlite|postgresql]
// (PostgreSQL: inside tools/with-postgresql). Prints processor milliseconds of a request: of the program, and of the database's processes where it has them.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openHouse, signIn, visit } from "../tests/browser/house.mjs";
import { firstYear, programmes, writeLargeSchool, years } from "./large_school.mjs";
import { processorTime } from "./server.mjs";

const backend = process.argv[2] === "postgresql" ? "postgresql" : "sqlite";
const ofOneYear = "SELECT number FROM flow_table AS one WHERE one.data_set = %.data_set AND family IN ('year_sector', 'year_programme')";
const withoutYears = [`DELETE FROM flow_figure WHERE table_number IN (${ofOneYear.replace("%", "flow_figure")})`, "DELETE FROM flow_table WHERE family IN ('year_sector', 'year_programme')"];
const counts = "SELECT family, count(*) FROM flow_table WHERE data_set = (SELECT id FROM flow_set WHERE name = 'groot') GROUP BY family ORDER BY family";

const house = await openHouse(backend), folder = mkdtempSync(join(tmpdir(), "loopbaankaart-large-"));
const database = house.place[house.place.indexOf("--database") + 1];  // of PostgreSQL
const psql = (/** @type {string[]} */ ...sql) => execFileSync("psql", [database, "-qAtF", " ", ...sql.flatMap((one) => ["-c", one])], { encoding: "utf8" }).trim();
const ofSchool = (/** @type {string} */ sql) => {
  if (backend === "postgresql") return psql("SET search_path = school_demo", sql);
  const school = new DatabaseSync(join(house.place[1], "schools", "demo", "school.sqlite"));
  try { return school.prepare(sql).all().map((row) => Object.values(row).join(" ")).join("\n"); } finally { school.close(); }
};
const databaseTime = () => backend === "sqlite" ? 0
  : psql("SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()").split("\n").map((pid) => processorTime(Number(pid))).reduce((sum, time) => sum + time, 0);

/** Processor milliseconds of a request, of the program and of the database: the least of three runs, as other work on the machine only adds. @param {string} path @param {string} cookie */
function cost(path, cookie) {
  const run = () => execFileSync("wrk", ["-t1", "-c2", "-d1s", "-H", `Cookie: ${cookie}`, house.address.replace("localhost", "127.0.0.1") + path], { encoding: "utf8" });
  const measured = () => {
    const before = processorTime(house.pid()), databaseBefore = databaseTime(), out = run(), all = Number(/(\d+) requests in/.exec(out)?.[1]);
    if (/Non-2xx|Socket errors/.test(out)) throw new Error(`${path}: ${out}`);
    return [(processorTime(house.pid()) - before) / all / 1000, (databaseTime() - databaseBefore) / all / 1000];
  };
  run();
  return [measured(), measured(), measured()].reduce((least, one) => one[0] + one[1] < least[0] + least[1] ? one : least);
}

try {
  const school = writeLargeSchool(folder, { least: 100, most: 260 }), begun = process.hrtime.bigint();
  const kept = spawnSync("build/loopbaankaart", [...school.words, "--school", "demo", ...house.place], { encoding: "utf8" });
  if (kept.status !== 0) throw new Error(kept.stderr);
  console.log(`${school.students} students, ${school.rows} rows, ${programmes} programmes, ${years} years: read in ${Number((process.hrtime.bigint() - begun) / 1_000_000n) / 1000} s\n${ofSchool(counts)}`);
  const { page: window, context } = await visit(house);
  await signIn(window, house, "analyst");
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  await context.close();
  const sector = "sector=Techniek", programme = `opleiding=${encodeURIComponent("Techniek: beheer")}`, year = `jaar=${firstYear + 1}`;
  const page = "/stroom/doorstroom", beside = `${programme}&${year}&naast=${firstYear + 2}`;
  /** @type {[string, string, string][]} */
  const looks = [["whole school", page, ""], ["one year of the school", page, year], ["one sector", page, sector], ["one level", page, "niveau=4"], ["one programme", page, programme],
    ["one year of a sector", page, `${sector}&${year}`], ["one year of a programme", page, `${programme}&${year}`], ["a sector beside the school", page, `${sector}&naast=school`],
    ["two years of a programme", page, beside], ["the school as CSV", `${page}/csv`, ""], ["one year of a programme as CSV", `${page}/csv`, `${programme}&${year}`],
    ["its picture", `${page}/beeld`, `${programme}&${year}`]];
  /** @type {Map<string, number[][]>} */
  const found = new Map();
  for (const without of [false, true]) {
    if (without) for (const sql of withoutYears) ofSchool(sql);
    for (const [called, path, asked] of looks) found.set(called, [...found.get(called) ?? [], cost(`${path}?gegevens=groot&${asked}`, cookie)]);
  }
  const written = (/** @type {number[]} */ [program, ofDatabase]) => program.toFixed(2) + (backend === "sqlite" ? "" : ` + ${ofDatabase.toFixed(2)}`);
  for (const [called, [all, without]] of found) console.log(`${called}: ${written(all)} ms, without tables of one year ${written(without)} ms`);
} finally {
  rmSync(folder, { recursive: true, force: true });
  await house.close();
}
