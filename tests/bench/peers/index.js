/** The peers, in the order of the tables: the names of their modules. */
export const NAMES = ["deskrules", "plain", "workclock", "temporal", "luxon", "moment", "dayjs"];

/**
 * @typedef {object} Peer
 * @property {string} title
 * @property {string} what - What it is, for the page.
 * @property {string[]} packages - The npm packages whose versions are named.
 * @property {() => Answerer | Promise<Answerer>} create
 */

/**
 * Answers in milliseconds.
 * @typedef {object} Answerer
 * @property {(at: number, time: number) => number} add
 * @property {(from: number, to: number) => number} between
 * @property {{ add: (at: number, seconds: number) => number, between: (from: number, to: number) => number }} [inSeconds] - The same, seconds of
 *   business time.
 * @property {(at: Float64Array, seconds: Float64Array) => Float64Array} [addBatch]
 * @property {(incidents: { reportedAt: Float64Array, priority: Uint8Array }) => { response: Float64Array, resolution: Float64Array }} [deadlinesBatch]
 */

/** @returns {Promise<Peer>} */
export async function load(/** @type {string} */ name) {
  return (await import(`./${name}.js`)).peer;
}

/** @type {Map<string, Answerer>} */
const made = new Map();

/** The answerer of a peer; one for the whole run, because V8 compiles the closures of a second one for both, and slower. */
export async function answerer(/** @type {string} */ name) {
  const known = made.get(name) ?? (await (await load(name)).create());
  made.set(name, known);
  return known;
}
