// What the tests of drafts share: the form one writes in, and what lies in the browser.
import { readFileSync } from "node:fs";
import assert from "node:assert/strict";
import { signIn, visit } from "./house.mjs";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("./house.mjs").House} House */

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const form = "main form[action$='/bewaren']";
export const words = (/** @type {Page} */ page) => page.locator(`${form} [name=woorden]`);
export const send = (/** @type {Page} */ page) => page.locator(`${form} > .actions .primary`).click();
/** What lies in this browser, without opening it. @param {Page} page @param {string} store @returns {Promise<any[]>} */
export const rows = (page, store) => page.evaluate((name) => new Promise((resolve, reject) => {
  const asked = indexedDB.open("loopbaankaart");
  asked.onupgradeneeded = () => asked.transaction?.abort();  // the page has not made it yet
  asked.onerror = () => reject(asked.error);
  asked.onsuccess = () => {
    const all = asked.result.transaction(name).objectStore(name).getAll();
    all.onsuccess = () => {
      asked.result.close();
      resolve(all.result.map(({ id, url, own, who, at, standing, data }) => ({ id, url, own, who, at, standing, bytes: data?.byteLength })));
    };
  };
}), store);

/** Until it is so; asked again and again. Nothing is waited for longer: a browser answers no question while it goes to another page.
 * @param {() => Promise<boolean>} so @param {string} what @param {number} [most] milliseconds */
export async function until(so, what, most = 60_000) {
  let over = false, last = "";
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const never = new Promise((_, reject) => {
    timer = setTimeout(() => {
      over = true;
      reject(new Error(`never: ${what}${last && ` (${last})`}`));
    }, most);
  });
  const asked = async () => {
    while (!over && !(await so().catch((error) => void (last = error.message.split("\n")[0])))) await new Promise(setImmediate);
  };
  await Promise.race([asked(), never]).finally(() => clearTimeout(timer));
}

/** A draft lies on the disk. @param {Page} page @param {number} number */
export const drafts = (page, number) => until(async () => (await rows(page, "drafts")).length === number, `${number} drafts`);

/** Says at sign-in that this device is their own. @param {Page} page @param {House} house @param {string} role */
export async function signInAtHome(page, house, role) {
  const { user_name, password } = house.person(role);
  await page.goto(`${house.address}/inloggen`);
  await page.locator("[name=naam]").fill(user_name);
  await page.locator("[name=wachtwoord]").fill(password);
  await page.locator("[name=eigen]").check();
  await Promise.all([page.waitForURL((url) => url.pathname !== "/inloggen"), page.locator("main form button.primary").click()]);
  await until(async () => (await rows(page, "pages")).some(({ url }) => url === "/rugzak/bewaren") && (await rows(page, "pages")).some(({ url }) => url === "/rugzak"), "own pages kept");
}

/** How often words stand in the backpack, seen by another browser. @param {House} house @param {string} text */
export async function kept(house, text) {
  const { page, context } = await visit(house, { javaScriptEnabled: false });
  await signIn(page, house, "student");
  await page.goto(`${house.address}/rugzak`);
  const number = await page.locator("main").getByText(text).count();
  await context.close();
  return number;
}

/** @param {Page} page @param {string} where */
export async function examine(page, where) {
  await page.evaluate((source) => (0, eval)(source), axe);
  const violations = await page.evaluate(async () => (await /** @type {any} */ (window).axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }))
    .violations.map((/** @type {any} */ one) => `${one.id}: ${one.nodes[0].html}`));
  assert.deepEqual(violations, [], where);
}

