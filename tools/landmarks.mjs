// landmarks.mjs [--check] [NAME…]: draws the plain sources in content/map/landmarks by hand.
// Writes assets/landmarks/NAME.svg and, for the night, NAME-nacht.svg: the page chooses, since a reader may have chosen by hand;
// and from content/demo/scenes the pictures of the demo school, content/demo/pictures/NAME.svg.
// With --check it writes nothing and fails when a drawing in the tree is not what its source gives.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Drawing } from "./pen/drawing.mjs";
import { parsePalette, parseSvg } from "./pen/source.mjs";
import { styleSheet } from "./pen/style.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const read = path => readFileSync(join(root, path), "utf8");
const sources = "content/map/landmarks", target = "assets/landmarks";
const scenes = "content/demo/scenes", pictures = "content/demo/pictures";

const check = process.argv.includes("--check");
const wanted = process.argv.slice(2).filter(a => !a.startsWith("--"));
const palette = parsePalette(read(`${sources}/pen.css`));
const parts = new Map(parseSvg(read(`${sources}/parts.svg`), "parts").children.flatMap(c => c.tag === "defs" ? c.children : [c]).filter(c => c.attributes.id).map(c => [c.attributes.id, c]));
const stale = [];

function save(path, text) {
  const full = join(root, path);
  const before = existsSync(full) ? readFileSync(full, "utf8") : "";
  if (before === text) return;
  if (check) stale.push(path);
  else writeFileSync(full, text);
}

const titleOf = (folder, name) => read(`${folder}/${name}.svg`).match(/<title>[^<]*<\/title>/)?.[0] ?? "";

function finished(name, svg, drawn, night, title = "") {
  const glow = drawn.roles.has("glow") ? `<radialGradient id="${name}-glow"><stop stop-color="#FFD768" stop-opacity=".8"/><stop offset=".45" stop-color="#FFC95C" stop-opacity=".3"/><stop offset="1" stop-color="#FFB84D" stop-opacity="0"/></radialGradient>` : "";
  const defs = glow + drawn.stamps ? `<defs>${glow}${drawn.stamps}</defs>` : "";
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${svg.attributes.viewBox}">${title}<style>${styleSheet(drawn, palette, night)}</style>${defs}${drawn.body}</svg>\n`;
}

const namesIn = folder => existsSync(join(root, folder)) ? readdirSync(join(root, folder)).filter(f => f.endsWith(".svg") && f !== "parts.svg").map(f => f.slice(0, -4)).filter(n => !wanted.length || wanted.includes(n)) : [];
const drawn = (folder, name) => { const svg = parseSvg(read(`${folder}/${name}.svg`), name); return [svg, new Drawing(name, parts, palette).draw(svg)]; };

mkdirSync(join(root, target), { recursive: true });
for (const name of namesIn(sources)) {
  const [svg, drawing] = drawn(sources, name);
  save(`${target}/${name}.svg`, finished(name, svg, drawing, false));
  save(`${target}/${name}-nacht.svg`, finished(name, svg, drawing, true));
}

// What travellers of the demo school keep as photographs: by day only, ready for librsvg; the title is the picture in words.
mkdirSync(join(root, pictures), { recursive: true });
for (const name of namesIn(scenes)) save(`${pictures}/${name}.svg`, finished(name, ...drawn(scenes, name), false, titleOf(scenes, name)));

if (stale.length) {
  console.error(`Not up to date (run node tools/landmarks.mjs): ${stale.join(", ")}`);
  process.exit(1);
}
