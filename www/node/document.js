import { FileError } from "./error.js";
import { readJson } from "./json.js";
import { readText, tooLarge } from "./text.js";
import { find } from "./tree.js";

/** @typedef {import("./error.js").Trouble} Trouble */
/** @typedef {import("./source.js").Place} Place */
/** @typedef {import("./source.js").Source} Source */
/** @typedef {import("./tree.js").Node} Node */

/** How many bytes of YAML may be read: what reads it needs fifty times as much memory. */
const MAX_YAML = 1024 * 1024;

/** A file of JSON or YAML: its value, and where each part of it stands. */
export class Document {
  #root;

  /**
   * @param {Source} source
   * @param {Node} root
   */
  constructor(source, root) {
    this.source = source;
    this.#root = root;
  }

  /** What the file is called in messages. */
  get file() {
    return this.source.file;
  }

  /** What it says. */
  get value() {
    return this.#root.value;
  }

  /**
   * Returns where the core's path stands: the value, the key when the key is meant, and what it should be in when it is not there.
   * @param {string} path
   * @param {string} [code]
   * @returns {Place}
   */
  place(path, code = "") {
    return this.source.placeAt(this.#root, path, code);
  }

  /**
   * Returns what the core could not read, with its places, as an error of this file.
   * @param {import("../client/index.js").DeskrulesError} error
   * @param {string} [below] - The start of the paths that are about this file, like `windows`.
   * @returns {FileError}
   */
  misread(error, below = "") {
    const misfits = error.findings.filter(({ severity }) => severity === "error");
    const troubles = (misfits.length ? misfits : [error]).map((trouble) => this.#placed(trouble, trouble.path.slice(below.length)));
    return new FileError(this.file, troubles, { findings: error.findings, cause: error });
  }

  /**
   * @param {{ code: string, path: string, message: string }} trouble
   * @param {string} path
   * @returns {Trouble}
   */
  #placed({ code, message, path: full }, path) {
    const { node } = find(this.#root, path);
    const place = this.place(path, code);
    const bare = typeof node.value === "number" || typeof node.value === "boolean";
    if (code === "wrong-type" && bare && message.startsWith("expected text")) {
      // The digits of the source: to the core, 1.10 is 1.1.
      const written = this.source.text.slice(node.start, node.end);
      return { code: "unquoted-text", path: full, message: `this is text: write it in quotes, "${written}"`, params: { quoted: `"${written}"` }, place };
    }
    return { code, path: full, message, place };
  }
}

/**
 * Reads a file of JSON or YAML; `-` is standard input.
 * @param {string} file
 * @returns {Promise<Document>}
 * @throws {FileError}
 */
export async function readDocument(file) {
  const source = await readText(file);
  if (source.text.trim() === "") {
    throw source.error("empty-file", "there is nothing in this file");
  }
  if (/\.json$/i.test(file) || (!/\.ya?ml$/i.test(file) && /^\s*[{[]/.test(source.text))) {
    return new Document(source, readJson(source));
  }
  if (source.text.length > MAX_YAML) {
    throw tooLarge(source.file, MAX_YAML);
  }
  const { readYaml } = await import("./yaml.js");
  return new Document(source, readYaml(source));
}
