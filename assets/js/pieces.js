// What the scripts of a keep form share: its words, and the pieces they put on the page.

/** @typedef {(name: string, about?: Record<string, string>) => string} Words */

/** The words that came with the form. @param {Element} media @returns {Words} */
export const wordsOf = (media) => (name, about = {}) =>
  (media.querySelector(`[data-woord="${name}"]`)?.textContent ?? "").replace(/\{(\w+)\}/g, (whole, key) => about[key] ?? whole);

/**
 * An element with its attributes and what stands in it.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {Record<string, string>} attributes @param {...(Node | string)} content @returns {HTMLElementTagNameMap[Tag]}
 */
export function piece(tag, attributes = {}, ...content) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...content);
  return made;
}

/** A drawing of assets/symbols, from the sheet that the page itself uses. @param {string} name */
export function symbol(name) {
  const space = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(space, "svg");
  const use = drawing.appendChild(document.createElementNS(space, "use"));
  drawing.setAttribute("class", "symbol");
  drawing.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `${document.querySelector("use")?.getAttribute("href")?.split("#")[0]}#${name}`);
  return drawing;
}

/** A button that sends nothing. @param {string} look @param {() => void} pressed @param {...(Node | string)} content */
export function button(look, pressed, ...content) {
  const made = piece("button", { type: "button", class: look }, ...content);
  made.addEventListener("click", pressed);
  return made;
}

/** Says it below the buttons, where a screen reader hears it; nothing takes it away. @param {Element} media @param {string} sentence */
export function say(media, sentence) {
  const said = media.querySelector(".media-said");
  if (said) said.textContent = sentence;
}

/** How many more parts fit. @param {HTMLElement} media */
export const room = (media) => Number(media.dataset.hoogstens) - media.querySelectorAll(".part").length;

/**
 * Something that goes along: what it looks like, a line for who cannot see or hear it, and what can be done with it.
 * @param {{ name: string, ask: string, described: string, shown: HTMLElement, doings: HTMLButtonElement[] }} what
 */
export function part({ name, ask, described, shown, doings }) {
  const number = piece("span", { class: "spoken" }, `${name}: `);
  const field = piece("input", { name: "beschrijving", maxlength: "500", autocomplete: "off" });
  field.value = described;
  const made = piece("div", { class: "part", role: "group", "aria-label": name }, shown, piece("label", {}, number, ask, field), piece("p", { class: "part-doings" }, ...doings));
  const call = (/** @type {string} */ other) => {
    made.setAttribute("aria-label", other);
    number.textContent = `${other}: `;
  };
  return { made, call };
}

/** A file field of the form. @param {Element} media @param {string} name */
export const fileField = (media, name) => /** @type {HTMLInputElement} */ (media.querySelector(`input[type=file][name=${name}]`));

/** Files or strokes that a script puts in a field are heard of as what a person chooses is. @param {HTMLInputElement} field */
export const tell = (field) => field.dispatchEvent(new Event("input", { bubbles: true }));
