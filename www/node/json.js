// JSON with places. `JSON.parse` says neither where a value stands nor that a key stands there twice, and not always where it stopped.

/** @typedef {import("./lines.js").Readable} Readable */
/** @typedef {import("./tree.js").Node} Node */

import { MAX_DEPTH, MAX_VALUES, pathOf } from "./tree.js";

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/** Of a number or a word; a longer one is nothing that anybody means. */
const LONGEST_WORD = 1000;
const WORDS = new Map(/** @type {[string, unknown][]} */ ([["true", true], ["false", false], ["null", null]]));

/**
 * Reads JSON, as strictly as `JSON.parse`.
 * @param {Readable} source
 * @returns {Node}
 * @throws {import("./error.js").FileError} `not-json`, `duplicate-key`, `too-deep`, `too-large`.
 */
export function readJson(source) {
  return new Reader(source).document();
}

class Reader {
  #source;
  #text;
  #at = 0;
  #values = 0;
  /** @type {string[]} - From the root to what is being read. */
  #way = [];

  /** @param {Readable} source */
  constructor(source) {
    this.#source = source;
    this.#text = source.text;
  }

  /** @returns {Node} */
  document() {
    const root = this.#value();
    this.#blank();
    return this.#at < this.#text.length ? this.#refuse() : root;
  }

  /** @returns {Node} */
  #value() {
    this.#blank();
    const start = this.#at;
    const range = { start, end: start + 1 };
    if (this.#way.length > MAX_DEPTH) {
      throw this.#source.error("too-deep", `nested deeper than ${MAX_DEPTH} levels`, range, { params: { most: MAX_DEPTH } });
    }
    this.#values += 1;
    if (this.#values > MAX_VALUES) {
      throw this.#source.error("too-large", `more than ${MAX_VALUES} values`, range, { params: { most: MAX_VALUES } });
    }
    switch (this.#text[start]) {
      case "{":
        return this.#object(start);
      case "[":
        return this.#list(start);
      case '"':
        return { value: this.#string(), start, end: this.#at };
      default:
        return { value: this.#word(), start, end: this.#at };
    }
  }

  /**
   * @param {number} start
   * @returns {Node}
   */
  #object(start) {
    /** @type {Map<string, Node>} */
    const fields = new Map();
    this.#each("}", () => {
      const key = { start: this.#at, end: this.#at };
      const name = this.#text[this.#at] === '"' ? this.#string() : this.#refuse();
      key.end = this.#at;
      if (fields.has(name)) {
        const path = pathOf([...this.#way, name]);
        throw this.#source.error("duplicate-key", `the key \`${name}\` stands here twice`, key, { path, params: { key: name } });
      }
      this.#blank();
      this.#take(":");
      fields.set(name, { ...this.#below(name), key });
    });
    return { value: Object.fromEntries([...fields].map(([name, { value }]) => [name, value])), start, end: this.#at, fields };
  }

  /**
   * @param {number} start
   * @returns {Node}
   */
  #list(start) {
    /** @type {Node[]} */
    const items = [];
    this.#each("]", () => items.push(this.#below(`[${items.length}]`)));
    return { value: items.map(({ value }) => value), start, end: this.#at, items };
  }

  /** @param {string} step - To the value from what it is in. */
  #below(step) {
    this.#way.push(step);
    const node = this.#value();
    this.#way.pop();
    return node;
  }

  /**
   * Reads what stands between a bracket and its end, with commas between.
   * @param {string} end
   * @param {() => void} read
   */
  #each(end, read) {
    this.#at += 1;
    this.#blank();
    if (this.#text[this.#at] === end) {
      this.#at += 1;
      return;
    }
    for (;;) {
      read();
      this.#blank();
      if (this.#text[this.#at] === end) {
        this.#at += 1;
        return;
      }
      this.#take(",");
      this.#blank();
    }
  }

  /** @returns {string} */
  #string() {
    const start = this.#at;
    let end = start + 1;
    for (; end < this.#text.length && this.#text[end] !== '"'; end += 1) {
      if (this.#text[end] === "\\") {
        end += 1;
      }
    }
    try {
      const value = JSON.parse(this.#text.slice(start, end + 1));
      this.#at = end + 1;
      return value;
    } catch {
      return this.#refuse();
    }
  }

  /** @returns {unknown} */
  #word() {
    const start = this.#at;
    let end = start;
    while (end < this.#text.length && end - start <= LONGEST_WORD && /[\w.+-]/.test(this.#text.charAt(end))) {
      end += 1;
    }
    const word = this.#text.slice(start, end);
    if (!WORDS.has(word) && !(word.length <= LONGEST_WORD && NUMBER.test(word))) {
      return this.#refuse();
    }
    this.#at = end;
    return WORDS.has(word) ? WORDS.get(word) : Number(word);
  }

  /** @param {string} character */
  #take(character) {
    if (this.#text[this.#at] !== character) {
      this.#refuse();
    }
    this.#at += 1;
  }

  #blank() {
    while (" \t\n\r".includes(this.#text[this.#at] ?? "x")) {
      this.#at += 1;
    }
  }

  /** @returns {never} */
  #refuse() {
    const [start, end] = [this.#at, this.#text.length];
    const found = String.fromCodePoint(this.#text.codePointAt(start) ?? 0);
    const [code, message] = start >= end ? ["json-unfinished", "this JSON stops before its end"] : ["not-json", `this is not JSON: \`${found}\` cannot stand here`];
    throw this.#source.error(code, message, { start: Math.min(start, end), end: Math.min(start + 1, end) }, { params: { found } });
  }
}
