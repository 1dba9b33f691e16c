// What could not be sent yet: shown, and sent by itself as soon as it can be. Each has its id, so nothing is made twice.
import { send, sendAsPage } from "./forms.js";
import { pass, said, secret, who } from "./here.js";
import { called, draftsOf, dropDraft, keepDraft } from "./kept_drafts.js";

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

/** @param {string} title @param {{words: string, doings: HTMLElement[]}[]} items */
function list(title, items) {
  if (items.length === 0) return;
  const head = box.appendChild(document.createElement("p"));
  head.textContent = said(title);
  const rows = box.appendChild(document.createElement("ul"));
  for (const { words, doings } of items) {
    const row = rows.appendChild(document.createElement("li"));
    row.append(words, " ", ...doings);
  }
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
  list("geweigerd", refused.map((draft) => ({ words: called(draft.content), doings: [button(said("bekijk"), () => look(draft))] })));
  list("wacht", waiting.map((draft) => ({ words: called(draft.content), doings: [] })));
  list("mee", gone.map((words) => ({ words, doings: [] })));
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

/** @param {CryptoKey} key @param {Draft} draft @returns {Promise<boolean>} whether the next may go too */
async function sendOne(key, draft) {
  const told = await pass().catch(() => undefined);
  if (told === undefined) again();
  if (!told) return false;
  const { outcome } = await send(draft.content, told.formulier);
  if (outcome === "done") {
    await dropDraft(draft.id);
    gone.push(called(draft.content));
  } else if (outcome === "refused") await keepDraft(key, { ...draft, standing: "refused" });
  else if (outcome !== "signed-out") again();
  return outcome === "done" || outcome === "refused";
}

export async function sendWaiting() {
  const key = await secret();
  if (!key) return;
  await navigator.locks.request("wat wacht", { ifAvailable: true }, async (lock) => {
    if (!lock || !navigator.onLine) return;
    const waiting = (await draftsOf(key, who)).filter(({ standing }) => standing === "waiting").reverse();
    for (const draft of waiting) if (!(await sendOne(key, draft))) break;
  });
  await showWaiting();
}

window.addEventListener("online", () => {
  wait = 1000;
  sendWaiting();
});

/** A form that cannot be sent now: it waits. @param {CryptoKey} key @param {string} id @param {import("./kept_drafts.js").Content} content */
export async function letWait(key, id, content) {
  await keepDraft(key, { id, who, at: Date.now(), standing: "waiting", content });
  await showWaiting();
  if (navigator.onLine) again();
}
