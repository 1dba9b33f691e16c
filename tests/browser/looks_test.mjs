// Nothing sticks out, at any width, in any light; and the screens in docs/screens are made here (LOOPBAANKAART_SCREENS=1).
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { launch, openHouse, signIn, signInAs, visit } from "./house.mjs";
import { pagesOf, roles } from "./pages.mjs";
import { figures, goTo, isSeenBy, keepScreen, looks, looksOf, parts } from "./screens.mjs";

/** @type {import("./house.mjs").House} */
let house;
test.before(async () => { house = await openHouse(); });
test.after(async () => { await house.close(); });

for (const textSize of [16, 32])
  for (const width of [320, 390, 768, 1280, 1920])
    test(`no page is wider than ${width} px with letters of ${textSize} px`, async () => {
      const browser = await launch(textSize);
      try {
        for (const role of roles) {
          const { page, context } = await visit({ ...house, browser }, { viewport: { width, height: 844 }, deviceScaleFactor: 1 });
          if (role !== "") await signIn(page, house, role);
          for (const path of await pagesOf(page, house.address, role)) {
            await page.goto(house.address + path);
            const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
            assert.ok(over <= 0, `${path} sticks out ${over} px`);
          }
          await context.close();
        }
      } finally {
        await browser.close();
      }
    });

test("the first view is small", async () => {
  const { page } = await visit(house);
  let bytes = 0, script = 0;
  const client = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  /** @type {Map<string, string>} */
  const kinds = new Map();
  client.on("Network.responseReceived", (event) => kinds.set(event.requestId, event.type));
  client.on("Network.loadingFinished", (event) => { bytes += event.encodedDataLength; if (kinds.get(event.requestId) === "Script") script += event.encodedDataLength; });
  await page.goto(`${house.address}/kaart`, { waitUntil: "networkidle" });
  assert.ok(bytes <= 320 * 1024, `${bytes} bytes in the first view`);
  assert.ok(script <= 40 * 1024, `${script} bytes of script`);
});

if (process.env.LOOPBAANKAART_SCREENS !== undefined)
  for (const { travelled, size, light, called } of looks)
    test(`screens of every part: ${called}`, async () => {
      const { page, context } = await visit(house, { viewport: size, colorScheme: light, reducedMotion: "reduce", bypassCSP: true });
      await signInAs(page, house, house.example(travelled));
      for (const part of parts.filter((one) => isSeenBy(one, travelled))) {
        await goTo(page, house.address, part.at);
        await keepScreen(page, `${part.name}-${called}`);
      }
      assert.ok(true);
      await context.close();
    });

/** The address of the newest thing in the backpack. @param {import("playwright-core").Page} page */
async function firstThing(page) {
  await page.goto(`${house.address}/rugzak`);
  return String(await page.locator(".kept a").first().getAttribute("href"));
}

if (process.env.LOOPBAANKAART_SCREENS !== undefined)
  test("screens for docs/screens", async () => {
    mkdirSync("docs/screens", { recursive: true });
    const phone = { width: 390, height: 844 }, wide = { width: 1280, height: 800 };
    const shots = /** @type {[string, string, string, typeof phone, "light" | "dark", string][]} */ ([
      ["plaats-telefoon", "/kaart/wensboom", "student", phone, "light", "nl"], ["plaats-breed-nacht", "/kaart/haven", "student", wide, "dark", "nl"],
      ["rugzak-breed", "/rugzak", "student", wide, "light", "nl"], ["rugzak-telefoon-nacht-en", "/rugzak", "student", phone, "dark", "en"],
      ["bewaren-telefoon", "/kaart/haven/bewaren", "student", phone, "light", "nl"], ["delen-telefoon", "eerste/deel", "student", phone, "light", "nl"],
      ["delen-breed-nacht-en", "eerste/deel", "student", wide, "dark", "en"],
      ["inloggen-breed-nacht", "/inloggen", "", wide, "dark", "nl"], ["inloggen-telefoon", "/inloggen", "", phone, "light", "nl"],
      ["account-breed-en", "/mij", "student", wide, "light", "en"], ["mensen-breed", "/beheer/mensen", "administrator", wide, "light", "nl"],
      ["mensen-telefoon", "/beheer/mensen", "administrator", phone, "light", "nl"]]);
    for (const [name, path, role, viewport, colorScheme, language] of shots) {
      const { page, context } = await visit(house, { viewport, colorScheme, deviceScaleFactor: 1 });
      if (role !== "") await signIn(page, house, role);
      await context.addCookies([{ name: "taal", value: language, url: house.address }]);
      await page.goto(house.address + (path.startsWith("eerste") ? path.replace("eerste", await firstThing(page)) : path), { waitUntil: "networkidle" });
      await page.screenshot({ path: `docs/screens/${name}.png` });
      await context.close();
    }
    assert.ok(true);
  });

