// assets.mjs OUT: makes assets/, and what the pen drew into OUT/landmarks and OUT/competence_drawings, part of the program. Each file gets an address
// with a hash of its content (/a/3f2a91c0/name), so it may be kept forever; style sheets and scripts point to those addresses; gzip and brotli
// forms are made here, once. Writes OUT/assets.bin (all bytes one after the other), OUT/assets.S (puts them in the program) and
// OUT/asset_table.hpp (what lies where, by name).
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { fail, literal, write } from "./cpp.mjs";

const [out] = process.argv.slice(2);
const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Type per ending, and whether compressing helps. @type {Record<string, [string, boolean]>} */
const types = {
  css: ["text/css; charset=utf-8", true],
  js: ["text/javascript; charset=utf-8", true],
  svg: ["image/svg+xml", true],
  png: ["image/png", false],
  woff2: ["font/woff2", false],
};

/** @param {string} name */
const ending = (name) => extname(name).slice(1);

const fonts = {
  "fonts/atkinson-hyperlegible-next.woff2": "atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
  "fonts/atkinson-hyperlegible-next-more.woff2": "atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2",
  "fonts/fraunces.woff2": "fraunces/files/fraunces-latin-wght-normal.woff2",
  "fonts/fraunces-more.woff2": "fraunces/files/fraunces-latin-ext-wght-normal.woff2",
};

/** One sheet of all symbols: each file's drawing becomes a <symbol> with the file's name. @param {string[]} names */
function symbolSheet(names) {
  const symbols = names.map((name) => {
    const [, box, drawing] = readFileSync(join(root, "assets", name), "utf8").match(/^<svg [^>]*viewBox="([^"]+)"[^>]*>([^]*)<\/svg>\s*$/) ?? fail(`${name}: not one <svg> with a viewBox`);
    return `<symbol id="${basename(name, ".svg")}" viewBox="${box}">${drawing.replace(/>\s+</g, "><").trim()}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`;
}

/** Leaves out comments and indentation. @param {string} css */
const tightened = (css) => css.replace(/\/\*[^]*?\*\//g, "").replace(/^\s+/gm, "").replace(/\s*([{};,>])\s*/g, "$1").replace(/: /g, ":").replace(/;}/g, "}").replace(/([ :,(])0\./g, "$1.");

/** @type {Map<string, Buffer>} */
const files = new Map();
const folder = join(root, "assets");
const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => ending(name) in types).sort();
for (const name of names) if (!name.startsWith("symbols/")) files.set(name, readFileSync(join(folder, name)));
for (const drawn of ["landmarks", "competence_drawings"])
  for (const name of readdirSync(join(out, drawn)).sort()) files.set(`${drawn}/${name}`, readFileSync(join(out, drawn, name)));
for (const [name, path] of Object.entries(fonts)) files.set(name, readFileSync(join(root, "node_modules/@fontsource-variable", path)));
files.set("symbols.svg", Buffer.from(symbolSheet(names.filter((name) => name.startsWith("symbols/")))));

/** @param {Buffer} bytes */
const hash = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 8);
/** @param {string} name */
const address = (name) => `/a/${hash(files.get(name) ?? fail(`no asset ${name}`))}/${basename(name)}`;

/** With the sheets it imports put in: a page fetches one. @param {string} name @returns {string} */
const whole = (name) => readFileSync(join(folder, name), "utf8").replace(/^@import url\(([^)]+)\);$/gm, (_, target) => whole(posix.join(posix.dirname(name), target)));

// Style sheets last: what they point to must have its final bytes first.
for (const name of [...files.keys()].filter((each) => each.endsWith(".css"))) {
  const pointed = tightened(whole(name)).replace(/url\("?([^")]+)"?\)/g, (_, target) => {
    const [file, fragment] = target.split("#");
    const wanted = posix.join(posix.dirname(name), file);
    if (!files.has(wanted)) fail(`${name}: no asset ${wanted}`);
    return `url(${address(wanted)}${fragment ? `#${fragment}` : ""})`;
  });
  files.set(name, Buffer.from(pointed));
}

// A script takes from others by their addresses: what it takes must have its final bytes first. A circle is a mistake. The service worker comes whole: a
// browser fetches what it takes from by itself and without end, and a page that wants the same file stands in line behind that.
/** @type {Set<string>} */
const settled = new Set();
/** @param {string} name @param {string[]} on_the_way */
function settle(name, on_the_way = []) {
  if (settled.has(name)) return;
  if (on_the_way.includes(name)) fail(`${name}: takes from itself`);
  const pointed = String(files.get(name) ?? fail(`no script ${name}`)).replace(/^(import .*?)"(\.{1,2}\/[^"]+)";$/gm, (_, taking, target) => {
    const wanted = posix.join(posix.dirname(name), target);
    settle(wanted, [...on_the_way, name]);
    if (name === "js/sw.js") return String(files.get(wanted)).replace(/^export /gm, "");
    return `${taking}"${address(wanted)}";`;
  });
  files.set(name, Buffer.from(pointed));
  settled.add(name);
}
for (const name of [...files.keys()].filter((each) => each.endsWith(".js"))) settle(name);

/** @type {Buffer[]} */
const pieces = [];
let length = 0;
/** Where a piece lies: {offset, size}. @param {Buffer} bytes */
function lay(bytes) {
  const place = `{${length}, ${bytes.length}}`;
  pieces.push(bytes);
  length += bytes.length;
  return place;
}

const lines = [...files.keys()].sort().map((name) => {
  const bytes = files.get(name) ?? fail(name);
  const [type, compressible] = types[ending(name)];
  /** @param {Buffer} smaller */
  const ifSmaller = (smaller) => (compressible && smaller.length < bytes.length ? lay(smaller) : "{0, 0}");
  const plain = lay(bytes);
  const gzip = ifSmaller(gzipSync(bytes, { level: 9 }));
  const brotli = ifSmaller(brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
  return `    {${literal(name)}, ${literal(address(name))}, ${literal(type)}, ${plain}, ${gzip}, ${brotli}, ${literal(`"${hash(bytes)}"`)}},\n`;
});
const symbols = names.filter((name) => name.startsWith("symbols/")).map((name) => `    ${literal(basename(name, ".svg"))},\n`);

const blob = Buffer.concat(pieces);
const bin = join(out, "assets.bin");
if (!existsSync(bin) || !readFileSync(bin).equals(blob)) writeFileSync(bin, blob);
write(join(out, "assets.S"), `/* Made by tools/assets.mjs: ${hash(blob)}. */
.section .rodata
.balign 16
.global loopbaankaart_asset_bytes
loopbaankaart_asset_bytes:
.incbin ${literal(bin)}
.section .note.GNU-stack,"",%progbits
`);
write(join(out, "asset_table.hpp"), `// Made by tools/assets.mjs from assets/, by name.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace loopbaankaart::web {

struct Piece {
    std::size_t offset, size;  // in loopbaankaart_asset_bytes
};
struct Entry {
    std::string_view name, path, type;
    Piece plain, gzip, brotli;
    std::string_view etag;
};
inline constexpr std::array<Entry, ${lines.length}> asset_table{{
${lines.join("")}}};
inline constexpr std::array<std::string_view, ${symbols.length}> symbol_names{{
${symbols.join("")}}};

}  // namespace loopbaankaart::web
`);
