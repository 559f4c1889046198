import { periodInWords } from "../../client/moments.js";
import { oneOf, read } from "../args.js";
import { print } from "../output/answer.js";
import { POLICY, withDesk } from "../session.js";
import { Exit, UsageError } from "../usage.js";

const KINDS = ["patch", "change"];

/** What `deskrules window --help` prints. */
export const USAGE = `\
The next window in which work fits: inside hours, outside freezes, no longer than agreed.

  deskrules window --kind patch --minutes 120
  deskrules window --kind change --minutes 60 --not-before 2026-11-27T15:00:00+01:00
  deskrules window --kind patch --minutes 120 --format json

  --kind patch|change       what kind of work it is
  --minutes N               how long it takes
  --not-before INSTANT      from when on; now when left out
  --policy agreement.yaml   by your own agreement
  --format text|json        for people, or for programs
  --lang nl|en              in Dutch or in English

It exits with 1 when no window ever fits.
`;

/**
 * Answers the next window in which work fits.
 * @param {string[]} args
 * @returns {Promise<number>} What to exit with.
 */
export async function window(args) {
  const text = /** @type {const} */ ({ type: "string" });
  const line = read("window", args, USAGE, { ...POLICY, kind: text, minutes: text, "not-before": text });
  if (!line) {
    return Exit.ACCEPTED;
  }
  const { kind, minutes, "not-before": notBefore } = line.values;
  if (kind === undefined || minutes === undefined) {
    throw new UsageError("give both `--kind` and `--minutes`", line.hint);
  }
  oneOf("kind of work", kind, KINDS, line.hint);
  if (!/^\d{1,9}$/.test(minutes)) {
    throw new UsageError("--minutes: `{minutes}` is not a whole number of minutes", line.hint, { minutes });
  }
  return withDesk(line, (desk, translator) => {
    const query = { kind: /** @type {"patch" | "change"} */ (kind), minutes: Number(minutes), ...(notBefore !== undefined && { notBefore }) };
    const next = desk.nextWindow(query);
    const { language, timeZone } = translator;
    print(line, next, () => [next ? `${periodInWords(next.start, next.end, language, timeZone)} (${timeZone})` : translator.text("no-window")]);
    return next ? Exit.ACCEPTED : Exit.REFUSED;
  });
}
