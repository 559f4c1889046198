import { momentInWords } from "../../client/moments.js";
import { read } from "../args.js";
import { print } from "../output/answer.js";
import { remarks } from "../output/text.js";
import { POLICY, withDesk } from "../session.js";
import { Exit } from "../usage.js";

/** What `deskrules due --help` prints. */
export const USAGE = `\
By when a new incident is answered and solved, in business time.

  deskrules due --priority P2 --reported 2026-11-24T09:00:00+01:00
  deskrules due --impact high --urgency medium --reported 2026-11-24T09:00:00+01:00
  deskrules due --priority P2 --format json            reported now, for programs

  --reported INSTANT        when it was reported, with its offset from UTC; now when left out
  --channel phone           by which channel
  --component server        what it concerns
  --policy agreement.yaml   by your own agreement
  --format text|json        for people, or for programs
  --lang nl|en              in Dutch or in English

For an incident to which things have happened: \`deskrules track --help\`. For many: \`deskrules bulk --help\`.
`;

const FIELDS = ["impact", "urgency", "priority", "channel", "component"];

/**
 * Answers by when a new incident is answered and solved.
 * @param {string[]} args
 * @returns {Promise<number>} What to exit with.
 */
export async function due(args) {
  const texts = [...FIELDS, "reported"].map((name) => [name, { type: /** @type {const} */ ("string") }]);
  const line = read("due", args, USAGE, { ...POLICY, ...Object.fromEntries(texts) });
  if (!line) {
    return Exit.ACCEPTED;
  }
  return withDesk(line, (desk, translator) => {
    const fields = FIELDS.map((name) => [name, line.values[name]]).filter(([, value]) => value !== undefined);
    const answer = desk.deadlines({ ...Object.fromEntries(fields), reportedAt: line.values["reported"] ?? Date.now() });
    print(line, answer, () => {
      const moment = (/** @type {string | null} */ instant) => (instant === null ? "–" : momentInWords(instant, translator.language, translator.timeZone));
      const targets = /** @type {const} */ (["response", "resolution"]).flatMap((target) => {
        const when = answer[target];
        return when === null ? [] : [`  ${"agreed" in when ? translator.text(`agreed.${target}`) : translator.text(`by.${target}`, { due: moment(when.due) })}`];
      });
      const lines = answer.escalation.map(({ line: number, at }) => `  ${translator.text("to-line", { line: number, at: moment(at) })}`);
      return [`${answer.priority} (${translator.timeZone})`, ...targets, ...lines, ...remarks(answer.findings, translator).map((remark) => `  ${remark}`)];
    });
    return Exit.ACCEPTED;
  });
}
