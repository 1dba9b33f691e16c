// loopbaankaart map: what its files are, how large, and what it refuses.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const folder = mkdtempSync(join(tmpdir(), "loopbaankaart-map-"));
after(() => rmSync(folder, { recursive: true }));

let count = 0;
/** Draws a map. @param {string} ending @param {string[]} words */
const draw = (ending, ...words) => {
  const file = join(folder, `${++count}${ending}`);
  const { status, stderr } = spawnSync("build/loopbaankaart", ["map", "--out", file, ...words], { encoding: "utf8" });
  return { file, status, stderr };
};
/** The bytes of a map that could be drawn. @param {string} ending @param {string[]} words */
const drawn = (ending, ...words) => {
  const { file, status, stderr } = draw(ending, ...words);
  assert.equal(status, 0, stderr);
  return readFileSync(file);
};
/** @param {Buffer} pdf */
const pageOf = (pdf) => {
  const boxes = [...pdf.toString("latin1").matchAll(/\/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]/g)];
  assert.equal(boxes.length, 1);
  return boxes[0].slice(1).map((points) => Math.round(Number(points) / 72 * 25.4));
};
/** Of each image in it, its width and height. @param {Buffer} pdf */
const imagesOf = (pdf) => pdf.toString("latin1").split("/Subtype /Image").slice(1)
  .map((image) => ["Width", "Height"].map((side) => Number(new RegExp(`/${side} (\\d+)`).exec(image)?.[1])));
/** @param {Buffer} png */
const pixelsOf = (png) => {
  assert.equal(png.toString("latin1", 1, 4), "PNG");
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
};
/** @param {Buffer} png */
const perInchOf = (png) => Math.round(png.readUInt32BE(png.indexOf("pHYs") + 4) * 0.0254);

test("the ending decides what it becomes, in capitals too", () => {
  assert.equal(drawn(".svg").toString("latin1", 0, 4), "<svg");
  assert.equal(drawn(".pdf").toString("latin1", 0, 5), "%PDF-");
  assert.equal(drawn(".PNG").toString("latin1", 1, 4), "PNG");
  for (const ending of [".jpeg", ".svgz", "", ".pdf.zip"]) {
    const { file, status, stderr } = draw(ending);
    assert.equal(status, 1, ending);
    assert.ok(stderr.includes(file));
    assert.ok(!existsSync(file));
  }
});

test("a PDF is one page of just that paper, in lines: no pixels but the grain", () => {
  assert.deepEqual(pageOf(drawn(".pdf")), [297, 420]);
  for (const theme of ["day", "night"]) {
    const pdf = drawn(".pdf", "--size", "a1", "--theme", theme);
    assert.deepEqual(pageOf(pdf), [594, 841]);
    assert.ok(pdf.length < 5e6, `${pdf.length} bytes`);
    const images = imagesOf(pdf);
    assert.ok(images.length <= 2, "the grain and how clear it is");
    for (const [width, height] of images) assert.ok(width <= 128 && height <= 128, `${width} × ${height}`);
  }
  assert.deepEqual(imagesOf(drawn(".pdf", "--theme", "print")), []);
});

test("a PNG has the pixels of its size, and knows how large it is on paper", () => {
  const sizes = { a3: [1754, 2480, 150], a1: [2339, 3311, 100], screen: [1400, 1980, 96] };
  for (const [size, [width, height, perInch]] of Object.entries(sizes)) {
    const png = drawn(".png", "--size", size);
    assert.deepEqual(pixelsOf(png), [width, height], size);
    assert.equal(perInchOf(png), perInch, size);
  }
});

test("the same map is the same bytes, whenever it is drawn", () => {
  for (const ending of [".svg", ".pdf", ".png"]) assert.ok(drawn(ending).equals(drawn(ending)), ending);
  assert.doesNotMatch(drawn(".pdf").toString("latin1"), /CreationDate|ModDate/);
});

test("each theme and each size is another drawing", () => {
  const maps = [["day", "a3"], ["night", "a3"], ["print", "a3"], ["day", "a1"]].map(([theme, size]) => drawn(".pdf", "--theme", theme, "--size", size).toString("latin1"));
  assert.equal(new Set(maps).size, maps.length);
});

test("a size that is no paper, or no size at all, is refused", () => {
  assert.equal(draw(".pdf", "--size", "screen").status, 1);
  assert.equal(draw(".pdf", "--size", "a0").status, 2);
  assert.equal(draw(".pdf", "--theme", "dusk").status, 2);
  assert.equal(draw(".pdf", "--lang", "fr").status, 2);
});

