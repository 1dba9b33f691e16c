// The drawn map in the hand: by touch, by mouse, by keyboard alone, without script, and when the session or the network is gone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openHouse, signIn, visit } from "./house.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** @type {import("./house.mjs").House} */
let house;
test.before(async () => { house = await openHouse(); });
test.after(async () => { await house.close(); });

const wide = { width: 1280, height: 800 };

/** A visitor's page on this address. @param {string} path @param {import("playwright-core").BrowserContextOptions & {role?: string}} options */
async function at(path, { role = "", ...options } = {}) {
  const visitor = await visit(house, { deviceScaleFactor: 1, reducedMotion: "reduce", ...options });
  if (role !== "") await signIn(visitor.page, house, role);
  await visitor.page.goto(house.address + path, { waitUntil: "networkidle" });
  return visitor;
}

const link = (/** @type {Page} */ page, /** @type {string} */ place) => page.locator(`#plek-${place} > a`);
const path = (/** @type {Page} */ page) => new URL(page.url()).pathname;
const scrolled = (/** @type {Page} */ page) => page.locator(".chart").evaluate((chart) => ({ left: chart.scrollLeft, top: chart.scrollTop }));
const zoom = (/** @type {Page} */ page) => page.locator(".sheet").evaluate((sheet) => sheet.className.replace(/\D+/, ""));
/** Marks this page: a new one has no mark. */
const mark = (/** @type {Page} */ page) => page.evaluate(() => document.documentElement.classList.add("marked"));
const isMarked = (/** @type {Page} */ page) => page.evaluate(() => document.documentElement.classList.contains("marked"));
const opened = (/** @type {Page} */ page, /** @type {string} */ place) => page.locator(`#plek-${place} > a[aria-current]`).waitFor();

/** Where the drawing of a place lies, beside its name. @param {Page} page @param {string} place @returns {Promise<{x: number, y: number}>} */
const onDrawing = (page, place) => link(page, place).evaluate((one) => {
  const box = one.getBoundingClientRect();
  const spot = { x: box.left + box.width / 2, y: box.top + box.height * 0.4 };
  const hit = document.elementFromPoint(spot.x, spot.y);
  if (hit !== one) throw new Error(`the drawing is not what one meets there: ${hit?.outerHTML.slice(0, 80)}`);
  return spot;
});

/** The part of the sheet under this point, in thousandths of its width. @param {Page} page @param {{x: number, y: number}} point */
const under = (page, point) => page.locator(".sheet").evaluate((sheet, { x, y }) => {
  const box = sheet.getBoundingClientRect();
  return { x: (x - box.left) / box.width * 1000, y: (y - box.top) / box.width * 1000 };
}, point);

/** @param {{x: number, y: number}} one @param {{x: number, y: number}} other @param {string} what */
const assertSamePart = (one, other, what) => assert.ok(Math.hypot(one.x - other.x, one.y - other.y) < 4, `${what}: ${JSON.stringify([one, other])}`);

/** Whether a place lies wholly within what can be seen of the chart. @param {Page} page @param {string} place */
const inView = (page, place) => link(page, place).evaluate((one) => {
  const box = one.getBoundingClientRect(), frame = /** @type {Element} */ (one.closest(".chart")).getBoundingClientRect();
  return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= Math.min(frame.bottom, innerHeight);
});

/** Fingers on the glass, and where they are after each part (0 to 1) of the movement. @param {Page} page @param {(part: number) => {x: number, y: number, id: number}[]} fingers */
async function touch(page, fingers) {
  const client = await page.context().newCDPSession(page);
  await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: fingers(0) });
  for (let step = 1; step <= 8; step++) await client.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: fingers(step / 8) });
  await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

/** Two fingers about a point, from so far apart to so far apart. @param {Page} page @param {{x: number, y: number}} around @param {number} from @param {number} to */
const pinch = (page, around, from, to) =>
  touch(page, (part) => [-1, 1].map((side, id) => ({ x: around.x + side * (from + (to - from) * part) / 2, y: around.y, id })));

