// Pictures of pages have few colours: with a palette they are a third of the size.
import { deflateSync } from "node:zlib";

/** @typedef {import("playwright-core").Page} Page */

const MOST = 128;
const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/**
 * Returns the same picture with a palette.
 * @param {Page} page - Whose browser reads it.
 * @param {Buffer} png
 */
export async function withPalette(page, png) {
  const { width, height, pixels } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const { width, height } = picture;
    const context = new OffscreenCanvas(width, height).getContext("2d");
    context?.drawImage(picture, 0, 0);
    const data = new Uint32Array(context?.getImageData(0, 0, width, height).data.buffer ?? new ArrayBuffer(0));
    return { width, height, pixels: [...data] };
  }, png.toString("base64"));
  const { palette, indexes } = quantize(pixels);
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row++) {
    rows.set(indexes.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap(channels));
  return Buffer.concat([SIGNATURE, chunk("IHDR", head), chunk("PLTE", colours), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}

/** @param {number[]} pixels */
function quantize(pixels) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  pixels.forEach((pixel) => counts.set(pixel, (counts.get(pixel) ?? 0) + 1));
  const palette = [...counts].sort(([, a], [, b]) => b - a).slice(0, MOST).map(([pixel]) => pixel);
  const index = new Map([...counts.keys()].map((pixel) => [pixel, nearest(palette, pixel)]));
  return { palette, indexes: Uint8Array.from(pixels, (pixel) => index.get(pixel) ?? 0) };
}

/**
 * @param {number[]} palette
 * @param {number} pixel
 */
function nearest(palette, pixel) {
  const [red = 0, green = 0, blue = 0] = channels(pixel);
  const distances = palette.map((one) => {
    const [r = 0, g = 0, b = 0] = channels(one);
    return (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
  });
  return distances.indexOf(Math.min(...distances));
}

/** @param {number} pixel - As a canvas has it: red in the lowest byte. */
function channels(pixel) {
  return [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255];
}

/**
 * @param {string} type
 * @param {Buffer} data
 */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc(body), body.length + 4);
  return framed;
}

/** @param {Buffer} bytes */
function crc(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
  }
  return ~sum >>> 0;
}
