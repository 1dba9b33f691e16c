// Nothing typed is lost: what stands in a form is kept while one types, comes back with the form, and goes when it was sent.
import { actionOf, carries, contentOf, fieldsOf, fill, idField, isWrittenIn, send, servedIn } from "./forms.js";
import { said, secret, settle, stored, who } from "./here.js";
import { draftsOf, dropDraft, keepDraft, wordsOf } from "./kept_drafts.js";
import { release, renewId } from "./loopbaankaart.js";
import { letWait, sendWaiting, showWaiting, stayInSight, top } from "./outbox.js";

/** @typedef {import("./kept_drafts.js").Draft} Draft */
/**
 * A form that is looked after: what it held when it came, whether a draft of it lies here and with what in it, and what else was written in it.
 * @typedef {{form: HTMLFormElement, asked: string, kept: boolean, last: string, timer: number, busy: Promise<unknown>, others: Draft[]}} Tended
 */

const soon = 300;  // milliseconds from a key to the disk

/** @type {Map<HTMLFormElement, Tended>} */
const tended = new Map();

// ---- a draft belongs to one tab at a time

/** @type {Set<string>} */
const mine = new Set();

/** @param {string} id @returns {Promise<boolean>} whether it is this tab's; until the tab closes */
const take = (id) => mine.has(id) ? Promise.resolve(true) : new Promise((resolve) => {
  navigator.locks.request(`concept ${id}`, { ifAvailable: true }, (lock) => {
    if (lock) mine.add(id);
    resolve(lock !== null);
    return lock ? new Promise(() => {}) : undefined;
  });
});

// ---- keeping

/** @param {Tended} one */
async function keep(one) {
  clearTimeout(one.timer);
  one.timer = 0;
  const fields = fieldsOf(one.form), id = idField(one.form)?.value;
  const isEmpty = wordsOf(fields) === one.asked, now = JSON.stringify(fields);
  if (!id || (isEmpty && !one.kept) || now === one.last) return;
  Object.assign(one, { kept: !isEmpty, last: now });
  const content = { action: actionOf(one.form), multipart: one.form.enctype === "multipart/form-data", fields, files: [] };
  one.busy = one.busy.then(async () => {
    const key = await secret();
    if (!key || !tended.has(one.form)) return;
    take(id);
    if (isEmpty) await dropDraft(id);
    else await keepDraft(key, { id, who, at: Date.now(), standing: "typed", content });
  }).catch(() => {});
  await one.busy;
}

for (const happens of ["input", "change"])
  document.addEventListener(happens, ({ target }) => {
    const one = target instanceof Element && "form" in target && target.form instanceof HTMLFormElement ? tended.get(target.form) : undefined;
    if (one && !one.timer) one.timer = window.setTimeout(keep, soon, one);
  });
document.addEventListener("visibilitychange", () => { for (const one of tended.values()) keep(one); });
window.addEventListener("pagehide", () => { for (const one of tended.values()) keep(one); });

// ---- putting back

/** How this page came. @returns {PerformanceNavigationTiming | undefined} */
const arrival = () => /** @type {any} */ (performance.getEntriesByType("navigation")[0]);

/** A quiet line above the fields. @param {HTMLFormElement} form @param {{says: string, doing: string, does: () => void}[]} parts */
function line(form, parts) {
  form.querySelector(".draft-line")?.remove();
  if (parts.length === 0) return;
  const made = document.createElement("div");
  made.className = "draft-line";
  made.setAttribute("role", "status");
  for (const { says, doing, does } of parts) {
    const part = made.appendChild(document.createElement("p")), button = document.createElement("button");
    Object.assign(button, { type: "button", className: "quiet", textContent: said(doing) });
    button.addEventListener("click", does);
    part.append(said(says), " ", button);
  }
  form.prepend(made);
}

/** @param {Tended} one */
function showLine(one) {
  line(one.form, [
    ...(one.kept ? [{ says: "eerder", doing: "weg", does: () => throwAway(one) }] : []),
    ...(one.others.length > 0 ? [{ says: "ander", doing: "toonAnder", does: () => showOther(one) }] : []),
  ]);
}

