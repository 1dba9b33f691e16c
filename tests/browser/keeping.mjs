// What the tests of keeping things share.

/** @typedef {import("playwright-core").Page} Page */

/** A photo as a camera makes them: bytes of a JPEG with much to see in it. @param {Page} page @param {number} width @param {number} height @param {boolean} [busy] */
export async function photo(page, width, height, busy = false) {
  const bytes = await page.evaluate(async ([wide, high, noise]) => {
    const canvas = document.createElement("canvas");
    canvas.width = wide;
    canvas.height = high;
    const brush = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    brush.fillStyle = "#125268";
    brush.fillRect(0, 0, wide, high);
    if (noise) {
      const dots = brush.getImageData(0, 0, wide, high);
      for (let at = 0; at < dots.data.length; at += 65_536) crypto.getRandomValues(new Uint8Array(dots.data.buffer, at, Math.min(65_536, dots.data.length - at)));
      brush.putImageData(dots, 0, 0);
    }
    const blob = /** @type {Blob} */ (await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.95)));
    return /** @type {Promise<string>} */ (new Promise((done) => {
      const reader = new FileReader();
      reader.addEventListener("load", () => done(String(reader.result).split(",")[1]));
      reader.readAsDataURL(blob);
    }));
  }, /** @type {const} */ ([width, height, busy]));
  return { name: "foto.jpg", mimeType: "image/jpeg", buffer: Buffer.from(bytes, "base64") };
}
