// The hand that holds the pen: wobble, ink that swells and tapers, hatching, leaves, the shadow side of a round thing.
// A ring is { points: [[x, y, corner]…], closed }; everything here is pure, so the same source gives the same drawing.

/** Moves a point by where it lies, not by which path it is on: shared corners stay joined, wash and ink agree. */
export function wobble([x, y, corner], phase, size = 0.42) {
  return [
    x + size * (Math.sin(0.19 * x + 0.27 * y + phase) + 0.6 * Math.sin(0.53 * x - 0.41 * y + 2 * phase)),
    y + size * (Math.sin(0.23 * x - 0.17 * y + 1.7 * phase) + 0.6 * Math.sin(0.47 * x + 0.59 * y + phase)),
    corner];
}

/** The brush is less exact than the pen: a wash lies a little beside its line. */
export const brush = ([x, y, corner]) => [x - 0.25 + 0.4 * Math.sin(0.11 * x + 0.07 * y), y + 0.2 + 0.4 * Math.sin(0.09 * x - 0.12 * y + 1), corner];

/** A number from 0 to 1 that belongs to a place on the sheet. */
export const chance = (x, y, which = 0) => { const s = Math.sin(x * 12.9898 + y * 78.233 + which * 37.719) * 43758.5453; return s - Math.floor(s); };

/** Leaves out points that lie within `tolerance` of the line between their neighbours (Douglas and Peucker). */
export function simplify(points, tolerance) {
  if (points.length < 3) return points;
  const keep = new Uint8Array(points.length);
  keep[0] = keep[points.length - 1] = 1;
  const spans = [[0, points.length - 1]];
  while (spans.length) {
    const [first, last] = spans.pop(), [a, b] = [points[first], points[last]], length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    let far = 0, at = 0;
    for (let i = first + 1; i < last; i++) {
      const [x, y] = points[i];
      const away = length < 0.01 ? Math.hypot(x - a[0], y - a[1]) : Math.abs((b[0] - a[0]) * (a[1] - y) - (a[0] - x) * (b[1] - a[1])) / length;
      if (away > far) far = away, at = i;
    }
    if (far > tolerance) { keep[at] = 1; spans.push([first, at], [at, last]); }
  }
  return points.filter((_, i) => keep[i]);
}

/**
 * Path data, relative, one decimal. Points steer a smooth curve that turns sharply only in corners: through the middles of
 * neighbours, so that every next handle is the mirror of the last one and two numbers a point are enough (the t command).
 */
export function write(points, closed) {
  let ring = points;
  if (closed) {
    const last = points.at(-1), same = Math.hypot(last[0] - points[0][0], last[1] - points[0][1]) < 0.05;
    ring = same ? points.slice(0, -1) : points;
    const corner = ring.findIndex(p => p[2]);
    if (corner < 0 && ring.length > 2) return loop(ring);
    ring = [...ring.slice(Math.max(0, corner)), ...ring.slice(0, Math.max(0, corner) + 1)];
  }
  const path = new Path(ring[0]);
  let from = 0;
  for (let i = 1; i < ring.length; i++) {
    if (!ring[i][2] && i < ring.length - 1) continue;
    path.run(ring.slice(from, i + 1));
    from = i;
  }
  return path.d + (closed ? "z" : "");
}

const middle = (a, b) => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];

function loop(ring) {
  const start = middle(ring.at(-1), ring[0]), path = new Path(start);
  path.run([start, ...ring, start]);
  return `${path.d}z`;
}

/** Keeps account in whole tenths, so that rounding never adds up. */
class Path {
  constructor(start) {
    this.at = start.slice(0, 2).map(v => Math.round(v * 10));
    this.d = `M${this.#pair(this.at)}`;
    this.command = "";
  }

  run(points) {
    if (points.length === 2) return this.#to("l", points[1]);
    let handle = points[1].slice(0, 2).map(v => Math.round(v * 10));
    for (let i = 2; i < points.length; i++) {
      const end = i === points.length - 1 ? points[i] : [0, 1].map(k => (handle[k] / 10 + points[i][k]) / 2);
      const before = this.at;
      if (i === 2) this.#to("q", [handle[0] / 10, handle[1] / 10], end, before);
      else this.#to("t", end);
      handle = [2 * this.at[0] - handle[0], 2 * this.at[1] - handle[1]];
    }
  }

