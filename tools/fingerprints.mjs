// fingerprints.mjs OUT TEXTS…: the fingerprints of every eight words in a row in some texts, so that a test can show that none of
// their sentences stands in the product, without the texts themselves.
// Words are runs of a–z and 0–9 after folding (no accents, lower case). A fingerprint is FNV-1a (64 bits) of the eight words, each
// followed by a space, of which the low 40 bits are kept; sorted, 5 bytes each, low byte first.
import { readFileSync, writeFileSync } from "node:fs";

const [out, ...texts] = process.argv.slice(2);
const row = 8, bytes = 5;
const found = new Set();
for (const path of texts) {
  const words = readFileSync(path, "utf8").normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase().match(/[a-z0-9]+/g) ?? [];
  for (let at = 0; at + row <= words.length; ++at) {
    let hash = 0xcbf29ce484222325n;
    for (const sign of Buffer.from(words.slice(at, at + row).join(" ") + " ")) hash = BigInt.asUintN(64, (hash ^ BigInt(sign)) * 0x100000001b3n);
    found.add(Number(hash & 0xffffffffffn));
  }
}
const sorted = [...found].sort((one, other) => one - other);
const file = Buffer.alloc(sorted.length * bytes);
sorted.forEach((print, at) => file.writeUIntLE(print, at * bytes, bytes));
writeFileSync(out, file);
