import { workerAddress } from "./engine.js";
import { Host } from "./host.js";
import { readPolicy } from "./policy.js";
import { startWorker } from "./remote.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("./desk.js").PolicyDocument} PolicyDocument */
/** @typedef {import("./schedule.js").Schedule} Schedule */
/** @typedef {import("./host.js").Facts} Facts */
/** @typedef {import("./host.js").Question} Question */
/**
 * What answers: the page itself, or a worker.
 * @typedef {object} Link
 * @property {(policy?: PolicyDocument | string) => Promise<Facts & { number: number }>} open
 * @property {(question: Question) => unknown} answer
 * @property {() => void} [end]
 */
/**
 * The same methods, each with a promise of its answer.
 * @template T
 * @typedef {{ [K in keyof T as T[K] extends (...args: any[]) => any ? K : never]:
 *   T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<R extends Schedule ? ConnectedSchedule : R> : never }} Promised
 */
/** @typedef {Promised<Schedule>} ConnectedSchedule */
/** @typedef {Facts & Promised<Desk>} ConnectedDesk - The methods of {@link Desk} as promises; what it says of itself is there at once. */

const DESK = /** @type {const} */ ([
  "classify", "deadlines", "track", "whatIf", "explain", "trackBatch", "deadlinesBatch", "checkPatch", "checkChange", "nextWindow", "suggest",
]);
const SCHEDULE = /** @type {const} */ ([
  "add", "subtract", "between", "isOpen", "nextOpen", "nextClose", "periods", "addMillis", "betweenMillis", "addBatch", "betweenBatch", "close",
]);
/** The smallest module there is. */
const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/**
 * Reads a policy, on the page or, where the page forbids wasm, in a worker of the same origin.
 * @param {{ policy?: PolicyDocument | string | URL, worker?: URL | string }} [options] - The policy as an object, JSON text, or its address
 *   on the same origin; `managed-server-goud` when left out. The address of `client/worker.js`, for bundlers that move it.
 * @returns {Promise<ConnectedDesk>}
 * @throws {import("./errors.js").DeskrulesError} What `load` throws; `policy-unavailable` when the policy cannot be fetched; `wasm-blocked` where no worker may run either.
 */
export async function connect({ policy, worker } = {}) {
  const document = await readPolicy(policy);
  const link = (await isAllowed()) ? new Host() : startWorker(worker ?? workerAddress());
  try {
    return desk(link, await link.open(document));
  } catch (error) {
    /** @type {Link} */ (link).end?.();
    throw error;
  }
}

/**
 * @param {Link} link
 * @param {Facts & { number: number }} opened
 * @returns {ConnectedDesk}
 */
function desk(link, { number, ...facts }) {
  return /** @type {ConnectedDesk} */ ({
    ...facts,
    ...methods(link, number, DESK),
    schedule: async (/** @type {string} */ name) => {
      const schedule = /** @type {number} */ (await link.answer({ on: number, method: "schedule", args: [name] }));
      return methods(link, schedule, SCHEDULE);
    },
    close: async () => {
      await link.answer({ on: number, method: "close", args: [] });
      link.end?.();
    },
  });
}

/**
 * @param {Link} link
 * @param {number} on
 * @param {readonly string[]} names
 */
function methods(link, on, names) {
  return Object.fromEntries(names.map((method) => [method, async (/** @type {unknown[]} */ ...args) => link.answer({ on, method, args })]));
}

/** Says whether this page may compile wasm, before a hundred kilobytes of it are fetched. */
async function isAllowed() {
  try {
    await WebAssembly.compile(EMPTY);
    return true;
  } catch {
    return false;
  }
}
