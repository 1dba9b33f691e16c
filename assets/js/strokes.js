// A drawing as strokes: read, written and painted as the server does (src/pen/finger/finger_drawing.hpp).

export const inks = /** @type {const} */ ({ inkt: "#26252e", rood: "#a8361c", blauw: "#125268", groen: "#2c6247", goud: "#f4c455", bruin: "#8a5f38" });
const paper = "#fffbf0";
const mostWritten = 60_000;  // signs, which are some 7,500 points
const apart = 14;            // units: points on a straight line stand no further from each other, so that corners stay corners

/** @typedef {[number, number]} Point */
/** @typedef {{ ink: keyof typeof inks, width: number, points: Point[] }} Stroke */
/** @typedef {{ width: number, height: number, strokes: Stroke[] }} Drawing */

/** @param {Drawing} drawing */
export const written = ({ width, height, strokes }) =>
  strokes.length === 0 ? "" : [`${width} ${height}`, ...strokes.map((stroke) => [stroke.ink, stroke.width, ...stroke.points.flat()].join(" "))].join("\n");

/** What `written` wrote; nothing for an empty text. @param {string} text @returns {Drawing | null} */
export function read(text) {
  const [size, ...lines] = text.trim().split(/\s*\n\s*/);
  const [width, height] = size.split(" ").map(Number);
  if (!width || !height) return null;
  const strokes = lines.map((line) => {
    const [ink, wide, ...numbers] = line.split(" ");
    /** @type {Point[]} */
    const points = [];
    for (let at = 0; at + 1 < numbers.length; at += 2) points.push([Number(numbers[at]), Number(numbers[at + 1])]);
    return { ink: /** @type {keyof typeof inks} */ (ink), width: Number(wide), points };
  });
  return { width, height, strokes };
}

/** Of how many points another stroke may be. @param {Drawing} drawing */
export const pointsLeft = (drawing) => Math.max(0, Math.floor((mostWritten - written(drawing).length - 20) / 10));

/** How far a point lies from the line between two others. @param {Point} point @param {Point} from @param {Point} to */
function off([x, y], [fromX, fromY], [toX, toY]) {
  const length = Math.hypot(toX - fromX, toY - fromY);
  return length === 0 ? Math.hypot(x - fromX, y - fromY) : Math.abs((toX - fromX) * (fromY - y) - (fromX - x) * (toY - fromY)) / length;
}

/** The same line with fewer points. @param {Point[]} points */
export function thinned(points) {
  if (points.length < 3) return points;
  const kept = [points[0]];
  let since = 1;  // the points from here on were left out
  for (let at = 1; at < points.length - 1; ++at) {
    const last = kept[kept.length - 1], next = points[at + 1];
    const straight = points.slice(since, at + 1).every((point) => off(point, last, next) < 0.7);
    if (straight && Math.hypot(next[0] - last[0], next[1] - last[1]) < apart) continue;
    kept.push(points[at]);
    since = at + 1;
  }
  return [...kept, points[points.length - 1]];
}

/** Through the middles between the points, as the server draws it. @param {CanvasRenderingContext2D} brush @param {Stroke} stroke */
export function paintStroke(brush, { ink, width, points }) {
  const [first] = points, last = points[points.length - 1];
  brush.strokeStyle = brush.fillStyle = inks[ink];
  brush.lineWidth = width;
  brush.lineCap = brush.lineJoin = "round";
  brush.beginPath();
  if (points.every(([x, y]) => x === first[0] && y === first[1])) {
    brush.arc(first[0], first[1], width / 2, 0, 7);
    return brush.fill();
  }
  brush.moveTo(...first);
  for (let at = 1; at + 1 < points.length; ++at) {
    const [x, y] = points[at], [nextX, nextY] = points[at + 1];
    brush.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
  }
  brush.lineTo(...last);
  brush.stroke();
}

/** The whole drawing, on its paper, as large as the canvas. @param {HTMLCanvasElement} canvas @param {Drawing} drawing */
export function paint(canvas, drawing) {
  const brush = canvas.getContext("2d");
  if (!brush) return;
  brush.setTransform(canvas.width / drawing.width, 0, 0, canvas.height / drawing.height, 0, 0);
  brush.fillStyle = paper;
  brush.fillRect(0, 0, drawing.width, drawing.height);
  for (const stroke of drawing.strokes) paintStroke(brush, stroke);
}
