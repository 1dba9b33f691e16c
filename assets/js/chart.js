// What the script adds to the map, which works without it: the map opens where it matters, zooms without a new page and under two
// fingers, arrow keys go from place to place, a slider goes from year to year, and a place opens beside the map while the map stays where it is.

const zooms = [1, 2, 3];
const mostOnSlider = 8;  // years, or their names no longer stand apart on a telephone

const chart = /** @type {HTMLElement} */ (document.querySelector(".chart"));
const sheet = /** @type {HTMLElement} */ (chart.querySelector(".sheet"));
const map = /** @type {HTMLElement} */ (chart.closest(".map"));

/** @param {string} selector @returns {HTMLAnchorElement[]} */
const links = (selector) => [...document.querySelectorAll(selector)].filter((one) => one instanceof HTMLAnchorElement);

/** A place: its drawing with its name. @param {Element} spot */
function boxOf(spot) {
  const boxes = [...spot.querySelectorAll(":scope > a, :scope > a .name")].map((one) => one.getBoundingClientRect());
  const least = (/** @type {(box: DOMRect) => number} */ side) => Math.min(...boxes.map(side));
  const most = (/** @type {(box: DOMRect) => number} */ side) => Math.max(...boxes.map(side));
  return { left: least((box) => box.left), top: least((box) => box.top), right: most((box) => box.right), bottom: most((box) => box.bottom) };
}

const covered = 24;  // of the chart's foot, by the sheet of paper on a telephone

/** @param {Element} spot @param {ScrollBehavior} behavior */
function bringIntoMiddle(spot, behavior) {
  const frame = chart.getBoundingClientRect(), box = boxOf(spot);
  chart.scrollBy({ left: (box.left + box.right - frame.left - frame.right) / 2, top: (box.top + box.bottom - frame.top - frame.bottom + covered) / 2, behavior });
}

/** @param {Element} spot */
function isInView(spot) {
  const frame = chart.getBoundingClientRect(), box = boxOf(spot);
  return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom - covered;
}

/** The place in which this corner stands. @param {string} corner */
const placeWith = (corner) => document.getElementById(corner)?.closest(".spot");

function openWhereItMatters() {
  const begin = placeWith("begin");
  if (begin && !location.hash) bringIntoMiddle(begin, "instant");
}

// ---- zoom

const zoomNow = () => zooms.find((zoom) => sheet.classList.contains(`zoom-${zoom}`)) ?? 2;

/** The same spot of the map stays under this point of the window. @param {number} zoom @param {number} x @param {number} y */
function zoomTo(zoom, x, y) {
  const before = sheet.getBoundingClientRect();
  const part = { x: (x - before.left) / before.width, y: (y - before.top) / before.height };
  sheet.className = `sheet zoom-${zoom}`;
  const after = sheet.getBoundingClientRect();
  chart.scrollBy({ left: after.left + part.x * after.width - x, top: after.top + part.y * after.height - y, behavior: "instant" });
  rememberZoom(zoom);
}

/** So that the next page, and this one when it is loaded again, are as near. @param {number} zoom */
function rememberZoom(zoom) {
  const set = (/** @type {URL} */ url, /** @type {number} */ value) => {
    if (value === 2) url.searchParams.delete("zoom");
    else url.searchParams.set("zoom", String(value));
    return url.href;
  };
  history.replaceState(history.state, "", set(new URL(location.href), zoom));
  shown = shownBy(location);
  for (const field of document.querySelectorAll(".search [name=zoom]")) field.setAttribute("value", String(zoom));
  for (const link of links(".spot > a, .panel a[href^='/kaart'], .tools a[href^='/kaart']")) link.href = set(new URL(link.href), zoom);
  for (const [step, name] of /** @type {const} */ ([[-1, "zoom-out"], [1, "zoom-in"]]))
    for (const link of links(`.${name}`)) {
      const possible = zooms.includes(zoom + step);
      link.href = set(new URL(link.href), possible ? zoom + step : zoom);
      if (possible) link.removeAttribute("aria-disabled");
      else link.setAttribute("aria-disabled", "true");
    }
}

