// A journey that is brought in goes in pieces, and of one that was cut off only what is missing. Without this script the form sends the whole file at once.
import { freshId } from "./loopbaankaart.js";
import { piece, wordsOf } from "./pieces.js";

/** What the server has of it. @typedef {{state: string, bytes: number, piece: number, missing: number[]}} Standing */

const unheard = 30_000;                 // milliseconds without a sign of life
const pauses = [1, 2, 5, 10, 20, 30];   // seconds before it is tried again

const brings = document.querySelector(".brings");
if (brings instanceof HTMLElement && crypto.subtle) begin(brings);

/** @param {ArrayBuffer} bytes */
const digestOf = async (bytes) => [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Until the line is back, or for so long. @param {number} seconds */
const rest = (seconds) => new Promise((resolve) => {
  const go = () => {
    clearTimeout(waiting);
    removeEventListener("online", go);
    resolve(undefined);
  };
  const waiting = setTimeout(go, seconds * 1000);
  addEventListener("online", go);
});

/**
 * Sends it, or asks; what it led to is asked for as JSON. Nothing when it was not heard, or not now.
 * @param {string} address @param {FormData | URLSearchParams | null} body @param {(part: number) => void} sent
 * @returns {Promise<{status: number, standing: Standing | null} | null>}
 */
const ask = (address, body, sent = () => {}) => new Promise((answered) => {
  const request = new XMLHttpRequest();
  let waiting = 0;
  const wait = () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => request.abort(), unheard);
  };
  request.upload.addEventListener("progress", (event) => {
    wait();
    if (event.lengthComputable) sent(event.loaded / event.total);
  });
  request.addEventListener("loadend", () => {
    clearTimeout(waiting);
    const { status } = request, json = request.getResponseHeader("Content-Type")?.startsWith("application/json");
    answered(status === 0 || status === 429 || status >= 500 ? null : { status, standing: status === 200 && json ? JSON.parse(request.responseText) : null });
  });
  request.open(body ? "POST" : "GET", address);
  request.setRequestHeader("Accept", "application/json");
  request.send(body);
  wait();
});

/** @param {HTMLElement} brings */
function begin(brings) {
  const form = brings.querySelector("form"), field = brings.querySelector("input[type=file]"), words = wordsOf(brings);
  const key = /** @type {HTMLInputElement | null} */ (brings.querySelector("input[name=sleutel]"))?.value ?? "";
  if (!form || !(field instanceof HTMLInputElement)) return;
  const { naam: name = "", bytes = "", bladzijde: page = "" } = brings.dataset;
  const bar = piece("progress", { max: "1", value: "0", "aria-label": words("komt") });
  const told = piece("span", { role: "status" });
  const arriving = piece("div", { class: "arriving" }, piece("strong", {}, words("komt")), bar, told);
  const wrong = piece("p", { class: "error", role: "alert" });

  /** Asks until it is heard. @param {string} address @param {() => FormData | URLSearchParams | null} body @param {(part: number) => void} [sent] */
  const askOn = async (address, body, sent) => {
    for (let turn = 0; ; ++turn) {
      const heard = await ask(address, body(), sent);
      if (heard) told.textContent = words("blijf");
      if (heard) return heard;
      told.textContent = words("wacht");
      await rest(pauses[Math.min(turn, pauses.length - 1)]);
    }
  };

  const fields = (/** @type {Record<string, string>} */ more) => new URLSearchParams({ sleutel: key, id: freshId(), ...more });

  /** One piece, whose digest tells whether it arrived whole. @param {string} at @param {File} file @param {number} number @param {number} size @param {(part: number) => void} sent */
  const send = async (at, file, number, size, sent) => {
    const part = file.slice(number * size, (number + 1) * size), sha256 = await digestOf(await part.arrayBuffer());
    return askOn(`${at}/stuk/${number}`, () => {
      const body = new FormData();
      for (const [name, value] of Object.entries({ sleutel: key, id: freshId(), sha256 })) body.append(name, value);
      body.append("stuk", part, "stuk");
      return body;
    }, sent);
  };

  /** All that is missing, one after the other; then what is in it is looked at. @param {string} at @param {File} file @param {Standing} standing */
  const sendAll = async (at, file, standing) => {
    const all = Math.ceil(standing.bytes / standing.piece);
    for (let left = standing.missing, damaged = 0; left.length > 0;) {
      const show = (/** @type {number} */ part) => { bar.value = (all - left.length + part) / all; };
      show(0);
      const heard = await send(at, file, left[0], standing.piece, show);
      if (heard.standing) left = heard.standing.missing;
      else if (heard.status !== 422 || ++damaged > 3) return location.assign(at);  // the page says why
    }
    bar.value = 1;
    await askOn(`${at}/kijk`, () => fields({}));
    location.assign(at);
  };

  /** @param {File} file */
  const bring = async (file) => {
    const other = page !== "" && (file.size !== Number(bytes) || file.name !== name);
    wrong.textContent = other ? words("ander", { name }) : file.size > 4 * 1024 ** 3 ? words("te-groot") : "";
    if (wrong.textContent) return form.before(wrong);
    form.replaceWith(arriving);
    told.textContent = words("blijf");
    const id = freshId(), at = page || `/meebrengen/${id}`;
    const heard = await askOn(page || "/meebrengen/begin", () => (page ? null : fields({ id, naam: file.name, bytes: String(file.size) })));
    if (heard.standing?.state === "receiving") return sendAll(at, file, heard.standing);
    location.assign(heard.status === 409 ? "/meebrengen" : at);
  };

  form.addEventListener("submit", (event) => {
    const [file] = field.files ?? [];
    if (!file || file.size === 0) return;  // the server says what to do
    event.preventDefault();
    bring(file);
  });
}
