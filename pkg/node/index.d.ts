/** @typedef {import("../client/index.js").CheckAnswer} CheckAnswer */
/** @typedef {import("../client/index.js").Finding} Finding */
/** @typedef {import("../client/index.js").InstantLike} InstantLike */
/** @typedef {import("../client/index.js").PolicyDocument} PolicyDocument */
/** @typedef {Pick<import("../client/index.js").Desk, "policy" | "checkPatch" | "checkChange" | "close">} DeskLike - What `load` answers. */
/** @typedef {Finding & { line: number, column: number }} PlacedFinding - With its place in the file; both count from 1. */
/** @typedef {Omit<CheckAnswer, "findings"> & { findings: PlacedFinding[] }} FileAnswer */
/**
 * @typedef {object} FileOptions
 * @property {string | PolicyDocument | DeskLike} [policy] - A file of JSON or YAML, its contents, or a loaded one; `managed-server-goud` when left out.
 * @property {InstantLike} [now] - The host's clock when left out.
 * @property {string | { start: InstantLike, end: InstantLike, title?: string, servers?: string[] }[]} [windows] - Work that is
 *   planned already: a file of JSON or YAML, or its contents.
 * @property {string} [folder] - Where the files are that the request names; the request's own folder when left out.
 */
/**
 * Checks a patch request in a file of JSON or YAML, or in a folder that has a `request.yaml` and the files which it names.
 * @param {string} path
 * @param {FileOptions} [options]
 * @returns {Promise<FileAnswer>}
 * @throws {import("../client/node-import.js").DeskrulesError} What could not be read: with `code` and `path`, and with `file`, `line` and `column`.
 * @example
 * const { accepted, findings } = await checkPatchFile("patches/globe-4.22");
 */
export function checkPatchFile(path: string, options?: FileOptions): Promise<FileAnswer>;
/**
 * Checks a change request in a file of JSON or YAML, or in a folder that has a `request.yaml`.
 * @param {string} path
 * @param {FileOptions} [options]
 * @returns {Promise<FileAnswer>}
 * @throws {import("../client/node-import.js").DeskrulesError} What could not be read: with `code` and `path`, and with `file`, `line` and `column`.
 * @example
 * const { type, findings } = await checkChangeFile("change.yaml", { policy: "policy.yaml" });
 */
export function checkChangeFile(path: string, options?: FileOptions): Promise<FileAnswer>;
export type CheckAnswer = import("../client/index.js").CheckAnswer;
export type Finding = import("../client/index.js").Finding;
export type InstantLike = import("../client/index.js").InstantLike;
export type PolicyDocument = import("../client/index.js").PolicyDocument;
/**
 * - What `load` answers.
 */
export type DeskLike = Pick<import("../client/index.js").Desk, "policy" | "checkPatch" | "checkChange" | "close">;
/**
 * - With its place in the file; both count from 1.
 */
export type PlacedFinding = Finding & {
    line: number;
    column: number;
};
export type FileAnswer = Omit<CheckAnswer, "findings"> & {
    findings: PlacedFinding[];
};
export type FileOptions = {
    /**
     * - A file of JSON or YAML, its contents, or a loaded one; `managed-server-goud` when left out.
     */
    policy?: string | PolicyDocument | DeskLike;
    /**
     * - The host's clock when left out.
     */
    now?: InstantLike;
    /**
     * - Work that is
     * planned already: a file of JSON or YAML, or its contents.
     */
    windows?: string | {
        start: InstantLike;
        end: InstantLike;
        title?: string;
        servers?: string[];
    }[];
    /**
     * - Where the files are that the request names; the request's own folder when left out.
     */
    folder?: string;
};
