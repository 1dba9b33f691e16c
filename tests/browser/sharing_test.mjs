// A student shares one thing with the counsellor, who reads it and says something back; the student sees both, takes it back, and it is gone.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { openHouse, signIn, visit } from "./house.mjs";

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const words = "Ik stond ineens voor een volle zaal te praten.", back = "Wat een moment. Vertel het me eens.";

/** @param {import("playwright-core").Page} page */
async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => /** @type {any} */ (globalThis).axe.run(document));
  return found.violations.map((/** @type {{id: string, nodes: {html: string}[]}} */ one) => `${page.url()}: ${one.id} ${one.nodes[0]?.html}`);
}

for (const script of [true, false])
  test(`shared with the counsellor, reacted to, and taken back, ${script ? "with" : "without"} script`, async () => {
    const house = await openHouse();
    try {
      const mine = await visit(house, { javaScriptEnabled: script }), theirs = await visit(house, { javaScriptEnabled: script });
      const page = mine.page, other = theirs.page;
      /** @type {string[]} */
      const wrong = [];
      const look = async (/** @type {import("playwright-core").Page} */ at) => { if (script) wrong.push(...await violations(at)); };
      const counsellor = house.person("counsellor").name, student = house.person("student").name;

      await signIn(page, house, "student");
      await page.goto(`${house.address}/rugzak/bewaren`);
      await page.locator("#veld-woorden").fill(words);
      await Promise.all([page.waitForURL((url) => url.pathname === "/rugzak"), page.locator("main form > .actions .primary").click()]);
      await page.goto(`${house.address}/rugzak`);
      await page.getByText(words).first().click();
      await page.waitForURL(/\/rugzak\/[0-9A-Z]{26}$/);
      const thing = page.url();
      await page.locator("a[href$='/deel']").click();
      await page.waitForURL(/\/deel$/);
      await look(page);
      await page.getByLabel(counsellor).check();
      await page.locator("input[name=mag][value=reageren]").check();
      await Promise.all([page.waitForURL((url) => url.pathname === new URL(thing).pathname), page.locator("main form button.primary").click()]);
      await page.getByText(counsellor).first().waitFor();
      await look(page);

      await signIn(other, house, "counsellor");
      await other.goto(`${house.address}/mee`);
      await other.getByRole("heading", { name: student }).waitFor();
      await look(other);
      await other.locator(`a[href='${new URL(thing).pathname}']`).click();
      await other.getByText(words).waitFor();
      await look(other);
      await other.locator("#veld-woorden").fill(back);
      await other.locator("#symbool-hart").check();
      await Promise.all([other.waitForURL((url) => url.searchParams.get("gedaan") === "reactie"), other.locator("main form button.primary").click()]);
      await other.getByText(back).waitFor();

      await page.goto(thing);
      await page.getByText(back).waitFor();
      await page.locator("details.looked summary").click();
      assert.ok((await page.locator("details.looked li").allInnerTexts()).some((line) => line.includes(counsellor)));
      await look(page);
      for (const path of ["/delen", "/mee", "/mij/kennissen", "/wie-ziet-wat", "/mij"]) {
        await page.goto(house.address + path);
        await look(page);
      }
      await page.goto(thing);
      await page.locator("#gedeeld form button").first().click();
      await page.waitForURL((url) => url.searchParams.get("gedaan") === "terug");
      const gone = await other.goto(thing);
      assert.equal(gone?.status(), 404);
      assert.equal((await other.content()).includes(words), false);
      assert.deepEqual(wrong, []);
      assert.deepEqual([...mine.complaints, ...theirs.complaints], []);
    } finally {
      await house.close();
    }
  });

test("two students get to know each other by a code", async () => {
  const house = await openHouse();
  try {
    const mine = await visit(house), theirs = await visit(house);
    await signIn(mine.page, house, "student");
    await mine.page.goto(`${house.address}/mij/kennissen`);
    await mine.page.locator("form[action='/mij/kennissen/code'] button").click();
    const code = await mine.page.locator(".own-code code").first().innerText();
    await signIn(theirs.page, house, "desk");
    await theirs.page.goto(`${house.address}/mij/kennissen`);
    await theirs.page.locator("#veld-code").fill(code.toLowerCase());
    await theirs.page.keyboard.press("Enter");
    await theirs.page.waitForURL((url) => url.pathname.startsWith("/kennismaken/"));
    await theirs.page.getByText(house.person("student").name).first().waitFor();
    assert.deepEqual(await violations(theirs.page), []);
    await theirs.page.locator("main form button.primary").click();
    await theirs.page.waitForURL((url) => url.pathname === "/mij/kennissen");
    await theirs.page.getByText(house.person("student").name).first().waitFor();
    assert.deepEqual([...mine.complaints, ...theirs.complaints], []);
  } finally {
    await house.close();
  }
});
