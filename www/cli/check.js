import { parseArgs } from "node:util";
import { DeskrulesError, load } from "../client/node-import.js";
import { CHECK_USAGE } from "./help.js";
import { InputError, nameOf, readJson, readText } from "./input.js";
import { zoneOf } from "../client/moments.js";
import { harmless, painter } from "./paint.js";
import { report } from "./render.js";
import { UsageError } from "./usage.js";
import { LANGUAGES, usualLanguage, words } from "./words.js";

/** @typedef {import("../client/index.js").CheckAnswer} CheckAnswer */
/** @typedef {import("../client/index.js").Desk} Desk */
/** @typedef {import("./translate.js").Translator} Translator */
/** @typedef {import("../client/index.js").DeskrulesError | InputError} Unreadable */

const HINT = "deskrules check --help";
const KINDS = ["patch", "change"];
const FORMATS = ["text", "json"];

/** What the command exits with; of several files the worst. */
const Exit = { ACCEPTED: 0, REFUSED: 1, UNREADABLE: 2 };

/**
 * Checks requests in files.
 * @param {string[]} args - What follows `check`.
 * @returns {Promise<number>} What to exit with.
 * @throws {UsageError}
 */
export async function check(args) {
  const { values: options, positionals } = parse(args);
  if (options.help) {
    process.stdout.write(CHECK_USAGE);
    return Exit.ACCEPTED;
  }
  const [kind, ...files] = positionals;
  if (kind === undefined) {
    throw new UsageError("say what to check: `patch` or `change`", HINT);
  }
  oneOf("kind of request", kind, KINDS);
  oneOf("format", options.format, FORMATS);
  oneOf("language", options.lang, LANGUAGES);
  if (files.length === 0) {
    throw new UsageError("name a file to check, or `-` for standard input", HINT);
  }

  const language = options.lang ?? usualLanguage(process.env);
  const desk = await loadDesk(options.policy, words(language));
  if (!desk) {
    return Exit.UNREADABLE;
  }
  const translator = words(language, zoneOf(desk.policy));
  const paint = painter(process.stdout, process.env);
  const results = [];
  let worst = Exit.ACCEPTED;
  for (const file of files) {
    const name = nameOf(file);
    const { answer, error } = await ask(desk, kind, file, options.now);
    if (error) {
      complain(name, error, translator);
      results.push({ file: name, error: { code: error.code, path: error.path, message: error.message } });
      worst = Exit.UNREADABLE;
      continue;
    }
    const accepted = answer.accepted && !(options.strict && answer.findings.some(({ severity }) => severity === "warning"));
    results.push({ file: name, ...answer, accepted });
    worst = Math.max(worst, accepted ? Exit.ACCEPTED : Exit.REFUSED);
    if (options.format === "text") {
      process.stdout.write(report(name, answer, accepted, translator, paint));
    }
  }
  if (options.format === "json") {
    process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  }
  return worst;
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        policy: { type: "string" },
        now: { type: "string" },
        lang: { type: "string" },
        format: { type: "string", default: "text" },
        strict: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    // Node adds advice about `--` that helps nobody here.
    const [first = ""] = /** @type {Error} */ (error).message.split(". ");
    throw new UsageError(`${first.charAt(0).toLowerCase()}${first.slice(1)}`.replaceAll("'", "`"), HINT);
  }
}

/**
 * @param {string} what
 * @param {string | undefined} value
 * @param {string[]} known
 */
function oneOf(what, value, known) {
  if (value !== undefined && !known.includes(value)) {
    throw new UsageError(`unknown ${what} \`${value}\`: there are ${known.map((name) => `\`${name}\``).join(" and ")}`, HINT);
  }
}

/**
 * Loads the policy; complains and answers nothing when it cannot be read.
 * @param {string | undefined} file
 * @param {Translator} translator
 * @returns {Promise<Desk | undefined>}
 */
async function loadDesk(file, translator) {
  try {
    return await load(file === undefined ? {} : { policy: await readText(file) });
  } catch (thrown) {
    const error = unreadable(thrown);
    const all = error instanceof DeskrulesError ? error.findings.filter(({ severity }) => severity === "error") : [];
    for (const problem of all.length > 0 ? all : [error]) {
      complain(nameOf(file ?? "-"), problem, translator);
    }
    return undefined;
  }
}

/**
 * @param {Desk} desk
 * @param {string} kind
 * @param {string} file
 * @param {string | undefined} now
 * @returns {Promise<{ answer: CheckAnswer, error?: undefined } | { answer?: undefined, error: Unreadable }>}
 */
async function ask(desk, kind, file, now) {
  try {
    const request = /** @type {{}} */ (await readJson(file));
    const options = now === undefined ? {} : { now };
    return { answer: kind === "patch" ? desk.checkPatch(request, options) : desk.checkChange(request, options) };
  } catch (thrown) {
    const error = unreadable(thrown);
    // The core reads `now` first: only a request may have an unknown field of that name.
    if (error.path === "now" && error.code !== "unknown-field") {
      throw new UsageError(`--now: ${error.message}`, HINT);
    }
    return { error };
  }
}

/**
 * @param {unknown} thrown
 * @returns {Unreadable}
 */
function unreadable(thrown) {
  if (thrown instanceof DeskrulesError || thrown instanceof InputError) {
    return thrown;
  }
  throw thrown;
}

/**
 * Says in one line on standard error what could not be read.
 * @param {string} name
 * @param {{ code: string, path: string, message: string }} problem
 * @param {Translator} translator
 */
function complain(name, { code, path, message }, translator) {
  const own = translator.error({ code, message });
  // Only the core's English names the values.
  const words = translator.language === "en" || own === message ? message : `${own} (${message})`;
  const place = path && `${path}: `;
  process.stderr.write(`${harmless(`${name}: ${place}${words} [${code}]`)}\n`);
}
