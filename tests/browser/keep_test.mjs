// Keeping something with pictures, a drawing and a sound, on a telephone: in a real browser, with and without script, also when the way is cut.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { openHouse, signIn, visit } from "./house.mjs";
import { photo } from "./keeping.mjs";
import { drafts, rows, until } from "./typing.mjs";

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

/** @type {import("./house.mjs").House} */
let house;
/** A browser with a microphone that plays beeps. @type {import("playwright-core").Browser} */
let withMicrophone;
test.before(async () => {
  house = await openHouse();
  withMicrophone = await chromium.launch({ executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"] });
});
test.after(async () => {
  await withMicrophone.close();
  await house.close();
});

/** @typedef {import("playwright-core").Page} Page */

/** A student's window at a page, without the worker: what goes through that cannot be held up here.
 * @param {string} path @param {import("playwright-core").BrowserContextOptions} [options] */
async function studentAt(path, options = {}) {
  const seen = await visit({ ...house, browser: withMicrophone }, { hasTouch: true, serviceWorkers: "block", ...options });
  seen.page.on("filechooser", () => {});  // from here on no real one opens
  await signIn(seen.page, house, "student");
  await seen.page.goto(house.address + path);
  return seen;
}

const send = (/** @type {Page} */ page) => page.locator("form:has(.media) > .actions button[type=submit]");
const filesOf = (/** @type {Page} */ page, /** @type {string} */ name) =>
  page.locator(`.media input[name=${name}]`).evaluate((field) => [.../** @type {HTMLInputElement} */ (field).files ?? []].map(({ size, type }) => ({ size, type })));
const arrived = (/** @type {Page} */ page) => page.waitForURL((url) => url.searchParams.get("gedaan") === "bewaard");

/** How many kept things hold these words. @param {Page} page @param {string} words */
async function keptWith(page, words) {
  await page.goto(`${house.address}/rugzak`);
  return page.locator(".kept > li", { hasText: words }).count();
}

/** What waits stays waiting until it is told to go on. @param {Page} page */
async function holdKey(page) {
  /** @type {() => void} */
  let go = () => {};
  const held = new Promise((/** @type {(value?: unknown) => void} */ done) => { go = done; });
  await page.route("**/mij/concepten-sleutel", async (route) => { await held; await route.continue(); });
  return go;
}

/** @param {Page} page @param {string} where */
async function examine(page, where) {
  const violations = await page.evaluate(async (source) => {
    (0, eval)(source);
    const found = await /** @type {any} */ (window).axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
    return found.violations.map((/** @type {any} */ one) => `${one.id}: ${one.nodes[0].html}`);
  }, axe);
  assert.deepEqual(violations, [], where);
}

test("from a place on the map to kept with a photo in four taps, and the photo is small when it travels", async () => {
  const { page, complaints, context } = await studentAt("/kaart");
  const picture = await photo(page, 3000, 1400, true);
  assert.ok(picture.buffer.length > 3 * 1024 * 1024);
  await page.locator(".spot > a[href^='/kaart/wensboom']").tap();
  await page.locator(".keep > summary").tap();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.locator("#veld-foto").tap()]);
  assert.ok(chooser.isMultiple());
  await chooser.setFiles(picture);
  await page.locator(".part canvas:not(.waiting)").waitFor();
  const [{ size, type }] = await filesOf(page, "foto");
  assert.ok(size < picture.buffer.length && type === "image/jpeg", `${size} bytes`);
  await page.locator(".part input").fill("Een boom vol lichtjes");
  await send(page).tap();
  await arrived(page);
  const kept = page.locator(".kept img").first();
  assert.equal(await kept.getAttribute("alt"), "Een boom vol lichtjes");
  const shown = await kept.evaluate((one) => [one.getAttribute("width"), one.getAttribute("height")].map(Number));
  assert.ok(Math.max(...shown) <= 2560 && shown[0] > shown[1], `${shown}`);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("several photos, each with its own words; one is taken out again; the same button adds more", async () => {
  const { page, context } = await studentAt("/rugzak/bewaren");
  const choose = page.locator(".media input[name=foto]");
  await choose.setInputFiles([await photo(page, 300, 200), await photo(page, 200, 300)]);
  await choose.setInputFiles([await photo(page, 100, 100)]);
  await page.locator(".part").nth(2).waitFor();
  for (const [at, words] of ["eerste", "tweede", "derde"].entries()) await page.locator(".part input").nth(at).fill(words);
  await page.locator(".part").nth(0).locator("button").click();
  assert.equal(await page.locator(".part").count(), 2);
  assert.equal((await filesOf(page, "foto")).length, 2);
  await send(page).click();
  await arrived(page);
  await page.locator("section:not(.last-year) > .kept a").first().click();
  assert.deepEqual(await page.locator(".scrap img").evaluateAll((all) => all.map((one) => one.getAttribute("alt"))), ["tweede", "derde"]);
  await context.close();
});

test("what is no photo is named at once, and does not travel", async () => {
  const { page, context } = await studentAt("/rugzak/bewaren");
  const wrong = [{ name: "verslag.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") }, { name: "stuk.jpg", mimeType: "image/jpeg", buffer: Buffer.from("geen beeld") }];
  for (const each of wrong) {
    await page.locator(".media input[name=foto]").setInputFiles([each]);
    await page.locator(".media-said", { hasText: each.name }).waitFor();
    await page.locator(".part").waitFor({ state: "detached" });
    assert.deepEqual(await filesOf(page, "foto"), []);
  }
  await page.locator(".media input[name=foto]").setInputFiles(await Promise.all(Array.from({ length: 9 }, () => photo(page, 20, 20))));
  await page.locator(".media-said:not(:empty)").waitFor();
  assert.equal(await page.locator(".part").count(), 8);
  await context.close();
});

test("a drawing by finger: undone, cleared and brought back, not lost by closing, and kept as it was drawn", async () => {
  const { page, complaints, context } = await studentAt("/kaart/haven/bewaren");
  const strokes = async () => (await page.locator("[name=tekening]").inputValue()).split("\n").slice(1);
  const draw = async (/** @type {number} */ from) => {
    const box = /** @type {{x: number, y: number, width: number}} */ (await page.locator(".pad canvas").boundingBox());
    await page.mouse.move(box.x + 30, box.y + from);
    await page.mouse.down();
    for (let at = 0; at < 40; ++at) await page.mouse.move(box.x + 30 + at * 6, box.y + from + 20 * Math.sin(at / 4));
    await page.mouse.up();
  };
  const pad = page.locator(".pad");
  const start = page.locator(".media-button").nth(1);
  await start.click();
  await draw(60);
  await pad.locator(".ink").nth(1).click();
  await pad.locator(".ink.dik").click();
  await draw(140);
  await page.keyboard.press("Escape");
  await pad.waitFor({ state: "detached" });
  assert.ok(await start.evaluate((one) => one === document.activeElement));
  const [first, second] = await strokes();
  assert.match(first, /^inkt 5( \d+ \d+){2,40}$/);
  assert.match(second, /^rood 16( \d+ \d+){2,40}$/);

  const [undo, clear, ready] = [0, 1, 2].map((at) => pad.locator(".pad-doings button").nth(at));
  await start.click();
  await clear.click();
  await undo.click();
  await draw(220);
  await undo.click();
  await ready.click();
  assert.deepEqual(await strokes(), [first, second]);
  await page.locator(".part input").fill("Twee golven");
  await send(page).click();
  await arrived(page);
  assert.equal(await page.locator(".kept img").first().getAttribute("alt"), "Twee golven");
  const drawn = await page.evaluate(async () => (await fetch(/** @type {HTMLImageElement} */ (document.querySelector(".kept img")).src)).text());
  assert.equal(drawn.match(/<path stroke=/g)?.length, 2);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("whoever draws on and on fills the sheet, and what is there still fits on the way", async () => {
  const { page, context } = await studentAt("/rugzak/bewaren");
  await page.locator(".media-button").nth(1).click();
  await page.locator(".pad canvas").evaluate((canvas) => {
    const box = canvas.getBoundingClientRect();
    const at = (/** @type {string} */ type, /** @type {number} */ x, /** @type {number} */ y) =>
      canvas.dispatchEvent(new PointerEvent(type, { pointerId: 1, button: 0, clientX: box.left + x, clientY: box.top + y, bubbles: true }));
    canvas.setPointerCapture = () => {};
    for (let stroke = 0; stroke < 120; ++stroke) {
      at("pointerdown", 10, 10 + stroke);
      for (let step = 0; step < 100; ++step) at("pointermove", 10 + (step % 2) * 200, 10 + stroke + step);
      at("pointerup", 10, 10);
    }
  });
  await page.locator(".pad-said:not(:empty)").waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".part").waitFor();
  const text = await page.locator("[name=tekening]").inputValue();
  assert.ok(text.length > 40_000 && text.length <= 60_000, `${text.length} signs`);
  await send(page).click();
  await arrived(page);
  await context.close();
});

test("a sound is recorded, heard back, made again, and kept", async () => {
  const { page, complaints, context } = await studentAt("/rugzak/bewaren");
  const start = page.locator("#veld-geluid"), stop = page.locator(".recording button");
  const record = async (/** @type {import("playwright-core").Locator} */ by) => {
    await by.click();
    await page.locator("[role=timer]", { hasText: "0:01" }).waitFor();
    assert.ok(await stop.evaluate((one) => one === document.activeElement));
    await stop.click();
    await page.locator(".part audio").waitFor();
  };
  await record(start);
  const [first] = await filesOf(page, "geluid");
  assert.ok(first.size > 0 && first.type.startsWith("audio/"));
  await page.locator(".part audio").evaluate((/** @type {HTMLAudioElement} */ audio) => new Promise((heard, silent) => {
    audio.addEventListener("timeupdate", () => { if (audio.currentTime > 0) heard(null); });
    audio.play().catch(silent);
  }));
  await page.locator(".part input").fill("Piepjes");
  await record(page.locator(".part-doings button").first());
  assert.equal(await page.locator(".part input").inputValue(), "Piepjes");
  await send(page).click();
  await arrived(page);
  await page.locator("section:not(.last-year) > .kept a").first().click();
  await page.locator("audio[aria-label=Piepjes]").waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a recording stops by itself after three minutes and says so", async () => {
  const { page, context } = await studentAt("/rugzak/bewaren");
  await page.addInitScript(() => {
    const start = MediaRecorder.prototype.start;
    MediaRecorder.prototype.start = function (...pace) {
      this.addEventListener("dataavailable", ({ data }) => { if (data.size > 0) document.body.dataset.heard = ""; });
      start.apply(this, pace);
    };
  });
  await page.clock.install();
  await page.reload();
  await page.locator("#veld-geluid").click();
  await page.locator("body[data-heard]").waitFor();  // three minutes of nothing would be no recording
  await page.clock.fastForward(170_000);
  assert.equal(await page.locator(".part").count(), 0);
  await page.clock.fastForward(10_000);
  await page.locator(".part audio").waitFor();
  await page.locator(".media-said:not(:empty)").waitFor();
  await context.close();
});

test("a microphone that gives nothing is said to", async () => {
  const { page, context } = await studentAt("/rugzak/bewaren");
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = async () => {
      const silent = new AudioContext();
      await silent.suspend();
      return silent.createMediaStreamDestination().stream;
    };
  });
  await page.locator("#veld-geluid").click();
  await page.locator(".recording button").click();
  await page.locator(".media-said:not(:empty)").waitFor();
  assert.equal(await page.locator(".part").count(), 0);
  await context.close();
});

