// One timer for all elements: it wakes at the earliest of what they asked for, and not when nothing changes.

/** How long what belongs to a page may take to arrive once the page is there. */
const PATIENCE = 3000;
/** The longest that a timer of the host can wait. */
const LONGEST = 2 ** 31 - 1;

let source = Date.now;
/** @type {Map<object, { at: number, wake: () => void }>} */
const waiting = new Map();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let isListening = false;

/**
 * Returns the present, in epoch milliseconds.
 * @returns {number}
 */
export function now() {
  return source();
}

/**
 * Sets where the present comes from, and wakes everything that waits.
 * @param {() => number} [read] - Epoch milliseconds; the host's clock when left out.
 */
export function setClock(read = Date.now) {
  source = read;
  wakeUp(() => true);
}

/**
 * Has something done at an instant, in place of what the same one asked for before.
 * @param {object} who
 * @param {number} at - Epoch milliseconds; `Infinity` for never, but when the clock is set.
 * @param {() => void} wake
 */
export function wakeAt(who, at, wake) {
  waiting.set(who, { at, wake });
  if (!isListening) {
    isListening = true;
    // Timers of a page that nobody sees are late.
    document.addEventListener("visibilitychange", () => wakeUp((asked) => asked <= now()));
  }
  plan();
}

/**
 * Says whether what belongs to a page has had its time to arrive; until then, looks again when it has.
 * @param {object} who
 * @param {number} since - Since when it is waited for, in epoch milliseconds.
 * @param {() => void} again
 */
export function isLate(who, since, again) {
  if (now() >= since + PATIENCE) {
    return true;
  }
  wakeAt(who, since + PATIENCE, again);
  return false;
}

/**
 * Forgets what one asked for.
 * @param {object} who
 */
export function forget(who) {
  waiting.delete(who);
  plan();
}

function plan() {
  clearTimeout(timer);
  timer = undefined;
  const next = Math.min(...[...waiting.values()].map(({ at }) => at));
  if (next !== Infinity) {
    // Never earlier than asked for: a timer may come a little too soon.
    timer = setTimeout(() => wakeUp((at) => at <= now()), Math.min(Math.max(next - now(), 0) + 1, LONGEST));
  }
}

/** @param {(at: number) => boolean} isDue */
function wakeUp(isDue) {
  const due = [...waiting].filter(([, { at }]) => isDue(at));
  due.forEach(([who]) => waiting.delete(who));
  due.forEach(([, { wake }]) => wake());
  plan();
}
