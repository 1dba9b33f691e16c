// What was told, as large as the screen: the arrow keys, Page Up and Down, the space bar, Home and End go from page to page, and the browser's own frame can go.
// Without this the page works by its links and by swiping.
const slides = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".slide")]);
const row = /** @type {HTMLElement} */ (document.querySelector(".slides"));
const whole = /** @type {HTMLButtonElement | null} */ (document.querySelector(".whole"));

// The page that was gone to; after a swipe, the one in sight.
const now = () => {
  const goneTo = slides.indexOf(/** @type {HTMLElement} */ (document.activeElement?.closest(".slide")));
  return goneTo >= 0 ? goneTo : Math.round(row.scrollLeft / row.clientWidth);
};
for (const swipe of ["touchstart", "wheel"])
  row.addEventListener(swipe, () => { if (slides.includes(/** @type {HTMLElement} */ (document.activeElement))) /** @type {HTMLElement} */ (document.activeElement).blur(); }, { passive: true });

/** @param {number} at */
function go(at) {
  const slide = slides[Math.max(0, Math.min(slides.length - 1, at))];
  slide.scrollIntoView({ block: "nearest", inline: "start" });
  slide.focus({ preventScroll: true });
}

/** Which page a key asks for, if any. @param {string} key @param {boolean} back */
function pageFor(key, back) {
  if (key === " ") return now() + (back ? -1 : 1);
  return /** @type {Record<string, number>} */ ({ ArrowRight: now() + 1, PageDown: now() + 1, ArrowLeft: now() - 1, PageUp: now() - 1, Home: 0, End: slides.length - 1 })[key];
}

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const target = /** @type {HTMLElement} */ (event.target);
  if (target.closest("audio") || (event.key === " " && target.closest("a, button"))) return;
  if (event.key === "Escape" && !document.fullscreenElement) return /** @type {HTMLElement} */ (document.querySelector(".close")).click();
  const at = pageFor(event.key, event.shiftKey);
  if (at === undefined) return;
  event.preventDefault();
  go(at);
});

// A page that was gone to is no step in the browser's history.
for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".slide-ways a")))
  link.addEventListener("click", (event) => {
    event.preventDefault();
    go(slides.findIndex((slide) => `#${slide.id}` === link.hash));
  });

if (whole && document.fullscreenEnabled) {
  whole.hidden = false;
  whole.addEventListener("click", () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()));
}