  #to(command, ...ends) {
    const from = this.at;
    let numbers = "";
    for (const end of ends.slice(0, command === "q" ? 2 : 1)) {
      this.at = [Math.round(end[0] * 10), Math.round(end[1] * 10)];
      const pair = this.#pair([this.at[0] - from[0], this.at[1] - from[1]]);
      numbers += (numbers && pair[0] !== "-" ? " " : "") + pair;
    }
    if (command === "l" && numbers === "0 0") return;
    this.d += command === this.command ? (numbers[0] === "-" ? numbers : ` ${numbers}`) : command + numbers;
    this.command = command;
  }

  #pair([x, y]) {
    const tenths = n => String(n / 10).replace(/^(-?)0\./, "$1.");
    return tenths(x) + (y < 0 ? "" : " ") + tenths(y);
  }
}

/** The strokes of a ring: broken where the hand turns a corner. */
export function strokes({ points, closed }) {
  const runs = [[points[0]]];
  points.slice(1).forEach((point, i) => { runs.at(-1).push(point); if (point[2] && i < points.length - 2) runs.push([point]); });
  return runs.map(run => ({ points: run, loop: closed && runs.length === 1 }));
}

/** One stroke as a filled outline whose half-width swells along the way and tapers to 55% over the last 5 units. */
export function inkOutline({ points, loop }, width, phase) {
  const length = [0];
  for (let i = 1; i < points.length; i++) length.push(length[i - 1] + Math.hypot(points[i][0] - points[i - 1][0], points[i][1] - points[i - 1][1]));
  const whole = length.at(-1), taper = Math.min(5, whole / 3) || 1, seed = phase + 6.28 * chance(points[0][0], points[0][1]);
  const left = [], right = [];
  points.forEach(([x, y, corner], i) => {
    const [a, b] = loop ? [points[i === 0 ? points.length - 2 : i - 1], points[i === points.length - 1 ? 1 : i + 1]] : [points[Math.max(0, i - 1)], points[Math.min(points.length - 1, i + 1)]];
    const span = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1, [dx, dy] = [(b[0] - a[0]) / span, (b[1] - a[1]) / span];
    let half = width / 2 * (1 + 0.28 * Math.sin(length[i] / 9 + seed) + 0.12 * Math.sin(length[i] / 3.1 + 2 * seed));
    if (!loop) half *= 0.55 + 0.45 * Math.min(1, Math.min(length[i], whole - length[i]) / taper);
    left.push([x - dy * half, y + dx * half, corner && loop]);
    right.push([x + dy * half, y - dx * half, corner && loop]);
  });
  if (loop) return write(left, true) + write(right.reverse(), true);
  for (const edge of [left, right]) edge[0][2] = edge.at(-1)[2] = true;
  return write([...left, ...right.reverse()], true);
}

/** Hatching inside rings: nearly parallel lines at an angle (degrees), uneven in distance and ends. */
export function hatch(rings, degrees, gap) {
  const [cos, sin] = [Math.cos(degrees * Math.PI / 180), Math.sin(degrees * Math.PI / 180)];
  const turned = rings.map(r => r.points.map(([x, y]) => [x * cos + y * sin, y * cos - x * sin]));
  const heights = turned.flat().map(p => p[1]), back = (x, y) => [x * cos - y * sin, x * sin + y * cos];
  let d = "";
  for (let y = Math.min(...heights) + gap * 0.6; y < Math.max(...heights); y += gap * (0.8 + 0.4 * chance(y, gap))) {
    const crossings = [];
    for (const ring of turned) ring.forEach((q, i) => { const p = ring[(i || ring.length) - 1]; if ((p[1] > y) !== (q[1] > y)) crossings.push(p[0] + (q[0] - p[0]) * (y - p[1]) / (q[1] - p[1])); });
    crossings.sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const from = crossings[i] + 1.6 * chance(y, i), to = crossings[i + 1] - 1.6 * chance(i, y);
      if (to - from > 1) d += write([back(from, y), back(to, y + 0.6 * (chance(y, i, 2) - 0.5))], false);
    }
  }
  return d;
}

const area = points => points.reduce((sum, [x, y], i) => { const [u, v] = points[(i + 1) % points.length]; return sum + (u - x) * (v + y); }, 0);

