// A year's journey on a telephone, over a poor line: of all requests and replies three out of ten are delayed, cut or swallowed. LOOPBAANKAART_LONG=1 makes
// the year whole, else it has three months. SEED=… chooses other mishaps.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openHouse, signIn, visit } from "./house.mjs";
import { openLossyProxy } from "./lossy_proxy.mjs";
import { photo } from "./keeping.mjs";
import { rows, until } from "./typing.mjs";

/** @typedef {import("playwright-core").Page} Page */

const seed = Number(process.env.SEED ?? 4), months = process.env.LOOPBAANKAART_LONG ? 12 : 3;
/** Milliseconds in which a person gets to what they want, however poor the line. */
const most = 150_000;
/** Milliseconds after which a person loads a page again: longer each time. */
function patience() {
  let next = 4000;
  return () => { const now = next; next = Math.min(1.5 * next, 30_000); return now; };
}

/** @type {import("./house.mjs").House} */
let house;
test.before(async () => { house = await openHouse(); });
test.after(async () => { await house.close(); });

/** What a page answers; one that is on its way to another answers nothing. @template T @param {Promise<T>} asked @returns {Promise<T>} */
const soon = (asked) => Promise.race([asked, new Promise((/** @type {(none: never) => void} */ _, reject) => { setTimeout(reject, 8000, new Error("the page says nothing")).unref(); })]);

/** A person on a poor line: what does not come is asked again. @param {Page} page @param {string} address */
function traveller(page, address) {
  const whole = page.locator("body[data-wie]:not([data-bewaard]) main");
  /** @param {string} path */
  const go = (path) => {
    const wait = patience();
    return until(async () => {
      // Whether it came in time, or the page that was there came back by itself meanwhile: what counts is what stands there now.
      const timeout = wait();
      await page.goto(address + path, { timeout, waitUntil: "commit" }).catch(() => {});
      await whole.waitFor({ timeout });
      return new URL(page.url()).pathname === path;
    }, path, most);
  };
  return {
    go,
    async signIn() {
      const { user_name, password } = house.person("student"), wait = patience();
      await until(async () => {
        page.setDefaultTimeout(wait());
        await page.goto(`${address}/kaart`, { waitUntil: "domcontentloaded" });
        if ((await page.locator("body[data-wie]").count()) === 1) return true;
        await page.goto(`${address}/inloggen`, { waitUntil: "domcontentloaded" });
        await page.locator("[name=naam]").fill(user_name);
        await page.locator("[name=wachtwoord]").fill(password);
        await page.locator("main form button.primary").first().click();
        await page.waitForURL((url) => url.pathname !== "/inloggen", { waitUntil: "commit" });
        return false;
      }, "signed in", most);
    },
    /** Fills in a form of a page and sends it, once; whether it goes at once or waits, in the end nothing is left of it here.
     * @param {string} path @param {string} form @param {(form: import("playwright-core").Locator) => Promise<void>} write */
    async send(path, form, write) {
      const one = page.locator(form).first();
      const wait = patience();
      await until(async () => {
        await go(path);
        // The scripts are there: that which keeps what is typed, and that which offers photos, each with the files it wants.
        await page.locator(`${form}[autocomplete=off]:not(:has(.media:not([data-begonnen])))`).first().waitFor({ state: "attached", timeout: wait() });
        return true;
      }, `${path} with its scripts`, most);
      await write(one);
      await until(async () => (await soon(rows(page, "drafts"))).length === 1, `${path} kept while typing`, most);
      await one.locator("> .actions .primary").first().click({ noWaitAfter: true });
      await until(async () => {
        const left = await whole.waitFor({ timeout: 8000 }).then(() => soon(rows(page, "drafts"))).catch(() => null);
        if (!left) await go("/kaart");
        return left?.length === 0;
      }, `${path} arrived`, most);
    },
  };
}

test("a year's journey over a line that fails three times out of ten loses nothing and doubles nothing", { timeout: 1_500_000 }, async (t) => {
  const proxy = await openLossyProxy(house.address, { seed, share: 0.3 });
  const { page } = await visit(house, { hasTouch: true });
  const { page: other } = await visit(house, { javaScriptEnabled: false });
  const places = ["haven", "wensboom", "stad", "bergen"], sentences = [];
  try {
    const makers = await visit(house);
    const picture = await photo(makers.page, 300, 200);
    await makers.context.close();
    const me = traveller(page, proxy.address);
    await me.signIn();
    for (let month = 1; month <= months; ++month) {
      const place = places[month % places.length], sentence = `Maand ${month} van mijn jaar onderweg`;
      sentences.push(sentence);
      await me.send(`/kaart/${place}/bewaren`, `main form[action='/kaart/${place}/bewaren']`, async (form) => {
        await form.locator("[name=woorden]").fill(sentence);
        if (month % 3 > 0) return;
        await form.locator(".media[data-begonnen] input[name=foto]").setInputFiles([picture]);
        await form.locator(".part input").fill(`Foto bij maand ${month}`);
      });
      if (month % 3 === 1) await me.send(`/kaart/${place}/was-hier`, `form[action='/kaart/${place}/was-hier']:has([name=wanneer][type=text])`, (form) => form.locator("[name=wanneer]").fill(`12-${String(month).padStart(2, "0")}-2019`));
    }

    // One thing is shared, and taken back.
    await signIn(other, house, "student");
    await other.goto(`${house.address}/rugzak`);
    const thing = await other.locator(".kept > li", { hasText: sentences[1] }).locator("a").first().getAttribute("href") ?? "";
    const counsellor = house.person("counsellor").name;
    const shares = async () => {
      await other.goto(house.address + thing);
      return other.locator("#gedeeld form button").count();
    };
    const waits = patience();
    await until(async () => {
      if ((await shares()) === 1) return true;
      page.setDefaultTimeout(waits());
      await me.go(`${thing}/deel`);
      await page.getByLabel(counsellor).check();
      await page.locator("main form > .actions button.primary").click();
      await page.waitForURL((url) => url.pathname === thing, { waitUntil: "commit" });
      return false;
    }, "shared", most);
    await until(async () => {
      if ((await shares()) === 0) return true;
      await me.go(thing);
      await page.locator("#gedeeld form button").first().click();
      await page.waitForURL((url) => url.searchParams.get("gedaan") === "terug", { waitUntil: "commit" });
      return false;
    }, "taken back", most);

    proxy.mend();
    await other.goto(`${house.address}/rugzak`);
    for (const [at, sentence] of sentences.entries()) {
      const kept = other.locator(".kept > li").filter({ has: other.getByText(sentence, { exact: true }) });
      assert.equal(await kept.count(), 1, sentence);
      assert.equal(await kept.locator(`img[alt="Foto bij maand ${at + 1}"]`).count(), (at + 1) % 3 === 0 ? 1 : 0, sentence);
    }
    await other.goto(`${house.address}/reis?tot=2019`);
    assert.equal(await other.locator(".to-do a").count(), Math.ceil(months / 3));
    // What may not have arrived goes again until it did, also what was taken back since: that stays taken back.
    await me.go("/kaart");
    await until(async () => (await soon(rows(page, "drafts"))).length === 0, "all of it arrived");
    assert.equal(await shares(), 0);
    t.diagnostic(`seed ${seed}: ${JSON.stringify(proxy.happened)}`);
  } finally {
    await proxy.close();  // the windows close with the browser: one that is on its way to another page never says that it closed
  }
});
