/** Which peers answer wrong, and where. */

import { GROUPS } from "../answers.js";
import { NAMES, load } from "../peers/index.js";

/** @typedef {import("./index.js").Bench} Bench */

const METHODS = /** @type {const} */ (["add", "between"]);

export const answers = {
  id: "answers",
  title: "Right answers",
  text: `Against a reference that walks minute by minute in plain arithmetic: ${GROUPS.map(({ at, title }) => `${at.length} ${title}`).join(", ")}. A share of right answers, for a deadline and for the time between.`,
  /** @returns {Promise<import("../report.js").Table>} */
  async measure(/** @type {Bench} */ bench) {
    const lines = [];
    const notes = [];
    let mismatches = 0;
    const reports = await bench.answers();
    for (const name of NAMES) {
      const report = /** @type {import("../answers.js").Report} */ (reports.get(name));
      const { title } = await load(name);
      /** @type {Record<string, number>} */
      const cells = {};
      for (const method of METHODS) {
        cells[`${method} hung`] = 0;
        for (const group of GROUPS) {
          const { asked, right, hung, wrong } = report[method][group.id];
          cells[`${method} ${group.id}`] = right / asked;
          cells[`${method} hung`] += hung;
          if (wrong.length > 0) {
            const examples = wrong.map((example) => `${example}.`).join(" ");
            notes.push(`${title}, \`${method}\`, ${group.title}: ${asked - right} of ${asked} wrong. ${examples}`);
          }
          mismatches += name === "deskrules" ? asked - right : 0;
        }
      }
      lines.push({ id: name, name: title, cells });
    }
    const shares = METHODS.flatMap((method) => [
      ...GROUPS.map(({ id, short }) => ({ key: `${method} ${id}`, title: `\`${method}\`, ${short}`, format: /** @type {const} */ ("share") })),
      { key: `${method} hung`, title: `\`${method}\`, no return`, format: /** @type {const} */ ("count") },
    ]);
    const what = "answers of deskrules that differ from the reference";
    return { columns: shares, lines, budgets: [{ what, value: mismatches, most: 0, format: "count" }], notes };
  },
};
