// An analyst looks at what a diploma takes, chooses a programme, types a price, and takes the figures along.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openHouse, signIn, visit } from "./house.mjs";
import { leadsTo, violations } from "./walking.mjs";

for (const script of [true, false])
  test(`what a diploma takes, and what it costs at another price, ${script ? "with" : "without"} script`, async () => {
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
      /** A link's file. @param {string} link */
      const taken = async (link) => {
        const answer = await page.request.get(new URL(String(await page.locator(link).getAttribute("href")), page.url()).href);
        assert.equal(answer.status(), 200);
        return answer.text();
      };
      await signIn(page, house, "analyst");
      await page.goto(`${house.address}/stroom`);
      await leadsTo(page, /\/stroom\/kosten$/, () => page.locator("a[href='/stroom/kosten']").click());
      const pictures = await page.locator(".flow-picture img").evaluateAll(async (all) => {
        const images = /** @type {HTMLImageElement[]} */ (all);
        await Promise.all(images.map((image) => image.decode()));
        return images.map((image) => image.naturalWidth > 100);
      });
      assert.deepEqual(pictures, [true]);
      assert.equal(await page.locator("#veld-activiteit option").count(), 3);
      const programmes = await page.locator("#veld-opleiding option").count();
      assert.ok(programmes > 5);
      assert.equal(await page.locator("table.costs").first().locator("tbody tr").count(), programmes, "all together stands where all stood in the list");
      await look();

      await page.locator("#veld-opleiding").selectOption("Kok");
      await leadsTo(page, /opleiding=Kok/, () => page.locator(".figures-filter button").first().click());
      await page.locator("#veld-prijs").fill("62,50");
      await leadsTo(page, /prijs=62/, () => page.locator("form:has(#veld-prijs) button").click());
      assert.equal(await page.locator("#veld-opleiding").inputValue(), "Kok", "what was asked stays asked");
      assert.match(await page.locator(".reckoned").innerText(), /62[,.]50/);
      await look();
      await page.locator("#veld-prijs").fill("gratis");
      await leadsTo(page, /prijs=gratis/, () => page.locator("form:has(#veld-prijs) button").click());
      assert.equal(await page.locator("#veld-prijs").inputValue(), "gratis");
      assert.equal(await page.locator("a[href='#veld-prijs']").count(), 1);
      await look();

      const [names, ...rows] = (await taken("a[href*='/csv']")).trim().split("\r\n").map((line) => line.split(";"));
      assert.ok(rows.length > programmes);
      for (const row of rows) {
        assert.equal(row.length, names.length);
        assert.ok(Number(row[3]) >= 10, row.join(";"));
      }
      assert.match(await taken("a[href*='bewaar']"), /^<svg[^]*<\/svg>\s*$/);
      assert.deepEqual(wrong, []);
      assert.deepEqual(complaints, []);
    } finally {
      await house.close();
    }
  });
