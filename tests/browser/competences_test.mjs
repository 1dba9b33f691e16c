// A student hangs what fits them in a drawing, by the name of a spot, with a finger and with the arrow keys; another drawing keeps it where it is, and the page
// without script shows the same as with it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openHouse, signIn, visit } from "./house.mjs";
import { leadsTo, violations } from "./walking.mjs";

/** @typedef {import("playwright-core").Page} Page */

const send = (/** @type {Page} */ page) => leadsTo(page, /\/talenten\?gedaan/, () => page.locator("main form .actions .primary").click());

/** Hangs a word there. @param {Page} page @param {string} house @param {string} word @param {string} [spot] */
async function hang(page, house, word, spot) {
  await page.goto(`${house}/talenten/hangen?eigen=ja`);
  await page.locator("#veld-woord").fill(word);
  if (spot) await page.locator("#veld-plek").selectOption(spot);
  await send(page);
}

/** Where everything hangs and how large it is, as it is seen. @param {Page} page */
const scraps = (page) => page.locator(".talents .hung").evaluateAll((all) => all.map((one) => {
  const drawing = one.closest(".hanging")?.getBoundingClientRect() ?? new DOMRect(), paper = one.querySelector(".paper"), box = one.getBoundingClientRect();
  return { place: one.getAttribute("transform"), size: `${paper?.getAttribute("width")} ${paper?.getAttribute("height")}`,
    across: Math.round(1000 * (box.x + box.width / 2 - drawing.x) / drawing.width / 10), down: Math.round(1000 * (box.y + box.height / 2 - drawing.y) / drawing.height / 10) };
}));

/** What hangs there by these words. @param {Page} page @param {string} word */
const called = (page, word) => page.locator(".hung", { has: page.locator("title", { hasText: new RegExp(`^${word}`) }) });

for (const script of [true, false])
  test(`from a bare tree to what fits, ${script ? "with" : "without"} script`, async () => {
    const house = await openHouse();
    try {
      const { page, complaints } = await visit(house, { javaScriptEnabled: script });
      /** @type {string[]} */
      const wrong = [];
      const look = async () => {
        if (!script) return;
        wrong.push(...await violations(page));
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(over <= 0, `${page.url()} sticks out ${over} px`);
      };
      await signIn(page, house, "student");
      await page.goto(`${house.address}/rugzak`);
      await leadsTo(page, /\/talenten$/, () => page.locator(".pockets a[href='/talenten']").click());
      assert.equal(await page.locator(".hung").count(), 0);
      await look();

      await leadsTo(page, /\/hangen$/, () => page.locator("a[href='/talenten/hangen']").click());
      await look();
      await leadsTo(page, /ding=\w{26}/, () => page.locator(".hangable a").first().click());
      await look();
      const thing = new URL(page.url()).searchParams.get("ding");
      await page.locator("#veld-plek").selectOption("schommel");
      await page.locator("#veld-hoe").fill("Zo zou ik het vertellen.");
      await page.locator("input[name=toont][value=capaciteiten]").check();
      await send(page);
      await page.getByText("Zo zou ik het vertellen.").waitFor();
      assert.equal(await page.locator(`.hung[data-hangt='${thing}']`).getAttribute("transform"), "translate(781 938)");
      await look();

      await page.goto(`${house.address}/talenten/hangen?eigen=ja`);
      await page.locator("#veld-hoe").fill("Dit stond er al.");
      await page.locator("#veld-woord").fill("   ");
      await page.locator("main form .primary").click();
      await page.locator("#veld-woord-fout").waitFor();
      assert.equal(await page.locator("#veld-hoe").inputValue(), "Dit stond er al.");
      await look();
      await page.locator("#veld-woord").fill("Geduld");
      await send(page);
      const before = await scraps(page);
      assert.equal(before.length, 2);
      assert.equal(new Set(before.map(({ size }) => size)).size, 1, "all are equally large");

      await page.goto(`${house.address}/talenten/tekening`);
      await look();
      await page.locator("input[name=tekening][value=house]").check({ force: true });
      await send(page);
      assert.match(String(await page.locator(".talents .landmark img").getAttribute("src")), /huis/);
      assert.deepEqual(await scraps(page), before, "everything stays where it was");

      await page.goto(`${house.address}/talenten/hart`);
      await look();
      await page.locator("#veld-hart").fill("Dat mensen zich gezien voelen.");
      await page.locator("main details summary").click();
      await page.locator(`input[name=ding][value='${thing}']`).check({ force: true });
      await look();
      await send(page);
      await page.getByText("Dat mensen zich gezien voelen.").first().waitFor();
      await look();

      await leadsTo(page, /\/hangt\/\w{26}$/, () => page.locator(".said a").last().click());
      await look();
      await leadsTo(page, /\/talenten\?gedaan/, () => page.locator("main form button[value=weg]").click());
      assert.equal(await page.locator(".hung").count(), 1);

      await page.goto(`${house.address}/rugzak/${thing}`);
      await leadsTo(page, /prullenbak|\/rugzak/, () => page.locator("main form[action$='/weg'] button").click());
      await page.goto(`${house.address}/talenten`);
      assert.equal(await page.locator(".hung").count(), 0, "what is thrown away hangs there no more");
      await page.getByText("Zo zou ik het vertellen.").waitFor();
      await look();
      assert.deepEqual(wrong, []);
      assert.deepEqual(complaints, []);
    } finally {
      await house.close();
    }
  });