/** @param {number} step @param {number} x @param {number} y */
function zoomBy(step, x, y) {
  const zoom = Math.min(3, Math.max(1, zoomNow() + step));
  if (zoom !== zoomNow()) zoomTo(zoom, x, y);
}

const middle = () => {
  const frame = chart.getBoundingClientRect();
  return { x: frame.left + frame.width / 2, y: frame.top + frame.height / 2 };
};

for (const [step, name] of /** @type {const} */ ([[-1, "zoom-out"], [1, "zoom-in"]]))
  for (const link of links(`.${name}`))
    link.addEventListener("click", (event) => {
      event.preventDefault();
      zoomBy(step, middle().x, middle().y);
    });

// A pinch on a touchpad comes as a wheel with ctrl; one step a gesture.
let wheeled = 0;
let lastWheel = 0;
chart.addEventListener("wheel", (event) => {
  if (!event.ctrlKey) return;
  event.preventDefault();
  if (event.timeStamp - lastWheel > 300) wheeled = 0;
  lastWheel = event.timeStamp;
  const before = Math.trunc(wheeled / 60);
  wheeled += event.deltaY;
  const step = before - Math.trunc(wheeled / 60);
  if (step !== 0) zoomBy(Math.sign(step), event.clientX, event.clientY);
}, { passive: false });

/** @type {Map<number, PointerEvent>} */
const fingers = new Map();
let pinch = { distance: 0, scale: 1 };

const spread = () => {
  const [one, other] = [...fingers.values()];
  return { distance: Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY), x: (one.clientX + other.clientX) / 2, y: (one.clientY + other.clientY) / 2 };
};

chart.addEventListener("pointerdown", (event) => {
  if (event.pointerType !== "touch") return;
  fingers.set(event.pointerId, event);
  if (fingers.size === 2) pinch = { distance: spread().distance, scale: 1 };
});
chart.addEventListener("pointermove", (event) => {
  if (!fingers.has(event.pointerId)) return;
  fingers.set(event.pointerId, event);
  if (fingers.size !== 2 || pinch.distance === 0) return;
  const { distance, x, y } = spread();
  pinch.scale = distance / pinch.distance;
  const box = sheet.getBoundingClientRect();
  if (sheet.style.scale === "") sheet.style.transformOrigin = `${x - box.left}px ${y - box.top}px`;
  sheet.style.scale = String(Math.min(2.2, Math.max(0.4, pinch.scale)));
});
for (const end of /** @type {const} */ (["pointerup", "pointercancel"]))
  chart.addEventListener(end, (event) => {
    const pinched = fingers.size === 2 && sheet.style.scale !== "" ? spread() : null;
    fingers.delete(event.pointerId);
    if (pinched === null) return;
    sheet.style.scale = "";
    sheet.style.transformOrigin = "";
    if (pinch.scale > 1.2) zoomBy(pinch.scale > 2.4 ? 2 : 1, pinched.x, pinched.y);
    else if (pinch.scale < 0.83) zoomBy(pinch.scale < 0.42 ? -2 : -1, pinched.x, pinched.y);
    pinch = { distance: 0, scale: 1 };
  });

// ---- from place to place

const directions = /** @type {Record<string, [number, number]>} */ ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] });

/** The nearest place that way: what lies aside counts double. @param {HTMLElement} from @param {[number, number]} way */
function neighbour(from, [right, down]) {
  const spot = (/** @type {HTMLElement} */ one) => {
    const box = one.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  };
  const start = spot(from);
  let best = null;
  let least = Infinity;
  for (const link of links(".spot > a")) {
    const end = spot(link);
    const along = (end.x - start.x) * right + (end.y - start.y) * down;
    const aside = Math.abs((end.x - start.x) * down) + Math.abs((end.y - start.y) * right);
    if (link === from || along <= 0 || aside > 1.5 * along) continue;
    if (along + 2 * aside < least) {
      least = along + 2 * aside;
      best = link;
    }
  }
  return best;
}

