// What stands in a form is kept while one types, and comes back with the form.
import { actionOf, filesOf, fieldsOf, fill, idField, isWrittenIn, servedIn } from "./forms.js";
import { arrival, said, secret, stored, who } from "./here.js";
import { draftsOf, dropDraft, keepDraft, wordsOf } from "./kept_drafts.js";
import { renewId } from "./loopbaankaart.js";

/** @typedef {import("./kept_drafts.js").Draft} Draft */
/** @typedef {import("./kept_drafts.js").Content} Content */
/**
 * A form that is looked after: what it held when it came, whether a draft of it lies here and with what in it, whether it is being sent, and what else
 * was written in it.
 * @typedef {{form: HTMLFormElement, asked: string, kept: boolean, last: string, timer: number, sending: boolean, without: boolean, busy: Promise<unknown>, others: Draft[]}} Tended
 */

const soon = 300, soonWithFiles = 1000;  // milliseconds from a key to the disk
const mostFiles = 40 * 1024 * 1024;      // bytes in one draft

/** @type {Map<HTMLFormElement, Tended>} */
export const tended = new Map();

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

/** @param {HTMLFormElement} form @returns {Content} */
function contentNow(form) {
  const files = filesOf(form), fits = files.reduce((sum, { file }) => sum + file.size, 0) <= mostFiles;
  return { action: actionOf(form), multipart: form.enctype === "multipart/form-data", fields: fieldsOf(form), files: fits ? files : [], without: !fits };
}

/** What two moments have in common when nothing was changed. @param {HTMLFormElement} form */
const lookOf = (form) => JSON.stringify([fieldsOf(form), filesOf(form).map(({ name, file }) => [name, file.name, file.size])]);

/** @param {Tended} one */
async function keepNow(one) {
  const key = await secret(), id = idField(one.form)?.value;
  if (!key || !id || one.sending || !tended.has(one.form)) return;
  const content = contentNow(one.form), now = lookOf(one.form);
  const isEmpty = wordsOf(content.fields) === one.asked && content.files.length === 0 && !content.without;
  if ((isEmpty && !one.kept) || now === one.last) return;
  Object.assign(one, { kept: !isEmpty, last: now });
  take(id);
  if (isEmpty) return dropDraft(id);
  const row = { id, who, at: Date.now(), standing: /** @type {const} */ ("typed") };
  // Without room for the files, or when one of them is gone, the words are kept all the same.
  await keepDraft(key, { ...row, content }).catch(() => keepDraft(key, { ...row, content: { ...content, files: [], without: true } }));
}

/** @param {Tended} one */
export function keep(one) {
  clearTimeout(one.timer);
  one.timer = 0;
  return one.busy = one.busy.then(() => keepNow(one)).catch(() => {});
}

for (const happens of ["input", "change"])
  document.addEventListener(happens, ({ target }) => {
    const one = target instanceof Element && "form" in target && target.form instanceof HTMLFormElement ? tended.get(target.form) : undefined;
    if (one && !one.timer) one.timer = window.setTimeout(keep, filesOf(one.form).length > 0 ? soonWithFiles : soon, one);
  });
document.addEventListener("visibilitychange", () => { for (const one of tended.values()) keep(one); });
window.addEventListener("pagehide", () => { for (const one of tended.values()) keep(one); });

// ---- putting back

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
    ...(one.kept ? [{ says: one.without ? "eerderZonder" : "eerder", doing: "weg", does: () => throwAway(one) }] : []),
    ...(one.others.length > 0 ? [{ says: "ander", doing: "toonAnder", does: () => showOther(one) }] : []),
  ]);
}

/** @param {Tended} one */
const firstField = (one) => /** @type {HTMLElement | null} */ (one.form.querySelector("textarea, input[type=text]"))?.focus();

/** @param {Tended} one @param {Content} content */
function putBack(one, { fields, files, without = false }) {
  fill(one.form, fields, files);
  Object.assign(one, { kept: true, without, last: lookOf(one.form) });
}

