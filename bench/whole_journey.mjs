// What every page of the journey costs a traveller who made a lot of it, beside the map of that same traveller: node bench/whole_journey.mjs [ROUNDS]
// Prints processor microseconds a page and the ratio to /kaart (aim 1.5), dearest first. The traveller is the rich one of the demo school (300 things, 40 insights,
// 30 bearings, 12 companions, 25 wishes, stories, a passport of 20 pages, a cv). A page is what links lead to from the map, one of each kind. Each is asked in turn
// with the map, in rounds; the middle of their ratios counts.
import { execFileSync } from "node:child_process";
import { openHouse, signInAs, visit } from "../tests/browser/house.mjs";
import { processorTime } from "./server.mjs";

const rounds = Number(process.argv[2] ?? 3), most = 1.5;
const house = await openHouse();

/** A signed-in traveller's cookies. @param {{user_name: string, password: string}} person */
async function cookies(person) {
  const { page, context } = await visit(house);
  await signInAs(page, house, person);
  const all = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  await context.close();
  return all;
}

/** What kind of page this is: ids and places are alike. @param {string} path */
const kindOf = (path) => path.replaceAll(/\b[0-9A-HJKMNP-TV-Z]{26}\b/g, "{id}").replace(/^\/kaart\/[^/]+/, "/kaart/{place}");

/** One page of each kind that links lead to. @param {string} cookie @returns {Promise<Map<string, string>>} */
async function pages(cookie) {
  const found = new Map([["/kaart", "/kaart"]]), waiting = ["/kaart"];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const reply = await fetch(house.address + path, { headers: { cookie }, redirect: "manual" });
    if (reply.status !== 200 || !reply.headers.get("content-type")?.startsWith("text/html")) {
      found.delete(kindOf(path));
      continue;
    }
    for (const [, link] of (await reply.text()).matchAll(/\bhref="(\/[^"?#]*)/g)) {
      if (found.has(kindOf(link))) continue;
      found.set(kindOf(link), link);
      waiting.push(link);
    }
  }
  return found;
}

/** Processor time of one page. @param {string} path @param {string} cookie */
function cost(path, cookie) {
  const before = processorTime(house.pid());
  const out = execFileSync("wrk", ["-t1", "-c4", "-d1s", "-H", `Cookie: ${cookie}`, house.address.replace("localhost", "127.0.0.1") + path], { encoding: "utf8" });
  if (/Non-2xx|Socket errors/.test(out)) throw new Error(`${path}: ${out}`);
  return (processorTime(house.pid()) - before) / Number(/(\d+) requests in/.exec(out)?.[1]);
}

try {
  const cookie = await cookies(house.example("rijk")), found = [];
  cost("/kaart", cookie);
  for (const [kind, path] of await pages(cookie)) {
    const round = () => { const map = cost("/kaart", cookie), page = cost(path, cookie); return { kind, page, map, ratio: page / map }; };
    found.push(Array.from({ length: rounds }, round).sort((one, other) => one.ratio - other.ratio)[Math.floor(rounds / 2)]);
  }
  for (const { kind, page, map, ratio } of found.sort((one, other) => other.ratio - one.ratio))
    console.log(`${kind}: ${Math.round(page)} µs, ${ratio.toFixed(2)} times the map (${Math.round(map)})${ratio > most ? " (over)" : ""}`);
} finally {
  await house.close();
}
