// A student hangs a wish in the Wensboom and lets it be; dreams it further; it comes back when its "als" is there; and it ends in a good way.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openHouse, signIn, visit } from "./house.mjs";
import { leadsTo, violations } from "./walking.mjs";

/** @typedef {import("playwright-core").Page} Page */

const sailing = "Zelf naar Noorwegen zeilen", other = "Rijbewijs", then = "Bel ik oom Piet";

/** @param {Page} page */
const send = (page) => page.locator("main form > .actions .primary").click();

/** Hangs one up; gives the address of its page. @param {Page} page @param {string} house @param {string} words */
async function hang(page, house, words) {
  await page.goto(`${house}/wensen/nieuw`);
  await page.locator("#veld-woorden").fill(words);
  await leadsTo(page, /\/wensen\?gedaan/, () => send(page));
  return String(await page.locator("a.ribbon").filter({ hasText: words }).getAttribute("href"));
}

for (const script of [true, false])
  test(`a wish hangs, is dreamt further, comes back and may go, ${script ? "with" : "without"} script`, async () => {
    const house = await openHouse();
    try {
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
      await page.goto(`${house.address}/kaart/wensboom`);
      await leadsTo(page, /\/wensen$/, () => page.locator(".pockets a[href='/wensen']").click());
      await look();
      await leadsTo(page, /\/wensen\/nieuw$/, () => page.locator("main a[href='/wensen/nieuw']").click());
      await look();
      await page.locator("#veld-woorden").fill("  ");
      await send(page);
      await page.locator("#veld-woorden-fout").waitFor();
      await page.locator("#veld-woorden").fill(sailing);
      await leadsTo(page, /\/wensen\?gedaan/, () => send(page));
      await hang(page, house.address, other);
      await look();
      assert.deepEqual((await page.locator("ul.ribbons > li > a").allInnerTexts()).map((words) => words.trim()), [other, sailing], "the tree is a list");

      await page.locator("a.ribbon").filter({ hasText: sailing }).click();
      await page.waitForURL(/\/wensen\/\w{26}$/);
      const wish = new URL(page.url()).pathname;
      await look();
      for (const [which, words] of [["uitgekomen", "Zout op mijn gezicht"], ["obstakel", "Ik durf niet te bellen"]]) {
        if (!await page.locator("details.dream-on[open]").count()) await page.locator("details.dream-on summary").click();
        await leadsTo(page, /\/stap/, () => page.locator(`a[href$='welke=${which}']`).click());
        await look();
        await page.locator("#veld-woorden").fill(words);
        await leadsTo(page, /gedaan=anders/, () => send(page));
        await page.getByText(words).waitFor();
      }
      await leadsTo(page, /welke=als/, () => page.locator("a[href$='welke=als']").click());
      assert.equal(await page.locator("#veld-dag").isVisible(), false, "what belongs to a choice shows with it");
      await page.locator("input[name=als][value=day]").check();
      await page.locator("#veld-dag").fill("2020-03-03");
      await page.locator("#veld-woorden").fill(then);
      await send(page);
      await page.locator("#veld-dag-fout").waitFor();
      assert.equal(await page.locator("#veld-woorden").inputValue(), then, "what was typed stays");
      await look();
      await page.locator("input[name=als][value=own]").check();
      await page.locator("#veld-herken").fill("Ik de zee ruik");
      await leadsTo(page, /gedaan=anders/, () => send(page));
      await look();

      await leadsTo(page, /gedaan=gebeurt/, () => page.locator("form[action$='/gebeurt'] button").click());
      await look();
      for (const where of ["/wensen", "/kaart/wensboom"]) {
        await page.goto(house.address + where);
        await page.locator(".way-back").getByText(then).waitFor();
        assert.equal(await page.locator(".way-back .answers button").count(), 4);
        const sizes = await page.locator(".way-back .answers button").evaluateAll((buttons) => buttons.map((each) => `${each.clientWidth} ${each.clientHeight}`));
        assert.equal(new Set(sizes).size, 1, "four equal answers");
        await look();
      }
      await leadsTo(page, /gedaan=nog-even/, () => page.locator("form[action$='/nog-even'] button").click());
      await page.goto(`${house.address}/wensen`);
      assert.equal(await page.locator(".way-back").count(), 0, "it waits a week");

      await page.goto(house.address + wish);
      await leadsTo(page, /\/wensen\/nieuw\?van=/, () => page.locator(".ends form:has([value=anders]) button").click());
      await page.getByText(sailing).waitFor();
      await page.locator("#veld-woorden").fill("Een boot bouwen");
      await leadsTo(page, /\/wensen\?gedaan/, () => send(page));
      assert.equal(await page.locator(`a.ribbon[href='${wish}']`).count(), 0);
      await leadsTo(page, /ook=einde/, () => page.locator("a[href='/wensen?ook=einde']").click());
      assert.equal(await page.locator(`.ended a.ribbon[href='${wish}']`).count(), 1);
      await look();
      await page.goto(house.address + wish);
      await page.getByText("Een boot bouwen").waitFor();
      await look();
      assert.deepEqual(wrong, []);
      assert.deepEqual(complaints, []);
    } finally {
      await house.close();
    }
  });

