// The document as text: where each part of it stands, and the text of a new one.

import { readJson } from "../../node/json.js";
import { Lines } from "../../node/lines.js";

/** @typedef {import("../../node/lines.js").Place} Place */
/** @typedef {import("../../node/lines.js").Range} Range */
/** @typedef {import("../../node/tree.js").Node} Node */

/** A line of a new document is at most this long, where what it holds can be on several. */
const WIDTH = 96;

/** A place in the text that cannot be read. */
export class Unreadable extends Error {
  /**
   * @param {string} code
   * @param {string} message
   * @param {{ path: string, params: Record<string, unknown>, place: Place }} where
   */
  constructor(code, message, { path, params, place }) {
    super(message);
    this.code = code;
    this.path = path;
    this.params = params;
    this.place = place;
  }
}

/** JSON that somebody writes, read as strictly as the command reads a file. */
export class PolicyText extends Lines {
  /** @type {Node} */
  root;

  /**
   * @param {string} text
   * @throws {Unreadable}
   */
  constructor(text) {
    super(text);
    if (text.trim() === "") {
      throw this.error("empty-file", "there is nothing in this file");
    }
    this.root = readJson(this);
  }

  /**
   * @param {string} code
   * @param {string} message
   * @param {Range} [range]
   * @param {{ path?: string, params?: Record<string, unknown> }} [more]
   */
  error(code, message, range = { start: 0, end: 0 }, { path = "", params = {} } = {}) {
    return new Unreadable(code, message, { path, params, place: this.place(range) });
  }

  /** Id of the policy, where it has one. */
  get id() {
    const id = this.root.fields?.get("id")?.value;
    return typeof id === "string" ? id : "";
  }
}

/**
 * Returns a value as JSON for people: whatever fits on a line is on one.
 * @param {unknown} value
 * @param {string} [indent]
 * @param {number} [before] - How much of the line is taken.
 * @returns {string}
 */
export function written(value, indent = "", before = 0) {
  const short = onOneLine(value);
  if (typeof value !== "object" || value === null || (indent !== "" && indent.length + before + short.length <= WIDTH)) {
    return short;
  }
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return value.length === 0 ? "[]" : `[\n${value.map((item) => `${inner}${written(item, inner)}`).join(",\n")}\n${indent}]`;
  }
  const lines = fields(value).map(([key, field]) => {
    const name = `${JSON.stringify(key)}: `;
    return `${inner}${name}${written(field, inner, name.length)}`;
  });
  return lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n${indent}}`;
}

/**
 * @param {unknown} value
 * @returns {string}
 */
function onOneLine(value) {
  if (Array.isArray(value)) {
    return `[${value.map(onOneLine).join(", ")}]`;
  }
  if (typeof value === "object" && value !== null) {
    const all = fields(value).map(([key, field]) => `${JSON.stringify(key)}: ${onOneLine(field)}`);
    return all.length === 0 ? "{}" : `{ ${all.join(", ")} }`;
  }
  return JSON.stringify(value);
}

/** @param {object} value */
function fields(value) {
  return Object.entries(value).filter(([, field]) => field !== undefined);
}
