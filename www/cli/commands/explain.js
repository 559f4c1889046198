import { print } from "../output/answer.js";
import { withTicket } from "../ticket.js";

/** What `deskrules explain --help` prints. */
export const USAGE = `\
Why a ticket's deadlines are what they are: every interval that counted, what was skipped and
why, and the sums.

  deskrules explain ticket.yaml
  deskrules explain ticket.yaml --lang nl --now 2026-11-24T12:00:00+01:00
  deskrules explain ticket.yaml --format json          the intervals, for programs

  --now INSTANT             as if it were that moment
  --policy agreement.yaml   by your own agreement
  --format text|json        for people, or for programs
  --lang nl|en              in Dutch or in English

What a ticket looks like: \`deskrules track --help\`.
`;

/**
 * Explains a ticket's deadlines.
 * @param {string[]} args
 * @returns {Promise<number>} What to exit with.
 */
export function explain(args) {
  return withTicket("explain", args, USAGE, ({ ticket, now, desk, translator, line }) => {
    const { response, resolution, targets } = desk.track(ticket, now);
    const why = Object.entries({ response, resolution, ...targets }).map(([target, clock]) => [target, clock?.why ?? null]);
    print(line, Object.fromEntries(why), () => desk.explain(ticket, now, translator.language).split("\n"));
  });
}
