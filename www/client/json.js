import { DeskrulesError } from "./errors.js";

/** How deep input may nest, as in the wasm. */
const DEPTH = 32;
/** How many values one input may have. */
const VALUES = 1_000_000;
/** How many UTF-16 units of text one input may have. */
export const TEXT = 16 << 20;
/** Halves of surrogate pairs, which are no characters. */
const LONE = /\p{Cs}/gu;

/**
 * Returns input as JSON text, within bounds: nothing that JSON has no word for passes in silence.
 * @param {unknown} input
 * @param {string} [name] - What the path of an error begins with.
 * @returns {string}
 * @throws {DeskrulesError} `too-large`, `too-deep`, `not-finite`, `not-an-instant`, `wrong-type`, `unreadable`.
 */
export function json(input, name = "") {
  let values = 0;
  let units = 0;

  /**
   * @param {any} holder
   * @param {PropertyKey} key
   * @param {string} path
   * @param {number} depth
   * @returns {string | undefined} Nothing for what is undefined.
   */
  const write = (holder, key, path, depth) => {
    /** @type {(code: string, message: string) => never} */
    const refuse = (code, message) => {
      throw new DeskrulesError(code, path, message);
    };
    /** @type {<T>(read: () => T) => T} */
    const attempt = (read) => {
      try {
        return read();
      } catch {
        return refuse("unreadable", "reading this threw an error");
      }
    };
    let value = attempt(() => holder[key]);
    if (++values > VALUES) {
      refuse("too-large", `more than ${VALUES} values`);
    }
    if (typeof value === "string") {
      units += value.length;
      if (units > TEXT) {
        refuse("too-large", `more than ${TEXT} characters of text`);
      }
      return quoted(value);
    }
    const kind = kindOf(value);
    if (kind === "date") {
      value = attempt(() => value.getTime());
      if (Number.isNaN(value)) {
        refuse("not-an-instant", "this Date is invalid");
      }
    }
    if (typeof value === "number" && !Number.isFinite(value)) {
      refuse("not-finite", `\`${value}\` is not a finite number`);
    }
    if (["bigint", "function", "symbol"].includes(typeof value)) {
      refuse("wrong-type", "this is neither JSON nor a Date");
    }
    if (typeof value !== "object" || !value) {
      return JSON.stringify(value);
    }
    if (depth === DEPTH) {
      refuse("too-deep", `nested deeper than ${DEPTH} levels`);
    }
    if (kind === "list") {
      const length = attempt(() => value.length);
      return `[${Array.from({ length }, (_, index) => write(value, index, `${path}[${index}]`, depth + 1) ?? "null")}]`;
    }
    if (kind !== "plain") {
      refuse("wrong-type", "expected a plain object");
    }
    const fields = [];
    for (const field of attempt(() => Reflect.ownKeys(value))) {
      // A symbol is nothing that a document says.
      const text = typeof field === "string" && write(value, field, path ? `${path}.${field}` : field, depth + 1);
      if (text) {
        fields.push(`${quoted(field)}:${text}`);
      }
    }
    return `{${fields}}`;
  };
  return write([input], 0, name, 0) ?? "null";
}

/**
 * Returns text when it is text, and within bounds.
 * @param {unknown} text
 * @param {string} name - The path of an error.
 * @returns {string}
 * @throws {DeskrulesError} `too-large`, `wrong-type`.
 */
export function bounded(text, name) {
  if (typeof text !== "string") {
    throw new DeskrulesError("wrong-type", name, "expected text");
  }
  if (text.length > TEXT) {
    throw new DeskrulesError("too-large", name, `more than ${TEXT} characters of text`);
  }
  return text;
}

/** @param {string} text */
function quoted(text) {
  return JSON.stringify(text.replace(LONE, "\ufffd"));
}

/**
 * Says what a value is that may be an object: a list, a date, or a literal of any realm; nothing for an instance of another class, such as
 * `Map`, whose contents are not its keys.
 * @param {any} value
 */
function kindOf(value) {
  try {
    if (Array.isArray(value)) {
      return "list";
    }
    if (value instanceof Date) {
      return "date";
    }
    const prototype = Object.getPrototypeOf(value);
    return !prototype || !Object.getPrototypeOf(prototype) ? "plain" : undefined;
  } catch {
    return undefined;
  }
}
