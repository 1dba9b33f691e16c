// Does a page cost more in a large school? node bench/school_size.mjs [STUDENTS]
// Prints processor microseconds of pages of a student, a counsellor and an administrator in a school of 60 students and in one of 100,000.
import { execFileSync } from "node:child_process";
import { openHouse, signIn, visit } from "../tests/browser/house.mjs";
import { processorTime } from "./server.mjs";

const pages = {
  student: ["/kaart", "/kaart/haven", "/rugzak", "/reis", "/delen", "/mee", "/mij", "/mij/kennissen"],
  counsellor: ["/mee", "/mij/kennissen"],
  administrator: ["/beheer/mensen", "/beheer/mensen?zoek=an"],
};

/** @param {number} students @returns {Promise<Map<string, number>>} */
async function costs(students) {
  const house = await openHouse("sqlite", 1, students), found = new Map();
  try {
    for (const [role, paths] of Object.entries(pages)) {
      const { page, context } = await visit(house);
      await signIn(page, house, role);
      const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
      const asked = [...paths];
      if (role === "student") {
        await page.goto(`${house.address}/rugzak`);
        const thing = await page.locator(".kept a").first().getAttribute("href");
        asked.push(`${thing}`, `${thing}/deel`);
      }
      await context.close();
      for (const path of asked) {
        const run = (/** @type {number} */ seconds) => execFileSync("wrk", ["-t1", "-c4", `-d${seconds}s`, "-H", `Cookie: ${cookie}`, house.address.replace("localhost", "127.0.0.1") + path], { encoding: "utf8" });
        run(1);
        const before = processorTime(house.pid()), out = run(2);
        if (/Non-2xx|Socket errors/.test(out)) throw new Error(`${path}: ${out}`);
        found.set(`${role} ${path.replace(/[0-9A-Z]{26}/, "{thing}")}`, (processorTime(house.pid()) - before) / Number(/(\d+) requests in/.exec(out)?.[1]));
      }
    }
  } finally {
    await house.close();
  }
  return found;
}

const small = await costs(60), large = await costs(Number(process.argv[2] ?? 100_000));
for (const [page, cost] of small) {
  const much = large.get(page) ?? NaN;
  console.log(`${page}: ${Math.round(cost)} µs, in the large school ${Math.round(much)} µs, ratio ${Math.round(100 * much / cost) / 100}`);
}
