// Nothing typed is lost: killed, signed out, offline, in two tabs or on a poor line; and nobody else reads it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { openHouse, signIn, visit } from "./house.mjs";
import { chances, openLossyProxy } from "./lossy_proxy.mjs";
import { makeProfile } from "./own_browser.mjs";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("playwright-core").BrowserContext} Context */

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
/** @type {import("./house.mjs").House} */
let house;
test.before(async () => { house = await openHouse(); });
test.after(async () => { await house.close(); });

const form = "main form[action$='/bewaren']";
const words = (/** @type {Page} */ page) => page.locator(`${form} [name=woorden]`);
const send = (/** @type {Page} */ page) => page.locator(`${form} button.primary`).click();
const keepPage = () => `${house.address}/rugzak/bewaren`;

/** What lies in this browser, without opening it. @param {Page} page @param {string} store @returns {Promise<any[]>} */
const rows = (page, store) => page.evaluate((name) => new Promise((resolve, reject) => {
  const asked = indexedDB.open("loopbaankaart");
  asked.onupgradeneeded = () => asked.transaction?.abort();  // the page has not made it yet
  asked.onerror = () => reject(asked.error);
  asked.onsuccess = () => {
    const all = asked.result.transaction(name).objectStore(name).getAll();
    all.onsuccess = () => {
      asked.result.close();
      resolve(all.result.map(({ id, url, own, who, standing }) => ({ id, url, own, who, standing })));
    };
  };
}), store);

/** Until it is so; asked again and again. @param {() => Promise<boolean>} so @param {string} what */
async function until(so, what) {
  const end = Date.now() + 60_000;
  while (!(await so().catch(() => false))) {
    if (Date.now() > end) throw new Error(`never: ${what}`);
    await new Promise(setImmediate);
  }
}

/** A draft lies on the disk. @param {Page} page @param {number} number */
const drafts = (page, number) => until(async () => (await rows(page, "drafts")).length === number, `${number} drafts`);

/** Says at sign-in that this device is their own. @param {Page} page @param {string} role @param {string} address */
async function signInAtHome(page, role, address = house.address) {
  const { user_name, password } = house.person(role);
  await page.goto(`${address}/inloggen`);
  await page.locator("[name=naam]").fill(user_name);
  await page.locator("[name=wachtwoord]").fill(password);
  await page.locator("[name=eigen]").check();
  await Promise.all([page.waitForURL((url) => url.pathname !== "/inloggen"), page.locator("main form button.primary").click()]);
  await until(async () => (await rows(page, "pages")).some(({ url }) => url === "/rugzak/bewaren") && (await rows(page, "pages")).some(({ url }) => url === "/rugzak"), "own pages kept");
}

/** How often words stand in the backpack, seen by another browser. @param {string} text */
async function kept(text) {
  const { page, context } = await visit(house, { javaScriptEnabled: false });
  await signIn(page, house, "student");
  await page.goto(`${house.address}/rugzak`);
  const number = await page.locator("main").getByText(text).count();
  await context.close();
  return number;
}

/** @param {Page} page @param {string} where */
async function examine(page, where) {
  await page.evaluate((source) => (0, eval)(source), axe);
  const violations = await page.evaluate(async () => (await /** @type {any} */ (window).axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }))
    .violations.map((/** @type {any} */ one) => `${one.id}: ${one.nodes[0].html}`));
  assert.deepEqual(violations, [], where);
}

test("a browser killed in the middle of a sentence loses two seconds of typing at most, twenty times", { timeout: 400_000 }, async (t) => {
  const profile = makeProfile(), chance = chances(2026);
  let worst = 0;
  /** @type {{at: number, sign: string}[]} what was typed before the last kill, and when */
  let typed = [];
  let killed = 0;
  try {
    for (let round = 0; round <= 20; ++round) {
      const browser = await profile.open();
      await signIn(browser.page, house, "student");
      await browser.page.goto(keepPage());
      if (round > 0) {
        await browser.page.locator(".draft-line").waitFor();
        const restored = await words(browser.page).inputValue();
        const all = typed.map(({ sign }) => sign).join("");
        assert.ok(all.startsWith(restored), `${restored} is not what was typed`);
        const lost = restored.length < all.length ? killed - typed[restored.length].at : 0;
        worst = Math.max(worst, lost);
        assert.ok(lost <= 2000, `${lost} ms of typing lost`);
        await browser.page.locator(".draft-line button").first().click();
        assert.equal(await words(browser.page).inputValue(), "");
        await drafts(browser.page, 0);
      }
      typed = [];
      const length = 90 + Math.floor(chance() * 60);
      await words(browser.page).focus();
      for (let at = 0; at < length; ++at) {
        const sign = at % 6 === 5 ? " " : String.fromCharCode(97 + Math.floor(chance() * 26));
        await browser.page.keyboard.type(sign, { delay: 20 });
        typed.push({ at: Date.now(), sign });
      }
      killed = Date.now();
      await browser.kill();
    }
    t.diagnostic(`20 kills; at worst ${worst} ms of typing lost`);
  } finally {
    profile.remove();
  }
});

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
  assert.equal(await kept("De oven was warmer dan ik dacht, veel warmer"), 1);

  await page.goto(keepPage());
  await words(page).pressSequentially("En toen ging de deur open");
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
  await words(first).pressSequentially("In de eerste tab");
  await drafts(first, 1);
  await words(second).pressSequentially("In de tweede tab");
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
  assert.equal(await kept("In de tweede tab"), 1);
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
    await words(before.page).pressSequentially(canary);
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
    await during.context.setOffline(true);
    await during.page.goto(keepPage());
    await during.page.locator("body[data-bewaard]").waitFor();
    assert.equal(await during.page.locator("form").count(), 0);
    await during.kill();
    assert.deepEqual(profile.filesWith(canary), []);
    t.diagnostic("not their own: 0 files with the words");
  } finally {
    profile.remove();
  }
});

