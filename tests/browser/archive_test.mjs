// A student takes their journey along: asks for it, sees it come, fetches it, and looks at it from a disk, without a network.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { openHouse, signIn, visit } from "./house.mjs";
import { entriesOf, unpack } from "./stored_zip.mjs";

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

/** @param {import("playwright-core").Page} page */
async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => /** @type {any} */ (globalThis).axe.run(document, { preload: false }));
  return found.violations.map((/** @type {{id: string, nodes: {html: string}[]}} */ one) => `${page.url()}: ${one.id} ${one.nodes[0]?.html}`);
}

/** From /mij to the file. @param {import("playwright-core").Page} page @param {import("./house.mjs").House} house */
async function takeAlong(page, house) {
  await page.goto(`${house.address}/mij`);
  await page.locator("a[href='/meenemen']").click();
  await page.locator("main form .primary").click();
  const fetch = page.locator("main a[href$='/reis.zip']");
  await fetch.waitFor();  // the page looks again by itself
  const [download] = await Promise.all([page.waitForEvent("download"), fetch.click()]);
  return { entries: entriesOf(readFileSync(await download.path())), name: download.suggestedFilename() };
}

for (const script of [true, false])
  test(`a journey is taken along and opens from a disk, ${script ? "with" : "without"} script`, async () => {
    const house = await openHouse(), folder = mkdtempSync(join(tmpdir(), "loopbaankaart-archive-"));
    try {
      const { page, complaints } = await visit(house, { javaScriptEnabled: script });
      await signIn(page, house, "student");
      const { entries, name } = await takeAlong(page, house);
      assert.match(name, /^mijn-reis-\d{4}-\d\d-\d\d\.zip$/);
      if (script) assert.deepEqual(await violations(page), []);
      assert.deepEqual(complaints, []);

      const index = JSON.parse(String(entries.get("reis.json")));
      assert.equal(index.name, house.person("student").name);
      const things = JSON.parse(String(entries.get("gegevens/rugzak-1.json"))).objects, part = things.flatMap((/** @type {any} */ thing) => thing.parts ?? [])[0];
      assert.ok(things.length > 5 && part.file, "things with a picture");

      unpack(entries, folder);
      const { page: alone, context } = await visit(house, { javaScriptEnabled: script });
      await context.setOffline(true);
      /** @type {string[]} */
      const wrong = [], missing = [];
      alone.on("requestfailed", (request) => missing.push(request.url()));
      await alone.goto(pathToFileURL(join(folder, "index.html")).href);
      await alone.getByRole("heading", { level: 1 }).waitFor();
      if (script) wrong.push(...await violations(alone));
      for (const year of await alone.locator(".years a").all().then((links) => Promise.all(links.map((link) => link.getAttribute("href"))))) {
        await alone.goto(pathToFileURL(join(folder, String(year))).href);
        if (script) wrong.push(...await violations(alone));
        assert.ok(await alone.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), `${year} sticks out`);
      }
      assert.deepEqual([wrong, missing], [[], []]);
      const holder = [...entries].find(([file, bytes]) => file.endsWith(".html") && bytes.includes(part.file))?.[0] ?? "";
      await alone.goto(pathToFileURL(join(folder, holder)).href);
      const picture = alone.locator(`img[src="${part.file}"]`);
      await picture.scrollIntoViewIfNeeded();
      assert.ok(await picture.evaluate((image) => /** @type {HTMLImageElement} */ (image).decode().then(() => /** @type {HTMLImageElement} */ (image).naturalWidth > 0)), "the picture is there");
    } finally {
      rmSync(folder, { recursive: true });
      await house.close();
    }
  });

test("what was packed is gone when something is removed for good, and can be packed anew", async () => {
  const house = await openHouse();
  try {
    const { page } = await visit(house);
    await signIn(page, house, "student");
    const before = await takeAlong(page, house), packed = page.url();
    const removed = JSON.parse(String(before.entries.get("gegevens/rugzak-1.json"))).objects[0];
    await page.goto(`${house.address}/rugzak/${removed.id}/voorgoed`);
    await page.locator("main form .primary").click();
    await page.goto(packed);
    assert.equal(new URL(page.url()).pathname, "/meenemen");
    const after = await takeAlong(page, house);
    assert.equal([...after.entries.values()].some((bytes) => bytes.includes(removed.id)), false);
  } finally {
    await house.close();
  }
});

test("a journey is packed for another portfolio beside the other, without script", async () => {
  const house = await openHouse();
  try {
    const { page, complaints } = await visit(house, { javaScriptEnabled: false });
    await signIn(page, house, "student");
    await takeAlong(page, house);
    await page.goto(`${house.address}/meenemen`);
    await page.locator(".leap2a form button").focus();
    await page.keyboard.press("Enter");
    const fetch = page.locator("main a[href$='/reis.zip']");
    await fetch.waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), fetch.click()]);
    assert.match(download.suggestedFilename(), /^mijn-reis-leap2a-\d{4}-\d\d-\d\d\.zip$/);
    const entries = entriesOf(readFileSync(await download.path())), feed = String(entries.get("leap2a.xml"));
    assert.match(feed, /^<\?xml[^]*2010-07\/2A[^]*<\/feed>/);
    const files = [...feed.matchAll(/rel="enclosure" href="([^"]+)"/g)].map(([, file]) => file);
    assert.ok(files.length > 0 && files.every((file) => entries.has(file)), "each picture is in it");
    await page.goto(`${house.address}/meenemen`);
    assert.equal(await page.locator("main a[href^='/meenemen/']").count(), 2, "one does not end the other");
    assert.deepEqual(complaints, []);
  } finally {
    await house.close();
  }
});
