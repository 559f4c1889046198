import { harmless } from "./paint.js";

/** @typedef {import("../../node/source.js").Source} Source */
/** @typedef {import("../../node/source.js").Place} Place */

/** How many characters of a line are shown. */
const WIDTH = 100;
/** How many of them come before what is meant, when the line is longer. */
const BEFORE = 40;
/** Characters that take two columns of a terminal. */
const WIDE = /[\p{Extended_Pictographic}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\uff01-\uff60]/u;

/**
 * Returns the line of a place, and carets under it.
 * @param {Source} source
 * @param {Place} place
 * @returns {{ number: string, line: string, blank: string, carets: string }} In columns of a terminal.
 */
export function excerpt(source, { line: number, column, endLine, endColumn }) {
  const whole = source.line(number);
  const start = column - 1;
  const end = Math.max(endLine === number ? endColumn - 1 : whole.length, start + 1);
  const from = whole.length > WIDTH ? Math.max(0, start - BEFORE) : 0;
  const to = Math.min(whole.length, from + WIDTH);
  const shown = (/** @type {string} */ text) => harmless(text.replaceAll("\t", "  "));
  const before = `${from > 0 ? "…" : ""}${shown(whole.slice(from, start))}`;
  const meant = shown(whole.slice(start, Math.min(end, to)));
  const after = `${shown(whole.slice(Math.min(end, to), to))}${to < whole.length ? "…" : ""}`;
  return {
    number: String(number),
    line: `${before}${meant}${after}`.trimEnd(),
    blank: " ".repeat(columns(before)),
    carets: "^".repeat(Math.max(1, columns(meant.trimEnd()))),
  };
}

/** @param {string} text */
function columns(text) {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}
