// What every page of the journey costs a traveller who made a lot of it, beside the map of that same traveller: node bench/whole_journey.mjs
// Prints processor microseconds a page and the ratio to /kaart (aim 1.5), dearest first. What there is to see is made through the forms: 300 things, 40
// insights, 30 bearings, 25 wishes, posts, stories and tellings. Each page is asked in turn with the map, in rounds; the middle of their ratios counts.
import { execFileSync } from "node:child_process";
import { newId } from "../tests/access/visitor.mjs";
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

const who = await traveller("student");

/** Makes something; gives its id. @param {string} path @param {Record<string, string>} fields */
async function make(path, fields = {}) {
  const id = newId();
  const reply = await fetch(house.address + path, {
    method: "POST", redirect: "manual", body: new URLSearchParams({ sleutel: who.key, id, ...fields }),
    headers: { cookie: who.cookie, origin: house.address, "sec-fetch-site": "same-origin" },
  });
  if (reply.status !== 303) throw new Error(`${path}: ${reply.status} ${(await reply.text()).match(/class="error"[^]*?<\/p>/)?.[0] ?? ""}`);
  return id;
}

const places = ["wensboom", "haven", "jungle", "stad", "strand", "vulkaan", "doolhof", "mirador", "herberg", "dilemmabos"];
const words = (/** @type {number} */ at) => `Nummer ${at}: vandaag hielp ik een mevrouw met haar verwarming, en ik legde het rustig uit. `.repeat(3);
const times = (/** @type {number} */ count) => [...Array(count).keys()];

for (const at of times(100)) await make(`/kaart/${places[at * 7 % places.length]}/was-hier`, { wanneer: `${1 + at % 28}-${1 + at % 12}-${2020 + at % 6}` });
await make("/kaart/haven/hier");
/** @type {string[]} */
const things = [];
for (const at of times(300)) things.push(await make(at % 3 ? `/kaart/${places[at % places.length]}/bewaren` : "/rugzak/bewaren", { woorden: words(at) }));
/** @type {string[]} */
const insights = [];
for (const at of times(40)) {
  insights.push(await make(`/rugzak/${things[at * 7]}/inzicht`, { gebeurd: words(at) }));
  await make(`/inzichten/${insights[at]}/kernwoord`, { gezien: insights[at], kernwoord: `Kernwoord ${at}`, leren: words(at) });
}
/** @type {string[]} */
const bearings = [];
let rim = "";
for (const word of ["Rust", "Samen", "Buiten", "Eerlijk"]) rim = await make("/kompas/rand", { gezien: rim, nieuw: word, ...Object.fromEntries(["Rust", "Samen", "Buiten"].slice(0, ["Rust", "Samen", "Buiten", "Eerlijk"].indexOf(word)).map((one, at) => [`woord-${at}`, one])) });
for (const at of times(30)) {
  if (at % 5 === 0) await make(`/kaart/${places[at / 5]}/hier`);
  bearings.push(await make("/kompas", { "woord-0": "Rust", "woord-1": "Samen", "woord-2": "Buiten", richting: String(at * 12), zin: words(at).slice(0, 120) }));
}
/** @type {string[]} */
const wishes = [];
for (const at of times(25)) wishes.push(await make("/wensen/nieuw", { woorden: `Ooit nog eens iets heel moois doen, keer ${at}` }));
for (const at of times(8)) await make(`/wensen/${wishes[at]}/einde`, { gezien: wishes[at], hoe: "uit" });
await make(`/wensen/${wishes[24]}/stap`, { gezien: wishes[24], welke: "als", als: "own", herken: "Het regent", woorden: "Bel ik oom Piet" });
await make(`/wensen/${wishes[24]}/gebeurt`);
const answer = await make("/vragen", { halen: words(1), dienst: words(2) });
/** @type {string[]} */
const posts = [];
for (const at of times(12)) posts.push(await make("/blog/nieuw", { ding: things[at * 11], titel: `Bericht ${at}`, woorden: words(at), plek: "bewaard" }));
/** @type {string[]} */
const stories = [], told = /** @type {string[]} */ ([]);
for (const at of times(4)) {
  stories.push(await make("/verhalen/nieuw", { titel: `Verhaal ${at}` }));
  await make(`/verhalen/${stories[at]}`, { gezien: stories[at], titel: `Verhaal ${at}`, nieuw: words(at) });
  told.push(await make(`/verhalen/${stories[at]}/vertel`, { titel: `Verteld ${at}` }));
}

const paths = {
  "/": "", "/reis": "", "/reis?tot=2024": "", "/kaart?weergave=lijst": "", "/kaart/haven": "", "/rugzak": "", "/rugzak/bewaren": "", "/rugzak/{thing}": things[7], "/rugzak/{thing}/inzicht": things[9], "/inzichten": "",
  "/inzichten/{insight}": insights[3], "/verhaal-over-mij": "", "/kompas": "", "/kompas/rand": "", "/kompas/rand/uit-rugzak": "", "/peilingen/{bearing}": bearings[4], "/wensen": "", "/wensen/{wish}": wishes[20], "/wensen/nieuw": "",
  "/blog": "", "/blog/{post}": posts[2], "/blog/nieuw": "", "/verhalen": "", "/verhalen/{story}": stories[1], "/verhalen/{story}/zo-wordt-het": stories[1], "/verteld": "", "/verteld/{telling}": told[1], "/talenten": "",
  "/talenten/hangen": "", "/vragen": "", "/vragen/{answer}": answer, "/delen": "", "/gedeeld": "", "/meenemen": "",
};

/** Processor time of one page. @param {string} path @param {number} seconds */
function cost(path, seconds = 1) {
  const before = processorTime(house.pid());
  const out = execFileSync("wrk", ["-t1", "-c4", `-d${seconds}s`, "-H", `Cookie: ${who.cookie}`, house.address.replace("localhost", "127.0.0.1") + path], { encoding: "utf8" });
  if (/Non-2xx|Socket errors/.test(out)) throw new Error(`${path}: ${out}`);
  return (processorTime(house.pid()) - before) / Number(/(\d+) requests in/.exec(out)?.[1]);
}

try {
  const rounds = Number(process.argv[2] ?? 3);
  const found = [];
  cost("/kaart");
  for (const [name, id] of Object.entries(paths)) {
    const path = name.replace(/\{\w+\}/, id);
    const round = () => { const map = cost("/kaart"), page = cost(path); return { name, page, map, ratio: page / map }; };
    found.push(times(rounds).map(round).sort((one, other) => one.ratio - other.ratio)[Math.floor(rounds / 2)]);
  }
  for (const { name, page, map, ratio } of found.sort((one, other) => other.ratio - one.ratio))
    console.log(`${name}: ${Math.round(page)} µs, ${ratio.toFixed(2)} times the map (${Math.round(map)})${ratio > 1.5 ? " (over)" : ""}`);
} finally {
  await house.close();
}
