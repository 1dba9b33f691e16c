// Drafts as they lie in this browser: one row a form, its content sealed.
import { run, seal, unseal } from "./safe.js";

/** typed: not sent yet; waiting: sent, when there is a connection; refused: the person has to look at it. @typedef {"typed" | "waiting" | "refused"} Standing */
/** `without`: there were files as well, too many to keep. @typedef {{action: string, multipart: boolean, fields: [string, string][], files: {name: string, file: File}[], without?: boolean}} Content */
/** @typedef {{id: string, who: string, at: number, standing: Standing}} Row */
/** @typedef {Row & {content: Content}} Draft */

/** A length, what it is in JSON, and the files one after the other. @param {Content} content */
async function packed({ files, ...rest }) {
  const about = files.map(({ name, file }) => ({ name, called: file.name, type: file.type, size: file.size }));
  const head = new TextEncoder().encode(JSON.stringify({ ...rest, files: about }));
  return new Blob([new Uint32Array([head.length]), head, ...files.map(({ file }) => file)]).arrayBuffer();
}

/** @param {ArrayBuffer} bytes @returns {Content} */
function unpacked(bytes) {
  const length = new Uint32Array(bytes, 0, 1)[0];
  const { files, ...rest } = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 4, length)));
  let from = 4 + length;
  return { ...rest, files: files.map((/** @type {{name: string, called: string, type: string, size: number}} */ { name, called, type, size }) =>
    ({ name, file: new File([bytes.slice(from, from += size)], called, { type }) })) };
}

/** @param {Row} row */
const place = (row) => `${row.who} ${row.id}`;

/** @param {CryptoKey} key @param {Draft} draft */
export async function keepDraft(key, { content, ...row }) {
  const sealed = await seal(key, place(row), await packed(content));
  await run("drafts", "readwrite", (store) => store.put({ ...row, ...sealed }));
}

/** @param {string} id */
export const dropDraft = (id) => run("drafts", "readwrite", (store) => store.delete(id));

/** All of this person, the newest first. What does not open is left alone. @param {CryptoKey} key @param {string} who @returns {Promise<Draft[]>} */
export async function draftsOf(key, who) {
  const rows = await run("drafts", "readonly", (store) => store.getAll());
  const drafts = await Promise.all(rows.filter((row) => row.who === who).map(async ({ iv, data, ...row }) => {
    const clear = await unseal(key, place(row), { iv, data });
    return clear && { ...row, content: unpacked(clear) };
  }));
  return drafts.filter((draft) => draft !== null).sort((one, other) => other.at - one.at);
}

/** What makes two drafts the same: what was filled in, not under which id. @param {[string, string][]} fields */
export const wordsOf = (fields) => JSON.stringify(fields.filter(([name, value]) => !["id", "gezien"].includes(name) && value.trim())
  .map(([name, value]) => [name, value.replace(/\r\n?/g, "\n").trim()]));

const isId = (/** @type {string} */ value) => /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(value);

/** The first words, to know it by. @param {Content} content */
export const called = ({ fields }) => {
  const words = fields.find(([name, value]) => !["id", "gezien", "tekening"].includes(name) && value.trim() && !isId(value))?.[1].trim() ?? "…";
  return words.length > 60 ? `${words.slice(0, 59)}…` : words;
};
