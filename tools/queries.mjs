// queries.mjs MODULE FILE.sql OUT: turns a file of named queries into C++ constants.
// A query starts at a line `-- name: what it is for`; its :parameters are numbered in order of first appearance.
import { readFileSync } from "node:fs";
import { fail, literal, write } from "./cpp.mjs";

const [module, path, out] = process.argv.slice(2);
const include = module === "storage" ? '"query.hpp"' : "<storage/storage.hpp>";
let code = `// Made by tools/queries.mjs from ${path.split("/src/")[1]}.\n#pragma once\n\n#include ${include}\n\nnamespace loopbaankaart::${module}::query {\n`;

const parts = readFileSync(path, "utf8").split(/^-- ([a-z0-9_]+): .*$/m);
for (let at = 1; at < parts.length; at += 2) {
  const name = parts[at];
  const sql = parts[at + 1].split("\n").filter((line) => !line.trim().startsWith("--")).join("\n").trim().replace(/;$/, "").replace(/\s+/g, " ");
  if (sql === "") fail(`${path}: ${name} has no SQL`);
  /** @type {string[]} */
  const parameters = [];
  const numbered = (/** @type {string} */ sign) =>
    sql.replace(/'[^']*'|::|:([a-z_][a-z0-9_]*)/g, (all, parameter) => {
      if (parameter === undefined) return all;
      if (!parameters.includes(parameter)) parameters.push(parameter);
      return sign + (parameters.indexOf(parameter) + 1);
    });
  const sqlite = numbered("?"), postgresql = numbered("$");
  code += `// (${parameters.join(", ")})\ninline constexpr storage::Query<${parameters.length}> ${name}{${literal(`${module}.${name}`)},\n    ${literal(sqlite)},\n    ${literal(postgresql)}};\n`;
}
write(out, `${code}}  // namespace loopbaankaart::${module}::query\n`);