test("arriving at its place brings a wish back, by keyboard alone", async () => {
  const house = await openHouse();
  try {
    const { page } = await visit(house, { viewport: { width: 1280, height: 800 } });
    await signIn(page, house, "student");
    await page.goto(`${house.address}/wensen/nieuw`);
    await page.locator("#veld-woorden").focus();
    await page.keyboard.type(sailing);
    await page.locator("main form > .actions .primary").focus();
    await leadsTo(page, /\/wensen\?gedaan/, () => page.keyboard.press("Enter"));
    await page.locator("a.ribbon").focus();
    await leadsTo(page, /\/wensen\/\w{26}$/, () => page.keyboard.press("Enter"));
    const wish = new URL(page.url()).pathname;
    await page.locator("details.dream-on summary").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await leadsTo(page, /welke=als/, () => page.keyboard.press("Enter"));
    await page.locator("input[name=als]").first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "veld-plek", "the field of the choice comes next");
    await page.locator("#veld-plek").selectOption("haven");
    await page.locator("#veld-woorden").focus();
    await page.keyboard.type(then);
    await page.locator("main form > .actions .primary").focus();
    await leadsTo(page, /gedaan=anders/, () => page.keyboard.press("Enter"));
    await page.goto(`${house.address}/wensen`);
    assert.equal(await page.locator(".way-back").count(), 0);
    await page.goto(`${house.address}/kaart/haven`);
    await page.locator("form[action$='/haven/hier'] button").focus();
    await leadsTo(page, /gedaan=hier/, () => page.keyboard.press("Enter"));
    await page.goto(`${house.address}/wensen`);
    await page.locator(".way-back form[action$='/ik-doe-dit'] button").focus();
    await leadsTo(page, /gedaan=ik-doe-dit/, () => page.keyboard.press("Enter"));
    assert.equal(new URL(page.url()).pathname, wish);
    await page.goto(`${house.address}/wensen`);
    assert.equal(await page.locator(".way-back").count(), 0, "once");
    await page.locator(`a.ribbon[href='${wish}']`).waitFor();
  } finally {
    await house.close();
  }
});

test("many wishes stay apart on small screens", async () => {
  const house = await openHouse();
  try {
    const { page } = await visit(house);
    await signIn(page, house, "student");
    for (const words of [...Array(13).keys()].map((number) => number % 3 ? `Wens met veel woorden die ver reiken ${number}` : `Kindergeneeskundeverpleegkundige ${number}`)) await hang(page, house.address, words);
    for (const width of [390, 320, 240]) {
      await page.setViewportSize({ width, height: 844 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(over <= 0, `${width}: sticks out ${over} px`);
      const boxes = await page.locator("a.ribbon").evaluateAll((ribbons) => ribbons.map((each) => {
        const { left, right, top, bottom } = each.getBoundingClientRect();
        return { left, right, top, bottom };
      }));
      for (const [at, one] of boxes.entries())
        for (const two of boxes.slice(at + 1))
          assert.ok(one.right <= two.left + 1 || two.right <= one.left + 1 || one.bottom <= two.top + 1 || two.bottom <= one.top + 1, `${width}: ribbons lie over each other`);
    }
  } finally {
    await house.close();
  }
});
