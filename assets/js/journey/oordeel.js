// A slider beside the number of ten, and ten figures that fill along. Without it the number itself is typed; that is also what is sent.

for (const field of document.querySelectorAll(".of-ten")) slide(field);

/** @param {Element} field */
function slide(field) {
  const number = field.querySelector("input[type=number]"), figures = field.querySelectorAll(".ten-figures path"), line = field.querySelector(".number");
  if (!(field instanceof HTMLElement) || !(number instanceof HTMLInputElement) || !line) return;
  const slider = document.createElement("input");
  Object.assign(slider, { type: "range", min: "0", max: "10", step: "1", id: "schuif-van-tien" });
  slider.setAttribute("aria-labelledby", "vraag-van-tien");
  field.insertBefore(slider, line);

  /** As the number has it: nothing is chosen until somebody chooses. */
  const show = () => {
    const chosen = number.value !== "" && number.validity.valid;
    slider.classList.toggle("not-yet", !chosen);
    slider.value = chosen ? number.value : "5";
    slider.setAttribute("aria-valuetext", chosen ? (field.dataset.some ?? "").replace("{some}", number.value) : "–");
    figures.forEach((figure, at) => {
      figure.classList.toggle("filled", chosen && at < Number(number.value));
      figure.classList.toggle("empty", !chosen || at >= Number(number.value));
    });
  };
  const choose = () => {
    number.value = slider.value;
    number.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  number.addEventListener("input", show);
  slider.addEventListener("input", (event) => { event.stopPropagation(); choose(); });
  slider.addEventListener("pointerup", choose); // also where it lay already
  slider.addEventListener("keydown", (event) => { if (event.key === " ") { event.preventDefault(); choose(); } });
  show();
}
