import { Ajv } from "ajv";
import formats from "ajv-formats";

import { done } from "./done.js";

const ajv = new Ajv({ allErrors: true });
formats.default(ajv);
const valid = ajv.compile({
  type: "object",
  required: ["priority", "reportedAt"],
  properties: { priority: { enum: ["P1", "P2", "P3", "P4"] }, reportedAt: { type: "string", format: "date-time" } },
});
const reportedAt = "2026-11-24T10:00:00+01:00";
done(valid({ priority: "P1", reportedAt }) ? Date.parse(reportedAt) + 1_800_000 : NaN);