/** @param {Tended} one */
const firstField = (one) => /** @type {HTMLElement | null} */ (one.form.querySelector("textarea, input[type=text]"))?.focus();

/** @param {Tended} one @param {[string, string][]} fields */
function putBack(one, fields) {
  fill(one.form, fields);
  Object.assign(one, { kept: true, last: JSON.stringify(fieldsOf(one.form)) });
}

/** @param {Tended} one */
async function throwAway(one) {
  const before = fieldsOf(one.form), id = idField(one.form)?.value;
  one.form.reset();  // with a fresh id
  Object.assign(one, { kept: false, last: "" });
  if (id) one.busy = one.busy.then(() => dropDraft(id));
  await one.busy;
  line(one.form, [{ says: "weggegooid", doing: "terug", does: () => {
    putBack(one, before);
    one.last = "";
    keep(one);
    showLine(one);
    firstField(one);
  } }]);
  firstField(one);
}

/** What stands there is kept, and offered in its turn. @param {Tended} one */
async function showOther(one) {
  const other = one.others.shift();
  if (!other) return;
  const fields = fieldsOf(one.form), id = idField(one.form)?.value ?? "";
  await keep(one);
  if (one.kept) one.others.push({ id, who, at: Date.now(), standing: "typed", content: { ...other.content, fields } });
  putBack(one, other.content.fields);
  showLine(one);
  firstField(one);
}

/** @param {Tended} one */
async function restore(one) {
  const key = await secret();
  if (!key) return;
  const action = actionOf(one.form);
  for (const draft of await draftsOf(key, who)) {
    if (draft.standing !== "typed" || draft.content.action !== action || draft.id === idField(one.form)?.value || !(await take(draft.id))) continue;
    const now = wordsOf(fieldsOf(one.form));
    if (now === one.asked && wordsOf(draft.content.fields) === now) {  // the server has these words, or sent them back under a fresh id
      if (arrival()?.responseStatus !== 200) await keep(Object.assign(one, { asked: "" }));
      await dropDraft(draft.id);
    } else if (now === one.asked && !one.kept) putBack(one, draft.content.fields);
    else one.others.push(draft);
  }
  if (one.kept || one.others.length > 0) showLine(one);
}

/** @param {HTMLFormElement} form */
function tend(form) {
  if (tended.has(form) || !isWrittenIn(form)) return;
  if (stored !== undefined) renewId(form);  // a page out of the store has had this id before
  form.autocomplete = "off";                // the browser would keep the words too, in clear
  const one = { form, asked: wordsOf(servedIn(form)), kept: false, last: "", timer: 0, busy: Promise.resolve(), others: [] };
  tended.set(form, one);
  keep(one);  // what was typed before this script came
  restore(one).catch(() => {});
}

// ---- sending

/** It was sent well: it goes, and so does what says the same. @param {HTMLFormElement} form */
async function sent(form) {
  const id = idField(form)?.value, words = wordsOf(fieldsOf(form)), action = actionOf(form);
  const one = tended.get(form);
  if (one) clearTimeout(one.timer);
  tended.delete(form);
  await one?.busy;
  const key = await secret();
  for (const draft of key ? await draftsOf(key, who) : [])
    if (draft.id === id || (draft.standing === "typed" && draft.content.action === action && wordsOf(draft.content.fields) === words)) await dropDraft(draft.id);
}

/** @param {HTMLFormElement} form @param {string} says */
function calmly(form, says) {
  release(form);
  form.querySelector(".draft-line")?.remove();
  const told = document.createElement("p");
  told.className = "draft-line";
  told.setAttribute("role", "status");
  form.prepend(told);
  told.textContent = said(says);
  told.scrollIntoView({ block: "center" });  // on a telephone the button stands far below
}

/** The key lies ready, or there is no connection to get it by. @returns {Promise<null>} */
const soonEnough = () => new Promise((resolve) => { setTimeout(resolve, 500, null); });

