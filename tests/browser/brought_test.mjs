// What came in at another school is what was taken along: its pictures look the same and its sounds last as long; also when the program is killed on the way.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { newId } from "../access/visitor.mjs";
import { openHouse } from "./house.mjs";
import { entriesOf } from "./stored_zip.mjs";
import { bring, takenAlong, traveller } from "./traveller.mjs";

/** @typedef {import("../access/visitor.mjs").Visitor} Visitor */

const leastAlike = 35;      // dB, of all that is shown
const mostApart = 0.05;     // seconds of a sound

const backends = /** @type {const} */ (process.env.LOOPBAANKAART_LONG && process.env.LOOPBAANKAART_TEST_POSTGRESQL ? ["sqlite", "postgresql"] : ["sqlite"]);

const folder = mkdtempSync(join(tmpdir(), "loopbaankaart-brought-"));
test.after(() => rmSync(folder, { recursive: true }));

/** As a camera gives it: broad shades, edges, and a little grain. @param {string} size @param {number} at of a film */
function photo(size, at) {
  const file = join(folder, `photo-${size}-${at}.jpg`);
  execFileSync("ffmpeg", ["-v", "error", "-y", "-ss", String(at), "-f", "lavfi", "-i", `testsrc2=size=${size},gblur=sigma=1.5,noise=alls=3`, "-frames:v", "1", "-q:v", "3", file]);
  return readFileSync(file);
}
/** @param {number} seconds */
function sound(seconds) {
  const file = join(folder, `sound-${seconds}.wav`);
  execFileSync("ffmpeg", ["-v", "error", "-y", "-f", "lavfi", "-i", `sine=frequency=440:duration=${seconds}`, file]);
  return readFileSync(file);
}

/** How alike two pictures are, in dB; Infinity when they are the same. @param {Buffer} one @param {Buffer} other */
function likeness(one, other) {
  const files = [one, other].map((bytes, at) => { const file = join(folder, `like-${at}.webp`); writeFileSync(file, bytes); return file; });
  const { stderr } = spawnSync("ffmpeg", ["-i", files[0], "-i", files[1], "-lavfi", "psnr", "-f", "null", "-"], { encoding: "utf8" });
  const said = /average:([\d.]+|inf)/.exec(stderr)?.[1];
  assert.ok(said, stderr);
  return said === "inf" ? Infinity : Number(said);
}
/** @param {Buffer} bytes */
function lasts(bytes) {
  const file = join(folder, "lasts.m4a");
  writeFileSync(file, bytes);
  return Number(execFileSync("ffprobe", ["-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", file], { encoding: "utf8" }));
}

/** Keeps something with these files; gives its id. @param {Visitor} who @param {string} words @param {{name: string, file: string, type: string, bytes: Buffer}[]} files */
async function keep(who, words, files) {
  const id = newId(), { status } = await who.post("/rugzak/bewaren", { id, woorden: words }, { files });
  assert.equal(status, 303, words);
  return id;
}
const jpeg = (/** @type {Buffer} */ bytes) => ({ name: "foto", file: "foto.jpg", type: "image/jpeg", bytes });

/** All objects by their piece. What others said is to be read, and is not brought in. @param {Buffer} archive */
function treeOf(archive) {
  const entries = entriesOf(archive), { pieces } = JSON.parse(String(entries.get("reis.json")));
  return Object.fromEntries(pieces.filter((/** @type {any} */ { piece }) => piece !== "van-anderen")
    .map((/** @type {any} */ { piece, files }) => [piece, files.flatMap((/** @type {string} */ file) => JSON.parse(String(entries.get(file))).objects)]));
}

