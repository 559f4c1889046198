/**
 * @typedef {object} Sentences
 * @property {Record<string, string>} target - A target's name by its id.
 * @property {Record<string, string>} standing - Where a clock stands, by phase or standing.
 * @property {Record<string, string>} interval - What an interval was, by its kind.
 * @property {Record<string, string>} sum - The sums at the end.
 * @property {string} more - In place of intervals that are left out.
 */
/** @type {Record<string, Sentences>} */
export const SENTENCES: Record<string, Sentences>;
export type Sentences = {
    /**
     * - A target's name by its id.
     */
    target: Record<string, string>;
    /**
     * - Where a clock stands, by phase or standing.
     */
    standing: Record<string, string>;
    /**
     * - What an interval was, by its kind.
     */
    interval: Record<string, string>;
    /**
     * - The sums at the end.
     */
    sum: Record<string, string>;
    /**
     * - In place of intervals that are left out.
     */
    more: string;
};
