// axe-core finds nothing, on any page, by day and by night, in both languages, with and without script.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { openHouse, signIn, visit } from "./house.mjs";
import { languages, pagesOf, roles, themes } from "./pages.mjs";

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
/** @type {import("./house.mjs").House} */
let house;
test.before(async () => { house = await openHouse(); });
test.after(async () => { await house.close(); });

/** @param {import("playwright-core").Page} page @param {string} where */
async function examine(page, where) {
  const violations = await page.evaluate(async (source) => {
    (0, eval)(source);
    const found = await /** @type {any} */ (window).axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
    return found.violations.map((/** @type {any} */ one) => `${one.id}: ${one.nodes[0].html}`);
  }, axe);
  assert.deepEqual(violations, [], where);
}

for (const role of roles)
  for (const theme of themes)
    for (const language of languages)
      test(`${role || "signed out"}, ${theme}, ${language}`, async () => {
        const { page, context, complaints } = await visit(house, { colorScheme: theme, bypassCSP: true });
        if (role !== "") await signIn(page, house, role);
        await context.addCookies([{ name: "taal", value: language, url: house.address }]);
        for (const path of await pagesOf(page, house.address, role)) {
          await page.goto(house.address + path);
          assert.equal(await page.locator("html").getAttribute("lang"), language);
          await examine(page, `${path} ${theme} ${language}`);
        }
        assert.deepEqual(complaints, []);
        await context.close();
      });
