// The drawings of docs/forecasts.md, in both languages: node docs/forecasts/draw.mjs CURVES.csv
// CURVES.csv: `loopbaankaart flow curves --clock day` of the first two hundred people of a file like `simulated` (bench: flow_bench write). The other figures are those of the tables in the text.
import { readFileSync, writeFileSync } from "node:fs";

const paper = "#FFFBF0", ink = "#26252E", soft = "#575162", line = "#D9D0BF", teal = "#2F7F8A", coral = "#C2553A", moss = "#5E8F6E", sand = "#E2AE55";
const folder = new URL(".", import.meta.url);

/** @type {Record<"nl" | "en", Record<string, string>>} */
const words = {
  nl: {
    curve: "Tweehonderd nagemaakte studenten", stopped: "gestopt", working: "aan het werk", years: "jaar na het begin", band: "band: bij 95 van de 100 zulke groepen ligt het echte aandeel erin",
    layers: "Drie lagen", own: "Open: geteld. Gevuld: geschat.", mean: "alle opleidingen samen", small: "kleine opleiding: schuift ver op", large: "grote opleiding: blijft bijna staan",
    year: "Een schooljaar tilt alles samen op", cohort: "en elk cohort wijkt daar zelf nog van af", usual: "gewoon jaar", high: "hoog jaar",
    coverage: "Hoe vaak de uitkomst binnen de marge van 80% lag", programmes: "opleidingen", sectors: "sectoren", schools: "scholen", with: "met alle lagen", without: "zonder de laag van het schooljaar", aim: "80%",
    gate: "Hoe vaak het poortje groen was, van vijftig scholen", steady: "er verandert niets", changed: "er stoppen ineens meer", trend: "er stoppen elk jaar meer", ahead: "één, twee en drie jaar vooruit",
  },
  en: {
    curve: "Two hundred simulated students", stopped: "left", working: "at work", years: "years after they began", band: "band: for 95 of 100 such groups it holds the true share",
    layers: "Three layers", own: "Open: counted. Filled: estimated.", mean: "all programmes together", small: "small programme: moves far", large: "large programme: hardly moves",
    year: "A school year lifts all of them", cohort: "and each cohort strays from that by itself", usual: "a usual year", high: "a high year",
    coverage: "How often what came lay within the 80% interval", programmes: "programmes", sectors: "sectors", schools: "schools", with: "with all layers", without: "without the layer of the school year", aim: "80%",
    gate: "How often the gate was green, of fifty schools", steady: "nothing changes", changed: "suddenly more leave", trend: "more leave each year", ahead: "one, two and three years ahead",
  },
};

const text = (/** @type {number} */ x, /** @type {number} */ y, /** @type {string} */ says, { size = 15, fill = ink, anchor = "start", weight = 400 } = {}) =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" text-anchor="${anchor}" font-weight="${weight}">${says}</text>`;
const rule = (/** @type {number[]} */ [x1, y1, x2, y2], stroke = line, width = 1.5, dash = "") =>
  `<path d="M${x1} ${y1}L${x2} ${y2}" stroke="${stroke}" stroke-width="${width}" fill="none" stroke-linecap="round"${dash && ` stroke-dasharray="${dash}"`}/>`;
const sheet = (/** @type {string} */ title, /** @type {number} */ height, /** @type {string[]} */ parts) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 ${height}" font-family="Verdana, 'DejaVu Sans', sans-serif" role="img"><title>${title}</title><rect width="720" height="${height}" rx="14" fill="${paper}"/>${text(28, 40, title, { size: 19, weight: 700 })}${parts.join("")}</svg>\n`;

/** @param {Record<string, string>[]} rows @param {Record<string, string>} say */
function curve(rows, say) {
  const x = (/** @type {number} */ day) => 70 + (day / 1827) * 600, y = (/** @type {number} */ share) => 330 - share * 255;
  const parts = [0, 0.25, 0.5, 0.75, 1].map((share) => rule([70, y(share), 670, y(share)]) + text(60, y(share) + 5, `${100 * share}%`, { size: 13, fill: soft, anchor: "end" }));
  for (let year = 0; year <= 5; ++year) parts.push(text(x(year * 365.25), 354, String(year), { size: 13, fill: soft, anchor: "middle" }));
  parts.push(text(370, 378, say.years, { size: 13, fill: soft, anchor: "middle" }));
  for (const [state, colour, name, up] of /** @type {[string, string, string, number][]} */ ([["dropout", coral, say.stopped, -24], ["work", teal, say.working, -34]])) {
    let high = "", low = "", middle = `M${x(0)} ${y(0)}`, before = [0, 0];
    for (const row of rows) {
      const at = x(Number(row.time)), p = Number(row[`p_${state}`]), e = 1.96 * Number(row[`se_${state}`]);
      middle += `H${at.toFixed(1)}V${y(p).toFixed(1)}`, high += `${high ? "L" : "M"}${at.toFixed(1)} ${y(before[0]).toFixed(1)}L${at.toFixed(1)} ${y(Math.min(1, p + e)).toFixed(1)}`;
      low = `L${at.toFixed(1)} ${y(Math.max(0, p - e)).toFixed(1)}L${at.toFixed(1)} ${y(before[1]).toFixed(1)}${low}`, before = [Math.min(1, p + e), Math.max(0, p - e)];
    }
    parts.push(`<path d="${high}${low}Z" fill="${colour}" opacity="0.2"/><path d="${middle}" stroke="${colour}" stroke-width="3" fill="none" stroke-linejoin="round"/>`);
    const last = Number(rows.at(-1)?.[`p_${state}`]);
    parts.push(text(660, y(last) + up, name, { fill: colour, anchor: "end", weight: 700 }));
  }
  return sheet(say.curve, 424, [...parts, text(28, 406, say.band, { size: 13, fill: soft })]);
}

