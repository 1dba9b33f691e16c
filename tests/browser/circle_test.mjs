// A student draws who sits around the fire, by name, with a finger and with the arrow keys; keeps what is expected to themselves, and tells of it in a booklet.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openHouse, signIn, visit } from "./house.mjs";
import { leadsTo, violations } from "./walking.mjs";

/** @typedef {import("playwright-core").Page} Page */

const expected = "Dat ik elke week bel";

const send = (/** @type {Page} */ page) => leadsTo(page, /\/gezelschap\?gedaan/, () => page.locator("main form .actions .primary").click());

/** Draws somebody in. @param {Page} page @param {string} house @param {string} name @param {{near?: string, side?: string}} [where] */
async function draw(page, house, name, { near = "midden", side } = {}) {
  await page.goto(`${house}/gezelschap/plek`);
  await page.locator("#veld-naam").fill(name);
  await page.locator(`input[name=nabij][value=${near}]`).check();
  if (side) await page.locator("#veld-kant").selectOption(side);
  await send(page);
}

/** Who sits there by this name. @param {Page} page @param {string} name */
const called = (page, name) => page.locator(".seat", { has: page.locator("title", { hasText: new RegExp(`^${name}`) }) });

/** Where everybody is drawn. @param {Page} page */
const places = (page) => page.locator(".fire-circle .seat").evaluateAll((all) => all.map((one) => one.getAttribute("transform")));

for (const script of [true, false])
  test(`from a fire alone to a circle that is told, ${script ? "with" : "without"} script`, async () => {
    const house = await openHouse();
    try {
      const { page, complaints } = await visit(house, { javaScriptEnabled: script });
      /** @type {string[]} */
      const wrong = [];
      const look = async () => {
        if (!script) return;
        wrong.push(...await violations(page));
        for (const width of [320, 390]) {
          await page.setViewportSize({ width, height: 844 });
          const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          assert.ok(over <= 0, `${page.url()} sticks out ${over} px at ${width}`);
        }
      };
      await signIn(page, house, "student");
      await page.goto(`${house.address}/kaart/reisgezelschap`);
      await leadsTo(page, /\/gezelschap$/, () => page.locator(".pockets a[href='/gezelschap']").click());
      assert.equal(await page.locator(".seat").count(), 0);
      await look();

      await leadsTo(page, /\/plek$/, () => page.locator("a[href='/gezelschap/plek']").click());
      await look();
      await page.locator("main details.more-fields summary").click();
      await page.locator("#veld-verwacht").fill(expected);
      await page.locator("#veld-naam").fill("   ");
      await page.locator("main form .actions .primary").click();
      await page.locator("#veld-naam-fout").waitFor();
      assert.equal(await page.locator("#veld-verwacht").inputValue(), expected, "what was typed stays");
      await look();
      await page.locator("#veld-naam").fill("Oma Riet");
      await page.locator("input[name=hoofd][value=knot]").check({ force: true });
      await page.locator("input[name=nabij][value=dichtbij]").check();
      await page.locator("#veld-kant").selectOption("2");
      await page.locator("#veld-helpt-luisteren").check();
      await page.locator("#veld-klikt").check();
      await send(page);
      assert.equal(await called(page, "Oma Riet").count(), 1);
      assert.deepEqual(await places(page), ["translate(705 520)"]);
      assert.equal(await page.getByText(expected).count(), 0, "what is expected stands on its own page alone");
      await look();

      await leadsTo(page, /leeg=ja/, () => page.locator("a[href='/gezelschap/plek?leeg=ja']").click());
      await look();
      await send(page);
      assert.equal(await page.locator(".seats > li").count(), 2, "an empty seat needs no name");
      await look();

      await leadsTo(page, /\/gezelschap\/\w{26}$/, () => page.locator(".seats a").first().click());
      assert.equal(await page.locator("#veld-verwacht").inputValue(), expected);
      await look();
      await page.locator("#veld-naam").fill("Oma");
      await send(page);
      assert.equal(await called(page, "Oma").count(), 1);

      await leadsTo(page, /\/vertel$/, () => page.locator("main a[href='/gezelschap/vertel']").click());
      await look();
      await page.locator("#veld-titel").fill("Wie er om mij heen zit");
      await leadsTo(page, /\/verteld\/\w{26}/, () => page.locator("main form .actions .primary").click());
      await page.locator(".told .taped img").first().waitFor();
      await page.getByText("Wie er om mij heen zit").first().waitFor();
      assert.equal(await page.locator(".told").getByText("Oma").count(), 1);
      assert.equal(await page.getByText(expected).count(), 0);
      await look();

      await page.goto(`${house.address}/gezelschap`);
      await page.locator(".seats a").last().click();
      await leadsTo(page, /\/gezelschap\?gedaan/, () => page.locator("main form[action$='/weg'] button").click());
      assert.equal(await page.locator(".seats > li").count(), 1);
      assert.deepEqual(wrong, []);
      assert.deepEqual(complaints, []);
    } finally {
      await house.close();
    }
  });