/** A closed ring whose edge is drawn in bumps, as a child's hand never would: uneven, from `bump` units wide. */
export function scallop({ points, closed }, bump) {
  const ring = area(points) < 0 ? points : [...points].reverse();
  const length = ring.reduce((sum, p, i) => i ? sum + Math.hypot(p[0] - ring[i - 1][0], p[1] - ring[i - 1][1]) : 0, 0);
  const count = Math.max(5, Math.round(length / bump)), stops = [];
  let walked = 0, next = 0;
  ring.slice(1).forEach((q, i) => {
    const p = ring[i], step = Math.hypot(q[0] - p[0], q[1] - p[1]);
    for (; next < walked + step && stops.length < count; next = length * (stops.length + 0.5 * (chance(p[0], stops.length) - 0.5)) / count) {
      const t = (next - walked) / step;
      stops.push([p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t]);
    }
    walked += step;
  });
  const out = [];
  stops.forEach((p, i) => {
    const q = stops[(i + 1) % stops.length], [dx, dy] = [q[0] - p[0], q[1] - p[1]], chord = Math.hypot(dx, dy) || 1;
    const rise = chord * (0.36 + 0.14 * chance(q[0], p[1])), steps = chord > 6 ? 5 : 4;
    for (let k = 0; k < steps; k++) {
      const t = 0.5 - 0.56 * Math.cos(Math.PI * k / steps), up = 1.1 * rise * Math.sin(Math.PI * k / steps);
      out.push(k === 0 ? [...p, true] : [p[0] + dx * t + dy / chord * up, p[1] + dy * t - dx / chord * up, false]);
    }
  });
  out.push([...out[0]]);
  return { points: out, closed };
}

/** The side of a closed ring that turns away from the light (top left): a crescent `depth` (0–1) of the way to its middle. */
export function crescent({ points }, depth) {
  const middle = [0, 1].map(k => points.reduce((sum, p) => sum + p[k], 0) / points.length);
  const across = points.map(([x, y]) => (x - middle[0]) * -0.62 + (y - middle[1]) * 0.78);
  const [from, to] = [across.indexOf(Math.min(...across)), across.indexOf(Math.max(...across))];
  const walk = (a, b) => { const out = []; for (let i = a; i !== b; i = (i + 1) % points.length) out.push(points[i]); out.push(points[b]); return out; };
  const lit = side => side.reduce((sum, [x, y]) => sum + (x - middle[0]) * 0.78 + (y - middle[1]) * 0.62, 0) / side.length;
  const [one, other] = [walk(from, to), walk(to, from)];
  const shadow = lit(one) > lit(other) ? one : other;
  const inner = shadow.map(([x, y], i) => { const k = depth * Math.sin(Math.PI * i / (shadow.length - 1 || 1)) ** 0.7; return [x + (middle[0] - x) * k - 0.3, y + (middle[1] - y) * k - 0.3, false]; });
  return { points: [...shadow, ...simplify(inner.reverse(), 0.8)], closed: true };
}

/** Whether a point lies in a ring. */
export const inside = (points, [x, y]) => points.reduce((odd, q, i) => { const p = points[(i || points.length) - 1]; return (p[1] > y) !== (q[1] > y) && x < p[0] + (q[0] - p[0]) * (y - p[1]) / (q[1] - p[1]) ? !odd : odd; }, false);

/** Small "uu" marks that say leaves, on the shadow side of a crown. */
export function leafMarks({ points }, gap) {
  const [xs, ys] = [points.map(p => p[0]), points.map(p => p[1])], [left, right, top, low] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  let d = "";
  for (let y = top + gap * 0.7; y < low - 2; y += gap * 0.8) for (let x = left + gap * 0.4; x < right - 3; x += gap * 1.5) {
    const at = [x + gap * 0.7 * (chance(x, y) - 0.5), y + gap * 0.5 * (chance(y, x) - 0.5)];
    const shadowed = (at[0] - left) / (right - left) * 0.6 + (at[1] - top) / (low - top) * 0.7;
    if (shadowed < 0.5 + 0.35 * chance(x, y, 5) || ![[-2, -2], [6, 3], [6, -2], [-2, 3]].every(([u, v]) => inside(points, [at[0] + u, at[1] + v]))) continue;
    d += `${write([at], false)}q1 1.6 2 0q1 1.6 2 0`;
  }
  return d;
}
