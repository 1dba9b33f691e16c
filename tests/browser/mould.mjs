// A demo school takes seconds to make, for every person's password is hashed: it is made once a program and copied for each house.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{seed: number, students: number}} Which */

const mouldPort = 1;  // nobody is served there: it gives way to the port of the copy

/** Makes a demo school; what it says of itself. @param {string} program @param {string[]} place @param {number} port @param {Which} which */
export function makeDemo(program, place, port, { seed, students }) {
  const made = spawnSync(program, ["demo", ...place, "--json", "--port", String(port), "--students", String(students), "--seed", String(seed), "--today", "2026-11-01"], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(`no demo school: ${made.stderr}`);
  return JSON.parse(made.stdout);
}

/** The folder of the demo school that this program makes, made now if nobody did before. @param {string} program @param {Which} which */
function mould(program, which) {
  const { mtimeMs, size } = statSync(program), moulds = "build/demo-moulds", folder = join(moulds, `${mtimeMs}-${size}-${which.seed}-${which.students}`);
  if (existsSync(folder)) return folder;
  mkdirSync(moulds, { recursive: true });
  const making = mkdtempSync(join(moulds, "making-"));
  try {
    writeFileSync(join(making, "demo.json"), JSON.stringify(makeDemo(program, ["--data", join(making, "data")], mouldPort, which)));
    renameSync(making, folder);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;  // another test was first
  }
  return folder;
}

/** A copy of it, in a folder that is empty. @param {string} program @param {string} folder @param {number} port @param {Which} which */
export function copyDemo(program, folder, port, which) {
  const from = mould(program, which), settings = join(folder, "data", "config.toml");
  cpSync(from, folder, { recursive: true, preserveTimestamps: true });
  writeFileSync(settings, readFileSync(settings, "utf8").replace(`port = ${mouldPort}\n`, `port = ${port}\n`).replace(`localhost:${mouldPort}'`, `localhost:${port}'`));
  return JSON.parse(readFileSync(join(folder, "demo.json"), "utf8"));
}
