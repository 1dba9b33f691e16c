// A student goes from something they kept to what it meant: what exactly happened, another experience beside it, a word of their own; and what they threw away says so.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openHouse, signIn, visit } from "./house.mjs";
import { leadsTo, violations } from "./walking.mjs";

/** @typedef {import("playwright-core").Page} Page */

const stage = "Op stage legde ik een kussen goed en de oude man lachte.", band = "Met de band gespeeld in een zaaltje vol onbekenden.", happened = "Hij zei niets. Ik zag het aan zijn ogen.";

/** Keeps something loose; gives the address of its page. @param {Page} page @param {string} house @param {string} words */
async function keep(page, house, words) {
  await page.goto(`${house}/rugzak/bewaren`);
  await page.locator("#veld-woorden").fill(words);
  await leadsTo(page, /\/rugzak\?gedaan/, () => page.locator("main form > .actions .primary").click());
  return String(await page.locator(".kept a").filter({ hasText: words }).getAttribute("href"));
}

for (const script of [true, false])
  test(`from a thing to a word, ${script ? "with" : "without"} script`, async () => {
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
      await page.goto(`${house.address}/inzichten`);
      await look();
      const other = await keep(page, house.address, band), thing = await keep(page, house.address, stage);

      await page.goto(house.address + thing);
      await leadsTo(page, /\/inzicht$/, () => page.locator("main a[href$='/inzicht']").click());
      await look();
      await page.locator("#veld-gebeurd").fill("   ");
      await page.locator("main form .primary").click();
      await page.locator("#veld-gebeurd-fout").waitFor();
      await page.locator("#veld-gebeurd").fill(happened);
      await page.locator("main details summary").click();
      await page.locator("input[name=over][value=boundary]").check();
      await leadsTo(page, /\/inzichten\/\w{26}\?gedaan/, () => page.locator("main form .primary").click());
      const insight = new URL(page.url()).pathname;
      await page.getByText(happened).waitFor();
      await look();

      await leadsTo(page, /\/naast$/, () => page.locator("a[href$='/naast']").click());
      await look();
      await page.locator(`input[value='${other.slice(-26)}']`).check({ force: true });
      await page.locator("#veld-zoek").fill("kussen");
      await leadsTo(page, /zoek=kussen/, () => page.locator("#veld-zoek").press("Enter"));
      assert.equal(await page.locator("#veld-zoek").inputValue(), "kussen");
      assert.ok(await page.locator(`input[value='${other.slice(-26)}']`).isChecked(), "what was chosen stays");
      await leadsTo(page, /\/kernwoord\?/, () => page.locator("main form .primary").click());
      await page.getByText(band).waitFor();
      await look();
      await page.locator("#veld-kernwoord").fill("Er zijn");
      await page.locator("#veld-leren").fill("Vaker stil durven zijn.");
      await leadsTo(page, /gedaan=anders/, () => page.locator("main form .primary").click());
      assert.equal(await page.locator("h1").innerText(), "Er zijn");
      await page.getByText(band).waitFor();
      await look();

      const first = await page.locator("a[href$='/blik']").getAttribute("href");
      await page.goto(house.address + String(first));
      const seen = await page.locator(".look p").innerText();
      await look();
      await page.locator(".look a").click();
      await page.waitForURL(/n=1/);
      assert.notEqual(await page.locator(".look p").innerText(), seen, "another look");

      await page.goto(`${house.address}/inzichten`);
      assert.equal(await page.locator(".strip").count(), 1);
      await look();
      await page.goto(house.address + thing);
      assert.equal(await page.locator(`a[href='${insight}']`).innerText(), "Er zijn");
      await look();
      await leadsTo(page, /prullenbak|\/rugzak/, () => page.locator("main form[action$='/weg'] button").click());
      await page.goto(house.address + insight);
      assert.equal(await page.locator(".laid .gone").count(), 1, "it says that the experience lies in the bin");
      await page.getByText(happened).waitFor();
      await look();
      assert.deepEqual(wrong, []);
      assert.deepEqual(complaints, []);
    } finally {
      await house.close();
    }
  });

test("by keyboard alone an experience is chosen and a word is given", async () => {
  const house = await openHouse();
  try {
    const { page } = await visit(house, { viewport: { width: 1280, height: 800 } });
    await signIn(page, house, "student");
    await keep(page, house.address, band);
    const thing = await keep(page, house.address, stage);
    await page.goto(`${house.address}${thing}/inzicht`);
    await page.locator("#veld-gebeurd").focus();
    await page.keyboard.type(happened);
    await page.locator("main form .primary").focus();
    await leadsTo(page, /\/inzichten\/\w{26}/, () => page.keyboard.press("Enter"));
    await page.locator("a[href$='/naast']").focus();
    await leadsTo(page, /\/naast$/, () => page.keyboard.press("Enter"));
    await page.locator("main form button").first().focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    assert.ok(await page.locator("input[name=ervaring]").first().isChecked());
    await page.keyboard.press("ArrowDown");
    assert.ok(await page.locator("input[name=ervaring]").nth(1).isChecked(), "the arrows go from one to the next");
    await page.locator("main form .primary").focus();
    await leadsTo(page, /\/kernwoord\?.*ervaring=\w{26}/, () => page.keyboard.press("Enter"));
    await page.locator("#veld-kernwoord").focus();
    await page.keyboard.type("Er zijn");
    await leadsTo(page, /gedaan=anders/, () => page.keyboard.press("Enter"));
    assert.equal(await page.locator("h1").innerText(), "Er zijn");
  } finally {
    await house.close();
  }
});