/** @typedef {{name: string, path?: string, role?: string, size: {width: number, height: number}, language?: string, letters?: number, look?: import("playwright-core").BrowserContextOptions}} MapScreen */

if (process.env.LOOPBAANKAART_SCREENS !== undefined)
  test("screens of the map: each size, light, language, letters and traveller at least once", async () => {
    const phone = { width: 390, height: 844 }, tablet = { width: 768, height: 1024 }, wide = { width: 1280, height: 800 }, large = { width: 1920, height: 1080 };
    const night = /** @type {const} */ ({ colorScheme: "dark" }), forced = /** @type {const} */ ({ forcedColors: "active" });
    /** @type {MapScreen[]} */
    const screens = [
      { name: "kaart-telefoon", size: phone }, { name: "kaart-telefoon-nacht", role: "student", size: phone, look: night },
      { name: "kaart-telefoon-ver-en", path: "?zoom=1", role: "student", size: phone, language: "en" },
      { name: "kaart-telefoon-dichtbij", path: "/stad?zoom=3", role: "student", size: phone },
      { name: "kaart-telefoon-letters", role: "student", size: phone, letters: 32 },
      { name: "kaart-telefoon-dwang-en", size: phone, language: "en", look: forced },
      { name: "kaart-tablet", path: "/wensboom", role: "student", size: tablet }, { name: "kaart-tablet-nacht-en", size: tablet, language: "en", look: night },
      { name: "kaart-breed", role: "student", size: wide }, { name: "kaart-breed-nacht-en", path: "/haven", role: "student", size: wide, language: "en", look: night },
      { name: "kaart-breed-soort", path: "?soort=hulpbron", size: wide }, { name: "kaart-breed-letters-en", size: wide, language: "en", letters: 32 },
      { name: "kaart-breed-dwang", path: "/doolhof", role: "student", size: wide, look: forced },
      { name: "kaart-groot", role: "student", size: large }, { name: "kaart-groot-nacht", path: "?zoom=1", size: large, look: night }];
    for (const { name, path = "", role = "", size, language = "nl", letters = 16, look = {} } of screens) {
      const browser = await launch(letters);
      const { page, context } = await visit({ ...house, browser }, { viewport: size, deviceScaleFactor: 1, ...look });
      if (role !== "") await signIn(page, house, role);
      await context.addCookies([{ name: "taal", value: language, url: house.address }]);
      await page.goto(`${house.address}/kaart${path}`, { waitUntil: "networkidle" });
      const client = await context.newCDPSession(page);
      const { data } = await client.send("Page.captureScreenshot", { format: "webp", quality: 82 });
      writeFileSync(`docs/screens/${name}.webp`, Buffer.from(data, "base64"));
      await browser.close();
    }
    assert.ok(true);
  });

if (process.env.LOOPBAANKAART_SCREENS !== undefined)
  test("screens of figures", async () => {
    for (const figure of figures)
      for (const { size, light, language, called } of looksOf(figure)) {
        const { by, name, at, first } = figure;
        const { page, context } = await visit(house, { viewport: size, colorScheme: light, deviceScaleFactor: 1 });
        await signIn(page, house, by);
        await context.addCookies([{ name: "taal", value: language, url: house.address }]);
        await goTo(page, house.address, at);
        if (first) await first(page, house.person("student").name);
        await keepScreen(page, `${name}-${called}`);
        await context.close();
      }
    assert.ok(true);
  });
