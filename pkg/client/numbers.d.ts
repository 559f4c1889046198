/**
 * Refuses what is no number.
 * @param {unknown} value
 * @param {string} path
 */
export function checkNumber(value: unknown, path: string): void;
/**
 * Refuses what is no array of that kind.
 * @param {unknown} value
 * @param {"Float64Array" | "Uint8Array"} kind
 * @param {string} path
 */
export function checkArray(value: unknown, kind: "Float64Array" | "Uint8Array", path: string): void;
/**
 * Refuses arrays that belong together and are not of one length.
 * @param {ArrayLike<number>} array
 * @param {string} path
 * @param {ArrayLike<number>} other
 * @param {string} name
 */
export function checkLength(array: ArrayLike<number>, path: string, other: ArrayLike<number>, name: string): void;
/**
 * Goes through a list in chunks; an error says the index in the whole list.
 * @param {number} length
 * @param {(start: number, end: number) => void} ask
 */
export function inChunks(length: number, ask: (start: number, end: number) => void): void;
/** How many elements go through the wasm at once: few enough to stay in the processor's cache, enough to make the call cheap. */
export const CHUNK: 8192;
