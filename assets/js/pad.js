// A sheet to draw on with mouse, finger or pen. What was drawn goes along as strokes in the hidden field `tekening`; closing keeps it.
import { button, part, piece, room, say, symbol, tell } from "./pieces.js";
import { inks, paint, paintStroke, pointsLeft, read, thinned, written } from "./strokes.js";

const widths = /** @type {const} */ ({ dun: 5, dik: 16 });
const step = 2.5;  // units: a point nearer to the last one tells nothing

/** @typedef {import("./strokes.js").Drawing} Drawing */

/** Buttons of which one is pressed. @template {string} Name @param {string} label @param {Name[]} names @param {(name: Name) => HTMLButtonElement} make */
function oneOf(label, names, make) {
  const group = piece("div", { role: "group", "aria-label": label });
  const press = (/** @type {Element} */ pressed) => {
    for (const each of group.children) each.setAttribute("aria-pressed", String(each === pressed));
  };
  for (const name of names) {
    const made = make(name);
    made.addEventListener("click", () => press(made));
    group.append(made);
  }
  press(group.children[0]);
  return group;
}

/** @param {import("./pieces.js").Words} words @param {Drawing} drawing @param {() => void} closed */
function openPad(words, drawing, closed) {
  const canvas = piece("canvas", { width: String(drawing.width * 2), height: String(drawing.height * 2), role: "img", "aria-label": words("tekening") });
  const said = piece("p", { role: "status", class: "pad-said" });
  /** What undoing brings back. @type {Drawing["strokes"][]} */
  const before = [];
  let ink = /** @type {keyof typeof inks} */ ("inkt");
  let width = /** @type {number} */ (widths.dun);
  /** @type {{ pointer: number, most: number, stroke: import("./strokes.js").Stroke } | null} */
  let drawn = null;

  const show = () => {
    paint(canvas, drawing);
    undo.setAttribute("aria-disabled", String(before.length === 0));
    clear.setAttribute("aria-disabled", String(drawing.strokes.length === 0));
    said.textContent = pointsLeft(drawing) < 20 ? words("vol") : "";
  };
  const change = (/** @type {Drawing["strokes"]} */ strokes) => {
    before.push(drawing.strokes);
    drawing.strokes = strokes;
    show();
  };
  const undo = button("secondary", () => {
    drawing.strokes = before.pop() ?? drawing.strokes;
    show();
  }, symbol("terug"), piece("span", {}, words("terug")));
  const clear = button("secondary", () => { if (drawing.strokes.length > 0) change([]); }, words("wis"));
  const ready = button("primary", () => pad.close(), words("klaar"));

  const colours = oneOf(words("kleur"), /** @type {(keyof typeof inks)[]} */ (Object.keys(inks)), (name) => {
    const made = button("ink", () => { ink = name; }, piece("span", { class: "spoken" }, words(name)));
    made.style.setProperty("--ink-here", inks[name]);
    return made;
  });
  const thickness = oneOf(words("dikte"), /** @type {(keyof typeof widths)[]} */ (Object.keys(widths)), (name) =>
    button(`ink ${name}`, () => { width = widths[name]; }, piece("span", { class: "spoken" }, words(name))));

  const pad = piece("dialog", { class: "pad", "aria-label": words("tekening") },
    piece("div", { class: "pad-doings" }, undo, clear, ready), piece("div", { class: "pad-paper" }, canvas), piece("div", { class: "pad-inks" }, colours, thickness), said);

  /** Where on the paper. @param {PointerEvent} event @returns {import("./strokes.js").Point} */
  const spot = (event) => {
    const box = canvas.getBoundingClientRect();
    const within = (/** @type {number} */ part, /** @type {number} */ most) => Math.round(Math.min(1, Math.max(0, part)) * most);
    return [within((event.clientX - box.left) / box.width, drawing.width), within((event.clientY - box.top) / box.height, drawing.height)];
  };
  canvas.addEventListener("pointerdown", (event) => {
    if (drawn || event.button !== 0) return;
    const most = pointsLeft(drawing);
    if (most < 20) return;
    canvas.setPointerCapture(event.pointerId);
    drawn = { pointer: event.pointerId, most, stroke: { ink, width, points: [spot(event)] } };
    trace();
  });
  /** The stroke so far, or its last bit. @param {number} [from] */
  const trace = (from = 0) => {
    const brush = canvas.getContext("2d");
    if (drawn && brush) paintStroke(brush, { ...drawn.stroke, points: drawn.stroke.points.slice(from) });
  };
  canvas.addEventListener("pointermove", (event) => {
    if (drawn?.pointer !== event.pointerId) return;
    const { points } = drawn.stroke, had = points.length;
    const passed = event.getCoalescedEvents?.() ?? [];
    for (const each of passed.length > 0 ? passed : [event]) {
      const [x, y] = spot(each), [lastX, lastY] = points[points.length - 1];
      if (points.length < drawn.most && Math.hypot(x - lastX, y - lastY) >= step) points.push([x, y]);
    }
    if (points.length > had) trace(Math.max(0, had - 2));
    if (points.length > drawn.most - 10) finish();
  });
  const finish = () => {
    if (!drawn) return;
    const { stroke } = drawn;
    drawn = null;
    change([...drawing.strokes, { ...stroke, points: thinned(stroke.points) }]);
  };
  for (const end of /** @type {const} */ (["pointerup", "pointercancel"])) canvas.addEventListener(end, (event) => { if (drawn?.pointer === event.pointerId) finish(); });
  pad.addEventListener("close", () => {
    finish();
    pad.remove();
    closed();
  });
  document.body.append(pad);
  pad.showModal();
  show();
}

/** @param {HTMLElement} media @param {import("./pieces.js").Words} words @param {HTMLElement} parts */
export function drawings(media, words, parts) {
  const field = /** @type {HTMLInputElement} */ (media.querySelector("[name=tekening]"));
  const start = button("media-button", () => draw(), symbol("pen"), piece("span", {}, words("teken")));

  /** As the window stands, a telephone upright or a screen that lies. @returns {Drawing} */
  const paperNow = () => (innerHeight > innerWidth ? { width: 640, height: innerHeight > 1.8 * innerWidth ? 960 : 800, strokes: [] } : { width: 960, height: 600, strokes: [] });
  const draw = () => {
    if (parts.childElementCount === 0 && room(media) < 1) return say(media, words("te-veel"));
    say(media, "");
    const drawing = read(field.value) ?? paperNow();
    openPad(words, drawing, () => {
      change(written(drawing));
      start.focus();
    });
  };
  const change = (/** @type {string} */ strokes) => {
    field.value = strokes;
    tell(field);
    show();
  };
  const show = () => {
    const drawing = read(field.value), described = parts.querySelector("input")?.value ?? "";
    parts.replaceChildren();
    if (!drawing) return;
    const shown = piece("canvas", { width: String(drawing.width), height: String(drawing.height), "aria-hidden": "true" });
    paint(shown, drawing);
    const away = button("quiet", () => {
      change("");
      start.focus();
    }, words("weg"));
    parts.append(part({ name: words("tekening"), ask: words("te-zien"), described, shown, doings: [button("quiet", draw, words("teken-verder")), away] }).made);
  };
  show();
  return { start, show };
}
