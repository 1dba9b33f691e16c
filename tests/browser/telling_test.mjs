// A student tells the story about themselves: a booklet on paper of their own choice, on the screen, in print, shared, and the same whatever becomes of the story.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { openHouse, signIn, visit } from "./house.mjs";
import { leadsTo, violations } from "./walking.mjs";

/** @typedef {import("playwright-core").Page} Page */

const stage = "Op stage legde ik een kussen goed en de oude man lachte.", happened = "Hij zei niets. Ik zag het aan zijn ogen.", began = "Vroeger dacht ik dat ik stil was.";

/** Something kept with a picture, an insight with a word, and a story of the two. @param {Page} page @param {import("./house.mjs").House} house */
async function begin(page, house) {
  await page.goto(`${house.address}/rugzak/bewaren`);
  await page.locator("#veld-woorden").fill(stage);
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 200 } });
  await page.locator("input[type=file]").first().setInputFiles({ name: "foto.png", mimeType: "image/png", buffer: picture });
  await leadsTo(page, /\/rugzak\?gedaan/, () => page.locator("main form > .actions .primary").click());
  const thing = await page.locator(".kept a").filter({ hasText: stage }).getAttribute("href");
  await page.goto(`${house.address}${thing}/inzicht`);
  await page.locator("#veld-gebeurd").fill(happened);
  await leadsTo(page, /\/inzichten\/\w{26}\?gedaan/, () => page.locator("main form .primary").click());
  const insight = new URL(page.url()).pathname;
  await page.goto(`${house.address}${insight}/kernwoord`);
  await page.locator("#veld-kernwoord").fill("Er zijn");
  await leadsTo(page, /gedaan=anders/, () => page.locator("main form .primary").click());
  await page.goto(`${house.address}/verhaal-over-mij`);
  await page.locator("#veld-nieuw").fill(began);
  await leadsTo(page, /gedaan/, () => page.locator(`button[value='erbij-${insight.slice(-26)}']`).click());
  return insight;
}

