import { basename } from "node:path";
import { harmless } from "./paint.js";

/** @typedef {import("../../node/facts.js").Progress} Progress */

/** How many bytes are read in no time. */
const SMALL = 64 * 1024 * 1024;
const WIDTH = 30;

/**
 * Returns what draws a bar for a file that takes a while to read; nothing when nobody watches.
 * @param {{ isTTY?: boolean, write: (text: string) => unknown }} stream
 * @returns {Progress | undefined}
 */
export function progress(stream) {
  if (!stream.isTTY) {
    return undefined;
  }
  let shown = -1;
  return (name, done, size) => {
    const percent = Math.floor((done / size) * 100);
    if (size < SMALL || percent === shown) {
      return;
    }
    shown = percent;
    const bar = "#".repeat(Math.floor((percent * WIDTH) / 100)).padEnd(WIDTH);
    // The whole line goes when it is done: it is no part of the answer.
    stream.write(done < size ? `\r[${bar}] ${String(percent).padStart(3)} % ${harmless(basename(name)).slice(0, WIDTH)}` : "\r\u001b[K");
  };
}
