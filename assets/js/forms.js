// Forms that carry words: what stands in them, putting it back, and sending them.

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */

const left_out = ["password", "file", "submit", "button", "reset", "image"];

/** @param {HTMLFormElement} form @returns {Field[]} */
const fields = (form) => [...form.elements].flatMap((field) =>
  (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)
    && field.name && field.name !== "sleutel" && !left_out.includes(field.type) ? [field] : []);

/** @param {Field} field */
const isTick = (field) => field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");

/** As they would be sent, but the form's key and files. @param {HTMLFormElement} form @returns {[string, string][]} */
export const fieldsOf = (form) => fields(form).filter((field) => !isTick(field) || (field instanceof HTMLInputElement && field.checked)).map((field) => [field.name, field.value]);

/** As the server gave it: somebody may have typed before this script was there. @param {HTMLFormElement} form @returns {[string, string][]} */
export const servedIn = (form) => fields(form).flatMap((field) => {
  if (field instanceof HTMLSelectElement) return [[field.name, ([...field.options].find((one) => one.defaultSelected) ?? field.options[0])?.value ?? ""]];
  if (isTick(field) && !(/** @type {HTMLInputElement} */ (field).defaultChecked)) return [];
  return [[field.name, field.type === "hidden" || isTick(field) ? field.value : field.defaultValue]];
});

/** The hidden id with which sending again makes nothing twice. @param {HTMLFormElement} form */
export const idField = (form) => /** @type {HTMLInputElement | null} */ (form.querySelector('input[type="hidden"][name="id"]'));

/** @param {HTMLFormElement} form */
export function actionOf(form) {
  const { pathname, search } = new URL(form.action);
  return pathname + search;
}

/** Is it sent with an id, and no secret? @param {HTMLFormElement} form */
const isOurs = (form) => form.method === "post" && idField(form) !== null && !form.querySelector("[type=password]");

/** Something that a person made goes along: it may wait for a connection. @param {HTMLFormElement} form */
export const carries = (form) => isOurs(form) && !form.closest("body.work") && fields(form).length > 1;

/** Somebody can write in it. @param {HTMLFormElement} form */
export const isWrittenIn = (form) => isOurs(form) && !!form.querySelector("textarea, input[type=text], input[type=email]");

/** @param {HTMLFormElement} form @param {[string, string][]} content */
export function fill(form, content) {
  const left = content.map((pair) => [...pair]);
  for (const field of fields(form)) {
    const at = left.findIndex(([name, value]) => name === field.name && (!isTick(field) || value === field.value));
    if (isTick(field)) /** @type {HTMLInputElement} */ (field).checked = at >= 0;
    else if (at >= 0) field.value = left[at][1];
    if (at >= 0) left.splice(at, 1);
    if (at >= 0 && field.value.trim() && field.type !== "hidden" && !(isTick(field) && field.value === ""))
      for (let fold = field.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
  }
  document.dispatchEvent(new CustomEvent("restored", { detail: form }));  // who shows what stands in hidden fields shows it anew
}

/** What is sent, with files; whoever holds a part of it elsewhere adds it in `formdata`. @param {HTMLFormElement} form @param {HTMLElement | null} [button] */
export function contentOf(form, button) {
  const all = [...new FormData(form, button)].filter(([name]) => name !== "sleutel");
  return {
    action: actionOf(form), multipart: form.enctype === "multipart/form-data",
    fields: all.flatMap(([name, value]) => /** @type {[string, string][]} */ (typeof value === "string" ? [[name, value]] : [])),
    files: all.flatMap(([name, value]) => (typeof value !== "string" && value.size > 0 ? [{ name, file: value }] : [])),
  };
}

/** done: the server has it. refused: it shows why. signed-out: after signing in. away: nothing was heard; it may have arrived. later: not now. @typedef {"done" | "refused" | "signed-out" | "away" | "later"} Outcome */

/** Sends it as the form would. @param {import("./kept_drafts.js").Content} content @param {string} formKey @returns {Promise<{outcome: Outcome, url: string}>} */
export async function send({ action, multipart, fields: named, files }, formKey) {
  const body = multipart ? new FormData() : new URLSearchParams();
  body.append("sleutel", formKey);
  for (const [name, value] of named) body.append(name, value);
  if (body instanceof FormData) for (const { name, file } of files) body.append(name, file, file.name);
  try {
    const answer = await fetch(action, { method: "POST", body, headers: { Accept: "text/html" }, signal: AbortSignal.timeout(files.length ? 180_000 : 10_000) });
    const outcome = answer.redirected ? "done" : answer.status === 401 ? "signed-out" : answer.status >= 500 || answer.status === 429 ? "later" : "refused";
    return { outcome, url: answer.url };
  } catch {
    return { outcome: "away", url: "" };
  }
}

/** Sends it as a page, so that the person sees what the server says. @param {import("./kept_drafts.js").Content} content @param {string} formKey */
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
    const chosen = new DataTransfer();
    chosen.items.add(file);
    Object.assign(field, { type: "file", name, files: chosen.files });
  }
  document.body.append(form);
  form.submit();
}
