// A school that never was, large enough to see what its figures cost: 200 programmes in ten sectors, six years in which students began, a row a student and school year.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const sectors = ["Bouw", "Economie", "Gezondheid", "Horeca", "ICT", "Kunst", "Landbouw", "Onderwijs", "Sociaal werk", "Techniek"];
const kinds = ["Advies", "Analyse", "Beheer", "Begeleiding", "Communicatie", "Coördinatie", "Innovatie", "Inkoop", "Kwaliteit", "Logistiek", "Management", "Onderhoud", "Ontwerp", "Onderzoek",
  "Planning", "Praktijk en recht", "Techniek van machines, gereedschap en onderhoud in de keten", "Verkoop", "Veiligheid", "Voorlichting"];
export const firstYear = 2020, years = 6, programmes = sectors.length * kinds.length;

/** The same numbers for the same seed (mulberry32). @param {number} seed @returns {() => number} */
function numbers(seed) {
  return () => {
    seed = (seed + 0x6D2B79F5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Writes the rows and how to read them; the words that `loopbaankaart flow import` takes for it. @param {string} folder @param {{least: number, most: number, seed?: number}} intake of a programme and year */
export function writeLargeSchool(folder, { least, most, seed = 1 }) {
  const file = join(folder, "groot.csv"), map = join(folder, "groot.toml"), next = numbers(seed);
  /** @type {string[]} */
  const rows = ["student;opleiding;sector;niveau;schooljaar;leerjaar;diploma"];
  let student = 0;
  for (const sector of sectors)
    for (const [at, kind] of kinds.entries()) {
      const programme = `${sector}: ${kind.toLowerCase()}`, level = at % 4 === 0 ? "3" : "4", lasts = level === "3" ? 3 : 4;
      const mean = least + next() * (most - least), leaves = 0.1 + 0.15 * next(), repeats = 0.08 + 0.06 * next();
      for (let began = firstYear; began < firstYear + years; began++) {
        const intake = Math.round(mean * (0.85 + 0.3 * next()));
        for (let one = 0; one < intake; one++) {
          student++;
          for (let year = began, grade = 1; year < firstYear + years; year++) {
            const draw = next(), leaving = grade === 1 ? leaves : leaves / 3, done = draw >= leaving + repeats && grade === lasts;
            rows.push(`${student};${programme};${sector};${level};${year};${grade};${done ? "ja" : "nee"}`);
            if (draw < leaving || done) break;
            if (draw >= leaving + repeats) grade++;
          }
        }
      }
    }
  writeFileSync(file, `${rows.join("\n")}\n`);
  writeFileSync(map, `kind = "spells"\nseparator = ";"\n[columns]\nperson = "student"\ngroup = "opleiding"\n[years]\nyear = "schooljaar"\nstate = "leerjaar"\ndiploma = "diploma"\nwith_diploma = ["ja"]\n` +
    `[states]\nnames = ["year1", "year2", "year3", "year4", "left", "diploma"]\ngone = "left"\ndone = "diploma"\n[codes]\n1 = "year1"\n2 = "year2"\n3 = "year3"\n4 = "year4"\n`);
  return { rows: rows.length - 1, students: student, words: ["flow", "import", file, "--map", map, "--sector", "sector", "--level", "niveau", "--name", "groot"] };
}
