// grain.mjs OUT.png: the grain of the paper, one tile that repeats without a seam: soft light and dark specks with alpha, as a
// PNG of sixteen colours. Made once and kept in assets/texture; run it again only to change the grain.
import { writeFileSync } from "node:fs";
import { deflateSync } from "node:zlib";

const size = 128;
let state = 9;
/** Mulberry-like, repeatable. */
const chance = () => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

const raw = Array.from({ length: size * size }, chance);
/** The mean of the square around a point, round the edges of the tile. @param {number} x @param {number} y @param {number} reach */
function soft(x, y, reach) {
  let sum = 0;
  for (let down = -reach; down <= reach; ++down)
    for (let right = -reach; right <= reach; ++right) sum += raw[((y + down + size) % size) * size + ((x + right + size) % size)];
  return sum / (2 * reach + 1) ** 2;
}

// Eight steps of dark (brown, alpha 0 to 17) and eight of light (cream, alpha 0 to 14).
const palette = Buffer.concat([...Array(16).keys()].map((step) => Buffer.from(step < 8 ? [70, 52, 30] : [255, 250, 235])));
const alpha = Buffer.from([...Array(16).keys()].map((step) => Math.round(step < 8 ? step * 2.4 : (step - 8) * 2)));

const rows = Buffer.alloc(size * (size / 2 + 1));
for (let y = 0; y < size; ++y)
  for (let x = 0; x < size; ++x) {
    const height = (soft(x, y, 1) - 0.5) * 1.4 + (soft(x, y, 3) - 0.5) * 1.2;
    const step = Math.min(7, Math.round(Math.abs(height) * 14)) + (height > 0 ? 0 : 8);
    rows[y * (size / 2 + 1) + 1 + (x >> 1)] |= x % 2 === 0 ? step << 4 : step;
  }

/** The check of a PNG chunk. @param {Buffer} bytes */
function crc32(bytes) {
  let check = ~0;
  for (const byte of bytes) {
    check ^= byte;
    for (let bit = 0; bit < 8; ++bit) check = (check >>> 1) ^ (check & 1 ? 0xedb88320 : 0);
  }
  return ~check >>> 0;
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
const header = Buffer.alloc(13);
header.writeUInt32BE(size, 0);
header.writeUInt32BE(size, 4);
header.set([4, 3], 8); // four bits a pixel, palette
writeFileSync(
  process.argv[2],
  Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), chunk("IHDR", header), chunk("PLTE", palette), chunk("tRNS", alpha), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0))]),
);
