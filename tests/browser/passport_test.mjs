// A student makes stamps, lays them on pages of a small booklet, leafs through it, and tells it: on the screen and in print, in a language of their choice.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { openHouse, signIn, visit } from "./house.mjs";
import { leadsTo, violations } from "./walking.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page @param {string} house @param {{place?: string, word?: string, rim?: string, ink?: string}} said */
async function press(page, house, { place, word, rim = "ring", ink = "zee" }) {
  await page.goto(`${house}/paspoort/stempel`);
  if (place) await page.locator("#veld-plek").selectOption(place);
  if (word) await page.locator("#veld-woord").fill(word);
  await page.locator(`#veld-rand-${rim}`).check({ force: true });
  await page.locator(`#veld-inkt-${ink}`).check({ force: true });
  await leadsTo(page, /\/stempel\/\w{26}\?/, () => page.locator("main form > .actions .primary").click());
  return new URL(page.url()).pathname.slice(-26);
}

/** @param {Page} page @param {string} house @param {{stamps?: string[], things?: number, words?: string}} on */
async function lay(page, house, { stamps = [], things = 0, words }) {
  await page.goto(`${house}/paspoort/blad`);
  for (const stamp of stamps) await page.locator(`#stempel-${stamp}`).check({ force: true });
  for (let at = 0; at < things; ++at) await page.locator("input[name=ding]").nth(at).check({ force: true });
  if (words) await page.locator("#veld-woorden").fill(words);
  await leadsTo(page, /\/paspoort\?gedaan=blad&blad=\w{26}/, () => page.locator("main form > .actions .primary").click());
  return `blad-${new URL(page.url()).searchParams.get("blad")}`;
}

/** Whether this page of the booklet lies in sight. @param {Page} page @param {string} leaf */
const inSight = (page, leaf) => page.waitForFunction((name) => {
  const box = document.getElementById(name)?.getBoundingClientRect();
  return box && box.left >= -12 && box.right <= document.documentElement.clientWidth + 12;
}, leaf);

for (const script of [true, false])
  test(`from a stamp to a booklet, ${script ? "with" : "without"} script`, async () => {
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
      await page.goto(`${house.address}/rugzak`);
      await leadsTo(page, /\/paspoort$/, () => page.locator(".pockets a[href='/paspoort']").click());
      assert.equal(await page.locator(".leaf").count(), 1, "a closed cover");
      await look();
      await page.locator("a[href='/paspoort/stempel']").first().click();
      await look();
      await page.locator("main form > .actions .primary").click();
      await page.locator("#veld-plek-fout").waitFor();
      await look();
      const harbour = await press(page, house.address, { place: "haven", rim: "touw" });
      await look();
      const word = await press(page, house.address, { word: "Doorzetten", rim: "zeshoek", ink: "heide" });
      await page.goto(`${house.address}/paspoort`);
      assert.equal(await page.locator(".loose .imprint").count(), 2);
      await look();

      await page.goto(`${house.address}/paspoort/blad`);
      await look();
      const first = await lay(page, house.address, { stamps: [harbour], words: "Hier begon mijn reis." });
      const second = await lay(page, house.address, { stamps: [word], things: 1 });
      assert.equal(await page.locator(".loose").count(), 0);
      assert.equal(await page.locator(`#${second} .imprint`).getAttribute("aria-label"), "Doorzetten");
      if (script) await inSight(page, second);
      await look();
      await leadsTo(page, /gedaan=plek/, () => page.locator(`#${second} button[value=eerder]`).click());
      assert.deepEqual(await page.locator(".leaf:not(.cover):not(.end)").evaluateAll((all) => all.map((leaf) => leaf.id)), [second, first]);

      await page.goto(`${house.address}/paspoort/omslag`);
      await look();
      await page.locator("#veld-titel").fill("Langs de haven");
      await page.locator("#veld-papier-nachtpapier").check({ force: true });
      await leadsTo(page, /gedaan=anders/, () => page.locator("main form .primary").click());
      assert.equal(await page.locator(".cover-title").innerText(), "Langs de haven");

      await page.locator("a[href='/paspoort/vertel']").click();
      await look();
      await page.locator("input[name=taal][value=en]").check();
      await leadsTo(page, /\/verteld\/\w{26}\?/, () => page.locator("main form .primary").click());
      await look();
      const booklet = new URL(page.url()).pathname;
      assert.equal(await page.locator(".sheet.cover + .sheet .stamped img, .sheet .stamped img").count(), 2);
      const stamp = page.locator(".stamped img").last();
      await stamp.scrollIntoViewIfNeeded();
      assert.match(String(await stamp.getAttribute("alt")), /Harbour/, "the place in the language that was asked");
      assert.ok(await stamp.evaluate(async (img) => { await /** @type {HTMLImageElement} */ (img).decode(); return /** @type {HTMLImageElement} */ (img).naturalWidth > 0; }));
      for (const size of ["a4", "a5", "vouw"]) {
        const pdf = await (await context.request.get(`${house.address}${booklet}/boekje.pdf?maat=${size}`)).body();
        const read = spawnSync("pdftotext", ["-raw", "-", "-"], { input: pdf, encoding: "utf8" });
        assert.match(read.stdout, /Langs de haven[^]*Hier begon mijn reis/, size);
      }

      await page.goto(`${house.address}/paspoort/stempel/${harbour}`);
      await leadsTo(page, /prullenbak/, () => page.locator("main form[action$='/weg'] button").click());
      await page.goto(`${house.address}/paspoort`);
      assert.equal(await page.locator(".leaf .imprint").count(), 1, "what is thrown away is not in it");
      await page.goto(house.address + booklet);
      assert.equal(await page.locator(".stamped img").count(), 2, "what was told stays as it was told");
      assert.deepEqual(wrong, []);
      assert.deepEqual(complaints, []);
    } finally {
      await house.close();
    }
  });