/** One finger drawn upwards. @param {Page} page @param {{x: number, y: number}} from @param {number} up */
const swipe = (page, from, up) => touch(page, (part) => [{ x: from.x, y: from.y - up * part, id: 0 }]);

for (const role of ["", "student"])
  test(`by touch, ${role || "signed out"}: a drawing opens its place without a new page, and back closes it`, async () => {
    const { page, context, complaints } = await at("/kaart", { role, hasTouch: true });
    if (role !== "") await page.locator("#begin").evaluate(() => document.querySelector(".chart")?.scrollTo(200, 300));
    await mark(page);
    const spot = await onDrawing(page, "wensboom");
    await page.touchscreen.tap(spot.x, spot.y);
    await opened(page, "wensboom");
    assert.equal(path(page), "/kaart/wensboom");
    assert.ok(await isMarked(page), "no new page");
    assert.ok(await page.locator(".panel .place-head").isVisible());
    assert.ok(await inView(page, "wensboom"));
    await page.goBack();
    await page.locator(".panel .search").waitFor();
    assert.equal(path(page), "/kaart");
    assert.equal(await page.locator(".spot > a[aria-current]").count(), 0);
    assert.ok(await isMarked(page), "back is no new page either");
    assert.deepEqual(complaints, []);
    await context.close();
  });

test("by touch: two fingers zoom around themselves, one scrolls", async () => {
  const { page, context } = await at("/kaart", { hasTouch: true });
  for (const [from, to, reached] of /** @type {const} */ ([[60, 200, "3"], [240, 130, "2"], [240, 130, "1"], [80, 230, "3"]])) {
    const point = { x: 210, y: 420 };
    const before = await under(page, point);
    await pinch(page, point, from, to);
    await page.locator(`.sheet.zoom-${reached}`).waitFor();
    if (reached !== "1" && from !== 80) assertSamePart(await under(page, point), before, `at step ${reached}`);
    assert.equal(await page.evaluate(() => window.visualViewport?.scale), 1, "the page itself does not zoom");
  }
  await page.locator(".chart").evaluate((chart) => chart.scrollTo(300, 300));
  const before = await scrolled(page);
  await swipe(page, { x: 200, y: 500 }, 150);
  await page.waitForFunction((top) => (document.querySelector(".chart")?.scrollTop ?? 0) > top + 80, before.top);
  assert.equal(await page.evaluate(() => window.scrollY), 0);
  await context.close();
});

test("by mouse: a click opens a place and the map keeps its spot", async () => {
  const { page, context } = await at("/kaart", { viewport: wide });
  await mark(page);
  await page.locator(".chart").evaluate((chart) => chart.scrollBy({ left: 0, top: -60, behavior: "instant" }));
  const before = await scrolled(page);
  const spot = await onDrawing(page, "wensboom");
  await page.mouse.click(spot.x, spot.y);
  await opened(page, "wensboom");
  assert.deepEqual(await scrolled(page), before);
  assert.ok(await isMarked(page));
  await page.locator(".panel .back a").click();
  await page.locator(".panel .search").waitFor();
  assert.deepEqual(await scrolled(page), before);
  await context.close();
});

test("by mouse: the wheel scrolls, with ctrl it zooms under the pointer", async () => {
  const { page, context } = await at("/kaart", { viewport: wide });
  await page.locator(".chart").evaluate((chart) => chart.scrollTo(100, 300));
  const point = { x: 400, y: 380 };
  await page.mouse.move(point.x, point.y);
  await page.mouse.wheel(0, 120);
  await page.waitForFunction(() => (document.querySelector(".chart")?.scrollTop ?? 0) > 300);
  assert.equal(await zoom(page), "2");
  await page.locator(".chart").evaluate((chart) => chart.scrollTo({ left: 100, top: 400, behavior: "instant" }));
  const before = await under(page, point);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -120);
  await page.locator(".sheet.zoom-3").waitFor();
  assertSamePart(await under(page, point), before, "the same under the pointer");
  await page.mouse.wheel(0, 120);
  await page.locator(".sheet.zoom-2").waitFor();
  assertSamePart(await under(page, point), before, "and back");
  await page.keyboard.up("Control");
  await context.close();
});

