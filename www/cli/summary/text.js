/** @typedef {import("./blocks.js").Block} Block */

/** What fits on paper, and in any terminal. */
const WIDTH = 80;
/** Between the columns of a table. */
const GAP = "  ";
/** No column is narrower, whatever the others ask for. */
const NARROWEST = 4;

/**
 * Returns blocks as plain text, in at most 80 columns.
 * @param {Block[]} blocks
 * @returns {string}
 */
export function plain(blocks) {
  return `${blocks.map((block, index) => [...(index > 0 && !follows(block, blocks[index - 1]) ? [""] : []), ...lines(block)].join("\n")).join("\n")}\n`;
}

/**
 * Says whether a block stands right under the one before it: a list under its introduction, anything under a heading.
 * @param {Block} block
 * @param {Block | undefined} before
 */
function follows(block, before) {
  return before !== undefined && ("heading" in before || ("text" in before && "items" in block));
}

/**
 * @param {Block} block
 * @returns {string[]}
 */
function lines(block) {
  if ("heading" in block) {
    const wrapped = wrap(block.heading, WIDTH);
    return [...wrapped, (block.level === 1 ? "=" : "-").repeat(Math.max(...wrapped.map((line) => line.length)))];
  }
  if ("table" in block) {
    return table(block.table);
  }
  if ("items" in block) {
    return block.items.flatMap((item) => wrap(item, WIDTH - 2).map((line, index) => `${index === 0 ? "- " : "  "}${line}`));
  }
  return wrap(block.text, WIDTH);
}

/** @param {string[][]} rows */
function table(rows) {
  const widths = fitted(rows);
  const [head = [], ...body] = rows;
  const rule = widths.map((width) => "-".repeat(width));
  return [head, rule, ...body].flatMap((row) => {
    const cells = widths.map((width, index) => wrap(row[index] ?? "", width));
    const height = Math.max(...cells.map((cell) => cell.length));
    return Array.from({ length: height }, (_, line) => cells.map((cell, index) => (cell[line] ?? "").padEnd(widths[index] ?? 0)).join(GAP).trimEnd());
  });
}

/**
 * Returns how wide each column is: as wide as it asks, and the widest narrower until all fit.
 * @param {string[][]} rows
 */
function fitted(rows) {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(1, ...rows.map((row) => row[index]?.length ?? 0)));
  const room = WIDTH - GAP.length * (widths.length - 1);
  while (widths.reduce((sum, width) => sum + width, 0) > room) {
    const widest = Math.max(...widths);
    if (widest <= NARROWEST) {
      break;
    }
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return widths;
}

/**
 * Returns a text in lines between words; a word that is too long is cut.
 * @param {string} text
 * @param {number} width
 * @returns {string[]}
 */
function wrap(text, width) {
  const pieces = text.split(/\s+/).flatMap((word) => word.match(new RegExp(`.{1,${width}}`, "gu")) ?? []);
  /** @type {string[]} */
  const wrapped = [];
  for (const piece of pieces) {
    const last = wrapped.at(-1);
    if (last !== undefined && last.length + 1 + piece.length <= width) {
      wrapped[wrapped.length - 1] = `${last} ${piece}`;
    } else {
      wrapped.push(piece);
    }
  }
  return wrapped.length > 0 ? wrapped : [""];
}