/** The last step by arrow key: the opposite key takes it back. @type {{from: HTMLAnchorElement | null, to: HTMLAnchorElement | null, way: number[]}} */
let lastStep = { from: null, to: null, way: [] };

chart.addEventListener("keydown", (event) => {
  const way = directions[event.key];
  const from = event.target;
  if (!way || event.altKey || event.ctrlKey || event.metaKey || !(from instanceof HTMLAnchorElement) || !from.matches(".spot > a")) return;
  event.preventDefault();
  const back = lastStep.to === from && way[0] === -lastStep.way[0] && way[1] === -lastStep.way[1];
  const to = back ? lastStep.from : neighbour(from, way);
  if (!to) return;
  lastStep = { from, to, way };
  to.focus();
});

// ---- from year to year

document.addEventListener("keydown", (event) => {
  const from = event.target instanceof Element ? event.target.closest(".years li") : null;
  const to = event.key === "ArrowLeft" ? from?.previousElementSibling : event.key === "ArrowRight" ? from?.nextElementSibling : null;
  if (!to || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  to.querySelector("a")?.click();
});

// ---- a place beside the map

const calmly = () => /** @type {ScrollBehavior} */ (matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth");

/** What a page shows, without where it is scrolled to. @param {{pathname: string, search: string}} url */
const shownBy = (url) => url.pathname + url.search;

let shown = shownBy(location);
let asked = 0;

/** Who looks, at which map: a page of somebody else, or of a map that changed meanwhile, is not mixed with this one. @param {Document} page */
const setting = (page) => [page.querySelector(".account summary, .account")?.textContent, page.querySelector(".drawing")?.innerHTML].join();

/** Another page of the map; null when it has to be gone to. @param {string} address @returns {Promise<Document | null>} */
async function pageAt(address) {
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    const page = answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
    return page?.querySelector(".map .panel") && setting(page) === setting(document) ? page : null;
  } catch {
    return null;
  }
}

/** A script that came with the panel runs only when it is put in anew; one that ran before does not run twice. */
function bringScripts() {
  for (const script of document.querySelectorAll(".panel script")) {
    const anew = document.createElement("script");
    anew.type = "module";
    anew.src = script.getAttribute("src") ?? "";
    script.replaceWith(anew);
  }
}

/** Takes the panel, and what the map shows of it, from another page of the map. @param {Document} page */
function show(page) {
  const focused = document.activeElement?.closest(".spot")?.id;
  document.title = page.title;
  map.className = page.querySelector(".map")?.className ?? map.className;
  for (const piece of [".panel", ".overlay", ".tools .switch", ".sheet > nav"]) {
    const other = page.querySelector(piece);
    if (other) document.querySelector(piece)?.replaceWith(document.adoptNode(other));
  }
  bringScripts();
  slideThroughYears();
  rememberZoom(zoomNow());
  if (focused) links(`#${focused} > a`)[0]?.focus({ preventScroll: true });
  const opened = document.querySelector(".spot > a[aria-current]")?.parentElement;
  if (opened && !isInView(opened)) bringIntoMiddle(opened, calmly());
}

/** @param {URL} url */
const isPlace = (url) => url.origin === location.origin && /^\/kaart(\/[a-z0-9-]+)?$/.test(url.pathname) && !url.searchParams.has("weergave");

/**
 * Where the eyes and the keyboard go: to what opened, back to the place that was open, or on among the years.
 * @param {HTMLElement | null | undefined} to @param {boolean} byKeys
 */
function goOn(to, byKeys) {
  window.scrollTo({ top: 0 });
  const panel = document.getElementById("paneel");
  if (panel) panel.scrollTop = 0;
  (to ?? panel)?.focus({ preventScroll: !to || !byKeys });
}

/** What a link leaves behind to come back to, as a selector. @param {HTMLAnchorElement} link */
function leftBy(link) {
  if (link.closest(".years")) return ".years [aria-current]";
  const open = link.closest(".back") ? document.querySelector(".spot > a[aria-current]")?.parentElement?.id : null;
  return open ? `#${open} > a` : null;
}

/** @param {HTMLAnchorElement} link @param {string | null} left */
async function openPage(link, left = leftBy(link)) {
  const turn = ++asked;
  const byKeys = document.activeElement?.matches(":focus-visible") ?? false;
  const address = new URL(link.href);
  address.hash = "";
  const page = await pageAt(address.href);
  if (turn !== asked) return;  // something else was asked meanwhile
  if (!page) return location.assign(link.href);
  if (shownBy(address) !== shown) history.pushState({}, "", address);
  shown = shownBy(address);
  show(page);
  const last = link.closest(".years") ? placeWith("hier") : null;
  if (last && !isInView(last)) bringIntoMiddle(last, calmly());
  goOn(left ? document.querySelector(left) : null, byKeys);
}

/** A slider over the years, which stay under it as its scale. While it is dragged the trail is drawn along; let go, the page comes too. */
function slideThroughYears() {
  const scale = document.querySelector(".years"), years = links(".years a");
  if (!scale || years.length > mostOnSlider) return;
  const slider = document.createElement("input");
  const chosen = () => years[Number(slider.value)];
  const say = () => slider.setAttribute("aria-valuetext", chosen().textContent ?? "");
  slider.type = "range";
  slider.className = "year-slider";
  slider.max = String(years.length - 1);
  slider.value = String(years.findIndex((one) => one.hasAttribute("aria-current")));
  slider.setAttribute("aria-label", scale.closest("nav")?.getAttribute("aria-label") ?? "");
  slider.addEventListener("input", async () => {
    say();
    const turn = ++asked;
    const trail = (await pageAt(chosen().href))?.querySelector(".overlay");
    if (trail && turn === asked) document.querySelector(".overlay")?.replaceWith(document.adoptNode(trail));
  });
  slider.addEventListener("change", () => openPage(chosen(), ".year-slider"));
  say();
  scale.before(slider);
}

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest(".map a") : null;
  if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (link.closest(".tools, .legend:not(.years)") || !isPlace(new URL(link.href))) return;
  event.preventDefault();
  openPage(link);
});

