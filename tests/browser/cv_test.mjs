// A student fills a LOB-cv on the sheet that it becomes, tells it, and takes it along as a PDF of one page; what stays empty is nowhere.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { openHouse, signIn, visit } from "./house.mjs";
import { photo } from "./keeping.mjs";
import { leadsTo, violations } from "./walking.mjs";

/** @typedef {import("playwright-core").Page} Page */

const kas = "Stekken in de kas";

/** @param {Page} page */
const send = (page) => page.locator("main form > .actions .primary").click();

/** Keeps something with a photo. @param {Page} page @param {string} house @param {{name: string, mimeType: string, buffer: Buffer}} picture */
async function keep(page, house, picture) {
  await page.goto(`${house}/rugzak/bewaren`);
  await page.locator("#veld-woorden").fill(kas);
  await page.locator("input[name=foto]").setInputFiles([picture]);
  await leadsTo(page, /gedaan=bewaard/, () => page.locator("main form:has(input[name=foto]) > .actions .primary").first().click());
}

/** Opens what shows a part. @param {Page} page @param {string} part */
async function open(page, part) {
  const details = page.locator(`details:has([name=${part}])`);
  if (!await details.evaluate((each) => each.hasAttribute("open"))) await details.locator("summary").first().click();
}

/** @param {Page} page @param {string} part @param {string} words */
const tick = (page, part, words) => page.locator(`#veld-${part} li`).filter({ hasText: words }).locator("input").first().check({ force: true });

/** A PDF as it is read. @param {Buffer} pdf */
function read(pdf) {
  const words = spawnSync("pdftotext", ["-raw", "-", "-"], { input: pdf, encoding: "utf8" }), about = spawnSync("pdfinfo", ["-"], { input: pdf, encoding: "utf8" });
  assert.equal(words.status, 0, words.stderr);
  return { words: words.stdout.replaceAll(/\s+/g, " "), pages: /Pages:\s+(\d+)/.exec(about.stdout)?.[1] };
}

for (const script of [true, false])
  test(`a cv is filled, told and printed, ${script ? "with" : "without"} script`, async () => {
    const house = await openHouse();
    try {
      const picture = await photo((await visit(house)).page, 320, 240);
      const { page, context, complaints } = await visit(house, { javaScriptEnabled: script });
      /** @type {string[]} */
      const wrong = [];
      const look = async () => {
        if (!script) return;
        wrong.push(...await violations(page));
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(over <= 0, `${page.url()} sticks out ${over} px`);
      };
      await signIn(page, house, "student");
      await keep(page, house.address, picture);
      await page.goto(`${house.address}/rugzak`);
      await leadsTo(page, /\/cv$/, () => page.locator(".pockets a[href='/cv']").click());
      await look();
      await leadsTo(page, /\/cv\/nieuw$/, () => page.locator("main a[href='/cv/nieuw']").click());
      await look();
      await page.locator("#veld-naam").fill("Noor Bakker");
      await page.locator("#veld-over").fill("Ik maak graag dingen.");
      await page.locator("#veld-woorden-capaciteiten").fill("Ik zie hoe iets werkt.");
      await page.locator("#veld-woorden-sturing").fill("Ik belde zelf.");
      await open(page, "portret");
      await tick(page, "portret", kas);
      await open(page, "bewijs-capaciteiten");
      await page.locator("#veld-zoek-bewijs-capaciteiten").fill("kas");
      await page.locator("button[value=zoek-bewijs-capaciteiten]").click();
      await page.locator("#veld-portret .chosen-things").waitFor();
      assert.equal(await page.locator("#veld-naam").inputValue(), "Noor Bakker", "what was typed stays");
      await tick(page, "bewijs-capaciteiten", kas);
      await look();
      await leadsTo(page, /\/cv\/\w{26}\?gedaan=bewaard/, () => send(page));
      await page.locator("#veld-bewijs-capaciteiten .chosen-things input[type=text], #veld-bewijs-capaciteiten .chosen-things input:not([type])").first().fill("Mijn eerste stek");
      assert.equal(await page.locator(".cv-who figure img").count(), 1, "its photo is there");
      await look();
      await leadsTo(page, /\/cv\/\w{26}\?gedaan=bewaard/, () => send(page));
      const cv = new URL(page.url()).pathname;

      await leadsTo(page, /\/vertel$/, () => page.locator(`main a[href='${cv}/vertel']`).click());
      await look();
      await page.locator("input[name=koppen][value=en]").check();
      await leadsTo(page, /\/verteld\/\w{26}\?gedaan=verteld/, () => send(page));
      assert.equal(await page.locator(".cv-part").count(), 2, "what is empty is not there");
      assert.equal(await page.locator("article.cv-sheet[lang=en] h1").innerText(), "Noor Bakker");
      await page.getByText("Mijn eerste stek").waitFor();
      await look();

      const telling = new URL(page.url()).pathname;
      for (const [language, there, away] of [["nl", "Ontdek je talent", "Ontdek je passie"], ["en", "Who I am", "Wie ik ben"]]) {
        const answer = await context.request.get(`${house.address}${telling}/boekje.pdf?taal=${language}`);
        assert.equal(answer.headers()["content-type"], "application/pdf");
        const pdf = read(await answer.body());
        assert.equal(pdf.pages, "1");
        for (const words of ["Noor Bakker", "Ik maak graag dingen.", "Ik belde zelf.", "Mijn eerste stek", there]) assert.ok(pdf.words.includes(words), `${words} in ${pdf.words}`);
        assert.ok(!pdf.words.includes(String(away)), `${away} in ${pdf.words}`);
      }
      await page.goto(`${house.address}${telling}/scherm`);
      await page.locator(".slide .cv-sheet").waitFor();
      await look();
      assert.deepEqual(wrong, []);
      assert.deepEqual(complaints, []);
    } finally {
      await house.close();
    }
  });

test("what does not fit on one page is said, with the part that is longest, and nothing is told", async () => {
  const house = await openHouse();
  try {
    const { page } = await visit(house, { viewport: { width: 320, height: 700 } });
    await signIn(page, house, "student");
    await page.goto(`${house.address}/cv/nieuw`);
    const long = "Ik werkte daar lang en veel. ".repeat(48).trim();
    for (const part of ["capaciteiten", "motieven", "werkexploratie", "sturing", "netwerken"]) await page.locator(`#veld-woorden-${part}`).fill(part === "sturing" ? long : long.slice(0, 1200));
    await leadsTo(page, /\/cv\/\w{26}\?gedaan=bewaard/, () => send(page));
    await leadsTo(page, /\/vertel$/, () => page.locator("main a[href$='/vertel']").click());
    await send(page);
    await page.locator(".summary").getByText("Zelf aan zet").waitFor();
    await page.goto(`${house.address}/verteld`);
    assert.equal(await page.locator(".booklets").count(), 0);
  } finally {
    await house.close();
  }
});

test("a cv is filled by keyboard alone", async () => {
  const house = await openHouse();
  try {
    const { page } = await visit(house, { viewport: { width: 1280, height: 800 } });
    await signIn(page, house, "student");
    await page.goto(`${house.address}/cv/nieuw`);
    await page.locator("#veld-naam").focus();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("Noor");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Ik ben er.");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "veld-woorden-capaciteiten", "in the order of the sheet");
    await page.locator("main form > .actions .primary").focus();
    await leadsTo(page, /gedaan=bewaard/, () => page.keyboard.press("Enter"));
    await page.locator("main a[href$='/vertel']").focus();
    await leadsTo(page, /\/vertel$/, () => page.keyboard.press("Enter"));
  } finally {
    await house.close();
  }
});
