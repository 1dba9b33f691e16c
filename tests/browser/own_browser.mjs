// A browser with a profile folder of its own, that can be killed in the middle of anything and opened again.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { flags } from "./house.mjs";

export function makeProfile() {
  const folder = mkdtempSync(join(tmpdir(), "loopbaankaart-profile-"));
  /** @type {Awaited<ReturnType<typeof openBrowser>> | undefined} */
  let last;
  return {
    async open() { return last = await openBrowser(folder); },
    filesWith: (/** @type {string} */ words) => filesWith(folder, words),
    async remove() {
      await last?.kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 9 });
    },
  };
}

/** @param {string} folder */
async function openBrowser(folder) {
  const child = spawn("/usr/bin/chromium", ["--headless=new", "--disable-breakpad", ...flags, `--user-data-dir=${folder}`, "--remote-debugging-port=0", "about:blank"],
    { stdio: ["ignore", "ignore", "pipe"], detached: true });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const address = await new Promise((resolve, reject) => {
    let told = "";
    child.stderr.on("data", (piece) => {
      told += piece;
      const [, found] = /DevTools listening on (ws:\S+)/.exec(told) ?? [];
      if (found) resolve(found);
    });
    child.once("exit", () => reject(new Error(`chromium did not start: ${told}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  let alive = true;
  return {
    context,
    page: context.pages()[0] ?? await context.newPage(),
    /** SIGKILL to all of it, at once. */
    async kill() {
      if (!alive) return;
      alive = false;
      process.kill(-/** @type {number} */ (child.pid), "SIGKILL");
      await ended;
      await browser.close().catch(() => {});
    },
  };
}

/** The files below a folder in whose raw bytes these words stand, as UTF-8 or UTF-16. @param {string} folder @param {string} words */
function filesWith(folder, words) {
  const spellings = [Buffer.from(words, "utf8"), Buffer.from(words, "utf16le")];
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => spellings.some((spelling) => readFileSync(file).includes(spelling)));
}