test("a microphone that is refused is no dead end", async () => {
  const { page, context } = await studentAt("/rugzak/bewaren");
  await page.evaluate(() => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", "NotAllowedError")); });
  await page.locator("#veld-geluid").click();
  await page.locator(".media-said:not(:empty)").waitFor();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
  assert.ok(chooser);
  await context.close();
});

test("when the way is cut, before or after the server heard it, it waits with its photo and its sound, goes by itself, and is kept once", async () => {
  const { page, context } = await studentAt("/kaart/strand/bewaren");
  const action = "**/kaart/strand/bewaren";
  /** @type {[string, (route: import("playwright-core").Route) => Promise<void>][]} */
  const ways = [
    ["De trein in een tunnel", (route) => route.abort("internetdisconnected")],
    ["De trein uit de tunnel", async (route) => { await route.fetch({ maxRedirects: 0 }); await route.abort("connectionreset"); }],  // the answer is swallowed
    ["De trein is vol", (route) => route.fulfill({ status: 503, contentType: "text/html", body: "<main class=trouble><h1>vol</h1></main>" })],
  ];
  for (const [words, fails] of ways) {
    await page.locator("[name=woorden]").fill(words);
    await page.locator(".media input[name=foto]").setInputFiles([await photo(page, 300, 200)]);
    await page.locator(".part canvas:not(.waiting)").waitFor();
    await page.locator(".part input").fill(`${words}, gezien`);
    const letGo = await holdKey(page);
    await page.route(action, (route) => (route.request().method() === "POST" ? fails(route) : route.continue()));
    await send(page).click();
    await page.locator("#wacht li", { hasText: words }).waitFor();
    assert.equal(await page.locator("[name=woorden]").inputValue(), "");
    assert.equal(await page.locator(".part").count(), 0);
    assert.deepEqual(await filesOf(page, "foto"), []);
    assert.equal(await page.getByRole("progressbar").count(), 0);
    assert.equal((await rows(page, "drafts")).length, 1);
    await page.unroute(action);
    letGo();
    await drafts(page, 0);
  }
  for (const [words] of ways) {
    assert.equal(await keptWith(page, words), 1);
    assert.equal(await page.locator(`.kept img[alt="${words}, gezien"]`).count(), 1);
  }
  await context.close();
});

for (const [size, busy] of /** @type {const} */ ([["small", false], ["large", true]]))
  test(`a session that ended takes no ${size} photo along: after signing in it goes by itself`, async () => {
    const words = `Net te lang gewacht, ${size}`;
    const { page, context } = await studentAt("/rugzak/bewaren");
    await page.locator("[name=woorden]").fill(words);
    await page.locator(".media input[name=foto]").setInputFiles([await photo(page, 900, 600, busy)]);
    await page.locator(".part input").fill(`Een raam om zeven uur, ${size}`);
    assert.equal((await filesOf(page, "foto"))[0].size > 64 * 1024, busy);
    await drafts(page, 1);
    await context.clearCookies({ name: "__Host-sessie" });
    await send(page).click();
    await page.waitForURL((url) => url.pathname === "/inloggen");
    await signIn(page, house, "student");
    await drafts(page, 0);
    assert.equal(await keptWith(page, words), 1);
    assert.equal(await page.locator(`.kept img[alt='Een raam om zeven uur, ${size}']`).count(), 1);
    await context.close();
  });

test("a closed tab brings back words, photos, sound and drawing, each with its own line; thrown away and fetched back as well", async () => {
  const { page, context } = await studentAt("/rugzak/bewaren");
  await page.locator("[name=woorden]").fill("Alles tegelijk");
  await page.locator(".media input[name=foto]").setInputFiles([await photo(page, 300, 200), await photo(page, 200, 300)]);
  await page.locator("#veld-geluid").click();
  await page.locator("[role=timer]", { hasText: "0:01" }).waitFor();
  await page.locator(".recording button").click();
  await page.locator(".part audio").waitFor();
  await page.locator(".media-button").nth(1).click();
  await page.locator(".pad canvas").click();
  await page.keyboard.press("Escape");
  await page.locator(".part").nth(3).waitFor();
  const lines = ["eerste", "tweede", "gehoord", "getekend"];
  for (const [at, line] of lines.entries()) await page.locator(".part input").nth(at).fill(line);
  const typed = Date.now();
  await until(async () => (await rows(page, "drafts")).some(({ at }) => at > typed), "the last line kept");
  await page.close();
  const later = await context.newPage();
  const all = async () => {
    await later.locator(".part").nth(3).waitFor();
    assert.deepEqual(await later.locator(".part input").evaluateAll((fields) => fields.map((field) => /** @type {HTMLInputElement} */ (field).value)), lines);
    assert.deepEqual([(await filesOf(later, "foto")).length, (await filesOf(later, "geluid")).length], [2, 1]);
  };
  await later.goto(`${house.address}/rugzak/bewaren`);
  await later.locator(".draft-line").waitFor();
  await all();
  await later.locator(".draft-line button").click();
  await drafts(later, 0);
  assert.equal(await later.locator(".part").count(), 0);
  await later.locator(".draft-line button").click();
  await all();
  await send(later).click();
  await arrived(later);
  await drafts(later, 0);
  await later.locator("section:not(.last-year) > .kept a").first().click();
  assert.deepEqual(await later.locator(".scrap img").evaluateAll((images) => images.map((one) => one.getAttribute("alt"))), ["eerste", "tweede", "getekend"]);
  await context.close();
});

test("what the server finds wrong is shown where it is, with the files still chosen; then it goes", async () => {
  const words = "Dit gebeurde op een andere dag";
  const { page, context } = await studentAt("/kaart/haven");
  await page.locator(".keep > summary").click();
  await page.locator("[name=woorden]").fill(words);
  await page.locator(".media input[name=foto]").setInputFiles([await photo(page, 300, 200)]);
  await page.locator(".part input").fill("Een raam");
  const id = await page.locator(".keep [name=id]").inputValue();
  await page.locator(".more-fields summary").click();
  await page.locator("#veld-wanneer").fill("31 februari 2019");
  await send(page).click();
  await page.locator("#veld-wanneer[aria-invalid=true]").waitFor();
  assert.ok(await page.locator(".summary").evaluate((one) => one === document.activeElement));
  assert.equal(await page.locator("[name=woorden]").inputValue(), words);
  assert.equal(await page.locator(".keep [name=id]").inputValue(), id);
  assert.equal((await filesOf(page, "foto")).length, 1);
  await page.locator("#veld-wanneer").fill("zomer 2019");
  await send(page).click();
  await arrived(page);
  assert.equal(await page.locator(".kept img[alt='Een raam']").count(), 1);
  assert.equal(await keptWith(page, words), 1);
  await context.close();
});

test("pressing again and again while it travels sends it once", async () => {
  const words = "Eén keer drukken is genoeg";
  const { page, context } = await studentAt("/rugzak/bewaren");
  let sent = 0;
  /** @type {() => void} */
  let go = () => {};
  const held = new Promise((/** @type {(value?: unknown) => void} */ done) => { go = done; });
  await page.route("**/rugzak/bewaren", async (route) => {
    if (route.request().method() === "POST") { ++sent; await held; }
    await route.continue();
  });
  await page.locator("[name=woorden]").fill(words);
  for (let press = 0; press < 3; ++press) await send(page).evaluate((one) => /** @type {HTMLElement} */ (one).click());
  await page.getByRole("progressbar").waitFor();
  go();
  await arrived(page);
  assert.equal(sent, 1);
  assert.equal(await keptWith(page, words), 1);
  await context.close();
});

test("what did not arrive waits, also when another place was opened meanwhile", async () => {
  const words = "Nog even onderweg";
  const { page, context } = await studentAt("/kaart/haven", { viewport: { width: 1280, height: 800 } });
  /** @type {() => void} */
  let cut = () => {};
  const held = new Promise((/** @type {(value?: unknown) => void} */ done) => { cut = done; });
  await page.route("**/kaart/haven/bewaren", async (route) => { await held; await route.abort("connectionreset"); }, { times: 1 });
  await page.locator(".keep > summary").click();
  await page.locator("[name=woorden]").fill(words);
  await send(page).click();
  await page.getByRole("progressbar").waitFor();
  await page.locator(".spot > a[href^='/kaart/strand']").click();
  await page.waitForURL((url) => url.pathname === "/kaart/strand");
  await page.locator("form[action='/kaart/strand/bewaren']").waitFor({ state: "attached" });
  cut();
  await page.locator("#wacht li", { hasText: words }).waitFor();
  await drafts(page, 0);
  assert.equal(await keptWith(page, words), 1);
  await context.close();
});

test("what did not arrive waits, also when the key of the drafts came after it was sent", async () => {
  const words = "Eerst verstuurd, toen pas op slot";
  const { page, context } = await studentAt("/rugzak/bewaren");
  /** @type {() => void} */
  let give = () => {}, cut = () => {};
  const held = new Promise((/** @type {(value?: unknown) => void} */ done) => { give = done; });
  const away = new Promise((/** @type {(value?: unknown) => void} */ done) => { cut = done; });
  await page.route("**/mij/concepten-sleutel", async (route) => { await held; await route.continue(); }, { times: 1 });
  await page.route("**/rugzak/bewaren", async (route) => { if (route.request().method() !== "POST") return route.continue(); await away; await route.abort("connectionreset"); }, { times: 2 });
  await page.reload();
  await page.locator("[name=woorden]").fill(words);
  await send(page).click();
  await page.getByRole("progressbar").waitFor();
  const came = page.waitForResponse("**/mij/concepten-sleutel");
  give();
  await came;
  cut();
  await page.locator("#wacht li", { hasText: words }).waitFor();
  await drafts(page, 0);
  assert.equal(await keptWith(page, words), 1);
  await context.close();
});

test("a photo can be chosen while a sound is recorded, and sending ends the recording", async () => {
  const { page, context } = await studentAt("/rugzak/bewaren");
  await page.locator("#veld-geluid").click();
  await page.locator("[role=timer]", { hasText: "0:01" }).waitFor();
  await page.locator(".media input[name=foto]").setInputFiles([await photo(page, 300, 200)]);
  await page.locator(".part canvas:not(.waiting)").waitFor();
  await send(page).click();
  await arrived(page);
  const thing = page.locator("section:not(.last-year) > .kept > li").first();
  assert.equal(await thing.locator("img").count(), 1);
  assert.equal(await thing.locator(".sound-here").count(), 1);
  await context.close();
});

test("by keyboard alone, on the map: a photo and a symbol, without the pad being in the way", async () => {
  const words = "Met de toetsen bewaard";
  const { page, context } = await studentAt("/kaart/stad", { viewport: { width: 1280, height: 800 }, hasTouch: false });
  const press = async (/** @type {string} */ selector) => {
    await page.locator(selector).first().focus();
    await page.keyboard.press("Enter");
  };
  await press(".keep > summary");
  await page.keyboard.press("Tab");
  await page.keyboard.type(words);
  await page.keyboard.press("Tab");
  const picture = await photo(page, 120, 90);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
  await chooser.setFiles(picture);
  await page.locator(".part canvas:not(.waiting)").waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator(".pad").waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".pad").waitFor({ state: "detached" });
  assert.equal(new URL(page.url()).pathname, "/kaart/stad");
  await press(".more-fields summary");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.locator("[name=symbool]:checked").evaluate((one) => one === document.activeElement && one.getAttribute("value") !== ""), true);
  await press("form:has(.media) > .actions button");
  await arrived(page);
  assert.equal(await keptWith(page, words), 1);
  await context.close();
});

