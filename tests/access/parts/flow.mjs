// Stroom: figures of how students flow, for analysts and coordinators of the school.
import { payloads } from "../payloads.mjs";
import { shown } from "../rules.mjs";

const pages = /^(GET|POST|HEAD) \/stroom/;
const readers = ["analyst", "coordinator"];

const mapping = `kind = "spells"
separator = ","
[columns]
person = "wie"
enter = "van"
leave = "tot"
from = "in"
to = "naar"
cohort = "begonnen"
group = "opleiding"
half_enter = "van"
half_leave = "tot"
[states]
names = ["year_1", "year_2", "left", "diploma"]
[codes]
year_1 = "year_1"
year_2 = "year_2"
left = "left"
diploma = "diploma"
"" = "still_there"
`;

const cell = (/** @type {string} */ text) => `"${text.replaceAll('"', '""')}"`;

const lastHalf = (/** @type {number} */ began) => 2 * (2025 - began) + 1;

/** Sixty who begin in each programme in each of six years; a third of them stops, the others have their diploma after two years. @param {string[]} programmes @param {string[]} sectors */
function stays(programmes, sectors) {
  const lines = ["wie,van,tot,in,naar,begonnen,opleiding,sector"];
  let person = 0;
  for (const [at, programme] of programmes.entries())
    for (const began of [2019, 2020, 2021, 2022, 2023, 2024])
      for (let student = 0; student < 60; ++student) {
        const begins = `${++person},0,2,year_1`, rest = `${began},${cell(programme)},${cell(sectors[at])}`;
        if (student % 3 === 0) lines.push(`${begins},left,${rest}`);
        else lines.push(`${begins},year_2,${rest}`, `${person},2,${Math.min(4, lastHalf(began))},year_2,${lastHalf(began) > 4 ? "diploma" : ""},${rest}`);
      }
  return `${lines.join("\n")}\n`;
}

/** @type {import("./index.mjs").Part} */
export const part = {
  rules: {
    "GET /stroom": shown("who reads figures"),
    "GET /stroom/doorstroom": shown("who reads figures"),
    "GET /stroom/doorstroom/beeld": shown("who reads figures"),
    "GET /stroom/doorstroom/csv": shown("who reads figures"),
    "GET /stroom/vooruit": shown("who reads figures"),
  },
  groups: { "who reads figures": (asker) => asker.inside && asker.open && !asker.left && readers.includes(asker.role) },
  who: { "who reads figures there": ({ caller, canary }) => caller.inside && caller.open && !caller.left && caller.school === canary.of && readers.includes(caller.role) },
  sights: { "figures": [{ who: "who reads figures there", on: pages }] },
  async tell(story) {
    for (const school of story.small ? ["noord"] : ["noord", "zuid"]) {
      const programmes = ["Kok", "Bakker", "Gastheer"].map((name) => `${name} ${story.canaries.make("figures", school)}`);
      story.town.bringFigures(school, stays(programmes, ["Horeca", "Horeca", "Toerisme"]), mapping, "--sector", "sector", "--name", `Inschrijvingen ${story.canaries.make("figures", school)}`);
    }
  },
  queries: {
    "GET /stroom/doorstroom": () => ["?sector=Horeca", "?jaar=2023&naast=2024", "?opleiding=nergens"],
    "GET /stroom/doorstroom/beeld": () => ["?vorm=smal&licht=nacht"],
    "GET /stroom/doorstroom/csv": () => [],
    "GET /stroom/vooruit": () => ["?sector=Horeca&wat=left", "?instroom=50&minder=5&weg=left"],
  },
  async payloads({ town, pages: shownOn }) {
    const texts = Object.values(payloads).map((text) => text.replaceAll(/[\n\r\0]/g, " ").slice(0, 400));
    town.bringFigures("noord", stays(texts, texts.map((text) => `s ${text}`)), mapping, "--sector", "sector", "--name", texts[0]);
    for (const path of ["/stroom/doorstroom", "/stroom/doorstroom?jaar=2023&naast=2024", "/stroom/vooruit"]) shownOn.push({ by: "coordinator", path });
  },
};
