// What could not be sent yet: shown, and sent by itself as soon as it can be. Each has its id, so nothing is made twice.
import { pass, said, secret, who } from "./here.js";
import { called, draftsOf, dropDraft, keepDraft } from "./kept_drafts.js";
import { piece } from "./pieces.js";
import { alone, send, sendAsPage } from "./post.js";

/** @typedef {import("./kept_drafts.js").Draft} Draft */

/** @type {string[]} what went while this page was open, by its first words */
const gone = [];

const box = document.createElement("section");
Object.assign(box, { id: "wacht", className: "waiting" });
box.setAttribute("role", "status");

/** Where a page says something of its own: beside the map, else at the top. */
export const top = () => document.querySelector(".panel") ?? document.querySelector("main");

/** What waits stays in sight when the map takes another place beside it. */
export function stayInSight() {
  if (box.hasChildNodes() && !box.isConnected) top()?.prepend(box);
}

/** @param {string} words @param {() => void} pressed */
function button(words, pressed) {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", className: "quiet", textContent: words });
  made.addEventListener("click", pressed);
  return made;
}

/** @param {string} title @param {{id: string, words: string, doings: HTMLElement[]}[]} items */
function list(title, items) {
  if (items.length === 0) return;
  const head = box.appendChild(document.createElement("p"));
  head.textContent = said(title);
  const rows = box.appendChild(document.createElement("ul"));
  for (const { id, words, doings } of items) rows.append(piece("li", { "data-id": id }, words, " ", ...doings));
}

/** @param {Draft} draft */
async function look(draft) {
  const key = await secret();
  const told = await pass().catch(() => null);
  if (!key || !told) return;
  await keepDraft(key, { ...draft, standing: "typed" });
  sessionStorage.setItem("verzonden", draft.id);
  sendAsPage(draft.content, told.formulier);
}

/** @returns {Promise<Draft[]>} what waits */
export async function showWaiting() {
  const key = await secret();
  const drafts = key ? await draftsOf(key, who) : [];
  const waiting = drafts.filter(({ standing }) => standing === "waiting");
  const refused = drafts.filter(({ standing }) => standing === "refused");
  box.replaceChildren();
  list("geweigerd", refused.map((draft) => ({ id: draft.id, words: called(draft.content), doings: [button(said("bekijk"), () => look(draft))] })));
  list("wacht", waiting.map((draft) => ({ id: draft.id, words: called(draft.content), doings: [] })));
  list("mee", gone.map((words) => ({ id: "", words, doings: [] })));
  if (box.hasChildNodes()) stayInSight();
  else box.remove();
  return waiting;
}

let wait = 1000;
let timer = 0;

function again() {
  clearTimeout(timer);
  timer = window.setTimeout(sendWaiting, wait);
  wait = Math.min(2 * wait, 60_000);
}

/** How far it is stands beside it, when it has files. @param {Draft} draft @param {string} formKey */
async function sendShown({ id, content }, formKey) {
  const bar = piece("progress", { max: "1", value: "0", "aria-label": called(content) });
  if (content.files.length > 0) box.querySelector(`[data-id="${id}"]`)?.append(bar);
  const { outcome } = await send(content, formKey, (part) => { bar.value = part; });
  bar.remove();
  return outcome;
}

/** @param {CryptoKey} key @param {Draft} draft @returns {Promise<boolean>} whether the next may go too */
async function sendOne(key, draft) {
  const told = await pass().catch(() => undefined);
  if (told === undefined) again();
  if (!told) return false;
  const outcome = await alone(draft.id, () => sendShown(draft, told.formulier));
  if (!outcome) {  // it is on its way already, maybe from a page that just closed
    again();
    return true;
  }
  if (outcome === "done") {
    await dropDraft(draft.id);
    gone.push(called(draft.content));
    wait = 1000;
  } else if (outcome === "refused") await keepDraft(key, { ...draft, standing: "refused" });
  else if (outcome !== "signed-out") again();
  return outcome === "done" || outcome === "refused";
}

export async function sendWaiting() {
  const key = await secret();
  if (!key) return;
  const mine = await navigator.locks.request("wat wacht", { ifAvailable: true }, async (lock) => {
    if (!lock || !navigator.onLine) return lock !== null;
    const waiting = (await draftsOf(key, who)).filter(({ standing }) => standing === "waiting").reverse();
    for (const draft of waiting) if (!(await sendOne(key, draft))) break;
    return true;
  });
  const left = await showWaiting();
  if (!mine && left.length > 0) again();  // another tab is at it, and may be closed before it is through
}

window.addEventListener("online", () => {
  wait = 1000;
  sendWaiting();
});

/** Something more waits. */
export async function letWait() {
  await showWaiting();
  if (navigator.onLine) again();
}
