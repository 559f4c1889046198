import { durationInWords, momentInWords } from "../../client/moments.js";
import { print } from "../output/answer.js";
import { remarks } from "../output/text.js";
import { withTicket } from "../ticket.js";

/** @typedef {import("../ticket.js").Translator} Translator */
/** @typedef {import("../../client/desk.js").Tracked} Tracked */

/** What `deskrules track --help` prints. */
export const USAGE = `\
Where a ticket stands: its clocks, its line, and when that changes next.

  deskrules track ticket.yaml
  deskrules track ticket.yaml --now 2026-11-24T12:00:00+01:00
  deskrules track - --format json < ticket.json

A ticket:

  priority: P1                      # or impact and urgency
  reportedAt: 2026-11-24T09:00:00+01:00
  events:
    - { at: 2026-11-24T09:20:00+01:00, type: responded }
    - { at: 2026-11-24T10:00:00+01:00, type: paused, reason: waits for the supplier }

  --now INSTANT             as if it were that moment
  --policy agreement.yaml   by your own agreement
  --format text|json        for people, or for programs
  --lang nl|en              in Dutch or in English

Why its deadline is what it is: \`deskrules explain --help\`.
`;

/**
 * Answers where a ticket stands.
 * @param {string[]} args
 * @returns {Promise<number>} What to exit with.
 */
export function track(args) {
  return withTicket("track", args, USAGE, ({ ticket, now, desk, translator, line }) => {
    const answer = desk.track(ticket, now);
    const moment = (/** @type {string} */ instant) => momentInWords(instant, translator.language, translator.timeZone);
    print(line, answer, () => {
      const own = Object.entries(answer.targets).map(([id, clock]) => {
        const name = desk.policy.incidents?.targets?.find((target) => target.id === id)?.name ?? {};
        return clockInWords(translator.name(name, id), clock, translator);
      });
      const clocks = /** @type {const} */ (["response", "resolution"]).flatMap((target) => {
        const clock = answer[target];
        return clock ? [clockInWords(translator.text(target), clock, translator)] : [];
      });
      const next = answer.nextLine?.at ? `, ${translator.text("to-line", { line: answer.nextLine.line, at: moment(answer.nextLine.at) })}` : "";
      return [
        `${answer.priority}, ${translator.text("on-line", { line: answer.line })}${next} (${translator.timeZone})`,
        ...[...clocks, ...own].map((clock) => `  ${clock}`),
        ...(answer.nextChange === null ? [] : [`  ${translator.text("next-change", { at: moment(answer.nextChange) })}`]),
        ...remarks(answer.findings, translator).map((remark) => `  ${remark}`),
      ];
    });
  });
}

/**
 * Returns a clock in a line, like `resolution: running, at risk, Tuesday, 24 November 2026 at 13:00, 1 hour left`.
 * @param {string} name
 * @param {Tracked} clock
 * @param {Translator} translator
 */
function clockInWords(name, { phase, standing, due, remainingSeconds }, translator) {
  const { language, timeZone } = translator;
  const parts = [translator.text(`phase.${phase}`), translator.text(`standing.${standing}`)];
  if (due !== null) {
    parts.push(momentInWords(due, language, timeZone));
  }
  if (remainingSeconds !== null && phase !== "stopped") {
    parts.push(translator.text(remainingSeconds < 0 ? "over" : "left", { time: durationInWords(Math.abs(Math.trunc(remainingSeconds)), language) }));
  }
  return `${name}: ${parts.join(", ")}`;
}
