// The style sheet inside a finished drawing: only the colours and roles it uses, by day or by night.

const [nightGround, dayInk, nightInk] = ["#16203A", "#26252E", "#EFE6D2"];
const shining = new Set(["lit", "glass", "lava", "fire", "spark"]);  // keep their strength at night; glass lights up
const faces = new Set(["skin", "tan", "brown"]);

const channels = colour => [1, 3, 5].map(i => parseInt(colour.slice(i, i + 2), 16));
const mix = (a, b, t) => "#" + channels(a).map((v, i) => Math.round(v + (channels(b)[i] - v) * t).toString(16).padStart(2, "0")).join("");

/** The night shade of a wash: 60% to the night's blue; whatever burns or shines stays. */
export function atNight(name, colour) {
  if (name === "glass") return "#FFD768";
  if (name === "trail") return "#F08A5C";                       // my own trail stays the strongest colour
  if (name === "soft") return "#BDB6C8";
  if (shining.has(name)) return colour;
  return mix(colour, nightGround, faces.has(name) ? 0.3 : 0.6);
}

const rules = (drawn, palette, night) => {
  const colours = [...drawn.colours].sort().map(name => `.${name}{color:${night ? atNight(name, palette.get(name)) : palette.get(name)}}`).join("");
  const ink = night ? nightInk : dayInk;
  const shadow = night ? "#070B18" : "#2E2540";
  const theme = `.both{stroke:${ink}}svg,.dark{color:${ink}}.hatch{color:${night ? "#C9C3C6" : dayInk}}.shade,.deep,.cast{color:${shadow}}`;
  const only = `${drawn.roles.has("night") ? `.night{display:${night ? "inline" : "none"}}` : ""}${drawn.roles.has("day") ? `.day{display:${night ? "none" : "inline"}}` : ""}${drawn.roles.has("glow") ? `.glow{opacity:${night ? 1 : 0}}` : ""}`;
  return theme + colours + only;
};

const fixed = "svg{stroke-linecap:round;stroke-linejoin:round}path{fill:currentColor}.part,.fine,.hatch,.line{fill:none;stroke:currentColor}.both{fill:currentColor}" +
  ".great{stroke-width:1.6}.ink{stroke-width:1.2}.part{stroke-width:1}.fine{stroke-width:.7}.hatch{stroke-width:.65;opacity:.6}.shade{opacity:.2}.deep{opacity:.34}.cast{opacity:.14}.pale{opacity:.5}";

/** The whole sheet, for one light. */
export const styleSheet = (drawn, palette, night) => fixed + rules(drawn, palette, night);
