/** The engine as a native program: it is told what to do, a line each, and answers its CPU time. */

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** @typedef {{ nanos: number, check: number }} Turn */

export function start() {
  const child = spawn(String(process.env.BENCH_NATIVE), { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    /**
     * Answers the batch of that many incidents, so many times.
     * @param {number} size
     * @param {number} [times]
     * @returns {Promise<Turn>}
     */
    async deadlines(size, times = 1) {
      child.stdin.write(`${size} ${times}\n`);
      const { value, done } = await lines.next();
      if (done) {
        throw new Error("the native engine ended");
      }
      return JSON.parse(value);
    },
    close: () => child.stdin.end(),
  };
}

/** One number for a batch of answers, the same in Rust. */
export function check(/** @type {{ response: Float64Array, resolution: Float64Array }} */ { response, resolution }) {
  let sum = 0;
  for (const answers of [response, resolution]) {
    for (const at of answers) {
      sum = (Math.imul(sum, 31) + (Number.isNaN(at) ? 7 : at % 2 ** 32)) >>> 0;
    }
  }
  return sum;
}
