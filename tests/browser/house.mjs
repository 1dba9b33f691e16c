// A demo school that is really served, and a real browser to visit it with.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { copyDemo, makeDemo } from "./mould.mjs";

const program = "build/loopbaankaart";
// The browser's own address bar is a page of some forty scripts, loaded anew for every window beside the page that is looked at; and of two lists
// of features the last counts, so this one also names what playwright-core switches off.
const withoutFeatures = ["WebUIOmniboxAimPopup", "WebUIOmniboxPopup", "WebUIOmniboxFullPopup", "InitialWebUI", "PreloadTopChromeWebUI", "AimEnabled",
  "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter",
  "PaintHolding", "ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints", "NetworkTimeServiceQuerying", "PreconnectToSearch"];
export const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", `--disable-features=${withoutFeatures.join(",")}`];

/** A port nobody listens on. @returns {Promise<number>} */
const freePort = () => new Promise((resolve, reject) => {
  const server = createServer();
  server.on("error", reject);
  server.listen(0, "127.0.0.1", () => {
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    server.close(() => resolve(port));
  });
});

/** A browser; `textSize` is the reader's own setting in pixels (16 unless chosen). @param {number} textSize */
export const launch = (textSize = 16) =>
  chromium.launch({ executablePath: "/usr/bin/chromium", args: [...flags, `--blink-settings=defaultFontSize=${textSize}`] });

let databases = 0;

/** A fresh demo school: schools of one seed have the same people and things. @param {"sqlite" | "postgresql"} backend @param {number} seed @param {number} students */
export async function openHouse(backend = "sqlite", seed = 1, students = 60) {
  const folder = mkdtempSync(join(tmpdir(), "loopbaankaart-browser-"));
  const data = join(folder, "data");
  const port = await freePort();
  const place = ["--data", data];
  let dropDatabase = () => {};
  if (backend === "postgresql") {
    const cluster = process.env.LOOPBAANKAART_TEST_POSTGRESQL;
    if (cluster === undefined) throw new Error("no PostgreSQL: run this inside tools/with-postgresql");
    const name = `browser_${process.pid}_${++databases}`;
    const psql = (/** @type {string} */ sql) => {
      const result = spawnSync("psql", [cluster, "-qc", sql], { encoding: "utf8" });
      if (result.status !== 0) throw new Error(result.stderr);
    };
    psql(`CREATE DATABASE ${name}`);
    place.push("--database", cluster.replace(/\/\/\/\w+/, `///${name}`));
    dropDatabase = () => { psql(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`); psql(`DROP DATABASE IF EXISTS ${name}_keys WITH (FORCE)`); };
  }
  const demo = backend === "sqlite" ? copyDemo(program, folder, port, { seed, students }) : makeDemo(program, place, port, { seed, students });
  const address = `http://localhost:${port}`;

  /** @type {import("node:child_process").ChildProcess | null} */
  let running = null;
  const start = async () => {
    const child = spawn(program, ["serve", ...place, "--port", String(port)], { stdio: ["ignore", "pipe", "inherit"] });
    running = child;
    await new Promise((resolve, reject) => {
      child.stdout?.once("data", resolve);  // it says where it is open once it is
      child.once("exit", (code) => reject(new Error(`serve stopped with ${code}`)));
    });
  };
  const stop = async () => {
    const child = running;
    if (child === null) return 0;
    running = null;
    child.removeAllListeners("exit");
    return new Promise((resolve) => { child.once("exit", resolve); child.kill("SIGTERM"); });
  };
  const kill = async () => {
    const child = /** @type {import("node:child_process").ChildProcess} */ (running);
    running = null;
    child.removeAllListeners("exit");
    await new Promise((resolve) => { child.once("exit", resolve); child.kill("SIGKILL"); });
  };
  await start();
  const browser = await launch();

  return {
    address, browser, start, stop, kill,
    /** Where it is, as words for the program's other commands. */
    place,
    /** Of the program that serves. */
    pid: () => /** @type {number} */ (running?.pid),
    /** Who can sign in, by role. @param {string} role @returns {{name: string, user_name: string, password: string}} */
    person: (role) => demo.people.find((/** @type {{role: string}} */ one) => one.role === role),
    /** Who shows what a journey can look like. @param {"leeg" | "jong" | "rijk"} travelled @returns {{name: string, user_name: string, password: string}} */
    example: (travelled) => demo.people.find((/** @type {{travelled: string}} */ one) => one.travelled === travelled),
    async close() {
      await browser.close();
      const code = await stop();
      dropDatabase();
      rmSync(folder, { recursive: true, force: true });
      if (code !== 0) throw new Error(`serve ended with ${code}`);
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof openHouse>>} House */

/** Signs in on a page. @param {import("playwright-core").Page} page @param {House} house @param {string} role */
export const signIn = (page, house, role) => signInAs(page, house, house.person(role));

/** @param {import("playwright-core").Page} page @param {House} house @param {{user_name: string, password: string}} person */
export async function signInAs(page, house, { user_name, password }) {
  await page.goto(`${house.address}/inloggen`);
  await page.locator("[name=naam]").fill(user_name);
  await page.locator("[name=wachtwoord]").fill(password);
  await Promise.all([page.waitForURL((url) => url.pathname !== "/inloggen", { waitUntil: "commit" }), page.locator("main form [type=submit], main form button:not([type])").first().click()]);
}

/** A visitor's window. @param {House} house @param {import("playwright-core").BrowserContextOptions} options */
export async function visit(house, options = {}) {
  const context = await house.browser.newContext({ viewport: { width: 390, height: 844 }, locale: "nl-NL", ...options });
  const page = await context.newPage();
  /** @type {string[]} */
  const complaints = [];
  page.on("console", (message) => { if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) complaints.push(message.text()); });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return { context, page, complaints };
}
