// A browser's window on a school, with or without the policy that forbids scripts; and the question whether anything in it came from a payload.
import { launch } from "../browser/house.mjs";
import { marker } from "./payloads.mjs";

/** Runs in the page: what executed, attributes and elements that none of our pages has, and every text that stands there. */
function inThePage(/** @type {string} */ host) {
  const wrong = [], texts = [document.documentElement.textContent ?? "", document.title];
  const strange = ["IFRAME", "OBJECT", "EMBED", "BASE", "MATH", "B", "VIDEO", "FRAME", "STYLE", "MGLYPH", "set", "animate", "foreignObject", "script"];
  for (const element of document.querySelectorAll("*")) {
    if (strange.includes(element.tagName)) wrong.push(`<${element.tagName}>`);
    if (element.tagName === "SCRIPT" && !element.getAttribute("src")?.startsWith("/a/")) wrong.push("<SCRIPT>");
    if (element.tagName === "META" && element.hasAttribute("http-equiv")) wrong.push("<META http-equiv>");
    if (element.id === "kwaad") wrong.push("#kwaad");
    for (const { name, value } of element.attributes) {
      if (name.startsWith("on") || name === "srcdoc" || name === "autofocus") wrong.push(`${element.tagName} ${name}`);
      else if (["href", "src", "srcset", "action", "formaction", "data", "xlink:href", "style"].includes(name) && (value.includes(host) && !value.startsWith("/") || /^[\s\u0001]*(javascript|data):/i.test(value))) wrong.push(`${element.tagName} ${name}=${value.slice(0, 60)}`);
      else texts.push(value);
    }
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) texts.push(element.value);
  }
  return { executed: /** @type {any} */ (window).__executed ?? 0, wrong, text: texts.join("\n") };
}

/** @typedef {{executed: number, wrong: string[], text: string}} Seen */

/** @param {import("playwright-core").Browser} browser @param {{bypassCSP: boolean}} options */
export async function openWindow(browser, { bypassCSP }) {
  const context = await browser.newContext({ serviceWorkers: "block", viewport: { width: 390, height: 844 }, bypassCSP });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);  // a busy machine is no finding
  let alarms = /** @type {string[]} */ ([]);
  // Not page.route: that takes away what the browser keeps of style sheets and drawings, for every page anew.
  const session = await context.newCDPSession(page);
  let answer = /** @type {{status: number, headers: Record<string, string>, body: string | Buffer}} */ ({ status: 500, headers: {}, body: "" });
  session.on("Fetch.requestPaused", ({ requestId }) => void session.send("Fetch.fulfillRequest", { requestId, responseCode: answer.status,
    responseHeaders: Object.entries(answer.headers).map(([name, value]) => ({ name, value })), body: Buffer.from(answer.body).toString("base64") }));
  page.on("dialog", (dialog) => { alarms.push(`dialog ${dialog.message()}`); void dialog.dismiss(); });
  context.on("request", (request) => { if (new URL(request.url()).hostname === marker) alarms.push(`request ${request.url().slice(0, 80)}`); });
  context.on("page", (other) => { if (other !== page) alarms.push(`window ${other.url()}`); });

  /** @param {string} url @returns {Promise<Seen>} */
  const look = async (url) => {
    const asked = new URL(url);
    const seen = await page.evaluate(inThePage, marker).catch((error) => {
      if (!/context was destroyed/.test(String(error))) throw error;
      alarms.push("went away while it was looked at");
      return { executed: 0, wrong: [], text: "" };
    });
    if (new URL(page.url()).pathname !== asked.pathname) alarms.push(`went to ${page.url().slice(0, 80)}`);
    const found = { ...seen, wrong: [...seen.wrong, ...alarms] };
    alarms = [];
    return found;
  };
  return {
    /** Who is signed in here, and how it looks to them. @param {import("./visitor.mjs").Visitor} visitor @param {"nl" | "en"} language @param {"dag" | "nacht"} light */
    async be(visitor, language, light) {
      await context.clearCookies();
      const cookies = [...new Map([...visitor.cookies, ["taal", language], ["licht", light]])];
      await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: visitor.origin.replace("http:", "https:"), secure: name.startsWith("__Host-") })));
    },
    /** @param {string} url */
    async open(url) {
      await page.goto(url, { waitUntil: "load" });
      return look(url);
    },
    /** A page that came back on a form, shown where it belongs. @param {string} url @param {{status: number, headers: Record<string, string>, body: string | Buffer}} reply */
    async show(url, reply) {
      answer = reply;
      await session.send("Fetch.enable", { patterns: [{ urlPattern: url.replaceAll(/[\\*?]/g, "\\$&") }] });
      await page.goto(url, { waitUntil: "load" });
      await session.send("Fetch.disable");
      return look(url);
    },
    close: () => context.close(),
  };
}

/** @typedef {Awaited<ReturnType<typeof openWindow>>} Window */
export { launch };