for (const viewport of [wide, { width: 390, height: 844 }])
  test(`the buttons at ${viewport.width} px: nearer, as far as the whole sheet, and the next page is as near`, async () => {
    const { page, context } = await at("/kaart", { viewport });
    await page.locator(".zoom-in").click();
    assert.equal(await zoom(page), "3");
    assert.equal(await page.locator(".zoom-in").getAttribute("aria-disabled"), "true");
    await page.reload({ waitUntil: "networkidle" });
    assert.equal(await zoom(page), "3");
    assert.equal(new URL(await link(page, "haven").evaluate((one) => /** @type {HTMLAnchorElement} */ (one).href)).searchParams.get("zoom"), "3");
    await page.locator(".zoom-out").click();
    await page.locator(".zoom-out").click();
    assert.equal(await zoom(page), "1");
    const fits = await page.locator(".sheet").evaluate((sheet) => {
      const box = sheet.getBoundingClientRect(), frame = /** @type {Element} */ (sheet.closest(".chart")).getBoundingClientRect();
      return box.left >= frame.left - 1 && box.right <= frame.right + 1 && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1;
    });
    assert.ok(fits, "the whole sheet is in sight");
    await context.close();
  });

for (const script of [true, false])
  test(`the map opens at the traveller, and brings the traveller back, ${script ? "with" : "without"} script`, async () => {
    const { page, context } = await at("/kaart", { role: "student", javaScriptEnabled: script });
    const here = (await page.locator("#hier").evaluate((one) => one.parentElement?.id))?.replace("plek-", "") ?? "";
    assert.ok(await inView(page, here), "it opens there");
    for (const address of ["/kaart", "/kaart/vulkaan", "/kaart/strand#begin"]) {
      await page.goto(house.address + address, { waitUntil: "networkidle" });
      if (address !== "/kaart") assert.ok(await inView(page, address.includes("vulkaan") ? "vulkaan" : "strand"), "it opens at what is open");
      await page.locator(".chart").evaluate((chart) => chart.scrollTo({ left: 0, top: 0, behavior: "instant" }));
      assert.equal(await inView(page, here), false);
      await page.locator(".where").click();
      assert.ok(await inView(page, here), address);
    }
    await context.close();
  });

test("searching while typing: the rest steps back, nothing disappears, also after a place was opened", async () => {
  const { page, context } = await at("/kaart?soort=hulpbron", { viewport: wide });
  const visible = () => page.locator(".spot > a").evaluateAll((all) => all.filter((one) => one.getClientRects().length > 0).length);
  const all = await visible();
  const steppedBack = () => page.locator(".spot.missed").count();
  const aside = await page.locator(".spot.aside").count();
  for (const again of [false, true]) {
    if (again) {
      await link(page, "stad").focus();
      await page.keyboard.press("Enter");
      await opened(page, "stad");
      await page.locator(".panel .back a").click();
      await page.locator(".panel .search").waitFor();
    }
    await page.locator(".search input[type=search]").pressSequentially("wensboom");
    assert.ok(await steppedBack() > 20);
    assert.equal(await page.locator("#plek-wensboom.missed").count(), 0);
    assert.equal(await visible(), all);
    await page.locator(".search input[type=search]").fill("");
    assert.equal(await steppedBack(), 0);
    assert.equal(await page.locator(".spot.aside").count(), aside, "what another kind is stays aside");
  }
  await page.locator(".zoom-in").click();
  await page.locator(".search input[type=search]").fill("wensboom");
  await page.keyboard.press("Enter");
  await page.waitForURL(/zoek=wensboom/);
  const asked = new URL(page.url()).searchParams;
  assert.deepEqual([asked.get("soort"), asked.get("zoom")], ["hulpbron", "3"]);
  assert.equal(await page.locator("#plek-wensboom.missed").count(), 0);
  await context.close();
});

