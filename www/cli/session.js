import { DeskrulesError } from "../client/node-import.js";
import { zoneOf } from "../client/moments.js";
import { FileError } from "../node/error.js";
import { loadDesk } from "../node/policy.js";
import { harmless } from "./output/paint.js";
import { troubleInWords } from "./trouble.js";
import { Exit, UsageError } from "./usage.js";
import { usualLanguage, words } from "./words.js";

/** @typedef {import("../client/index.js").Desk} Desk */
/** @typedef {import("../locales/translate.js").Translator} Translator */
/** @typedef {import("../node/error.js").Trouble} Trouble */
/** @typedef {import("./args.js").Line} Line */

/** What every command that asks a policy takes. */
export const POLICY = /** @type {const} */ ({ policy: { type: "string" } });
/** What every command takes whose answer depends on the present. */
export const NOW = /** @type {const} */ ({ now: { type: "string" } });

/**
 * Loads the policy, lets a command answer, and says what could not be read.
 * @param {Line} line
 * @param {(desk: Desk, translator: Translator) => Promise<number> | number} answer
 * @returns {Promise<number>} What to exit with.
 */
export async function withDesk(line, answer) {
  return reading(line, async () => {
    const desk = await loadDesk(line.values["policy"]);
    return answer(desk, words(languageOf(line), zoneOf(desk.policy)));
  });
}

/**
 * Does something with files, and says what could not be read.
 * @param {Line} line
 * @param {() => Promise<number> | number} work
 * @returns {Promise<number>} What to exit with.
 */
export async function reading(line, work) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileError) {
      complain(error.file, error.troubles, words(languageOf(line)));
      return Exit.UNREADABLE;
    }
    if (error instanceof DeskrulesError) {
      throw misuse(error, line);
    }
    throw error;
  }
}

/**
 * Returns the language that is asked for, or that of the environment.
 * @param {Line} line
 * @returns {string}
 */
export function languageOf({ values }) {
  return values["lang"] ?? usualLanguage(process.env);
}

/**
 * Says on standard error what could not be read, a line for each.
 * @param {string} file
 * @param {Trouble[]} troubles
 * @param {Translator} translator
 */
export function complain(file, troubles, translator) {
  for (const trouble of troubles) {
    const { code, path, place } = trouble;
    const where = place ? `${file}:${place.line}:${place.column}` : file;
    process.stderr.write(`${harmless(`${where}: ${path && `${path}: `}${troubleInWords(trouble, translator)} [${code}]`)}\n`);
  }
}

/**
 * Returns an error about a question as one about the command line: its path names the option.
 * @param {import("../client/index.js").DeskrulesError} error
 * @param {Line} line
 */
function misuse(error, { hint }) {
  const { code, message, path } = error;
  const option = path.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace("reported-at", "reported");
  const why = (/** @type {string} */ language) => troubleInWords({ code, message }, words(language));
  return new UsageError("{option}{why}", hint, { option: option && `--${option}: `, why });
}
