/** @typedef {"error" | "warning" | "info" | "accepted" | "faint" | "strong"} Style */
/** @typedef {(style: Style, text: string) => string} Paint */

/** @type {Record<Style, string>} - Parameters of the terminal's escape sequence. */
const STYLES = { error: "31", warning: "33", info: "36", accepted: "32", faint: "2", strong: "1" };

/**
 * Returns what puts colour into text: nothing where nobody sees it, or wants it. As in Node, `FORCE_COLOR` outdoes `NO_COLOR`.
 * @param {{ isTTY?: boolean }} stream
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Paint}
 */
export function painter(stream, { NO_COLOR, FORCE_COLOR }) {
  const coloured = FORCE_COLOR === undefined ? stream.isTTY && !NO_COLOR : !["0", "false"].includes(FORCE_COLOR);
  if (!coloured) {
    return (_style, text) => text;
  }
  return (style, text) => `\u001b[${STYLES[style]}m${text}\u001b[0m`;
}

/**
 * Returns text that a terminal shows and does not obey: what came from a file may hold escape sequences.
 * @param {string} text
 * @returns {string}
 */
export function harmless(text) {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
