import { parseArgs } from "node:util";
import { help } from "./help.js";
import { suggestion } from "./nearest.js";
import { say } from "./say.js";
import { UsageError } from "./usage.js";
import { LANGUAGES } from "./words.js";

/** @typedef {Record<string, { type: "string" | "boolean", default?: string | boolean, short?: string }>} Options */
/**
 * A command line, read.
 * @typedef {object} Line
 * @property {Record<string, string | undefined>} values - Options with a value.
 * @property {Set<string>} flags - Options without one that are given.
 * @property {string[]} names - What is not an option.
 * @property {string} hint - The command that tells more.
 */

/** What every command takes. */
const COMMON = /** @type {const} */ ({
  lang: { type: "string" },
  format: { type: "string", default: "text" },
  help: { type: "boolean", short: "h" },
});

/**
 * Reads the command line of a command; prints its help when that is asked for, and answers nothing then.
 * @param {string} command
 * @param {string[]} args - What follows the command.
 * @param {string} usage - Its help in English.
 * @param {Options} options - What it takes besides `--lang`, `--format` and `--help`.
 * @param {string[]} [formats]
 * @returns {Line | undefined}
 * @throws {UsageError}
 */
export function read(command, args, usage, options, formats = ["text", "json"]) {
  const hint = `deskrules ${command} --help`;
  const all = { ...COMMON, ...options };
  const { values, positionals } = parse(args, all, hint);
  const texts = Object.entries(values).filter(([, value]) => typeof value === "string");
  const line = {
    values: /** @type {Record<string, string | undefined>} */ (Object.fromEntries(texts)),
    flags: new Set(Object.keys(values).filter((name) => values[name] === true)),
    names: positionals,
    hint,
  };
  oneOf("format", line.values["format"], formats, hint);
  oneOf("language", line.values["lang"], LANGUAGES, hint);
  if (line.flags.has("help")) {
    process.stdout.write(help(command, usage, line.values["lang"]));
    return undefined;
  }
  return line;
}

/**
 * Refuses a value that is none of those there are.
 * @param {string} what
 * @param {string | undefined} value
 * @param {string[]} known
 * @param {string} hint
 */
export function oneOf(what, value, known, hint) {
  if (value !== undefined && !known.includes(value)) {
    throw new UsageError("unknown {what} `{value}`: {rest}", hint, { what: (language) => say(what, language), value, rest: suggestion(value, known) });
  }
}

/** The last year that there are time zones for. */
export const LAST_YEAR = 2199;

/**
 * Reads the value of `--year`.
 * @param {string} year
 * @param {string} hint
 * @returns {number}
 */
export function wholeYear(year, hint) {
  if (!/^(?:19[7-9]\d|20\d\d|21\d\d)$/.test(year)) {
    throw new UsageError("--year: `{year}` is not a year from 1970 to 2199", hint, { year });
  }
  return Number(year);
}

/**
 * @param {string[]} args
 * @param {Options} options
 * @param {string} hint
 * @returns {{ values: Record<string, unknown>, positionals: string[] }}
 */
function parse(args, options, hint) {
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (thrown) {
    throw misread(/** @type {Error & { code?: string }} */ (thrown), Object.keys(options), hint);
  }
}

/**
 * Says what Node could not follow. It names the option in quotes, like `Option '-h, --help' does not take an argument`.
 * @param {Error & { code?: string }} error
 * @param {string[]} known
 * @param {string} hint
 */
function misread({ code, message }, known, hint) {
  const [, option = ""] = /'(?:-\w, )?(--?[^ ']*)/.exec(message) ?? [];
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
    const rest = suggestion(option, known.map((name) => `--${name}`));
    return new UsageError("unknown {what} `{value}`: {rest}", hint, { what: (language) => say("option", language), value: option, rest });
  }
  return new UsageError(message.includes("not take") ? "`{option}` takes no value" : "`{option}` needs a value", hint, { option });
}
