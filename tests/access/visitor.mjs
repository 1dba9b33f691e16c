// Somebody at the door of a school: a small cookie jar, the key of their forms, and every byte that came back.
import { Agent, request } from "node:http";
import { randomBytes } from "node:crypto";
import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from "node:zlib";

/** @typedef {{status: number, headers: Map<string, string>, text: string, body: Buffer, bytes: Buffer}} Reply — bytes: status line, headers, body unpacked */
/** @typedef {{headers?: Record<string, string>, form?: Record<string, string | string[]>, files?: {name: string, file: string, type: string, bytes: Buffer}[], packed?: boolean}} Extra */

const agent = new Agent({ keepAlive: true, maxSockets: 16 });
const unpack = /** @type {Record<string, (bytes: Buffer) => Buffer>} */ ({ gzip: gunzipSync, br: brotliDecompressSync, deflate: inflateSync, zstd: zstdDecompressSync });

/** An id as the browser makes one. */
export const newId = () => "0" + [...randomBytes(25)].map((byte) => "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[byte & 31]).join("");

/** @param {Record<string, string | string[]>} form */
const pairs = (form) => Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => /** @type {const} */ ([name, one])));

/** @param {Record<string, string | string[]>} form @param {NonNullable<Extra["files"]>} files @param {string} edge */
function multipart(form, files, edge) {
  const parts = pairs(form).map(([name, value]) => Buffer.from(`--${edge}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`));
  for (const { name, file, type, bytes } of files)
    parts.push(Buffer.from(`--${edge}\r\nContent-Disposition: form-data; name="${name}"; filename="${file}"\r\nContent-Type: ${type}\r\n\r\n`), bytes, Buffer.from("\r\n"));
  return Buffer.concat([...parts, Buffer.from(`--${edge}--\r\n`)]);
}

/** @param {Extra} extra @returns {{type?: string, body?: Buffer}} */
function bodyOf({ form, files }) {
  if (files) {
    const edge = `edge${randomBytes(8).toString("hex")}`;
    return { type: `multipart/form-data; boundary=${edge}`, body: multipart(form ?? {}, files, edge) };
  }
  if (!form) return {};
  return { type: "application/x-www-form-urlencoded", body: Buffer.from(new URLSearchParams(pairs(form).map(([name, value]) => [name, value])).toString()) };
}

export class Visitor {
  /** @type {Map<string, string>} */
  cookies = new Map();
  key = "";

  /** @param {number} port @param {string} host of the school */
  constructor(port, host) {
    this.port = port;
    this.host = host;
  }

  get origin() { return `http://${this.host}:${this.port}`; }

  /** @param {string} method @param {string} path @param {Extra} extra @returns {Promise<Reply>} */
  async send(method, path, extra = {}) {
    const { type, body } = bodyOf(extra);
    const headers = /** @type {Record<string, string>} */ ({ host: `${this.host}:${this.port}`, "user-agent": "Firefox Linux", "accept-language": "nl" });
    if (this.cookies.size > 0) headers.cookie = [...this.cookies].map((pair) => pair.join("=")).join("; ");
    if (type) Object.assign(headers, { "content-type": type, "content-length": String(body?.length) });
    if (method === "POST") Object.assign(headers, { origin: this.origin, "sec-fetch-site": "same-origin" }, type ? {} : { "content-length": "0" });
    if (extra.packed) headers["accept-encoding"] = "gzip, br, zstd";
    Object.assign(headers, extra.headers);
    const reply = await this.#exchange(method, path, headers, body);
    return reply;
  }

  /** @param {string} method @param {string} path @param {Record<string, string>} headers @param {Buffer | undefined} sent @returns {Promise<Reply>} */
  #exchange(method, path, headers, sent) {
    return new Promise((resolve, reject) => {
      const asked = request({ host: "127.0.0.1", port: this.port, method, path, headers, agent, setHost: false }, (incoming) => {
        /** @type {Buffer[]} */
        const parts = [];
        incoming.on("data", (part) => parts.push(part));
        incoming.on("error", reject);
        incoming.on("end", () => {
          const raw = Buffer.concat(parts), named = new Map();
          let head = `HTTP/${incoming.httpVersion} ${incoming.statusCode} ${incoming.statusMessage}\r\n`;
          for (let at = 0; at < incoming.rawHeaders.length; at += 2) {
            const [name, value] = incoming.rawHeaders.slice(at, at + 2);
            head += `${name}: ${value}\r\n`;
            if (name.toLowerCase() === "set-cookie") this.#take(value);
            else named.set(name.toLowerCase(), value);
          }
          const coding = named.get("content-encoding");
          const body = coding && raw.length > 0 ? unpack[coding](raw) : raw;
          resolve({ status: incoming.statusCode ?? 0, headers: named, text: body.toString("utf8"), body, bytes: Buffer.concat([Buffer.from(head, "latin1"), body]) });
        });
      });
      asked.on("error", reject);
      asked.end(sent);
    });
  }

  /** @param {string} line of Set-Cookie */
  #take(line) {
    const [name, value] = line.split(";")[0].split(/=(.*)/s);
    if (value === "") this.cookies.delete(name);
    else this.cookies.set(name, value);
  }

  /** @param {string} path @param {Extra} extra */
  get(path, extra = {}) { return this.send("GET", path, extra); }

  /** With the key of this person's own forms. @param {string} path @param {Record<string, string | string[]>} form @param {Extra} extra */
  post(path, form = {}, extra = {}) { return this.send("POST", path, { ...extra, form: { sleutel: this.key, ...form } }); }

  /** The key of the forms that this person sees now. */
  async takeKey() {
    const { text } = await this.get("/wachtwoord/vergeten");
    this.key = /name="sleutel" value="([\w-]+)"/.exec(text)?.[1] ?? "";
    if (this.key === "") throw new Error(`no form for ${this.host}`);
    return this;
  }
}
