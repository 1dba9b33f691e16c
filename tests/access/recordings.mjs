// What a telephone would send: pictures and sounds by chance, so that their bytes stand nowhere else.
import { randomBytes } from "node:crypto";
import { pngOf } from "../program/png.mjs";

/** A picture of coloured squares by chance, large enough for three sizes. */
export function picture() {
  const width = 1600, height = 1200, square = 40, pixels = Buffer.alloc(width * height * 3);
  const colours = Array.from({ length: (width / square) * (height / square) }, () => Math.floor(Math.random() * 0xffffff));
  for (let y = 0; y < height; ++y)
    for (let x = 0; x < width; ++x) pixels.writeUIntBE(colours[Math.floor(y / square) * (width / square) + Math.floor(x / square)], (y * width + x) * 3, 3);
  return pngOf(pixels, width, height);
}

/** Two seconds of noise, as a telephone records it (RIFF WAVE, 16 bits, 8,000 a second). */
export function noise() {
  const rate = 8_000, samples = randomBytes(2 * rate * 2), head = Buffer.alloc(44);
  head.write("RIFF", 0); head.writeUInt32LE(36 + samples.length, 4); head.write("WAVEfmt ", 8); head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20); head.writeUInt16LE(1, 22); head.writeUInt32LE(rate, 24); head.writeUInt32LE(rate * 2, 28); head.writeUInt16LE(2, 32); head.writeUInt16LE(16, 34);
  head.write("data", 36); head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}
