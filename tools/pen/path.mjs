// Geometry of plain SVG: path data and basic shapes → cubic segments → rings of points. Units are those of the viewBox.

/** 2 × 3 matrices as [a b c d e f], like SVG. */
export const identity = [1, 0, 0, 1, 0, 0];
export const multiply = (m, n) => [
  m[0] * n[0] + m[2] * n[1], m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3], m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4], m[1] * n[4] + m[3] * n[5] + m[5]];
export const apply = (m, [x, y]) => [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
export const scaleOf = m => Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]));

/** "translate(3 4) rotate(10 5 5) scale(2)" → matrix. */
export function parseTransform(text = "") {
  let matrix = identity;
  for (const [, name, list] of text.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const v = list.trim().split(/[\s,]+/).map(Number);
    if (name === "translate") matrix = multiply(matrix, [1, 0, 0, 1, v[0], v[1] ?? 0]);
    else if (name === "scale") matrix = multiply(matrix, [v[0], 0, 0, v[1] ?? v[0], 0, 0]);
    else if (name === "rotate") {
      const [cos, sin, cx, cy] = [Math.cos(v[0] * Math.PI / 180), Math.sin(v[0] * Math.PI / 180), v[1] ?? 0, v[2] ?? 0];
      matrix = multiply(matrix, [cos, sin, -sin, cos, cx - cos * cx + sin * cy, cy - sin * cx - cos * cy]);
    } else throw Error(`transform ${name} is not supported`);
  }
  return matrix;
}

/** The d of a path for any basic shape. */
export function shapeToPath(tag, a) {
  const n = name => Number(a[name] ?? 0);
  const ellipse = (cx, cy, rx, ry) => `M${cx - rx} ${cy}A${rx} ${ry} 0 0 1 ${cx + rx} ${cy}A${rx} ${ry} 0 0 1 ${cx - rx} ${cy}Z`;
  switch (tag) {
    case "path": return a.d;
    case "rect": return `M${n("x")} ${n("y")}h${n("width")}v${n("height")}h${-n("width")}Z`;
    case "circle": return ellipse(n("cx"), n("cy"), n("r"), n("r"));
    case "ellipse": return ellipse(n("cx"), n("cy"), n("rx"), n("ry"));
    case "line": return `M${n("x1")} ${n("y1")}L${n("x2")} ${n("y2")}`;
    case "polyline": return `M${a.points}`;
    case "polygon": return `M${a.points}Z`;
  }
  return null;
}

// SVG 1.1 appendix F.6.5: endpoint to centre form, then one cubic per quarter turn.
function arcToCubics([x1, y1], rx, ry, degrees, large, sweep, [x2, y2]) {
  if (!rx || !ry) return [[[x1, y1], [x1, y1], [x2, y2], [x2, y2]]];
  const phi = degrees * Math.PI / 180, cos = Math.cos(phi), sin = Math.sin(phi);
  const dx = (x1 - x2) / 2, dy = (y1 - y2) / 2, px = cos * dx + sin * dy, py = cos * dy - sin * dx;
  const grow = Math.max(1, Math.sqrt((px / rx) ** 2 + (py / ry) ** 2));
  rx = Math.abs(rx) * grow; ry = Math.abs(ry) * grow;
  const below = (rx * py) ** 2 + (ry * px) ** 2;
  const k = (large === sweep ? -1 : 1) * Math.sqrt(Math.max(0, ((rx * ry) ** 2 - below) / below));
  const [ux, uy] = [k * rx * py / ry, -k * ry * px / rx];
  const [cx, cy] = [cos * ux - sin * uy + (x1 + x2) / 2, sin * ux + cos * uy + (y1 + y2) / 2];
  const start = Math.atan2((py - uy) / ry, (px - ux) / rx);
  let turn = Math.atan2((-py - uy) / ry, (-px - ux) / rx) - start;
  if (sweep && turn < 0) turn += 2 * Math.PI;
  if (!sweep && turn > 0) turn -= 2 * Math.PI;
  const parts = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-6));
  const step = turn / parts, handle = 4 / 3 * Math.tan(step / 4);
  const at = (u, v) => [cx + cos * rx * u - sin * ry * v, cy + sin * rx * u + cos * ry * v];
  return Array.from({ length: parts }, (_, i) => {
    const a = start + i * step, b = a + step, [ca, sa, cb, sb] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)];
    return [at(ca, sa), at(ca - handle * sa, sa + handle * ca), at(cb + handle * sb, sb - handle * cb), i === parts - 1 ? [x2, y2] : at(cb, sb)];
  });
}

