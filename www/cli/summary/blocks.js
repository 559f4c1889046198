import { momentInWords } from "../../client/moments.js";
import { say } from "../say.js";
import { hoursOf } from "./hours.js";
import { prioritiesOf } from "./priorities.js";

/** @typedef {import("../../client/index.js").PolicyDocument} PolicyDocument */
/** @typedef {import("../../locales/translate.js").Translator} Translator */
/** @typedef {import("./facts.js").Facts} Facts */
/** @typedef {import("./facts.js").When} When */
/** @typedef {{ heading: string, level: 1 | 2 } | { table: string[][] } | { items: string[] } | { text: string }} Block - The first row of a table is its head. */

/** Room for what is written by hand. */
const BLANK = "_".repeat(26);

/**
 * Returns the summary of a policy that a service manager can read and sign.
 * @param {PolicyDocument} policy
 * @param {Facts} facts
 * @param {Translator} translator
 * @returns {Block[]}
 */
export function blocksOf(policy, facts, translator) {
  const { language, timeZone } = translator;
  const hours = (policy.hoursPerWorkingDay ?? 8).toLocaleString(language);
  return [
    { heading: named(policy, translator), level: 1 },
    { text: say("Times are those of {zone}. A working day is {hours} hours of business time.", language, { zone: timeZone, hours }) },
    ...prioritiesOf(policy, translator),
    ...Object.entries(policy.schedules ?? {}).flatMap(([name, versions]) => hoursOf(name, [versions].flat(), policy, translator)),
    ...holidays(facts, translator),
    ...freezes(policy, translator),
    ...examples(facts, translator),
    ...assumptions(policy, translator),
    { heading: say("Agreed", language), level: 2 },
    {
      table: [
        ["", say("For the customer", language), say("For the provider", language)],
        ...[say("Name", language), say("Date", language), say("Signature", language)].map((what) => [what, BLANK, BLANK]),
      ],
    },
  ];
}

/**
 * Returns the name of a policy, and its id where that is another.
 * @param {PolicyDocument} policy
 * @param {Translator} translator
 */
function named({ id, name = {} }, translator) {
  const called = translator.name(name, id);
  return called === id ? id : `${called} (${id})`;
}

/**
 * @param {Facts} facts
 * @param {Translator} translator
 * @returns {Block[]}
 */
function holidays({ year, holidays: bySchedule }, translator) {
  const { language } = translator;
  const weekday = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  return Object.entries(bySchedule).flatMap(([schedule, days]) => [
    { heading: say("Holidays in {year}: {schedule}", language, { year: String(year), schedule }), level: 2 },
    days.length === 0
      ? { text: say("None.", language) }
      : {
          table: [
            [say("Date", language), say("Day", language), say("Name", language)],
            ...days.map(({ date, id, name }) => [date, weekday.format(new Date(date)), translator.name(name, id ?? "")]),
          ],
        },
  ]);
}

/**
 * @param {PolicyDocument} policy
 * @param {Translator} translator
 * @returns {Block[]}
 */
function freezes({ changes }, translator) {
  const { language } = translator;
  const list = changes?.freezes ?? [];
  const kinds = { hard: say("nothing is changed", language), soft: say("only what cannot wait", language) };
  return list.length === 0
    ? []
    : [
        { heading: say("Times without changes", language), level: 2 },
        { table: [[say("From", language), say("To", language), say("How strict", language), say("Why", language)], ...list.map(({ from, to, kind, reason = {} }) => [from, to, kinds[kind], translator.name(reason)])] },
      ];
}

/**
 * @param {Facts} facts
 * @param {Translator} translator
 * @returns {Block[]}
 */
function examples({ examples: list }, translator) {
  const { language, timeZone } = translator;
  const moment = (/** @type {string} */ instant) => momentInWords(instant, language, timeZone);
  const due = (/** @type {When} */ when) => {
    return when === null ? say("no target", language) : "agreed" in when ? say("by agreement", language) : when.due === null ? say("never", language) : moment(when.due);
  };
  const items = list.map(({ priority, reportedAt, response, resolution, skipped }) => {
    const days = skipped.map(({ date, id, name }) => translator.name(name, id ?? date)).join(", ");
    const told = { priority, reported: moment(reportedAt), response: due(response), resolution: due(resolution), days };
    const sentence = say("{priority}, reported on {reported}: response: {response}; resolution: {resolution}.", language, told);
    return days ? `${sentence} ${say("Closed in between: {days}.", language, told)}` : sentence;
  });
  return items.length === 0 ? [] : [{ heading: say("Worked examples", language), level: 2 }, { items }];
}

/**
 * @param {PolicyDocument} policy
 * @param {Translator} translator
 * @returns {Block[]}
 */
function assumptions({ assumptions: list = [] }, translator) {
  const { language } = translator;
  return list.length === 0
    ? []
    : [{ heading: say("Assumed, still to be agreed", language), level: 2 }, { items: list.map(({ path, note }) => `${path}: ${translator.name(note)}`) }];
}
