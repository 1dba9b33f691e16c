// Sending what stood in a form, and what came of it.
import { put } from "./forms.js";

/** @typedef {import("./kept_drafts.js").Content} Content */
/** done: the server has it. refused: it shows why. signed-out: after signing in. away: nothing was heard; it may have arrived. later: not now. @typedef {"done" | "refused" | "signed-out" | "away" | "later"} Outcome */

/** Milliseconds without a sign of life. @param {Content} content */
const patience = ({ files }) => (files.length > 0 ? 30_000 : 10_000);

/** @param {XMLHttpRequest} answer @param {string} action @returns {Outcome} */
function outcomeOf({ status, responseURL }, action) {
  if (status === 0) return "away";
  if (status < 300 && responseURL !== new URL(action, location.href).href) return "done";  // it led on to another page
  return status === 401 ? "signed-out" : status >= 500 || status === 429 ? "later" : "refused";
}

/**
 * Sends it as the form would.
 * @param {Content} content @param {string} formKey @param {(part: number) => void} sent told how far it is
 * @returns {Promise<{outcome: Outcome, url: string, page: string}>}
 */
export const send = (content, formKey, sent) => new Promise((answered) => {
  const { action, multipart, fields, files } = content, request = new XMLHttpRequest();
  const body = multipart ? new FormData() : new URLSearchParams();
  body.append("sleutel", formKey);
  for (const [name, value] of fields) body.append(name, value);
  if (body instanceof FormData) for (const { name, file } of files) body.append(name, file, file.name);
  let waiting = 0;
  const wait = () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => request.abort(), patience(content));
  };
  request.addEventListener("progress", wait);
  request.upload.addEventListener("progress", (event) => {
    wait();
    if (event.lengthComputable) sent(event.loaded / event.total);
  });
  request.addEventListener("loadend", () => {
    clearTimeout(waiting);
    answered({ outcome: outcomeOf(request, action), url: request.responseURL, page: request.responseText });
  });
  request.open("POST", action);
  request.setRequestHeader("Accept", "text/html");
  request.send(body);
  wait();
});

/** One at a time: who sends it here, and who sends what waits. @template T @param {string} id @param {() => Promise<T>} work @returns {Promise<T | null>} nothing when another is at it */
export const alone = (id, work) => navigator.locks.request(`stuurt ${id}`, { ifAvailable: true }, (lock) => (lock ? work() : null));

/** Sends it as a page, so that the person sees what the server says. @param {Content} content @param {string} formKey */
export function sendAsPage({ action, multipart, fields: named, files }, formKey) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = action;
  if (multipart) form.enctype = "multipart/form-data";
  form.hidden = true;
  for (const [name, value] of /** @type {[string, string][]} */ ([["sleutel", formKey], ...named])) {
    const field = form.appendChild(document.createElement("textarea"));  // keeps line ends
    field.name = name;
    field.value = value;
  }
  for (const { name, file } of files) {
    const field = form.appendChild(document.createElement("input"));
    Object.assign(field, { type: "file", name });
    put(field, [file]);
  }
  document.body.append(form);
  form.submit();
}