test("what is dragged or moved with the keys hangs there, on a page without script too", async () => {
  const house = await openHouse();
  try {
    const { page, context, complaints } = await visit(house, { hasTouch: true });
    await signIn(page, house, "student");
    await hang(page, house.address, "Geduld", "top");
    await hang(page, house.address, "Rust", "schommel");
    const first = page.locator(".hung").first(), frame = page.locator(".hanging");
    await frame.scrollIntoViewIfNeeded();
    const from = await first.boundingBox(), box = await frame.boundingBox();
    assert.ok(from && box);
    assert.equal(await page.locator(".moved").isVisible(), false, "nothing was moved yet");
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.5, { steps: 6 });
    await page.mouse.up();
    assert.match(page.url(), /\/talenten\?/, "a drag is no click");
    await page.locator(".moved").waitFor();

    const other = called(page, "Rust"), place = await other.getAttribute("transform");
    await other.focus();
    for (const key of ["ArrowLeft", "ArrowLeft", "Shift+ArrowUp"]) await page.keyboard.press(key);
    assert.equal(place, "translate(781 938)");
    assert.equal(await other.getAttribute("transform"), "translate(761 876)");
    assert.notEqual(await page.locator(".moved-to").innerText(), "", "it is said where it hangs");
    const dragged = await scraps(page);
    await Promise.all([page.waitForResponse((one) => one.request().method() === "POST" && one.url().endsWith("/talenten")), page.locator(".moved .primary").click()]);
    await page.locator(".moved").waitFor({ state: "hidden" });
    const kept = await scraps(page);
    assert.deepEqual(new Set(kept.map(({ place: at }) => at)), new Set(dragged.map(({ place: at }) => at)));
    const [moved] = kept;
    assert.ok(Math.abs(moved.across - 30) <= 2 && Math.abs(moved.down - 50) <= 2, `it hangs at ${moved.across}, ${moved.down}`);

    const plain = await (await house.browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 }, storageState: await context.storageState() })).newPage();
    await plain.goto(`${house.address}/talenten`);
    assert.deepEqual(await scraps(plain), kept);

    await leadsTo(page, /\/hangt\//, () => called(page, "Rust").press("Enter"));
    await page.locator("#veld-plek").selectOption("gras");
    assert.equal(await page.locator("[data-hangt]").getAttribute("transform"), "translate(883 1100)", "it is seen there at once");
    await send(page);
    assert.equal(await called(page, "Rust").getAttribute("transform"), "translate(883 1100)");
    assert.deepEqual(complaints, []);
  } finally {
    await house.close();
  }
});
