// A student is asked softly what they want to get here, puts it off, says that they do not know yet, and later what they want; shows it to staff by name, who say something back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { answeringClass } from "./answering_class.mjs";
import { openHouse, signIn, visit } from "./house.mjs";
import { leadsTo, violations } from "./walking.mjs";

/** @typedef {import("playwright-core").Page} Page */

const wants = "Leren hoe je een eigen zaak begint.", service = "Laat me vroeg meelopen.", reply = "Vrijdag kun je mee met de bakker.";

for (const script of [true, false])
  test(`from not knowing to an answer that is read, ${script ? "with" : "without"} script`, async () => {
    const house = await openHouse();
    try {
      const { page, complaints } = await visit(house, { javaScriptEnabled: script });
      /** @type {string[]} */
      const wrong = [];
      const look = async (/** @type {Page} */ at = page) => {
        if (!script) return;
        wrong.push(...await violations(at));
        const over = await at.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(over <= 0, `${at.url()} sticks out ${over} px`);
      };
      await signIn(page, house, "student");
      await page.goto(`${house.address}/reis`);
      await look();
      await leadsTo(page, /\/vragen$/, () => page.locator(".asked-softly a").click());
      await look();
      await leadsTo(page, /gedaan=later/, () => page.locator("button[value=week]").click());
      assert.equal(await page.locator("button[value=week]").count(), 0, "what was put off is not asked");
      await page.goto(`${house.address}/reis`);
      assert.equal(await page.locator(".asked-softly").count(), 0);

      // What weighs the same is as large as each other.
      await page.goto(`${house.address}/rugzak`);
      await leadsTo(page, /\/vragen$/, () => page.locator(".pockets a[href='/vragen']").click());
      const [keep, not_yet] = [await page.locator(".equals button").first().boundingBox(), await page.locator(".equals button").last().boundingBox()];
      assert.ok(keep && not_yet && Math.abs(keep.width - not_yet.width) < 2 && Math.abs(keep.height - not_yet.height) < 2);
      await page.locator("#veld-halen").fill("  ");
      await page.locator(".equals button").first().click();
      await page.locator("#veld-halen-fout").waitFor();
      await look();
      await leadsTo(page, /\/vragen\/\w{26}\?gedaan/, () => page.locator("button[name=weet]").click());
      await look();
      await leadsTo(page, /\/kaart\/reisbureau/, () => page.locator(".onward a[href$='/reisbureau']").click());
      await page.locator(".pockets a[href='/vragen']").waitFor();

      await page.goto(`${house.address}/vragen`);
      await page.locator("#veld-halen").fill(wants);
      await page.locator("#veld-dienst").fill(service);
      await leadsTo(page, /\/vragen\/\w{26}\?gedaan/, () => page.locator(".equals button").first().click());
      const answer = new URL(page.url()).pathname;
      await page.getByText(service).waitFor();
      assert.equal(await page.locator("input[name=wie]:checked").count(), 0, "nobody is ticked");
      const { name } = house.person("counsellor");
      await page.getByLabel(name).check();
      await page.locator(".to-the-team button").click();
      await page.locator("#gedeeld form[action$='/terug']").waitFor();
      await look();
      await page.goto(`${house.address}/vragen`);
      assert.equal(await page.locator(".said-before > li").count(), 2, "what was said before stays");
      await look();

      const staff = await visit(house, { javaScriptEnabled: script, viewport: { width: 1280, height: 800 } });
      await signIn(staff.page, house, "counsellor");
      await staff.page.goto(`${house.address}/antwoorden`);
      await look(staff.page);
      await leadsTo(staff.page, new RegExp(`${answer}$`), () => staff.page.locator(`main a[href='${answer}']`).click());
      await staff.page.getByText(wants).waitFor();
      await look(staff.page);
      await staff.page.locator("#veld-woorden").fill(reply);
      await leadsTo(staff.page, /gedaan=reactie/, () => staff.page.locator("form[action$='/reactie'] .primary").click());
      await staff.page.goto(`${house.address}/antwoorden`);
      assert.equal(await staff.page.locator("main .tag").count(), 1);
      await page.goto(house.address + answer);
      await page.getByText(reply).waitFor();
      await look();
      assert.deepEqual(wrong, []);
      assert.deepEqual([...complaints, ...staff.complaints], []);
    } finally {
      await house.close();
    }
  });

