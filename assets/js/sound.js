// A sound of a keep form: recorded here, three minutes at most, or chosen. The file stays in the form's own field.
import { make, put } from "./forms.js";
import { button, fileField, part, piece, room, say, symbol, tell } from "./pieces.js";

const longest = 178_000;  // milliseconds: what is recorded ends a little after it is told to
const largest = 12 * 1024 * 1024;
const kinds = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];

/** @param {number} milliseconds "1:05" */
const clock = (milliseconds) => `${Math.floor(milliseconds / 60_000)}:${String(Math.floor(milliseconds / 1000) % 60).padStart(2, "0")}`;

/** Records until `stop` is called or the time is up. @param {MediaStream} stream @param {(passed: number) => void} tick */
function record(stream, tick) {
  const type = kinds.find((kind) => MediaRecorder.isTypeSupported(kind));
  const recorder = new MediaRecorder(stream, { ...(type && { mimeType: type }), audioBitsPerSecond: 64_000 });
  /** @type {Blob[]} */
  const pieces = [];
  const began = performance.now();
  let wholeTime = false;
  const stop = () => { if (recorder.state !== "inactive") recorder.stop(); };
  const ticking = setInterval(() => {
    const passed = performance.now() - began;
    tick(passed);
    wholeTime = passed >= longest;
    if (wholeTime) stop();
  }, 250);
  const done = new Promise((/** @type {(made: { file: File, wholeTime: boolean }) => void} */ made) => {
    recorder.addEventListener("dataavailable", (event) => pieces.push(event.data));
    recorder.addEventListener("stop", () => {
      clearInterval(ticking);
      for (const track of stream.getTracks()) track.stop();
      const kind = recorder.mimeType.split(";")[0];
      made({ file: new File(pieces, `opname.${kind.split("/")[1]}`, { type: kind }), wholeTime });
    });
  });
  recorder.start(1000);  // a piece every second: what was said is there, also when the browser ends it
  return { stop, done };
}

/** @param {HTMLElement} media @param {import("./pieces.js").Words} words @param {HTMLElement} parts */
export function sounds(media, words, parts) {
  const field = fileField(media, "geluid");
  const time = piece("span", { role: "timer" });
  const stop = button("primary", () => stopNow(), words("stop"));
  const running = piece("div", { class: "recording" }, piece("span", { class: "recording-dot" }), piece("span", {}, words("ik-neem-op")), time, stop);
  const start = button("media-button", () => begin(), symbol("geluid"), piece("span", {}, words("neem-op")));
  const choose = button("quiet", () => field.click(), words("kies-geluid"));
  running.hidden = true;
  let stopNow = () => {};
  let asked = false;
  let address = "";

  const change = (/** @type {File[]} */ files) => {
    put(field, files);
    tell(field);
    show();
  };

  const show = () => {
    const file = field.files?.[0], described = parts.querySelector("input")?.value ?? "";
    URL.revokeObjectURL(address);
    address = file ? URL.createObjectURL(file) : "";
    parts.replaceChildren();
    if (!file) return;
    const shown = piece("audio", { controls: "", src: address, "aria-label": words("opname") });
    const away = button("quiet", () => {
      change([]);
      start.focus();
    }, words("weg"));
    parts.append(part({ name: words("opname"), ask: words("te-horen"), described, shown, doings: [button("quiet", begin, words("opnieuw")), away] }).made);
  };

  const begin = async () => {
    if (asked) return;
    if (parts.childElementCount === 0 && room(media) < 1) return say(media, words("te-veel"));
    say(media, "");
    asked = true;
    const stream = await navigator.mediaDevices?.getUserMedia({ audio: true }).catch(() => null);
    asked = false;
    if (!stream || !("MediaRecorder" in window)) {
      say(media, words("geen-microfoon"));
      return choose.focus();
    }
    asked = true;
    time.textContent = clock(0);
    running.hidden = false;
    stop.focus();
    const { stop: end, done } = record(stream, (passed) => { time.textContent = clock(passed); });
    stopNow = end;
    const made = done.then(({ file, wholeTime }) => {
      asked = false;
      running.hidden = true;
      if (file.size > 0) change([file]);
      if (file.size === 0) say(media, words("niets-gehoord"));
      else if (wholeTime) say(media, words("te-lang"));
      start.focus();
    });
    if (field.form) make(field.form, made);
  };

  field.addEventListener("change", () => {
    const file = field.files?.[0];
    say(media, file && file.size > largest ? words("te-groot", { name: file.name }) : "");
    if (file && file.size > largest) put(field, []);
    show();
  });
  media.closest("form")?.addEventListener("submit", () => stopNow());  // what was being said goes along
  show();
  return { start, choose, running, show };
}
