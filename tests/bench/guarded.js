/** Asks a peer in a thread of its own, and goes on after a question that it never answers. */

import { Worker, isMainThread, workerData } from "node:worker_threads";

/** A call takes a millisecond or two at worst; one that has taken this many is not coming back. */
const PATIENCE = 400;

/**
 * @typedef {object} Answers
 * @property {Float64Array} values - What the peer answered; NaN where it did not.
 * @property {Set<number>} hung - The questions that it did not return from.
 */

/**
 * Asks `peer[method](first[i], second[i])` for every i.
 * @param {string} name - The peer's module in `peers/`.
 * @param {"add" | "between"} method
 * @param {Float64Array} first
 * @param {Float64Array} second
 * @returns {Promise<Answers>}
 */
export async function ask(name, method, first, second) {
  const values = new Float64Array(new SharedArrayBuffer(8 * first.length));
  values.fill(NaN);
  // The question being answered, or -1 while the peer is loaded.
  const at = new Int32Array(new SharedArrayBuffer(4));
  const hung = new Set();
  for (let start = 0; start < first.length; ) {
    at[0] = -1;
    const stuck = await watch(
      new Worker(new URL(import.meta.url), { workerData: { name, method, first, second, start, values, at } }),
      at,
    );
    if (stuck === null) {
      break;
    }
    hung.add(stuck);
    start = stuck + 1;
  }
  return { values, hung };
}

/** Waits until the worker is done, null, or stuck at a question, its number. */
function watch(/** @type {Worker} */ worker, /** @type {Int32Array} */ at) {
  return new Promise((resolve, reject) => {
    let seen = -1;
    let since = performance.now();
    const timer = setInterval(() => {
      const now = Atomics.load(at, 0);
      if (now !== seen || now < 0) {
        [seen, since] = [now, performance.now()];
      } else if (performance.now() - since > PATIENCE) {
        clearInterval(timer);
        resolve(now);
        worker.terminate();
      }
    }, PATIENCE / 10);
    worker.on("error", (error) => {
      clearInterval(timer);
      reject(error);
    });
    worker.on("exit", () => {
      clearInterval(timer);
      resolve(null);
    });
  });
}

if (!isMainThread && workerData?.values) {
  const { name, method, first, second, start, values, at } = workerData;
  const { peer } = await import(`./peers/${name}.js`);
  const answer = (await peer.create())[method];
  for (let i = start; i < first.length; i += 1) {
    Atomics.store(at, 0, i);
    values[i] = answer(first[i], second[i]);
  }
}
