// A year's journey on a telephone, over a poor line: of all requests and replies three out of ten are delayed, cut or swallowed. It takes five minutes,
// most of it waiting for what was swallowed; LOOPBAANKAART_LONG=1 makes the year whole, else it has five months. SEED=… chooses other mishaps.
// Run by hand: it passed whole, and stood still another time; docs/plan.md.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openHouse, signIn, visit } from "./house.mjs";
import { openLossyProxy } from "./lossy_proxy.mjs";
import { photo } from "./keeping.mjs";
import { rows, until } from "./typing.mjs";

/** @typedef {import("playwright-core").Page} Page */

const seed = Number(process.env.SEED ?? 4), months = process.env.LOOPBAANKAART_LONG ? 12 : 5;
/** Milliseconds after which a person loads a page again: longer each time. */
function patience() {
  let next = 4000;
  return () => { const now = next; next = Math.min(2 * next, 30_000); return now; };
}

/** @type {import("./house.mjs").House} */
let house;
test.before(async () => { house = await openHouse(); });
test.after(async () => { await house.close(); });

/** A person on a poor line: what does not come is asked again. @param {Page} page @param {string} address */
function traveller(page, address) {
  const whole = async () => (await page.locator("body[data-wie]:not([data-bewaard]) main").count()) === 1;
  /** @param {string} path */
  const go = (path) => {
    const wait = patience();
    return until(async () => {
      await page.goto(address + path, { timeout: wait(), waitUntil: "domcontentloaded" });
      return whole();
    }, path);
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
      }, "signed in");
    },
    /** Fills in a form of a page and sends it, once; whether it goes at once or waits, in the end nothing is left of it here.
     * @param {string} path @param {string} form @param {(form: import("playwright-core").Locator) => Promise<void>} write */
    async send(path, form, write) {
      const one = page.locator(form).first();
      const wait = patience();
      await until(async () => {
        await go(path);
        await page.locator(`${form}[autocomplete=off]`).first().waitFor({ state: "attached", timeout: wait() });  // the scripts are there
        return true;
      }, path);
      await write(one);
      await until(async () => (await rows(page, "drafts")).length === 1, `${path} kept while typing`);
      await one.locator("> .actions .primary").first().click({ noWaitAfter: true });
      await until(async () => {
        if ((await rows(page, "drafts")).length === 0) return true;
        if (!(await whole())) await go("/kaart");
        return false;
      }, `${path} arrived`).catch(async (error) => { throw new Error(`${error.message}: ${JSON.stringify(await rows(page, "drafts"))} at ${page.url()}: ${await page.locator("main").innerText()}`); });
    },
  };
}

test("a year's journey over a line that fails three times out of ten loses nothing and doubles nothing", { timeout: 1_100_000 }, async (t) => {
  const proxy = await openLossyProxy(house.address, { seed, share: 0.3 });
  const { page, context } = await visit(house, { hasTouch: true });
  const { page: other, context: safe } = await visit(house, { javaScriptEnabled: false });
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
    }, "shared");
    await until(async () => {
      if ((await shares()) === 0) return true;
      await me.go(thing);
      await page.locator("#gedeeld form button").first().click();
      await page.waitForURL((url) => url.searchParams.get("gedaan") === "terug", { waitUntil: "commit" });
      return false;
    }, "taken back");

    proxy.mend();
    await other.goto(`${house.address}/rugzak`);
    for (const [at, sentence] of sentences.entries()) {
      const kept = other.locator(".kept > li").filter({ has: other.getByText(sentence, { exact: true }) });
      assert.equal(await kept.count(), 1, sentence);
      assert.equal(await kept.locator(`img[alt="Foto bij maand ${at + 1}"]`).count(), (at + 1) % 3 === 0 ? 1 : 0, sentence);
    }
    await other.goto(`${house.address}/reis?tot=2019`);
    assert.equal(await other.locator(".to-do a").count(), Math.ceil(months / 3));
    assert.deepEqual(await rows(page, "drafts"), []);
    t.diagnostic(`seed ${seed}: ${JSON.stringify(proxy.happened)}`);
  } finally {
    await context.close();
    await safe.close();
    await proxy.close();
  }
});
