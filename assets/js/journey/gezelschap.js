// Who sits at the fire can be moved: with a finger or a mouse, and with the arrow keys where a head can have the focus: left and right go round the fire, up and down
// nearer or further. The form has fields for where each sits, so the server stays the one that knows; without this script one chooses by name.
/** The drawing's own units, as circle_layout.cpp has them. */
const wide = 1000, middle = { x: 500, y: 520 }, rings = [{ across: 205, down: 200 }, { across: 318, down: 306 }, { across: 428, down: 412 }];
const step = 5, leap = 45, round = 360;

/** @typedef {{ring: number, turn: number}} Place */

/** @param {Place} place */
const spot = ({ ring, turn }) => {
  const { across, down } = rings[ring], angle = turn * Math.PI / 180;
  return { x: Math.round(middle.x + across * Math.sin(angle)), y: Math.round(middle.y - down * Math.cos(angle)) };
};

/** @param {number} x @param {number} y @returns {Place} */
const placeAt = (x, y) => {
  const right = (x - middle.x) / rings[1].across, up = (middle.y - y) / rings[1].down, away = Math.hypot(right, up) * rings[1].across;
  const ring = rings.reduce((best, each, at) => (Math.abs(each.across - away) < Math.abs(rings[best].across - away) ? at : best), 0);
  return { ring, turn: (Math.round(Math.atan2(right, up) * 180 / Math.PI) + round) % round };
};

/** @param {HTMLFormElement} form @param {SVGSVGElement} drawing */
function begin(form, drawing) {
  const names = (drawing.getAttribute("data-ringen") ?? "").split("|").map((said) => ({ code: said.slice(0, said.indexOf(" ")), name: said.slice(said.indexOf(" ") + 1) }));
  const sides = (drawing.getAttribute("data-kanten") ?? "").split("|");
  const said = form.querySelector(".moved-to"), bar = form.querySelector(".moved");
  const field = (/** @type {string} */ what, /** @type {string} */ id) => /** @type {HTMLInputElement | null} */ (form.querySelector(`input[name=${what}-${id}]`));
  const side = (/** @type {number} */ turn) => Math.floor((turn + round / 16) / (round / 8)) % 8;
  const one = (/** @type {string} */ name) => /** @type {HTMLInputElement | HTMLSelectElement | null} */ (form.querySelector(`[name=${name}]`));

  /** @param {SVGGraphicsElement} seat @returns {Place} */
  const placeOf = (seat) => {
    const id = seat.dataset.plek ?? "";
    const near = field("nabij", id)?.value ?? /** @type {HTMLInputElement | null} */ (form.querySelector("input[name=nabij]:checked"))?.value;
    return { ring: Math.max(0, names.findIndex(({ code }) => code === near)), turn: Number((field("hoek", id) ?? one("hoek"))?.value ?? 0) };
  };

  /** Writes it in the form. @param {SVGGraphicsElement} seat @param {Place} place */
  const write = (seat, { ring, turn }) => {
    const id = seat.dataset.plek ?? "", near = field("nabij", id), angle = field("hoek", id) ?? one("hoek");
    if (angle) angle.value = String(turn);
    if (near) near.value = names[ring].code;
    const choice = form.querySelector(`input[name=nabij][value=${names[ring].code}]`), kant = one("kant"), was = one("was-kant");
    if (choice instanceof HTMLInputElement) choice.checked = true;
    if (kant && was) kant.value = was.value = String(side(turn));  // what was dragged counts, not what was chosen
  };

  /** Shows it there. @param {SVGGraphicsElement} seat @param {number} x @param {number} y */
  const show = (seat, x, y) => seat.setAttribute("transform", `translate(${x} ${y})`);

  /** It was moved by somebody: it sits in a ring, says where, and can be kept. @param {SVGGraphicsElement} seat @param {Place} place */
  const put = (seat, place) => {
    const { x, y } = spot(place);
    write(seat, place);
    show(seat, x, y);
    if (bar instanceof HTMLElement) bar.hidden = false;
    if (said) said.textContent = `${names[place.ring].name}, ${sides[side(place.turn)]}`;
  };

  const seats = [...drawing.querySelectorAll("[data-plek]")].filter((seat) => seat instanceof SVGGraphicsElement);
  for (const seat of seats) follow(seat, drawing, { placeOf, show, put });

  const alone = seats.length === 1 && one("kant") !== null ? seats[0] : null;
  if (alone)
    form.addEventListener("change", ({ target }) => {
      const kant = one("kant"), was = one("was-kant"), angle = one("hoek");
      if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
      if (target.name === "hoofd") wear(alone, target);
      if (!["nabij", "kant"].includes(target.name)) return;
      if (target.name === "kant" && kant && was && angle) {
        angle.value = String(Number(kant.value) * round / 8);
        was.value = kant.value;
      }
      const { x, y } = spot(placeOf(alone));
      show(alone, x, y);
    });
  const hint = form.querySelector(".moving-hint");
  if (hint instanceof HTMLElement) hint.hidden = seats.length === 0;
}

