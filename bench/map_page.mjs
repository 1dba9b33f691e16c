// What the map asks of a telephone: bytes of a first view, time to draw it, time until it is seen, and frames while it is scrolled.
// node bench/map_page.mjs [RUNS], after ./run build; prints the middle, the lowest and the highest of the runs.
import { openHouse, visit } from "../tests/browser/house.mjs";

const runs = Number(process.argv[2] ?? 5);
const timeline = ["-*", "devtools.timeline", "devtools.timeline.frame", "disabled-by-default-devtools.timeline", "disabled-by-default-devtools.timeline.frame", "cc", "viz", "latencyInfo"];
const drawing = new Set(["RasterTask", "ImageDecodeTask", "Decode Image", "Decode LazyPixelRef"]);

/** @typedef {{name: string, ph: string, ts: number, dur?: number, tdur?: number}} TraceEvent times in microseconds; tdur: of the processor */

/** What happens in the browser meanwhile. @param {import("playwright-core").Browser} browser @param {import("playwright-core").Page} page @param {() => Promise<void>} action @returns {Promise<TraceEvent[]>} */
async function traced(browser, page, action) {
  await browser.startTracing(page, { categories: timeline });
  await action();
  return JSON.parse((await browser.stopTracing()).toString()).traceEvents;
}

const settled = (/** @type {import("playwright-core").Page} */ page) => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve))));
const milliseconds = (/** @type {TraceEvent[]} */ events) => events.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;

/** @param {import("../tests/browser/house.mjs").House} house */
async function firstView(house) {
  const { page, context } = await visit(house);
  const client = await context.newCDPSession(page);
  await client.send("Network.enable");
  /** @type {Map<string, string>} */
  const kinds = new Map();
  const bytes = { all: 0, script: 0 };
  client.on("Network.responseReceived", (event) => kinds.set(event.requestId, event.type));
  client.on("Network.loadingFinished", (event) => {
    bytes.all += event.encodedDataLength;
    if (kinds.get(event.requestId) === "Script") bytes.script += event.encodedDataLength;
  });
  const events = await traced(house.browser, page, async () => {
    await page.goto(`${house.address}/kaart`, { waitUntil: "networkidle" });
    await settled(page);
  });
  await context.close();
  return { kilobytes: bytes.all / 1024, script_kilobytes: bytes.script / 1024, drawing_ms: milliseconds(events.filter((one) => drawing.has(one.name) && one.ph === "X")) };
}

/** @param {import("../tests/browser/house.mjs").House} house */
async function seen(house) {
  const { page, context } = await visit(house);
  const client = await context.newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript(() => new PerformanceObserver((list) => { /** @type {any} */ (window).largest = list.getEntries().at(-1)?.startTime; }).observe({ type: "largest-contentful-paint", buffered: true }));
  await page.goto(`${house.address}/kaart`, { waitUntil: "networkidle" });
  await settled(page);
  const largest = await page.evaluate(() => /** @type {any} */ (window).largest);
  await context.close();
  return { largest_paint_ms_at_quarter_speed: largest };
}

/** @param {import("../tests/browser/house.mjs").House} house */
async function scrolling(house) {
  const { page, context } = await visit(house);
  await page.goto(`${house.address}/kaart`, { waitUntil: "networkidle" });
  await settled(page);
  const client = await context.newCDPSession(page);
  const pull = (/** @type {number} */ across, /** @type {number} */ down) => client.send("Input.synthesizeScrollGesture", { x: 195, y: 400, xDistance: across, yDistance: down, speed: 1200, gestureSourceType: "mouse", preventFling: true });
  const frames = [];
  for (const [across, down] of [[0, 900], [700, 0], [0, -1400], [-1000, 0], [0, 1400]]) {
    const events = await traced(house.browser, page, async () => { await pull(across, down); });
    const scrolled = events.filter((one) => one.name.startsWith("InputLatency::GestureScroll")).map((one) => one.ts);
    const begin = Math.min(...scrolled), end = Math.max(...scrolled);  // before it the page rests, after it only the scroll bar fades
    const drawn = events.filter((one) => one.name === "Display::DrawAndSwap" && one.ts > begin && one.ts <= end).map((one) => one.ts).sort((one, other) => one - other);
    frames.push(...drawn.map((time, frame) => (time - (drawn[frame - 1] ?? begin)) / 1000));
  }
  await context.close();
  frames.sort((one, other) => one - other);
  return { frames: frames.length, longest_frame_ms: frames.at(-1) ?? NaN, frame_ms_at_95_percent: frames[Math.floor(frames.length * 0.95)] };
}

const house = await openHouse();
try {
  await firstView(house);  // the program draws the map once, and keeps it
  /** @type {Record<string, number[]>} */
  const figures = {};
  for (let run = 0; run < runs; run++)
    for (const part of [firstView, seen, scrolling])
      for (const [name, value] of Object.entries(await part(house))) (figures[name] ??= []).push(value);
  for (const [name, values] of Object.entries(figures)) {
    const [lowest, middle, highest] = [0, 0.5, 1].map((part) => values.sort((one, other) => one - other)[Math.round(part * (values.length - 1))].toFixed(1));
    console.log(`${name.padEnd(34)} ${middle.padStart(8)}  (${lowest}–${highest})`);
  }
} finally {
  await house.close();
}
