// Ten thousand quiet browsers: how much anonymous memory the program grows by, and what it holds at rest. node bench/idle.mjs [BUILD]
// Each connection asks one page first, as a browser does, and then stays open. Needs `ulimit -n` of 11,000 for itself too.
import { connect } from "node:net";
import { once } from "node:events";
import { memory, startPageBench } from "./server.mjs";

const build = process.argv[2] ?? "build";
const port = 8393;
const connections = 10_000;

async function arrive() {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  socket.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
  await once(socket, "data");
  return socket;
}

const server = await startPageBench(build, port);
const page = () => fetch(`http://127.0.0.1:${port}/rugzak`, { headers: { cookie: "sessie=sessie7" } }).then((reply) => reply.arrayBuffer());
for (let time = 0; time < 50; time++) await page();
const before = memory(server.pid);
const sockets = [];
while (sockets.length < connections) sockets.push(...await Promise.all(Array.from({ length: 100 }, arrive)));
const after = memory(server.pid);
const megabytes = (/** @type {number} */ bytes) => Math.round(bytes / 1e5) / 10;
console.log(JSON.stringify({ connections, resident_at_rest_mb: megabytes(before.resident), anonymous_at_rest_mb: megabytes(before.anonymous),
  anonymous_growth_mb: megabytes(after.anonymous - before.anonymous), bytes_a_connection: Math.round((after.anonymous - before.anonymous) / connections) }, null, 2));
for (const socket of sockets) socket.destroy();
await server.stop();
