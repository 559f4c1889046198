// What a person chose: read from the browser's storage, checked, and brought from an older version to this one.
import { readJson } from "../../node/json.js";
import { Lines } from "../../node/lines.js";
import { api } from "./browser.js";

/** @typedef {{ ticket?: string, id?: string, title?: string, reported?: string, priority?: string, impact?: string, urgency?: string, status?: string, paused?: string, done?: string, values?: Record<string, string>, row?: string }} GenericFields */
/** @typedef {"rt" | "django-helpdesk" | "generic"} DeskName */
/** @typedef {{ origin: string, desk: DeskName, fields?: GenericFields }} Site */
/** @typedef {{ version: 2, sites: Site[], policy: string | null, language: "auto" | "nl" | "en", notify: boolean, watch: "chosen" | "opened" }} Settings */
/** @typedef {import("../../node/lines.js").Place} Place */

const VERSION = 2;
const KEY = "settings";

/** @type {DeskName[]} */
export const DESKS = ["rt", "django-helpdesk", "generic"];
/** Names of a generic site's fields that hold one text each. */
export const FIELDS = /** @type {const} */ (["ticket", "row", "id", "title", "reported", "priority", "impact", "urgency", "status", "paused", "done"]);
const LANGUAGES = /** @type {const} */ (["auto", "nl", "en"]);
const WATCH = /** @type {const} */ (["chosen", "opened"]);

/** @type {Readonly<Settings>} */
export const DEFAULTS = Object.freeze({ version: VERSION, sites: [], policy: null, language: "auto", notify: false, watch: "chosen" });

/** Settings that cannot be read, and where. Its code is the end of a key of the dictionaries: `settings.` and the code. */
export class SettingsError extends Error {
  /**
   * @param {string} code - `newer`, `unreadable`, `wrong`, `unknown-field`, `not-an-address`, `twice`, or one of the reader of JSON.
   * @param {string} path - In the grammar `a.b[0].c`; empty for the whole.
   * @param {string} message - In English.
   * @param {Record<string, unknown>} [params]
   * @param {Place} [place] - In the text that was read.
   */
  constructor(code, path, message, params = {}, place) {
    super(message);
    this.name = "SettingsError";
    this.code = code;
    this.path = path;
    this.params = params;
    this.place = place;
  }
}

/**
 * Returns the settings; the defaults where none are stored.
 * @returns {Promise<Settings>}
 * @throws {SettingsError} `newer` for those of a version that is not known here, which stay as they are.
 */
export async function read() {
  return migrate(await stored());
}

/**
 * Returns what is stored, as it is: of any version, or undefined.
 * @returns {Promise<unknown>}
 */
export async function stored() {
  return (await api.storage.local.get(KEY))[KEY];
}

/**
 * Stores settings.
 * @param {Settings} settings
 * @throws {SettingsError} `newer` when those that are stored are of a newer version: they are not written over.
 */
export async function write(settings) {
  refuseNewer(await stored());
  await api.storage.local.set({ [KEY]: migrate(settings) });
}

/**
 * Returns settings as this version has them, of whatever version they are.
 * @param {unknown} given - Undefined for the defaults.
 * @returns {Settings}
 * @throws {SettingsError}
 */
export function migrate(given) {
  if (given === undefined) {
    return { ...DEFAULTS };
  }
  refuseNewer(given);
  const { version, ...rest } = fields(given, "", ["version", "sites", "policy", "language", "lang", "notify", "watch"]);
  if (version === 1) {
    return fromFirst(rest);
  }
  if (version !== VERSION) {
    throw wrong("version", "1 or 2");
  }
  const { sites = [], policy = null, language = "auto", notify = false, watch = "chosen" } = fields(rest, "", ["sites", "policy", "language", "notify", "watch"]);
  return {
    version: VERSION,
    sites: listOfSites(sites),
    policy: policy === null ? null : text(policy, "policy"),
    language: oneOf(LANGUAGES, language, "language"),
    notify: typeof notify === "boolean" ? notify : refuse("notify", "true or false"),
    watch: oneOf(WATCH, watch, "watch"),
  };
}

/**
 * Reads settings that somebody brings.
 * @param {string} source - JSON.
 * @returns {Settings}
 * @throws {SettingsError} With the line and the column of what is wrong.
 */
export function parse(source) {
  const lines = new Lines(source);
  const root = readJson({
    text: source,
    error: (code, message, range, { path = "", params } = {}) => new SettingsError(code, path, message, params, range && lines.place(range)),
  });
  try {
    return migrate(root.value);
  } catch (error) {
    throw error instanceof SettingsError ? new SettingsError(error.code, error.path, error.message, error.params, lines.placeAt(root, error.path, error.code)) : error;
  }
}

/**
 * Returns the origin of an address that a person gives; `https` where they name no scheme.
 * @param {string} address
 * @returns {string | undefined} Undefined when it is no address of a site.
 */
