// Two schools on one program, with nobody in them yet; and what their databases hold.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openMailbox } from "./mailbox.mjs";
import { Visitor } from "./visitor.mjs";

export const program = process.env.LOOPBAANKAART_PROGRAM ?? "build/loopbaankaart";

/** @param {string[]} words */
const run = (...words) => {
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${words.join(" ")}: ${stderr}`);
  return stdout;
};

/** @typedef {{method: string, path: string, policy: string, module: string}} Route */
/** @returns {Route[]} */
export const routes = () => JSON.parse(run("routes", "--json"));

/** @returns {Promise<number>} */
export const freePort = () => new Promise((resolve, reject) => {
  const server = createServer();
  server.on("error", reject);
  server.listen(0, "127.0.0.1", () => {
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    server.close(() => resolve(port));
  });
});

/** Every row of every table as text, after the names of the table and of the school. @param {string} file @returns {string[]} */
function rowsOfFile(file) {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name").all();
    return tables.flatMap(({ name }) => database.prepare(`SELECT * FROM "${name}"`).all().map((row) =>
      `${name} ${basename(dirname(file))} ${JSON.stringify(row, (_, value) => (value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value))}`));
  } finally {
    database.close();
  }
}

/** The day until which something was shared is past, from now on. @param {string} grant */
const passing = (grant) => `access_grant SET closes_at = given_at + 1 WHERE id = '${grant}' AND closes_at IS NOT NULL`;

/** @param {string[]} files @param {string} grant */
function passInFiles(files, grant) {
  for (const file of files) {
    const database = new DatabaseSync(file, { timeout: 10_000 });
    try {
      const there = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'access_grant'").get();
      if (there) database.exec(`UPDATE ${passing(grant)}`);
    } finally {
      database.close();
    }
  }
}

/** The same of a PostgreSQL database. @param {string} address @returns {string[]} */
function rowsOfDatabase(address) {
  const ask = (/** @type {string} */ sql) => {
    const { status, stdout, stderr } = spawnSync("psql", [address, "-qAtc", sql], { encoding: "utf8", maxBuffer: 1 << 28 });
    if (status !== 0) throw new Error(stderr);
    return stdout.split("\n").filter((line) => line !== "");
  };
  const tables = ask("SELECT format('%I.%I', schemaname, tablename) || ' ' || tablename || ' ' || schemaname FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')");
  return ask(tables.map((each) => each.split(" ")).map(([table, name, school]) => `SELECT '${name} ${school} ' || row_to_json(t)::text FROM ${table} t`).join(" UNION ALL "));
}

/** @param {string} address @param {string} grant */
function passInDatabase(address, grant) {
  const psql = (/** @type {string} */ sql) => {
    const { status, stdout, stderr } = spawnSync("psql", [address, "-qAtc", sql], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return stdout.split("\n").filter((line) => line !== "");
  };
  for (const schema of psql("SELECT quote_ident(schemaname) FROM pg_tables WHERE tablename = 'access_grant'")) psql(`UPDATE ${schema}.${passing(grant)}`);
}

let databases = 0;

/** @param {"sqlite" | "postgresql"} backend */
function placeFor(backend) {
  const folder = mkdtempSync(join(tmpdir(), "loopbaankaart-access-"));
  const data = join(folder, "data"), words = ["--data", data];
  const files = () => readdirSync(data, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".sqlite")).map((name) => join(data, name));
  const place = { folder, data, words, rows: () => files().flatMap(rowsOfFile), pass: (/** @type {string} */ grant) => passInFiles(files(), grant), drop: () => {} };
  if (backend === "sqlite") return place;
  const cluster = process.env.LOOPBAANKAART_TEST_POSTGRESQL;
  if (cluster === undefined) throw new Error("no PostgreSQL: run this inside tools/with-postgresql");
  const name = `access_${process.pid}_${++databases}`, address = cluster.replace(/\/\/\/\w+/, `///${name}`);
  const psql = (/** @type {string} */ sql) => {
    const { status, stderr } = spawnSync("psql", [cluster, "-qc", sql], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
  };
  psql(`CREATE DATABASE ${name}`);
  words.push("--database", address);
  place.rows = () => rowsOfDatabase(address);
  place.pass = (grant) => passInDatabase(address, grant);
  place.drop = () => { psql(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`); psql(`DROP DATABASE IF EXISTS ${name}_keys WITH (FORCE)`); };
  return place;
}

/** Who waits with the first line of `serve` is told when it is open. @param {string[]} words @param {number} port */
async function serve(words, port) {
  const child = spawn(program, ["serve", ...words, "--port", String(port)], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((resolve, reject) => {
    child.stdout.once("data", resolve);
    child.once("exit", (code) => reject(new Error(`serve stopped with ${code}`)));
  });
  child.stdout.resume();
  return () => new Promise((resolve) => {
    child.removeAllListeners("exit");
    child.once("exit", resolve);
    child.kill("SIGTERM");
  });
}

/** Schools by name, with a title and whether their map is open; each with the link of its first administrator.
 * @param {"sqlite" | "postgresql"} backend @param {{name: string, title: string, open: boolean}[]} schools */
export async function openTown(backend, schools) {
  const place = placeFor(backend), mailbox = await openMailbox(), port = await freePort();
  const links = /** @type {Record<string, string>} */ ({});
  for (const { name, title } of schools) {
    const told = run("school", "add", name, "--title", title, "--host", `${name}.localhost`, "--address", `http://${name}.localhost:${port}`, ...place.words);
    links[name] = /\/welkom\/[\w-]{43}/.exec(told)?.[0] ?? "";
  }
  const settings = join(place.data, "config.toml");
  const [head, ...tables] = readFileSync(settings, "utf8").split("[[school]]");
  const opened = tables.map((table, at) => table.replace("public_map = true", `public_map = ${schools[at].open}`));
  writeFileSync(settings, [head, `[mail]\nsmtp = 'smtp://127.0.0.1:${mailbox.port}'\nfrom = 'kaart@voorbeeld.nl'\n\n`, ...opened.map((table) => `[[school]]${table}`)].join(""));
  const stop = await serve(place.words, port);
  return {
    port, mailbox,
    /** @param {string} school */
    at: (school) => new Visitor(port, `${school}.localhost`),
    /** The path of the first administrator's link. @param {string} school */
    link: (school) => links[school],
    rows: place.rows,
    pass: place.pass,
    /** Stays of which a school shows the figures, read in by who runs the server. @param {string} school @param {string} stays @param {string} mapping @param {string[]} more */
    bringFigures(school, stays, mapping, ...more) {
      const [file, map] = [join(place.folder, `${school}.csv`), join(place.folder, `${school}.toml`)];
      writeFileSync(file, stays);
      writeFileSync(map, mapping);
      run("flow", "import", file, "--map", map, "--school", school, ...more, ...place.words);
    },
    /** What is known of students, for a school that switched that on. @param {string} school @param {string[]} how a command of `flow persons` and its options @param {string} students @param {string} mapping */
    bringPersons(school, how, students, mapping) {
      const [file, map] = [join(place.folder, `${school}-persons.csv`), join(place.folder, `${school}-persons.toml`)];
      writeFileSync(file, students);
      writeFileSync(map, mapping);
      const [command, ...more] = how;
      run("flow", "persons", command, file, "--map", map, "--school", school, ...more, ...place.words);
    },
    async close() {
      const code = await stop();
      mailbox.close();
      place.drop();
      rmSync(place.folder, { recursive: true, force: true });
      if (code !== 0) throw new Error(`serve ended with ${code}`);
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof openTown>>} Town */
