// A traveller without a window: signed in once, then request by request. For what is looked at in bytes: archives, pictures, what a program that was killed kept.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { newId, Visitor } from "../access/visitor.mjs";
import { signInAs, visit } from "./house.mjs";
import { until } from "./typing.mjs";

const pieceBytes = 8 * 1024 * 1024;

/** @param {import("./house.mjs").House} house @param {{user_name: string, password: string}} person */
export async function traveller(house, person) {
  const { page, context } = await visit(house);
  await signInAs(page, house, person);
  const { hostname, port } = new URL(house.address);
  const visitor = new Visitor(Number(port), hostname);
  for (const { name, value } of await context.cookies()) visitor.cookies.set(name, value);
  await context.close();
  return visitor.takeKey();
}

/** Their whole journey, as it is taken along. @param {Visitor} who @returns {Promise<Buffer>} */
export async function takenAlong(who) {
  const { headers } = await who.post("/meenemen", { id: newId() });
  const page = String(headers.get("location"));
  await until(async () => (await who.get(page)).text.includes("reis.zip"), "packed");
  return (await who.get(`${page}/reis.zip`)).body;
}

/** How a bringing stands: its state and the pieces that are missing. @param {Visitor} who @param {string} page */
const standing = async (who, page) => JSON.parse((await who.get(page, { headers: { accept: "application/json" } })).text);

/** The share that is unpacked, of a thousand; a thousand when it is done. @param {Visitor} who @param {string} page */
async function unpacked(who, page) {
  const { text } = await who.get(page);
  return Number(/<progress[^>]* value="(\d+)"/.exec(text)?.[1] ?? ((await standing(who, page)).state === "done" ? 1000 : 0));
}

/** Brings an archive in, piece by piece. `meanwhile` is called at every turn with how far it is: "begun", "sent", or the share that is unpacked, of a thousand.
 * @param {Visitor} who @param {Buffer} archive @param {(where: string | number) => Promise<void>} meanwhile */
export async function bring(who, archive, meanwhile = async () => {}) {
  const id = newId(), page = `/meebrengen/${id}`;
  await who.post("/meebrengen/begin", { id, naam: "mijn-reis.zip", bytes: String(archive.length) });
  for (const number of (await standing(who, page)).missing) {
    const bytes = archive.subarray(number * pieceBytes, (number + 1) * pieceBytes), sha256 = createHash("sha256").update(bytes).digest("hex");
    const { status } = await who.post(`${page}/stuk/${number}`, { id: newId(), sha256 }, { files: [{ name: "stuk", file: "stuk", type: "application/octet-stream", bytes }] });
    assert.equal(status, 303, `piece ${number}`);
    await meanwhile("begun");
  }
  assert.deepEqual((await standing(who, page)).missing, []);
  await who.post(`${page}/kijk`, { id: newId() });
  await meanwhile("sent");
  await until(async () => (await standing(who, page)).state === "looked", "looked into");
  await who.post(`${page}/uitpakken`, { id: newId() });
  let state = "";
  await until(async () => {
    await meanwhile(await unpacked(who, page));
    state = (await standing(who, page)).state;
    return state !== "unpacking";
  }, "unpacked", 300_000);
  assert.equal(state, "done");
}
