// The screens of docs/screens that show the parts of the journey. They are looked at by people: what is on them changes with the season.
import { writeFileSync } from "node:fs";

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

/** A mentor looks at one student of theirs, with a reason. @param {Page} page @param {string} student a name */
async function lookAtStudent(page, student) {
  await page.locator("#veld-wie").selectOption({ label: student });
  await Promise.all([page.waitForURL(/\/student\/\w{26}$/), page.locator("main form button.primary").click()]);
  await page.locator("#veld-reden").fill("We bereiden een gesprek over je keuze voor.");
  await Promise.all([page.waitForURL(/\/kijk\/\w{26}$/), page.locator("main form button.primary").click()]);
}

const atWork = ["breed", "telefoon-nacht-en"];
/** Pages of work: who sees them, what they do there first, and how they look at it.
 * @type {(Part & {by: string, first?: (page: Page, student: string) => Promise<void>, called?: string[]})[]} */
export const figures = [
  { name: "stroom", by: "analyst", at: ["/stroom"] },
  { name: "doorstroom", by: "analyst", at: ["/stroom/doorstroom"] },
  { name: "vooruitkijken", by: "analyst", at: ["/stroom/vooruit?opleiding=Kok&wat=left&minder=5&weg=left"] },
  { name: "wat-kost-het", by: "analyst", at: ["/stroom/kosten"] },
  { name: "gesprek-over-een-cijfer", by: "analyst", at: ["/stroom/verhaal", "main .card a, main .cards a"] },
  { name: "van-tien-studenten", by: "counsellor", at: ["/stroom/oordeel", "main a[href*='/oordeel/groep/']"] },
  { name: "eigen-verwachtingen", by: "counsellor", at: ["/stroom/oordeel/mijn"] },
  { name: "vraag-aan-een-team", by: "analyst", at: ["/stroom/oordeel/vragen/nieuw"] },
  { name: "team-samen", by: "analyst", at: ["/stroom/oordeel", "main a[href*='/oordeel/team/']"] },
  { name: "kaart-van-het-model", by: "analyst", at: ["/stroom/passend/kaart"] },
  { name: "kijken-bij-een-student", by: "counsellor", at: ["/stroom/passend/student"], first: lookAtStudent, called: ["telefoon", "telefoon-nacht-en"] },
  { name: "je-mentor-keek", by: "student", at: ["/"], called: ["telefoon", "telefoon-nacht-en"] },
  { name: "brief-van-het-model", by: "student", at: ["/passend/brief"] },
];

const phone = { width: 390, height: 844 }, wide = { width: 1280, height: 800 };

/** How a part is looked at: by day on a telephone by all, and at night on a wide screen by who has travelled far. */
export const looks = /** @type {{travelled: Travelled, size: typeof phone, light: "light" | "dark", called: string}[]} */ ([
  { travelled: "leeg", size: phone, light: "light", called: "leeg-telefoon" }, { travelled: "jong", size: phone, light: "light", called: "jong-telefoon" },
  { travelled: "rijk", size: phone, light: "light", called: "telefoon" }, { travelled: "rijk", size: wide, light: "dark", called: "breed-nacht" }]);

const looksAtWork = /** @type {{size: typeof phone, light: "light" | "dark", language: string, called: string}[]} */ ([
  { size: wide, light: "light", language: "nl", called: "breed" }, { size: phone, light: "light", language: "nl", called: "telefoon" }, { size: phone, light: "dark", language: "en", called: "telefoon-nacht-en" }]);
/** How a page of work is looked at. @param {{called?: string[]}} figure */
export const looksOf = ({ called = atWork }) => looksAtWork.filter((one) => called.includes(one.called));

/** Whose eyes a part is seen through. @param {Part} part @param {Travelled} travelled */
export const isSeenBy = ({ who = ["leeg", "rijk"] }, travelled) => who.includes(travelled);

/** Goes there, by links of which the address is known in this school only. @param {Page} page @param {string} address @param {string[]} at */
export async function goTo(page, address, [path, ...links]) {
  await page.goto(address + path);
  for (const link of links) await page.goto(address + await page.locator(link).first().getAttribute("href"));
}

/** Keeps it as it is seen once everything has come. @param {Page} page @param {string} name */
export async function keepScreen(page, name) {
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = "eager";
    await Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode().catch(() => {}))]);
  });
  const client = await page.context().newCDPSession(page);
  const { data } = await client.send("Page.captureScreenshot", { format: "webp", quality: 80 });
  await client.detach();
  writeFileSync(`docs/screens/${name}.webp`, Buffer.from(data, "base64"));
}
