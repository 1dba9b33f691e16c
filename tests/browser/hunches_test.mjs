// A teacher says what they expect of a group, with a slider or a number, changes it, looks at the model, and finds how earlier ones came out; an analyst asks the team about a
// group, and writes down how it came out.
import assert from "node:assert/strict";
import { test } from "node:test";
import { launch, openHouse, signIn, signInAs, visit } from "./house.mjs";
import { leadsTo, violations } from "./walking.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** How many figures are filled. @param {Page} page */
const filled = (page) => page.locator(".ten-figures .filled").count();

/** Sticks out, at that width. @param {Page} page @param {number} width */
async function sticksOut(page, width) {
  await page.setViewportSize({ width, height: 844 });
  await page.locator("main details").evaluateAll((all) => all.forEach((one) => { /** @type {HTMLDetailsElement} */ (one).open = true; }));
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

for (const script of [true, false])
  test(`what a teacher expects of a group, ${script ? "with" : "without"} script`, async () => {
    const house = await openHouse();
    try {
      const teacher = await visit(house, { javaScriptEnabled: script }), { page } = teacher;
      /** @type {string[]} */
      const wrong = [];
      const look = async (/** @type {Page} */ at) => {
        if (!script) return;
        wrong.push(...await violations(at));
        for (const width of [320, 390, 1280]) {
          const over = await sticksOut(at, width);
          assert.ok(over <= 0, `${at.url()} sticks out ${over} px at ${width}`);
        }
      };
      await signIn(page, house, "counsellor");
      await page.goto(`${house.address}/mee`);
      await leadsTo(page, /\/stroom\/oordeel$/, () => page.locator("a[href='/stroom/oordeel']").click());
      assert.equal(await page.locator(".hunch-cards li").count(), 4);
      assert.equal(await page.locator(".hunch-cards .unsaid").count(), 2);
      await look(page);

      const group = String(await page.locator(".hunch-cards li", { has: page.locator(".unsaid") }).first().locator("a").getAttribute("href"));
      await page.goto(house.address + group);
      await look(page);
      assert.equal(await page.locator("[type=range]").count(), script ? 1 : 0);
      if (script) {
        const slider = page.locator("[type=range]");
        await slider.focus();
        for (let key = 0; key < 3; ++key) await page.keyboard.press("ArrowRight");
        assert.equal(await page.locator("[name=van-tien]").inputValue(), "8");
        assert.equal(await filled(page), 8);
        assert.match(String(await slider.getAttribute("aria-valuetext")), /8/);
        await page.locator("[name=van-tien]").fill("3");
        assert.equal(await slider.inputValue(), "3", "the number moves the slider as well");
        assert.equal(await filled(page), 3);
      }
      await page.locator("[name=van-tien]").fill("8");
      await leadsTo(page, /gedaan=gezegd/, () => page.locator("main .primary").click());
      assert.equal(await filled(page), 8);
      await page.locator("[name=van-tien]").fill("6");
      await leadsTo(page, /gedaan=gezegd/, () => page.locator("main .primary").click());
      assert.equal(await page.locator("[name=van-tien]").inputValue(), "6");

      assert.equal(await page.locator(".side-by-side").count(), 0, "the model waits");
      await leadsTo(page, /groep\/\w{26}$/, () => page.locator(`form[action="${group}/kijk"] button`).click());
      assert.equal(await page.locator(".side-by-side tbody tr").count(), 2);
      assert.equal(await page.locator("[name=van-tien]").count(), 0, "from now on it stands");
      await look(page);

      await page.goto(`${house.address}/stroom/oordeel`);
      await leadsTo(page, /\/mijn$/, () => page.locator("a[href='/stroom/oordeel/mijn']").click());
      const points = await page.locator(".calibration .point").count();
      assert.ok(points >= 2 && points === await page.locator("table.figures tbody tr").count(), "the picture and the table say the same");
      await look(page);
      const file = await page.request.get(`${house.address}/stroom/oordeel/mijn/csv`);
      assert.match(file.headers()["content-disposition"], /^attachment/);
      assert.ok((await file.text()).trim().split("\r\n").length > 30);

      const keeper = await visit(house, { javaScriptEnabled: script });
      await signIn(keeper.page, house, "analyst");
      await keeper.page.goto(`${house.address}/stroom`);
      await leadsTo(keeper.page, /\/stroom\/oordeel$/, () => keeper.page.locator("a[href='/stroom/oordeel']").click());
      await leadsTo(keeper.page, /\/vragen$/, () => keeper.page.locator("a[href='/stroom/oordeel/vragen']").click());
      await look(keeper.page);
      const team = String(await keeper.page.locator(".ways a[href*='/team/']").first().getAttribute("href"));
      await leadsTo(keeper.page, /\/nieuw$/, () => keeper.page.locator("a.primary").click());
      await look(keeper.page);
      await keeper.page.locator("[name=team]").selectOption(team.slice(-26));
      for (const [field, text] of [["groep", "Kok, begonnen in 2026"], ["uitkomst", "haalt het diploma"], ["jaar", "2030"], ["studenten", "9"]]) await keeper.page.locator(`[name=${field}]`).fill(text);
      await leadsTo(keeper.page, /\/vragen$/, () => keeper.page.locator("main .primary").click());
      assert.equal(await keeper.page.locator(".summary a").count(), 1, "nine students are too few");
      assert.equal(await keeper.page.locator("[name=groep]").inputValue(), "Kok, begonnen in 2026");
      await keeper.page.locator("[name=studenten]").fill("30");
      await leadsTo(keeper.page, /gedaan=gevraagd/, () => keeper.page.locator("main .primary").click());
      await look(keeper.page);
      const asked = new URL(keeper.page.url()).pathname;

      const judged = asked.replace("/vragen/", "/groep/");
      await page.goto(house.address + judged);
      await page.locator("[name=van-tien]").fill("7");
      await leadsTo(page, /gedaan=gezegd/, () => page.locator("main .primary").click());
      await keeper.page.locator("[name=gebeurd]").fill("21");
      await leadsTo(keeper.page, /gedaan=afloop/, () => keeper.page.locator("main .primary").click());
      assert.equal(await filled(keeper.page), 7);
      await page.goto(house.address + judged);
      assert.equal(await filled(page), 14, "what was said and how it came out, seven each");

      await keeper.page.goto(house.address + team);
      assert.ok(await keeper.page.locator(".calibration .point").count() >= 2);
      await look(keeper.page);
      assert.deepEqual(wrong, []);
      assert.deepEqual([...teacher.complaints, ...keeper.complaints], []);

      const student = await visit(house, { javaScriptEnabled: script });
      await signIn(student.page, house, "student");
      for (const path of ["/stroom/oordeel", "/stroom/oordeel/mijn", "/stroom/oordeel/vragen", group, team]) assert.equal((await student.page.request.get(house.address + path)).status(), 404);
      await student.page.goto(`${house.address}/mee`);
      assert.equal(await student.page.locator("a[href='/stroom/oordeel']").count(), 0);
    } finally {
      await house.close();
    }
  });

test("with letters twice as large nothing sticks out of a small telephone", async () => {
  const house = await openHouse(), browser = await launch(32);
  try {
    for (const role of ["counsellor", "analyst"]) {
      const page = await (await browser.newContext({ viewport: { width: 320, height: 844 } })).newPage();
      await signInAs(page, house, house.person(role));
      await page.goto(`${house.address}/stroom/oordeel`);
      const ways = await page.locator("main a").evaluateAll((all) => all.map((one) => new URL(/** @type {HTMLAnchorElement} */ (one).href).pathname).filter((path) => path.startsWith("/stroom/oordeel")));
      for (const path of ["/stroom/oordeel", ...ways, ...(role === "analyst" ? ["/stroom/oordeel/vragen/nieuw"] : [])]) {
        await page.goto(house.address + path);
        const over = await sticksOut(page, 320);
        assert.ok(over <= 0, `${path} sticks out ${over} px`);
      }
    }
  } finally {
    await browser.close();
    await house.close();
  }
});
