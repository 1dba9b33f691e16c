// A mentor looks at what the model says of one student, with a reason; the student reads who looked, the letter, and objects; a coordinator answers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openHouse, signIn, visit } from "./house.mjs";
import { leadsTo, violations } from "./walking.mjs";

/** @typedef {import("playwright-core").Page} Page */

for (const script of [true, false])
  test(`a look, an objection and its answer, ${script ? "with" : "without"} script`, async () => {
    const house = await openHouse();
    try {
      /** @type {string[]} */
      const wrong = [];
      const look = async (/** @type {Page} */ page) => {
        if (!script) return;
        wrong.push(...await violations(page));
        for (const width of [320, 390, 1280]) {
          await page.setViewportSize({ width, height: 844 });
          const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          assert.ok(over <= 0, `${page.url()} sticks out ${over} px at ${width}`);
        }
      };
      const mentor = await visit(house, { javaScriptEnabled: script }), student = await visit(house, { javaScriptEnabled: script }), coordinator = await visit(house, { javaScriptEnabled: script });
      await signIn(mentor.page, house, "counsellor");
      await mentor.page.goto(`${house.address}/mij`);
      await leadsTo(mentor.page, /\/stroom\/passend\/student$/, () => mentor.page.locator("a[href='/stroom/passend/student']").click());
      await look(mentor.page);
      await mentor.page.locator("#veld-wie").selectOption({ label: house.person("student").name });
      await leadsTo(mentor.page, /\/student\/\w{26}$/, () => mentor.page.locator("main form button.primary").click());
      await look(mentor.page);
      await mentor.page.locator("#veld-reden").fill("We bereiden een gesprek voor.");
      await leadsTo(mentor.page, /\/kijk\/\w{26}$/, () => mentor.page.locator("main form button.primary").click());
      const seen = mentor.page.url(), outcomes = await mentor.page.locator("table.figures tbody tr").count();
      assert.ok(outcomes >= 2 || await mentor.page.locator(".notice").count() > 0, "chances, or why there are none");
      await look(mentor.page);
      await mentor.page.locator("input[name=oordeel][value=anders]").check();
      await mentor.page.locator("#veld-reden").fill("Je vertelde me iets anders.");
      await leadsTo(mentor.page, /gedaan=oordeel/, () => mentor.page.locator("main form button.primary").click());

      await signIn(student.page, house, "student");
      await student.page.goto(`${house.address}/mij`);
      await leadsTo(student.page, /\/passend$/, () => student.page.locator("a[href='/passend']").click());
      assert.ok((await student.page.locator("main").innerText()).includes("Je vertelde me iets anders."));
      await look(student.page);
      await leadsTo(student.page, /\/passend\/brief$/, () => student.page.locator("a[href='/passend/brief']").click());
      assert.equal(await student.page.locator("table.figures tbody tr").count(), outcomes, "the same as the mentor saw");
      await look(student.page);
      await student.page.goto(`${house.address}/passend`);
      await student.page.locator("#veld-woorden").fill("Liever eerst praten.");
      await leadsTo(student.page, /gedaan=bezwaar/, () => student.page.locator("form[action='/passend/bezwaar'] button").click());
      await mentor.page.goto(seen);
      assert.equal(await mentor.page.locator("table.figures").count(), 0, "what was open is closed");

      await signIn(coordinator.page, house, "coordinator");
      await coordinator.page.goto(`${house.address}/stroom/passend`);
      await look(coordinator.page);
      const waiting = coordinator.page.locator("a[href*='/bezwaar/']", { hasText: house.person("student").name });
      await leadsTo(coordinator.page, /\/bezwaar\/\w{26}$/, () => waiting.click());
      await look(coordinator.page);
      await coordinator.page.locator("input[name=uitkomst][value=door]").check();
      await coordinator.page.locator("#veld-woorden").fill("We praten eerst.");
      await leadsTo(coordinator.page, /gedaan=antwoord/, () => coordinator.page.locator("main form button.primary").click());
      await leadsTo(coordinator.page, /\/kaart$/, () => coordinator.page.locator("a[href='/stroom/passend/kaart']").click());
      await look(coordinator.page);
      await student.page.goto(`${house.address}/passend`);
      assert.ok((await student.page.locator("main").innerText()).includes("We praten eerst."));

      await coordinator.page.goto(`${house.address}/stroom/passend`);
      await coordinator.page.locator("main summary").first().click();
      await leadsTo(coordinator.page, /gedaan=uit/, () => coordinator.page.locator("form[action='/stroom/passend/uit'] button").click());
      await look(coordinator.page);
      for (const path of ["/passend", "/passend/brief"]) assert.equal((await student.page.request.get(house.address + path)).status(), 404);
      for (const path of ["/stroom/passend/student", new URL(seen).pathname]) assert.equal((await mentor.page.request.get(house.address + path)).status(), 404);
      assert.deepEqual(wrong, []);
      for (const { complaints } of [mentor, student, coordinator]) assert.deepEqual(complaints, []);
    } finally {
      await house.close();
    }
  });
