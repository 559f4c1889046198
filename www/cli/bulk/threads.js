import { Worker } from "node:worker_threads";

/** @typedef {import("../../client/desk.js").RecordKind} RecordKind */
/** @typedef {import("../../client/desk.js").Tally} Tally */
/** @typedef {{ answer: Uint8Array, tally: Tally }} Answered */
/** @typedef {{ policy: string | null, kind: RecordKind, now: number | string }} Question */

/** How many chunks a thread is given ahead, so that it never waits. */
const AHEAD = 2;

/**
 * Threads that answer chunks, each with its own wasm.
 */
export class Threads {
  /** @type {{ worker: Worker, waiting: { resolve: (answered: Answered) => void, reject: (error: Error) => void }[] }[]} */
  #lanes;
  #next = 0;

  /**
   * @param {number} count
   * @param {Question} question
   */
  constructor(count, question) {
    this.#lanes = Array.from({ length: count }, () => lane(question));
    this.ahead = count * AHEAD;
  }

  /**
   * Answers a chunk; its bytes are gone afterwards.
   * @param {Uint8Array} bytes
   * @param {number} firstLine
   * @returns {Promise<Answered>}
   */
  ask(bytes, firstLine) {
    // In turns: chunks are of a size.
    const lane = this.#lanes[this.#next];
    this.#next = (this.#next + 1) % this.#lanes.length;
    return new Promise((resolve, reject) => {
      lane?.waiting.push({ resolve, reject });
      lane?.worker.postMessage({ bytes, firstLine }, [/** @type {ArrayBuffer} */ (bytes.buffer)]);
    });
  }

  /** Ends them, whatever they are at. */
  async end() {
    await Promise.all(this.#lanes.map(({ worker }) => worker.terminate()));
  }
}

/** @param {Question} question */
function lane(question) {
  const worker = new Worker(new URL("worker.js", import.meta.url), { workerData: question });
  /** @type {{ resolve: (answered: Answered) => void, reject: (error: Error) => void }[]} */
  const waiting = [];
  // It answers in the order in which it was asked.
  worker.on("message", (answered) => waiting.shift()?.resolve(answered));
  worker.on("error", (error) => waiting.splice(0).forEach(({ reject }) => reject(/** @type {Error} */ (error))));
  return { worker, waiting };
}
