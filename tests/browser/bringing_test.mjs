// A student brings in what they took along at another school: with a line that is cut half-way, and without script.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { openHouse, signIn, visit } from "./house.mjs";
import { entriesOf, packed } from "./stored_zip.mjs";
import { leadsTo, violations } from "./walking.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** What the student of a school takes along. @param {import("./house.mjs").House} house */
async function takenAlong(house) {
  const { page, context } = await visit(house);
  await signIn(page, house, "student");
  await page.goto(`${house.address}/meenemen`);
  await page.locator("main form .primary").click();
  const fetch = page.locator("main a[href$='/reis.zip']");
  await fetch.waitFor();  // the page looks again by itself
  const [download] = await Promise.all([page.waitForEvent("download"), fetch.click()]);
  const bytes = readFileSync(await download.path());
  await context.close();
  return bytes;
}

/** An archive out of one school in a file, and another school where it is brought. @param {(archive: Buffer) => Buffer} made @param {(house: import("./house.mjs").House, file: string, archive: Map<string, Buffer>) => Promise<void>} doing */
async function elsewhere(made, doing) {
  const folder = mkdtempSync(join(tmpdir(), "loopbaankaart-bringing-")), file = join(folder, "mijn-reis.zip");
  const first = await openHouse();
  const archive = await takenAlong(first).finally(() => first.close());
  writeFileSync(file, made(archive));
  const second = await openHouse();
  try {
    await doing(second, file, entriesOf(archive));
  } finally {
    await second.close();
    rmSync(folder, { recursive: true });
  }
}

/** Larger than two pieces. @param {Buffer} archive */
const swollen = (archive) => packed(new Map([...entriesOf(archive), ...["een", "twee"].map((name) => /** @type {[string, Buffer]} */ ([`media/${name}.bin`, Buffer.alloc(9 * 1024 * 1024, 7)]))]));

/** From what is in it to what is here. @param {Page} page @param {Map<string, Buffer>} archive @param {() => Promise<void>} look */
async function unpack(page, archive, look) {
  const { name } = JSON.parse(String(archive.get("reis.json")));
  await page.locator(".trunk-label").filter({ hasText: name }).waitFor();
  await look();
  await page.locator("form[action$='/uitpakken'] .primary").click();
  await page.locator("main a[href='/reis']").waitFor();
  await look();
}

test("a journey comes in pieces, goes on after a cut, and is unpacked", async () => {
  await elsewhere(swollen, async (house, file, archive) => {
    const { page, complaints } = await visit(house);
    const look = async () => assert.deepEqual(await violations(page), []);
    await signIn(page, house, "counsellor");  // with nothing of their own
    await page.goto(`${house.address}/mij`);
    await leadsTo(page, /\/meebrengen$/, () => page.locator("a[href='/meebrengen']").click());
    await look();

    /** @type {string[]} */
    const sent = [];
    await page.route("**/stuk/*", (route) => {
      sent.push(String(route.request().url().split("/").pop()));
      return sent.length === 1 ? route.continue() : route.abort("connectionreset");
    });
    await page.locator("#veld-reis").setInputFiles(file);
    await page.locator("main form .primary").click();
    await page.waitForRequest(/\/stuk\/1$/);
    await look();
    const bringing = new URL(page.url()).pathname;
    assert.equal(bringing, "/meebrengen", "the file stays in hand");

    // Closed half-way: only what is missing goes once more
    await page.unroute("**/stuk/*");
    await page.reload();
    await leadsTo(page, /\/meebrengen\/\w{26}$/, () => page.locator("main a.primary").click());
    await look();
    await page.locator("#veld-reis").setInputFiles({ name: "anders.zip", mimeType: "application/zip", buffer: Buffer.from("iets anders") });
    await page.locator("main form .primary").click();
    await page.locator(".error").waitFor();
    /** @type {string[]} */
    const again = [];
    page.on("request", (request) => { if (request.url().includes("/stuk/")) again.push(String(request.url().split("/").pop())); });
    await page.locator("#veld-reis").setInputFiles(file);
    await page.locator("main form .primary").click();
    await unpack(page, archive, look);
    assert.deepEqual(again, ["1", "2"]);
    assert.deepEqual(complaints.filter((line) => !line.includes("ERR_CONNECTION_RESET")), []);

    await page.goto(`${house.address}/rugzak`);
    const things = JSON.parse(String(archive.get("gegevens/rugzak-1.json"))).objects;
    await page.locator(`a[href='/rugzak/${things.at(-1).id}']`).waitFor();
  });
});

test("a journey comes in by one form, without script and by keys alone", async () => {
  await elsewhere((archive) => archive, async (house, file, archive) => {
    const { page, complaints } = await visit(house, { javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
    const look = async () => assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), `${page.url()} sticks out`);
    await signIn(page, house, "counsellor");
    await page.goto(`${house.address}/meebrengen`);
    await look();
    await page.locator("#veld-reis").setInputFiles(file);
    await page.locator("main form .primary").focus();
    await page.keyboard.press("Enter");
    await unpack(page, archive, look);
    assert.deepEqual(complaints, []);
  });
});
