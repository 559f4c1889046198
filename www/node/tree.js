// What a document holds and where each of it stands, the same for JSON and YAML.

/** @typedef {import("./source.js").Range} Range */
/**
 * A value with its place.
 * @typedef {Range & {
 *   value: unknown,
 *   key?: Range,
 *   fields?: Map<string, Node>,
 *   items?: Node[],
 *   source?: string,
 * }} Node - `source` is a scalar as it is written, where that says more than the value: `1.10`.
 */

/** How deep a document may be nested. The core allows less and names the path; this keeps the reader from running out of stack. */
export const MAX_DEPTH = 64;
/** How many values a document may have, like the core. */
export const MAX_VALUES = 1_000_000;

/**
 * Returns the value at a path in the grammar `a.b[0].c`; where there is none, the last one on the way to it.
 * @param {Node} root
 * @param {string} path
 * @returns {{ node: Node, found: boolean }}
 */
export function find(root, path) {
  let [node, rest] = [root, path];
  while (rest !== "") {
    const name = node.items ? (/^\[\d+\]/.exec(rest)?.[0] ?? "") : longestKey(node, rest);
    const next = node.items ? node.items[Number(name.slice(1, -1))] : node.fields?.get(name);
    if (!next) {
      return { node, found: false };
    }
    node = next;
    rest = rest.slice(name.length).replace(/^\./, "");
  }
  return { node, found: true };
}

/**
 * Returns the path of what lies at the end of a way.
 * @param {string[]} way - Keys, and places in lists like `[0]`.
 * @returns {string}
 */
export function pathOf(way) {
  return way.reduce((path, step) => `${path}${path && !step.startsWith("[") ? "." : ""}${step}`, "");
}

/**
 * Returns the key that a path begins with. A key may hold dots of its own: the longest that fits is meant.
 * @param {Node} node
 * @param {string} path
 */
function longestKey({ fields }, path) {
  let longest = "";
  for (const key of fields?.keys() ?? []) {
    const fits = path === key || (path.startsWith(key) && ".[".includes(path.charAt(key.length)));
    if (fits && key.length >= longest.length) {
      longest = key;
    }
  }
  return longest;
}
