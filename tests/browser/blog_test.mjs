// A student puts photos out of their backpack in a travel log, makes a story of it on the workbench, and tells it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openHouse, signIn, visit } from "./house.mjs";
import { photo } from "./keeping.mjs";
import { leadsTo, violations } from "./walking.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** Keeps something at a place, with a photo when there is one. @param {Page} page @param {string} house @param {string} words @param {{name: string, mimeType: string, buffer: Buffer}} [picture] */
async function keep(page, house, words, picture) {
  await page.goto(`${house}/kaart/haven/bewaren`);
  await page.locator("#veld-woorden").fill(words);
  if (picture) await page.locator(".media input[name=foto]").setInputFiles([picture]);
  await leadsTo(page, /gedaan=bewaard/, () => page.locator("main form.keep > .actions .primary, main form:has(.media) > .actions .primary").first().click());
}

/** The tick on what was kept with these words. @param {Page} page @param {string} words */
const tick = (page, words) => page.locator(".picking li").filter({ hasText: words }).locator("input").check({ force: true });

/** How much of a picture is nearly black. @param {import("playwright-core").Locator} picture */
const darkness = (picture) => picture.evaluate((img) => {
  const canvas = document.createElement("canvas"), pen = canvas.getContext("2d");
  [canvas.width, canvas.height] = [160, 120];
  if (!pen) return 1;
  pen.drawImage(/** @type {HTMLImageElement} */ (img), 0, 0, 160, 120);
  const { data } = pen.getImageData(0, 0, 160, 120);
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) if (Math.max(data[at], data[at + 1], data[at + 2]) < 60) dark += 1;
  return dark / (160 * 120);
});

