/**
 * Returns a moment like `dinsdag 24 november 2026 om 10:00`.
 * @param {string} instant - RFC 3339 text.
 * @param {string} language
 * @param {string} timeZone
 * @returns {string}
 */
export function momentInWords(instant: string, language: string, timeZone: string): string;
/**
 * Returns a date like `vrijdag 25 december 2026`.
 * @param {string} date - Like `2026-12-25`.
 * @param {string} language
 * @returns {string}
 */
export function dateInWords(date: string, language: string): string;
/**
 * Returns a period like `dinsdag 24 november 2026, 10:00–14:00`.
 * @param {string} start - RFC 3339 text.
 * @param {string} end - RFC 3339 text.
 * @param {string} language
 * @param {string} timeZone
 * @returns {string}
 */
export function periodInWords(start: string, end: string, language: string, timeZone: string): string;
/**
 * Returns a duration like `1 uur 30 minuten`.
 * @param {number} seconds - Whole, 0 or more.
 * @param {string} language
 * @returns {string}
 */
export function durationInWords(seconds: number, language: string): string;
/**
 * Returns the zone that a policy's answers are written in.
 * @param {PolicyDocument} policy
 * @returns {string}
 */
export function zoneOf({ timeZone, schedules }: PolicyDocument): string;
export type PolicyDocument = import("../wasm/deskrules.js").PolicyDocument;
