// What hangs in a drawing can be moved: with a finger or a mouse, and with the arrow keys where a scrap can have the focus. The form has a field for where each
// hangs, so the server stays the one that knows; without this script one chooses a spot by its name.
/** The drawing's own unit: as high as 1250 of these. */
const wide = 1000, high = 1250, edge = 40, step = 10, leap = 50;

/** @typedef {{id: string, x: number, y: number, name: string}} Spot */
/** @typedef {{scrap: SVGGraphicsElement, x: number, y: number}} Place in thousandths of the width and the height */

/** @param {Element} drawing @returns {Spot[]} */
const spotsOf = (drawing) => (drawing.getAttribute("data-plekken") ?? "").split("|").map((said) => {
  const [id, x, y, ...name] = said.split(" ");
  return { id, x: Number(x), y: Number(y), name: name.join(" ") };
});

/** @param {Spot[]} spots @param {Place} place */
const closest = (spots, { x, y }) => spots.reduce((best, spot) => {
  const away = (/** @type {Spot} */ one) => Math.hypot(one.x - x, (one.y - y) * high / wide);
  return away(spot) < away(best) ? spot : best;
});

/** @param {number} value */
const within = (value) => Math.round(Math.min(wide - edge, Math.max(edge, value)));

/** @param {HTMLFormElement} form @param {SVGSVGElement} drawing */
function begin(form, drawing) {
  const spots = spotsOf(drawing), choice = form.querySelector("select[name=plek]");
  const said = form.querySelector(".moved-to"), bar = form.querySelector(".moved");
  const field = (/** @type {string} */ axis, /** @type {string} */ id) =>
    /** @type {HTMLInputElement | null} */ (form.querySelector(`input[name=${axis}-${id}]`) ?? form.querySelector(`input[name=${axis}]`));

  /** @param {SVGGraphicsElement} scrap @returns {Place} */
  const placeOf = (scrap) => {
    const id = scrap.dataset.hangt ?? "";
    return { scrap, x: Number(field("x", id)?.value), y: Number(field("y", id)?.value) };
  };

  /** Shows it there, and writes it in the form. @param {Place} place */
  const put = ({ scrap, x, y }) => {
    const id = scrap.dataset.hangt ?? "", across = field("x", id), down = field("y", id);
    if (!across || !down) return;
    across.value = String(x);
    down.value = String(y);
    scrap.setAttribute("transform", `translate(${x} ${Math.round(y * high / wide)})`);
  };

  /** It was moved by somebody: it says where to, and can be kept. @param {Place} place */
  const moved = (place) => {
    const spot = closest(spots, place), was = form.querySelector("input[name=was-plek]");
    if (choice instanceof HTMLSelectElement && was instanceof HTMLInputElement) {
      if (![...choice.options].some(({ value }) => value === spot.id)) choice.add(new Option(spot.name, spot.id));
      choice.value = was.value = spot.id;  // what was dragged counts, not what was chosen
    }
    if (bar instanceof HTMLElement) bar.hidden = false;
    if (said) said.textContent = spot.name;
  };

  for (const scrap of drawing.querySelectorAll("[data-hangt]")) if (scrap instanceof SVGGraphicsElement) follow(scrap, drawing, { placeOf, put, moved });

  choice?.addEventListener("change", () => {
    const spot = spots.find(({ id }) => choice instanceof HTMLSelectElement && id === choice.value), scrap = drawing.querySelector("[data-hangt]");
    if (spot && scrap instanceof SVGGraphicsElement) put({ scrap, x: spot.x, y: spot.y });
  });
  const hint = form.querySelector(".moving-hint");
  if (hint instanceof HTMLElement) hint.hidden = drawing.querySelector("[data-hangt]") === null;
}

/**
 * @param {SVGGraphicsElement} scrap @param {SVGSVGElement} drawing
 * @param {{placeOf: (scrap: SVGGraphicsElement) => Place, put: (place: Place) => void, moved: (place: Place) => void}} hands
 */
function follow(scrap, drawing, { placeOf, put, moved }) {
  /** Where the finger took it. @type {{x: number, y: number, place: Place, far: boolean} | null} */
  let held = null;
  let dragged = false;
  scrap.classList.add("can-move");
  scrap.addEventListener("dragstart", (event) => event.preventDefault());
  scrap.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    held = { x: event.clientX, y: event.clientY, place: placeOf(scrap), far: false };
    dragged = false;
    scrap.setPointerCapture(event.pointerId);  // a quick hand is beside it before it follows
  });
  scrap.addEventListener("pointermove", (event) => {
    if (!held) return;
    const box = drawing.getBoundingClientRect(), right = event.clientX - held.x, below = event.clientY - held.y;
    if (!held.far && Math.hypot(right, below) < 5) return;  // a finger is never quite still
    if (!held.far) {
      held.far = dragged = true;
      scrap.classList.add("held");
    }
    put({ scrap, x: within(held.place.x + right * wide / box.width), y: within(held.place.y + below * wide / box.height) });
  });
  const letGo = () => {
    if (held?.far) moved(placeOf(scrap));
    scrap.classList.remove("held");
    held = null;
  };
  scrap.addEventListener("pointerup", letGo);
  scrap.addEventListener("pointercancel", letGo);
  scrap.addEventListener("click", (event) => { if (dragged) event.preventDefault(); });  // it was no click
  scrap.addEventListener("keydown", (event) => {
    const [right, below] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [0, 0];
    if (right === 0 && below === 0) return;
    event.preventDefault();
    const { x, y } = placeOf(scrap), far = event.shiftKey ? leap : step;
    const place = { scrap, x: within(x + right * far), y: within(y + below * far) };
    put(place);
    moved(place);
  });
}

const main = document.querySelector("main"), drawing = main?.querySelector(".talents svg[data-plekken]");
const form = drawing?.closest("form") ?? main?.querySelector(".talents form");
if (drawing instanceof SVGSVGElement && form instanceof HTMLFormElement) begin(form, drawing);
