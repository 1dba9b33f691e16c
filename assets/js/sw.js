// The service worker: what opens without a connection. On a phone that is one's own the map and own recent pages do, sealed by the
// key of the drafts; elsewhere only a page that says one is offline. Pages say no-store: what is kept all the same is the list `opens`,
// for an own phone alone (docs/adr/0012).
import { forget, keeper, run, seal, unseal } from "./safe.js";

const worker = /** @type {any} */ (self);
const house = "huis";  // the cache of what is nobody's: styles, fonts, scripts, drawings, and the page for who is offline
const most = 120;      // pages and pictures kept

/** The pages that open offline on one's own phone; whatever an address asks behind its question mark, the plain page opens. */
const opens = [/^\/kaart(\/[a-z0-9-]+)?$/, /^\/kaart\/[a-z0-9-]+\/(bewaren|was-hier)$/, /^\/rugzak(\/bewaren)?$/, /^\/rugzak\/[0-9A-HJKMNP-TV-Z]{26}(\/(inzicht|buiten))?$/, /^\/inzichten(\/[0-9A-HJKMNP-TV-Z]{26}(\/(anders|kernwoord))?)?$/, /^\/verhaal-over-mij(\/vertel)?$/, /^\/verteld(\/[0-9A-HJKMNP-TV-Z]{26}(\/scherm)?)?$/, /^\/blog(\/(nieuw|[0-9A-HJKMNP-TV-Z]{26}(\/anders)?))?$/, /^\/wensen(\/nieuw|\/[0-9A-HJKMNP-TV-Z]{26}(\/anders)?)?$/, /^\/kompas(\/rand)?$/, /^\/peilingen\/[0-9A-HJKMNP-TV-Z]{26}$/, /^\/reis$/, /^\/gezelschap\/meenemen$/, /^\/vragen(\/[0-9A-HJKMNP-TV-Z]{26})?$/, /^\/verhalen(\/[0-9A-HJKMNP-TV-Z]{26}(\/kaart)?)?$/, /^\/$/, /^\/paspoort(\/(stempel|blad|omslag))?$/, /^\/gezelschap(\/(plek|[0-9A-HJKMNP-TV-Z]{26}))?$/, /^\/talenten(\/(hangen|hart|vertel))?$/, /^\/cv(\/(nieuw|[0-9A-HJKMNP-TV-Z]{26}(\/vertel)?))?$/];
/** Who comes or goes here: nothing that was kept may be seen after it. */
const doors = ["/inloggen", "/uitloggen"];
const isHouse = (/** @type {URL} */ url) => url.pathname.startsWith("/a/") || url.pathname.startsWith("/kaart/tekening/");

let turn = 0;   // one more each time somebody comes or goes: what was asked before is not kept after
let dress = ""; // the look the offline page was fetched in

/** Milliseconds without an answer: what is kept here comes instead; a line is dead. */
const late = 8_000, dead = 15_000;

/** A line that went dead is let go: a browser has only a few, and waits for it without end. @param {string} address @param {RequestInit} [how] */
const fetchSoon = (address, how = { cache: "no-store" }) => fetch(address, { ...how, signal: AbortSignal.timeout(dead) });

/**
 * The same for what somebody looks at, which may take its time once it comes.
 * @param {Request} request @param {number} patience @param {RequestCache} [cache] @param {AbortController} [line]
 */
async function ask(request, patience, cache = "default", line = new AbortController()) {
  const silent = setTimeout(() => line.abort(), patience);
  try {
    return await fetch(request, { cache, signal: line.signal });
  } finally {
    clearTimeout(silent);
  }
}

/**
 * What comes over the line; what is kept here when that fails or is long in coming. It goes past the browser's own cache: there it would stand in line behind
 * an earlier one of the same address that went dead.
 * @param {Request} request @param {URL} url @returns {Promise<{answer: Response | null, fresh: boolean}>}
 */
async function askOrKept(request, url) {
  const line = new AbortController();
  const fresh = ask(request, dead, "no-store", line).then((answer) => ({ answer, fresh: true }));
  let long = 0;
  const kept = new Promise((resolve) => { long = setTimeout(resolve, late); }).then(() => fromStore(url)).catch(() => null)
    .then((answer) => (answer ? { answer, fresh: false } : fresh));
  const first = await Promise.race([fresh, kept]).catch(async () => ({ answer: await fromStore(url), fresh: false }));
  clearTimeout(long);
  if (!first.fresh) line.abort();
  return first;
}

// ---- what is nobody's

