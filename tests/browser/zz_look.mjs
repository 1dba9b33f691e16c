import { openHouse, signIn, visit } from "./house.mjs";
const [role, ...paths] = process.argv.slice(2);
const house = await openHouse();
try {
  for (const [w, h, scheme, loc] of [[1280, 800, "light", "nl-NL"], [390, 844, "dark", "en-GB"]]) {
    const { page, complaints } = await visit(house, { viewport: { width: w, height: h }, colorScheme: scheme, locale: loc });
    await signIn(page, house, role);
    for (const p of paths) {
      const answer = await page.goto(house.address + p);
      await page.waitForLoadState("networkidle");
      const name = `/work/shots/${p.replaceAll(/[^a-z0-9]+/gi, "_")}-${w}`;
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      console.log(answer.status(), p, w, "height", height, "over", over);
      await page.screenshot({ path: name + ".png", clip: { x: 0, y: 0, width: w, height: Math.min(height, w === 390 ? 2600 : 2000) }, fullPage: true });
    }
    console.log(complaints.join("\n"));
  }
} finally { await house.close(); }