/** @param {Tended} one */
function throwAway(one) {
  const before = contentNow(one.form), id = idField(one.form)?.value;
  one.form.reset();  // with a fresh id
  Object.assign(one, { kept: false, without: false, last: "" });
  if (id) one.busy = one.busy.then(() => dropDraft(id)).catch(() => {});
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
  const content = contentNow(one.form), id = idField(one.form)?.value ?? "";
  await keep(one);
  if (one.kept) one.others.push({ id, who, at: Date.now(), standing: "typed", content });
  putBack(one, other.content);
  showLine(one);
  firstField(one);
}

/** Somebody is at it: nothing is written under their hands. @param {HTMLFormElement} form */
const isUnderHands = (form) => form.contains(document.activeElement) && /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? "");

/** The scripts of the form have made a place for what comes back, or will not. @param {HTMLFormElement} form @returns {Promise<unknown>} */
const readyForIt = (form) => new Promise((resolve) => {
  if (document.readyState === "complete" || !form.querySelector(".media:not([data-begonnen])")) return resolve(null);
  form.addEventListener("begun", resolve, { once: true });
  window.addEventListener("load", resolve, { once: true });
});

/** @param {Tended} one */
async function restore(one) {
  const { form } = one, key = await secret();
  if (!key) return;
  await readyForIt(form);
  const action = actionOf(form);
  for (const { standing, ...draft } of await draftsOf(key, who)) {
    if (standing !== "typed" || draft.content.action !== action || draft.id === idField(form)?.value || !(await take(draft.id))) continue;
    const now = wordsOf(fieldsOf(form)), isBare = draft.content.files.length === 0;
    if (now === one.asked && isBare && wordsOf(draft.content.fields) === now) {  // the server has these words, or sent them back under a fresh id
      if (arrival()?.responseStatus !== 200) await keep(Object.assign(one, { asked: "" }));
      await dropDraft(draft.id);
    } else if (now === one.asked && !one.kept && !isUnderHands(form)) putBack(one, draft.content);
    else one.others.push({ standing, ...draft });
  }
  if (one.kept || one.others.length > 0) showLine(one);
}

/** The form that the server sent back with what is wrong in it. @type {HTMLFormElement | undefined} */
let sentBack;

/** It is still the same form, so what is kept of it stays the same one. @param {string} id */
export function takeBack(id) {
  sentBack = [...document.forms].find((form) => isWrittenIn(form) && actionOf(form) === location.pathname + location.search);
  const field = sentBack && idField(sentBack);
  if (field) field.value = id;
}

/** Files do not come back with a page. @param {Tended} one */
async function bringFiles(one) {
  const { form, asked } = one, key = await secret();
  await readyForIt(form);
  const draft = key && (await draftsOf(key, who)).find(({ id }) => id === idField(form)?.value);
  if (draft && draft.content.files.length > 0 && filesOf(form).length === 0)
    fill(form, wordsOf(fieldsOf(form)) === asked ? draft.content.fields : fieldsOf(form), draft.content.files);
  one.asked = "";  // the server has none of it
}

/** @param {HTMLFormElement} form */
export function tend(form) {
  if (tended.has(form) || !isWrittenIn(form)) return;
  if (stored !== undefined) renewId(form);  // a page out of the store has had this id before
  form.autocomplete = "off";                // the browser would keep the words too, in clear
  /** @type {Tended} */
  const one = { form, asked: wordsOf(servedIn(form)), kept: false, last: "", timer: 0, sending: false, without: false, busy: Promise.resolve(), others: [] };
  tended.set(form, one);
  if (form === sentBack) one.busy = bringFiles(one).catch(() => {});
  keep(one);  // what was typed before this script came
  restore(one).catch(() => {});
}

/** It was sent well: it goes, and so does what says the same. @param {HTMLFormElement} form */
export async function letGo(form) {
  const id = idField(form)?.value, words = wordsOf(fieldsOf(form)), action = actionOf(form);
  tended.delete(form);
  const key = await secret();
  for (const { content, ...draft } of key ? await draftsOf(key, who) : [])
    if (draft.id === id || (draft.standing === "typed" && content.action === action && content.files.length === 0 && wordsOf(content.fields) === words)) await dropDraft(draft.id);
}