test("without script: a place, zoom, a kind, a search and the list, each by a link or a form", async () => {
  const { page, context } = await at("/kaart", { javaScriptEnabled: false, hasTouch: true });
  const spots = await page.locator(".spot").count();
  const spot = await onDrawing(page, "wensboom");
  await page.touchscreen.tap(spot.x, spot.y);
  await page.waitForURL(/\/kaart\/wensboom/);
  assert.ok(await page.locator(".panel .place-head").isVisible());
  assert.ok(await inView(page, "wensboom"));
  await page.locator(".panel .back a").click();
  await page.locator(".panel .search").waitFor();
  await page.locator(".zoom-in").click();
  await page.waitForURL(/zoom=3/);
  assert.equal(await zoom(page), "3");
  assert.ok(await inView(page, "wensboom"), "zoomed in where it was");
  await page.locator(".legend a").nth(2).click();
  await page.waitForURL(/soort=parkeren/);
  assert.ok(await page.locator(".spot.aside").count() > 20);
  assert.equal(await page.locator(".spot").count(), spots);
  await page.locator(".search input[type=search]").fill("droom");
  await page.locator(".search button").click();
  await page.waitForURL(/zoek=droom/);
  assert.equal(new URL(page.url()).searchParams.get("soort"), "parkeren");
  assert.equal(await page.locator(".spot").count(), spots);
  await page.locator(".tools .switch a").nth(1).click();
  await page.waitForURL(/weergave=lijst/);
  await page.locator(".search input[type=search]").fill("haven");
  await page.locator(".search button").click();
  await page.waitForURL(/zoek=haven/);
  assert.ok(await page.locator(".place-list").first().isVisible(), "still the list");
  await context.close();
});

test("by keyboard alone: to a place, from neighbour to neighbour, in, and out again", async () => {
  const { page, context } = await at("/kaart", { viewport: wide });
  const focused = () => page.evaluate(() => document.activeElement?.parentElement?.id.replace("plek-", "") ?? "");
  const middle = (/** @type {string} */ place) => link(page, place).evaluate((one) => {
    const box = one.getBoundingClientRect(), sheet = /** @type {Element} */ (one.closest(".sheet")).getBoundingClientRect();
    return { x: box.left + box.width / 2 - sheet.left, y: box.top + box.height / 2 - sheet.top };
  });
  for (let tabs = 0; tabs < 30 && !(await page.evaluate(() => document.activeElement?.matches(".spot > a"))); tabs++) await page.keyboard.press("Tab");
  const steps = /** @type {const} */ ([["ArrowRight", "ArrowLeft", "x", 1], ["ArrowLeft", "ArrowRight", "x", -1], ["ArrowDown", "ArrowUp", "y", 1], ["ArrowUp", "ArrowDown", "y", -1]]);
  const reached = new Set();
  const waiting = [await focused()];
  while (waiting.length > 0) {
    const from = /** @type {string} */ (waiting.pop());
    if (reached.has(from)) continue;
    reached.add(from);
    for (const [key, opposite, axis, sign] of steps) {
      await link(page, from).focus();
      await page.keyboard.press(key);
      const to = await focused();
      if (to === from) continue;  // nothing lies that way
      assert.ok(((await middle(to))[axis] - (await middle(from))[axis]) * sign > 0, `${key} from ${from} to ${to}`);
      await page.keyboard.press(opposite);
      assert.equal(await focused(), from, `${key} and ${opposite}`);
      waiting.push(to);
    }
  }
  assert.equal(reached.size, await page.locator(".spot").count(), "arrows lead everywhere");

  await mark(page);
  for (const leave of ["Escape", "Enter"]) {
    await link(page, "jungle").focus();
    await page.keyboard.press("Enter");
    await opened(page, "jungle");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "paneel");
    if (leave === "Enter") await page.locator(".panel .back a").focus();
    await page.keyboard.press(leave);
    await page.locator(".panel .search").waitFor();
    assert.equal(await focused(), "jungle");
    assert.equal(path(page), "/kaart");
  }
  assert.ok(await isMarked(page));
  await context.close();
});

