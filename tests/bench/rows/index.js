/** The rows of the bench, in the order of the page. A new one is a file here and its name below. */

import { answers } from "./answers.js";
import { batch, growth } from "./batch.js";
import { due, patch, threads } from "./bulk.js";
import { add, between } from "./calls.js";
import { size } from "./size.js";
import { start } from "./start.js";
import { triage } from "./triage.js";

/**
 * @typedef {object} Row
 * @property {string} id
 * @property {string} title
 * @property {string} text - What is measured, a line or two.
 * @property {(bench: Bench) => Promise<import("../report.js").Table>} measure
 */

/**
 * @typedef {object} Bench
 * @property {boolean} quick - Fewer rounds, smaller batches.
 * @property {(text: string) => void} progress
 * @property {() => Promise<Map<string, import("../answers.js").Report>>} answers - How often each peer is right; asked once.
 */

/** @type {Row[]} */
export const ROWS = [answers, add, between, batch, growth, due, threads, patch, triage, start, size];