test("who is dragged or moved with the keys sits there, on a page without script too", async () => {
  const house = await openHouse();
  try {
    const { page, context, complaints } = await visit(house, { hasTouch: true });
    await signIn(page, house, "student");
    await draw(page, house.address, "Riet", { near: "dichtbij", side: "0" });
    await draw(page, house.address, "Jan", { near: "ver", side: "4" });
    const frame = page.locator(".fire-circle"), riet = called(page, "Riet");
    await frame.scrollIntoViewIfNeeded();
    const from = await riet.boundingBox(), box = await frame.boundingBox();
    assert.ok(from && box);
    assert.equal(await page.locator(".moved").isVisible(), false, "nobody was moved yet");
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.9, box.y + box.height * 0.49, { steps: 6 });
    await page.mouse.up();
    assert.match(page.url(), /\/gezelschap\?/, "a drag is no click");
    await page.locator(".moved").waitFor();
    assert.notEqual(await page.locator(".moved-to").innerText(), "", "it is said where they sit");

    const jan = called(page, "Jan");
    await jan.focus();
    for (const key of ["ArrowUp", "Shift+ArrowRight", "Shift+ArrowRight"]) await page.keyboard.press(key);
    assert.equal(await jan.getAttribute("transform"), "translate(182 520)");
    const moved = await places(page);
    await Promise.all([page.waitForResponse((one) => one.request().method() === "POST" && one.url().endsWith("/gezelschap")), page.locator(".moved .primary").click()]);
    await page.locator(".moved").waitFor({ state: "hidden" });
    const kept = await places(page);
    assert.deepEqual(new Set(kept), new Set(moved));

    const plain = await (await house.browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 }, storageState: await context.storageState() })).newPage();
    await plain.goto(`${house.address}/gezelschap`);
    assert.deepEqual(await places(plain), kept);
    assert.equal(await plain.locator(".moving-hint").isVisible(), false);

    await leadsTo(page, /\/gezelschap\/\w{26}/, () => called(page, "Jan").press("Enter"));
    await page.locator("input[name=nabij][value=dichtbij]").check();
    await page.locator("#veld-kant").selectOption("2");
    assert.equal(await page.locator("[data-plek]").getAttribute("transform"), "translate(705 520)", "they are seen there at once");
    await send(page);
    assert.equal(await called(page, "Jan").getAttribute("transform"), "translate(705 520)");
    assert.deepEqual(complaints, []);
  } finally {
    await house.close();
  }
});

test("forty stay apart on a phone, and each can be touched", async () => {
  const house = await openHouse();
  try {
    const { page } = await visit(house);
    await signIn(page, house, "student");
    const rings = ["dichtbij", "midden", "ver"];
    for (const at of Array(40).keys()) await draw(page, house.address, `Iemand Nummer${at}`, { near: rings[at % 3] });
    assert.equal(await page.locator("a[href='/gezelschap/plek']").count(), 0, "the circle is full");
    const boxes = await page.locator(".seat .room").evaluateAll((all) => all.map((each) => {
      const { left, top, width } = each.getBoundingClientRect();
      return { x: left + width / 2, y: top + width / 2, width };
    }));
    assert.equal(boxes.length, 40);
    assert.equal(new Set(boxes.map(({ width }) => Math.round(width))).size, 1, "nobody is larger");
    assert.ok(boxes[0].width >= 24, `${boxes[0].width} px`);
    for (const [at, one] of boxes.entries())
      for (const two of boxes.slice(at + 1)) assert.ok(Math.hypot(one.x - two.x, one.y - two.y) > one.width * 0.6, "they sit behind each other");
  } finally {
    await house.close();
  }
});
