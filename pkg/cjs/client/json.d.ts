/**
 * Returns input as JSON text, within bounds: nothing that JSON has no word for passes in silence.
 * @param {unknown} input
 * @param {string} [name] - What the path of an error begins with.
 * @returns {string}
 * @throws {DeskrulesError} `too-large`, `too-deep`, `not-finite`, `not-an-instant`, `wrong-type`, `unreadable`.
 */
export function json(input: unknown, name?: string): string;
/**
 * Returns text when it is text, and within bounds.
 * @param {unknown} text
 * @param {string} name - The path of an error.
 * @returns {string}
 * @throws {DeskrulesError} `too-large`, `wrong-type`.
 */
export function bounded(text: unknown, name: string): string;
/** How many UTF-16 units of text one input may have. */
export const TEXT: number;
