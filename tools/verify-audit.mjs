// verify-audit.mjs FILE [POSITION:HASH]: checks an exported audit (JSON lines) without any of the program's own code.
// With POSITION:HASH, a head that was kept elsewhere earlier, it also shows that nothing before it was changed.
// Ends with 0 when the chain is whole, 1 when it is not (and says where), 2 when asked wrongly.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const [file, known] = process.argv.slice(2);
if (file === undefined || (known !== undefined && !/^\d+:[0-9a-f]{64}$/.test(known))) {
  console.error("verify-audit.mjs FILE [POSITION:HASH]");
  process.exit(2);
}

/** @param {string} message @returns {never} */
function broken(message) {
  console.error(message);
  process.exit(1);
}

const lines = readFileSync(file, "utf8").split("\n").filter((line) => line !== "").map((line) => JSON.parse(line));
const head = lines.pop();
if (head === undefined || !Number.isInteger(head.head)) broken("the head is missing");

let before = head.from_hash ?? "";  // what is older than two years is no longer there
let position = head.from ?? 0;
if (known !== undefined && Number(known.split(":")[0]) === position && known !== `${position}:${before}`) broken(`row ${position} is not what it was`);
if (known !== undefined && Number(known.split(":")[0]) < position) broken(`rows up to ${position} are no longer kept: take a younger head than ${known}`);
for (const row of lines) {
  position += 1;
  if (row.position !== position) broken(`row ${position} is missing: here stands ${row.position}`);
  const text = [before, row.position, row.id, row.moment, row.actor, row.deed, row.subject, row.about].join("\n");
  before = createHash("sha256").update(text, "utf8").digest("hex");
  if (row.hash !== before) broken(`row ${position} was changed`);
  if (known !== undefined && known.startsWith(`${position}:`) && known !== `${position}:${before}`)
    broken(`row ${position} or one before it is not what it was`);
}
if (head.head !== position || head.hash !== before) broken(`the chain ends at ${position}, its head says ${head.head}`);
if (known !== undefined && Number(known.split(":")[0]) > position) broken(`the chain was longer: ${known}`);
console.log(`${position} rows, whole; head ${position}:${before}`);
