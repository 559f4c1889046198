import { lint, DeskrulesError } from "../../client/node-import.js";
import { checkRequest, placed } from "../../node/check.js";
import { readDocument } from "../../node/document.js";
import { FileError } from "../../node/error.js";
import { nameOf } from "../../node/text.js";
import { LAST_YEAR, oneOf, read, wholeYear } from "../args.js";
import { painter } from "../output/paint.js";
import { progress } from "../output/progress.js";
import { complain, NOW, POLICY, withDesk } from "../session.js";
import { Exit, UsageError } from "../usage.js";

/** @typedef {import("../../client/index.js").Desk} Desk */
/** @typedef {import("../output/result.js").Result} Result */
/** @typedef {import("../output/result.js").Translator} Translator */

const KINDS = ["patch", "change", "policy"];
const FORMATS = ["text", "json", "sarif", "github", "markdown"];

/** What `deskrules check --help` prints. */
export const USAGE = `\
Check patch requests, change requests and policies: every omission at once, each at its own
line, and the next window that fits.

  deskrules check patch request.yaml               a request, as YAML or JSON
  deskrules check patch patches/globe-4.22         a folder: request.yaml, and the files it names
  deskrules check patch patches/*                  several: each is reported
  deskrules check change - < request.yaml          from standard input
  deskrules check policy agreement.yaml            the lint of a policy; without errors, a summary
                                                   to sign: matrix, targets, hours, holidays
  deskrules check policy agreement.yaml --format markdown

  --policy agreement.yaml      by your own agreement
  --windows planned.yaml       a list of work that is planned already, [{ start, end, title }]
  --folder DIR                 where the files are that the request names
  --now 2026-11-24T09:00:00+01:00
                               as if it were that moment
  --year 2027                  the year of the summary; the next one when left out
  --strict                     refuse on warnings too
  --format text|json|sarif|github|markdown
                               for people, for programs, for code scanning, for GitHub Actions,
                               or the summary of a policy as a document
  --lang nl|en                 in Dutch or in English

A request that is accepted:

  product: { name: Exact Globe, from: "4.21", to: "4.22" }
  servers: [app-01]
  requestedBy: { name: Sanne de Wit, email: sanne@example.org }
  installer: { file: globe-4.22.msi }
  instructions: { steps: [Stop the service, Run globe-4.22.msi, Start the service] }
  releaseNotes: { url: https://example.org/globe/4.22 }
  rollback: { steps: [Restore the snapshot of app-01] }
  window: { start: 2026-11-25T09:00:00+01:00, end: 2026-11-25T11:00:00+01:00 }

\`deskrules init patch\` writes one to fill in.

It exits with 0 when everything is accepted, with 1 when something is refused, and with 2
when something could not be read. What could not be read is a line on standard error:
FILE:LINE:COLUMN: MESSAGE [CODE]
`;

/**
 * Checks requests and policies in files.
 * @param {string[]} args - What follows \`check\`.
 * @returns {Promise<number>} What to exit with.
 * @throws {UsageError}
 */
