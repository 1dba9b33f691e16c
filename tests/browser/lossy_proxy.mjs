// A poor connection in front of the house: of all requests a share is delayed, cut off or swallowed, on the way there or back. What is swallowed stays so:
// only the browser can let its line go, and it has six of them.
import { createServer, request as ask } from "node:http";

/** Numbers in [0, 1), the same for the same seed. @param {number} seed */
export function chances(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const mishaps = /** @type {const} */ (["late there", "late back", "cut there", "cut back", "swallowed there", "swallowed back"]);

/** @param {string} address of the house @param {{seed: number, share: number}} choice */
export async function openLossyProxy(address, { seed, share }) {
  const chance = chances(seed), house = new URL(address);
  /** @type {Record<string, number>} how often each happened */
  const happened = { all: 0 };
  let lossy = true, waiting = 0;
  /** @type {(url: string) => boolean} */
  let swallows = () => false;
  const draw = (/** @type {string} */ url) => {
    ++happened.all;
    if (swallows(url)) return "swallowed there";
    if (!lossy || chance() >= share) return "";
    const mishap = mishaps[Math.floor(chance() * mishaps.length)];
    happened[mishap] = (happened[mishap] ?? 0) + 1;
    return mishap;
  };
  const server = createServer((request, reply) => {
    const mishap = draw(request.url ?? ""), late = 100 + chance() * 1500;
    if (mishap === "cut there") return void request.socket.destroy();
    if (mishap === "swallowed there") {
      ++waiting;
      return void reply.once("close", () => { --waiting; });
    }
    const pass = () => {
      const there = ask({ host: house.hostname, port: house.port, method: request.method, path: request.url, headers: request.headers }, (back) => {
        if (mishap === "swallowed back") return void back.resume();
        if (mishap === "cut back") {
          back.resume();
          return void request.socket.destroy();
        }
        setTimeout(() => {
          reply.writeHead(back.statusCode ?? 502, back.rawHeaders);
          back.pipe(reply);
        }, mishap === "late back" ? late : 0);
      });
      there.on("error", () => request.socket.destroy());
      request.pipe(there);
    };
    setTimeout(pass, mishap === "late there" ? late : 0);
  });
  server.on("clientError", (_, socket) => socket.destroy());
  await new Promise((resolve) => { server.listen(0, "127.0.0.1", () => resolve(null)); });
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    address: `http://localhost:${port}`, happened,
    /** From now on everything goes well. */
    mend() {
      lossy = false;
      swallows = () => false;
    },
    /** From now on the line is dead for what this says, whatever chance says. */
    swallow(/** @type {(url: string) => boolean} */ which) { swallows = which; },
    /** How many lines the browser keeps waiting on it. */
    waiting: () => waiting,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
