// The screens of docs/screens that show the parts of the journey, and holding a screen beside the one that is kept there.
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {"leeg" | "jong" | "rijk"} Travelled */
/** `at`: the page, and the links that lead on from it; `who`: whose it is seen as (all but the one who has not travelled see nothing else there). @typedef {{name: string, at: string[], who?: Travelled[]}} Part */

/** @type {Part[]} */
export const parts = [
  { name: "thuis", at: ["/"], who: ["leeg", "jong", "rijk"] },
  { name: "inzichten", at: ["/inzichten"] },
  { name: "inzicht", at: ["/inzichten", "main a[href^='/inzichten/']"], who: ["rijk"] },
  { name: "inzicht-naast", at: ["/inzichten", "main a[href^='/inzichten/']", "main a[href$='/naast']"], who: ["rijk"] },
  { name: "verhaal-over-mij", at: ["/verhaal-over-mij"] },
  { name: "kompas", at: ["/kompas"] },
  { name: "peiling", at: ["/kompas", "main a[href^='/peilingen/']"], who: ["rijk"] },
  { name: "reisgezelschap", at: ["/gezelschap"] },
  { name: "plek-bij-het-vuur", at: ["/gezelschap/plek"], who: ["rijk"] },
  { name: "iemand-meevragen", at: ["/gezelschap/meenemen"], who: ["rijk"] },
  { name: "mee", at: ["/mee"], who: ["leeg"] },
  { name: "wensen", at: ["/wensen"] },
  { name: "wens", at: ["/wensen", "main a[href^='/wensen/']:not([href*=nieuw])"], who: ["rijk"] },
  { name: "reisblog", at: ["/blog"] },
  { name: "reisverhalen", at: ["/verhalen"] },
  { name: "reisverhaal-werkbank", at: ["/verhalen", "main a[href^='/verhalen/']:not([href*=nieuw])"], who: ["rijk"] },
  { name: "paspoort", at: ["/paspoort"] },
  { name: "stempel", at: ["/paspoort/stempel"], who: ["rijk"] },
  { name: "talenten", at: ["/talenten"] },
  { name: "talenten-hangen", at: ["/talenten/hangen"] },
  { name: "cv", at: ["/cv", "main a[href^='/cv/']:not([href*=nieuw])"], who: ["rijk"] },
  { name: "twee-vragen", at: ["/vragen"] },
  { name: "dit-doen-we", at: ["/dit-doen-we"], who: ["leeg"] },
  { name: "verteld", at: ["/verteld"], who: ["leeg"] },
  { name: "meenemen", at: ["/meenemen"], who: ["leeg"] },
  { name: "meebrengen", at: ["/meebrengen"], who: ["leeg"] },
  { name: "reis", at: ["/reis"], who: ["leeg", "jong", "rijk"] },
  { name: "rugzak", at: ["/rugzak"], who: ["leeg", "jong", "rijk"] },
];

const phone = { width: 390, height: 844 }, wide = { width: 1280, height: 800 };

/** How a part is looked at: by day on a telephone by all, and at night on a wide screen by who has travelled far. */
export const looks = /** @type {{travelled: Travelled, size: typeof phone, light: "light" | "dark", called: string}[]} */ ([
  { travelled: "leeg", size: phone, light: "light", called: "leeg-telefoon" }, { travelled: "jong", size: phone, light: "light", called: "jong-telefoon" },
  { travelled: "rijk", size: phone, light: "light", called: "telefoon" }, { travelled: "rijk", size: wide, light: "dark", called: "breed-nacht" }]);

/** Whose eyes a part is seen through. @param {Part} part @param {Travelled} travelled */
export const isSeenBy = ({ who = ["leeg", "rijk"] }, travelled) => who.includes(travelled);

/** Goes there, by links of which the address is known in this school only. @param {Page} page @param {string} address @param {string[]} at */
export async function goTo(page, address, [path, ...links]) {
  await page.goto(address + path);
  for (const link of links) await page.goto(address + await page.locator(link).first().getAttribute("href"));
}

/** What another day brings: it would look otherwise tomorrow. */
const ofToday = ".then, .last-year, .today:has(.asking) { display: none }";

/** As it is seen once everything has come. @param {Page} page @param {Travelled} travelled */
async function seen(page, travelled) {
  if (travelled === "rijk") await page.addStyleTag({ content: ofToday });
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = "eager";
    await Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode().catch(() => {}))]);
  });
  const client = await page.context().newCDPSession(page);
  const { data } = await client.send("Page.captureScreenshot", { format: "webp", quality: 80 });
  return data;
}

/** How many of a thousand points differ, each held beside the same point; half as fine, so that how a letter's edge is smoothed says nothing.
 * @param {Page} page @param {string} one @param {string} other WebP in base64 */
const differing = (page, one, other) => page.evaluate(async ([...both]) => {
  const shade = 24;  // of 255, in one of its colours: so much another shade the eye sees
  const points = await Promise.all(both.map(async (data) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/webp;base64,${data}`)).blob());
    const width = picture.width >> 1, height = picture.height >> 1, paper = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
    if (!paper) throw new Error("nothing to draw on");
    paper.imageSmoothingQuality = "high";
    paper.drawImage(picture, 0, 0, width, height);
    return paper.getImageData(0, 0, width, height).data;
  }));
  if (points[0].length !== points[1].length) return 1000;
  let count = 0;
  for (let at = 0; at < points[0].length; at += 4)
    if ([0, 1, 2].some((colour) => Math.abs(points[0][at + colour] - points[1][at + colour]) > shade)) ++count;
  return 4000 * count / points[0].length;
}, [one, other]);

const most = 6;  // of a thousand points: a line of words that moved by its own height is more

/** Holds it beside the one that is kept, or keeps it. @param {Page} plain where pictures are compared @param {Page} page @param {string} name @param {Travelled} travelled @returns {Promise<string[]>} what is wrong */
export async function beside(plain, page, name, travelled) {
  const file = `docs/screens/${name}.webp`, screen = await seen(page, travelled);
  if (process.env.LOOPBAANKAART_SCREENS !== undefined) writeFileSync(file, Buffer.from(screen, "base64"));
  if (!existsSync(file)) return [`${file} is not there`];
  const many = await differing(plain, screen, readFileSync(file).toString("base64"));
  return many > most ? [`${file}: ${many.toFixed(1)} of a thousand points are otherwise`] : [];
}

/** A line of words moved by its own height is noticed. @param {Page} plain @param {Page} page */
export async function noticesWhatMoved(plain, page) {
  const before = await seen(page, "leeg");
  await page.addStyleTag({ content: "main h1 { translate: 0 1lh }" });
  assert.ok(await differing(plain, before, await seen(page, "leeg")) > most);
}
