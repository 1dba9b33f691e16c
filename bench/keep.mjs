// Kept words, durable, through HTTP at 64 clients, on both databases: node bench/keep.mjs  (inside tools/with-postgresql).
// The load runs on the same two cores as the program and its database.
import { spawnSync } from "node:child_process";
import { openHouse, signIn, visit } from "../tests/browser/house.mjs";

for (const backend of /** @type {const} */ (["sqlite", "postgresql"])) {
  const house = await openHouse(backend);
  try {
    const { page, context } = await visit(house);
    await signIn(page, house, "student");
    await page.goto(`${house.address}/kaart/wensboom`);
    const token = await page.locator("form[action='/kaart/wensboom/bewaren'] [name=sleutel]").inputValue();
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    await house.browser.newContext();
    const load = spawnSync("wrk", ["-t2", "-c64", "-d10s", "-s", "bench/keep.lua", house.address],
      { encoding: "utf8", env: { ...process.env, LK_COOKIE: cookie, LK_TOKEN: token, LK_ORIGIN: house.address } });
    const figures = JSON.parse(load.stdout.trim().split("\n").at(-1) ?? "{}");
    console.log(backend, { ...figures, kept_per_second: Math.round(figures.kept / figures.seconds) });
  } finally {
    await house.close();
  }
}