/** Object by object, so that what differs is what is shown; what was made at one moment may stand in another order. @param {Record<string, {id: string}[]>} here @param {Record<string, {id: string}[]>} there */
function sameTree(here, there) {
  assert.deepEqual(Object.keys(here), Object.keys(there));
  for (const [piece, objects] of Object.entries(there)) {
    const lost = objects.filter(({ id }) => !here[piece].some((one) => one.id === id)), more = here[piece].filter(({ id }) => !objects.some((one) => one.id === id));
    assert.deepEqual({ lost, more }, { lost: [], more: [] }, piece);
    assert.equal(here[piece].length, objects.length, `nothing twice in ${piece}`);
    for (const object of objects) assert.deepEqual(here[piece].find(({ id }) => id === object.id), object);
  }
}

/** @param {(house: import("./house.mjs").House) => Promise<void>} doing @param {Parameters<typeof openHouse>} which */
async function inHouse(doing, ...which) {
  const house = await openHouse(...which);
  await doing(house).finally(() => house.close());
}

test("photos look the same at every size, and sounds last as long", async (t) => {
  /** @type {Map<string, Buffer>} */
  const before = new Map();
  const addresses = (/** @type {any} */ thing) => thing.parts.flatMap((/** @type {any} */ part) =>
    (part.form === "photo" ? ["", "?maat=midden", "?maat=klein"] : [""]).map((size) => ({ form: part.form, at: `/beeld/${thing.id}/${part.id}${size}` })));
  let archive = Buffer.alloc(0);
  await inHouse(async (house) => {
    const who = await traveller(house, house.example("leeg"));
    await keep(who, "Breed", [jpeg(photo("3000x2000", 1)), { name: "geluid", file: "geluid.wav", type: "audio/wav", bytes: sound(3.4) }]);
    await keep(who, "Hoog en klein", [jpeg(photo("300x420", 4))]);
    archive = await takenAlong(who);
    for (const { at } of treeOf(archive).rugzak.flatMap(addresses)) before.set(at, (await who.get(at)).body);
  });
  await inHouse(async (house) => {
    const who = await traveller(house, house.example("leeg"));
    await bring(who, archive);
    const shown = treeOf(await takenAlong(who)).rugzak.flatMap(addresses);
    assert.deepEqual(shown.map(({ at }) => at), [...before.keys()]);
    for (const { form, at } of shown) {
      const here = (await who.get(at)).body, there = /** @type {Buffer} */ (before.get(at));
      const alike = form === "photo" ? likeness(there, here) : 0, apart = form === "sound" ? Math.abs(lasts(there) - lasts(here)) : 0;
      t.diagnostic(form === "photo" ? `${at.replace(/.*\//, "")}: ${alike} dB` : `sound: ${Math.round(apart * 1000)} ms apart`);
      if (form === "photo") assert.ok(alike >= leastAlike, `${at}: ${alike} dB`);
      assert.ok(apart <= mostApart, `${at}: ${apart} s`);
    }
  });
});

for (const backend of backends)
  test(`a program killed at many moments goes on and brings everything in once, on ${backend}`, { timeout: 500_000 }, async (t) => {
    let archive = Buffer.alloc(0);
    await inHouse(async (house) => {
      const who = await traveller(house, house.example("rijk"));
      for (let at = 0; at < 8; ++at) await keep(who, `Foto ${at}`, [jpeg(photo("1200x900", at))]);
      archive = await takenAlong(who);
    });
    const elsewhere = 2;  // in a school of the same seed the rich one has these very objects, so here they would get other ids
    await inHouse(async (house) => {
      const who = await traveller(house, house.example("leeg"));
      /** @type {(string | number)[]} */
      const killedAt = [];
      const moments = ["begun", "sent", 1, 150, 300, 500, 700, 850, 950, 1000];
      await bring(who, archive, async (where) => {
        const next = moments[killedAt.length];
        if (next === undefined || (typeof next === "string" ? next !== where : typeof where === "string" || where < next)) return;
        killedAt.push(where);
        await house.kill();
        await house.start();
      });
      t.diagnostic(`killed at ${killedAt.join(", ")}`);
      assert.ok(new Set(killedAt).size >= 6, "at so many moments");
      sameTree(treeOf(await takenAlong(who)), treeOf(archive));
    }, backend, elsewhere);
  });
