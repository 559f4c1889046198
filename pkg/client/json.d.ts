/**
 * Returns input as JSON text, within bounds: nothing that JSON has no word for passes in silence.
 * @param {unknown} input
 * @param {string} [name] - What the path of an error begins with.
 * @returns {string}
 * @throws {DeskrulesError} `too-large`, `too-deep`, `not-finite`, `not-an-instant`, `wrong-type`, `unreadable`.
 */
export function json(input: unknown, name?: string): string;
