// An analyst looks at what was printed about going on, then at how the students of the school flow: a sector, two years next to each other, and takes the figures along.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openHouse, signIn, visit } from "./house.mjs";
import { leadsTo, violations } from "./walking.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** The picture that is shown came, and is one. @param {Page} page */
const pictures = (page) => page.locator(".flow-picture img").evaluateAll(async (all) => {
  const images = /** @type {HTMLImageElement[]} */ (all);
  await Promise.all(images.map((image) => image.decode()));
  return images.map((image) => image.naturalWidth);
});

/** The file behind a link of the page. @param {Page} page @param {string} link */
async function taken(page, link) {
  const answer = await page.request.get(new URL(String(await page.locator(link).getAttribute("href")), page.url()).href);
  assert.equal(answer.status(), 200);
  return { text: await answer.text(), headers: answer.headers() };
}

for (const script of [true, false])
  test(`from what was printed to the figures of one's own school, ${script ? "with" : "without"} script`, async () => {
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
      await leadsTo(page, /\/stroom$/, () => page.locator(".destinations a[href='/stroom']").click());
      assert.equal(await page.locator(".printed table.bars").count(), 2);
      assert.equal(await page.locator(".bar.doubtful").count(), 1, "81% is shown as it was printed, and doubted");
      await look();

      await leadsTo(page, /\/stroom\/doorstroom$/, () => page.locator(".figure-ways a[href='/stroom/doorstroom']").click());
      assert.deepEqual((await pictures(page)).map((width) => width > 100), [true]);
      assert.ok(await page.locator("table.figures tbody tr").count() >= 4);
      await look();

      await page.locator("#veld-sector").selectOption("Techniek");
      const years = await page.locator("#veld-jaar option").evaluateAll((all) => all.map((one) => /** @type {HTMLOptionElement} */ (one).value).filter((one) => one !== ""));
      assert.ok(years.length >= 3);
      await page.locator("#veld-jaar").selectOption(years[0]);
      await page.locator("#veld-naast").selectOption(years[1]);
      await leadsTo(page, /naast=/, () => page.locator(".figures-filter button").click());
      assert.equal(await page.locator("#veld-sector").inputValue(), "Techniek", "what was asked stays asked");
      assert.deepEqual((await pictures(page)).map((width) => width > 100), [true, true]);
      assert.equal(await page.locator("table.figures").first().locator("thead th").count(), 3, "each group stands above its two columns");
      await look();

      const file = await taken(page, "a[href*='/csv']");
      assert.match(file.headers["content-disposition"], /^attachment/);
      const [names, ...rows] = file.text.trim().split("\r\n").map((line) => line.split(";"));
      assert.equal(names.length, 9);
      assert.ok(rows.length >= 2);
      for (const row of rows) assert.ok(Number(row[4]) >= 10, row.join(";"));
      const drawing = await taken(page, "a[href*='bewaar']");
      assert.match(drawing.headers["content-type"], /^image\/svg\+xml/);
      assert.match(drawing.text, /^<svg[^]*<\/svg>\s*$/);

      const png = await page.request.get(new URL(String(await page.locator("a[href*='als=png']").getAttribute("href")), page.url()).href);
      assert.equal(png.headers()["content-type"], "image/png");
      const bytes = await png.body();
      assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20) <= 2400], [1600, true], "as broad as it should be");

      const link = page.locator("#link");
      assert.equal(await page.locator("button[data-copied]").isVisible(), script);
      const seen = await page.locator("table.figures").first().innerText();
      if (script) {
        await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
        await page.locator("button[data-copied]").click();
        await page.waitForFunction(async () => await navigator.clipboard.readText() === /** @type {HTMLInputElement} */ (document.querySelector("#link")).value);
      }
      await page.goto(await link.inputValue());
      assert.equal(await page.locator("table.figures").first().innerText(), seen, "the link leads to the same view");

      for (const [field, value] of [["#veld-sector", "Zorg en welzijn"], ["#veld-niveau", "3"], ["#veld-opleiding", "Kok"]]) {
        await page.goto(`${house.address}/stroom/doorstroom`);
        await page.locator(field).selectOption(value);
        await leadsTo(page, /\?/, () => page.locator(".figures-filter button").click());
        assert.equal(await page.locator(".notice").count(), 0, `${value} is shown itself`);
      }
      await page.goto(`${house.address}/stroom/doorstroom?opleiding=Kok&jaar=${years[0]}`);
      await page.locator(".notice").waitFor();
      assert.deepEqual(wrong, []);
      assert.deepEqual(complaints, []);

      const student = await visit(house, { javaScriptEnabled: script });
      await signIn(student.page, house, "student");
      for (const path of ["/stroom", "/stroom/doorstroom", "/stroom/doorstroom/csv"]) assert.equal((await student.page.request.get(house.address + path)).status(), 404);
    } finally {
      await house.close();
    }
  });
