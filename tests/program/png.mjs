// PNG (ISO/IEC 15948) as far as our own pictures need it: eight bits a colour, not interlaced.
import assert from "node:assert/strict";
import { crc32, deflateSync, inflateSync } from "node:zlib";

/** @param {Buffer} png */
function* chunks(png) {
  for (let at = 8; at < png.length; ) {
    const size = png.readUInt32BE(at);
    yield { name: png.toString("latin1", at + 4, at + 8), data: png.subarray(at + 8, at + 8 + size) };
    at += size + 12;
  }
}

/** The Paeth predictor (§9.4). @param {number} left @param {number} up @param {number} corner */
const paeth = (left, up, corner) => {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(guess - value));
  return a <= b && a <= c ? left : b <= c ? up : corner;
};

/** Red, green and blue of each pixel, row by row; where it is clear, white. @param {Buffer} png */
export function pixelsOf(png) {
  const parts = [...chunks(png)];
  const header = parts[0].data;
  const width = header.readUInt32BE(0), height = header.readUInt32BE(4), channels = { 2: 3, 6: 4 }[header[9]] ?? 0;
  assert.ok(header[8] === 8 && channels > 0 && header[12] === 0);
  const raw = inflateSync(Buffer.concat(parts.filter((part) => part.name === "IDAT").map((part) => part.data)));
  const stride = width * channels;
  const rows = Buffer.alloc(stride * height);
  for (let y = 0; y < height; ++y) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; ++x) {
      const left = x >= channels ? rows[y * stride + x - channels] : 0, up = y > 0 ? rows[(y - 1) * stride + x] : 0;
      const corner = x >= channels && y > 0 ? rows[(y - 1) * stride + x - channels] : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      rows[y * stride + x] = raw[y * (stride + 1) + 1 + x] + guess;
    }
  }
  if (channels === 3) return rows;
  const colours = Buffer.alloc(width * height * 3);
  for (let pixel = 0; pixel < width * height; ++pixel)
    for (let colour = 0; colour < 3; ++colour) {
      const clear = 255 - rows[pixel * 4 + 3];
      colours[pixel * 3 + colour] = Math.round((rows[pixel * 4 + colour] * (255 - clear)) / 255 + clear);
    }
  return colours;
}

/** @param {Buffer} pixels @param {number} width @param {number} height */
export function pngOf(pixels, width, height) {
  const raw = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; ++y) {
    raw[y * (width * 3 + 1)] = 1;  // each colour as its difference from the pixel before
    for (let x = 0; x < width * 3; ++x) raw[y * (width * 3 + 1) + 1 + x] = pixels[y * width * 3 + x] - (x >= 3 ? pixels[y * width * 3 + x - 3] : 0);
  }
  const chunk = (/** @type {string} */ name, /** @type {Buffer} */ data) => {
    const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
    const edges = Buffer.alloc(8);
    edges.writeUInt32BE(data.length, 0);
    edges.writeUInt32BE(crc32(named), 4);
    return Buffer.concat([edges.subarray(0, 4), named, edges.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", header), chunk("IDAT", deflateSync(raw, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}
