// The test of the access matrix: a program that lets one word of somebody else slip into an answer is noticed, wherever the word stands; and one that
// answers differently about what is somebody else's than about what is not there.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { Canaries } from "./canaries.mjs";
import { Matrix } from "./matrix.mjs";
import { Visitor } from "./visitor.mjs";

const canaries = new Canaries(), picture = Buffer.from("16 bytes of RIFF");
const word = canaries.make("words", "owner"), id = "01M8BMVDP8VEGP10YG805ZNA6P";
canaries.add(id, "thing id", "owner");
canaries.add("zomer 1963", "moment", "owner");
canaries.addBytes(picture, "picture", "owner");

/** @typedef {{status?: number, message?: string, headers?: Record<string, string>, body?: string | Buffer}} Answer */
/** Between a fellow student and a school that tells them nothing: puts in what the case says. @param {(path: string) => Answer} answer */
async function withProxy(answer) {
  const server = createServer((request, reply) => {
    const { status = 404, message = "Not Found", headers = {}, body = "<p>Niets hier</p>" } = answer(request.url ?? "");
    reply.writeHead(status, message, headers);
    reply.end(body);
  });
  await new Promise((resolve) => { server.listen(0, "127.0.0.1", () => resolve(undefined)); });
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const story = /** @type {any} */ ({ canaries, people: new Map([["owner", { school: "noord" }]]), shares: [], things: [], known: () => [], mayRead: () => false });
  const matrix = new Matrix(story), about = { kind: "thing", name: "owner's thing", values: { thing: id }, keeper: "owner", school: "noord", state: "kept" };
  const caller = { part: "fellow student", school: "noord", inside: true, open: true, left: false, administers: false, role: "student", borrowed: new Set(), visitor: new Visitor(port, "noord.localhost") };
  await matrix.ask(caller, { route: "GET /rugzak/{thing}", path: "/rugzak/hier", about, twin: { path: "/rugzak/nergens" } });
  server.closeAllConnections();
  server.close();
  return matrix.wrong;
}

const body = (/** @type {string | Buffer} */ text) => () => ({ body: text });
const everywhere = /** @type {Record<string, (path: string) => Answer>} */ ({
  "in the page": body(`<p>${word}</p>`),
  "in capitals": body(`<p>${word.toUpperCase()}</p>`),
  "in a longer word": body(`<p>x${word}x</p>`),
  "in an address": body(`<a href="/a?b=%20${word}%20">x</a>`),
  "as an id": body(`<a href="/rugzak/${id}">x</a>`),
  "as a moment": body("<p>In de zomer 1963 dus</p>"),
  "in base64": body(`data:${Buffer.from(`ab${word}`).toString("base64")}`),
  "in base64, one further": body(`data:${Buffer.from(`abc${word}`).toString("base64")}`),
  "in base64 for addresses": body(Buffer.from(`abcd ${word} `).toString("base64url")),
  "in a picture": body(Buffer.concat([Buffer.from([0, 255, 3]), picture, Buffer.from([9])])),
  "packed": () => ({ headers: { "content-encoding": "gzip" }, body: gzipSync(`<p>${word}</p>`) }),
  "in the status line": () => ({ message: `Not ${word}` }),
  "in a header": () => ({ headers: { "x-iets": word } }),
  "in a cookie": () => ({ headers: { "set-cookie": `a=${word}; Path=/` } }),
  "in where to go": () => ({ headers: { location: `/rugzak?zoek=${word}` } }),
});

for (const [where, answer] of Object.entries(everywhere))
  test(`a word that slips in is noticed ${where}`, async () => {
    assert.ok((await withProxy(answer)).some((wrong) => wrong.includes("of owner")), where);
  });

test("nothing that slips in is nothing to complain about", async () => {
  assert.deepEqual(await withProxy(() => ({})), []);
});

const hints = /** @type {Record<string, Answer>} */ ({ "another status": { status: 403 }, "another text": { body: "<p>Niet voor jou</p>" }, "another header": { headers: { "x-eigenaar": "ja" } }, "an open door": { status: 200 } });
for (const [hint, answer] of Object.entries(hints))
  test(`forbidden does not look like absent by ${hint}: noticed`, async () => {
    assert.equal((await withProxy((path) => (path === "/rugzak/hier" ? answer : {}))).length > 0, true);
  });
