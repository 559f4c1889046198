import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { FileError } from "../../node/error.js";
import { oneOf, read } from "../args.js";
import { languageOf, reading } from "../session.js";
import { Exit, UsageError } from "../usage.js";
import { words } from "../words.js";

const KINDS = ["patch", "change", "policy"];

/** What `deskrules init --help` prints. */
export const USAGE = `\
A request or a policy to fill in, as YAML with a comment at each field.

  deskrules init patch request.yaml
  deskrules init change request.yaml --lang nl
  deskrules init policy > agreement.yaml

A file that is there already stays as it is, unless you say so:

  --force        write over it
  --lang nl|en   with comments in Dutch or in English
`;

/**
 * Writes a document to fill in.
 * @param {string[]} args
 * @returns {Promise<number>} What to exit with.
 */
export async function init(args) {
  const line = read("init", args, USAGE, { force: { type: "boolean" } }, ["text"]);
  if (!line) {
    return Exit.ACCEPTED;
  }
  const [kind, file = "-", ...more] = line.names;
  if (kind === undefined) {
    throw new UsageError("say what to write: `patch`, `change` or `policy`", line.hint);
  }
  oneOf("kind of document", kind, KINDS, line.hint);
  if (more.length > 0) {
    throw new UsageError("name one file", line.hint);
  }
  const language = languageOf(line);
  const template = readFileSync(new URL(`../templates/${kind}.${language}.yaml`, import.meta.url), "utf8");
  if (file === "-") {
    process.stdout.write(template);
    return Exit.ACCEPTED;
  }
  return reading(line, async () => {
    await write(file, template, line.flags.has("force"));
    process.stdout.write(`${words(language).text("written", { file })}\n`);
    return Exit.ACCEPTED;
  });
}

/**
 * @param {string} file
 * @param {string} text
 * @param {boolean} over
 */
async function write(file, text, over) {
  try {
    await writeFile(file, text, { flag: over ? "w" : "wx" });
  } catch (error) {
    const { code: reason } = /** @type {NodeJS.ErrnoException} */ (error);
    const [code, message] =
      reason === "EEXIST"
        ? ["file-exists", "this file is there already: write to another, or add --force"]
        : ["not-written", `this file cannot be written (${reason})`];
    throw new FileError(file, [{ code, path: "", message, params: { reason } }], { cause: error });
  }
}
