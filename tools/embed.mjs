// embed.mjs MODULE HEADER ROOT OUT FILES…: puts files into the program, by their path under ROOT, as MODULE::embedded_files().
// HEADER declares that function and its EmbeddedFile {path, text}.
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { literal, write } from "./cpp.mjs";

const [module, header, root, out, ...files] = process.argv.slice(2);
let code = `// Made by tools/embed.mjs.\n#include "${header}"\n\n#include <array>\n\nnamespace loopbaankaart::${module} {\n\nstd::span<const EmbeddedFile> embedded_files() {\n    static constexpr std::array<EmbeddedFile, ${files.length}> files{{\n`;
for (const file of files.sort()) {
  const lines = readFileSync(file, "utf8").split(/(?<=\n)/).map(literal).join("\n         ");
  code += `        {${literal(relative(root, file))},\n         ${lines === "" ? '""' : lines}},\n`;
}
write(out, `${code}    }};\n    return files;\n}\n\n}  // namespace loopbaankaart::${module}\n`);