export function originOf(address) {
  const trimmed = address.trim();
  const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  const url = URL.canParse(whole) ? new URL(whole) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url.origin : undefined;
}

/**
 * Returns the pattern that stands for all pages of an origin. Firefox knows no ports in patterns: there it is that of the host.
 * @param {string} origin
 */
export function patternOf(origin) {
  const { protocol, hostname } = new URL(origin);
  return api.runtime.getURL("").startsWith("moz-extension:") ? `${protocol}//${hostname}/*` : `${origin}/*`;
}

/** @param {unknown} given */
function refuseNewer(given) {
  const { version } = /** @type {{ version?: unknown }} */ (given ?? {});
  if (typeof version === "number" && version > VERSION) {
    throw new SettingsError("newer", "version", `these settings are of version ${version}, and this is made for ${VERSION}`, { version, known: VERSION });
  }
}

/**
 * Version 1 had sites by origin, a policy that was read already, and null for the browser's language.
 * @param {Record<string, unknown>} given
 * @returns {Settings}
 */
function fromFirst(given) {
  const { sites = {}, policy = null, lang = null } = fields(given, "", ["sites", "policy", "lang"]);
  const origins = Object.entries(record(sites, "sites"));
  return {
    ...DEFAULTS,
    // Two that are one address were the same place: the first was the one that counted.
    sites: origins.map(([origin, desk]) => site({ origin, desk }, `sites.${origin}`)).filter(({ origin }, index, all) => index === all.findIndex((other) => other.origin === origin)),
    policy: policy === null ? null : JSON.stringify(record(policy, "policy"), null, 2),
    language: lang === null ? "auto" : oneOf(LANGUAGES, lang, "lang"),
  };
}

/** @param {unknown} given */
function listOfSites(given) {
  const sites = Array.isArray(given) ? given.map((entry, index) => site(entry, `sites[${index}]`)) : refuse("sites", "a list");
  sites.forEach(({ origin }, index) => {
    if (sites.findIndex((other) => other.origin === origin) < index) {
      throw new SettingsError("twice", `sites[${index}].origin`, `\`${origin}\` stands here twice`, { origin });
    }
  });
  return sites;
}

/**
 * @param {unknown} given
 * @param {string} path
 * @returns {Site}
 */
function site(given, path) {
  const { origin: address, desk, fields: selectors } = fields(given, path, ["origin", "desk", "fields"]);
  const origin = originOf(text(address, `${path}.origin`));
  if (!origin) {
    throw new SettingsError("not-an-address", `${path}.origin`, `\`${address}\` is no address of a site`, { address });
  }
  return { origin, desk: oneOf(DESKS, desk, `${path}.desk`), ...(selectors !== undefined && { fields: genericFields(selectors, `${path}.fields`) }) };
}

/**
 * @param {unknown} given
 * @param {string} path
 * @returns {GenericFields}
 */
function genericFields(given, path) {
  const { values, ...selectors } = fields(given, path, [...FIELDS, "values"]);
  const texts = (/** @type {Record<string, unknown>} */ of, /** @type {string} */ below) => Object.fromEntries(Object.entries(of).map(([name, value]) => [name, text(value, `${below}.${name}`)]));
  return { ...texts(selectors, path), ...(values !== undefined && { values: texts(record(values, `${path}.values`), `${path}.values`) }) };
}

/**
 * Returns the fields of an object that has no others than these.
 * @param {unknown} given
 * @param {string} path
 * @param {readonly string[]} known
 */
function fields(given, path, known) {
  const read = record(given, path);
  const stranger = Object.keys(read).find((name) => !known.includes(name));
  if (stranger !== undefined) {
    throw new SettingsError("unknown-field", path ? `${path}.${stranger}` : stranger, `\`${stranger}\` is no setting`, { field: stranger });
  }
  return read;
}

/**
 * @param {unknown} given
 * @param {string} path
 */
function record(given, path) {
  return typeof given === "object" && given !== null && !Array.isArray(given) ? /** @type {Record<string, unknown>} */ (given) : refuse(path, "an object");
}

/**
 * @param {unknown} given
 * @param {string} path
 */
function text(given, path) {
  return typeof given === "string" ? given : refuse(path, "text");
}

/**
 * @template {string} T
 * @param {readonly T[]} known
 * @param {unknown} given
 * @param {string} path
 */
function oneOf(known, given, path) {
  return known.find((name) => name === given) ?? refuse(path, known.map((name) => `\`${name}\``).join(", "));
}

/**
 * @param {string} path
 * @param {string} wanted
 * @returns {never}
 */
function refuse(path, wanted) {
  throw wrong(path, wanted);
}

/**
 * @param {string} path
 * @param {string} wanted
 */
function wrong(path, wanted) {
  return new SettingsError("wrong", path, `${path ? `\`${path}\`` : "the whole"} should be ${wanted}`, { wanted });
}
