// What the model of persons (M3) is worth, beside R's glm and nnet::multinom (Debian: r-cran-nnet) and XGBoost (libxgboost-dev) on the same folds:
//     node bench/persons.mjs BUILD --reference DIR [--cards DIR] [--without-r]
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [build = "build", ...words] = process.argv.slice(2);
const option = (/** @type {string} */ name, /** @type {string} */ otherwise) => (words.includes(name) ? words[words.indexOf(name) + 1] : otherwise);
const folder = mkdtempSync(join(tmpdir(), "loopbaankaart-persons-"));

/** @param {string} program @param {string[]} arguments_ */
const run = (program, ...arguments_) => {
  const { status, stdout, stderr } = spawnSync(program, arguments_, { encoding: "utf8", maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${program} ${arguments_.join(" ")}: ${stderr}`);
  return stdout.trim();
};

try {
  const reference = option("--reference", "");
  if (reference === "") throw new Error("--reference DIR: the folder with oulad and uci697");
  run(`${build}/bench/persons_bench`, "write", reference, folder);
  if (!words.includes("--without-r"))
    for (const file of readdirSync(folder)) run("Rscript", "bench/persons.R", join(folder, file), join(folder, file.replace(".csv", "-r.csv")));
  const cards = option("--cards", "");
  for (const line of run(`${build}/bench/persons_bench`, "measure", reference, folder, ...(cards === "" ? [] : [cards])).split("\n")) {
    const { task, scores, ...rest } = JSON.parse(line);
    console.log(task, JSON.stringify(rest));
    for (const [name, score] of Object.entries(scores)) console.log("  ", name.padEnd(20), JSON.stringify(score));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