test("on their own phone drafts and own pages open offline, until they sign out or somebody else comes", async (t) => {
  const profile = makeProfile(), canary = "kanariepiet in de haven";
  try {
    const at_home = await profile.open();
    await signInAtHome(at_home.page, "student");
    await at_home.page.goto(`${house.address}/kaart/haven`);
    await at_home.page.goto(keepPage());
    await words(at_home.page).pressSequentially(canary);
    await drafts(at_home.page, 1);
    await at_home.kill();
    t.diagnostic(`their own: ${profile.filesWith(canary).length} files with the words; the key lies beside them, so who opens the device can read them`);

    const away = await profile.open();
    await away.context.setOffline(true);
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
    await away.context.setOffline(false);
    await away.context.clearCookies({ name: "__Host-sessie" });
    await signIn(away.page, house, "counsellor");
    await until(async () => (await rows(away.page, "pages")).length + (await rows(away.page, "keeper")).length === 0, "emptied");
    await away.page.goto(keepPage());
    assert.equal(await words(away.page).inputValue(), "");
    assert.equal(await away.page.locator(".draft-line").count(), 0);
    await away.context.setOffline(true);
    for (const path of ["/rugzak", "/kaart", "/kaart/haven"]) {
      await away.page.goto(house.address + path);
      assert.equal(await away.page.locator("body").getAttribute("data-bewaard"), "");
    }
    await away.kill();
  } finally {
    profile.remove();
  }
});

test("signing out on one's own phone leaves nothing that opens", async () => {
  const { page, context } = await visit(house);
  await signInAtHome(page, "student");
  await page.locator(".account summary").click();
  await Promise.all([page.waitForURL((url) => url.pathname === "/kaart"), page.locator("form[action='/uitloggen'] button").click()]);
  await until(async () => (await rows(page, "pages")).length + (await rows(page, "keeper")).length === 0, "emptied");
  await context.setOffline(true);
  await page.goto(`${house.address}/rugzak`);
  assert.equal(await page.locator("body").getAttribute("data-bewaard"), "");
  await context.close();
});

test("what is sent offline waits, is shown, and goes by itself: one thing", async () => {
  const { page, context } = await visit(house);
  await signInAtHome(page, "student");
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
  assert.equal(await kept("Zonder verbinding op het water"), 1);
  assert.equal(await kept("Nog iets zonder verbinding"), 1);
  await context.close();
});

test("what the server refuses later is shown to who wrote it", async () => {
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

test("sent while the server is away, it arrives when the server is back, once", async () => {
  const { page, context } = await visit(house);
  await signIn(page, house, "student");
  await page.goto(keepPage());
  await words(page).pressSequentially("De server sliep even");
  await drafts(page, 1);
  await house.stop();
  await send(page);
  await page.locator("#wacht li").waitFor();
  await house.start();
  await drafts(page, 0);
  assert.equal(await kept("De server sliep even"), 1);
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

test("a year's journey over a line that fails three times out of ten loses nothing and doubles nothing", { timeout: 500_000 }, async (t) => {
  const proxy = await openLossyProxy(house.address, { seed: 4, share: 0.3 });
  const { page, context } = await visit(house);
  page.setDefaultTimeout(6000);
  const go = (/** @type {string} */ path) => until(async () => {
    await page.goto(proxy.address + path, { timeout: 6000 });
    return (await page.locator("body[data-wie]:not([data-bewaard])").count()) === 1;
  }, path);
  try {
    const { user_name, password } = house.person("student");
    await until(async () => {
      await page.goto(`${proxy.address}/inloggen`, { timeout: 6000 });
      if (new URL(page.url()).pathname !== "/inloggen") return true;
      await page.locator("[name=naam]").fill(user_name);
      await page.locator("[name=wachtwoord]").fill(password);
      await page.locator("main form button.primary").first().click();
      await page.waitForURL((url) => url.pathname !== "/inloggen", { timeout: 6000 });
      return true;
    }, "signed in");
    const places = ["haven", "wensboom", "stad", "bergen"], sentences = [];
    for (let month = 1; month <= 12; ++month) {
      const sentence = `Maand ${month} van mijn jaar onderweg`;
      sentences.push(sentence);
      await go(`/kaart/${places[month % places.length]}/bewaren`);
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
      await words(page).fill(sentence);
      await drafts(page, 1);
      await send(page).catch(() => {});
      await until(async () => {
        if ((await rows(page, "drafts")).length === 0) return true;
        if (await page.locator("#wacht, .draft-line").count() === 0) await page.goto(`${proxy.address}/rugzak`, { timeout: 6000 });
        return false;
      }, sentence);
    }
    proxy.mend();
    for (const sentence of sentences) assert.equal(await kept(sentence), 1, sentence);
    t.diagnostic(JSON.stringify(proxy.happened));
  } finally {
    await context.close();
    await proxy.close();
  }
});
