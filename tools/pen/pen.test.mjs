// What must hold for every drawing, whoever made it. Run: node --test tools/pen
import assert from "node:assert/strict";
import { test } from "node:test";
import { Drawing } from "./drawing.mjs";
import { scallop, simplify, wobble, write } from "./hand.mjs";
import { flatten, parsePath } from "./path.mjs";
import { parsePalette, parseSvg } from "./source.mjs";
import { atNight } from "./style.mjs";

const palette = new Map([["brick", "#D2694A"], ["lit", "#FFD768"]]);
const svg = (/** @type {string} */ inside) => parseSvg(`<svg viewBox="0 0 240 180">${inside}</svg>`, "probe");
const drawn = (/** @type {string} */ inside, parts = new Map()) => new Drawing("probe", parts, palette).draw(svg(inside));
const ends = (/** @type {string} */ d) => parsePath(d).map(({ cubics }) => cubics.at(-1)[3]);

test("the same source gives the same drawing", () => {
  const house = `<path class="wash brick great" d="M20 160V90L60 50L100 90V160Z"/><ellipse class="wash brick leafy ink round" cx="160" cy="90" rx="40" ry="30"/>`;
  assert.equal(drawn(house).body, drawn(house).body);
});

test("two shapes that share a corner still share it after the wobble", () => {
  const [a] = flatten("M10 10H50V40Z"), [b] = flatten("M50 40V90H90Z");
  assert.deepEqual(wobble(a.points.find(p => p[0] === 50 && p[1] === 40), 2).slice(0, 2), wobble(b.points[0], 2).slice(0, 2));
});

test("rounding never adds up: a long path ends where it was drawn to", () => {
  const points = Array.from({ length: 400 }, (_, i) => [i * 0.537, 60 + 40 * Math.sin(i / 7), i === 0 || i === 399]);
  const [end] = ends(write(points, false));
  assert.ok(Math.hypot(end[0] - points.at(-1)[0], end[1] - points.at(-1)[1]) <= 0.08);
});

test("leaving out points keeps the line within its tolerance", () => {
  const points = Array.from({ length: 90 }, (_, i) => [i, 10 * Math.sin(i / 9), false]);
  const kept = simplify(points, 0.5);
  assert.ok(kept.length < points.length / 2);
  for (const [x, y] of points) {
    const after = kept.findIndex(p => p[0] >= x), [p, q] = [kept[Math.max(0, after - 1)], kept[after]];
    const onLine = q[0] === p[0] ? q[1] : p[1] + (q[1] - p[1]) * (x - p[0]) / (q[0] - p[0]);
    assert.ok(Math.abs(onLine - y) <= 0.75, `at ${x}`);
  }
});

test("a crown swells outward whichever way its ring was drawn", () => {
  const [ring] = flatten("M-30 0A30 30 0 0 1 30 0A30 30 0 0 1 -30 0Z");
  for (const points of [ring.points, [...ring.points].reverse()]) {
    const far = Math.max(...scallop({ points, closed: true }, 8).points.map(([x, y]) => Math.hypot(x, y)));
    assert.ok(far > 31);
  }
});

test("a part used more than once is drawn once", () => {
  const parts = new Map([["flag", svg(`<g id="flag"><path class="wash part" d="M0 0V-9H6V-5H0"/></g>`).children[0]]]);
  const use = `<use href="parts.svg#flag" class="brick" x="10" y="20"/>`;
  assert.equal(drawn(use, parts).stamps, "");
  assert.equal(drawn(use + use, parts).body.match(/<use/g)?.length, 2);
  assert.match(drawn(use + use, parts).stamps, /id="probe-flag"/);
});

test("a mistake in a source is refused and named", () => {
  assert.throws(() => drawn(`<use href="parts.svg#dragon"/>`), /probe.*dragon/);
  assert.throws(() => drawn(`<image/>`), /probe.*image/);
  assert.throws(() => parseSvg(`<svg viewBox="0 0 1 1"><g></svg>`, "probe"), /probe/);
  assert.throws(() => drawn(`<path class="ink" d="M0 0X1 1"/>`), /command X/);
});

test("the palette is read from the style sheet, and windows light up at night", () => {
  assert.equal(parsePalette(".brick { color: #D2694A; }\n.wash { fill: red; }").get("brick"), "#D2694A");
  assert.equal(atNight("glass", "#5F7488"), atNight("lit", "#FFD768"));
  assert.notEqual(atNight("brick", "#D2694A"), "#D2694A");
});
