// Sends a keep form with its files while the page stays: how far it is, shown; what went wrong, said; and everything still there to send again,
// under the same id, so that nothing is kept twice.
import { release } from "./loopbaankaart.js";
import { piece, ready, wordsOf } from "./pieces.js";

const patience = 120_000;  // milliseconds without a sign of life

/** @param {HTMLFormElement} form @param {(part: number) => void} sent @returns {Promise<XMLHttpRequest | null>} nothing when it did not arrive */
const post = (form, sent) => new Promise((answered) => {
  const request = new XMLHttpRequest();
  let waiting = 0;
  const wait = () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => request.abort(), patience);
  };
  request.upload.addEventListener("progress", (event) => {
    wait();
    if (event.lengthComputable) sent(event.loaded / event.total);
  });
  request.addEventListener("loadend", () => {
    clearTimeout(waiting);
    answered(request.status === 0 ? null : request);
  });
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "text/html");
  request.send(new FormData(form));
  wait();
});

/** How far it is, in a bar and in words. @param {HTMLFormElement} form @param {import("./pieces.js").Words} words */
function showProgress(form, words) {
  const bar = piece("progress", { max: "100", value: "0", "aria-label": words("onderweg") });
  const said = piece("span", {}, words("onderweg"));
  const shown = piece("div", { class: "sending" }, said, bar);
  form.querySelector(":scope > .actions")?.prepend(shown);
  return {
    sent(/** @type {number} */ part) {
      bar.value = Math.round(100 * part);
      if (part === 1) said.textContent = words("bijna");
    },
    end: () => shown.remove(),
  };
}

/** Beside the button to try again. @param {HTMLFormElement} form @param {string[]} sentences */
const sayNotSent = (form, sentences) =>
  form.querySelector(":scope > .actions")?.prepend(piece("div", { class: "summary", role: "alert" }, ...sentences.map((each) => piece("p", {}, each))));

/** The server's form with what is wrong, and the files that were chosen here. @param {HTMLFormElement} form @param {Document} page @param {HTMLFormElement} other */
function takeOver(form, page, other) {
  const media = form.querySelector(".media"), id = form.querySelector("[name=id]"), summary = page.querySelector("main .summary");
  for (const said of other.querySelectorAll(".media .error")) media?.querySelector(".media-said")?.append(said.textContent ?? "");
  form.replaceChildren(...other.childNodes);
  if (media) form.querySelector(".media")?.replaceWith(media);
  if (id) form.querySelector("[name=id]")?.replaceWith(id);
  if (!summary) return;
  form.prepend(document.adoptNode(summary));
  if (summary instanceof HTMLElement) summary.focus();
}

/** Any other page of the server: it comes instead of this one. @param {Document} page */
function showPage(page) {
  const main = page.querySelector("main");
  if (!main) return false;
  document.title = page.title;
  document.body.className = page.body.className;
  document.querySelector("main")?.replaceWith(document.adoptNode(main));
  window.scrollTo({ top: 0 });
  main.focus({ preventScroll: true });
  return true;
}

/** Tells who looks after what was typed (drafts.js) that it arrived. @param {HTMLFormElement} form */
function kept(form) {
  const told = { form, done: Promise.resolve() };
  document.dispatchEvent(new CustomEvent("kept", { detail: told }));
  return told.done;
}

/** What the answer asks for; false when the form must be sent again. @param {HTMLFormElement} form @param {XMLHttpRequest} answer */
function follow(form, answer) {
  const page = new DOMParser().parseFromString(answer.responseText, "text/html");
  const at = new URL(answer.responseURL);
  if (answer.status < 300 && at.pathname !== new URL(form.action).pathname) {
    const done = page.querySelector(".at-place[id]")?.id;  // an address comes back without its corner
    kept(form).finally(() => location.assign(done ? `${at.href}#${done}` : at.href));
    return true;
  }
  const trouble = page.querySelector(".trouble");
  if (trouble) {
    sayNotSent(form, [...trouble.querySelectorAll("h1, p:not(.small)")].map((each) => each.textContent ?? ""));
    return false;
  }
  const other = [...page.forms].find((each) => each.action === form.action && each.querySelector(".media"));
  if (other) takeOver(form, page, other);
  return other ? false : showPage(page);
}

/** While something travels, the browser asks before it leaves the page. @param {BeforeUnloadEvent} event */
const stay = (event) => event.preventDefault();

/** @param {HTMLFormElement} form @param {Element} media */
async function send(form, media) {
  const words = wordsOf(media);
  for (const old of document.querySelectorAll("main .summary")) old.remove();
  const progress = showProgress(form, words);
  window.addEventListener("beforeunload", stay);
  await ready(media);
  const answer = await post(form, progress.sent);
  window.removeEventListener("beforeunload", stay);
  if (answer && follow(form, answer)) return;
  progress.end();
  release(form);
  if (!form.isConnected) document.querySelector(".panel")?.prepend(form);  // another place was opened meanwhile: it comes back to be sent again
  if (!answer) sayNotSent(form, [words("mislukt")]);
}

// loopbaankaart.js heard of it first: a second press ends there.
document.addEventListener("submit", (event) => {
  const form = event.target, media = form instanceof HTMLFormElement ? form.querySelector(".media") : null;
  if (event.defaultPrevented || !(form instanceof HTMLFormElement) || !media) return;
  event.preventDefault();
  send(form, media);
});
