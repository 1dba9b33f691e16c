// Reads an archive in which all is stored as it is (src/zip), by its list; deflated entries are none of ours.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** @param {Buffer} archive @returns {Map<string, Buffer>} */
export function entriesOf(archive) {
  const end = archive.lastIndexOf("PK\x05\x06", undefined, "latin1");
  assert.ok(end >= 0, "an end");
  const count = archive.readUInt16LE(end + 10);
  const found = new Map();
  for (let at = archive.readUInt32LE(end + 16), seen = 0; seen < count; ++seen) {
    assert.equal(archive.readUInt16LE(at + 10), 0, "stored");
    const bytes = archive.readUInt32LE(at + 24), [name_bytes, extra, comment] = [28, 30, 32].map((field) => archive.readUInt16LE(at + field)), head = archive.readUInt32LE(at + 42);
    const begin = head + 30 + archive.readUInt16LE(head + 26) + archive.readUInt16LE(head + 28);
    found.set(archive.toString("utf8", at + 46, at + 46 + name_bytes), archive.subarray(begin, begin + bytes));
    at += 46 + name_bytes + extra + comment;
  }
  return found;
}

/** @param {Map<string, Buffer>} entries @param {string} folder */
export function unpack(entries, folder) {
  for (const [name, bytes] of entries) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}
