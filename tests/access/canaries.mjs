// Words that stand nowhere else, one in every text of everybody; and the search for them in every byte that comes back.
import { randomBytes } from "node:crypto";

/** @typedef {{token: string, what: string, of: string, thing?: string}} Canary — of: whose it is, by name of the part they play; thing: where it stands in */

const letters = "bcdfghjklmnpqrstvwxz";  // no vowels: no word of ours, and no search that folds accents changes it

/** Sixteen letters by chance. */
export const secretWord = () => [...randomBytes(16)].map((byte) => letters[byte % letters.length]).join("");

/** The same bytes as base64 says them, whatever stands before. @param {Buffer} bytes @returns {string[]} */
function inBase64(bytes) {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64").replace(/=+$/, "");
    const changed = before === 0 ? 0 : before + 1;  // letters in which the bytes before have a share
    const whole = text.length - ((before + bytes.length) % 3 === 0 ? 0 : 1);
    return text.slice(changed, whole);
  });
}

const run = /[\w+/-]{12,}/g, start = 8;  // where a word can stand at all; the letters by which it is looked up

export class Canaries {
  /** @type {Canary[]} */
  all = [];
  /** @type {{pattern: Buffer, canary: Canary}[]} */
  #patterns = [];
  /** By its first letters. @type {Map<string, {word: string, canary: Canary}[]>} */
  #words = new Map();
  /** Those with a space in them. @type {{word: string, canary: Canary}[]} */
  #phrases = [];

  /** A new one. @param {string} what @param {string} of @param {string} [thing] */
  make(what, of, thing) {
    return this.add(secretWord(), what, of, thing);
  }

  /** A text that is to be looked for; in any case of letters, and as base64. @param {string} token @param {string} what @param {string} of @param {string} [thing] */
  add(token, what, of, thing) {
    const canary = { token, what, of, thing };
    this.all.push(canary);
    for (const text of [token, ...inBase64(Buffer.from(token))]) {
      const word = text.toLowerCase(), first = word.slice(0, start);
      if (word.includes(" ")) this.#phrases.push({ word, canary });
      else this.#words.set(first, [...(this.#words.get(first) ?? []), { word, canary }]);
    }
    return token;
  }

  /** Bytes that are to be looked for: of a picture. @param {Buffer} pattern @param {string} what @param {string} of @param {string} [thing] */
  addBytes(pattern, what, of, thing) {
    const canary = { token: pattern.toString("hex"), what, of, thing };
    this.all.push(canary);
    this.#patterns.push({ pattern, canary });
  }

  /** Those that stand in these bytes. @param {Buffer} bytes @returns {Canary[]} */
  in(bytes) {
    const found = new Set(), text = bytes.toString("latin1").toLowerCase();
    for (const { word, canary } of this.#phrases) if (text.includes(word)) found.add(canary);
    for (const { 0: stretch } of text.matchAll(run))
      for (let at = 0; at + start <= stretch.length; ++at)
        for (const { word, canary } of this.#words.get(stretch.slice(at, at + start)) ?? []) if (stretch.startsWith(word, at)) found.add(canary);
    for (const { pattern, canary } of this.#patterns) if (bytes.includes(pattern)) found.add(canary);
    return [...found];
  }
}
