// A line that went dead and does not say so: what was sent over it gets no answer, ever.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openHouse, signIn, visit } from "./house.mjs";
import { openLossyProxy } from "./lossy_proxy.mjs";
import { drafts, kept, send, signInAtHome, until, words } from "./typing.mjs";

/** @type {import("./house.mjs").House} */
let house;
test.before(async () => { house = await openHouse(); });
test.after(async () => { await house.close(); });

/** The house behind a line that can die. @param {import("node:test").TestContext} t */
async function farHouse(t) {
  const line = await openLossyProxy(house.address, { seed: 1, share: 0 });
  t.after(() => line.close());
  return { line, far: { ...house, address: line.address } };
}

/** The page stays, as when nothing comes; a browser that waits for one that does not come tells a test nothing about the one that is there. */
const nothing = { status: 204 };

/** The worker answers for this page. @param {import("playwright-core").Page} page */
const atWork = (page) => until(() => page.evaluate(() => navigator.serviceWorker.controller !== null), "the worker at work");

test("on their own phone what is kept comes instead; elsewhere the page says so, and comes by itself", async (t) => {
  const { line, far } = await farHouse(t);
  const { page, context } = await visit(house);
  await signInAtHome(page, far, "student");
  await atWork(page);
  const other = await context.newPage();
  line.swallow(() => true);
  const elsewhere = other.goto(`${far.address}/mij`, { waitUntil: "commit" });
  await page.goto(`${far.address}/rugzak`, { waitUntil: "commit" });
  assert.ok(Number(await page.locator("body").getAttribute("data-bewaard")) > 0);
  line.mend();
  assert.equal((await elsewhere)?.status(), 503);
  await other.locator("body[data-wie]:not([data-bewaard]) main").waitFor();
  assert.equal(new URL(other.url()).pathname, "/mij");
  await until(async () => line.waiting() === 0, "every line let go");
  await context.close();
});

test("a drawing whose line went dead is asked for anew", async (t) => {
  const { line, far } = await farHouse(t);
  const { page, context } = await visit(house);
  await signIn(page, far, "student");
  await atWork(page);
  const drawing = await page.locator("link[rel=stylesheet]").first().getAttribute("href");
  let asked = 0;
  line.swallow((url) => url.endsWith("?anders") && ++asked === 1);
  assert.equal(await page.evaluate((address) => fetch(address).then(({ status }) => status), `${drawing}?anders`), 200);
  assert.equal(asked, 2);
  assert.equal(line.waiting(), 0);
  await context.close();
});

test("the worker comes in one piece, so no page stands in line behind a piece of it", async () => {
  const script = await (await fetch(`${house.address}/sw.js`)).text();
  assert.doesNotMatch(script, /^(import|export)\b/m);
});

test("a button that sends a page can be pressed again when nothing is heard", async () => {
  const { page, context } = await visit(house, { serviceWorkers: "block" });
  await page.clock.install();
  const { user_name, password } = house.person("student"), button = page.locator("main form button.primary");
  await page.goto(`${house.address}/inloggen`);
  await page.locator("[name=naam]").fill(user_name);
  await page.locator("[name=wachtwoord]").fill(password);
  let pressed = 0;
  await page.route("**/inloggen", (route) => (++pressed === 1 ? route.fulfill(nothing) : route.continue()));
  await button.click();
  await until(async () => pressed === 1, "sent into nothing");
  assert.equal(await button.getAttribute("aria-disabled"), "true");
  await page.clock.fastForward(15_000);
  assert.equal(await button.getAttribute("aria-disabled"), null);
  await Promise.all([page.waitForURL((url) => url.pathname === "/"), button.click()]);
  await context.close();
});

test("the page that a form leads to is asked for until it is there", async () => {
  const { page, context } = await visit(house, { serviceWorkers: "block" });
  await signIn(page, house, "student");
  await page.clock.install();
  await page.goto(`${house.address}/rugzak/bewaren`);
  await words(page).fill("Eén keer, langs een dode lijn");
  await drafts(page, 1);
  let asked = 0;
  await page.route((url) => url.searchParams.has("gedaan"), (route) => (route.request().isNavigationRequest() && ++asked === 1 ? route.fulfill(nothing) : route.continue()));
  await send(page);
  await until(async () => asked === 1, "asked for");
  await page.clock.fastForward(15_000);
  await until(async () => new URL(page.url()).searchParams.get("gedaan") === "bewaard", "there");
  assert.equal(await kept(house, "Eén keer, langs een dode lijn"), 1);
  await context.close();
});

test("what waits goes from this tab when the one that was sending it closes", async () => {
  const { page, context } = await visit(house);
  await signIn(page, house, "student");
  const other = await context.newPage();
  await other.goto(`${house.address}/rugzak`);
  await page.goto(`${house.address}/rugzak/bewaren`);
  await words(page).fill("Van het andere tabblad");
  await drafts(page, 1);
  await context.setOffline(true);
  await send(page);
  await page.locator("#wacht li").waitFor();
  await other.evaluate(() => new Promise((held) => { navigator.locks.request("wat wacht", () => { held(null); return new Promise(() => {}); }); }));
  await context.setOffline(false);
  await drafts(page, 1);
  await other.close();
  await drafts(page, 0);
  assert.equal(await kept(house, "Van het andere tabblad"), 1);
  await context.close();
});