/** @param {Record<string, string>} say */
function layers(say) {
  const mean = 165, programmes = [[80, 104, 9], [130, 226, 9], [190, 140, 20], [255, 202, 20]];
  const parts = [text(28, 70, say.own, { size: 13, fill: soft }), rule([50, mean, 335, mean], sand, 3, "2 8"), text(334, 262, say.mean, { size: 12, fill: soft, anchor: "end" }), rule([318, 248, 318, mean + 8], line, 1.5)];
  for (const [x, counted, size] of programmes) {
    const after = size < 12 ? counted + (mean - counted) * 0.75 : counted + (mean - counted) * 0.2;
    parts.push(`<circle cx="${x}" cy="${counted}" r="${size}" fill="none" stroke="${soft}" stroke-width="1.5"/>`, rule([x, counted, x, after], soft, 2), `<circle cx="${x}" cy="${after}" r="${size}" fill="${teal}"/>`);
  }
  parts.push(text(50, 290, say.small, { size: 13 }), text(50, 312, say.large, { size: 13 }), `<circle cx="36" cy="285" r="5" fill="${teal}"/><circle cx="36" cy="307" r="9" fill="${teal}"/>`);
  parts.push(rule([360, 64, 360, 320]), text(385, 70, say.year, { size: 13, fill: soft }));
  for (const [x, up, name] of /** @type {[number, number, string][]} */ ([[440, 0, say.usual], [600, 46, say.high]])) {
    for (const [at, level, stray] of [[-40, 150, 10], [0, 200, -12], [40, 225, 6]]) {
      parts.push(rule([x + at - 14, level - up, x + at + 14, level - up], teal, 3), `<circle cx="${x + at}" cy="${level - up - stray}" r="7" fill="${coral}"/>`, rule([x + at, level - up, x + at, level - up - stray], coral, 1.5));
    }
    parts.push(text(x, 268, name, { size: 13, anchor: "middle" }));
  }
  parts.push(`<path d="M500 205C520 185 530 175 548 162" stroke="${sand}" stroke-width="4" fill="none" stroke-linecap="round"/><path d="M538 160L549 161L546 172" stroke="${sand}" stroke-width="4" fill="none" stroke-linecap="round" stroke-linejoin="round"/>`, text(385, 312, say.cohort, { size: 13, fill: soft }));
  return sheet(say.layers, 340, parts);
}

/** @param {Record<string, string>} say */
function coverage(say) {
  const x = (/** @type {number} */ share) => 170 + share * 4.8;
  const parts = [rule([x(80), 80, x(80), 280], ink, 2, "3 6"), text(x(80), 74, say.aim, { size: 13, anchor: "middle", weight: 700 })];
  for (const [at, name, full, bare] of /** @type {[number, string, number, number | undefined][]} */ ([[90, say.programmes, 81.2, undefined], [152, say.sectors, 83.7, 53.2], [214, say.schools, 85.0, 25.3]])) {
    parts.push(text(150, bare === undefined ? at + 17 : at + 30, name, { anchor: "end" }), `<rect x="${x(0)}" y="${at}" width="${full * 4.8}" height="22" rx="4" fill="${teal}"/>`, text(x(full) + 8, at + 17, full.toFixed(1), { size: 13 }));
    if (bare !== undefined) parts.push(`<rect x="${x(0)}" y="${at + 25}" width="${bare * 4.8}" height="22" rx="4" fill="${coral}" opacity="0.75"/>`, text(x(bare) + 8, at + 42, bare.toFixed(1), { size: 13 }));
  }
  parts.push(`<rect x="170" y="294" width="16" height="14" rx="3" fill="${teal}"/>`, text(194, 306, say.with, { size: 13 }), `<rect x="340" y="294" width="16" height="14" rx="3" fill="${coral}" opacity="0.75"/>`, text(364, 306, say.without, { size: 13 }));
  return sheet(say.coverage, 330, parts);
}

/** @param {Record<string, string>} say */
function gate(say) {
  const parts = [];
  for (const [row, name, green] of /** @type {[number, string, number[]][]} */ ([[0, say.steady, [49, 50, 48]], [1, say.changed, [3, 3, 2]], [2, say.trend, [2, 2, 2]]])) {
    const top = 72 + row * 68;
    parts.push(text(28, top + 30, name));
    green.forEach((count, ahead) => {
      const left = 260 + ahead * 150;
      for (let school = 0; school < 50; ++school)
        parts.push(`<circle cx="${left + (school % 10) * 11}" cy="${top + Math.floor(school / 10) * 11}" r="4" fill="${school < count ? moss : "none"}" stroke="${school < count ? moss : line}" stroke-width="1.5"/>`);
      parts.push(text(left + 112, top + 28, String(count), { size: 14, weight: 700 }));
    });
  }
  return sheet(say.gate, 300, [...parts, text(260, 286, say.ahead, { size: 13, fill: soft })]);
}

const [head, ...lines] = readFileSync(process.argv[2], "utf8").trim().split("\n").map((row) => row.split(","));
const rows = lines.map((cells) => Object.fromEntries(cells.map((cell, at) => [head[at], cell])));
for (const language of /** @type {("nl" | "en")[]} */ (["nl", "en"])) {
  const drawings = { curve: curve(rows, words[language]), layers: layers(words[language]), coverage: coverage(words[language]), gate: gate(words[language]) };
  for (const [name, drawing] of Object.entries(drawings)) writeFileSync(new URL(`${name}-${language}.svg`, folder), drawing);
}
