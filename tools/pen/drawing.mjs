// From roles to paint: walks a source drawing and writes the layers of each element in the order of the pen,
// flat wash → shade → hatching → ink. Which role means what is listed in content/map/landmarks/README.md.
import * as hand from "./hand.mjs";
import { apply, flatten, identity, multiply, parseTransform, scaleOf, shapeToPath } from "./path.mjs";

const outlines = { great: 1.95, ink: 1.35 };                       // drawn as filled outlines, in units
const lines = ["part", "fine"];                                   // drawn as plain strokes, widths in the style sheet
const stampedFrom = 2;                                            // a part used this often is drawn once and repeated

export class Drawing {
  /** parts: symbol id → element; palette: colour names. */
  constructor(name, parts, palette) {
    this.name = name;
    this.parts = parts;
    this.palette = palette;
    this.phase = 6 * hand.chance([...name].reduce((sum, c) => sum * 1.7 + c.charCodeAt(0), 0), 1);
    this.layers = [];
    this.stamps = new Map();
    this.colours = new Set();
    this.roles = new Set();
  }

  /** The finished body, and what its style sheet needs to know. */
  draw(svg) {
    this.#countParts(svg, identity);
    this.#children(svg, identity);
    const body = joined(this.layers);
    const stamps = [...this.stamps.values()].filter(s => s.body).map(s => `<g id="${s.id}">${s.body}</g>`).join("");
    return { body, stamps, colours: this.colours, roles: this.roles };
  }

  #countParts(element, matrix) {
    for (const child of element.children) {
      const inner = multiply(matrix, parseTransform(child.attributes.transform));
      if (child.tag !== "use") { this.#countParts(child, inner); continue; }
      const [part, placed] = this.#placed(child, inner);
      const stamp = this.stamps.get(part.attributes.id) ?? { id: `${this.name}-${part.attributes.id}`, scales: [] };
      stamp.scales.push(scaleOf(placed));
      this.stamps.set(part.attributes.id, stamp);
    }
  }

