// What a large journey costs the server when it goes along, and when it comes in again: node bench/archive.mjs [GIGABYTES] [UNPACKED]
// Photos of grain, which no packing makes smaller, are copied into posts until there is that much. Prints for each step how many MB a second went through and by how much
// the server's memory grew at most; of unpacking, which draws every photo anew, the first UNPACKED seconds are looked at. Needs twice the room on disk in /tmp.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, createWriteStream, mkdtempSync, openSync, readFileSync, readSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import { newId } from "../tests/access/visitor.mjs";
import { openHouse } from "../tests/browser/house.mjs";
import { traveller } from "../tests/browser/traveller.mjs";

const gigabytes = Number(process.argv[2] ?? 2), unpacked = Number(process.argv[3] ?? 60);
const house = await openHouse(), folder = mkdtempSync(join(tmpdir(), "loopbaankaart-archive-bench-"));

/** By how much memory that is the server's own grew while this was done, and the most it was as a whole, in MB. @param {string} name @param {() => Promise<number>} doing gives how many bytes went through */
async function measured(name, doing) {
  const own = () => Number(/^RssAnon:\s+(\d+) kB/m.exec(readFileSync(`/proc/${house.pid()}/status`, "utf8"))?.[1]) * 1024;
  writeFileSync(`/proc/${house.pid()}/clear_refs`, "5");  // the peak begins here
  const before = own(), began = performance.now();
  let most = before, over = false;
  const watch = (async () => { while (!over) { most = Math.max(most, own()); await pause(20); } })();
  const bytes = await doing();
  const seconds = (performance.now() - began) / 1000;
  over = true;
  await watch;
  const peak = Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${house.pid()}/status`, "utf8"))?.[1]) * 1024;
  console.log(`${name.padEnd(10)} ${(bytes / 1e6).toFixed(0).padStart(6)} MB  ${seconds.toFixed(1).padStart(6)} s  ${(bytes / 1e6 / seconds).toFixed(0).padStart(5)} MB/s  own memory grew ${((most - before) / 1e6).toFixed(1)} MB, resident at most ${(peak / 1e6).toFixed(0)} MB`);
}

try {
  const who = await traveller(house, house.example("leeg")), other = await traveller(house, house.person("counsellor"));
  await house.browser.close();
  const photo = join(folder, "photo.jpg");
  execFileSync("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "testsrc2=size=4000x3000,noise=alls=60", "-frames:v", "1", "-q:v", "8", photo]);
  const bytes = readFileSync(photo), files = Array.from({ length: 8 }, () => ({ name: "foto", file: "photo.jpg", type: "image/jpeg", bytes }));
  /** @type {string[]} */
  const things = [];
  for (let at = 0; at < 3; ++at) {
    things.push(newId());
    const { status } = await who.post("/rugzak/bewaren", { id: things[at], woorden: `Foto's ${at}` }, { files });
    if (status !== 303) throw new Error(`kept: ${status}`);
  }
  const size = async () => {
    const { headers } = await who.post("/meenemen", { id: newId() });
    const page = String(headers.get("location"));
    for (;;) {
      const { text } = await who.get(page);
      if (text.includes("reis.zip")) return page;
      await pause(100);
    }
  };
  /** @param {string} page @returns {Promise<import("node:http").IncomingMessage>} */
  const fetched = (page) => new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port: who.port, path: `${page}/reis.zip`, headers: { host: `${who.host}:${who.port}`, cookie: [...who.cookies].map((pair) => pair.join("=")).join("; ") } }, resolve).on("error", reject).end();
  });
  const lengthOf = async (/** @type {string} */ page) => {
    const reply = await fetched(page), length = Number(reply.headers["content-length"]);
    reply.destroy();
    return length;
  };
  const one = await lengthOf(await size()), posts = Math.ceil((gigabytes * 1e9 - one) / one);
  for (let at = 0; at < posts; ++at) {
    const { status } = await who.post("/blog/nieuw", { id: newId(), titel: `Dag ${at}`, ding: things });
    if (status !== 303) throw new Error(`post: ${status}`);
  }

  let page = "", length = 0;
  await measured("packed", async () => { page = await size(); length = await lengthOf(page); return length; });
  const archive = join(folder, "reis.zip");
  await measured("fetched", async () => { await pipeline(await fetched(page), createWriteStream(archive)); return length; });

  const piece = 8 * 1024 * 1024, id = newId(), bringing = `/meebrengen/${id}`;
  await measured("sent", async () => {
    await other.post("/meebrengen/begin", { id, naam: "reis.zip", bytes: String(length) });
    const file = openSync(archive, "r"), part = Buffer.alloc(piece);
    for (let number = 0; number * piece < length; ++number) {
      const read = part.subarray(0, readSync(file, part, 0, piece, number * piece)), sha256 = createHash("sha256").update(read).digest("hex");
      const { status } = await other.post(`${bringing}/stuk/${number}`, { id: newId(), sha256 }, { files: [{ name: "stuk", file: "stuk", type: "application/octet-stream", bytes: read }] });
      if (status !== 303) throw new Error(`piece ${number}: ${status}`);
    }
    closeSync(file);
    return length;
  });
  const state = async () => JSON.parse((await other.get(bringing, { headers: { accept: "application/json" } })).text).state;
  await measured("looked", async () => {
    await other.post(`${bringing}/kijk`, { id: newId() });
    while (await state() === "looking") await pause(50);
    return length;
  });
  await measured("unpacked", async () => {
    await other.post(`${bringing}/uitpakken`, { id: newId() });
    const until = performance.now() + unpacked * 1000;
    let share = 0;
    while (performance.now() < until && await state() === "unpacking") {
      share = Number(/<progress[^>]* value="(\d+)"/.exec((await other.get(bringing)).text)?.[1] ?? share);
      await pause(250);
    }
    return length * (await state() === "done" ? 1000 : share) / 1000;
  });
} finally {
  rmSync(folder, { recursive: true });
  await house.close();
}
