import { readText } from "../../node/text.js";
import { oneOf, read, wholeYear } from "../args.js";
import { harmless } from "../output/paint.js";
import { print } from "../output/answer.js";
import { languageOf, NOW, POLICY, reading, withDesk } from "../session.js";
import { Exit, UsageError } from "../usage.js";
import { words } from "../words.js";

/** @typedef {import("../args.js").Line} Line */

/** How many years of a calendar are written out of what repeats in a way that a policy has no word for. */
const YEARS = 5;

/** What `deskrules holidays --help` prints. */
export const USAGE = `\
The days on which the clock stands still; or the days of a calendar feed, as a policy has them.

  deskrules holidays                                       of this year
  deskrules holidays --year 2027 --lang nl
  deskrules holidays --from 2026-07-01 --to 2027-06-30 --policy agreement.yaml
  deskrules holidays --ics team.ics                        a calendar, as YAML for a policy:
                                                           schedules.NAME.holidays
  deskrules holidays --ics - --format json < team.ics      the same as JSON

  --year YEAR               of one year
  --from DATE --to DATE     from the one to the other, both included
  --schedule office         of one of the policy's schedules; of all when left out
  --policy agreement.yaml   by your own agreement
  --now INSTANT             decides which year is this year
  --format text|json        for people, or for programs
  --lang nl|en              in Dutch or in English; of a calendar: the language of its names

Of a calendar the entries of whole days are taken, with every day they last and without those
that are cancelled. What comes every year becomes a rule, like 12-25 or "thu 4 nov"; what
repeats in other ways is written out for ${YEARS} years, or for those that are asked for.
`;

/**
 * Lists the holidays of a policy, or those of a calendar.
 * @param {string[]} args
 * @returns {Promise<number>} What to exit with.
 */
export async function holidays(args) {
  const text = /** @type {const} */ ({ type: "string" });
  const line = read("holidays", args, USAGE, { ...POLICY, ...NOW, year: text, from: text, to: text, schedule: text, ics: text });
  if (!line) {
    return Exit.ACCEPTED;
  }
  if (line.names.length > 0) {
    throw new UsageError("there is no place for `{name}`", line.hint, { name: String(line.names[0]) });
  }
  return line.values["ics"] === undefined ? ofPolicy(line) : ofCalendar(line, line.values["ics"]);
}

/** @param {Line} line */
function ofPolicy(line) {
  const { from, to } = rangeOf(line, 0);
  return withDesk(line, async (desk, translator) => {
    const [{ holidaysOf }, { load }] = await Promise.all([import("../holidays.js"), import("../../client/node-import.js")]);
    const { policy } = desk;
    const all = Object.keys(policy.schedules ?? {});
    const { schedule } = line.values;
    oneOf("schedule", schedule, all, line.hint);
    const names = schedule === undefined ? all : [schedule];
    const days = (await Promise.all(names.map((name) => holidaysOf(load, policy, name, from, to)))).flat();
    print(line, days, () => {
      const weekday = new Intl.DateTimeFormat(translator.language, { weekday: "long", timeZone: "UTC" });
      return names.flatMap((name) => {
        const own = days.filter((day) => day.schedule === name);
        const lines = own.map(({ date, id, name: called }) => `${date}  ${weekday.format(new Date(date)).padEnd(9)}  ${translator.name(called, id ?? "")}`.trimEnd());
        return names.length > 1 ? [`${name}:`, ...lines.map((day) => `  ${day}`)] : lines;
      });
    });
    return Exit.ACCEPTED;
  });
}

/**
 * @param {Line} line
 * @param {string} file
 */
function ofCalendar(line, file) {
  const { values } = line;
  const range = rangeOf(line, YEARS - 1);
  const all = [values["year"], values["from"], values["to"]].every((value) => value === undefined);
  return reading(line, async () => {
    const source = await readText(file);
    const { holidaysIn } = await import("../calendar.js");
    const language = languageOf(line);
    const { holidays: list, timed } = holidaysIn(source, range, language, { all });
    const translator = words(language);
    if (timed > 0) {
      process.stderr.write(`${translator.text("ics.timed", { count: timed })}\n`);
    }
    print(line, list, () => (list.length > 0 ? list.map((holiday) => `- ${flow(holiday)}`) : [`[] # ${translator.text("ics.none")}`]));
    return Exit.ACCEPTED;
  });
}

/**
 * Returns a value as YAML in one line; a text of JSON is one of YAML.
 * @param {unknown} value
 * @returns {string}
 */
function flow(value) {
  if (typeof value !== "object" || value === null) {
    return harmless(JSON.stringify(value));
  }
  return `{ ${Object.entries(value).map(([key, inner]) => `${key}: ${flow(inner)}`).join(", ")} }`;
}

/**
 * Returns the dates that are asked for.
 * @param {Line} line
 * @param {number} more - How many years more than this one, when none is asked for.
 */
function rangeOf({ values: { year, from, to, now }, hint }, more) {
  const present = now === undefined ? new Date() : new Date(now);
  if (Number.isNaN(present.getTime())) {
    throw new UsageError("--now: `{now}` is not an instant: write it like `2026-11-24T10:00:00+01:00`", hint, { now: String(now) });
  }
  if (year !== undefined && (from !== undefined || to !== undefined)) {
    throw new UsageError("say `--year`, or `--from` and `--to`", hint);
  }
  if (year !== undefined) {
    wholeYear(year, hint);
  }
  for (const [option, date] of Object.entries({ from, to })) {
    if (date !== undefined && !isDate(date)) {
      throw new UsageError("--{option}: `{date}` is not a date from 1970 to 2199: write it like `2026-12-24`", hint, { option, date });
    }
  }
  const first = year ?? (from ?? to)?.slice(0, 4) ?? String(present.getUTCFullYear());
  const last = year ?? (to ?? from)?.slice(0, 4) ?? String(present.getUTCFullYear() + more);
  const range = { from: from ?? `${first}-01-01`, to: to ?? `${last}-12-31` };
  if (range.from > range.to) {
    throw new UsageError("`{from}` is after `{to}`", hint, range);
  }
  return range;
}

/** @param {string} text */
function isDate(text) {
  const date = new Date(/^(?:19[7-9]|20\d|21\d)\d-\d\d-\d\d$/.test(text) ? text : NaN);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
