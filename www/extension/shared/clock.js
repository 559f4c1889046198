// The present is read here alone: the build for the tests has clock.test.js in this place.

/** Returns the present, in epoch milliseconds. */
export function now() {
  return Date.now();
}

/**
 * Has something done whenever the clock is set, which nobody does to this one.
 * @param {() => void} _call
 */
export function onShift(_call) {}
