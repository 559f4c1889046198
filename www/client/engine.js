import { asError, DeskrulesError } from "./errors.js";

/** @typedef {Omit<typeof import("../wasm/deskrules.js"), "default" | "initSync" | "__wbg_init">} Glue - The functions of the wasm. */

/** @type {(() => Promise<Glue> | Glue) | undefined} */
let source;
/** @type {(() => URL) | undefined} */
let worker;
/** @type {Promise<Glue> | undefined} */
let loading;
/** @type {Glue | undefined} */
let glue;

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
  if (glue) {
    return glue;
  }
  loading ??= instantiate();
  try {
    glue = await loading;
    return glue;
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
  if (!glue) {
    throw new DeskrulesError("not-loaded", "", "the wasm is not loaded yet: await load() first");
  }
  try {
    return ask(glue);
  } catch (thrown) {
    throw asError(thrown);
  }
}

/**
 * Returns the wasm's functions, for a loop that has no time for {@link call}; none of those it uses may throw.
 * @returns {Glue}
 * @throws {DeskrulesError} `not-loaded`.
 */
export function functions() {
  return glue ?? call((loaded) => loaded);
}

/**
 * Frees what a handle stands for once nothing in JavaScript holds it any more.
 * @param {(glue: Glue, handle: number) => void} free
 */
export function registry(free) {
  return new FinalizationRegistry((/** @type {number} */ handle) => {
    if (glue) {
      free(glue, handle);
    }
  });
}
