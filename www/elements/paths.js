// The fields of somebody else's form as paths of a request, and the request that they make.
import { fieldsOf, findField, groupOf } from "./fields.js";
import { toInstant } from "./local.js";

/** @typedef {import("./fields.js").Field} Field */
/** @typedef {"patch" | "change"} Kind */
/** @typedef {Record<string, any>} Request */
/** @typedef {Record<string, { size: number }>} Files */

const PERSON = ["requestedBy.name", "requestedBy.email"];
const WINDOW = ["window.start", "window.end", "window.notBefore", "window.minutes"];
const TEXTS = ["instructions", "releaseNotes", "rollback"].flatMap((part) => [part, ...["text", "steps", "file", "url"].map((form) => `${part}.${form}`)]);
/** The paths that a field may have as its name; other names are the desk's own. */
const PATHS = {
  patch: [
    "service", "product.name", "product.from", "product.to", "servers", "installer.file", "installer.size", "installer.sha256", "rollback.testedAt",
    ...TEXTS, ...PERSON, ...WINDOW,
  ],
  change: ["service", "item", "title", "description", "implementationPlan", "backoutPlan", "testPlan", "risk", "emergency", ...PERSON, ...WINDOW],
};

/**
 * Returns the fields of a form by the paths that they stand for.
 * @param {HTMLFormElement} form
 * @param {Kind} kind
 * @param {Record<string, string>} named - Where a field is, by its path.
 * @returns {{ fields: Map<string, Field>, missing: string[] }}
 */
export function mapFields(form, kind, named) {
  /** @type {Map<string, Field>} */
  const fields = new Map();
  const missing = [];
  for (const [path, where] of Object.entries(named)) {
    const field = findField(form, where);
    if (field) {
      fields.set(path, field);
    } else {
      missing.push(where);
    }
  }
  for (const field of fieldsOf(form)) {
    const path = field.getAttribute("data-deskrules") ?? field.name;
    const isKnown = field.hasAttribute("data-deskrules") || PATHS[kind].includes(path) || (kind === "change" && path.startsWith("fields."));
    if (isKnown && !fields.has(path)) {
      fields.set(path, field);
    }
  }
  return { fields, missing };
}

/**
 * Returns the field that a finding is about: that of its path, or of the nearest one above or below it.
 * @param {Map<string, Field>} fields
 * @param {string} path
 * @returns {Field | undefined}
 */
export function fieldAt(fields, path) {
  const bare = path.replace(/\[\d+\]/g, "");
  const near = [...fields].find(([name]) => name.startsWith(`${bare}.`) || bare.startsWith(`${name}.`));
  return fields.get(bare) ?? (bare ? near?.[1] : undefined);
}

/**
 * Reads a request from its fields. A field that is left empty is left out: the rules say what is missing.
 * @param {Map<string, Field>} fields
 * @param {string} timeZone - That the times of the form are in.
 * @returns {{ request: Request, files: Files }} With what is known of the files that were chosen.
 */
export function readRequest(fields, timeZone) {
  /** @type {Request} */
  const request = {};
  /** @type {Files} */
  const files = {};
  for (const [path, field] of fields) {
    const value = valueOf(path, field, timeZone);
    if (value !== undefined) {
      put(request, ...placeOf(path, value));
    }
    for (const { name, size } of (field instanceof HTMLInputElement && field.files) || []) {
      files[name] = { size };
    }
  }
  return { request, files };
}

/**
 * @param {string} path
 * @param {Field} field
 * @param {string} timeZone
 * @returns {unknown} Undefined when it is empty.
 */
function valueOf(path, field, timeZone) {
  if (field instanceof HTMLInputElement && field.type === "checkbox") {
    return field.checked || undefined;
  }
  const text = textOf(field);
  if (text === "") {
    return undefined;
  }
  if (path === "servers") {
    return text.split(/[\s,;]+/).filter(Boolean);
  }
  if (path.endsWith(".steps") || path === "instructions" || path === "rollback") {
    return text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
  }
  if (field.type === "datetime-local") {
    return toInstant(text, timeZone);
  }
  const isNumber = (path === "window.minutes" || path === "installer.size") && !Number.isNaN(Number(text));
  return isNumber ? Number(text) : text;
}

/** @param {Field} field */
function textOf(field) {
  if (field instanceof HTMLInputElement && field.files) {
    return field.files[0]?.name ?? "";
  }
  if (field instanceof HTMLSelectElement && field.multiple) {
    return [...field.selectedOptions].map(({ value }) => value).join("\n");
  }
  const chosen = groupOf(field).find((one) => one instanceof HTMLInputElement && one.checked);
  return (field.type === "radio" ? (chosen?.value ?? "") : field.value).trim();
}

/**
 * Returns where a value belongs: a deliverable in one field is steps, a text or an address.
 * @param {string} path
 * @param {unknown} value
 * @returns {[string, unknown]}
 */
function placeOf(path, value) {
  if (path === "instructions" || path === "rollback") {
    return [`${path}.steps`, value];
  }
  if (path === "releaseNotes") {
    return [/^https?:\/\/\S+$/.test(String(value)) ? "releaseNotes.url" : "releaseNotes.text", value];
  }
  return [path, value];
}

/**
 * @param {Request} request
 * @param {string} path
 * @param {unknown} value
 */
function put(request, path, value) {
  const [first = "", ...rest] = path.split(".");
  if (rest.length === 0) {
    request[first] = value;
  } else {
    request[first] ??= {};
    put(request[first], rest.join("."), value);
  }
}
