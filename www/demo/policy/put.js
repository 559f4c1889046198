import { written } from "./text.js";

/** @typedef {import("../../node/tree.js").Node} Node */
/** @typedef {import("./text.js").PolicyText} PolicyText */
/** @typedef {string | number | { id: string }} Step - A key; a place in a list, passed over where there is no list; the item of a list with that id. */
/** @typedef {{ text: string, start: number, end: number }} Change - The new text, and where the change stands in it. */

/**
 * Writes one value into a text and leaves the rest of it as it is.
 * @param {PolicyText} text
 * @param {Step[]} way
 * @param {unknown} value - Undefined takes the field out.
 * @returns {Change | undefined} Undefined where there is no place for it.
 */
export function put({ text, root }, way, value) {
  /** @type {Node} */
  let node = root;
  /** @type {Node | undefined} */
  let holder;
  for (let at = 0; at < way.length; at++) {
    const step = /** @type {Step} */ (way[at]);
    if (typeof step === "number" && !node.items) {
      continue;
    }
    const next = child(node, step);
    if (!next) {
      const keys = way.slice(at).filter((key) => typeof key !== "number");
      return insert(text, node, keys, value);
    }
    [holder, node] = [node, next];
  }
  if (value === undefined) {
    return holder && remove(text, holder, node);
  }
  return splice(text, node.start, node.end, written(value, indentOf(text, node.start)));
}

/**
 * @param {Node} node
 * @param {Step} step
 * @returns {Node | undefined}
 */
function child({ fields, items }, step) {
  if (typeof step === "object") {
    return items?.find((item) => item.fields?.get("id")?.value === step.id);
  }
  return typeof step === "number" ? items?.[step] : fields?.get(step);
}

/**
 * Adds a field at the end of an object, with the objects that it is in.
 * @param {string} text
 * @param {Node} node
 * @param {Step[]} keys
 * @param {unknown} value
 */
function insert(text, { start, end, fields }, keys, value) {
  const [key, ...inner] = keys;
  if (!fields || typeof key !== "string" || inner.some((one) => typeof one !== "string")) {
    return undefined;
  }
  if (value === undefined) {
    return splice(text, start, start, "");
  }
  const nested = inner.reduceRight((held, name) => ({ [String(name)]: held }), value);
  const last = [...fields.values()].at(-1);
  const isOnOneLine = !text.slice(start, end).includes("\n") && last !== undefined;
  const indent = last?.key && !isOnOneLine ? indentOf(text, last.key.start) : `${indentOf(text, start)}  `;
  const field = `${JSON.stringify(key)}: ${written(nested, indent)}`;
  if (!last) {
    return splice(text, start, end, `{ ${field} }`);
  }
  return splice(text, last.end, last.end, isOnOneLine ? `, ${field}` : `,\n${indent}${field}`);
}

/**
 * Takes a field out, with the comma that it leaves.
 * @param {string} text
 * @param {Node} holder
 * @param {Node} node
 */
function remove(text, { start, fields }, node) {
  const all = [...(fields?.values() ?? [])];
  const at = all.indexOf(node);
  const [before, after] = [all[at - 1], all[at + 1]];
  if (before) {
    return splice(text, before.end, node.end, "");
  }
  return splice(text, node.key?.start ?? start + 1, after?.key?.start ?? node.end, "");
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {string} instead
 * @returns {Change}
 */
function splice(text, start, end, instead) {
  return { text: `${text.slice(0, start)}${instead}${text.slice(end)}`, start, end: start + instead.length };
}

/**
 * Returns the blanks that a line begins with.
 * @param {string} text
 * @param {number} offset - Of something on that line.
 */
function indentOf(text, offset) {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1);
  return /^[ \t]*/.exec(line)?.[0] ?? "";
}