test("without the program that makes pictures an SVG can be drawn, and a PDF says what is missing", () => {
  const alone = join(folder, "alone");
  mkdirSync(alone);
  copyFileSync("build/loopbaankaart", join(alone, "loopbaankaart"));
  const ask = (/** @type {string} */ name) => spawnSync(join(alone, "loopbaankaart"), ["map", "--out", join(alone, name)], { encoding: "utf8" });
  assert.equal(ask("map.svg").status, 0);
  const refused = ask("map.pdf");
  assert.equal(refused.status, 1);
  assert.ok(refused.stderr.includes(join(alone, "loopbaankaart-media")));
  assert.ok(!existsSync(join(alone, "map.pdf")));
});

test("a file that cannot be written is named", () => {
  const file = join(folder, "no", "folder.pdf");
  const { status, stderr } = spawnSync("build/loopbaankaart", ["map", "--out", file], { encoding: "utf8" });
  assert.equal(status, 1);
  assert.ok(stderr.includes(file));
});

/** What a program in the place of loopbaankaart-media makes of it. @param {string} script */
const withMedia = (script) => {
  const place = mkdtempSync(join(folder, "media-"));
  copyFileSync("build/loopbaankaart", join(place, "loopbaankaart"));
  writeFileSync(join(place, "loopbaankaart-media"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const file = join(place, "map.pdf");
  const { status, stderr } = spawnSync(join(place, "loopbaankaart"), ["map", "--out", file], { encoding: "utf8" });
  return { status, stderr, made: existsSync(file) };
};

test("a picture that fails, breaks off or never ends leaves no file", () => {
  for (const script of ["echo too many lines >&2; exit 1", "printf '%%PDF-'; kill -9 $$", "exec cat /dev/zero", "exit 0"]) {
    const { status, made } = withMedia(script);
    assert.equal(status, 1, script);
    assert.equal(made, false, script);
  }
  assert.match(withMedia("echo too many lines >&2; exit 1").stderr, /too many lines/);
  assert.equal(withMedia("cat").status, 0, "a drawing larger than a pipe holds arrives");
});

/** @param {string} drawing @param {string[]} words */
const media = (drawing, ...words) => spawnSync("build/loopbaankaart-media", words, { input: drawing, maxBuffer: 64e6 });
/** @param {string} inside */
const drawing = (inside) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 14">${inside}</svg>`;
const black = "<rect width=\"10\" height=\"14\"/>";

test("the program that makes pictures takes no other words, and no broken drawing", () => {
  const svg = drawing(black);
  assert.equal(media(svg, "page", "297", "420").status, 0);
  for (const words of [[], ["fly"], ["page"], ["page", "297"], ["page", "0", "420"], ["page", "297mm", "420"], ["pixels", "90000", "9", "9"], ["draw", "more"]])
    assert.equal(media(svg, ...words).status, 2, words.join(" "));
  for (const broken of ["", "no drawing", "<svg", `<svg xmlns="http://www.w3.org/2000/svg">${"<g>".repeat(1_100_000)}`])
    assert.notEqual(media(broken, "pixels", "100", "140", "96").status, 0, broken.slice(0, 20));
});

test("a drawing cannot bring in a file from elsewhere", () => {
  const picture = join(folder, "black.svg");
  writeFileSync(picture, drawing(black));
  const pixels = (/** @type {string} */ inside) => media(drawing(inside), "pixels", "100", "140", "96").stdout;
  assert.ok(pixels("").length > 0);
  assert.ok(pixels(`<image href="file://${picture}" width="10" height="14"/>`).equals(pixels("")));
  assert.ok(!pixels(black).equals(pixels("")));
});

test("a drawing that would take the memory of the machine is refused at once", () => {
  const layers = 8;  // each as large as the picture: 256 MB
  const deep = drawing("<g opacity=\".5\">".repeat(layers) + black + "</g>".repeat(layers));
  assert.equal(media(deep, "pixels", "100", "140", "96").status, 0);
  assert.notEqual(media(deep, "pixels", "8000", "8000", "96").status, 0);
});

test("a drawing covers the whole picture, and what is left over is cut off on both sides", () => {
  const pixels = (/** @type {string} */ svg) => media(svg, "pixels", "100", "150", "96").stdout;
  const all = pixels(drawing(black).replace("0 0 10 14", "0 0 10 14.9").replace("height=\"14\"", "height=\"15\""));
  const sides = "<path fill=\"#f00\" d=\"M0 0H.3V14H0zM9.7 0H10V14H9.7z\"/>";
  assert.ok(pixels(drawing(black + sides)).equals(all));
  assert.ok(!pixels(drawing(black + sides.replaceAll(".3", ".4"))).equals(all));
});
