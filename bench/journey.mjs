// What the pages of a traveller cost who travelled and kept a lot, beside the same pages of who did not, in one run: node bench/journey.mjs
// Prints processor microseconds a page and the ratios: /kaart with 200 visits and /rugzak with 300 things beside a fresh traveller's, and beside
// those of 20 visits and 30 things, which shows what grows with the journey. Then the time of a search through 1,000 things of one's own.
import { execFileSync } from "node:child_process";
import { openHouse, signIn, visit } from "../tests/browser/house.mjs";
import { processorTime } from "./server.mjs";

const house = await openHouse();

/** A signed-in traveller's cookie and form key. @param {string} role */
async function traveller(role) {
  const { page, context } = await visit(house);
  await signIn(page, house, role);
  await page.goto(`${house.address}/rugzak/bewaren`);
  const key = await page.locator("main form [name=sleutel]").first().inputValue();
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  await context.close();
  return { key, cookie };
}

/** @param {{key: string, cookie: string}} who @param {string} path @param {Record<string, string>} fields */
async function post(who, path, fields) {
  const reply = await fetch(house.address + path, {
    method: "POST", redirect: "manual", body: new URLSearchParams({ sleutel: who.key, ...fields }),
    headers: { cookie: who.cookie, origin: house.address, "sec-fetch-site": "same-origin" },
  });
  if (reply.status !== 303) throw new Error(`${path}: ${reply.status}`);
}

const places = ["wensboom", "haven", "jungle", "stad", "strand", "vulkaan", "doolhof", "mirador", "herberg", "dilemmabos"];

/** @param {{key: string, cookie: string}} who @param {number} visits */
async function travel(who, visits) {
  for (let at = 0; at < visits; at++) await post(who, `/kaart/${places[at * 7 % places.length]}/was-hier`, { wanneer: `${1 + at % 28}-${1 + at % 12}-${2020 + at % 6}` });
}

/** @param {{key: string, cookie: string}} who @param {number} things */
async function keep(who, things) {
  for (let at = 0; at < things; at++)
    await post(who, at % 3 ? `/kaart/${places[at % places.length]}/bewaren` : "/rugzak/bewaren", { woorden: `Ding ${at}: vandaag hielp ik een mevrouw met haar verwarming, en ik legde het rustig uit. `.repeat(3) });
}

/** Processor time of one page. @param {string} path @param {string} cookie */
function cost(path, cookie) {
  const run = (/** @type {number} */ seconds) => execFileSync("wrk", ["-t1", "-c8", `-d${seconds}s`, "-H", `Cookie: ${cookie}`, house.address.replace("localhost", "127.0.0.1") + path], { encoding: "utf8" });
  run(1);
  const before = processorTime(house.pid());
  const out = run(5);
  if (/Non-2xx|Socket errors/.test(out)) throw new Error(`${path}: ${out}`);
  return (processorTime(house.pid()) - before) / Number(/(\d+) requests in/.exec(out)?.[1]);
}

const round = (/** @type {number} */ number) => Math.round(number * 100) / 100;

try {
  const fresh = await traveller("administrator"), far = await traveller("student");
  await travel(far, 20);
  await keep(far, 30);
  const some = Object.fromEntries(["/kaart", "/rugzak"].map((path) => [path, cost(path, far.cookie)]));
  await travel(far, 180);
  await keep(far, 270);
  for (const path of ["/kaart", "/rugzak"]) {
    const little = cost(path, fresh.cookie), much = cost(path, far.cookie);
    console.log(`${path}: ${round(little)} µs fresh, ${round(some[path])} µs with 20 visits and 30 things, ${round(much)} µs with 200 and 300: ` +
      `${round(much / little)} times fresh, ${round(much / some[path])} times the shorter journey`);
  }
  await keep(far, 700);
  console.log(`/rugzak?zoek=…: ${round(cost("/rugzak?zoek=verwarming%20ding", far.cookie) / 1000)} ms of processor time through some 1,000 things`);
} finally {
  await house.close();
}