test("without script a photo goes along with the form's own fields", async () => {
  const words = "Zonder script, met foto";
  const maker = await visit(house);
  const picture = await photo(maker.page, 300, 200);
  const { page, context } = await studentAt("/kaart/haven", { javaScriptEnabled: false });
  await page.locator(".keep > summary").click();
  await page.locator("#veld-woorden").fill(words);
  await page.locator("#veld-foto").setInputFiles([picture]);
  await page.locator("#veld-beschrijving").fill("Blauw");
  await send(page).click();
  await arrived(page);
  assert.equal(await page.locator(".kept img[alt=Blauw]").count(), 1);
  await context.close();
  await maker.context.close();
});

test("without script the words beside a large photo survive the end of the session", async () => {
  const words = "Zonder script, en toen was ik er niet meer in";
  const maker = await visit(house);
  const picture = await photo(maker.page, 900, 600, true);
  const { page, context } = await studentAt("/kaart/haven", { javaScriptEnabled: false });
  await page.locator(".keep > summary").click();
  await page.locator("#veld-woorden").fill(words);
  await page.locator("#veld-foto").setInputFiles([picture]);
  await context.clearCookies({ name: "__Host-sessie" });
  await send(page).click();
  await page.locator("[name=naam]").fill(house.person("student").user_name);
  await page.locator("[name=wachtwoord]").fill(house.person("student").password);
  await page.locator("main form:has([name=wachtwoord]) button").last().click();
  await page.locator("blockquote.typed", { hasText: words }).waitFor();
  await Promise.all([arrived(page), page.locator("main form[action='/kaart/haven/bewaren'] button").last().click()]);
  assert.equal(await keptWith(page, words), 1);
  await context.close();
  await maker.context.close();
});

for (const theme of /** @type {const} */ (["light", "dark"]))
  for (const language of ["nl", "en"])
    test(`axe finds nothing while something is being kept, ${theme}, ${language}`, async () => {
      const { page, context } = await studentAt("/rugzak/bewaren", { colorScheme: theme, bypassCSP: true });
      await context.addCookies([{ name: "taal", value: language, url: house.address }]);
      await page.reload();
      await page.locator(".more-fields summary").click();
      await page.locator(".media input[name=foto]").setInputFiles([await photo(page, 300, 200), { name: "x.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF") }]);
      await page.locator(".media-said:not(:empty)").waitFor();
      await page.locator("#veld-geluid").click();
      await page.locator("[role=timer]", { hasText: "0:01" }).waitFor();
      await page.locator(".recording button").click();
      await page.locator(".part audio").waitFor();
      await examine(page, "the form");
      await page.locator(".media-button").nth(1).click();
      await examine(page, "the pad");
      await page.keyboard.press("Escape");
      await send(page).click();
      await arrived(page);
      await examine(page, "the scrapbook");
      await context.close();
    });
