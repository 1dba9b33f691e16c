// Reads and makes an archive in which all is stored as it is (src/zip); deflated entries are none of ours.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";

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

/** An archive of these, as they are. @param {Map<string, Buffer>} entries */
export function packed(entries) {
  /** @type {Buffer[]} */
  const files = [], list = [];
  let at = 0;
  for (const [name, bytes] of entries) {
    const title = Buffer.from(name), head = Buffer.alloc(30), line = Buffer.alloc(46);
    head.write("PK\x03\x04", 0, "latin1");
    line.write("PK\x01\x02", 0, "latin1");
    for (const [part, start] of /** @type {[Buffer, number][]} */ ([[head, 4], [line, 6]])) {
      part.writeUInt16LE(20, start);
      part.writeUInt16LE(0x0800, start + 2);  // its name is UTF-8
      part.writeUInt32LE(0x5a210000, start + 6);  // some day
      part.writeUInt32LE(crc32(bytes), start + 10);
      part.writeUInt32LE(bytes.length, start + 14);
      part.writeUInt32LE(bytes.length, start + 18);
      part.writeUInt16LE(title.length, start + 22);
    }
    line.writeUInt32LE(at, 42);
    files.push(head, title, bytes);
    list.push(line, title);
    at += head.length + title.length + bytes.length;
  }
  const end = Buffer.alloc(22), size = list.reduce((sum, part) => sum + part.length, 0);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(entries.size, 8);
  end.writeUInt16LE(entries.size, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, ...list, end]);
}
