// 141,712 events of a real ServiceNow instance against their recorded priority. The data set is UCI 498 (see the README);
// DESKRULES_UCI498 names its zip file.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "deskrules";
import { strFromU8, unzipSync } from "fflate";

const FILE = process.env["DESKRULES_UCI498"];

/** The instance's matrix, rows impact, columns urgency; high impact with low urgency never occurs. */
const POLICY = {
  id: "uci498",
  incidents: {
    impact: [{ id: "1 - High" }, { id: "2 - Medium" }, { id: "3 - Low" }],
    urgency: [{ id: "1 - High" }, { id: "2 - Medium" }, { id: "3 - Low" }],
    matrix: {
      "1 - High": { "1 - High": "1 - Critical", "2 - Medium": "2 - High" },
      "2 - Medium": { "1 - High": "2 - High", "2 - Medium": "3 - Moderate", "3 - Low": "4 - Low" },
      "3 - Low": { "1 - High": "3 - Moderate", "2 - Medium": "4 - Low", "3 - Low": "4 - Low" },
    },
    priorities: [{ id: "1 - Critical" }, { id: "2 - High" }, { id: "3 - Moderate" }, { id: "4 - Low" }],
  },
};

test("every event of the ServiceNow log has the priority of its matrix", { skip: FILE ? false : "DESKRULES_UCI498 names no file" }, async () => {
  const files = unzipSync(readFileSync(/** @type {string} */ (FILE)));
  const [header, ...rows] = strFromU8(/** @type {Uint8Array} */ (files["incident_event_log.csv"])).trimEnd().split("\n");
  const columns = /** @type {string} */ (header).trimEnd().split(",");
  const [impact, urgency, priority] = ["impact", "urgency", "priority"].map((name) => columns.indexOf(name));
  const desk = await load({ policy: POLICY });
  let equal = 0;
  for (const row of rows) {
    const fields = row.split(",");
    const answer = desk.classify({ impact: /** @type {any} */ (fields)[/** @type {any} */ (impact)], urgency: /** @type {any} */ (fields)[/** @type {any} */ (urgency)] });
    equal += Number(answer.priority === fields[/** @type {any} */ (priority)]);
  }
  console.log(`uci498: ${equal} of ${rows.length} priorities as recorded`);
  assert.equal(rows.length, 141_712);
  assert.equal(equal, rows.length);
});
