// The needle of the compass under a finger. Without it the words round the rim are radio buttons, and stay so: what a finger turns to is chosen there,
// and how it lies exactly goes along in `fijn`.

const compass = document.querySelector(".compass.turning");
if (compass instanceof HTMLElement) follow(compass);

/** @param {HTMLElement} compass */
function follow(compass) {
  const group = compass.closest("fieldset");
  const needle = compass.querySelector(".needle"), told = compass.querySelector("[role=status]");
  const finely = group?.querySelector("input[name=fijn]");
  if (!(needle instanceof SVGElement) || !(told instanceof HTMLElement) || !(finely instanceof HTMLInputElement)) return;
  const rests = /** @type {NodeListOf<HTMLInputElement>} */ (compass.querySelectorAll("input[name=richting]"));
  const face = document.createElement("div");
  face.className = "face";
  compass.insertBefore(face, compass.querySelector(".rim"));

  let turned = 0; // as it is drawn, in degrees: never the long way round

  /** @param {number} degrees */
  const draw = (degrees) => {
    turned += ((degrees - turned) % 360 + 540) % 360 - 180;
    needle.style.rotate = `${turned}deg`;
  };
  /** The needle as the form has it. */
  const show = () => {
    const chosen = [...rests].find((one) => one.checked);
    if (!chosen) return;
    draw(Number(finely.value || chosen.value));
  };
  /** @param {PointerEvent} event */
  const turnTo = (event) => {
    const { left, top, width, height } = compass.getBoundingClientRect();
    const across = event.clientX - left - width / 2, down = event.clientY - top - height / 2;
    if (Math.hypot(across, down) < width / 40) return; // in the very middle every way is as near
    const degrees = (Math.round(Math.atan2(across, -down) * 180 / Math.PI) + 360) % 360;
    finely.value = String(degrees);
    rests[Math.floor((degrees * rests.length + 180) / 360) % rests.length].checked = true;
    draw(degrees);
  };
  const letGo = () => {
    if (!compass.classList.contains("held")) return;
    compass.classList.remove("held");
    const chosen = [...rests].find((one) => one.checked);
    told.textContent = chosen?.labels?.[0]?.textContent ?? "";
    chosen?.dispatchEvent(new InputEvent("input", { bubbles: true, detail: 1 }));
  };

  face.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    face.setPointerCapture(event.pointerId);
    compass.classList.add("held");
    turnTo(event);
  });
  face.addEventListener("pointermove", (event) => { if (compass.classList.contains("held")) turnTo(event); });
  face.addEventListener("pointerup", letGo);
  face.addEventListener("pointercancel", letGo);
  for (const rest of rests)
    rest.addEventListener("change", () => { // by a key or a tap: just there
      finely.value = rest.value;
      told.textContent = "";
      show();
    });
  compass.closest("form")?.addEventListener("restored", () => queueMicrotask(show));
  window.addEventListener("pageshow", show);
  show();
}
