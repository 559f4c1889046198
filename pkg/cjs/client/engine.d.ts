/**
 * Says where the wasm comes from. Each entry of the package does this once; the first one wins.
 * @param {() => Promise<Glue> | Glue} load
 * @param {() => URL} [workerAddress] - Where the worker is that answers when the page may not.
 */
export function provide(load: () => Promise<Glue> | Glue, workerAddress?: () => URL): void;
/** Where the worker is; undefined where there is none, as in Node. */
export function workerAddress(): URL | undefined;
/**
 * Loads the wasm, once.
 * @returns {Promise<Glue>}
 * @throws {DeskrulesError} `wasm-blocked` where the page forbids wasm, `wasm-unavailable` when it cannot be fetched.
 */
export function ready(): Promise<Glue>;
/**
 * Asks the wasm a question; what it throws becomes a {@link DeskrulesError}.
 * @template T
 * @param {(glue: Glue) => T} ask
 * @returns {T}
 */
export function call<T>(ask: (glue: Glue) => T): T;
/**
 * Returns the wasm's functions, for a loop that has no time for {@link call}; what they throw goes through {@link told}.
 * @returns {Glue}
 * @throws {DeskrulesError} `not-loaded`.
 */
export function functions(): Glue;
/**
 * Returns what is to be thrown for what the wasm threw. After a trap an instance is broken for good, so the next call has another one.
 * @param {unknown} thrown
 * @returns {unknown}
 */
export function told(thrown: unknown): unknown;
/** How many instances have trapped: what an instance holds ends with it. */
export let trapped: number;
/**
 * - The functions of the wasm.
 */
export type Glue = Omit<typeof import("../wasm/deskrules.js"), "default" | "initSync" | "__wbg_init">;
