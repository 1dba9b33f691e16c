// A day begins: the map as it is now, and what is there today; nothing else. What one makes on the way lies beside the trail.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openHouse, signIn, visit } from "./house.mjs";
import { signInAtHome, rows, until } from "./typing.mjs";
import { leadsTo, violations } from "./walking.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** Sends the form that is open. @param {Page} page */
const send = (page) => page.locator("main form > .actions .primary").first().click();

/** Nothing sticks out and everybody can read it. @param {Page} page */
async function look(page) {
  assert.deepEqual(await violations(page), []);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${page.url()} sticks out ${over} px`);
}

for (const script of [true, false])
  test(`a day begins at the map, and leads on from there, ${script ? "with" : "without"} script`, async () => {
    const house = await openHouse();
    try {
      const { page, complaints } = await visit(house, { javaScriptEnabled: script });
      await signIn(page, house, "student");
      assert.equal(new URL(page.url()).pathname, "/", "signing in leads home");
      assert.equal(await page.locator(".home-map").count(), 1);
      assert.ok(await page.locator(".today > section").count() <= 3);
      await leadsTo(page, /\/vragen$/, () => page.locator(".today a[href='/vragen']").click());
      await page.locator("[name=halen]").fill("Leren hoe je een boot bouwt");
      await leadsTo(page, /\/vragen\/\w{26}\?gedaan/, () => page.locator(".equals button").first().click());
      await page.goto(`${house.address}/wensen/nieuw`);
      await page.locator("#veld-woorden").fill("Zelf naar Noorwegen zeilen");
      await leadsTo(page, /\/wensen\?gedaan/, () => send(page));
      const wish = String(await page.locator("a.ribbon").first().getAttribute("href"));
      await page.goto(`${house.address}${wish}/stap?welke=als`);
      await page.locator("input[name=als][value=own]").check();
      await page.locator("[name=herken]").fill("Iemand vraagt wat ik wil");
      await page.locator("[name=woorden]").fill("Vertel ik van de boot");
      await leadsTo(page, /gedaan=anders/, () => send(page));
      await leadsTo(page, /gedaan=gebeurt/, () => page.locator("form[action$='/gebeurt'] button").click());
      await leadsTo(page, /localhost:\d+\/$/, () => page.locator(".brand").click());
      assert.equal(await page.locator(".today a[href='/vragen']").count(), 0, "what was answered is not asked");
      await leadsTo(page, new RegExp(`${wish}$`), () => page.locator(`.came-back a[href='${wish}']`).click());
      await page.goto(`${house.address}/`);
      await leadsTo(page, /\/kaart$/, () => page.locator(".home-map").press("Enter"));
      await page.goto(`${house.address}/reis`);
      assert.ok(await page.locator(`.moments a[href='${wish}']`).count() > 0, "beside the trail");
      await page.goto(`${house.address}/kaart?weergave=lijst`);
      if (script) await look(page);
      assert.deepEqual(complaints, []);
    } finally {
      await house.close();
    }
  });

test("it fits every screen, by day and by night, and is read by everybody", async () => {
  const house = await openHouse();
  try {
    for (const colorScheme of /** @type {const} */ (["light", "dark"]))
      for (const width of [320, 390, 1280]) {
        const { page, context } = await visit(house, { viewport: { width, height: 800 }, colorScheme });
        await signIn(page, house, "student");
        await look(page);
        const map = await page.locator(".home-map").boundingBox();
        assert.ok(map !== null && map.y + map.height <= 800, `the whole map is in sight at ${width} px`);
        await page.goto(`${house.address}/reis`);
        await look(page);
        await context.close();
      }
  } finally {
    await house.close();
  }
});

test("on one's own phone it opens without a line", async () => {
  const house = await openHouse();
  try {
    const { page } = await visit(house);
    await signInAtHome(page, house, "student");
    await page.goto(`${house.address}/`);
    await until(async () => (await rows(page, "pages")).some(({ url }) => url === "/"), "kept");
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
    await house.stop();
    await page.goto(`${house.address}/`);
    assert.ok(Number(await page.locator("body").getAttribute("data-bewaard")) > 0);
    assert.equal(await page.locator(".home-map").count(), 1);
    await house.start();
  } finally {
    await house.close();
  }
});
