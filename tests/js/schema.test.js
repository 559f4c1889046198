// The JSON Schema of a policy: it takes what the reader takes, and explains every field.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { lint, load } from "deskrules";
import { readDocument } from "../../pkg/node/document.js";
import { slips } from "./slips.js";

const require = createRequire(import.meta.url);
const Ajv = require("ajv");
const SCHEMA = JSON.parse(readFileSync(require.resolve("deskrules/policy.schema.json"), "utf8"));
const CASES = new URL("../cases/", import.meta.url);
const validate = new Ajv({ allErrors: true }).compile(SCHEMA);

/** @param {unknown} policy */
const complaints = (policy) => (validate(policy) ? [] : (validate.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message}`));

const files = readdirSync(CASES, { recursive: true, encoding: "utf8" }).filter((name) => /(?:-policy|design-example|^agreements\/.*)\.json$/.test(name));

for (const name of files) {
  test(`${name} follows the schema`, async () => {
    const { value } = await readDocument(new URL(name, CASES).pathname);
    assert.deepEqual(complaints(value), []);
  });
}

test("the default policy follows the schema, and so do those that `init` writes", async () => {
  const { policy } = await load();
  assert.deepEqual(complaints(policy), []);
  assert.deepEqual(complaints({ $schema: "node_modules/deskrules/policy.schema.json", ...policy }), []);
  for (const language of ["nl", "en"]) {
    const { value } = await readDocument(new URL(`../../pkg/cli/templates/policy.${language}.yaml`, import.meta.url).pathname);
    assert.deepEqual(complaints(value), []);
  }
});

for (const { name, policy, kind } of await slips()) {
  test(`the schema ${kind === "shape" ? "refuses what the reader refuses" : "leaves to the lint what only it can tell"}: ${name}`, async () => {
    if (kind === "shape") {
      assert.notDeepEqual(complaints(policy), []);
    } else {
      const known = new Set(["unknown-zone", "unknown-rule", "unknown-slot"]);
      const told = new Set((await lint(policy)).map(({ code }) => code));
      // What a closed list names is refused by both.
      assert.equal(complaints(policy).length > 0, [...told].some((code) => known.has(code)));
    }
  });
}

test("every field has a title and says what it is, and so does every word of a closed list", () => {
  const objects = Object.entries({ PolicyDocument: SCHEMA, ...SCHEMA.definitions }).flatMap(([name, { anyOf = [], ...one }]) => [one, ...anyOf].map((part) => ({ name, part })));
  const fields = objects.flatMap(({ name, part }) => Object.entries(part.properties ?? {}).map(([field, of]) => [`${name}.${field}`, of]));
  const words = objects.flatMap(({ name, part }) => (part.oneOf ?? []).map((/** @type {any} */ of) => [`${name} ${of.const}`, { title: of.const, ...of }]));
  assert.ok(fields.length > 150 && words.length > 20, `${fields.length} fields, ${words.length} words`);
  const silent = [...fields, ...words].filter(([, of]) => !of.title || !(of.description || of.allOf?.[0]?.description || of.$ref));
  assert.deepEqual(silent.map(([name]) => name), []);
});

test("the schema says what may be left out, and what it is then", () => {
  const { properties, required } = SCHEMA;
  assert.deepEqual(required, ["id"]);
  assert.equal(properties.hoursPerWorkingDay.title, "Hours per working day");
  assert.equal(properties.hoursPerWorkingDay.default, 8);
  assert.deepEqual(SCHEMA.definitions.IncidentsDocument.required, ["impact", "urgency", "matrix", "priorities"]);
});

test("the zones, rules and slots that the schema names are those of the core", () => {
  const { definitions, properties } = SCHEMA;
  assert.deepEqual(definitions.TimeZone.enum, readFileSync(new URL("zones.txt", CASES), "utf8").trim().split("\n"));
  const rules = readdirSync(new URL("../../src/change/rules/", import.meta.url)).filter((name) => name !== "mod.rs");
  const ids = rules.map((name) => name.replace(/\.rs$/, "").replaceAll("_", "-"));
  assert.deepEqual(properties.rules.propertyNames.enum.toSorted(), ids.toSorted());
  assert.ok(definitions.WordsBySlot.properties.noLonger.description);
});