test("by keyboard alone somebody answers, and a coordinator sets a moment at which all are asked again", async () => {
  const house = await openHouse();
  try {
    const student = await visit(house), { page } = student;
    await signIn(page, house, "student");
    await page.goto(`${house.address}/vragen`);
    await page.locator("#veld-halen").focus();
    await page.keyboard.type(wants);
    await page.keyboard.press("Tab");
    await page.keyboard.type(service);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await leadsTo(page, /\/vragen\/\w{26}/, () => page.keyboard.press("Enter"));
    assert.equal(await page.locator(".answer .not-yet").count(), 1, "the second button, with what was typed");
    await page.getByText(wants).waitFor();

    const coordinator = await visit(house, { viewport: { width: 1280, height: 800 } });
    await signIn(coordinator.page, house, "coordinator");
    await coordinator.page.goto(`${house.address}/antwoorden`);
    await coordinator.page.locator("a[href='/antwoorden/momenten']").focus();
    await leadsTo(coordinator.page, /\/momenten$/, () => coordinator.page.keyboard.press("Enter"));
    assert.deepEqual(await violations(coordinator.page), []);
    await coordinator.page.locator("#veld-naam").focus();
    await coordinator.page.keyboard.type("Na de eerste stage");
    await coordinator.page.locator("#veld-dag").fill(new Date(Date.now() + 36 * 3600_000).toISOString().slice(0, 10));
    await coordinator.page.locator("main form .primary").focus();
    await leadsTo(coordinator.page, /gedaan=erbij/, () => coordinator.page.keyboard.press("Enter"));
    await page.goto(`${house.address}/reis`);
    assert.equal(await page.locator(".asked-softly").count(), 0, "not before its day");
    const withdraw = coordinator.page.locator("form[action$='/weg'] button");
    await withdraw.focus();
    await leadsTo(coordinator.page, /gedaan=weg/, () => coordinator.page.keyboard.press("Enter"));
    assert.equal(await withdraw.count(), 0);
  } finally {
    await house.close();
  }
});

test("what a class came for is laid together, and hangs on the wall for all until the tenth takes back", async () => {
  const house = await openHouse();
  try {
    const students = await answeringClass(house, 10, ["Leren hoe een bedrijf werkt"]), theme = "Eerder meelopen", reply = "Wie wil, loopt in de eerste maand een dag mee.";
    const counsellor = await visit(house, { javaScriptEnabled: false }), coordinator = await visit(house, { viewport: { width: 1280, height: 800 } }), student = await visit(house, { viewport: { width: 320, height: 640 } });
    const look = async (/** @type {Page} */ at) => {
      assert.deepEqual(await violations(at), []);
      const over = await at.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(over <= 0, `${at.url()} sticks out ${over} px`);
    };
    // From the banner it is two steps to the answers.
    await signIn(counsellor.page, house, "counsellor");
    await counsellor.page.locator("nav a[href='/mee']").click();
    await leadsTo(counsellor.page, /\/antwoorden$/, () => counsellor.page.locator(".for-guides a[href='/antwoorden']").click());
    await leadsTo(counsellor.page, /\/antwoorden\/thema$/, () => counsellor.page.locator("main a[href='/antwoorden/thema']").click());
    await counsellor.page.locator("#veld-naam").fill(theme);
    await leadsTo(counsellor.page, /gedaan=erbij/, () => counsellor.page.locator("main .primary").click());
    for (const box of await counsellor.page.locator("input[name=antwoord]").all()) await box.check();
    await leadsTo(counsellor.page, /gedaan=gekozen/, () => counsellor.page.locator(".which-answers button").click());
    assert.equal(await counsellor.page.locator("input[name=antwoord]:checked").count(), 10);
    assert.equal(await counsellor.page.locator("#veld-woorden").count(), 0, "a coordinator says it");

    // By keyboard, and what was typed and is wrong stays there.
    await signIn(coordinator.page, house, "coordinator");
    await coordinator.page.goto(house.address + new URL(counsellor.page.url()).pathname);
    await look(coordinator.page);
    await coordinator.page.locator("#veld-woorden").fill(" ");
    await coordinator.page.locator("main .primary").focus();
    await coordinator.page.keyboard.press("Enter");
    await coordinator.page.locator("#veld-woorden-fout").waitFor();
    await look(coordinator.page);
    await coordinator.page.locator("#veld-woorden").focus();
    await coordinator.page.keyboard.type(reply);
    await coordinator.page.keyboard.press("Tab");
    await leadsTo(coordinator.page, /gedaan=gezegd/, () => coordinator.page.keyboard.press("Enter"));
    await look(coordinator.page);

    await signIn(student.page, house, "student");
    await student.page.goto(`${house.address}/vragen`);
    await leadsTo(student.page, /\/dit-doen-we$/, () => student.page.locator("main a[href='/dit-doen-we']").click());
    await student.page.locator(".we-do").getByText(reply).waitFor();
    await look(student.page);
    assert.match((await students[0].visitor.get(`/vragen/${students[0].answer}`)).text, /school-does/, "beside what they said");
    const page = (await students[0].visitor.get(`/vragen/${students[0].answer}`)).text, [, grant] = /\/delen\/(\w{26})\/terug/.exec(page) ?? [];
    assert.equal((await students[0].visitor.post(`/delen/${grant}/terug`)).status, 303);
    await student.page.reload();
    assert.equal(await student.page.locator(".said-and-done").count(), 0, "with one fewer it is gone");
    await look(student.page);
    await coordinator.page.reload();
    await look(coordinator.page);
    assert.deepEqual([...counsellor.complaints, ...coordinator.complaints, ...student.complaints], []);
  } finally {
    await house.close();
  }
});
