import { openHouse, signIn, visit } from "./house.mjs";
const house = await openHouse();
const shots = async (role, paths, dark, lang, vp, tag) => {
  const { page, context } = await visit(house, { viewport: vp, colorScheme: dark ? "dark" : "light", locale: lang === "en" ? "en-GB" : "nl-NL" });
  await signIn(page, house, role);
  for (const [name, path] of paths) {
    const url = typeof path === "function" ? await path(page) : house.address + path;
    if (url) await page.goto(url);
    console.log(name, page.url(), await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth));
    await page.screenshot({ path: `/tmp/shots-persons/${tag}-${name}.png`, fullPage: true });
  }
  await context.close();
};
const mentor = [["kies", "/stroom/passend/student"], ["student", async (page) => { await page.goto(house.address + "/stroom/passend/student"); const v = await page.locator("select[name=wie] option").nth(2).getAttribute("value"); return house.address + "/stroom/passend/student/" + v; }],
 ["kijk", async (page) => { if (await page.locator("[name=reden]").count() === 0) return null; await page.locator("[name=reden]").fill("Gesprek"); await page.locator("main form button.primary").click(); await page.waitForURL(/kijk/); return null; }]];
const student = [["mij", "/mij"], ["passend", "/passend"], ["brief", "/passend/brief"]];
const coordinator = [["stroom", "/stroom/passend"], ["kaart", "/stroom/passend/kaart"], ["bezwaar", async (page) => { await page.goto(house.address + "/stroom/passend"); return house.address + await page.locator("a[href*=bezwaar]").getAttribute("href"); }]];
try {
  for (const [dark, lang, vp, tag] of [[false, "nl", { width: 390, height: 844 }, "day390"], [true, "en", { width: 1280, height: 800 }, "night1280"]]) {
    await shots("counsellor", mentor, dark, lang, vp, tag);
    await shots("student", student, dark, lang, vp, tag);
    await shots("coordinator", coordinator, dark, lang, vp, tag);
  }
} finally { await house.close(); }
