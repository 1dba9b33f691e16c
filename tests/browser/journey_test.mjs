// The first journey of a newcomer: read, sign in, be somewhere, keep a few words, and find both again after a restart.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openHouse, signIn, visit } from "./house.mjs";

const words = "Vandaag zag ik hoe een kast vol draden tot leven kwam. <b>Dat</b> wil ik ook & zo.";

for (const backend of /** @type {const} */ (["sqlite", "postgresql"]))
  for (const script of [true, false])
    test(`a student says "ik ben hier" and keeps words, ${backend}, ${script ? "with" : "without"} script`, async () => {
      const house = await openHouse(backend);
      try {
        const { page, complaints } = await visit(house, { javaScriptEnabled: script });
        await page.goto(house.address);
        assert.equal(new URL(page.url()).pathname, "/kaart");
        await page.getByRole("link", { name: /Wensboom/ }).first().click();
        await page.waitForURL((url) => url.pathname === "/kaart/wensboom");

        await signIn(page, house, "student");
        await page.goto(`${house.address}/kaart/wensboom`);
        const here = page.locator("form[action='/kaart/wensboom/hier'] button");
        if ((await here.count()) === 0) await page.locator("form[action='/kaart/wensboom/verder'] button").click();
        await here.click();
        await page.locator("form[action='/kaart/wensboom/verder']").first().waitFor();
        await page.locator(".keep > summary").click();
        await page.locator("form[action='/kaart/wensboom/bewaren'] textarea").fill(words);
        await page.locator("form[action='/kaart/wensboom/bewaren'] button").last().click();
        await page.getByText(words).first().waitFor();

        await page.goto("about:blank");  // an open page asks for its things now and then, and says so when nobody answers
        await house.stop();
        await house.start();
        await page.goto(`${house.address}/kaart/wensboom`);
        await page.getByText(words).first().waitFor();
        assert.equal(await page.locator("form[action='/kaart/wensboom/verder']").count(), 1);
        await page.goto(`${house.address}/rugzak`);
        assert.equal(await page.getByText(words).count(), 1);

        const other = await visit(house);
        await signIn(other.page, house, "counsellor");
        for (const path of ["/kaart", "/kaart/wensboom", "/rugzak"]) {
          await other.page.goto(house.address + path);
          assert.equal((await other.page.content()).includes("kast vol draden"), false, path);
        }
        assert.deepEqual([...complaints, ...other.complaints], []);
      } finally {
        await house.close();
      }
    });

for (const script of [true, false])
  test(`a student tells where they were, undoes it, and walks through the years, ${script ? "with" : "without"} script`, async () => {
    const house = await openHouse();
    try {
      const { page, complaints } = await visit(house, { javaScriptEnabled: script });
      await signIn(page, house, "student");
      const year = 2019;
      const tell = async (/** @type {string} */ typed) => {
        await page.goto(`${house.address}/kaart/bergen`);
        await page.locator("a[href='/kaart/bergen/was-hier']").click();
        await page.locator("#veld-wanneer").fill(typed);
        await page.keyboard.press("Enter");
      };
      await tell(`31 februari ${year}`);
      await page.locator("#veld-wanneer[aria-invalid=true]").waitFor();
      assert.equal(await page.locator("#veld-wanneer").inputValue(), `31 februari ${year}`);
      await tell(`zomer ${year}`);
      await page.locator("form[action^='/reis/'] button").click();
      await page.goto(`${house.address}/reis`);
      assert.equal(await page.locator(`h2:text-is("${year}")`).count(), 0);
      await tell(`zomer ${year}`);
      await page.locator("form[action^='/reis/']").waitFor();

      await page.goto(`${house.address}/kaart`);
      await page.locator(`.years a[href='/kaart?tot=${year}']`).click();
      await page.waitForURL((url) => url.searchParams.get("tot") === String(year));
      await page.locator(`.panel a[href='/reis?tot=${year}']`).waitFor();
      assert.equal(await page.locator(".years [aria-current]").innerText(), String(year));
      assert.equal(await page.locator(".overlay .flag").count(), 0);
      assert.ok((await page.title()).includes(String(year)));
      if (script) {
        assert.equal(await page.evaluate(() => document.activeElement?.textContent), String(year));
        await page.keyboard.press("ArrowRight");
        await page.waitForURL((url) => url.searchParams.get("tot") !== String(year));
        await page.goBack();
        await page.locator(`.panel a[href='/reis?tot=${year}']`).waitFor();
        const slider = page.locator(".year-slider");
        assert.equal(await slider.getAttribute("aria-valuetext"), String(year));
        await slider.focus();
        await page.keyboard.press("End");
        await page.waitForURL((url) => !url.searchParams.has("tot"));
        await page.locator(".year-slider:focus").waitFor();
        assert.equal(await slider.getAttribute("aria-valuetext"), await page.locator(".years [aria-current]").innerText());
        await page.keyboard.press("Home");
        await page.waitForURL((url) => url.searchParams.get("tot") === String(year));
        await page.locator(`.panel a[href='/reis?tot=${year}']`).waitFor();
      } else assert.equal(await page.locator(".year-slider").count(), 0);
      await page.locator(`.panel a[href='/reis?tot=${year}']`).click();
      await page.locator(`h2:text-is("${year}")`).waitFor();
      assert.deepEqual(complaints, []);
    } finally {
      await house.close();
    }
  });

test("pressing twice or going back keeps one thing", async () => {
  const house = await openHouse();
  try {
    const { page } = await visit(house, { javaScriptEnabled: false });
    await signIn(page, house, "student");
    await page.goto(`${house.address}/kaart/haven`);
    const send = await page.locator("form[action='/kaart/haven/bewaren']").evaluate((form) =>
      Object.fromEntries([.../** @type {HTMLFormElement} */ (form).querySelectorAll("input")].map((input) => [input.name, input.value])));
    const replies = await Promise.all([1, 2, 3, 4, 5].map(() =>
      page.request.post(`${house.address}/kaart/haven/bewaren`, { form: { ...send, woorden: "Eén keer is genoeg" }, headers: { origin: house.address }, maxRedirects: 0 })));
    for (const reply of replies) assert.equal(reply.status(), 303);
    await page.goto(`${house.address}/rugzak`);
    assert.equal(await page.getByText("Eén keer is genoeg").count(), 1);
  } finally {
    await house.close();
  }
});
