// Nothing sticks out, at any width, in any light; and the screens in docs/screens are made here (LOOPBAANKAART_SCREENS=1).
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { test } from "node:test";
import { launch, openHouse, signIn, visit } from "./house.mjs";
import { administrator, signedOut, student } from "./pages.mjs";

/** @type {import("./house.mjs").House} */
let house;
test.before(async () => { house = await openHouse(); });
test.after(async () => { await house.close(); });

for (const textSize of [16, 32])
  for (const width of textSize === 16 ? [320, 390, 768, 1280, 1920] : [390, 768, 1280, 1920])
    test(`no page is wider than ${width} px with letters of ${textSize} px`, async () => {
      const browser = await launch(textSize);
      try {
        for (const [role, paths] of /** @type {[string, string[]][]} */ ([["", signedOut], ["student", student], ["administrator", administrator]])) {
          const { page, context } = await visit({ ...house, browser }, { viewport: { width, height: 844 }, deviceScaleFactor: 1 });
          if (role !== "") await signIn(page, house, role);
          for (const path of paths) {
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
    const sizes = { telefoon: { width: 390, height: 844 }, breed: { width: 1280, height: 800 } };
    const shots = [["kaart", "/kaart", ""], ["plaats", "/kaart/wensboom", "student"], ["rugzak", "/rugzak", "student"], ["inloggen", "/inloggen", ""],
      ["mensen", "/beheer/mensen", "administrator"], ["verdwaald", "/bestaat-niet", ""]];
    for (const [size, viewport] of Object.entries(sizes))
      for (const [theme, scheme] of /** @type {const} */ ([["dag", "light"], ["nacht", "dark"]]))
        for (const language of ["nl", "en"])
          for (const [name, path, role] of shots) {
            if (language === "en" && (theme === "nacht" || name === "verdwaald")) continue;
            const { page, context } = await visit(house, { viewport, colorScheme: scheme, deviceScaleFactor: 1 });
            if (role !== "") await signIn(page, house, role);
            await context.addCookies([{ name: "taal", value: language, url: house.address }]);
            await page.goto(house.address + path, { waitUntil: "networkidle" });
            await page.screenshot({ path: `docs/screens/${name}-${size}-${theme}${language === "en" ? "-en" : ""}.png` });
            await context.close();
          }
    assert.ok(true);
  });