for (const script of [true, false])
  test(`from photos to a post, a story and a telling, ${script ? "with" : "without"} script`, async () => {
    const house = await openHouse();
    try {
      const maker = (await visit(house)).page;
      const picture = await photo(maker, 320, 240);
      const { page, complaints } = await visit(house, { javaScriptEnabled: script });
      /** @type {string[]} */
      const wrong = [];
      const look = async () => {
        if (!script) return;
        wrong.push(...await violations(page));
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(over <= 0, `${page.url()} sticks out ${over} px`);
      };
      await signIn(page, house, "student");
      await page.goto(`${house.address}/rugzak`);
      await leadsTo(page, /\/blog$/, () => page.locator(".pockets a[href='/blog']").click());
      await look();
      await page.goto(`${house.address}/verhalen`);
      await look();
      await keep(page, house.address, "De boot naar de overkant", picture);
      await keep(page, house.address, "Een zin zonder foto");

      await page.goto(`${house.address}/blog`);
      await leadsTo(page, /\/blog\/nieuw$/, () => page.locator("main a[href='/blog/nieuw']").click());
      await look();
      await page.locator("main form > .actions .primary").click();
      await page.locator(".summary").waitFor();
      await tick(page, "De boot naar de overkant");
      await page.locator("#veld-titel").fill("Naar de overkant");
      await page.locator("#veld-zoek").fill("zonder foto");
      await page.locator("button[value=zoek]").click();
      await page.locator(".chosen-things").waitFor();
      assert.equal(await page.locator("#veld-titel").inputValue(), "Naar de overkant");
      assert.ok(await page.locator(".chosen-things input").first().isChecked(), "what was chosen stays");
      await tick(page, "Een zin zonder foto");
      await look();
      await leadsTo(page, /\/blog\/\w{26}\?gedaan=bewaard/, () => page.locator("main form > .actions .primary").click());
      await page.getByText("Een zin zonder foto").waitFor();
      assert.equal(await page.locator(".edge img").count(), 1);
      await look();
      await leadsTo(page, /\/anders$/, () => page.locator("main a[href$='/anders']").click());
      await look();
      await page.locator("#veld-titel").fill("Met de boot naar de overkant");
      await leadsTo(page, /gedaan=anders/, () => page.locator("main form > .actions .primary").click());
      await page.goto(`${house.address}/blog`);
      assert.equal(await page.locator(".post").count(), 1);
      await look();

      await leadsTo(page, /\/verhalen$/, () => page.locator("main a[href='/verhalen']").click());
      await leadsTo(page, /\/verhalen\/nieuw$/, () => page.locator("main a[href='/verhalen/nieuw']").click());
      await look();
      await page.locator(".to-pick input").first().check({ force: true });
      await page.locator("#veld-titel").fill("Mijn eerste jaar");
      await leadsTo(page, /\/verhalen\/\w{26}$/, () => page.locator("main form > .actions .primary").click());
      await look();
      await page.locator("#veld-nieuw").waitFor({ state: "attached" });
      await page.locator("details:has(#veld-nieuw) > summary").click();
      await page.locator("#veld-nieuw").fill("Zo begon het.");
      await page.locator("button[value=erbij]").click();
      await page.locator("#veld-woorden-1").waitFor();
      await page.locator("button[value=op-1]").click();
      await page.locator("#veld-woorden-0").and(page.locator(":visible")).waitFor();
      assert.equal(await page.locator("#veld-woorden-0").inputValue(), "Zo begon het.");
      await page.locator(".strip-of-cards summary").click();
      await page.locator("#veld-woorden-1").fill("De veerboot");
      await look();
      await page.locator("details:has(#veld-nieuw) > summary").click();
      await leadsTo(page, /\/kaart$/, () => page.locator("button[value=kaart]").click());
      await look();
      await leadsTo(page, /plek=haven/, () => page.locator(".cut-places a[href$='plek=haven']").click());
      await page.locator(".cuts label").last().click();
      await look();
      await leadsTo(page, /gedaan=anders/, () => page.locator("main form > .actions .primary").click());
      assert.equal(await page.locator(".strip-of-cards .map-cut").count(), 1);
      assert.equal(await page.locator("#veld-woorden-1").inputValue(), "De veerboot", "what stood there went along");
      await look();
      await leadsTo(page, /zo-wordt-het$/, () => page.locator("button[value=bekijk]").click());
      await page.locator("figcaption").getByText("De veerboot").waitFor();
      await look();
      await leadsTo(page, /\/verteld\/\w{26}/, () => page.locator("main form[action$='/vertel'] .primary").click());
      await page.getByText("Zo begon het.").first().waitFor();
      const pictures = page.locator(".sheet:not(.cover) .taped img"), shown = await pictures.count();
      const map = pictures.last();
      await map.scrollIntoViewIfNeeded();
      assert.ok(await map.evaluate(async (img) => { await /** @type {HTMLImageElement} */ (img).decode(); return /** @type {HTMLImageElement} */ (img).naturalWidth > 300; }), "the map is a picture now");
      assert.ok(await darkness(map) < .06, "a trail is a line, and fills nothing");
      const before = page.url();
      await leadsTo(page, /\/zonder$/, () => page.locator("main a[href$='/zonder']").click());
      await look();
      await page.locator(".to-leave-out input").last().check({ force: true });
      await look();
      await leadsTo(page, /\/verteld\/\w{26}\?gedaan/, () => page.locator("main form .primary").click());
      assert.notEqual(page.url().slice(0, -15), before.slice(0, -15));
      assert.equal(await page.locator(".sheet:not(.cover) .taped img").count(), shown - 1);
      await look();
      await page.goto(`${house.address}/verhalen`);
      assert.equal(await page.locator(".story-cover").count(), 1);
      await look();
      assert.deepEqual(wrong, []);
      assert.deepEqual(complaints, []);
    } finally {
      await house.close();
    }
  });

test("by keyboard alone something is chosen, put earlier and put in the blog", async () => {
  const house = await openHouse();
  try {
    const { page } = await visit(house, { viewport: { width: 1280, height: 800 } });
    await signIn(page, house, "student");
    await keep(page, house.address, "Het eerste", await photo(page, 200, 200));
    await keep(page, house.address, "Het tweede");
    await page.goto(`${house.address}/blog/nieuw`);
    for (const words of ["Het eerste", "Het tweede"]) {
      await page.locator(".to-pick li").filter({ hasText: words }).locator("input").focus();
      await page.keyboard.press("Space");
    }
    await page.locator("button[value=zoek]").focus();
    await page.keyboard.press("Enter");
    await page.locator(".chosen-things button").first().focus();
    const first = await page.locator(".chosen-things input").first().getAttribute("value");
    await page.keyboard.press("Enter");
    await page.locator(`.chosen-things li:nth-child(2) input[value='${first}']`).waitFor({ state: "attached" });
    await page.locator("main form > .actions .primary").focus();
    await leadsTo(page, /\/blog\/\w{26}/, () => page.keyboard.press("Enter"));
    await page.getByText("Het tweede").waitFor();
  } finally {
    await house.close();
  }
});
