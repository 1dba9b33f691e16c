// Nothing typed is lost: what stands in a form is kept while one types, comes back with the form, and goes when it was sent.
import { arrival, said, settle, stored, who } from "./here.js";
import { dropDraft } from "./kept_drafts.js";
import { sendWaiting, showWaiting, stayInSight, top } from "./outbox.js";
import { sendFromHere } from "./sending.js";
import { keep, takeBack, tend, tended } from "./tending.js";

/** This page came of a form: was it taken? Then its draft goes. Whoever has to sign in first has sent nothing yet. */
async function lookBack() {
  const id = sessionStorage.getItem("verzonden"), way = arrival();
  if (!id || !way || stored !== undefined) return;
  sessionStorage.removeItem("verzonden");
  if (way.responseStatus === 200 && (way.redirectCount > 0 || document.body.matches(".work"))) await dropDraft(id);
  else if (way.responseStatus >= 400) takeBack(id);
}

/** A page from this device says so. */
function showStored() {
  const moment = new Date(Number(stored));
  if (!stored || Number.isNaN(moment.getTime())) return;
  const told = document.createElement("p");
  told.className = "notice";
  told.setAttribute("role", "status");
  told.textContent = said("oud").replace("{moment}", moment.toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" }));
  top()?.prepend(told);
}

/** "You are offline" stands here instead of a page: it comes as soon as it can. @param {number} wait */
async function comeBack(wait) {
  const answer = await fetch(location.href, { method: "HEAD", signal: AbortSignal.timeout(8000) }).catch(() => null);
  if (answer) return location.reload();
  setTimeout(comeBack, wait, Math.min(2 * wait, 30_000));
}

if (stored === "") {
  window.addEventListener("online", () => comeBack(1000));
  comeBack(1000);
}
if (window.isSecureContext && "locks" in navigator) {
  settle().catch(() => {});
  sendFromHere();
  await lookBack().catch(() => {});
  if (who) {
    showStored();
    for (const form of document.forms) tend(form);
    new MutationObserver(() => {
      for (const [form, one] of tended) if (!form.isConnected) keep(one).then(() => tended.delete(form));
      for (const form of document.forms) tend(form);
      stayInSight();
    }).observe(document.body, { childList: true, subtree: true });
    showWaiting().then((waiting) => { if (waiting.length > 0) sendWaiting(); }).catch(() => {});
  }
}
