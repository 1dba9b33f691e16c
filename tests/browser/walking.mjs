// What the tests of the journey's parts share: going on to another page, and looking whether what is there can be read by everybody.
import { readFileSync } from "node:fs";

/** @typedef {import("playwright-core").Page} Page */

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

/** What axe finds on this page, with its address. @param {Page} page @returns {Promise<string[]>} */
export async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => /** @type {any} */ (globalThis).axe.run(document));
  return found.violations.map((/** @type {{id: string, nodes: {html: string}[]}} */ one) => `${page.url()}: ${one.id} ${one.nodes[0]?.html}`);
}

/** Does it, and is there: at a page that came by doing it, also when the address is that of the page before. @param {Page} page @param {RegExp} address @param {() => Promise<unknown>} doing */
export async function leadsTo(page, address, doing) {
  await Promise.all([page.waitForEvent("framenavigated", (frame) => frame === page.mainFrame() && address.test(frame.url())), doing()]);
  await page.waitForLoadState();
}
