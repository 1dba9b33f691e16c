// Do pages go on while photos come in? node bench/uploads.mjs [SECONDS]
// 500 pages a second (the map and the backpack, signed in), asked at fixed moments whether the server keeps up or not, so that waiting counts; first
// alone, then beside 50 photos of 12 megapixels a minute. Prints how long pages took, in milliseconds, and what became of the photos.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openHouse, signIn, visit } from "../tests/browser/house.mjs";

const seconds = Number(process.argv[2] ?? 30), pages_a_second = 500, uploads_a_minute = 50;
const house = await openHouse();
const folder = mkdtempSync(join(tmpdir(), "loopbaankaart-uploads-"));
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Calls `doing` so many times at fixed moments. @param {number} count @param {number} each milliseconds @param {() => Promise<unknown>} doing */
async function atFixedMoments(count, each, doing) {
  const all = [], began = performance.now();
  for (let at = 0; at < count; at++) {
    const late = began + at * each - performance.now();
    if (late > 0) await new Promise((resolve) => { setTimeout(resolve, late); });
    all.push(doing());
  }
  return Promise.all(all);
}

/** @param {string} path @param {string} cookie @param {number} due */
const page = (path, cookie, due) => new Promise((resolve, reject) => {
  request(house.address + path, { agent, headers: { cookie } }, (reply) => {
    reply.resume().on("end", () => reply.statusCode === 200 ? resolve(performance.now() - due) : reject(new Error(`${path}: ${reply.statusCode}`)));
  }).on("error", reject).end();
});

/** @param {string} cookie */
async function pages(cookie) {
  const count = seconds * pages_a_second, each = 1000 / pages_a_second, began = performance.now();
  let at = 0;
  const took = /** @type {number[]} */ (await atFixedMoments(count, each, () => page(at % 2 ? "/kaart" : "/rugzak", cookie, began + at++ * each)));
  took.sort((one, other) => one - other);
  const part = (/** @type {number} */ share) => Math.round(10 * took[Math.floor(share * (count - 1))]) / 10;
  return { middle: part(0.5), p99: part(0.99), longest: part(1) };
}

try {
  const photo = join(folder, "photo.jpg");
  execFileSync("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "testsrc2=size=4000x3000,noise=alls=20", "-frames:v", "1", "-q:v", "4", photo]);
  const { page: window, context } = await visit(house);
  await signIn(window, house, "student");
  await window.goto(`${house.address}/rugzak/bewaren`);
  const key = await window.locator("main form [name=sleutel]").first().inputValue();
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  await house.browser.close();

  /** @type {Record<number, number>} */
  const replies = {};
  const upload = async () => {
    const form = new FormData();
    form.append("sleutel", key);
    form.append("foto", new Blob([readFileSync(photo)], { type: "image/jpeg" }), "photo.jpg");
    const reply = await fetch(`${house.address}/rugzak/bewaren`, { method: "POST", body: form, redirect: "manual", headers: { cookie, origin: house.address, "sec-fetch-site": "same-origin" } });
    replies[reply.status] = (replies[reply.status] ?? 0) + 1;
  };
  const alone = await pages(cookie);
  const [beside] = await Promise.all([pages(cookie), atFixedMoments(seconds * uploads_a_minute / 60, 60_000 / uploads_a_minute, upload)]);
  console.log(`photo: ${Math.round(readFileSync(photo).length / 1000)} kB`);
  console.log(`pages alone:          ${JSON.stringify(alone)}`);
  console.log(`pages beside uploads: ${JSON.stringify(beside)}, ratio of p99 ${Math.round(10 * beside.p99 / alone.p99) / 10}`);
  console.log(`photos: ${JSON.stringify(replies)}`);
} finally {
  agent.destroy();
  rmSync(folder, { recursive: true });
  await house.close();
}
