/** @typedef {"error" | "warning" | "info" | "accepted" | "faint" | "strong"} Style */

/** @type {Record<Style, string>} - Parameters of the terminal's escape sequence. */
const STYLES = { error: "31", warning: "33", info: "36", accepted: "32", faint: "2", strong: "1" };

/**
 * Returns what puts colour into text: nothing where nobody sees it, or wants it.
 * @param {{ isTTY?: boolean }} stream
 * @param {NodeJS.ProcessEnv} environment
 * @returns {(style: Style, text: string) => string}
 */
export function painter(stream, { NO_COLOR }) {
  if (!stream.isTTY || NO_COLOR) {
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