/** Gives who sits there the head that was chosen; a flame stays. @param {SVGGraphicsElement} seat @param {HTMLElement} choice */
function wear(seat, choice) {
  const worn = seat.querySelector(".figure"), chosen = choice.parentElement?.querySelector("label .figure");
  if (worn && chosen) worn.replaceChildren(...chosen.cloneNode(true).childNodes, ...worn.querySelectorAll(":scope > g"));
}

/**
 * @param {SVGGraphicsElement} seat @param {SVGSVGElement} drawing
 * @param {{placeOf: (seat: SVGGraphicsElement) => Place, show: (seat: SVGGraphicsElement, x: number, y: number) => void, put: (seat: SVGGraphicsElement, place: Place) => void}} hands
 */
function follow(seat, drawing, { placeOf, show, put }) {
  /** Where the finger took it. @type {{x: number, y: number, from: {x: number, y: number}, far: boolean} | null} */
  let held = null;
  let dragged = false;
  let last = { x: 0, y: 0 };
  seat.classList.add("can-move");
  seat.addEventListener("dragstart", (event) => event.preventDefault());
  seat.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const [x, y] = (seat.getAttribute("transform")?.match(/-?\d+/g) ?? ["0", "0"]).map(Number);
    held = { x: event.clientX, y: event.clientY, from: { x, y }, far: false };
    dragged = false;
    seat.setPointerCapture(event.pointerId);  // a quick hand is beside it before it follows
  });
  seat.addEventListener("pointermove", (event) => {
    if (!held) return;
    const unit = wide / drawing.getBoundingClientRect().width, right = event.clientX - held.x, below = event.clientY - held.y;
    if (!held.far && Math.hypot(right, below) < 5) return;  // a finger is never quite still
    held.far = dragged = true;
    seat.classList.add("held");
    last = { x: Math.round(held.from.x + right * unit), y: Math.round(held.from.y + below * unit) };
    show(seat, last.x, last.y);
  });
  seat.addEventListener("pointerup", () => {
    if (held?.far) put(seat, placeAt(last.x, last.y));
    seat.classList.remove("held");
    held = null;
  });
  seat.addEventListener("pointercancel", () => {
    if (held?.far) show(seat, held.from.x, held.from.y);
    seat.classList.remove("held");
    held = null;
  });
  seat.addEventListener("click", (event) => { if (dragged) event.preventDefault(); });  // it was no click
  seat.addEventListener("keydown", (event) => {
    const [along, away] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [0, 0];
    if (along === 0 && away === 0) return;
    event.preventDefault();
    const { ring, turn } = placeOf(seat), far = event.shiftKey ? leap : step;
    put(seat, { ring: Math.min(rings.length - 1, Math.max(0, ring + away)), turn: (turn + along * far + round) % round });
  });
}

const main = document.querySelector("main"), drawing = main?.querySelector(".fire-circle svg[data-ringen]");
const form = drawing?.closest("form") ?? main?.querySelector(".circle-sides form");
if (drawing instanceof SVGSVGElement && form instanceof HTMLFormElement) begin(form, drawing);

export {};  // its names are its own