/** Path data → [{ cubics: [[p0, c1, c2, p3]…], closed }]. Lines are cubics whose handles lie on their ends. */
export function parsePath(d) {
  const tokens = d.match(/[a-zA-Z]|-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g) ?? [];
  const rings = [];
  let i = 0, command = "", ring = null, at = [0, 0], start = [0, 0], handle = null;
  const number = () => Number(tokens[i++]);
  const point = relative => { const x = number(), y = number(); return relative ? [at[0] + x, at[1] + y] : [x, y]; };
  const cubic = (c1, c2, end) => { ring.cubics.push([at, c1, c2, end]); at = end; };
  const line = end => { if (Math.hypot(end[0] - at[0], end[1] - at[1]) > 0.01) cubic(at, end, end); else at = end; };
  const quadratic = (c, e) => cubic([at[0] + (c[0] - at[0]) * 2 / 3, at[1] + (c[1] - at[1]) * 2 / 3], [e[0] + (c[0] - e[0]) * 2 / 3, e[1] + (c[1] - e[1]) * 2 / 3], e);
  const mirrored = () => handle ? [2 * at[0] - handle[0], 2 * at[1] - handle[1]] : at;
  while (i < tokens.length) {
    if (/[a-zA-Z]/.test(tokens[i])) command = tokens[i++];
    const relative = command === command.toLowerCase();
    let next = null;
    switch (command.toUpperCase()) {
      case "M": at = start = point(relative); ring = { cubics: [], closed: false }; rings.push(ring); command = relative ? "l" : "L"; break;
      case "L": line(point(relative)); break;
      case "H": line([relative ? at[0] + number() : number(), at[1]]); break;
      case "V": line([at[0], relative ? at[1] + number() : number()]); break;
      case "Q": { next = point(relative); quadratic(next, point(relative)); break; }
      case "T": { next = mirrored(); quadratic(next, point(relative)); break; }
      case "C": { const c1 = point(relative); next = point(relative); cubic(c1, next, point(relative)); break; }
      case "S": { const c1 = mirrored(); next = point(relative); cubic(c1, next, point(relative)); break; }
      case "A": {
        const [rx, ry, degrees, large, sweep] = [number(), number(), number(), number(), number()];
        for (const c of arcToCubics(at, rx, ry, degrees, large, sweep, point(relative))) ring.cubics.push(c), at = c[3];
        break;
      }
      case "Z": line(start); ring.closed = true; break;
      default: throw Error(`path command ${command} in ${d}`);
    }
    handle = next;
  }
  return rings.filter(r => r.cubics.length);
}

const isLine = ([a, b, c, d]) => a === b && c === d;
const bend = ([a, b, c, d]) => {
  const turn = (p, q, r) => { const t = Math.atan2(r[1] - q[1], r[0] - q[0]) - Math.atan2(q[1] - p[1], q[0] - p[0]); return Math.abs(Math.atan2(Math.sin(t), Math.cos(t))); };
  return turn(a, b, c) + turn(b, c, d);
};

/** Rings of points [x, y, corner] in the space of the matrix: straight pieces about 11 apart, curves by how much they bend. */
export function flatten(d, matrix = identity) {
  return parsePath(d).map(({ cubics, closed }) => {
    const points = [];
    let before = null, first = 0;
    for (const piece of cubics) {
      const [a, b, c, e] = isLine(piece) ? [apply(matrix, piece[0]), null, null, apply(matrix, piece[3])] : piece.map(p => apply(matrix, p));
      const length = b ? Math.hypot(b[0] - a[0], b[1] - a[1]) + Math.hypot(c[0] - b[0], c[1] - b[1]) + Math.hypot(e[0] - c[0], e[1] - c[1]) : Math.hypot(e[0] - a[0], e[1] - a[1]);
      const steps = Math.max(1, Math.ceil(b ? Math.max(length / 11, Math.min(bend([a, b, c, e]) / 0.5, length / 1.2)) : length / 11));
      const ahead = b && Math.hypot(b[0] - a[0], b[1] - a[1]) > 0.01 ? b : b && Math.hypot(c[0] - a[0], c[1] - a[1]) > 0.01 ? c : e;
      const tangent = Math.atan2(ahead[1] - a[1], ahead[0] - a[0]);
      if (before === null) points.push([...a, true]), first = tangent;
      else points.at(-1)[2] = Math.abs(Math.atan2(Math.sin(tangent - before), Math.cos(tangent - before))) > 0.6;
      for (let k = 1; k <= steps; k++) {
        const t = k / steps, u = 1 - t;
        points.push(b ? [u * u * u * a[0] + 3 * u * u * t * b[0] + 3 * u * t * t * c[0] + t * t * t * e[0], u * u * u * a[1] + 3 * u * u * t * b[1] + 3 * u * t * t * c[1] + t * t * t * e[1], false] : [a[0] + (e[0] - a[0]) * t, a[1] + (e[1] - a[1]) * t, false]);
      }
      const [p, q] = points.slice(-2);
      before = Math.atan2(q[1] - p[1], q[0] - p[0]);
    }
    const smooth = closed && Math.abs(Math.atan2(Math.sin(first - before), Math.cos(first - before))) <= 0.6;
    points[0][2] = points.at(-1)[2] = !smooth;
    return { points, closed };
  });
}
