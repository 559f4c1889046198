import { Composer, isAlias, isMap, isScalar, isSeq, Lexer, Parser } from "yaml";
import { MAX_DEPTH, MAX_VALUES, pathOf } from "./tree.js";

/** @typedef {import("./source.js").Source} Source */
/** @typedef {import("./tree.js").Node} Node */
/** @typedef {Node & { size: number, height: number }} Sized - How many values it holds, itself included, and how deep. */

/** How many words and marks a text may have: a megabyte of commas takes ten times as long as a megabyte of text. */
const MAX_LEXEMES = 250_000;
/** How many values aliases may stand for. */
const MAX_ALIASED = 10_000;
// Keys that stand there twice are found below, in linear time.
const OPTIONS = /** @type {const} */ ({ uniqueKeys: false, stringKeys: true, prettyErrors: false, logLevel: "silent" });

/**
 * Reads the one document of a YAML file.
 * @param {Source} source
 * @returns {Node}
 * @throws {import("./error.js").FileError} `not-yaml`, `unknown-alias`, `several-documents`, `duplicate-key`, `alias-bomb`, `too-deep`, `too-large`.
 */
export function readYaml(source) {
  const end = source.text.length;
  const documents = new Composer(OPTIONS).compose(tokens(source), true, end);
  const { value: first } = withoutStacks(() => documents.next());
  const problem = first?.errors[0] ?? first?.warnings[0];
  if (problem) {
    const [start, stop] = problem.pos;
    // Of what is never closed it says the end of the file, which is where it was noticed.
    const why = lowered(problem.message);
    throw source.error("not-yaml", `this is not YAML: ${why}`, { start: Math.min(start, end), end: Math.min(stop, end) }, { params: { why } });
  }
  const { value: second } = withoutStacks(() => documents.next());
  if (second) {
    const [start = end] = second.range ?? [];
    throw source.error("several-documents", "there are several YAML documents here: write one a file", { start, end: start });
  }
  return new Reader(source).node(first?.contents, { start: 0, end: 0 });
}

/**
 * Returns the tokens of a text, as long as they are not nested too deep for what composes them, which calls itself.
 * @param {Source} source
 */
function* tokens(source) {
  const parser = new Parser();
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(source.text)) {
    yield* parser.next(lexeme);
    lexemes += 1;
    if (lexemes > MAX_LEXEMES) {
      const start = parser.offset;
      throw source.error("too-large", `more than ${MAX_LEXEMES} words and marks`, { start, end: start }, { params: { most: MAX_LEXEMES } });
    }
    if (parser.stack.length > MAX_DEPTH) {
      const start = parser.offset;
      throw source.error("too-deep", `nested deeper than ${MAX_DEPTH} levels`, { start, end: start }, { params: { most: MAX_DEPTH } });
    }
  }
  yield* parser.end();
}

/**
 * Does something that makes an error for each slip of a text; only one is shown, and a stack for each takes most of the time.
 * @template T
 * @param {() => T} work
 * @returns {T}
 */
function withoutStacks(work) {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** @param {string} message */
function lowered(message) {
  const [line = ""] = message.split("\n");
  return `${line.charAt(0).toLowerCase()}${line.slice(1)}`;
}

class Reader {
  #source;
  /** @type {Map<string, Sized>} */
  #anchors = new Map();
  #values = 0;
  #aliased = 0;
  /** @type {string[]} - From the root to what is being read. */
  #way = [];

  /** @param {Source} source */
  constructor(source) {
    this.#source = source;
  }

  /**
   * @param {unknown} yaml
   * @param {import("./source.js").Range} otherwise - Where it stands when it does not say.
   * @returns {Sized}
   */
  node(yaml, otherwise) {
    const [start = otherwise.start, end = otherwise.end] = /** @type {{ range?: number[] } | null | undefined} */ (yaml)?.range ?? [];
    const range = { start, end };
    this.#values += 1;
    if (this.#values > MAX_VALUES) {
      throw this.#source.error("too-large", `more than ${MAX_VALUES} values`, range, { params: { most: MAX_VALUES } });
    }
    if (isAlias(yaml)) {
      return this.#alias(yaml.source, range);
    }
    const node = this.#plain(yaml, range);
    const anchor = isMap(yaml) || isSeq(yaml) || isScalar(yaml) ? yaml.anchor : undefined;
    if (anchor) {
      this.#anchors.set(anchor, node);
    }
    return node;
  }

  /**
   * @param {string} step - To the value from what it is in.
   * @param {unknown} yaml
   * @param {import("./source.js").Range} otherwise
   */
  #below(step, yaml, otherwise) {
    this.#way.push(step);
    const node = this.node(yaml, otherwise);
    this.#way.pop();
    return node;
  }

  /**
   * @param {unknown} yaml
   * @param {import("./source.js").Range} range
   * @returns {Sized}
   */
  #plain(yaml, range) {
    if (isMap(yaml)) {
      /** @type {Map<string, Sized>} */
      const fields = new Map();
      for (const pair of yaml.items) {
        const [start = range.start, end = start] = /** @type {{ range?: number[] } | null} */ (pair.key)?.range ?? [];
        const name = isScalar(pair.key) ? String(pair.key.value ?? "") : "";
        if (fields.has(name)) {
          throw this.#source.error("duplicate-key", `the key \`${name}\` stands here twice`, { start, end }, { path: pathOf([...this.#way, name]), params: { key: name } });
        }
        fields.set(name, { ...this.#below(name, pair.value, { start: end, end }), key: { start, end } });
      }
      const children = [...fields.values()];
      return { ...range, value: Object.fromEntries([...fields].map(([name, { value }]) => [name, value])), fields, ...sized(children) };
    }
    if (isSeq(yaml)) {
      const items = yaml.items.map((item, index) => this.#below(`[${index}]`, item, range));
      return { ...range, value: items.map(({ value }) => value), items, ...sized(items) };
    }
    const { value = null, source = "" } = isScalar(yaml) ? yaml : {};
    // What JSON has no word for, like a date of YAML 1.1, is the text that it is written as.
    const known = value === null || ["string", "number", "boolean"].includes(typeof value);
    return { ...range, value: known ? value : source, source, size: 1, height: 0 };
  }

  /**
   * Returns what an alias stands for; it is shared, not copied.
   * @param {string} name
   * @param {import("./source.js").Range} range
   */
  #alias(name, range) {
    const target = this.#anchors.get(name);
    if (!target) {
      throw this.#source.error("unknown-alias", `the alias \`*${name}\` names nothing that ends before it`, range, { params: { name } });
    }
    this.#aliased += target.size;
    if (this.#aliased > MAX_ALIASED) {
      throw this.#source.error("alias-bomb", `the aliases up to here stand for more than ${MAX_ALIASED} values`, range, { params: { most: MAX_ALIASED } });
    }
    if (this.#way.length + target.height > MAX_DEPTH) {
      throw this.#source.error("too-deep", `nested deeper than ${MAX_DEPTH} levels`, range, { params: { most: MAX_DEPTH } });
    }
    return target;
  }
}

/** @param {Sized[]} children */
function sized(children) {
  let [size, height] = [1, 0];
  for (const child of children) {
    size += child.size;
    height = Math.max(height, child.height + 1);
  }
  return { size, height };
}
