import { existsSync, readFileSync } from "node:fs";
import { usualLanguage } from "./words.js";

/** What `deskrules --help` prints. */
export const USAGE = `\
Service-desk rules: is this request complete, by when is this incident solved, and why?

  deskrules check patch request.yaml                   check a patch request, or a folder with its files
  deskrules check change request.yaml                  check a change request
  deskrules check policy agreement.yaml                check a policy
  deskrules init patch request.yaml                    write one to fill in: patch, change or policy
  deskrules window --kind patch --minutes 120          the next window in which the work fits

  deskrules priority --impact high --urgency medium    the priority of an incident
  deskrules due --priority P2 --reported 2026-11-24T09:00:00+01:00
                                                       by when it is answered and solved
  deskrules track ticket.yaml                          where a ticket stands
  deskrules explain ticket.yaml                        why its deadline is what it is
  deskrules holidays --year 2026                       the days on which the clock stands still
  deskrules bulk due tickets.ndjson                    many at once, a line each

  deskrules COMMAND --help                             more examples, and every option
  deskrules --version                                  the version

All answer by the Dutch agreement "Managed Server Goud", or by yours: --policy agreement.yaml.
All speak Dutch and English: --lang nl. For programs: --format json.
`;

/**
 * Returns the help of a command in the language that is asked for, or that of the environment; in English where there is no other.
 * @param {string} command - `index` for that of all.
 * @param {string} usage - The English one.
 * @param {string | undefined} asked
 * @returns {string}
 */
export function help(command, usage, asked) {
  const file = new URL(`./help/${command}.${asked ?? usualLanguage(process.env)}.txt`, import.meta.url);
  return existsSync(file) ? readFileSync(file, "utf8") : usage;
}
