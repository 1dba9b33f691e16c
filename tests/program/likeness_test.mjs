// The map still looks as it was last looked at: drawn to pixels and held beside docs/screens/map.png, with a tolerance that a tree
// moved by its own width breaks. When the map was changed on purpose, look at it, then: node tests/program/likeness_test.mjs keep
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pixelsOf, pngOf } from "./png.mjs";

const kept = "docs/screens/map.png";
const width = 350, height = 495;
const seen = 24;  // of 255, in one of its colours: so much another shade the eye sees
const most = 24;  // pixels that may be so; a tree is some sixty

/** @param {string} svg */
const drawn = (svg) => {
  const { status, stdout, stderr } = spawnSync("build/loopbaankaart-media", ["pixels", String(width), String(height), "30"], { input: svg, maxBuffer: 1e8 });
  assert.equal(status, 0, String(stderr));
  return pixelsOf(stdout);
};

/** @param {Buffer} one @param {Buffer} other */
const differing = (one, other) => {
  let count = 0;
  for (let at = 0; at < one.length; at += 3)
    if ([0, 1, 2].some((colour) => Math.abs(one[at + colour] - other[at + colour]) > seen)) ++count;
  return count;
};

const folder = mkdtempSync(join(tmpdir(), "loopbaankaart-likeness-"));
after(() => rmSync(folder, { recursive: true }));
const file = join(folder, "map.svg");
const { status, stderr } = spawnSync("build/loopbaankaart", ["map", "--out", file], { encoding: "utf8" });
assert.equal(status, 0, stderr);
const svg = readFileSync(file, "utf8");

if (process.argv[2] === "keep") {
  writeFileSync(kept, pngOf(drawn(svg), width, height));
} else {
  test("the map looks as it did", () => {
    const count = differing(drawn(svg), pixelsOf(readFileSync(kept)));
    assert.ok(count <= most, `${count} pixels of another colour: look at the map, then keep it (see the top of this file)`);
  });

  test("a moved tree would be noticed", () => {
    const trees = [...svg.matchAll(/<use href="#g-tree"[^>]*transform="translate\(([\d.]+) ([\d.]+)\)/g)];
    assert.ok(trees.length > 20);
    for (const tree of [trees[0], trees[Math.floor(trees.length / 2)]]) {
      const moved = tree[0].replace(`translate(${tree[1]} `, `translate(${(Number(tree[1]) + 22).toFixed(1)} `);
      assert.ok(differing(drawn(svg.replace(tree[0], moved)), drawn(svg)) > most);
    }
  });
}