  #placed(use, matrix) {
    const id = (use.attributes.href ?? "").split("#")[1];
    const part = this.parts.get(id);
    if (!part) throw Error(`${this.name}: no part called ${use.attributes.href}`);
    return [part, multiply(matrix, [1, 0, 0, 1, Number(use.attributes.x ?? 0), Number(use.attributes.y ?? 0)])];
  }

  #children(element, matrix) {
    for (const child of element.children) {
      if (child.tag === "style" || child.tag === "title" || child.tag === "defs") continue;
      const inner = multiply(matrix, parseTransform(child.attributes.transform));
      if (child.tag === "use") this.#use(child, inner);
      else if (child.tag === "g") this.#group(child, inner);
      else this.#shape(child, inner);
    }
  }

  #group(group, matrix) {
    const colour = this.#colourOf(group);
    const only = group.classes.find(c => c === "night" || c === "day");
    if (!colour && !only) return this.#children(group, matrix);
    if (only) this.roles.add(only);
    this.#open([only, colour].filter(Boolean).join(" "));
    this.#children(group, matrix);
    this.layers.push("</g>");
  }

  #open(classes) { this.layers.push(`<g class="${classes}">`); }

  #use(use, matrix) {
    const [part, placed] = this.#placed(use, matrix);
    const stamp = this.stamps.get(part.attributes.id);
    const colour = this.#colourOf(use);
    if (!stamp || stamp.scales.length < stampedFrom) {
      if (colour) this.#open(colour);
      this.#children(part, placed);
      if (colour) this.layers.push("</g>");
      return;
    }
    stamp.scale ??= stamp.scales.reduce((a, b) => a + b, 0) / stamp.scales.length;
    if (!stamp.body) {
      const outer = this.layers;
      this.layers = [];
      this.#children(part, [stamp.scale, 0, 0, stamp.scale, 0, 0]);
      stamp.body = joined(this.layers);
      this.layers = outer;
    }
    const k = placed.map((v, i) => i < 4 ? Math.round(v / stamp.scale * 100) / 100 : Math.round(v * 10) / 10);
    const plain = k[1] === 0 && k[2] === 0 && k[0] === 1 && k[3] === 1;
    const place = plain ? `x="${k[4]}" y="${k[5]}"` : k[1] || k[2] ? `transform="matrix(${k.join(" ")})"` : `transform="translate(${k[4]} ${k[5]})scale(${k[0]}${k[0] === k[3] ? "" : ` ${k[3]}`})"`;
    this.layers.push(`<use href="#${stamp.id}" ${colour ? `class="${colour}" ` : ""}${place}/>`);
  }

  #colourOf(element) {
    const colour = element.classes.find(c => this.palette.has(c));
    if (colour) this.colours.add(colour);
    return colour;
  }

  #path(classes, d, extra = "") { if (d) this.layers.push({ classes: classes.filter(Boolean).join(" "), extra, d }); }

  #shape(element, matrix) {
    const d = shapeToPath(element.tag, element.attributes);
    if (!d) throw Error(`${this.name}: <${element.tag}> is not drawn`);
    const is = role => element.classes.includes(role);
    if (is("glow")) return this.#glow(element, matrix);
    if (is("beam")) return this.#beam(element, d, matrix);
    const bump = Number(element.attributes["data-bump"] ?? 7) * scaleOf(matrix);
    let rings = flatten(d, matrix);
    if (is("leafy")) rings = rings.map(r => hand.scallop(r, bump));
    const colour = this.#colourOf(element);
    for (const r of rings) r.points = r.points.map(p => hand.wobble(p, this.phase, is("steady") ? 0.15 : 0.42));
    const small = is("wash") && lines.find(is);                     // a small part is washed and outlined in one go
    const crown = is("wash") && is("leafy") && Object.keys(outlines).find(is);
    if (crown) this.#crown(rings, colour, crown);
    else if (small) this.#path([colour, "both", small], written(rings, 0.08));
    else if (is("wash")) this.#wash(rings, colour, element);
    if (is("ground")) this.#ground(rings, colour);
    if (is("cast")) this.#fill(rings, ["cast"], 0.4);
    if (is("shade")) this.#fill(rings, [is("deep") ? "deep" : "shade"], 0.3);
    if (is("round")) this.#fill(rings.map(r => hand.crescent(r, Number(element.attributes["data-depth"] ?? 0.5))), ["shade"], 0.5);
    if (is("hatch")) this.#path(["hatch"], hand.hatch(rings, Number(element.attributes["data-angle"] ?? 60), Number(element.attributes["data-gap"] ?? 3)));
    if (is("leaves")) this.#path(["hatch"], rings.map(r => hand.leafMarks(r, Number(element.attributes["data-gap"] ?? 9))).join(""));
    if (is("line")) this.#line(rings, colour, element, matrix);
    this.#ink(rings, element, is);
  }

  // One outline for the whole crown: ink a little to the lower right, then wash and line over it, so the line is heavier away from the light.
  #crown(rings, colour, weight) {
    const id = `${this.name}-c${this.layers.length}`;
    this.layers.push(`<defs><path id="${id}" d="${written(rings, 0.12)}"/></defs><use href="#${id}" class="dark" x=".8" y=".9"/><use href="#${id}" class="${colour} both ${weight}"/>`);
    this.roles.add(weight);
  }

  #fill(rings, classes, tolerance) {
    this.#path(classes, rings.map(r => hand.write(hand.simplify(r.points, tolerance), true)).join(""));
    this.roles.add(classes[0]);
  }

  #wash(rings, colour, element) {
    const clear = element.attributes["data-opacity"];
    this.#path([colour], rings.map(r => hand.write(hand.simplify(r.points.map(hand.brush), 0.4), true)).join(""), clear ? ` opacity="${clear}"` : "");
  }

  // Ground is water colour on wet paper: a pale edge and a fuller middle, no line.
  #ground(rings, colour) {
    this.roles.add("pale");
    for (const { points } of rings) {
      const [cx, cy] = [0, 1].map(k => points.reduce((sum, p) => sum + p[k], 0) / points.length);
      const loose = grow => hand.simplify(points.map(([x, y]) => hand.wobble([cx + (x - cx) * grow, cy + (y - cy) * grow], this.phase + grow, 1.3)), 0.4);
      this.#path([colour, "pale"], hand.write(loose(1), true));
      this.#path([colour, "pale"], hand.write(loose(0.88), true));
    }
  }

  #line(rings, colour, element, matrix) {
    const width = Math.round(Number(element.attributes["stroke-width"] ?? 1) * scaleOf(matrix) * 10) / 10;
    const { "stroke-dasharray": dash, "stroke-linecap": cap } = element.attributes;
    const ends = cap ? ` stroke-linecap="${cap}"` : "";
    const d = written(rings, 0.08);
    if (element.classes.includes("cased")) this.#path(["dark", "line"], d, ` stroke-width="${Math.round((width + 1.7) * 10) / 10}"${ends}`);
    this.#path([colour ?? (element.classes.includes("dark") ? "dark" : ""), "line"], d, ` stroke-width="${width}"${ends}${dash ? ` stroke-dasharray="${dash}"` : ""}`);
  }

  #ink(rings, element, is) {
    for (const [weight, width] of Object.entries(outlines)) {
      if (!is(weight)) continue;
      if (is("leafy") && is("wash")) continue;
      const d = rings.flatMap(hand.strokes).map(s => hand.inkOutline(s, width, this.phase)).join("");
      this.#path(["dark"], d);
    }
    for (const weight of lines) if (is(weight) && !is("wash")) this.#path(["dark", weight], written(rings, 0.08));
  }

  // Light that thins out with distance from cx, cy to r.
  #beam(element, d, matrix) {
    this.roles.add("glow");
    const id = `${this.name}-b${this.layers.length}`, a = element.attributes;
    this.layers.push(`<radialGradient id="${id}" gradientUnits="userSpaceOnUse" cx="${a.cx}" cy="${a.cy}" r="${a.r}"><stop stop-color="#FFD768" stop-opacity=".55"/><stop offset="1" stop-color="#FFD768" stop-opacity="0"/></radialGradient><path class="glow" style="fill:url(#${id})" d="${written(flatten(d, matrix), 0.2)}"/>`);
  }

  #glow(element, matrix) {
    const [x, y] = apply(matrix, [Number(element.attributes.cx), Number(element.attributes.cy)]);
    this.roles.add("glow");
    this.layers.push(`<circle class="glow" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${(Number(element.attributes.r) * scaleOf(matrix)).toFixed(1)}" fill="url(#${this.name}-glow)"/>`);
  }
}

const written = (rings, tolerance) => rings.map(r => hand.write(hand.simplify(r.points, tolerance), r.closed)).join("");

// Neighbours of one kind become one path; paint that overlaps itself must not be clear.
function joined(layers) {
  let out = "", last = null;
  const close = () => { if (last) out += `<path${last.classes ? ` class="${last.classes}"` : ""}${last.extra} d="${last.d}"/>`; last = null; };
  for (const layer of layers) {
    if (typeof layer === "string") { close(); out += layer; continue; }
    if (last && last.classes === layer.classes && last.extra === layer.extra && /^dark|^hatch$/.test(layer.classes)) last.d += layer.d;
    else { close(); last = { ...layer }; }
  }
  close();
  return out;
}
