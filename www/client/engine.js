import { asError, DeskrulesError } from "./errors.js";

/** @typedef {Omit<typeof import("../wasm/deskrules.js"), "default" | "initSync" | "__wbg_init">} Glue - The functions of the wasm. */

/** @type {(() => Promise<Glue> | Glue) | undefined} */
let source;
/** @type {(() => URL) | undefined} */
let worker;
/** @type {Promise<Glue> | undefined} */
let loading;
/** @type {Glue | undefined} */
let loaded;
/** @type {Glue | undefined} - What is loaded, unless its instance trapped and there is no fresh one yet. */
let glue;

/** How many instances have trapped: what an instance holds ends with it. */
export let trapped = 0;

/** What a host throws when the wasm panics, and at the end of its stack or its memory; the last of them is Firefox's. */
const TRAPS = ["RuntimeError", "RangeError", "InternalError"];

/**
 * Says where the wasm comes from. Each entry of the package does this once; the first one wins.
 * @param {() => Promise<Glue> | Glue} load
 * @param {() => URL} [workerAddress] - Where the worker is that answers when the page may not.
 */
export function provide(load, workerAddress) {
  source ??= load;
  worker ??= workerAddress;
}

/** Where the worker is; undefined where there is none, as in Node. */
export function workerAddress() {
  return worker?.();
}

/**
 * Loads the wasm, once.
 * @returns {Promise<Glue>}
 * @throws {DeskrulesError} `wasm-blocked` where the page forbids wasm, `wasm-unavailable` when it cannot be fetched.
 */
export async function ready() {
  if (loaded) {
    return loaded;
  }
  loading ??= instantiate();
  try {
    glue = loaded = await loading;
    return loaded;
  } catch (error) {
    // The next call tries again: a network comes back.
    loading = undefined;
    throw error;
  }
}

async function instantiate() {
  try {
    if (!source) {
      throw new DeskrulesError("wasm-unavailable", "", "import `deskrules` or `deskrules/web`, which say where the wasm is");
    }
    return await source();
  } catch (cause) {
    if (cause instanceof DeskrulesError) {
      throw cause;
    }
    const blocked = typeof WebAssembly === "undefined" || cause instanceof WebAssembly.CompileError;
    const message = blocked
      ? "this page forbids WebAssembly: its Content-Security-Policy needs 'wasm-unsafe-eval' in script-src"
      : "the wasm could not be loaded";
    throw new DeskrulesError(blocked ? "wasm-blocked" : "wasm-unavailable", "", message, { cause });
  }
}

/**
 * Asks the wasm a question; what it throws becomes a {@link DeskrulesError}.
 * @template T
 * @param {(glue: Glue) => T} ask
 * @returns {T}
 */
export function call(ask) {
  try {
    return ask(functions());
  } catch (thrown) {
    throw told(thrown);
  }
}

/**
 * Returns the wasm's functions, for a loop that has no time for {@link call}; what they throw goes through {@link told}.
 * @returns {Glue}
 * @throws {DeskrulesError} `not-loaded`.
 */
export function functions() {
  return glue ?? fresh();
}

/**
 * Returns what is to be thrown for what the wasm threw. After a trap an instance is broken for good, so the next call has another one.
 * @param {unknown} thrown
 * @returns {unknown}
 */
export function told(thrown) {
  if (!TRAPS.includes(/** @type {any} */ (thrown)?.name)) {
    return asError(thrown);
  }
  glue = undefined;
  trapped += 1;
  try {
    // At once, so that the memory of the old one can go.
    fresh();
  } catch {
    // The next call tries again.
  }
  return new DeskrulesError("instance-trapped", "", "the wasm broke down in this call; the next call has a fresh instance", { cause: thrown });
}

function fresh() {
  if (!loaded) {
    throw new DeskrulesError("not-loaded", "", "the wasm is not loaded yet: await load() first");
  }
  loaded.__wbg_reset_state();
  glue = loaded;
  return glue;
}
