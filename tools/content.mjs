// content.mjs MODULE OUT_FOLDER ROOT FILES…: puts files into the program, as they are.
// Makes OUT_FOLDER/embedded_content.hpp (embedded_content("demo/names.toml"), embedded_contents("demo/scenes/")) and the
// assembler file that holds the bytes. Names are paths below ROOT.
import { relative } from "node:path";
import { literal, write } from "./cpp.mjs";

const [module, out, root, ...files] = process.argv.slice(2);
const label = (/** @type {number} */ at) => `${module}_content_${at}`;
const names = files.map((file) => relative(root, file)).sort();

let assembler = `.section .rodata\n`;
let header = `// Made by tools/content.mjs.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

`;
names.forEach((name, at) => {
  assembler += `.global ${label(at)}_start\n.global ${label(at)}_end\n${label(at)}_start:\n.incbin ${literal(`${root}/${name}`)}\n${label(at)}_end:\n.byte 0\n`;
  header += `extern "C" const char ${label(at)}_start[], ${label(at)}_end[];\n`;
});
assembler += `.section .note.GNU-stack,"",@progbits\n`;
header += `
namespace loopbaankaart::${module} {

// Every file whose name starts with this, in alphabetical order: name and bytes.
inline std::vector<std::pair<std::string_view, std::string_view>> embedded_contents(std::string_view prefix) {
    static const std::vector<std::pair<std::string_view, std::string_view>> all{
${names.map((name, at) => `        {${literal(name)}, {${label(at)}_start, static_cast<std::size_t>(${label(at)}_end - ${label(at)}_start)}},`).join("\n")}
    };
    std::vector<std::pair<std::string_view, std::string_view>> chosen;
    for (const auto& file : all)
        if (file.first.starts_with(prefix)) chosen.push_back(file);
    return chosen;
}

// One file. Throws std::logic_error when there is none of that name.
inline std::string_view embedded_content(std::string_view name) {
    for (const auto& [path, bytes] : embedded_contents(name))
        if (path == name) return bytes;
    throw std::logic_error{"no embedded content " + std::string{name}};
}

}  // namespace loopbaankaart::${module}
`;
write(`${out}/embedded_content.S`, assembler);
write(`${out}/embedded_content.hpp`, header);
