// A student takes out the compass: puts words on its rim, turns the needle between them by finger, by keys and without script, and finds the bearing
// again with the words it had. No degree and no number is ever read.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openHouse, signIn, visit } from "./house.mjs";
import { leadsTo, violations } from "./walking.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page @param {string[]} wrong */
async function look(page, wrong) {
  wrong.push(...await violations(page));
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${page.url()} sticks out ${over} px`);
}

/** @param {Page} page @param {string} house @param {string} word */
async function put(page, house, word) {
  await page.goto(`${house}/kompas/rand`);
  await page.locator("#veld-nieuw").fill(word);
  await leadsTo(page, /\/rand\?gedaan/, () => page.locator("main form .primary").click());
}

/** What lies on the rim of the bearing that is open: all its words, and those by the needle. @param {Page} page */
const onRim = async (page) => ({ all: await page.locator(".rim .tag").allInnerTexts(), near: await page.locator(".rim .near").allInnerTexts() });

/** Which way the needle lies as it is drawn, in degrees from the top. @param {Page} page */
const drawn = (page) => page.locator(".needle").evaluate((needle) => {
  const { rotate } = getComputedStyle(needle);
  return ((Math.round(parseFloat(rotate === "none" ? "0" : rotate)) % 360) + 360) % 360;
});

test("by finger: the needle follows, and lies by the words it was turned to", async () => {
  const house = await openHouse();
  try {
    const { page, complaints } = await visit(house, { hasTouch: true, reducedMotion: "reduce" });
    /** @type {string[]} */
    const wrong = [];
    await signIn(page, house, "student");
    await page.goto(`${house.address}/kompas`);
    await look(page, wrong);
    await page.locator("#veld-nieuw").fill("Rust");
    await leadsTo(page, /\/rand\?gedaan/, () => page.locator("main form .primary").click());
    for (const word of ["Samen iets maken", "Buiten zijn"]) await put(page, house.address, word);
    await look(page, wrong);

    await page.goto(`${house.address}/kompas`);
    await look(page, wrong);
    const box = await page.locator(".face").boundingBox();
    assert.ok(box);
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }, far = box.width * 0.4;
    /** @param {number} degrees */
    const at = (degrees) => [middle.x + far * Math.sin(degrees * Math.PI / 180), middle.y - far * Math.cos(degrees * Math.PI / 180)];
    await page.mouse.move(at(350)[0], at(350)[1]);
    await page.mouse.down();
    await page.mouse.move(at(20)[0], at(20)[1], { steps: 4 });
    await page.mouse.move(at(75)[0], at(75)[1], { steps: 4 });
    assert.ok(Math.abs(await drawn(page) - 75) <= 2, "under the finger");
    await page.mouse.up();
    assert.ok(await page.locator("input[name=richting]").nth(1).isChecked(), "between the first and the second");
    assert.ok((await page.locator(".compass [role=status]").innerText()).includes("Samen iets maken"), "who hears the page hears it");
    await look(page, wrong);
    await page.locator("#veld-zin").fill("Zo voelt het nu.");
    await leadsTo(page, /\/peilingen\/\w{26}\?gedaan/, () => page.locator("main form .primary").click());
    const bearing = new URL(page.url()).pathname;
    assert.deepEqual(await onRim(page), { all: ["Rust", "Samen iets maken", "Buiten zijn"], near: ["Rust", "Samen iets maken"] });
    assert.match(String(await page.locator(".needle g").getAttribute("transform")), /rotate\(7[3-7] /, "as it was turned, and not only by which words");
    assert.doesNotMatch(await page.locator(".compass").innerText(), /\d|°/);
    await look(page, wrong);

    await page.goto(`${house.address}/kompas/rand`);
    await page.locator("button[value=weg-0]").click();
    await page.waitForURL(/gedaan/);
    await put(page, house.address, "Lachen");
    await page.goto(`${house.address}/kompas`);
    assert.deepEqual(await page.locator(".turning .tag").allInnerTexts(), ["Samen iets maken", "Buiten zijn", "Lachen"]);
    await look(page, wrong);
    await leadsTo(page, /\/peilingen\//, () => page.locator(`.bearings a[href='${bearing}']`).click());
    assert.deepEqual((await onRim(page)).all, ["Rust", "Samen iets maken", "Buiten zijn"], "it keeps the words it had");
    assert.deepEqual(wrong, []);
    assert.deepEqual(complaints, []);
  } finally {
    await house.close();
  }
});

test("by keys: the arrows go round the rim, and the needle with them", async () => {
  const house = await openHouse();
  try {
    const { page, complaints } = await visit(house, { viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
    await signIn(page, house, "student");
    await page.goto(`${house.address}/kompas`);
    await page.locator("#veld-nieuw").focus();
    await page.keyboard.type("Rust");
    await leadsTo(page, /\/rand\?gedaan/, () => page.keyboard.press("Enter"));
    await put(page, house.address, "Samen");
    await page.goto(`${house.address}/kompas`);
    await page.locator("input[name=richting]").first().focus();
    await page.keyboard.press("Space");
    assert.equal(await drawn(page), 0);
    for (const turned of [90, 180, 270, 0]) {
      await page.keyboard.press("ArrowDown");
      assert.equal(await drawn(page), turned);
    }
    await page.keyboard.press("ArrowUp");
    assert.ok(await page.locator("input[name=richting]").nth(3).isChecked(), "and back, past the first");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Samen, vandaag.");
    await page.locator("main form .primary").focus();
    await leadsTo(page, /\/peilingen\/\w{26}/, () => page.keyboard.press("Enter"));
    assert.deepEqual(await onRim(page), { all: ["Rust", "Samen"], near: ["Samen"] });
    await page.getByText("Samen, vandaag.").waitFor();
    assert.deepEqual(complaints, []);
  } finally {
    await house.close();
  }
});

test("without script: the words are a list to choose from, and a word comes out of the backpack", async () => {
  const house = await openHouse();
  try {
    const { page } = await visit(house, { javaScriptEnabled: false });
    await signIn(page, house, "student");
    await put(page, house.address, "Rust");
    await page.goto(`${house.address}/kompas/rand/uit-rugzak`);
    await page.locator(".out-of a").first().click();
    const picked = await page.locator(".tags .tag").first().innerText();
    await leadsTo(page, /\/rand\?gedaan/, () => page.locator(".tags .tag").first().click());
    assert.deepEqual(await page.locator(".rim .tag").allInnerTexts(), ["Rust", picked]);
    await page.goto(`${house.address}/kompas`);
    const choices = page.getByRole("radio");
    assert.equal(await choices.count(), 4);
    await choices.nth(2).check();
    assert.ok(await choices.nth(2).isChecked(), "a word is tapped where it lies");
    await page.locator("#veld-zin").fill("Zonder script ook.");
    await leadsTo(page, /\/peilingen\/\w{26}/, () => page.locator("main form .primary").click());
    assert.deepEqual(await onRim(page), { all: ["Rust", picked], near: [picked] });
  } finally {
    await house.close();
  }
});
