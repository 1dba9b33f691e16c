// migrations.mjs MODULE OUT FILES…: embeds a module's migrations (NNNN_name.sql), in order of number.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fail, literal, write } from "./cpp.mjs";

const [module, out, ...files] = process.argv.slice(2);
const include = module === "storage" ? '"migration.hpp"' : "<storage/storage.hpp>";
let code = `// Made by tools/migrations.mjs from src/${module}/migrations.\n#pragma once\n\n#include <array>\n\n#include ${include}\n\nnamespace loopbaankaart::${module} {\n`;
code += `inline constexpr std::array<storage::Migration, ${files.length}> migrations{{\n`;
for (const file of files.sort()) {
  const [, number, name] = basename(file).match(/^(\d{4})_([a-z0-9_]+)\.sql$/) ?? fail(`${file}: a migration is called NNNN_name.sql`);
  const sql = readFileSync(file, "utf8");
  for (const [, column] of sql.matchAll(/^    ([a-z_]+) +(?:TEXT|BIGINT|BYTEA|DOUBLE PRECISION)[^\n]*$/gm))
    if (!new RegExp(`^    ${column} .*--`, "m").test(sql)) fail(`${file}: column ${column} has no comment`);
  code += `    {${Number(number)}, ${literal(name)}, ${literal(sql)}},\n`;
}
write(out, `${code}}};\n}  // namespace loopbaankaart::${module}\n`);
