// The clock of the build for the tests, which is not shipped: what `storage.local` holds as `clockOffset` is added to the present.

const { browser, chrome } = /** @type {any} */ (globalThis);
const { storage } = browser ?? chrome;
const KEY = "clockOffset";

let offset = 0;
/** @type {(() => void)[]} */
const calls = [];

/** Returns the present, in epoch milliseconds. */
export function now() {
  return Date.now() + offset;
}

/**
 * Has something done whenever the clock is set.
 * @param {() => void} call
 */
export function onShift(call) {
  calls.push(call);
}

/** @param {number | undefined} milliseconds */
function shift(milliseconds = 0) {
  if (milliseconds !== offset) {
    offset = milliseconds;
    for (const call of calls) {
      call();
    }
  }
}

storage.onChanged.addListener((/** @type {any} */ changes, /** @type {string} */ area) => {
  if (area === "local" && KEY in changes) {
    shift(changes[KEY].newValue);
  }
});
// The storage answers in the order in which it is asked: who reads from it later has the clock set before.
storage.local.get(KEY).then((/** @type {any} */ kept) => shift(kept[KEY]));