document.addEventListener("keydown", (event) => {
  const back = document.querySelector(".panel .back a");
  const from = event.target;
  if (event.key !== "Escape" || event.defaultPrevented || !(from instanceof Element) || !from.closest(".panel, .chart") || !(back instanceof HTMLAnchorElement)) return;
  if (from.closest("input, textarea, .keep form")) return;  // what was typed stays
  event.preventDefault();
  openPage(back);
});

window.addEventListener("popstate", async () => {
  if (shownBy(location) === shown) return;
  shown = shownBy(location);
  const turn = ++asked;
  const page = await pageAt(location.href);
  if (turn !== asked) return;
  if (page) show(page);
  else location.reload();
});

// By keyboard: a place that gets the focus is wholly in sight. On a telephone the sheet of paper may have slid over the map.
chart.addEventListener("focusin", ({ target }) => {
  if (!(target instanceof HTMLElement) || !target.matches(".spot > a:focus-visible")) return;
  const panel = document.getElementById("paneel");
  if (panel && panel.getBoundingClientRect().top < chart.getBoundingClientRect().bottom - 2 * covered) window.scrollTo({ top: 0, behavior: "instant" });
  const spot = target.closest(".spot");
  if (spot && !isInView(spot)) bringIntoMiddle(spot, calmly());
});

document.querySelector(".where")?.addEventListener("click", (event) => {
  const here = placeWith("hier");
  if (!here) return;
  event.preventDefault();
  bringIntoMiddle(here, calmly());
  here.querySelector("a")?.focus({ preventScroll: true });
});

slideThroughYears();
openWhereItMatters();