for (const script of [true, false])
  test(`a story becomes a booklet, ${script ? "with" : "without"} script`, async () => {
    const house = await openHouse();
    try {
      const { page, context, complaints } = await visit(house, { javaScriptEnabled: script, reducedMotion: "reduce" });
      /** @type {string[]} */
      const wrong = [];
      const look = async () => {
        if (!script) return;
        wrong.push(...await violations(page));
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(over <= 0, `${page.url()} sticks out ${over} px`);
      };
      await signIn(page, house, "student");
      await page.goto(`${house.address}/verteld`);
      await look();
      const insight = await begin(page, house);

      await leadsTo(page, /\/vertel$/, () => page.locator("button[value=vertel]").click());
      await look();
      await page.locator("#veld-papier-pakpapier").check({ force: true });
      await page.locator("input[name=beeld]").check({ force: true });
      await page.locator("#veld-inkt-bos").check({ force: true });
      await page.locator("#veld-titel").fill("Wie ik word");
      await leadsTo(page, /\/verteld\/\w{26}\?gedaan/, () => page.locator("main form .primary").click());
      const booklet = new URL(page.url()).pathname;
      await look();
      assert.equal(await page.locator("h1").innerText(), "Wie ik word");
      assert.equal(await page.locator(".sheet.paper-pakpapier .kernwoord.own-bos").innerText(), "Er zijn");
      await page.getByText(began).waitFor();
      assert.equal(await page.getByText(happened).count(), 0, "what happened was not chosen");
      const photo = page.locator(".sheet .taped img").first();
      assert.ok(await photo.evaluate(async (img) => { await /** @type {HTMLImageElement} */ (img).decode(); return /** @type {HTMLImageElement} */ (img).naturalWidth > 0; }), "the picture is there");

      await page.locator(".to-show summary").click();
      for (const size of ["a4", "a5", "vouw"]) {
        const address = await page.locator(`a[href$='maat=${size}']`).getAttribute("href");
        const pdf = await (await context.request.get(house.address + address)).body();
        const read = spawnSync("pdftotext", ["-raw", "-", "-"], { input: pdf, encoding: "utf8" });
        assert.match(read.stdout, /Wie ik word[^]*Vroeger dacht ik[^]*Er zijn/, size);
      }

      await leadsTo(page, /\/scherm$/, () => page.locator("a[href$='/scherm']").click());
      await look();
      const inSight = (/** @type {string} */ words) => page.locator(".slide", { hasText: words }).evaluate((slide) => Math.abs(slide.getBoundingClientRect().left) < 2);
      assert.ok(await inSight("Wie ik word"), "the front first");
      await page.locator(".slide:nth-child(1) .on").click();
      assert.ok(await inSight(began));
      await leadsTo(page, /\/verteld\/\w{26}$/, () => page.locator(".close").click());

      await page.goto(`${house.address}/verhaal-over-mij`);
      await page.locator("textarea[name=woorden-0]").fill("Heel anders.");
      await leadsTo(page, /gedaan/, () => page.locator("main form .primary").click());
      await page.goto(house.address + insight);
      await leadsTo(page, /prullenbak|\/rugzak/, () => page.locator("main form[action$='/weg'] button").click());
      await page.goto(house.address + booklet);
      await page.getByText(began).waitFor();
      assert.equal(await page.locator(".kernwoord").innerText(), "Er zijn", "it stays as it was told");

      await leadsTo(page, /\/deel\/verteld\//, () => page.locator("#gedeeld a[href^='/deel/']").click());
      await page.locator("input[name=wie]").first().check();
      await leadsTo(page, /\d\/verteld\/\w{26}/, () => page.locator("main form .primary").click());
      assert.equal(await page.locator("#gedeeld li").count(), 1);
      await look();
      await page.goto(`${house.address}/verteld`);
      assert.equal(await page.locator(".booklet").count(), 1);
      await look();
      await page.locator(".booklet").click();
      await leadsTo(page, /prullenbak/, () => page.locator("main form[action$='/weg'] button").click());
      await leadsTo(page, new RegExp(booklet), () => page.getByText("Wie ik word").click());
      await look();
      await page.locator("main form .primary").click();
      await page.locator("a[href$='/scherm']").waitFor();
      assert.equal(await page.locator("#gedeeld li").count(), 0, "the bin ended what was shared");
      assert.deepEqual(wrong, []);
      assert.deepEqual(complaints, []);
    } finally {
      await house.close();
    }
  });

test("by keyboard alone it is told and shown, and the arrows turn the pages", async () => {
  const house = await openHouse();
  try {
    const { page } = await visit(house, { viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
    await signIn(page, house, "student");
    await begin(page, house);
    await page.locator("button[value=vertel]").focus();
    await leadsTo(page, /\/vertel$/, () => page.keyboard.press("Enter"));
    await page.locator("input[name=beeld]").focus();
    await page.keyboard.press("Space");
    await page.locator("input[name=papier]").first().focus();
    await page.keyboard.press("ArrowRight");
    assert.ok(await page.locator("#veld-papier-schrift").isChecked());
    await page.locator("main form .primary").focus();
    await leadsTo(page, /\/verteld\/\w{26}/, () => page.keyboard.press("Enter"));
    assert.equal(await page.locator(".sheet.paper-schrift").count(), 4, "front, two pages, and the one beside the last");
    await page.locator("a[href$='/scherm']").focus();
    await leadsTo(page, /\/scherm$/, () => page.keyboard.press("Enter"));
    const focused = () => page.evaluate(() => document.activeElement?.id);
    for (const [key, slide] of [["ArrowRight", "blad-2"], ["ArrowRight", "blad-3"], ["ArrowRight", "blad-3"], ["ArrowLeft", "blad-2"], ["Home", "blad-1"], ["End", "blad-3"], ["PageUp", "blad-2"], ["Space", "blad-3"]]) {
      await page.keyboard.press(key);
      assert.equal(await focused(), slide, key);
      assert.ok(await page.locator(`#${slide}`).evaluate((one) => Math.abs(one.getBoundingClientRect().left) < 2), `${key} shows ${slide}`);
    }
    await leadsTo(page, /\/verteld\/\w{26}$/, () => page.keyboard.press("Escape"));
  } finally {
    await house.close();
  }
});