/** What a page, a style or a script points to. @param {string} text */
const pointedTo = (text) => [...text.matchAll(/["(](\/(?:a|kaart\/tekening)\/[^"()\s]+)/g)].map(([, address]) => address.replace(/#.*/, "").replaceAll("&amp;", "&"));

/** @param {string[]} addresses */
async function fetchHouse(addresses) {
  const cache = await caches.open(house);
  await Promise.all([...new Set(addresses)].map(async (address) => {
    if (await cache.match(address)) return;
    const answer = await fetchSoon(address, {});
    if (!answer.ok) return;
    await cache.put(address, answer.clone());
    if (/^text\/(css|javascript)/.test(answer.headers.get("content-type") ?? "")) await fetchHouse(pointedTo(await answer.text()));
  }));
}

/** The offline page, in the language and light of now. */
async function fetchOffline() {
  const answer = await fetchSoon("/offline");
  if (!answer.ok) return;
  await (await caches.open(house)).put("/offline", answer.clone());
  await fetchHouse(pointedTo(await answer.text()));
}

/** Asked once more when the line failed, and then anew: without its style or script a page is half a page. @param {Request} request */
const houseThing = async (request) => (await caches.match(request)) ?? ask(request, late).catch(() => ask(request, dead, "reload"));

// ---- what is one's own

/** @param {Response} answer */
const headersOf = (answer) => [...answer.headers].filter(([name]) => !["content-encoding", "content-length", "set-cookie", "date"].includes(name));

/** Pictures of what was kept, and of what was told. */
const pictures = /^\/(beeld|verteld)\/[0-9A-HJKMNP-TV-Z]{26}\/[0-9A-HJKMNP-TV-Z]{26}$/;
/** Under what it is kept: a picture has its size in the query. @param {URL} url */
const nameOf = ({ pathname, search }) => pictures.test(pathname) ? pathname + search : pathname;

/** @param {URL} url @param {Response} answer @param {ArrayBuffer} bytes */
async function keepPage(url, answer, bytes) {
  const kept = await keeper();
  if (!kept) return;
  const name = nameOf(url);
  const sealed = await seal(kept.key, `${kept.own} ${name}`, bytes);
  await run("pages", "readwrite", (store) => store.put({ url: name, own: kept.own, at: Date.now(), headers: headersOf(answer), ...sealed }));
  const rows = await run("pages", "readonly", (store) => store.getAll());
  for (const row of rows.sort((one, other) => other.at - one.at).slice(most)) await run("pages", "readwrite", (store) => store.delete(row.url));
}

/** Out of the store, for who keeps it. @param {URL} url @returns {Promise<Response | null>} */
async function fromStore(url) {
  const kept = await keeper();
  const row = kept && await run("pages", "readonly", (store) => store.get(nameOf(url)));
  if (!kept || row?.own !== kept.own) return null;
  const clear = await unseal(kept.key, `${kept.own} ${nameOf(url)}`, row);
  if (!clear) return null;
  const headers = new Headers(row.headers);
  if (!headers.get("content-type")?.startsWith("text/html")) return new Response(clear, { headers });
  return new Response(new TextDecoder().decode(clear).replace("<body ", `<body data-bewaard="${row.at}" `), { headers });
}

/** @param {string} tag @param {string} name */
const markIn = (tag, name) => new RegExp(`${name}="([0-9a-f]{32})"`).exec(tag)?.[1];

/** Looks at a page that came over the line: whose it is, and whether it is kept. @param {URL} url @param {Response} answer @param {number} asked */
async function notice(url, answer, asked) {
  const bytes = await answer.arrayBuffer();
  const text = new TextDecoder().decode(bytes);
  const [body] = /<body[^>]*>/.exec(text) ?? [""];
  if (!body) return;
  const own = markIn(body, "data-eigen"), kept = await keeper();
  if (kept && kept.own !== own) await empty();
  else if (kept && own === markIn(body, "data-wie") && asked === turn && answer.ok && url.search === "" && opens.some((path) => path.test(url.pathname))) {
    await keepPage(url, answer, bytes);
    await fetchHouse(pointedTo(text));
  }
  const look = (/<html[^>]*>/.exec(text) ?? [""])[0] + pointedTo(text).find((address) => address.endsWith(".css"));
  if (look === dress) return;
  dress = look;
  await fetchOffline();
}

async function empty() {
  ++turn;
  await forget();
  await caches.delete(house);
  dress = "";
}

// ---- answering

/** @param {string} stored whether loading it again may bring the page */
async function offline(stored) {
  const page = await caches.match("/offline");
  if (!page) return Response.error();
  return new Response((await page.text()).replace("<body ", `<body data-bewaard="${stored}" `), { status: 503, headers: headersOf(page) });
}

/** @param {any} event @param {URL} url */
async function page(event, url) {
  const asked = turn, { answer, fresh } = await askOrKept(event.request, url);
  if (fresh && answer?.type === "basic" && answer.headers.get("content-type")?.startsWith("text/html")) event.waitUntil(notice(url, answer.clone(), asked).catch(() => {}));
  return answer ?? offline("");
}

/** @param {Request} request @param {URL} url */
async function sending(request, url) {
  if (doors.includes(url.pathname)) await empty();
  return fetch(request).catch(() => offline("gestuurd"));
}

/** @param {any} event @param {URL} url */
async function picture(event, url) {
  const asked = turn, { answer, fresh } = await askOrKept(event.request, url);
  if (fresh && answer?.status === 200 && (await keeper()) && asked === turn) {
    const copy = answer.clone();
    event.waitUntil(copy.arrayBuffer().then((bytes) => keepPage(url, copy, bytes)).catch(() => {}));
  }
  return answer ?? Response.error();
}

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(fetchOffline().then(() => worker.skipWaiting())));
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event, url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === "POST") return void (request.mode === "navigate" && event.respondWith(sending(request, url)));
  if (request.method !== "GET") return;
  if (isHouse(url)) event.respondWith(houseThing(request));
  else if (request.mode === "navigate" || (request.headers.get("accept") === "text/html" && request.destination === "")) event.respondWith(page(event, url));
  else if (request.destination === "image" && pictures.test(url.pathname)) event.respondWith(picture(event, url));
});

// Somebody just said that this phone is their own: what they will want to open is fetched now.
worker.addEventListener("message", (/** @type {any} */ event) => {
  if (!Array.isArray(event.data?.keep)) return;
  const asked = turn;
  event.waitUntil(Promise.allSettled(event.data.keep.map(async (/** @type {string} */ address) => notice(new URL(address, location.href), await fetchSoon(address), asked))));
});
