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

/** @param {HTMLFormElement} form */
const fileFields = (form) => [...form.elements].flatMap((field) => (field instanceof HTMLInputElement && field.type === "file" && field.name ? [field] : []));

/** What was chosen or made in it. @param {HTMLFormElement} form @returns {{name: string, file: File}[]} */
export const filesOf = (form) => fileFields(form).flatMap(({ name, files }) => [...files ?? []].map((file) => ({ name, file })));

/** Puts these files in a field, as if they were chosen there. @param {HTMLInputElement} field @param {File[]} files */
export function put(field, files) {
  const chosen = new DataTransfer();
  for (const file of files) chosen.items.add(file);
  field.files = chosen.files;
}

/** @param {HTMLFormElement} form @param {[string, string][]} content @param {{name: string, file: File}[]} files */
export function fill(form, content, files) {
  for (const field of fileFields(form)) put(field, files.filter(({ name }) => name === field.name).map(({ file }) => file));
  const left = content.map((pair) => [...pair]);
  for (const hidden of [true, false]) {
    for (const field of fields(form)) if ((field.type === "hidden") === hidden) fillOne(field, left);
    // Who shows files and what stands in hidden fields shows it anew, with a line for words about each.
    if (hidden) form.dispatchEvent(new Event("restored"));
  }
}

/** @param {Field} field @param {string[][]} left what no field took yet */
function fillOne(field, left) {
  const at = left.findIndex(([name, value]) => name === field.name && (!isTick(field) || value === field.value));
  if (isTick(field)) /** @type {HTMLInputElement} */ (field).checked = at >= 0;
  else if (at >= 0) field.value = left[at][1];
  if (at >= 0) left.splice(at, 1);
  if (at >= 0 && field.value.trim() && field.type !== "hidden" && !(isTick(field) && field.value === ""))
    for (let fold = field.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
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

/** What is still being made for a form, to be waited for before it is sent. @type {WeakMap<HTMLFormElement, Promise<unknown>>} */
const making = new WeakMap();

/** @param {HTMLFormElement} form @param {Promise<unknown>} work */
export const make = (form, work) => void making.set(form, Promise.allSettled([ready(form), work]));

/** @param {HTMLFormElement} form @returns {Promise<unknown>} */
export const ready = (form) => making.get(form) ?? Promise.resolve();
