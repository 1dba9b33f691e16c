// Getting in and staying safe: by keyboard only, in both languages, with nothing typed lost when the session ended.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openHouse, signIn, visit } from "./house.mjs";

/** @type {import("./house.mjs").House} */
let house;
test.before(async () => { house = await openHouse(); });
test.after(async () => { await house.close(); });

test("every role gets in with the printed password and out again", async () => {
  for (const role of ["student", "companion", "counsellor", "desk", "teamleader", "coordinator", "analyst", "administrator"]) {
    const { page, context } = await visit(house);
    await signIn(page, house, role);
    await page.goto(`${house.address}/mij`);
    assert.ok((await page.content()).includes(house.person(role).user_name), role);
    await page.locator(".account summary").click();
    await page.locator("form[action='/uitloggen'] button").first().click();
    await page.goto(`${house.address}/mij`);
    assert.equal(new URL(page.url()).pathname, "/inloggen", role);
    await context.close();
  }
});

test("only the administrator reaches the people pages; for others they are absent", async () => {
  for (const role of ["student", "counsellor", "teamleader", "coordinator"]) {
    const { page, context } = await visit(house);
    await signIn(page, house, role);
    assert.equal((await page.goto(`${house.address}/beheer/mensen`))?.status(), 404, role);
    await context.close();
  }
  const { page } = await visit(house);
  await signIn(page, house, "administrator");
  assert.equal((await page.goto(`${house.address}/beheer/mensen`))?.status(), 200);
});

test("an administrator invites somebody, who sets a password and walks in", async () => {
  const { page } = await visit(house);
  await signIn(page, house, "administrator");
  await page.goto(`${house.address}/beheer/mensen/nieuw`);
  await page.locator("main [name=naam]").fill("Tirza van Oord");
  await page.locator("main form button").last().click();
  const link = /\/welkom\/[\w-]{43}/.exec(await page.content())?.[0];
  assert.ok(link, "the link is shown once");

  const guest = await visit(house);
  await guest.page.goto(house.address + link);
  for (const field of await guest.page.locator("main input[type=password]").all()) await field.fill("blauwe fiets in de wind");
  await guest.page.locator("main form button").last().click();
  await guest.page.goto(`${house.address}/rugzak`);
  assert.equal(new URL(guest.page.url()).pathname, "/rugzak");
  const again = await (await visit(house)).page.goto(house.address + link);
  assert.notEqual(again?.status(), 200, "the link works once");
});

test("by keyboard alone: sign in, be somewhere, keep words", async () => {
  const { page } = await visit(house);
  const { user_name, password } = house.person("student");
  /** Tabs until what is focused fits. @param {string} selector */
  const tabTo = async (selector) => {
    for (let step = 0; step < 120; step++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) {
        const outline = await page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.activeElement)).outlineStyle);
        assert.notEqual(outline, "none", `focus is visible on ${selector}`);
        return;
      }
    }
    assert.fail(`${selector} is not reached by Tab`);
  };
  await page.goto(`${house.address}/inloggen?naar=/kaart/mirador`);
  await tabTo("[name=naam]");
  await page.keyboard.type(user_name);
  await tabTo("[name=wachtwoord]");
  await page.keyboard.type(password);
  await Promise.all([page.waitForURL((url) => url.pathname === "/kaart/mirador"), page.keyboard.press("Enter")]);
  await tabTo("details.keep > summary");
  await page.keyboard.press("Enter");
  await tabTo("form[action='/kaart/mirador/bewaren'] textarea");
  await page.keyboard.type("Zonder muis gekomen.");
  await tabTo("form[action='/kaart/mirador/bewaren'] > .actions .primary");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.searchParams.get("gedaan") === "bewaard");
  await page.getByText("Zonder muis gekomen.").first().waitFor();
  assert.equal(await page.getByText("Zonder muis gekomen.").count(), 1);
});

test("what was typed survives the end of the session", async () => {
  for (const script of [true, false]) {
    const { page, context } = await visit(house, { javaScriptEnabled: script });
    await signIn(page, house, "student");
    await page.goto(`${house.address}/kaart/herberg`);
    const typed = `Een gesprek in de trein <${script}> "dat" ik niet vergeet & meer`;
    await page.locator("details.keep > summary").click();
    await page.locator("form[action='/kaart/herberg/bewaren'] textarea").fill(typed);
    await context.clearCookies();
    await page.locator("form[action='/kaart/herberg/bewaren'] > .actions .primary").click();
    await page.locator("[name=naam]").fill(house.person("student").user_name);
    await page.locator("[name=wachtwoord]").fill(house.person("student").password);
    await page.locator("main form:has([name=wachtwoord]) button").last().click();
    await page.locator("main form[action='/kaart/herberg/bewaren']").waitFor();
    assert.ok((await page.content()).includes("ik niet vergeet"), "the words are shown again");
    await Promise.all([page.waitForURL((url) => url.searchParams.get("gedaan") === "bewaard"), page.locator("main form[action='/kaart/herberg/bewaren'] button").last().click()]);
    await page.goto(`${house.address}/rugzak`);
    assert.equal(await page.getByText(typed).count(), 1);
    await context.close();
  }
});

test("the language is chosen once and remembered", async () => {
  const { page } = await visit(house);
  await page.goto(`${house.address}/kaart`);
  assert.equal(await page.locator("html").getAttribute("lang"), "nl");
  await page.locator("form[action='/taal'] [value=en]").first().click();
  await page.waitForFunction(() => document.documentElement.lang === "en");
  await page.goto(`${house.address}/kaart/wensboom`);
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
});
