/** Measures entrants side by side: in turns, by CPU time, medians. */

/**
 * @typedef {object} Entrant
 * @property {string} name
 * @property {(count: number) => void | Promise<number>} run - Does so many operations; one that works in another process answers
 *   the nanoseconds of CPU time that they took there.
 * @property {number} [count] - The operations of a turn; found by itself when left out.
 */

/** The CPU time of one turn, in nanoseconds; all threads of the process count. */
async function turn(/** @type {Entrant} */ { run }, /** @type {number} */ count) {
  const start = process.cpuUsage();
  const elsewhere = await run(count);
  const { user, system } = process.cpuUsage(start);
  return elsewhere ?? (user + system) * 1000;
}

/** As many operations as take that many milliseconds, or as the entrant wants; finding out warms it up. */
async function calibrate(/** @type {Entrant} */ entrant, /** @type {number} */ millis) {
  let spent = 0;
  for (let count = entrant.count ?? 1; ; count *= entrant.count ? 1 : 2) {
    const nanos = await turn(entrant, count);
    spent += nanos;
    if (spent > 4e6 * millis) {
      return entrant.count ?? Math.max(1, Math.ceil((count * millis * 1e6) / nanos));
    }
  }
}

/** The middle of some numbers. */
export function median(/** @type {number[]} */ numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Lets all entrants take their turns, round after round, each round starting with another one.
 * @param {Entrant[]} entrants
 * @param {object} options
 * @param {number} options.rounds
 * @param {number} [options.millis] - What a turn takes, about.
 * @returns {Promise<Map<string, number>>} The median of nanoseconds an operation.
 */
export async function race(entrants, { rounds, millis = 40 }) {
  /** @type {{ entrant: Entrant, count: number, nanos: number[] }[]} */
  const lanes = [];
  for (const entrant of entrants) {
    const count = await calibrate(entrant, millis);
    lanes.push({ entrant, count, nanos: [] });
  }
  for (let round = 0; round < rounds; round += 1) {
    for (let i = 0; i < lanes.length; i += 1) {
      const { entrant, count, nanos } = lanes[(round + i) % lanes.length];
      nanos.push((await turn(entrant, count)) / count);
    }
  }
  return new Map(lanes.map(({ entrant, nanos }) => [entrant.name, median(nanos)]));
}

/**
 * A loop over questions that is compiled for this one function, so that V8 may inline it, as it would for a user.
 * @param {string} name - Makes the source another one: for the same source V8 would share what it learnt of the other calls.
 * @param {(first: number, second: number) => number} call
 * @param {Float64Array} first
 * @param {Float64Array} second
 */
export function loop(name, call, first, second) {
  const source = `// ${name}
    let sum = 0;
    for (let n = 0; n < count; n += 1) {
      sum += call(first[i], second[i]);
      i = i + 1 === first.length ? 0 : i + 1;
    }
    sink(i, sum);`;
  const compiled = new Function("call", "first", "second", "i", "count", "sink", source);
  let at = 0;
  let sum = 0;
  const sink = (/** @type {number} */ i, /** @type {number} */ more) => {
    at = i;
    sum += more;
  };
  return (/** @type {number} */ count) => compiled(call, first, second, at, count, sink);
}
