// Who is signed in on this page, whose own device this is, and the key of their drafts.
import { forget, keeper, keyOf, setKeeper } from "./safe.js";

export const who = document.body.dataset.wie ?? "";
const own = document.body.dataset.eigen ?? "";
/** The page came from this device, not over the line. */
export const stored = document.body.dataset.bewaard;

const script = document.querySelector("script[data-eerder]");

/** Words that stand with the script. @param {string} name */
export const said = (name) => (script instanceof HTMLScriptElement && script.dataset[name]) || "";

/** How this page came. @returns {PerformanceNavigationTiming & {responseStatus: number} | undefined} */
export const arrival = () => /** @type {any} */ (performance.getEntriesByType("navigation")[0]);

/** @param {number} milliseconds the browser may say sooner that it is online */
const pause = (milliseconds) => new Promise((resolve) => {
  setTimeout(resolve, milliseconds);
  window.addEventListener("online", resolve, { once: true });
});

/**
 * The key of who is signed in, with a fresh form key. Null: they are not, or their own things are closed.
 * @returns {Promise<{sleutel: string, formulier: string} | null>} throws when there is no connection
 */
export async function pass() {
  const answer = await fetch("/mij/concepten-sleutel", { redirect: "manual", signal: AbortSignal.timeout(8000) });
  if (answer.status >= 500 || answer.status === 429) throw new Error("later");
  const told = answer.ok ? await answer.json() : null;
  return told?.wie === who ? told : null;
}

/** @param {string} text */
const bytesOf = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));

async function obtain() {
  const kept = await keeper();
  if (own === who && kept?.own === who) return kept.key;
  for (let wait = 250; ; wait = Math.min(2 * wait, 10_000)) {
    try {
      const told = await pass();
      if (!told) return null;
      const key = await keyOf(bytesOf(told.sleutel));
      if (own === who) await setKeeper({ own, key });
      return key;
    } catch {
      await pause(wait);
    }
  }
}

/** @type {Promise<CryptoKey | null> | undefined} */
let obtaining;
/** The key of this person's drafts; waits for a connection when it has to. */
export const secret = () => obtaining ??= obtain();

/** What another left here goes; what is my own opens offline from now on. */
export async function settle() {
  if (stored !== undefined) return;
  const kept = await keeper();
  if (kept && kept.own !== own) await forget();
  if (!who || !("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("/sw.js");
  if (own !== who || kept?.own === own) return;
  await secret();
  const worker = (await navigator.serviceWorker.ready).active;
  worker?.postMessage({ keep: [location.pathname + location.search, "/", "/kaart", "/rugzak", "/rugzak/bewaren"] });
}
