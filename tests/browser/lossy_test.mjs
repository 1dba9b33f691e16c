// A year of keeping things over a poor line.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openHouse, visit } from "./house.mjs";
import { openLossyProxy } from "./lossy_proxy.mjs";
import { drafts, kept, rows, send, until, words } from "./typing.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** @type {import("./house.mjs").House} */
let house;
test.before(async () => { house = await openHouse(); });
test.after(async () => { await house.close(); });

test("a year's journey over a line that fails three times out of ten loses nothing and doubles nothing", { timeout: 500_000 }, async (t) => {
  const proxy = await openLossyProxy(house.address, { seed: 4, share: 0.3 });
  const { page, context } = await visit(house);
  page.setDefaultTimeout(6000);
  const go = (/** @type {string} */ path) => until(async () => {
    await page.goto(proxy.address + path, { timeout: 6000 });
    return (await page.locator("body[data-wie]:not([data-bewaard])").count()) === 1;
  }, path);
  try {
    const { user_name, password } = house.person("student");
    await until(async () => {
      await page.goto(`${proxy.address}/inloggen`, { timeout: 6000 });
      if (new URL(page.url()).pathname !== "/inloggen") return true;
      await page.locator("[name=naam]").fill(user_name);
      await page.locator("[name=wachtwoord]").fill(password);
      await page.locator("main form button.primary").first().click();
      await page.waitForURL((url) => url.pathname !== "/inloggen", { timeout: 6000 });
      return true;
    }, "signed in");
    const places = ["haven", "wensboom", "stad", "bergen"], sentences = [];
    for (let month = 1; month <= 12; ++month) {
      const sentence = `Maand ${month} van mijn jaar onderweg`;
      sentences.push(sentence);
      await go(`/kaart/${places[month % places.length]}/bewaren`);
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
      await words(page).fill(sentence);
      await drafts(page, 1);
      await send(page).catch(() => {});
      await until(async () => {
        if ((await rows(page, "drafts")).length === 0) return true;
        if ((await page.locator("body[data-wie]").count()) === 0) await page.goto(`${proxy.address}/rugzak`, { timeout: 6000 });
        return false;
      }, sentence);
    }
    proxy.mend();
    for (const sentence of sentences) assert.equal(await kept(house, sentence), 1, sentence);
    t.diagnostic(JSON.stringify(proxy.happened));
  } finally {
    await context.close();
    await proxy.close();
  }
});
