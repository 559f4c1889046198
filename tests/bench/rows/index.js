/** The rows of the bench, in the order of the page. A new one is a file here and its name below. */

import { answers } from "./answers.js";
import { batch, growth } from "./batch.js";
import { add, between } from "./calls.js";
import { size } from "./size.js";
import { start } from "./start.js";

/**
 * @typedef {object} Row
 * @property {string} id
 * @property {string} title
 * @property {string} text - What is measured, a line or two.
 * @property {(bench: Bench) => Promise<Table>} measure
 */

/**
 * @typedef {object} Bench
 * @property {boolean} quick - Fewer rounds, smaller batches.
 * @property {(text: string) => void} progress
 * @property {() => Promise<Map<string, import("../answers.js").Report>>} answers - How often each peer is right; asked once.
 */

/**
 * @typedef {object} Table
 * @property {Column[]} columns
 * @property {{ id: string, name: string, cells: Record<string, number | null> }[]} lines
 * @property {Budget[]} budgets
 * @property {string[]} [notes] - Facts, a line each.
 */

/**
 * @typedef {object} Column
 * @property {string} key
 * @property {string} title
 * @property {import("../report.js").Format} format
 * @property {boolean} [kept] - A later run shows the difference to it.
 */

/**
 * @typedef {object} Budget
 * @property {string} what
 * @property {number} value
 * @property {number} [least]
 * @property {number} [most]
 * @property {import("../report.js").Format} format
 */

/** @type {Row[]} */
export const ROWS = [answers, add, between, batch, growth, start, size];
