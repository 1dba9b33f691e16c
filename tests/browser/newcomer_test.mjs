// Somebody who was never here begins at `/` and goes by the names they see, and by nothing else: with each part they make one thing. How many taps and fields
// that takes is printed, and may not grow. The names come from the words of the product, so another wording breaks nothing here.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { openHouse, signIn, visit } from "./house.mjs";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("playwright-core").Locator} Locator */

/** In which words files a name is looked for. */
const modules = ["journey", "atlas", "access", "web"];

/** The Dutch words of a module or a part of it, by name. @param {string} folder */
function wordsIn(folder) {
  const text = readFileSync(`src/${folder}/words/nl.po`, "utf8");
  return new Map([...text.matchAll(/^msgid "(\w+)"\nmsgstr "((?:[^"\\]|\\.)*)"$/gm)].map(([, id, said]) => [id, said.replaceAll('\\"', '"')]));
}

class Newcomer {
  steps = 0;
  /** @type {{part: string, steps: number}[]} */
  made = [];
  /** @param {Page} page */
  constructor(page) { this.page = page; }

  /** @param {string} name PART/id, or MODULE//id */
  said(name) {
    const [part, id] = name.split("/");
    const folder = modules.includes(part) ? part : `journey/${part}`, words = wordsIn(folder).get(id);
    assert.ok(words, `no word ${name}`);
    return words;
  }

  /** What can be pressed and is called that, with or without its soft hyphens; the first of them. @param {string} words how it begins @returns {Locator} */
  called(words) {
    const name = new RegExp(`^\\s*${words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll("\u00ad", "\u00ad?")}`), { page } = this;
    return page.getByRole("link", { name }).or(page.getByRole("button", { name })).or(page.locator("summary, label").filter({ hasText: name })).filter({ visible: true }).first();
  }

  /** Where it stands, whatever lies over it: over the words of a tick lies the tick. What leads on is followed until the next page is there.
   * @param {Locator} one */
  async tap(one) {
    const tag = await one.evaluate(({ tagName }) => tagName), leads = tag === "A" || tag === "BUTTON";
    await Promise.all([leads ? this.page.waitForEvent("domcontentloaded") : null, one.click({ force: tag === "LABEL" })]);
  }

  /** @param {string[]} names one after the other */
  async press(...names) {
    for (const name of names) await this.step(this.said(name), () => this.tap(this.called(this.said(name))));
  }

  /** One tap or one field; who stands before a closed door says which doors there are. @param {string} what @param {() => Promise<unknown>} doing */
  async step(what, doing) {
    this.steps += 1;
    const at = this.page.url();
    try {
      await doing();
    } catch (error) {
      throw new Error(`at ${at}, ${what}: there is ${(await this.names()).join(" | ")}`, { cause: error });
    }
  }

  /** Something of their own, by how it begins. @param {string} words */
  pressWords = (words) => this.step(words, () => this.tap(this.called(words)));

  /** @param {string} field the words above it @param {string} text */
  write = (field, text) => this.step(this.said(field), () => this.page.getByLabel(this.said(field)).filter({ visible: true }).first().fill(text));

  /** The first of what can be picked: a picture or words with a tick on it. */
  pickOne = () => this.step("a tick", async () => {
    const ticks = this.page.locator("main form :is(input[type=checkbox], input[type=radio])");
    await ticks.first().waitFor({ state: "attached" });
    const ids = await ticks.evaluateAll((all) => all.map(({ id }) => id));
    await this.tap(this.page.locator(ids.map((id) => `label[for="${id}"]`).join()).filter({ visible: true }).first());
  });

  names = () => this.page.locator("a, button, summary, label").evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => /** @type {HTMLElement} */ (one).innerText?.trim().replace(/\s+/g, " ").slice(0, 40)));

  /** @param {string} part @param {() => Promise<void>} doing */
  async makes(part, doing) {
    const before = this.steps;
    await doing();
    this.made.push({ part, steps: this.steps - before });
  }
}

const most = 85;