test("by keyboard alone a stamp is drawn from the rims and the pages are turned", async () => {
  const house = await openHouse();
  try {
    const { page, complaints } = await visit(house, { viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
    await signIn(page, house, "student");
    await page.goto(`${house.address}/paspoort/stempel`);
    await page.locator("#veld-woord").focus();
    await page.keyboard.type("Gehaald");
    await page.locator("input[name=rand]").first().focus();
    await page.keyboard.press("ArrowRight");
    assert.ok(await page.locator("input[name=rand]").nth(1).isChecked());
    await page.locator("main form > .actions .primary").focus();
    await leadsTo(page, /\/stempel\/\w{26}\?/, () => page.keyboard.press("Enter"));
    const stamp = new URL(page.url()).pathname.slice(-26);
    await page.locator("main .primary").focus();
    await leadsTo(page, /\/blad\?stempel=/, () => page.keyboard.press("Enter"));
    assert.ok(await page.locator(`#stempel-${stamp}`).isChecked());
    await page.locator("main form > .actions .primary").focus();
    await leadsTo(page, /\/paspoort\?/, () => page.keyboard.press("Enter"));
    const leaves = [`blad-${new URL(page.url()).searchParams.get("blad")}`];
    for (const words of ["Twee", "Drie"]) leaves.push(await lay(page, house.address, { words }));
    await page.goto(`${house.address}/paspoort`);
    await page.locator(".open-it").focus();
    await page.keyboard.press("Enter");
    await inSight(page, leaves[0]);
    await inSight(page, leaves[1]);
    await page.locator(`#${leaves[1]} .on`).focus();
    await page.keyboard.press("Enter");
    await inSight(page, leaves[2]);
    assert.deepEqual(complaints, []);
  } finally {
    await house.close();
  }
});

test("a stamp can be of a photo and of what a finger drew; nothing sticks out of a narrow screen, and axe finds nothing at night", async () => {
  const house = await openHouse();
  try {
    const { page, complaints } = await visit(house, { viewport: { width: 320, height: 640 }, hasTouch: true, colorScheme: "dark", reducedMotion: "reduce" });
    await signIn(page, house, "student");
    await page.goto(`${house.address}/paspoort/stempel`);
    assert.equal(await page.locator("[name=geluid]").count(), 0, "a stamp asks for no sound");
    const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 200 } });
    await page.locator("input[type=file]").first().setInputFiles({ name: "foto.png", mimeType: "image/png", buffer: picture });
    await leadsTo(page, /\/stempel\/\w{26}\?/, () => page.locator("main form > .actions .primary").click());
    const photo = new URL(page.url()).pathname.slice(-26);
    await page.locator(".with-photo img").waitFor();
    await page.goto(`${house.address}/paspoort/stempel`);
    await page.locator(".media-buttons button").nth(1).click();
    const pad = page.locator("dialog canvas"), box = await pad.boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + 40, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + 140, box.y + 120, { steps: 5 });
    await page.mouse.up();
    await page.locator("dialog .primary").click();
    await leadsTo(page, /\/stempel\/\w{26}\?/, () => page.locator("main form > .actions .primary").click());
    const drawing = new URL(page.url()).pathname.slice(-26);
    assert.equal(await page.locator("mask .inked").count(), 1);
    await lay(page, house.address, { stamps: [photo, drawing], things: 3, words: "Met alles erop" });
    for (const address of ["/paspoort", "/paspoort/stempel", `/paspoort/stempel/${photo}`, `/paspoort/stempel/${drawing}/anders`, "/paspoort/blad", "/paspoort/omslag", "/paspoort/vertel"]) {
      await page.goto(house.address + address);
      assert.deepEqual(await violations(page), []);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(over <= 0, `${address} sticks out ${over} px`);
    }
    assert.deepEqual(complaints, []);
  } finally {
    await house.close();
  }
});
