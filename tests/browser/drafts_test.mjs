// Nothing typed is lost: signed out, offline, in two tabs; and nobody else reads it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openHouse, signIn, visit } from "./house.mjs";
import { makeProfile } from "./own_browser.mjs";
import { drafts, examine, kept, rows, send, signInAtHome, until, words } from "./typing.mjs";

/** @type {import("./house.mjs").House} */
let house;
test.before(async () => { house = await openHouse(); });
test.after(async () => { await house.close(); });

const keepPage = () => `${house.address}/rugzak/bewaren`;

test("a session that ends in the middle of a form costs nothing", async () => {
  const { page, context, complaints } = await visit(house);
  await signIn(page, house, "student");
  await page.goto(keepPage());
  await words(page).pressSequentially("De oven was warmer dan ik dacht");
  await context.clearCookies({ name: "__Host-sessie" });
  await words(page).pressSequentially(", veel warmer");
  await send(page);
  await page.locator("[name=wachtwoord]").waitFor();
  const { user_name, password } = house.person("student");
  await page.locator("[name=naam]").fill(user_name);
  await page.locator("[name=wachtwoord]").fill(password);
  await page.locator("main form button.primary").first().click();
  await page.locator("blockquote.typed").waitFor();
  await page.locator("main form button.primary").click();
  await page.waitForURL((url) => url.pathname === "/rugzak");
  await drafts(page, 0);
  assert.equal(await kept(house, "De oven was warmer dan ik dacht, veel warmer"), 1);

  await page.goto(keepPage());
  await words(page).fill("En toen ging de deur open");
  await drafts(page, 1);
  await context.clearCookies({ name: "__Host-sessie" });
  await signIn(page, house, "student");
  await page.goto(keepPage());
  await page.locator(".draft-line").waitFor();
  assert.equal(await words(page).inputValue(), "En toen ging de deur open");
  await send(page);
  await page.waitForURL((url) => url.pathname === "/rugzak");
  await drafts(page, 0);
  await page.goto(keepPage());
  assert.equal(await words(page).inputValue(), "");
  assert.deepEqual(complaints, []);
  await context.close();
});

test("two tabs with the same form: both texts stay, the newer is shown and the other offered", async () => {
  const { page: first, context } = await visit(house);
  await signIn(first, house, "student");
  await first.goto(keepPage());
  const second = await context.newPage();
  await second.goto(keepPage());
  await words(first).fill("In de eerste tab");
  await drafts(first, 1);
  await words(second).fill("In de tweede tab");
  await drafts(first, 2);
  await second.reload();  // the first tab's text is on its own screen
  await second.locator(".draft-line").waitFor();
  assert.equal(await words(second).inputValue(), "In de tweede tab");
  await second.close();
  await first.close();

  const later = await context.newPage();
  await later.goto(keepPage());
  await later.locator(".draft-line p + p").waitFor();
  assert.equal(await words(later).inputValue(), "In de tweede tab");
  await later.locator(".draft-line p + p button").click();
  assert.equal(await words(later).inputValue(), "In de eerste tab");
  await later.locator(".draft-line p + p button").click();
  assert.equal(await words(later).inputValue(), "In de tweede tab");
  await send(later);
  await later.waitForURL((url) => url.pathname === "/rugzak");
  assert.equal(await kept(house, "In de tweede tab"), 1);
  await later.goto(keepPage());
  await later.locator(".draft-line").waitFor();
  assert.equal(await words(later).inputValue(), "In de eerste tab");
  await later.locator(".draft-line button").click();
  await drafts(later, 0);
  await later.locator(".draft-line button").click();  // and brought back
  assert.equal(await words(later).inputValue(), "In de eerste tab");
  await drafts(later, 1);
  await context.close();
});

