// words.mjs MODULE OUT FOLDER nl.po…: turns a module's word lists into C++ constants; beside each nl.po lies its en.po.
// The module's own list becomes OUT, that of a part, MODULE/part/words, becomes FOLDER/part_words.hpp: a new word builds its part anew and no more.
// Fails when a word is missing in a language, is empty, stands in two folders, or its {placeholders} differ, and says on which line.
import { readFileSync } from "node:fs";
import { fail, literal, write } from "./cpp.mjs";

const [module, out, folder, ...lists] = process.argv.slice(2);

/** @param {string} path @returns {Map<string, {text: string, line: number}>} */
function parse(path) {
  const words = new Map();
  let id = null, text = "", field = "", start = 0;
  const unquote = (/** @type {string} */ line) => {
    try { return JSON.parse(line); } catch { return fail(`${path}:${start}: not a quoted text: ${line}`); }
  };
  const finish = () => {
    if (id === null || id === "") return;
    if (words.has(id)) fail(`${path}:${start}: ${id} stands here twice`);
    if (!/^[a-z][a-z0-9_]*$/.test(id)) fail(`${path}:${start}: an id is lower_case_with_underscores: ${id}`);
    if (text === "") fail(`${path}:${start}: ${id} has no text`);
    words.set(id, { text, line: start });
  };
  readFileSync(path, "utf8").split("\n").forEach((line, at) => {
    if (line.startsWith("msgid ")) { finish(); start = at + 1; id = unquote(line.slice(6)); text = ""; field = "msgid"; }
    else if (line.startsWith("msgstr ")) { text = unquote(line.slice(7)); field = "msgstr"; }
    else if (line.startsWith('"')) { if (field === "msgstr") text += unquote(line); else id += unquote(line); }
    else if (line.trim() !== "" && !line.startsWith("#")) fail(`${path}:${at + 1}: not a line of a word list: ${line}`);
  });
  finish();
  return words;
}

const placeholders = (/** @type {string} */ text) => [...text.matchAll(/\{([a-z_]*)\}/g)].map((m) => m[1]).sort().join(",");
/** Where each word of the module was found. @type {Map<string, string>} */
const known = new Map();
for (const nlPath of lists) {
  const part = /([^/]+)\/words\/nl\.po$/.exec(nlPath)?.[1] ?? fail(`${nlPath}: a list lies in words/`);
  let code = `// Made by tools/words.mjs from ${nlPath.slice(nlPath.lastIndexOf(`src/${module}`))}.\n#pragma once\n\n#include <base/base.hpp>\n\nnamespace loopbaankaart::${module}::word {\n`;
  const enPath = nlPath.replace(/nl\.po$/, "en.po"), nl = parse(nlPath), en = parse(enPath);
  for (const [id, { line }] of en) if (!nl.has(id)) fail(`${enPath}:${line}: ${id} is missing in nl.po`);
  for (const [id, { text, line }] of nl) {
    const other = en.get(id) ?? fail(`${nlPath}:${line}: ${id} is missing in en.po`);
    if (placeholders(text) !== placeholders(other.text)) fail(`${enPath}:${other.line}: ${id} has other {placeholders} than in nl.po`);
    if (known.has(id)) fail(`${nlPath}:${line}: ${id} stands in ${known.get(id)} too`);
    known.set(id, nlPath);
    code += `inline constexpr base::Word ${id}{${literal(`${module}.${id}`)}, {${literal(text)}, ${literal(other.text)}}};\n`;
  }
  write(part === module ? out : `${folder}/${part}_words.hpp`, `${code}}  // namespace loopbaankaart::${module}::word\n`);
}
