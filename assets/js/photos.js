// Photos of a keep form: chosen with one button, shown at once, and made smaller before they travel. The files stay in the form's own field.
import { make, put } from "./forms.js";
import { button, fileField, part, piece, room, say, symbol, tell } from "./pieces.js";

const kinds = ["image/jpeg", "image/png", "image/webp"];
const largest = 12 * 1024 * 1024;      // bytes: more than that the server does not take
const worthShrinking = 3 * 1024 * 1024;
const longestSide = 2560;              // pixels
const previewSide = 480;

/** @typedef {{ file: File, made: HTMLElement, call: (name: string) => void }} Photo */

/** @param {File} file @returns {Promise<ImageBitmap | null>} nothing when it is no photo */
const opened = (file) => (kinds.includes(file.type) ? createImageBitmap(file).catch(() => null) : Promise.resolve(null));

/** Fits the picture on a canvas, on white where it lets light through. @param {HTMLCanvasElement} canvas @param {ImageBitmap} picture @param {number} side */
function fit(canvas, picture, side) {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const brush = canvas.getContext("2d");
  if (!brush) return;
  brush.fillStyle = "#fff";
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.imageSmoothingQuality = "high";
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
}

/** @param {File} file @param {ImageBitmap} picture @returns {Promise<File>} */
async function travelling(file, picture) {
  if (file.size <= worthShrinking) return file;
  const canvas = piece("canvas");
  fit(canvas, picture, longestSide);
  const smaller = await new Promise((/** @type {BlobCallback} */ done) => canvas.toBlob(done, "image/jpeg", 0.85));
  canvas.width = canvas.height = 0;  // a telephone has few of these
  return smaller && smaller.size < file.size ? new File([smaller], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" }) : file;
}

/** @param {HTMLElement} media @param {import("./pieces.js").Words} words @param {HTMLElement} parts @param {string} described */
export function photos(media, words, parts, described) {
  const field = fileField(media, "foto");
  /** @type {Photo[]} */
  let chosen = [];
  /** What did not fit or open, of those chosen together. @type {Set<string>} */
  let wrong = new Set();
  /** One after the other: a telephone holds no eight opened photos. @type {Promise<unknown>} */
  let row = Promise.resolve();
  const choose = button("media-button", () => field.click(), symbol("foto"), piece("span", {}, words("fotos")));

  const keep = () => {
    chosen = chosen.filter((one) => one.made.isConnected);
    chosen.forEach((one, at) => one.call(words("foto", { number: String(at + 1) })));
    put(field, chosen.map((one) => one.file));
    tell(field);
  };

  const complain = (/** @type {string} */ sentence) => say(media, [...wrong.add(sentence)].join(" "));

  const add = (/** @type {File} */ file, /** @type {string} */ line) => {
    if (room(media) < 1) return complain(words("te-veel"));
    const shown = piece("canvas", { class: "waiting", width: "4", height: "3", "aria-hidden": "true" });
    const away = button("quiet", () => {
      made.remove();
      keep();
      choose.focus();
    }, words("weg"));
    const { made, call } = part({ name: words("foto", { number: "" }), ask: words("te-zien"), described: line, shown, doings: [away] });
    const photo = { file, made, call };
    chosen.push(photo);
    parts.append(made);
    row = row.then(() => open(photo, shown));
    if (field.form) make(field.form, row);
  };

  const open = async (/** @type {Photo} */ photo, /** @type {HTMLCanvasElement} */ shown) => {
    const { file, made } = photo;
    if (!made.isConnected) return;  // it was taken out again meanwhile
    const picture = await opened(file);
    if (picture) photo.file = await travelling(file, picture);
    const refused = !picture ? "geen-foto" : photo.file.size > largest ? "te-groot" : "";
    if (picture && !refused) fit(shown, picture, previewSide);
    picture?.close();
    shown.classList.remove("waiting");
    if (refused) made.remove();
    if (refused) complain(words(refused, { name: file.name }));
    keep();
  };

  const show = () => {
    const files = [...(field.files ?? [])];
    wrong = new Set();
    say(media, "");
    put(field, []);
    files.forEach((file, at) => add(file, at === 0 ? described : ""));
    described = "";
    keep();
  };
  field.addEventListener("change", show);
  show();
  return { choose, show };
}
