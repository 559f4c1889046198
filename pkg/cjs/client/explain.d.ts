/**
 * Returns in sentences where a ticket's clocks stand and why.
 * @param {Tracking} tracking - What {@link Desk.track} answers.
 * @param {string} language - `nl` or `en`.
 * @param {IncidentsDocument} [incidents] - For the names of the agreement's own targets.
 * @returns {string} A line for each sentence.
 * @throws {DeskrulesError} `unknown-language`.
 */
export function sentences(tracking: Tracking, language: string, incidents?: IncidentsDocument): string;
/**
 * Returns in sentences where one clock of a ticket stands and why, the verdict first.
 * @param {Tracking} tracking
 * @param {"response" | "resolution"} name
 * @param {string} language - `nl` or `en`.
 * @param {IncidentsDocument} [incidents]
 * @returns {string[]}
 */
export function sentencesOf(tracking: Tracking, name: "response" | "resolution", language: string, incidents?: IncidentsDocument): string[];
export type Tracking = import("../wasm/deskrules.js").Tracking;
export type Tracked = import("../wasm/deskrules.js").Tracked;
export type Interval = import("../wasm/deskrules.js").Interval;
export type IncidentsDocument = import("../wasm/deskrules.js").IncidentsDocument;
export type Sentences = import("../locales/explain.js").Sentences;
