// Sends a form while its page stays. What cannot go now waits; what the server finds wrong is shown, with everything still there to send again. The
// form's id sees to it that nothing is kept twice.
import { carries, contentOf, idField, ready } from "./forms.js";
import { said, secret, who } from "./here.js";
import { keepDraft } from "./kept_drafts.js";
import { release, unheard } from "./loopbaankaart.js";
import { letWait, top } from "./outbox.js";
import { piece, wordsOf } from "./pieces.js";
import { alone, send } from "./post.js";
import { keep, letGo, tended } from "./tending.js";

/** How far it is, in a bar and in words, of what takes long. @param {HTMLFormElement} form */
function showProgress(form) {
  const media = form.querySelector(".media");
  if (!media) return { sent() {}, end() {} };
  const words = wordsOf(media);
  const bar = piece("progress", { max: "100", value: "0", "aria-label": words("onderweg") });
  const told = piece("span", {}, words("onderweg"));
  const shown = piece("div", { class: "sending" }, told, bar);
  form.querySelector(":scope > .actions")?.prepend(shown);
  return {
    sent(/** @type {number} */ part) {
      bar.value = Math.round(100 * part);
      if (part === 1) told.textContent = words("bijna");
    },
    end: () => shown.remove(),
  };
}

/** @param {HTMLFormElement} form @param {string} says */
function calmly(form, says) {
  if (!form.isConnected) top()?.prepend(form);  // another place was opened meanwhile
  form.querySelector(".draft-line")?.remove();
  const told = piece("p", { class: "draft-line", role: "status" });
  form.prepend(told);
  told.textContent = said(says);
  told.scrollIntoView({ block: "center" });  // on a telephone the button stands far below
}

/** Where the server leads to, until it is there. @param {string} url @param {string} page */
function goOn(url, page) {
  const corner = new DOMParser().parseFromString(page, "text/html").querySelector(".at-place[id]")?.id;  // an address comes back without it
  const to = corner ? `${url}#${corner}` : url;
  const isHere = url === location.href.replace(/#.*/, "");
  const go = () => {
    if (!isHere) return location.assign(to);
    location.replace(to);
    location.reload();
  };
  go();
  setInterval(go, unheard);
}

/** The server's form with what is wrong, and the files that were chosen here. @param {HTMLFormElement} form @param {Document} page @param {HTMLFormElement} other */
function takeOver(form, page, other) {
  const media = form.querySelector(".media"), id = idField(form), summary = page.querySelector("main .summary");
  for (const wrong of other.querySelectorAll(".media .error")) media?.querySelector(".media-said")?.append(wrong.textContent ?? "");
  form.replaceChildren(...other.childNodes);
  if (media) form.querySelector(".media")?.replaceWith(media);
  if (id) idField(form)?.replaceWith(id);
  if (!summary) return;
  form.prepend(document.adoptNode(summary));
  if (summary instanceof HTMLElement) summary.focus();
}

/** Any other page of the server: it comes instead of this one. @param {Document} page */
function showPage(page) {
  const main = page.querySelector("main");
  if (!main) return;
  document.title = page.title;
  document.body.className = page.body.className;
  document.querySelector("main")?.replaceWith(document.adoptNode(main));
  window.scrollTo({ top: 0 });
  main.focus({ preventScroll: true });
}

/** What the server says of a form with files, which a page of its own would lose. @param {HTMLFormElement} form @param {string} text */
function showAnswer(form, text) {
  const page = new DOMParser().parseFromString(text, "text/html"), trouble = page.querySelector(".trouble");
  const other = [...page.forms].find((each) => each.action === form.action && each.querySelector(".media"));
  if (other) takeOver(form, page, other);
  else if (!trouble) showPage(page);
  else form.querySelector(":scope > .actions")?.prepend(piece("div", { class: "summary", role: "alert" },
    ...[...trouble.querySelectorAll("h1, p:not(.small)")].map((each) => piece("p", {}, each.textContent ?? ""))));
}

/** The key lies ready, or there is no connection to get it by. @returns {Promise<CryptoKey | null>} */
const keyAtHand = () => Promise.race([secret(), new Promise((/** @type {(none: null) => void} */ resolve) => { setTimeout(resolve, 500, null); })]);

/** While what is kept nowhere travels, the browser asks before it leaves the page. @param {BeforeUnloadEvent} event */
const stay = (event) => event.preventDefault();

/** @type {WeakSet<HTMLFormElement>} forms that go as a page */
const passing = new WeakSet();

/** @param {HTMLFormElement} form @param {HTMLElement | null} button */
async function sendHere(form, button) {
  const one = tended.get(form), id = idField(form)?.value ?? "", progress = showProgress(form);
  if (one) one.sending = true;
  for (const old of document.querySelectorAll("main .summary")) old.remove();
  await ready(form);
  const content = contentOf(form, button);
  let key = await keyAtHand();
  if (key) await one?.busy;
  /** @param {"typed" | "waiting"} standing */
  const put = (standing) => key ? keepDraft(key, { id, who, at: Date.now(), standing, content }).then(() => true, () => false) : false;
  // From here on it is on its way, also when this page does not live to see it arrive.
  let kept = await put("waiting");
  if (!kept) window.addEventListener("beforeunload", stay);
  const formKey = /** @type {HTMLInputElement | null} */ (form.querySelector("[name=sleutel]"))?.value ?? "";
  const answer = navigator.onLine ? await alone(id, () => send(content, formKey, progress.sent)) : null;
  window.removeEventListener("beforeunload", stay);
  if (answer?.outcome === "done") {
    await letGo(form);
    return goOn(answer.url, answer.page);
  }
  progress.end();
  release(form);
  if (one) Object.assign(one, { sending: false, last: "" });
  if (answer?.outcome === "refused" || (answer?.outcome === "signed-out" && content.files.length === 0)) {
    await put("typed");
    if (form.querySelector(".media")) {
      showAnswer(form, answer.page);
      return void (one && keep(one));
    }
    passing.add(form);  // the same id: the server says again what it said, now as a page
    return form.requestSubmit(button);
  }
  if (!key && (key = await keyAtHand())) kept = await put("waiting");  // the key came meanwhile
  if (!kept) return calmly(form, "nietOpSlot");  // no key yet, or no room for the photos: the form keeps them
  form.reset();
  if (one) Object.assign(one, { kept: false, without: false });
  if (form.isConnected) calmly(form, navigator.onLine ? "later" : "offline");
  await letWait();
  if (answer?.outcome === "signed-out") location.assign("/inloggen");  // and then it goes, with its files
}

export function sendFromHere() {
  window.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
    if (event.submitter?.hasAttribute("data-hertekent")) return;  // the form comes back as it is, under the same id; nothing is kept by it
    const id = idField(form)?.value;
    if (carries(form) && !passing.has(form)) {
      event.preventDefault();
      sendHere(form, event.submitter);
    } else if (id) sessionStorage.setItem("verzonden", id);
  });
}