test("on a device that is not their own nothing lies readable and nothing opens offline", async (t) => {
  const profile = makeProfile(), canary = "kanarievogeltje in de bakkerij";
  try {
    const before = await profile.open();
    await signIn(before.page, house, "student");
    await before.page.goto(keepPage());
    await words(before.page).fill(canary);
    await drafts(before.page, 1);
    await before.kill();
    assert.deepEqual(profile.filesWith(canary), []);
    const during = await profile.open();
    await signIn(during.page, house, "student");
    await during.page.goto(keepPage());
    await during.page.locator(".draft-line").waitFor();
    assert.equal(await words(during.page).inputValue(), canary);
    await during.page.locator(".account summary").click();
    await Promise.all([during.page.waitForURL((url) => url.pathname === "/kaart"), during.page.locator("form[action='/uitloggen'] button").click()]);
    assert.deepEqual(await rows(during.page, "keeper"), []);
    assert.deepEqual(await rows(during.page, "pages"), []);
    assert.equal((await rows(during.page, "drafts")).length, 1);
    await during.page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
    await house.stop();  // no line at all: a browser told to be offline forgets to tell its worker
    await during.page.goto(keepPage());
    await during.page.locator("body[data-bewaard]").waitFor();
    assert.equal(await during.page.locator("form").count(), 0);
    await house.start();
    await during.kill();
    assert.deepEqual(profile.filesWith(canary), []);
    t.diagnostic("not their own: 0 files with the words");
  } finally {
    await profile.remove();
  }
});

test("on their own phone drafts and own pages open offline, until they sign out or somebody else comes", async (t) => {
  const profile = makeProfile(), canary = "kanariepiet in de haven";
  try {
    const at_home = await profile.open();
    await signInAtHome(at_home.page, house, "student");
    await at_home.page.goto(`${house.address}/kaart/haven`);
    await at_home.page.goto(keepPage());
    await words(at_home.page).fill(canary);
    await drafts(at_home.page, 1);
    await at_home.kill();
    t.diagnostic(`their own: ${profile.filesWith(canary).length} files with the words; the key lies beside them, so who opens the device can read them`);

    await house.stop();
    const away = await profile.open();
    await away.page.goto(keepPage());
    await away.page.locator(".draft-line").waitFor();
    assert.equal(await words(away.page).inputValue(), canary);
    for (const path of ["/rugzak", "/kaart", "/kaart/haven"]) {
      await away.page.goto(house.address + path);
      assert.ok(Number(await away.page.locator("body").getAttribute("data-bewaard")) > 0, path);
    }
    assert.ok(await away.page.evaluate(() => [...document.images].every((picture) => picture.complete && picture.naturalWidth > 0)));
    await away.page.goto(`${house.address}/beheer/mensen`);
    assert.equal(await away.page.locator("body").getAttribute("data-bewaard"), "");

    // Somebody else signs in, without the first having left.
    await house.start();
    await away.context.clearCookies({ name: "__Host-sessie" });
    await signIn(away.page, house, "counsellor");
    await until(async () => (await rows(away.page, "pages")).length + (await rows(away.page, "keeper")).length === 0, "emptied");
    await away.page.goto(keepPage());
    assert.equal(await words(away.page).inputValue(), "");
    assert.equal(await away.page.locator(".draft-line").count(), 0);
    await house.stop();
    for (const path of ["/rugzak", "/kaart", "/kaart/haven"]) {
      await away.page.goto(house.address + path);
      assert.equal(await away.page.locator("body").getAttribute("data-bewaard"), "");
    }
    await away.kill();
    await house.start();
  } finally {
    await profile.remove();
  }
});

test("signing out on one's own phone leaves nothing that opens", async () => {
  const { page, context } = await visit(house);
  await signInAtHome(page, house, "student");
  await page.locator(".account summary").click();
  await Promise.all([page.waitForURL((url) => url.pathname === "/kaart"), page.locator("form[action='/uitloggen'] button").click()]);
  await until(async () => (await rows(page, "pages")).length + (await rows(page, "keeper")).length === 0, "emptied");
  await house.stop();
  await page.goto(`${house.address}/rugzak`);
  assert.equal(await page.locator("body").getAttribute("data-bewaard"), "");
  await house.start();
  await context.close();
});

test("what is sent offline waits, is shown, and goes by itself: one thing", async () => {
  const { page, context } = await visit(house);
  await signInAtHome(page, house, "student");
  await page.goto(keepPage());
  await context.setOffline(true);
  await words(page).fill("Zonder verbinding op het water");
  await send(page);
  await page.locator("#wacht li").waitFor();
  assert.equal(await words(page).inputValue(), "");
  await examine(page, "waiting");
  await page.goto(keepPage());  // out of the store
  await page.locator("#wacht li").waitFor();
  await words(page).fill("Nog iets zonder verbinding");
  await send(page);
  await until(async () => (await page.locator("#wacht li").count()) === 2, "two wait");
  await context.setOffline(false);
  await drafts(page, 0);
  assert.equal(await kept(house, "Zonder verbinding op het water"), 1);
  assert.equal(await kept(house, "Nog iets zonder verbinding"), 1);
  await context.close();
});

