/** Suggestions from text: what a keystroke in a form costs, and how it grows with the text. */

import { readFileSync } from "node:fs";

import { load } from "deskrules";

import { race } from "../measure.js";

/** @typedef {import("./index.js").Bench} Bench */

const SIZES = [1e3, 2e4, 1e5, 1e6];
/** @type {{ lang: string, body: string }[]} */
const LABELLED = JSON.parse(readFileSync(new URL("../../cases/triage/dev.json", import.meta.url), "utf8"));

/** A text of that many characters of Dutch, as people write it: no signature or quoted mail cuts it short. */
function text(/** @type {number} */ size) {
  const once = LABELLED.filter(({ lang, body }) => lang === "nl" && !body.includes("\n")).map(({ body }) => body);
  return `${once.join(" ")}\n`.repeat(Math.ceil(size / 1e3)).slice(0, size);
}

export const triage = {
  id: "triage",
  title: "Suggestions from text",
  text: "`desk.suggest({ subject, body })` of Dutch text, by its characters.",
  /** @returns {Promise<import("../report.js").Table>} */
  async measure(/** @type {Bench} */ bench) {
    bench.progress("triage: speed");
    const desk = await load();
    const entrants = SIZES.map((size) => {
      const query = { subject: "Melding", body: text(size) };
      const run = (/** @type {number} */ count) => {
        for (let i = 0; i < count; i += 1) {
          desk.suggest(query);
        }
      };
      return { name: String(size), run };
    });
    const nanos = await race(entrants, { rounds: bench.quick ? 5 : 15 });
    desk.close();
    const value = (/** @type {number} */ size) => Number(nanos.get(String(size)));
    return {
      columns: [
        { key: "call", title: "a call", format: "millis", kept: true },
        { key: "character", title: "ns a character", format: "nanos" },
      ],
      lines: SIZES.map((size) => ({
        id: String(size),
        name: `${size.toLocaleString("en")} characters`,
        cells: { call: value(size) / 1e6, character: value(size) / size },
      })),
      budgets: [
        { what: "a suggestion from 20,000 characters", value: value(2e4) / 1e6, most: 1, format: "millis" },
        { what: "time a character at 1e6, over 2e4", value: value(1e6) / 1e6 / (value(2e4) / 2e4), most: 1.4, format: "times" },
      ],
    };
  },
};
