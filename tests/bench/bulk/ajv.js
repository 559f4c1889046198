import { Ajv } from "ajv";
import formats from "ajv-formats";

const text = { type: "string", minLength: 1 };
const instant = { type: "string", format: "date-time" };

const object = (/** @type {Record<string, unknown>} */ properties, /** @type {string[]} */ required = []) => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});

const deliverable = (/** @type {Record<string, unknown>} */ more = {}) => ({
  ...object({ text: { type: "string", minLength: 12 }, steps: { type: "array", minItems: 1, items: text }, file: text, ...more }),
  minProperties: 1,
});

const ajv = new Ajv({ allErrors: true });
formats.default(ajv);

/** What a schema can say of a patch request: its shape. Nothing of hours, versions and texts. */
const valid = ajv.compile(
  object(
    {
      id: text,
      product: object({ name: text, from: text, to: text }, ["name", "to"]),
      servers: { type: "array", minItems: 1, uniqueItems: true, items: { type: "string", pattern: "^[A-Za-z0-9.-]+$" } },
      requestedBy: object({ name: text, email: { type: "string", format: "email" } }, ["name", "email"]),
      installer: object({ file: text, size: { type: "integer", minimum: 1 }, sha256: { type: "string", pattern: "^[0-9a-f]{64}$" } }, ["file"]),
      instructions: deliverable(),
      releaseNotes: deliverable({ url: { type: "string", format: "uri" } }),
      rollback: deliverable({ testedAt: instant }),
      window: object({ start: instant, end: instant }, ["start", "end"]),
    },
    ["product", "servers", "requestedBy", "installer", "instructions", "releaseNotes", "rollback", "window"],
  ),
);

/** Requests in and their findings out. */
export function checked(/** @type {Buffer} */ ndjson) {
  let answers = "";
  let number = 0;
  for (const line of ndjson.toString("utf8").split("\n")) {
    number += 1;
    if (line !== "") {
      const request = JSON.parse(line);
      const accepted = valid(request);
      const findings = (valid.errors ?? []).map(({ keyword, instancePath, message }) => ({ code: keyword, path: instancePath, message }));
      answers += `${JSON.stringify({ id: request.id, line: number, accepted, findings })}\n`;
    }
  }
  return Buffer.from(answers, "utf8");
}
