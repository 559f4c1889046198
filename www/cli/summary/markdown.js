/** @typedef {import("./blocks.js").Block} Block */

/**
 * Returns blocks as Markdown.
 * @param {Block[]} blocks
 * @returns {string}
 */
export function markdown(blocks) {
  return `${blocks.map(one).join("\n\n")}\n`;
}

/**
 * @param {Block} block
 * @returns {string}
 */
function one(block) {
  if ("heading" in block) {
    return `${"#".repeat(block.level)} ${escaped(block.heading)}`;
  }
  if ("items" in block) {
    return block.items.map((item) => `- ${escaped(item)}`).join("\n");
  }
  if ("text" in block) {
    return escaped(block.text);
  }
  const row = (/** @type {string[]} */ cells) => `| ${cells.map(escaped).join(" | ")} |`;
  const [head = [], ...body] = block.table;
  return [row(head), row(head.map(() => "---")), ...body.map(row)].join("\n");
}

/**
 * Returns a text that means itself.
 * @param {string} text
 */
function escaped(text) {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>|#]/g, (mark) => (/^_+$/.test(text) ? mark : `\\${mark}`));
}