export async function check(args) {
  const texts = { windows: { type: "string" }, folder: { type: "string" }, year: { type: "string" } };
  const options = /** @type {import("../args.js").Options} */ ({ ...POLICY, ...NOW, ...texts, strict: { type: "boolean" } });
  const line = read("check", args, USAGE, options, FORMATS);
  if (!line) {
    return Exit.ACCEPTED;
  }
  const [kind, ...files] = line.names;
  if (kind === undefined) {
    throw new UsageError("say what to check: `patch`, `change` or `policy`", line.hint);
  }
  oneOf("kind of document", kind, KINDS, line.hint);
  if (files.length === 0) {
    throw new UsageError("name a file to check, or `-` for standard input", line.hint);
  }
  if (kind !== "policy" && line.values["format"] === "markdown") {
    throw new UsageError("only a policy has a summary: `--format markdown` is for `check policy`", line.hint);
  }
  const year = yearOf(line);
  return withDesk(line, async (desk, translator) => {
    const { now, windows, folder } = line.values;
    const planned = windows === undefined ? undefined : await readDocument(windows);
    const how = { now, windows: planned, folder, progress: progress(process.stderr) };
    const show = await output(/** @type {string} */ (line.values["format"]), translator);
    /** @type {Result[]} */
    const results = [];
    for (const file of files) {
      const result = await resultOf(file, () => (kind === "policy" ? checkPolicy(file, year, translator.language) : checkRequest(desk, /** @type {"patch"} */ (kind), file, how)));
      if ("answer" in result) {
        result.answer.accepted &&= !(line.flags.has("strict") && result.answer.findings.some(({ severity }) => severity === "warning"));
      } else {
        complain(result.file, result.troubles, translator);
      }
      results.push(result);
      show.each(result);
    }
    show.all(results);
    return Math.max(...results.map(exitOf));
  });
}

/**
 * @param {string} file
 * @param {() => Promise<Omit<import("../output/result.js").Checked, "file">>} ask
 * @returns {Promise<Result>}
 */
async function resultOf(file, ask) {
  try {
    return { file: nameOf(file), ...(await ask()) };
  } catch (error) {
    if (error instanceof FileError) {
      return { file: error.file, troubles: error.troubles };
    }
    throw error;
  }
}

/**
 * Returns what the lint says of a policy in a file, and sums it up when it has no errors.
 * @param {string} file
 * @param {number} year
 * @param {string} language
 */
async function checkPolicy(file, year, language) {
  const document = await readDocument(file);
  try {
    const findings = (await lint(/** @type {any} */ (document.value))).map((finding) => placed(document, finding));
    const accepted = !findings.some(({ severity }) => severity === "error");
    const summary = accepted ? await (await import("../summary/index.js")).summaryOf(document.value, year, language) : undefined;
    return { document, ...(summary && { summary }), answer: { accepted, type: /** @type {const} */ ("policy"), findings } };
  } catch (error) {
    throw error instanceof DeskrulesError ? document.misread(error) : error;
  }
}

/**
 * Returns the year of the summary: the one after this one, when none is asked for.
 * @param {import("../args.js").Line} line
 */
function yearOf({ values: { year, now }, hint }) {
  const next = () => (now === undefined ? new Date() : new Date(now)).getUTCFullYear() + 1;
  return year === undefined ? Math.min(next() || 0, LAST_YEAR) : wholeYear(year, hint);
}

/** @param {Result} result */
function exitOf(result) {
  return !("answer" in result) ? Exit.UNREADABLE : result.answer.accepted ? Exit.ACCEPTED : Exit.REFUSED;
}

/**
 * Returns what prints the results: each as it comes, or all at the end.
 * @param {string} format
 * @param {Translator} translator
 * @returns {Promise<{ each: (result: Result) => void, all: (results: Result[]) => void }>}
 */
async function output(format, translator) {
  const nothing = () => {};
  const print = (/** @type {string} */ text) => void process.stdout.write(text);
  switch (format) {
    case "json": {
      const { json } = await import("../output/json.js");
      return { each: nothing, all: (results) => print(json(results)) };
    }
    case "sarif": {
      const { sarif } = await import("../output/sarif.js");
      return { each: nothing, all: (results) => print(sarif(results, translator)) };
    }
    case "github": {
      const { github } = await import("../output/github.js");
      return { each: (result) => print(github([result], translator)), all: nothing };
    }
    case "markdown": {
      const { markdown } = await import("../summary/markdown.js");
      return { each: (result) => "answer" in result && result.summary && print(markdown(result.summary.blocks)), all: nothing };
    }
    default: {
      const { text } = await import("../output/text.js");
      const paint = painter(process.stdout, process.env);
      return { each: (result) => "answer" in result && print(text(result, translator, paint)), all: nothing };
    }
  }
}
