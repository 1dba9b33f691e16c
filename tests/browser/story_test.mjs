// An analyst talks about a figure, a coordinator adds what came of an action; last year's conversation comes back with its figure then and now, and prints as a sheet for the meeting.
import assert from "node:assert/strict";
import { test } from "node:test";
import { launch, openHouse, signIn, visit } from "./house.mjs";
import { leadsTo, violations } from "./walking.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** What stands in a part of the conversation, opened to be added to. @param {Page} page @param {string} kind */
const adding = (page, kind) => page.locator(`form:has([name=soort][value=${kind}])`);

for (const script of [true, false])
  test(`a figure is talked about, ${script ? "with" : "without"} script`, async () => {
    const house = await openHouse();
    try {
      const { page, complaints } = await visit(house, { javaScriptEnabled: script });
      /** @type {string[]} */
      const wrong = [];
      const look = async () => {
        if (!script) return;
        wrong.push(...await violations(page));
        for (const width of [320, 390, 1280]) {
          await page.setViewportSize({ width, height: 844 });
          const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          assert.ok(over <= 0, `${page.url()} sticks out ${over} px at ${width}`);
        }
      };
      await signIn(page, house, "analyst");
      await page.goto(`${house.address}/stroom`);
      assert.equal(await page.locator(".came-back").count(), 1, "what was agreed a year ago, of which nobody wrote what came of it");
      await leadsTo(page, /\/stroom\/verhaal\/\w{26}$/, () => page.locator(".came-back a").click());
      assert.equal(await page.locator("table.figures tbody tr").count(), 2, "then and now");
      assert.equal(await page.locator("table.figures .sure").count(), 2, "each with its interval");
      await look();

      await page.goto(`${house.address}/stroom/verhaal`);
      await leadsTo(page, /\/stroom\/verhaal\/\w{26}$/, () => page.locator(".card", { hasText: /\d+–\d+ → \d+–\d+/ }).locator("h3 a").click());
      assert.equal(await page.locator("table.figures tbody tr").count(), 2, "what was expected of a year, and the ten it came to");
      await look();
      for (const from of ["/stroom/vooruit?wat=left", "/stroom/kosten"]) {
        await page.goto(house.address + from);
        const figure = page.locator("table.figures a.value").first(), value = await figure.evaluate((link) => link.firstChild?.textContent ?? "");
        await leadsTo(page, /verhaal-beginnen\?over=/, () => figure.click());
        assert.ok((await page.locator("table.figures .value").innerText()).startsWith(value), `${from}: the same figure`);
        await look();
        await leadsTo(page, /\/stroom\//, () => page.locator("main a").first().click());
        assert.ok(page.url().startsWith(house.address + from.replace(/\?.*/, "")), "and the way back to its page");
      }

      await page.goto(`${house.address}/stroom/doorstroom?sector=Techniek`);
      await leadsTo(page, /verhaal-beginnen\?over=/, () => page.locator("table.figures a.value").first().click());
      const share = await page.locator("table.figures .value").innerText();
      await look();
      await page.locator("[name=doel]").fill("Begrijpen hoe dit komt");
      await leadsTo(page, /\/stroom\/verhaal\/\w{26}\?gedaan=begonnen$/, () => page.locator("main .primary").click());
      const talk = new URL(page.url()).pathname;
      assert.equal(await page.locator("table.figures .value").innerText(), share);

      await page.locator("details:has([value=action]) summary").click();
      await adding(page, "action").locator("textarea").fill("Bel iedereen in week vier");
      await adding(page, "action").locator("[name=maand]").selectOption({ index: 3 });
      await adding(page, "action").evaluate((form) => { /** @type {HTMLFormElement} */ (form).noValidate = true; });
      await Promise.all([page.waitForEvent("framenavigated"), adding(page, "action").locator("button").click()]);
      assert.equal(await page.locator("#veld-wie[aria-invalid]").count(), 1, "who does it is asked");
      assert.equal(await adding(page, "action").locator("textarea").inputValue(), "Bel iedereen in week vier", "and what was typed stays");
      await look();
      await adding(page, "action").locator("[name=wie]").fill("Mentoren van leerjaar 1");
      await leadsTo(page, /gedaan=erbij$/, () => adding(page, "action").locator("button").click());
      assert.match(await page.locator("main").innerText(), /Mentoren van leerjaar 1/);

      const other = await visit(house, { javaScriptEnabled: script });
      await signIn(other.page, house, "coordinator");
      await other.page.goto(`${house.address}/stroom/verhaal`);
      await leadsTo(other.page, /\/regel\//, () => other.page.getByRole("link", { name: "Bel iedereen in week vier" }).click());
      assert.equal(await other.page.locator("form[action$='/weg']").count(), 0, "what another wrote is not theirs to take away");
      await other.page.locator("#uitkomst textarea").fill("Dertig gesprekken, twaalf met een vervolg");
      await leadsTo(other.page, /gedaan=erbij$/, () => other.page.locator("#uitkomst button").click());

      await page.goto(house.address + talk);
      assert.match(await page.locator(".talk blockquote").innerText(), /Dertig gesprekken/);
      await look();
      await leadsTo(page, /\/regel\//, () => page.locator(".talk .small a").first().click());
      await look();
      await page.goto(house.address + talk);
      await leadsTo(page, /\/stroom\/verhaal\/\w{26}$/, () => page.locator("form[action$='/dicht'] button").click());
      assert.equal(await page.locator(".talk form").count(), 0, "closed it stays readable, and takes no more");

      const sheet = await page.pdf({ format: "A4" });
      assert.ok(sheet.length > 10_000);
      await page.emulateMedia({ media: "print" });
      assert.equal(await page.locator(".banner:visible, footer:visible, .actions:visible, .no-print:visible").count(), 0);
      assert.ok(await page.locator("table.figures").isVisible() && await page.locator(".talk").first().isVisible());
      await page.emulateMedia({ media: "screen" });

      await page.goto(`${house.address}/stroom/verhaal`);
      await look();
      assert.deepEqual(wrong, []);
      assert.deepEqual(complaints, []);
    } finally {
      await house.close();
    }
  });

test("with letters twice as large on a narrow telephone nothing sticks out", async () => {
  const house = await openHouse(), browser = await launch(32);
  try {
    const { page } = await visit({ ...house, browser }, { viewport: { width: 320, height: 700 } });
    await signIn(page, house, "analyst");
    await page.goto(`${house.address}/stroom/verhaal`);
    const pages = await page.locator(".cards h3 a, .lines a").evaluateAll((all) => all.map((one) => /** @type {HTMLAnchorElement} */ (one).href));
    assert.ok(pages.length >= 4);
    for (const address of [page.url(), ...pages, `${house.address}/stroom/verhaal-beginnen?over=${encodeURIComponent("/stroom?reis=mbo-4&deel=study")}`, `${house.address}/stroom`]) {
      await page.goto(address);
      for (const one of await page.locator("details.no-print summary").all()) await one.click();
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(over <= 0, `${address} sticks out ${over} px`);
    }
  } finally {
    await browser.close();
    await house.close();
  }
});
