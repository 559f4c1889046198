import dayjs from "dayjs";

import { TARGETS, ZONE } from "../calendar.js";
import { peer } from "../peers/dayjs.js";

/** @type {Record<string, Record<string, number>>} */
const MATRIX = { high: { high: 0, medium: 1, low: 2 }, medium: { high: 1, medium: 2, low: 2 }, low: { high: 2, medium: 2, low: 3 } };

// Its plugins and holidays.
await peer.create();

/** Whether it always returns: from May to August no deadline is near a change of the clock. */
export function returns(/** @type {number} */ at) {
  const month = new Date(at).getUTCMonth();
  return month >= 4 && month < 8;
}

/** Tickets in and their deadlines out, as one writes it. */
export function asWritten(/** @type {Buffer} */ ndjson) {
  const answers = [];
  for (const [index, line] of ndjson.toString("utf8").split("\n").entries()) {
    if (line !== "") {
      const { id, impact, urgency, reportedAt } = JSON.parse(line);
      const priority = MATRIX[impact][urgency];
      const target = TARGETS[priority];
      const reported = dayjs(reportedAt).tz(ZONE);
      const due = (/** @type {number} */ minutes) => ({ due: reported.addBusinessMinutes(minutes).format() });
      const resolution = target.resolution === null ? { agreed: true } : due(target.resolution);
      answers.push(JSON.stringify({ id, line: index + 1, priority: `P${priority + 1}`, response: due(target.response), resolution }));
    }
  }
  return Buffer.from(`${answers.join("\n")}\n`, "utf8");
}
