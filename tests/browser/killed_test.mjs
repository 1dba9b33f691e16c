// A browser that dies in the middle of a sentence.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openHouse, signIn } from "./house.mjs";
import { chances } from "./lossy_proxy.mjs";
import { makeProfile } from "./own_browser.mjs";
import { drafts, words } from "./typing.mjs";

/** @type {import("./house.mjs").House} */
let house;
test.before(async () => { house = await openHouse(); });
test.after(async () => { await house.close(); });

const keepPage = () => `${house.address}/rugzak/bewaren`;

test("a browser killed in the middle of a sentence loses two seconds of typing at most, twenty times", { timeout: 400_000 }, async (t) => {
  const profile = makeProfile(), chance = chances(2026);
  let worst = 0;
  /** @type {{at: number, sign: string}[]} what was typed before the last kill, and when */
  let typed = [];
  let killed = 0;
  try {
    for (let round = 0; round <= 20; ++round) {
      const browser = await profile.open();
      await signIn(browser.page, house, "student");
      await browser.page.goto(keepPage());
      if (round > 0) {
        await browser.page.locator(".draft-line").waitFor();
        const restored = await words(browser.page).inputValue();
        const all = typed.map(({ sign }) => sign).join("");
        assert.ok(all.startsWith(restored), `${restored} is not what was typed`);
        const lost = restored.length < all.length ? killed - typed[restored.length].at : 0;
        worst = Math.max(worst, lost);
        assert.ok(lost <= 2000, `${lost} ms of typing lost`);
        await browser.page.locator(".draft-line button").first().click();
        assert.equal(await words(browser.page).inputValue(), "");
        await drafts(browser.page, 0);
      }
      typed = [];
      const length = 90 + Math.floor(chance() * 60);
      await words(browser.page).focus();
      for (let at = 0; at < length; ++at) {
        const sign = at % 6 === 5 ? " " : String.fromCharCode(97 + Math.floor(chance() * 26));
        await browser.page.keyboard.type(sign, { delay: 20 });
        typed.push({ at: Date.now(), sign });
      }
      killed = Date.now();
      await browser.kill();
    }
    t.diagnostic(`20 kills; at worst ${worst} ms of typing lost`);
  } finally {
    await profile.remove();
  }
});
