import { openHouse, signIn, visit } from "./house.mjs";
import { leadsTo, violations } from "./walking.mjs";
const out = process.argv[2] ?? "/tmp/look";
const house = await openHouse();
try {
  const drawing = "640 480\nrood 14 120 380 200 120 320 300 440 100 520 380\nblauw 10 100 420 560 420\ninkt 12 320 60 320 70";
  const stamp = async (page, f) => {
    await page.goto(`${house.address}/paspoort/stempel`);
    if (f.place) await page.locator("#veld-plek").selectOption(f.place);
    if (f.word) await page.locator("#veld-woord").fill(f.word);
    if (f.photo) await page.locator("input[name=foto]").setInputFiles({ name: "f.png", mimeType: "image/png", buffer: f.photo });
    if (f.drawing) await page.locator("input[name=tekening]").evaluate((e, d) => { e.value = d; }, drawing);
    await page.locator(`#veld-rand-${f.rim}`).check({ force: true });
    await page.locator(`#veld-inkt-${f.ink}`).check({ force: true });
    if (f.shot) await page.screenshot({ path: `${out}-${f.shot}.png`, fullPage: true });
    await leadsTo(page, /stempel\/\w{26}\?/, () => page.locator("main form > .actions .primary").click());
    return new URL(page.url()).pathname.split("/").pop();
  };
  const stamps = [];
  for (const [size, w, h] of [["390", 390, 844], ["1280", 1280, 800]]) {
    for (const scheme of ["light", "dark"]) {
      const { page, context } = await visit(house, { viewport: { width: w, height: h }, colorScheme: scheme, reducedMotion: "reduce" });
      await signIn(page, house, "student");
      const shot = async (name, full = true) => page.screenshot({ path: `${out}-${size}-${scheme}-${name}.png`, fullPage: full });
      if (stamps.length === 0) {
        await page.goto(`${house.address}/paspoort`);
        await shot("leeg");
        await page.goto(`${house.address}/kaart`);
        const photo = await page.screenshot({ clip: { x: 0, y: 100, width: 390, height: 360 } });
        stamps.push(await stamp(page, { place: "haven", rim: "touw", ink: "zee", shot: "maak-390" }));
        stamps.push(await stamp(page, { place: "vulkaan", word: "Eerste keer alleen", rim: "ring", ink: "baksteen" }));
        stamps.push(await stamp(page, { word: "Doorzetten", rim: "zeshoek", ink: "heide" }));
        stamps.push(await stamp(page, { photo, word: "Gehaald", rim: "krans", ink: "bos" }));
        stamps.push(await stamp(page, { drawing: true, rim: "postzegel", ink: "lucht" }));
        stamps.push(await stamp(page, { drawing: true, word: "Mijn berg", rim: "schild", ink: "kers" }));
        stamps.push(await stamp(page, { place: "prikkelstruiken", rim: "kaartje", ink: "roos" }));
        stamps.push(await stamp(page, { word: "رحلة", rim: "zon", ink: "oker" }));
        stamps.push(await stamp(page, { photo, rim: "tandwiel", ink: "inkt" }));
        await shot("stempel");
        const lay = async (f) => {
          await page.goto(`${house.address}/paspoort/blad`);
          for (const s of f.stamps ?? []) await page.locator(`#stempel-${stamps[s]}`).check({ force: true });
          for (let n = 0; n < (f.things ?? 0); n++) await page.locator("input[name=ding]").nth((f.from ?? 0) + n).check({ force: true });
          if (f.words) await page.locator("#veld-woorden").fill(f.words);
          if (f.shot) await shot(f.shot);
          await leadsTo(page, /\/paspoort\?/, () => page.locator("main form > .actions .primary").click());
        };
        await lay({ stamps: [0, 2], shot: "blad" });
        await lay({ stamps: [3, 4, 5], words: "Op stage liep ik elke dag langs de haven." });
        await lay({ things: 1, stamps: [6] });
        await lay({ things: 3, from: 1 });
        await lay({ words: "Ik weet nog niet waar ik heen ga. Dat is ook een reis." });
      }
      await page.goto(`${house.address}/paspoort`);
      await shot("boek");
      const n = await page.locator(".leaf:not(.end)").count();
      for (let at = 1; at < n; at += size === "390" ? 1 : 2) {
        const id = await page.locator(".leaf").nth(at).getAttribute("id");
        await page.goto(`${house.address}/paspoort#${id}`);
        await page.waitForTimeout(250);
        await shot(`boek-${at}`, false);
      }
      await page.goto(`${house.address}/paspoort/vertel`);
      await shot("vertel");
      if (size === "390" && scheme === "light") {
        await leadsTo(page, /verteld\/\w{26}/, () => page.locator("main form .primary").click());
        globalThis.told = new URL(page.url()).pathname;
        const pdf = await (await context.request.get(house.address + globalThis.told + "/boekje.pdf?maat=a5")).body();
        (await import("node:fs")).writeFileSync(`${out}.pdf`, pdf);
      }
      await page.goto(house.address + globalThis.told);
      await page.evaluate(() => { for (const i of document.images) i.loading = "eager"; }); await page.waitForTimeout(300);
      await shot("verteld");
      await page.goto(`${house.address}/paspoort/stempel/${stamps[5]}/anders`);
      await shot("anders");
      await page.goto(`${house.address}/paspoort`);
      console.log(size, scheme, await violations(page));
      await context.close();
    }
  }
} finally { await house.close(); }
