import { load } from "../../client/node-import.js";
import { zoneOf } from "../../client/moments.js";
import { words } from "../words.js";
import { blocksOf } from "./blocks.js";
import { factsOf } from "./facts.js";

/** @typedef {import("./blocks.js").Block} Block */
/** @typedef {import("./facts.js").Facts} Facts */
/** @typedef {{ facts: Facts, blocks: Block[] }} Summary */

/**
 * Sums a policy without errors up, so that a service manager can sign it.
 * @param {unknown} document - As read.
 * @param {number} year - Of the holidays and the examples.
 * @param {string} language
 * @returns {Promise<Summary>}
 */
export async function summaryOf(document, year, language) {
  const desk = await load({ policy: /** @type {any} */ (document) });
  try {
    const facts = await factsOf(desk, year);
    return { facts, blocks: blocksOf(desk.policy, facts, words(language, zoneOf(desk.policy))) };
  } finally {
    desk.close();
  }
}
