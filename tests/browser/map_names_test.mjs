// The names on the map: what a screen reader hears of them, and that they stand clear of each other however large they are set.
import assert from "node:assert/strict";
import { test } from "node:test";
import { launch, openHouse, signIn, visit } from "./house.mjs";
import { languages } from "./pages.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** @type {import("./house.mjs").House} */
let house;
test.before(async () => { house = await openHouse(); });
test.after(async () => { await house.close(); });

/** Everything that is heard on this page, in order, with the address of a link. @param {Page} page */
async function heard(page) {
  const client = await page.context().newCDPSession(page);
  await client.send("DOM.enable");
  await client.send("Accessibility.enable");
  const { nodes } = await client.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  /** @type {{role: string, name: string, address: string, current: string}[]} */
  const found = [];
  const walk = async (/** @type {typeof nodes[number] | undefined} */ node) => {
    if (!node) return;
    const role = String(node.role?.value ?? "");
    if (!node.ignored && ["heading", "link", "image", "navigation", "region"].includes(role)) {
      const { node: { attributes = [] } } = await client.send("DOM.describeNode", { backendNodeId: node.backendDOMNodeId });
      const attribute = (/** @type {string} */ name) => attributes.includes(name) ? attributes[attributes.indexOf(name) + 1] : "";
      found.push({ role, name: String(node.name?.value ?? "").replace(/\s+/g, " ").trim(), address: attribute("href"), current: attribute("aria-current") });
    }
    for (const child of node.childIds ?? []) await walk(byId.get(child));
  };
  await walk(nodes[0]);
  return found;
}

const place = (/** @type {string} */ address) => /^\/kaart\/([a-z-]+)/.exec(address)?.[1] ?? "";

/** The headings and the places under them. @param {Awaited<ReturnType<typeof heard>>} all @returns {string[]} */
const outline = (all) => all.filter((one) => one.role === "heading" || place(one.address) !== "").map((one) => one.role === "heading" ? one.name : place(one.address));

for (const language of languages)
  test(`who listens meets the same places, in the same order, as in the list, ${language}`, async () => {
    const { page, context } = await visit(house);
    await signIn(page, house, "student");
    await context.addCookies([{ name: "taal", value: language, url: house.address }]);
    for (const query of ["", "&soort=belemmering"]) {
      await page.goto(`${house.address}/kaart?weergave=lijst${query}`);
      const list = await heard(page);
      /** What the list says of a place, by place: where somebody is or was, and whether it is of the kind that was asked. @type {Record<string, string[]>} */
      const states = Object.fromEntries(await page.locator(".place > a").evaluateAll((links) => links.map((one) =>
        [new URL(/** @type {HTMLAnchorElement} */ (one).href).pathname.slice(7), [...one.querySelectorAll(".state, .spoken")].map((state) => state.textContent ?? "")])));
      await page.goto(`${house.address}/kaart?${query}`);
      const map = await heard(page);
      assert.deepEqual(map.filter((one) => one.role === "image"), [], "the picture is not heard");
      assert.deepEqual(outline(map).slice(1), outline(list).slice(1), "the same under the same headings");
      const names = /** @type {Record<string, string>} */ (Object.fromEntries(await page.locator(".spot > a").evaluateAll((links) => links.map((one) =>
        [one.parentElement?.id.slice(5), /** @type {HTMLElement} */ (one.querySelector(".name")).innerText.replace(/\s+/g, " ").trim()]))));
      const said = map.filter((one) => place(one.address) !== "");
      assert.equal(said.length, Object.keys(states).length);
      for (const one of said) {
        const id = place(one.address);
        assert.equal(one.name, [names[id], ...states[id]].join(" "), "its name, and then what the list says of it");
      }
    }
    await context.close();
  });

test("what is open is said, and the panel carries its name", async () => {
  const { page, context } = await visit(house);
  await page.goto(`${house.address}/kaart/haven`);
  const map = await heard(page);
  const title = await page.locator(".panel h1").innerText();
  assert.deepEqual(map.filter((one) => one.current === "true" && one.address.includes("#")).map((one) => place(one.address)), ["haven"]);
  assert.equal(map.filter((one) => one.role === "region" && one.name === title).length, 1);
  assert.equal(map.filter((one) => one.role === "heading" && one.name === title).length, 1);
  await context.close();
});

const spacing = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }";  // WCAG 1.4.12

/** The lines of each name on the sheet, in its own units. @param {Page} page */
const lines = (page) => page.locator(".spot > a .name").evaluateAll((names) => names.flatMap((name) => {
  const sheet = /** @type {Element} */ (name.closest(".sheet")).getBoundingClientRect();
  const unit = sheet.width / 1000;
  const letters = parseFloat(getComputedStyle(name).fontSize);
  const range = document.createRange();
  range.selectNodeContents(name);
  const id = /** @type {Element} */ (name.closest(".spot")).id;
  const box = name.getBoundingClientRect();
  const at = { x: (box.left + box.width / 2 - sheet.left) / unit, y: (box.top - sheet.top) / unit, size: letters / unit };
  return [...range.getClientRects()].filter((line) => line.width > 1).map((line) => {
    const middle = line.top + line.height / 2;  // the letters themselves: of the line's height what ink takes
    return { id, at, left: (line.left - sheet.left) / unit, right: (line.right - sheet.left) / unit, top: (middle - letters * 0.42 - sheet.top) / unit, low: (middle + letters * 0.42 - sheet.top) / unit };
  });
}));

const usual = new Map();
for (const size of [16, 21, 32])
  for (const language of languages)
    for (const set of ["", spacing])
      test(`names stand in their places, clear of each other, with letters of ${size} px, ${language}${set ? ", spaced" : ""}`, async () => {
        const browser = await launch(size);
        try {
          const { page, context } = await visit({ ...house, browser }, { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1, bypassCSP: true });
          await context.addCookies([{ name: "taal", value: language, url: house.address }]);
          for (const zoom of [2, 3]) {
            await page.goto(`${house.address}/kaart?zoom=${zoom}`);
            if (set) await page.addStyleTag({ content: set });
            await page.evaluate(() => document.fonts.ready);
            const all = await lines(page);
            const collisions = all.flatMap((one, place) => all.slice(place + 1).filter((other) => one.left < other.right && other.left < one.right && one.top < other.low && other.top < one.low)
              .map((other) => `${one.id} and ${other.id}`));
            assert.deepEqual([...new Set(collisions)], [], `zoom ${zoom}`);
            assert.deepEqual(all.filter((one) => one.left < 0 || one.right > 1000).map((one) => one.id), [], "none leaves the sheet");
            for (const { id, at } of all) {
              const first = usual.get(id + language) ?? at;
              usual.set(id + language, first);
              assert.ok(Math.abs(at.x - first.x) < 0.5 && Math.abs(at.y - first.y) < 0.5 && Math.abs(at.size - first.size) < 0.1, `${id} moved: ${JSON.stringify([first, at])}`);
            }
          }
        } finally {
          await browser.close();
        }
      });
