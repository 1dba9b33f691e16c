// What the script adds to pages that work without it: a form used again gets a fresh id, a button is pressed once, a link is copied, and
// the list of places narrows while one types. Nothing else.

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford base 32

/** A fresh id (ULID): 48 bits of time, 80 bits of chance, as 26 signs. */
export function freshId() {
  const chance = crypto.getRandomValues(new Uint8Array(16));
  let time = Date.now();
  let signs = "";
  for (let place = 0; place < 10; ++place) {
    signs = alphabet[time % 32] + signs;
    time = Math.floor(time / 32);
  }
  for (const byte of chance) signs += alphabet[byte % 32];
  return signs;
}

/** For finding: lower case, without accents. @param {string} text */
export const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** @param {HTMLFormElement} form */
export function renewId(form) {
  const field = form.querySelector('input[type="hidden"][name="id"]');
  if (field instanceof HTMLInputElement) field.value = freshId();
}

/** Its button can be pressed again. @param {HTMLFormElement} form */
export function release(form) {
  for (const button of form.querySelectorAll("button[data-label]")) {
    if (!(button instanceof HTMLButtonElement)) continue;
    button.removeAttribute("aria-disabled");
    const label = button.querySelector("span");
    if (label) label.textContent = button.dataset.label ?? "";
    delete button.dataset.label;
  }
}

/** Milliseconds after which a page that was asked for is not coming any more: the line went dead, and a browser waits for it without end. */
export const unheard = 15_000;

// A second press within one sending does nothing, until nothing is heard of it any more; the button says that it is busy. It is not disabled: its name and
// value must go along, and the focus must stay.
document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (event.defaultPrevented || !(event.target instanceof HTMLFormElement) || event.target.method !== "post") return;
  if (!(button instanceof HTMLButtonElement)) return;
  if (event.target.querySelector("button[data-label]")) return event.preventDefault();
  const label = button.querySelector("span");
  button.dataset.label = label?.textContent ?? "";
  button.setAttribute("aria-disabled", "true");
  if (label) label.textContent = document.body.dataset.bezig ?? "";
  const { target } = event;
  setTimeout(() => { if (!event.defaultPrevented) release(target); }, unheard);  // a script that sends it knows more
});

document.addEventListener("reset", (event) => {
  if (event.target instanceof HTMLFormElement) renewId(event.target);
});

// Back with the browser's own button: the page is as it was left, so what is sent from it now is something new.
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.forms) {
    release(form);
    renewId(form);
  }
});

/** Whether this page came from this device, was sent a form, or somebody was signed in on this device before. */
async function hasTraces() {
  if (document.body.dataset.bewaard !== undefined || sessionStorage.getItem("verzonden") !== null) return true;
  return !indexedDB.databases || (await indexedDB.databases()).some(({ name }) => name === "loopbaankaart");
}

// A first visit does without what keeps and clears what people typed.
const draftsScript = document.querySelector("script[data-concepten]")?.getAttribute("data-concepten");
if (draftsScript) hasTraces().then((any) => any && import(draftsScript)).catch(() => {});

/** As the server finds: "droom" also stands in "dromen". @param {string} words @param {string} wanted */
function has(words, wanted) {
  const once = (/** @type {string} */ text) => text.replace(/([a-z])\1+/g, "$1");
  return words.includes(wanted) || (once(wanted).length >= 4 && once(words).includes(once(wanted)));
}

/** Shows only what matches; a group without any hides as a whole. On the map nothing hides: the rest steps back.
 * @param {string} typed @returns {number} how many match */
function narrow(typed) {
  const wanted = folded(typed).split(/\s+/);
  let found = 0;
  for (const item of document.querySelectorAll("[data-zoek]")) {
    if (!(item instanceof HTMLElement)) continue;
    const onMap = item.classList.contains("spot");
    const words = folded(onMap ? item.dataset.zoek ?? "" : `${item.dataset.zoek} ${item.textContent}`);
    const fits = wanted.every((word) => has(words, word));
    if (onMap) item.classList.toggle("missed", !fits);
    else item.hidden = !fits;
    if (fits) ++found;
  }
  for (const group of document.querySelectorAll(".group"))
    if (group instanceof HTMLElement) group.hidden = !group.querySelector("[data-zoek]:not([hidden])");
  return found;
}

let pause = 0;
document.addEventListener("input", (event) => {
  const field = event.target;
  if (!(field instanceof HTMLInputElement) || !field.matches("[data-filter]")) return;
  const count = narrow(field.value);
  const found = field.form?.querySelector(".found");
  clearTimeout(pause); // a screen reader hears the count once, after the typing
  pause = window.setTimeout(() => {
    if (found instanceof HTMLElement) found.textContent = field.value.trim() ? (found.dataset.gevonden ?? "").replace("{aantal}", String(count)) : "";
  }, 500);
});

// Copies what stands in the field before it.
for (const button of document.querySelectorAll("button[data-copied]")) {
  const field = button.previousElementSibling;
  if (!(button instanceof HTMLButtonElement && field instanceof HTMLInputElement && navigator.clipboard)) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    await navigator.clipboard.writeText(field.value);
    button.textContent = button.dataset.copied ?? "";
  });
}
