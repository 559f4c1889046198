import { DeskrulesError } from "../client/node-import.js";
import { readDocument } from "../node/document.js";
import { read } from "./args.js";
import { NOW, POLICY, withDesk } from "./session.js";
import { Exit, UsageError } from "./usage.js";

/** @typedef {import("../client/index.js").Desk} Desk */
/** @typedef {import("../locales/translate.js").Translator} Translator */
/** @typedef {Parameters<Desk["track"]>[0]} Ticket */
/** @typedef {{ ticket: Ticket, now: string | number, desk: Desk, translator: Translator, line: import("./args.js").Line }} Question */

/**
 * Reads a ticket from a file and lets a command answer about it.
 * @param {string} command
 * @param {string[]} args
 * @param {string} usage
 * @param {(question: Question) => void} answer
 * @returns {Promise<number>} What to exit with.
 */
export async function withTicket(command, args, usage, answer) {
  const line = read(command, args, usage, { ...POLICY, ...NOW });
  if (!line) {
    return Exit.ACCEPTED;
  }
  const [file, ...more] = line.names;
  if (file === undefined || more.length > 0) {
    throw new UsageError("name one file with a ticket, or `-` for standard input", line.hint);
  }
  return withDesk(line, async (desk, translator) => {
    const document = await readDocument(file);
    try {
      answer({ ticket: /** @type {Ticket} */ (document.value), now: line.values["now"] ?? Date.now(), desk, translator, line });
    } catch (error) {
      const placed = error instanceof DeskrulesError && !(error.path === "now" && error.code !== "unknown-field");
      throw placed ? document.misread(error) : error;
    }
    return Exit.ACCEPTED;
  });
}
