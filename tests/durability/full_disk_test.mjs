// The real program on a disk that fills while somebody keeps words and photos: what it called kept is there, what it refused is not, reading goes on,
// and when there is room again everything that was refused can be sent once more. The disk is small by a limit on how large a file may grow.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { freePort, program } from "../access/town.mjs";
import { newId, Visitor } from "../access/visitor.mjs";
import { pngOf } from "../program/png.mjs";

const things = 60;

/** A picture that hardly shrinks: its file is larger than the disk has room for. @param {number} side */
const noise = (side) => pngOf(Buffer.from(Array.from({ length: side * side * 3 }, () => Math.floor(Math.random() * 256))), side, side);

/** @param {string} data @param {number} port @param {string} limit of a file, in KB */
async function serve(data, port, limit) {
  const child = spawn("bash", ["-c", `trap '' XFSZ; ulimit -f ${limit}; exec "$0" serve --data "$1" --port "$2"`, program, data, String(port)], { stdio: ["ignore", "pipe", "ignore"] });
  await once(/** @type {import("node:stream").Readable} */ (child.stdout), "data");
  return async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  };
}

/** @param {number} port @param {string} user @param {string} password */
async function signedIn(port, user, password) {
  const student = await new Visitor(port, "localhost").takeKey();
  const { status } = await student.post("/inloggen", { naam: user, wachtwoord: password });
  assert.equal(status, 303);
  const { text } = await student.get("/rugzak/bewaren");
  student.key = /name="sleutel" value="([\w-]+)"/.exec(text)?.[1] ?? "";
  return student;
}

/** Every page of the backpack. @param {Visitor} student */
async function backpack(student) {
  let all = "";
  for (let path = "/rugzak"; path;) {
    const { status, text } = await student.send("GET", path);
    assert.equal(status, 200, path);
    all += text;
    path = /<a [^>]*href="(\/rugzak\?voor=\w+)"/.exec(text)?.[1] ?? "";
  }
  return all;
}

test("a full disk: nothing is called kept that is not, nothing is lost", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "loopbaankaart-full-")), data = join(folder, "data"), port = await freePort();
  const files = () => readdirSync(join(data, "schools", "demo", "media"), { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).length;
  let stop = async () => {};
  try {
    const { stdout } = spawnSync(program, ["demo", "--data", data, "--json", "--students", "5", "--port", String(port)], { encoding: "utf8" });
    const { user_name, password } = JSON.parse(stdout).people.find((/** @type {{role: string}} */ one) => one.role === "student");
    const filesBefore = files();
    const sent = Array.from({ length: things }, (_, at) => ({
      id: newId(), words: `ding-${at}-einde ${"De oven was warm. ".repeat(400)}`,
      files: at % 3 === 2 ? [{ name: "foto", file: "foto.png", type: "image/png", bytes: noise(at % 2 ? 60 : 500) }] : [],
    }));
    const mark = (/** @type {number} */ at) => `ding-${at}-einde`;

    stop = await serve(data, port, "600");
    let student = await signedIn(port, user_name, password);
    const keep = (/** @type {typeof sent[0]} */ { id, words, files: photos }) =>
      student.send("POST", "/rugzak/bewaren", { form: { sleutel: student.key, id, woorden: words }, files: photos });
    const statuses = [];
    for (const one of sent) statuses.push((await keep(one)).status);
    const shown = await backpack(student);
    for (const [at, status] of statuses.entries()) {
      assert.ok(status === 303 || status === 500 || status === 503, `${at}: ${status}`);
      assert.equal(shown.includes(mark(at)), status === 303, `${at}: ${status}`);
    }
    const kept = statuses.filter((status) => status === 303).length;
    assert.ok(kept > 0 && kept < things, `${kept} kept`);
    await stop();

    stop = await serve(data, port, "unlimited");
    student = await signedIn(port, user_name, password);
    const later = await backpack(student);
    for (const [at, status] of statuses.entries()) assert.equal(later.includes(mark(at)), status === 303, `${at} after starting again`);
    for (const one of sent) assert.equal((await keep(one)).status, 303);
    const all = await backpack(student);
    for (const at of sent.keys()) assert.equal(all.split(mark(at)).length - 1, 1, `${at} once`);
    assert.equal(files() - filesBefore, sent.filter((one) => one.files.length > 0).length, "a file for every photo, and none besides");
    await stop();
    t.diagnostic(`${kept} of ${things} kept on the small disk, all afterwards`);
  } finally {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
