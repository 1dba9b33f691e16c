// Nothing sticks out, at any width, in any light; and the screens in docs/screens are made here (LOOPBAANKAART_SCREENS=1).
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { test } from "node:test";
import { launch, openHouse, signIn, visit } from "./house.mjs";
import { pagesOf, roles } from "./pages.mjs";

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
  test("screens for docs/screens", async () => {
    mkdirSync("docs/screens", { recursive: true });
    const phone = { width: 390, height: 844 }, wide = { width: 1280, height: 800 };
    const shots = /** @type {[string, string, string, typeof phone, "light" | "dark", string][]} */ ([
      ["kaart-telefoon", "/kaart", "", phone, "light", "nl"],
      ["plaats-telefoon", "/kaart/wensboom", "student", phone, "light", "nl"], ["plaats-breed-nacht", "/kaart/haven", "student", wide, "dark", "nl"],
      ["rugzak-breed", "/rugzak", "student", wide, "light", "nl"], ["rugzak-telefoon-nacht-en", "/rugzak", "student", phone, "dark", "en"],
      ["inloggen-breed-nacht", "/inloggen", "", wide, "dark", "nl"], ["inloggen-telefoon", "/inloggen", "", phone, "light", "nl"],
      ["account-breed-en", "/mij", "student", wide, "light", "en"], ["mensen-breed", "/beheer/mensen", "administrator", wide, "light", "nl"],
      ["mensen-telefoon", "/beheer/mensen", "administrator", phone, "light", "nl"]]);
    for (const [name, path, role, viewport, colorScheme, language] of shots) {
      const { page, context } = await visit(house, { viewport, colorScheme, deviceScaleFactor: 1 });
      if (role !== "") await signIn(page, house, role);
      await context.addCookies([{ name: "taal", value: language, url: house.address }]);
      await page.goto(house.address + path, { waitUntil: "networkidle" });
      await page.screenshot({ path: `docs/screens/${name}.png` });
      await context.close();
    }
    assert.ok(true);
  });
