// What the script adds to a form for keeping something, which works without it: three buttons for photos, a drawing and a sound, and what
// was chosen as scraps below them. The files and strokes stand in the form's own fields, so the form stays what it was.
import { put } from "./forms.js";
import { drawings } from "./pad.js";
import { photos } from "./photos.js";
import { piece, wordsOf } from "./pieces.js";
import { sounds } from "./sound.js";

/** @param {HTMLElement} media */
function begin(media) {
  media.dataset.begonnen = "";
  const words = wordsOf(media);
  const line = media.querySelector("[name=beschrijving]");
  const described = line instanceof HTMLInputElement ? line.value : "";
  line?.closest(".field")?.remove();
  for (const field of media.querySelectorAll(".field")) field.classList.add("with-script");
  /** The order in which the server takes them: photos, a sound, a drawing. */
  const lists = [1, 2, 3].map(() => piece("div", { class: "parts-of-a-kind" }));
  media.append(piece("p", { class: "media-said", role: "status" }), piece("div", { class: "parts" }, ...lists));
  const photo = photos(media, words, lists[0], described);
  const drawing = drawings(media, words, lists[2]);
  const sound = media.querySelector("[name=geluid]") ? sounds(media, words, lists[1]) : undefined;  // some forms ask for pictures alone
  const buttons = piece("div", { class: "media-buttons" }, photo.choose, drawing.start);
  if (sound) buttons.append(sound.start);
  media.prepend(buttons, ...(sound ? [sound.running, sound.choose] : []));
  // What the page says is wrong with a field leads to its button.
  for (const [name, button] of /** @type {const} */ ([["foto", photo.choose], ["geluid", sound?.start]])) {
    if (!button) continue;
    const field = media.querySelector(`#veld-${name}`);
    field?.removeAttribute("id");
    button.id = `veld-${name}`;
  }
  const showAgain = () => {
    for (const list of lists) list.replaceChildren();
    for (const each of [photo, sound, drawing]) each?.show();
  };
  const form = media.closest("form");
  form?.addEventListener("restored", showAgain);
  form?.addEventListener("reset", () => {
    for (const field of media.querySelectorAll("input")) {
      if (field.type === "file") put(field, []);
      if (field.type === "hidden") field.value = "";
    }
    showAgain();
  });
  form?.dispatchEvent(new Event("begun"));
}

// The place where one began to keep something stays in sight, with the form below it.
document.addEventListener("toggle", ({ target }) => {
  if (target instanceof HTMLDetailsElement && target.open && target.matches(".keep")) target.scrollIntoView({ block: "start" });
}, { capture: true });

const look = () => {
  if (!("HTMLDialogElement" in window && "createImageBitmap" in window)) return;  // an old browser keeps the form's own fields
  for (const media of document.querySelectorAll(".media:not([data-begonnen])")) if (media instanceof HTMLElement) begin(media);
};
look();
new MutationObserver(look).observe(document.body, { childList: true, subtree: true });  // the map opens places without a new page