for (const [viewport, address, script] of /** @type {const} */ ([
  [{ width: 390, height: 844 }, "/kaart", true], [{ width: 390, height: 844 }, "/kaart/haven", false], [{ width: 320, height: 568 }, "/kaart/haven", true], [wide, "/kaart", true], [wide, "/kaart?zoom=3", true]]))
  test(`what has the focus can be seen, forwards and back, ${address} at ${viewport.width} px ${script ? "with" : "without"} script`, async () => {
    const { page, context } = await at(address, { role: "student", viewport, javaScriptEnabled: script });
    for (const key of ["Tab", "Shift+Tab"])
      for (let stops = 0, ended = false; stops < 90 && !ended; stops++) {
        await page.keyboard.press(key);
        const [seen, what] = await page.evaluate((least) => {
          const one = document.activeElement;
          if (!one || one === document.body) return ["end", ""];
          const box = one.getBoundingClientRect();
          const points = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((x) => [0.1, 0.3, 0.5, 0.7, 0.9].map((y) => document.elementFromPoint(box.left + x * box.width, box.top + y * box.height)));
          return [points.filter((hit) => hit !== null && (one.contains(hit) || hit.contains(one) && hit.closest(".panel, .chart, .destinations, .banner") === one.closest(".panel, .chart, .destinations, .banner"))).length >= least ? "yes" : "no", one.outerHTML.slice(0, 120)];
        }, script ? 6 : 1);  // without script the browser itself decides how far it scrolls
        ended = seen === "end";
        assert.notEqual(seen, "no", `${key}: ${what}`);
      }
    await context.close();
  });

test("the session ended, or somebody else signed in meanwhile: the place opens as a page of its own", async () => {
  const { page, context, complaints } = await at("/kaart", { role: "student", viewport: wide });
  await mark(page);
  await context.clearCookies();
  await link(page, "strand").focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/kaart\/strand/);
  await page.locator(".panel .place-head").waitFor();
  assert.equal(await isMarked(page), false, "nothing of the person who was here stays");
  assert.equal(await page.locator(".trail").count(), 0);
  assert.ok(await page.locator("a.account").isVisible());
  assert.deepEqual(complaints, []);
  await context.close();
});

test("without a network a place is gone to as any link, and back is the map again", async () => {
  const { page, context } = await at("/kaart", { viewport: wide });
  await page.route(/\/kaart\/strand/, (route) => route.abort("internetdisconnected"));
  const tried = page.waitForEvent("requestfailed", (request) => request.isNavigationRequest());
  await link(page, "strand").focus();
  await page.keyboard.press("Enter");
  await tried;
  await page.unroute(/\/kaart\/strand/);
  await page.goto(`${house.address}/kaart`);
  await link(page, "strand").focus();
  await page.keyboard.press("Enter");
  await opened(page, "strand");
  await context.close();
});

test("what was asked last is what opens, whichever answer comes first", async () => {
  const { page, context } = await at("/kaart", { viewport: wide });
  /** @type {() => void} */
  let letGo = () => {};
  const held = new Promise((resolve) => { letGo = () => resolve(undefined); });
  await page.route(/\/kaart\/vulkaan/, async (route) => { await held; await route.continue(); });
  const late = page.waitForResponse(/\/kaart\/vulkaan/);
  for (const place of ["vulkaan", "strand"]) {
    await link(page, place).focus();
    await page.keyboard.press("Enter");
  }
  await opened(page, "strand");
  letGo();
  await (await late).finished();
  await link(page, "strand").evaluate(() => new Promise(requestAnimationFrame));
  assert.equal(path(page), "/kaart/strand");
  assert.equal(await page.locator("#plek-vulkaan > a[aria-current]").count(), 0);
  await context.close();
});
