// A student asks the counsellor along for a part of the journey; the counsellor finds it at /mee, asks how the compass stands, and the student answers and lets it
// be seen. The student ends it while the counsellor's page is open, and from then on there is nothing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openHouse, signIn, visit } from "./house.mjs";
import { leadsTo, violations } from "./walking.mjs";

/** @typedef {import("playwright-core").Page} Page */

const part = "Tot ik mijn stage heb gekozen", words = "Een dag in de kas, met modder tot mijn knieën.";
const narrow = { viewport: { width: 320, height: 700 } };

/** @param {Page} page @param {string[]} wrong */
async function look(page, wrong) {
  wrong.push(...await violations(page));
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${page.url()} sticks out ${over} px`);
}

/** @param {Page} page @param {string} house */
async function keep(page, house) {
  await page.goto(`${house}/rugzak/bewaren`);
  await page.locator("#veld-woorden").fill(words);
  await Promise.all([page.waitForURL((url) => url.pathname === "/rugzak"), page.locator("main form > .actions .primary").click()]);
}

/** Asks them along, with the newest thing. @param {Page} page @param {string} house @param {string} name */
async function ask(page, house, name) {
  await page.goto(`${house}/gezelschap/meenemen`);
  await page.getByLabel(name).check();
  await page.locator("input[name=is][value=mentor]").check();
  await page.locator("#veld-stuk").fill(part);
  await page.locator("#veld-zoek").fill("modder");
  await page.locator("button[value=zoek]").click();
  await page.waitForLoadState();
  assert.equal(await page.locator("#veld-stuk").inputValue(), part, "searching keeps what was typed");
  await page.locator(".to-pick input").first().check();
  await leadsTo(page, /\/gezelschap\/met\/\w{26}\?gedaan=mee/, () => page.locator("main form .primary").click());
  return new URL(page.url()).pathname;
}

for (const script of [true, false])
  test(`asked along, asked how the compass stands, and ended while the page is open, ${script ? "with" : "without"} script`, async () => {
    const house = await openHouse();
    try {
      const mine = await visit(house, { javaScriptEnabled: script, ...(script ? {} : narrow) }), theirs = await visit(house, { javaScriptEnabled: script, ...(script ? {} : narrow) }), page = mine.page, other = theirs.page;
      /** @type {string[]} */
      const wrong = [];
      const looked = async (/** @type {Page} */ at) => { if (script) await look(at, wrong); };
      const counsellor = house.person("counsellor").name, student = house.person("student").name;
      await signIn(page, house, "student");
      await keep(page, house.address);
      await page.goto(`${house.address}/gezelschap/meenemen`);
      await looked(page);
      const together = await ask(page, house.address, counsellor);
      await page.getByText(words).waitFor();
      await looked(page);

      await signIn(other, house, "counsellor");
      await leadsTo(other, /\/mee$/, () => other.locator("nav a[href='/mee']").first().click());
      await other.getByText(part).first().waitFor();
      await looked(other);
      await leadsTo(other, /\/mee\/\w{26}$/, () => other.getByRole("link", { name: student }).click());
      const along = new URL(other.url()).pathname, thing = await other.locator(".shared a").first().getAttribute("href");
      await looked(other);
      await Promise.all([other.waitForEvent("framenavigated"), other.locator(".mee-compass button").click()]);
      await other.locator(".mee-compass .said").waitFor();
      assert.equal(await other.locator(".mee-compass button").count(), 0, "it is asked once");
      await looked(other);

      await page.goto(`${house.address}/kompas/rand`);
      await page.locator("#veld-nieuw").fill("Rust");
      await leadsTo(page, /\/rand\?gedaan/, () => page.locator("main form .primary").click());
      await page.goto(`${house.address}/kompas`);
      await page.getByText(counsellor).first().waitFor();
      await page.locator("input[name=richting]").first().check({ force: true });
      await leadsTo(page, /\/peilingen\/\w{26}/, () => page.locator("main form .primary").click());
      const bearing = new URL(page.url()).pathname;
      await page.locator(".asked input[name=wie]").check();
      await Promise.all([page.waitForEvent("framenavigated"), page.locator(".asked form button").click()]);
      await other.goto(`${house.address}/mee`);
      await leadsTo(other, new RegExp(bearing), () => other.locator(`a[href='${bearing}']`).click());
      await other.getByText("Rust").first().waitFor();

      await other.goto(house.address + along);
      await page.goto(house.address + together);
      await Promise.all([page.waitForURL(/\/gezelschap\?gedaan=einde/), page.locator(".mee-end form button").click()]);
      const gone = await Promise.all([other.waitForResponse((reply) => reply.url().includes(thing ?? "!")), other.locator(`a[href='${thing}']`).click()]);
      assert.equal(gone[0].status(), 404);
      assert.equal((await other.content()).includes(words), false);
      assert.equal((await other.goto(house.address + along))?.status(), 404);
      await other.goto(`${house.address}/mee`);
      assert.equal(await other.getByText(part).count(), 0);
      assert.equal(await other.locator(`a[href='${bearing}']`).count(), 1, "what was shared apart from it stays");
      assert.deepEqual(wrong, []);
    } finally {
      await house.close();
    }
  });

test("by keys: one person is asked what they see in something, and finds the way to it", async () => {
  const house = await openHouse();
  try {
    const mine = await visit(house, { viewport: { width: 1280, height: 800 } }), theirs = await visit(house, narrow), page = mine.page, other = theirs.page;
    /** @type {string[]} */
    const wrong = [];
    await signIn(page, house, "student");
    await keep(page, house.address);
    await leadsTo(page, /\/rugzak\/\w{26}$/, () => page.getByText(words).first().click());
    const thing = new URL(page.url()).pathname;
    await page.goto(`${house.address}${thing}/inzicht`);
    await page.locator("#veld-gebeurd").fill("Ik vergat de tijd.");
    await leadsTo(page, /\/inzichten\/\w{26}/, () => page.locator("main form .primary").click());
    await leadsTo(page, /\/buiten$/, () => page.locator("a[href$='/buiten']").click());
    await look(page, wrong);
    await page.getByLabel(house.person("counsellor").name).focus();
    await page.keyboard.press("Space");
    await page.locator("#veld-woorden").focus();
    await page.keyboard.type("Wat zie jij?");
    await page.locator("main form .primary").focus();
    await leadsTo(page, /\?gedaan=gevraagd/, () => page.keyboard.press("Enter"));
    await look(page, wrong);

    await signIn(other, house, "counsellor");
    await other.goto(`${house.address}/mee`);
    await other.getByText("Wat zie jij?").waitFor();
    await look(other, wrong);
    await other.locator(`.mee-asked a[href='${thing}']`).focus();
    await leadsTo(other, new RegExp(`${thing}$`), () => other.keyboard.press("Enter"));
    await other.locator("#veld-woorden").fill("Jij straalde.");
    await leadsTo(other, /gedaan=reactie/, () => other.locator("main form button.primary").click());
    await other.goto(`${house.address}/mee`);
    assert.equal(await other.locator(".mee-asked").count(), 0, "it was answered");
    assert.deepEqual(wrong, []);
    assert.deepEqual([...mine.complaints, ...theirs.complaints], []);
  } finally {
    await house.close();
  }
});
