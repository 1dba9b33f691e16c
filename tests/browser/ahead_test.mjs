// An analyst looks ahead: the coming years as a fan, of a sector, and what if others begin or fewer stop; the address holds it all.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openHouse, signIn, visit } from "./house.mjs";
import { leadsTo, violations } from "./walking.mjs";

for (const script of [true, false])
  test(`from the coming years to what if, ${script ? "with" : "without"} script`, async () => {
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
      await leadsTo(page, /\/stroom\/vooruit$/, () => page.locator("a[href='/stroom/vooruit']").click());
      assert.equal(await page.locator("svg.fan[aria-label]").count(), 1);
      assert.equal(await page.locator(".fan .changed path").count(), 0);
      assert.ok(await page.locator("figcaption .gate").count() >= 2, "each year with its sign");
      assert.ok(await page.locator("table.figures tbody tr").count() >= 6, "forecasts, how good they are and what came");
      await look();

      await page.locator("#veld-sector").selectOption("Techniek");
      await page.locator("#veld-wat").selectOption("left");
      await page.locator("#veld-minder").fill("5");
      await leadsTo(page, /minder=5/, () => page.locator(".figures-filter button").click());
      assert.equal(await page.locator("#veld-sector").inputValue(), "Techniek", "what was asked stays asked");
      assert.equal(await page.locator("#veld-minder").inputValue(), "5");
      assert.ok(await page.locator(".fan .changed path").count() >= 3);
      const figures = page.locator("table.figures");
      assert.equal(await figures.first().locator("thead th").count(), 7, "as expected, and as it would be");
      assert.equal(await figures.nth(1).locator("thead th").count(), 7, "and places a year beside it");
      const middle = await figures.first().locator("tbody tr").first().locator("td").evaluateAll((all) => all.map((one) => Number(one.textContent)));
      assert.ok(middle[4] < middle[0], "five of a hundred fewer stop");
      await look();

      const shared = await visit(house, { javaScriptEnabled: script });
      await signIn(shared.page, house, "coordinator");
      await shared.page.goto(page.url());
      assert.equal(await shared.page.locator("table.figures").first().textContent(), await figures.first().textContent(), "the address holds it all");

      await page.locator("#veld-instroom").fill("veel");
      await leadsTo(page, /instroom=veel/, () => page.locator(".figures-filter button").click());
      assert.equal(await page.locator("#veld-instroom").inputValue(), "veel");
      await page.locator("[role=alert] a[href='#veld-instroom']").waitFor();
      await look();
      assert.deepEqual(wrong, []);
      assert.deepEqual(complaints, []);

      const student = await visit(house, { javaScriptEnabled: script });
      await signIn(student.page, house, "student");
      assert.equal((await student.page.request.get(`${house.address}/stroom/vooruit`)).status(), 404);
    } finally {
      await house.close();
    }
  });
