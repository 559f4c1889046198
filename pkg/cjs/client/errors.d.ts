/** @typedef {import("../wasm/deskrules.js").Finding} Finding */
/**
 * Turns what the wasm threw into an error of ours; anything else stays what it is.
 * @param {unknown} thrown
 * @returns {unknown}
 */
export function asError(thrown: unknown): unknown;
/**
 * Input that could not be read, or a question that has no answer. A broken rule is never thrown: it is a finding of the answer.
 * `instance-trapped` says that the wasm broke down in this very call, with the host's error as `cause`; the next call has a fresh instance.
 */
export class DeskrulesError extends Error {
    /**
     * @param {string} code - What kind of error, like `unknown-field`; locales translate by it.
     * @param {string} path - Where in the input, in the grammar `a.b[0].c`; empty for the whole.
     * @param {string} message - What is wrong, in English.
     * @param {{ findings?: Finding[], cause?: unknown }} [more] - All that the lint found, when a policy was refused.
     */
    constructor(code: string, path: string, message: string, { findings, cause }?: {
        findings?: Finding[];
        cause?: unknown;
    });
    /** What kind of error, like `unknown-field`. */
    code: string;
    /** Where in the input, in the grammar `a.b[0].c`; empty for the whole. */
    path: string;
    /** All that the lint found, when a policy was refused. */
    findings: import("../wasm/deskrules.js").Finding[];
}
export type Finding = import("../wasm/deskrules.js").Finding;
