// What activities take and cost, under Stroom: for analysts and coordinators of the school.
import { payloads } from "../payloads.mjs";
import { shown } from "../rules.mjs";

const pages = /^(GET|HEAD) \/stroom\/kosten/;
const mapping = `kind = "attempts"
separator = ","
[columns]
person = "wie"
group = "opleiding"
prior = "vooropleiding"
activity = "activiteit"
hours = "uren"
outcome = "afloop"
[codes]
gehaald = "completed"
gestopt = "dropped"
`;

const cell = (/** @type {string} */ text) => `"${text.replaceAll('"', '""')}"`;

/** Sixty who take on each activity in each programme; a third of them stops. @param {string[]} programmes @param {string[]} activities @param {string[]} priors */
function attempts(programmes, activities, priors) {
  const lines = ["wie,opleiding,vooropleiding,activiteit,uren,afloop"];
  let person = 0;
  for (const programme of programmes)
    for (const activity of activities)
      for (let student = 0; student < 60; ++student)
        lines.push(`${++person},${cell(programme)},${cell(priors[student % 2])},${cell(activity)},${40 + (student % 20)},${student % 3 === 0 ? "gestopt" : "gehaald"}`);
  return `${lines.join("\n")}\n`;
}

/** @type {import("./index.mjs").Part} */
export const part = {
  rules: {
    "GET /stroom/kosten": shown("who reads figures"),
    "GET /stroom/kosten/beeld": shown("who reads figures"),
    "GET /stroom/kosten/csv": shown("who reads figures"),
  },
  sights: { "costs": [{ who: "who reads figures there", on: pages }] },
  async tell(story) {
    for (const school of story.small ? ["noord"] : ["noord", "zuid"]) {
      const named = (/** @type {string} */ name) => `${name} ${story.canaries.make("costs", school)}`;
      story.town.bringFigures(school, attempts([named("Kok"), named("Bakker")], [named("Rekenen")], [named("vmbo"), named("havo")]), mapping, "--name", named("Uren"));
    }
  },
  queries: {
    "GET /stroom/kosten": () => ["?prijs=60", "?prijs=gratis", "?opleiding=nergens"],
    "GET /stroom/kosten/beeld": () => ["?vorm=smal&licht=nacht"],
    "GET /stroom/kosten/csv": () => [],
  },
  async payloads({ town, pages: shownOn }) {
    const texts = Object.values(payloads).map((text) => text.replaceAll(/[\n\r\0]/g, " ").slice(0, 400));
    town.bringFigures("noord", attempts(texts, texts.slice(0, 2), texts.map((text) => `v ${text}`)), mapping, "--name", texts[0]);
    for (const path of ["/stroom/kosten", `/stroom/kosten?prijs=${encodeURIComponent(texts[0])}`]) shownOn.push({ by: "coordinator", path });
  },
};