test("what the server refuses later is shown to who wrote it, and when it is mended nothing stays behind", async () => {
  const { page, context } = await visit(house);
  await signIn(page, house, "student");
  await page.goto(`${house.address}/kaart/bergen/was-hier`);
  await page.locator("#veld-wanneer").pressSequentially("31 februari 2019");
  await drafts(page, 1);
  await context.setOffline(true);
  await page.keyboard.press("Enter");
  await page.locator("#wacht li").waitFor();
  await context.setOffline(false);
  await page.locator("#wacht li button").click();
  await page.locator("#veld-wanneer[aria-invalid=true]").waitFor();
  assert.equal(await page.locator("#veld-wanneer").inputValue(), "31 februari 2019");
  await page.locator("#veld-wanneer").fill("zomer 2019");
  await page.keyboard.press("Enter");
  await page.locator("form[action^='/reis/']").waitFor();
  await drafts(page, 0);
  await context.close();
});

test("what was refused is kept as long as it is not mended", async () => {
  const { page, context } = await visit(house);
  await signIn(page, house, "student");
  await page.goto(`${house.address}/kaart/haven/was-hier`);
  await page.locator("#veld-wanneer").fill("31 februari 2018");
  await page.keyboard.press("Enter");
  await page.locator("#veld-wanneer[aria-invalid=true]").waitFor();
  await drafts(page, 1);
  const { bytes: before } = (await rows(page, "drafts"))[0], later = `31 februari 2017, ${"denk ik, ".repeat(40)}`;
  await page.locator("#veld-wanneer").fill(later);
  await until(async () => (await rows(page, "drafts"))[0].bytes > before + later.length / 2, "kept with all of that in it");  // sealed: told by its length
  await page.goto(`${house.address}/kaart/haven/was-hier`);
  await page.locator(".draft-line").waitFor();
  assert.equal(await page.locator("#veld-wanneer").inputValue(), later);
  await page.locator(".draft-line button").click();
  await drafts(page, 0);
  await context.close();
});

test("a draft that comes late is offered, and not written under somebody's hands", async () => {
  const { page, context } = await visit(house, { serviceWorkers: "block" });
  await signIn(page, house, "student");
  await page.goto(keepPage());
  await words(page).fill("Van gisteren");
  await drafts(page, 1);
  /** @type {() => void} */
  let go = () => {};
  const held = new Promise((/** @type {(value?: unknown) => void} */ done) => { go = done; });
  await page.route("**/mij/concepten-sleutel", async (route) => { await held; await route.continue(); });
  await page.goto(keepPage());
  await words(page).focus();
  go();
  await page.locator(".draft-line").waitFor();
  await page.keyboard.type("Van vandaag");
  assert.equal(await words(page).inputValue(), "Van vandaag");
  await drafts(page, 2);
  await page.locator(".draft-line button").click();
  assert.equal(await words(page).inputValue(), "Van gisteren");
  await context.close();
});

test("sent while the server is away, it arrives when the server is back, once", async () => {
  const { page, context } = await visit(house);
  await signIn(page, house, "student");
  await page.goto(keepPage());
  await words(page).fill("De server sliep even");
  await drafts(page, 1);
  await house.stop();
  await send(page);
  await page.locator("#wacht li").waitFor();
  assert.equal(await words(page).inputValue(), "");
  await house.start();
  await drafts(page, 0);
  assert.equal(await kept(house, "De server sliep even"), 1);
  await context.close();
});

test("the offline page, by day and by night", async () => {
  for (const colorScheme of /** @type {const} */ (["light", "dark"]))
    for (const language of ["nl", "en"]) {
      const { page, context } = await visit(house, { colorScheme, bypassCSP: true });
      await context.addCookies([{ name: "taal", value: language, url: house.address }]);
      await page.goto(`${house.address}/offline`);
      assert.equal(await page.locator("html").getAttribute("lang"), language);
      await examine(page, `/offline ${colorScheme} ${language}`);
      await context.close();
    }
});
