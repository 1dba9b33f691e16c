// words.mjs MODULE nl.po en.po OUT: turns a module's two word lists into C++ constants.
// Fails when a word is missing in a language, is empty, or its {placeholders} differ, and says on which line.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fail, literal, write } from "./cpp.mjs";

const [module, nlPath, enPath, out] = process.argv.slice(2);

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
const nl = parse(nlPath), en = parse(enPath);
for (const [id, { line }] of en) if (!nl.has(id)) fail(`${enPath}:${line}: ${id} is missing in ${basename(nlPath)}`);
let code = `// Made by tools/words.mjs from src/${module}/words.\n#pragma once\n\n#include <base/base.hpp>\n\nnamespace loopbaankaart::${module}::word {\n`;
for (const [id, { text, line }] of nl) {
  const other = en.get(id) ?? fail(`${nlPath}:${line}: ${id} is missing in ${basename(enPath)}`);
  if (placeholders(text) !== placeholders(other.text)) fail(`${enPath}:${other.line}: ${id} has other {placeholders} than in ${basename(nlPath)}`);
  code += `inline constexpr base::Word ${id}{${literal(`${module}.${id}`)}, {${literal(text)}, ${literal(other.text)}}};\n`;
}
write(out, `${code}}  // namespace loopbaankaart::${module}::word\n`);