/** Keeps it until there is a connection. @param {HTMLFormElement} form @param {import("./kept_drafts.js").Content} content */
async function wait(form, content) {
  const one = tended.get(form), id = idField(form)?.value;
  const key = await Promise.race([secret(), soonEnough()]);
  if (!key || !id) return calmly(form, "nietOpSlot");
  if (one) clearTimeout(one.timer);
  await one?.busy;
  try {
    await letWait(key, id, content);
  } catch {
    return calmly(form, "nietOpSlot");  // no room for the photos: the form keeps them
  }
  form.reset();
  if (one) Object.assign(one, { kept: false, last: "", timer: 0 });
  calmly(form, navigator.onLine ? "later" : "offline");
}

/** @type {WeakSet<HTMLFormElement>} forms that go as a page */
const passing = new WeakSet();

/** @param {HTMLFormElement} form @param {HTMLElement | null} button */
async function sendHere(form, button) {
  const one = tended.get(form), id = idField(form)?.value ?? "";
  if (one) clearTimeout(one.timer);
  const content = contentOf(form, button);
  const key = await Promise.race([secret(), soonEnough()]);
  await one?.busy;
  // From here on it is on its way, also when this page does not live to see it arrive.
  if (key) await keepDraft(key, { id, who, at: Date.now(), standing: "waiting", content }).catch(() => {});
  const formKey = /** @type {HTMLInputElement | null} */ (form.querySelector("[name=sleutel]"))?.value ?? "";
  const { outcome, url } = await send(content, formKey);
  if (outcome === "away" || outcome === "later") return wait(form, content);
  if (outcome === "done") {
    await sent(form);
    return location.assign(url);
  }
  if (key) await keepDraft(key, { id, who, at: Date.now(), standing: "typed", content: { ...content, files: [] } });
  passing.add(form);  // the same id: the server says again what it said, now as a page
  release(form);
  form.requestSubmit(button);
}

// Before anybody else: without a connection it waits, whoever would send it.
window.addEventListener("submit", (event) => {
  const form = event.target;
  if (navigator.onLine || !(form instanceof HTMLFormElement) || !carries(form)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  wait(form, contentOf(form, event.submitter));
}, { capture: true });

// After everybody else: who sends by itself (keep.js) has said so.
window.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
  const id = idField(form)?.value;
  if (id) sessionStorage.setItem("verzonden", id);
  if (passing.has(form) || !carries(form)) return;
  event.preventDefault();
  sendHere(form, event.submitter);
});

// From who sent a form by itself (sending.js), and waits with going on.
document.addEventListener("kept", (event) => {
  if (event instanceof CustomEvent) event.detail.done = sent(event.detail.form);
});

/** A form that went as a page: was it taken? Then its draft goes. */
async function lookBack() {
  const id = sessionStorage.getItem("verzonden");
  const way = arrival();
  if (!id || !way || stored !== undefined) return;
  sessionStorage.removeItem("verzonden");
  if (way.responseStatus === 200 && (way.redirectCount > 0 || document.body.matches(".work"))) await dropDraft(id);
}

// ---- the page

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
  const answer = await fetch(location.href, { method: "HEAD" }).catch(() => null);
  if (answer) return location.reload();
  setTimeout(comeBack, wait, Math.min(2 * wait, 30_000));
}

if (stored === "") {
  window.addEventListener("online", () => comeBack(1000));
  comeBack(1000);
}
if (window.isSecureContext && "locks" in navigator) {
  settle().catch(() => {});
  if (who) {
    showStored();
    await lookBack().catch(() => {});
    for (const form of document.forms) tend(form);
    new MutationObserver(() => {
      for (const [form, one] of tended) if (!form.isConnected) keep(one).then(() => tended.delete(form));
      for (const form of document.forms) tend(form);
      stayInSight();
    }).observe(document.body, { childList: true, subtree: true });
    showWaiting().then((waiting) => { if (waiting.length > 0) sendWaiting(); }).catch(() => {});
  }
}