test(`a newcomer makes one of everything in at most ${most} steps`, async (context) => {
  const house = await openHouse();
  try {
    const { page } = await visit(house);
    page.setDefaultTimeout(20_000);
    await signIn(page, house, "student");
    await page.goto(`${house.address}/`);
    const one = new Newcomer(page);
    await one.makes("something kept", async () => {
      await one.press("journey/backpack", "journey/keep_something");
      await one.write("journey/what_to_keep", "Ik hielp een klant die boos binnenkwam");
      await one.press("journey/keep");
    });
    await one.makes("an insight", async () => {
      await one.pressWords("Ik hielp een klant");
      await one.press("insight/what_did_it_mean");
      await one.write("insight/what_happened_exactly", "Hij riep, ik bleef zitten, en toen lachte hij");
      await one.press("journey/keep", "insight/give_it_a_word");
      await one.write("insight/own_word", "Kalmte");
      await one.press("journey/keep");
    });
    await one.makes("the story about oneself", async () => {
      await one.press("insight/to_the_insights", "insight/self_story", "insight/put_in", "insight/tell_it", "insight/tell_it");
    });
    await one.makes("a bearing", async () => {
      await one.press("journey/backpack", "compass/compass");
      await one.write("compass/what_matters", "Rust");
      await one.press("compass/put_on_rim", "compass/to_the_compass");
      await one.pressWords("Rust");
      await one.press("journey/keep");
    });
    await one.makes("a wish", async () => {
      await one.press("journey/backpack", "wishes/wishes", "wishes/hang_a_wish");
      await one.write("wishes/what_do_you_wish", "Zelf naar Noorwegen zeilen");
      await one.press("wishes/hang_it");
    });
    await one.makes("a post in the blog", async () => {
      await one.press("journey/backpack", "blog/blog", "blog/write_post");
      await one.pickOne();
      await one.press("blog/put_it_in");
    });
    await one.makes("a story", async () => {
      await one.press("blog/to_the_blog", "blog/make_story_of_it", "story/begin_story");
      await one.pickOne();
      await one.press("story/to_the_workbench", "story/as_it_will_be", "story/tell_it_now");
    });
    await one.makes("something in the drawing of talents", async () => {
      await one.press("journey/backpack", "competences/talents", "competences/hang_something", "competences/a_word_of_mine");
      await one.write("competences/own_word_that_fits", "Luisteren");
      await one.pickOne();
      await one.press("competences/hang_there");
    });
    await one.makes("somebody at the fire", async () => {
      await one.press("journey/backpack", "circle/circle_name", "circle/seat_new");
      await one.write("circle/seat_who", "Riet van de kas");
      await one.press("circle/seat_draw");
    });
    await one.makes("somebody who travels along", async () => {
      await one.press("journey/backpack", "circle/circle_name", "company/invite_somebody");
      await one.pickOne();
      await one.press("company/companion_mentor");
      await one.write("company/which_part", "Mijn stage in de kas");
      await one.press("company/ask_along");
    });
    await one.makes("a stamp, on a page of the passport", async () => {
      await one.press("journey/backpack", "passport/passport", "passport/make_a_stamp");
      await one.write("passport/stamp_word", "Doorzetten");
      await one.press("passport/press_it", "passport/put_stamp_on_page", "passport/page_put");
    });
    await one.makes("a cv, told as a page", async () => {
      await one.press("journey/backpack", "cv/cvs", "cv/make_cv");
      await one.write("cv/cv_about_you", "Ik maak graag dingen af.");
      await one.press("cv/cv_keep", "cv/cv_tell", "cv/cv_tell");
    });
    await one.makes("an answer to the two questions", async () => {
      await one.press("journey/backpack", "two_questions/two_questions");
      await one.write("two_questions/question_wants", "Een vak dat ik buiten kan doen");
      await one.press("journey/keep");
    });
    await one.makes("the whole journey, taken along", async () => {
      await one.press("access/me", "archive/take_along", "archive/take_along_pack");
      await page.getByRole("link", { name: one.said("archive/taking_fetch") }).waitFor({ timeout: 60_000 });
    });
    context.diagnostic(`${one.steps} steps: ${one.made.map(({ part, steps }) => `${part} ${steps}`).join(", ")}`);
    assert.ok(one.steps <= most, `${one.steps} steps`);
  } finally {
    await house.close();
  }
});
