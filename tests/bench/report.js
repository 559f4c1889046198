/** How the figures are written: in the terminal, on the page, beside those of an earlier run. */

/**
 * @typedef {object} Table
 * @property {Column[]} columns
 * @property {{ id: string, name: string, cells: Record<string, number | null> }[]} lines
 * @property {Budget[]} budgets
 * @property {string[]} [notes] - Facts, a line each.
 */

/**
 * @typedef {object} Column
 * @property {string} key
 * @property {string} title
 * @property {Format} format
 * @property {boolean} [kept] - A later run shows the difference to it.
 */

/**
 * @typedef {object} Budget
 * @property {string} what
 * @property {number} value
 * @property {number} [least]
 * @property {number} [most]
 * @property {Format} format
 */

/** @typedef {{ id: string, title: string, text: string, table: Table }} Section */
/** @typedef {Record<string, Record<string, Record<string, number | null>>>} Kept - Row, line, column. */

const digits = (/** @type {number} */ value) => {
  const decimals = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  return value.toLocaleString("en", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
};

const large = (/** @type {number} */ value) =>
  value >= 1e6 ? `${digits(value / 1e6)} M` : value >= 1e3 ? `${digits(value / 1e3)} k` : digits(value);

/** A share is cut, not rounded: 100 % means all. */
const share = (/** @type {number} */ value) => `${value === 1 ? "100" : (Math.floor(value * 1000) / 10).toFixed(1)} %`;

const FORMATS = {
  nanos: (/** @type {number} */ value) => `${digits(value)} ns`,
  millis: (/** @type {number} */ value) => `${digits(value)} ms`,
  rate: (/** @type {number} */ value) => `${large(value)}/s`,
  times: (/** @type {number} */ value) => `${digits(value)}x`,
  bytes: (/** @type {number} */ value) => `${digits(value / 1000)} KB`,
  count: (/** @type {number} */ value) => String(value),
  share,
};

/** @typedef {keyof typeof FORMATS} Format */

/** Writes a value, and by how much it differs from the kept one. */
export function show(/** @type {number | null} */ value, /** @type {Format} */ format, /** @type {number | null} */ kept = null) {
  if (value === null) {
    return "–";
  }
  const text = FORMATS[format](value);
  if (!kept) {
    return text;
  }
  const percent = Math.round((value / kept - 1) * 100);
  return `${text} (${percent < 0 ? "−" : "+"}${Math.abs(percent)} %)`;
}

/** Says whether a budget is met. */
export function isMet(/** @type {Budget} */ { value, least = -Infinity, most = Infinity }) {
  return value >= least && value <= most;
}

function budgetCells(/** @type {Budget} */ budget) {
  const { what, value, least, most, format } = budget;
  const bound = least === undefined ? `≤ ${show(most ?? null, format)}` : `≥ ${show(least, format)}`;
  return [what, show(value, format), bound, isMet(budget) ? "met" : "missed"];
}

/** A table as text. */
function written(/** @type {Section} */ { id, table }, /** @type {Kept} */ kept) {
  const { columns, lines } = table;
  const head = ["", ...columns.map(({ title }) => title)];
  const rows = lines.map((line) => [
    line.name,
    ...columns.map(({ key, format, kept: isKept }) => {
      const before = isKept ? kept[id]?.[line.id]?.[key] : null;
      return show(line.cells[key] ?? null, format, before);
    }),
  ]);
  return { head, rows };
}

const budgetTable = (/** @type {Budget[]} */ budgets) => ({
  head: ["budget", "measured", "bound", ""],
  rows: budgets.map(budgetCells),
});

/** A table for the terminal: the first column to the left, figures to the right. */
function aligned(/** @type {ReturnType<typeof written>} */ { head, rows }) {
  const all = [head, ...rows];
  const width = (/** @type {number} */ column) => Math.max(...all.map((row) => row[column]?.length ?? 0));
  const line = (/** @type {string[]} */ row) =>
    row.map((cell, column) => (column ? cell.padStart(width(column)) : cell.padEnd(width(column)))).join("  ");
  return all.map(line).join("\n");
}

/** A table for the page. */
function markdown(/** @type {ReturnType<typeof written>} */ { head, rows }) {
  const line = (/** @type {string[]} */ row) => `| ${row.join(" | ")} |`;
  const rule = head.map((_, column) => (column ? "---:" : "---"));
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}

/** A section for the terminal. */
export function terminal(/** @type {Section} */ section, /** @type {Kept} */ kept) {
  const { title, table } = section;
  const parts = [`== ${title}`, aligned(written(section, kept))];
  if (table.budgets.length > 0) {
    parts.push("", aligned(budgetTable(table.budgets)));
  }
  return `${parts.join("\n")}\n`;
}

/**
 * The page.
 * @param {Section[]} sections
 * @param {object} about
 * @param {string[]} about.facts - The machine and the versions, a line each.
 * @param {{ title: string, what: string }[]} about.peers
 * @param {string[]} about.wrong - Which peers answer wrong, and where.
 * @param {Kept} about.kept
 */
export function page(sections, { facts, peers, wrong, kept }) {
  const budgets = sections.flatMap(({ table }) => table.budgets);
  const list = (/** @type {string[]} */ items) => items.map((item) => `- ${item}`).join("\n");
  const parts = [
    "# Speed",
    "Written by `cargo xtask bench`. A figure in brackets is the difference to the run before.",
    list(facts),
    "## Budgets",
    markdown(budgetTable(budgets)),
    ...sections.flatMap((section) => [`## ${section.title}`, section.text, markdown(written(section, kept))]),
    "## How it is measured",
    [
      "Everything is measured in one run on one machine, the peers taking turns, round after round, each round starting with another one.",
      "A turn is timed by the CPU time of the whole process (`process.cpuUsage`); the figure is the median of the rounds.",
      "Each table is measured in a process of its own, so that no row pays for what another left behind.",
      "Every peer keeps the same office: Monday to Friday from nine to five in Amsterdam, closed on the Dutch holidays.",
      "Random instants are the same in every run. A call stands in a loop compiled for that peer alone, so that V8 may inline it.",
      "The zone of the host is UTC, as on most servers. A question that takes longer than 0.4 s counts as one that does not return;",
      "a peer with such questions is timed on those it answers.",
    ].join("\n"),
    list(peers.map(({ title, what }) => `**${title}**: ${what}.`)),
    "## Where peers answer wrong",
    wrong.length > 0 ? list(wrong) : "Nowhere in this run.",
  ];
  return `${parts.join("\n\n")}\n`;
}
