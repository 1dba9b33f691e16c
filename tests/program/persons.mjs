// Invented students whose outcome is known, for a model to learn from, and the mapping by which they are read.
export const header = "afloop,begonnen,cijfer,vooropleiding,geslacht,wie";

export const mapping = `kind = "persons"
separator = ","
[columns]
outcome = "afloop"
cohort = "begonnen"
[states]
names = ["year_2", "left"]
[codes]
door = "year_2"
weg = "left"
"" = "still_there"
[[feature]]
column = "cijfer"
kind = "number"
changeable = true
why = "Er zijn extra lessen."
[[feature]]
column = "vooropleiding"
kind = "category"
why = "Wat iemand al leerde."
[[feature]]
column = "geslacht"
kind = "category"
role = "gender"
why = "Voor de toets."
`;

/** Who began in three years, a third of them left; one of ten had `learned` before. */
export function past(learned = "mbo") {
  const lines = [header];
  for (const began of [2021, 2022, 2023])
    for (let one = 0; one < 900; ++one) lines.push(`${one * 7 % 10 < 3 ? "weg" : "door"},${began},${4 + (one % 60) / 10},${one % 10 === 0 ? learned : one % 3 ? "vmbo" : "havo"},${one % 2 ? "v" : "m"},`);
  return `${lines.join("\n")}\n`;
}

/** Who is there now, by user name. @param {string[]} userNames @param {string} outcome */
export const present = (userNames, learned = "vmbo", outcome = "") => userNames.map((userName) => `${outcome},2024,6.5,${learned},v,${userName}\n`).join("");
