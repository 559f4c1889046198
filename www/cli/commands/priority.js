import { durationInWords } from "../../client/moments.js";
import { read } from "../args.js";
import { print } from "../output/answer.js";
import { POLICY, withDesk } from "../session.js";
import { Exit, UsageError } from "../usage.js";

/** What `deskrules priority --help` prints. */
export const USAGE = `\
The priority of an incident, from its impact and its urgency, and what it promises.

  deskrules priority --impact high --urgency medium
  deskrules priority --impact high --urgency medium --format json
  deskrules priority --impact high --urgency medium --policy agreement.yaml

The levels are those of the policy; of the default one: high, medium, low.

  --policy agreement.yaml   by your own agreement
  --format text|json        for people, or for programs
  --lang nl|en              in Dutch or in English
`;

/**
 * Answers the priority of an incident.
 * @param {string[]} args
 * @returns {Promise<number>} What to exit with.
 */
export async function priority(args) {
  const line = read("priority", args, USAGE, { ...POLICY, impact: { type: "string" }, urgency: { type: "string" } });
  if (!line) {
    return Exit.ACCEPTED;
  }
  const { impact, urgency } = line.values;
  if (impact === undefined || urgency === undefined) {
    throw new UsageError("give both `--impact` and `--urgency`", line.hint);
  }
  return withDesk(line, (desk, translator) => {
    const answer = desk.classify({ impact, urgency });
    print(line, answer, () => {
      const name = desk.policy.incidents?.priorities.find(({ id }) => id === answer.priority)?.name;
      const targets = Object.entries(answer.targets).flatMap(([target, time]) => {
        const seconds = typeof time === "number" ? { time: durationInWords(time, translator.language) } : {};
        return time === null ? [] : [`  ${translator.text(`${time === "agreed" ? "agreed" : "within"}.${target}`, seconds)}`];
      });
      return [name ? `${answer.priority} (${translator.name(name)})` : answer.priority, ...targets];
    });
    return Exit.ACCEPTED;
  });
}
