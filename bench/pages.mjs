// A signed-in page of 30 KB with six reads, against nginx serving the same bytes, in one run: node bench/pages.mjs [BUILD]
// Prints processor microseconds a page, pages a second and the 99th percentile at 64 connections, and the ratios.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { processorTime, startPageBench } from "./server.mjs";

const build = process.argv[2] ?? "build";
const ports = { ours: 8391, nginx: 8392 };
const cookie = "sessie=sessie7";

/** @param {string} url @param {number[]} pids @param {string[]} headers */
function measure(url, pids, headers) {
  const options = headers.flatMap((header) => ["-H", header]);
  execFileSync("wrk", ["-t1", "-c64", "-d2s", ...options, url]);  // warm
  const before = pids.map(processorTime).reduce((sum, time) => sum + time);
  const out = execFileSync("wrk", ["-t1", "-c64", "-d8s", "--latency", ...options, url], { encoding: "utf8" });
  const spent = pids.map(processorTime).reduce((sum, time) => sum + time) - before;
  const pages = Number(/(\d+) requests in/.exec(out)?.[1]);
  const [, amount, unit] = /99%\s+([\d.]+)(us|ms|s)/.exec(out) ?? [];
  const errors = /Socket errors|Non-2xx/.test(out);
  return { microseconds_a_page: Math.round(spent / pages * 10) / 10, pages_a_second: Math.round(Number(/Requests\/sec:\s+([\d.]+)/.exec(out)?.[1])),
           p99_ms: Number(amount) * ({ us: 0.001, ms: 1, s: 1000 })[/** @type {"us" | "ms" | "s"} */ (unit)], errors };
}

/** @param {Buffer} page */
function startNginx(page) {
  const folder = mkdtempSync(join(tmpdir(), "loopbaankaart-nginx-"));
  mkdirSync(join(folder, "html"));
  writeFileSync(join(folder, "html", "rugzak"), page);
  writeFileSync(join(folder, "nginx.conf"), `worker_processes 2; daemon off; pid ${folder}/pid; error_log ${folder}/error.log; user root;
    events { worker_connections 1024; }
    http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 10000000; open_file_cache max=10; default_type text/html;
      server { listen 127.0.0.1:${ports.nginx}; root ${folder}/html; } }`);
  const child = spawn("nginx", ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", join(folder, "error.log")], { stdio: "inherit" });
  const pid = /** @type {number} */ (child.pid);
  const pids = () => [pid, ...readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").map(Number)];
  return { pids, stop: () => { child.kill("SIGTERM"); child.once("exit", () => rmSync(folder, { recursive: true })); } };
}

const ours = await startPageBench(build, ports.ours);
const url = `http://127.0.0.1:${ports.ours}/rugzak`;
const page = Buffer.from(await (await fetch(url, { headers: { cookie, "accept-encoding": "identity" } })).arrayBuffer());
const nginx = startNginx(page);
await new Promise((resolve) => setTimeout(resolve, 500));
const figures = {
  bytes: page.length,
  ours: measure(url, [ours.pid], [`Cookie: ${cookie}`]),
  ours_compressed: measure(url, [ours.pid], [`Cookie: ${cookie}`, "Accept-Encoding: gzip"]),
  nginx: measure(`http://127.0.0.1:${ports.nginx}/rugzak`, nginx.pids(), []),
};
const ratio = (/** @type {number} */ one, /** @type {number} */ other) => Math.round(one / other * 1000) / 1000;
console.log(JSON.stringify({ ...figures, processor_ratio: ratio(figures.nginx.microseconds_a_page, figures.ours.microseconds_a_page),
  throughput_ratio: ratio(figures.ours.pages_a_second, figures.nginx.pages_a_second) }, null, 2));
nginx.stop();
await ours.stop();
