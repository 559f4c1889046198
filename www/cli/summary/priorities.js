import { durationInWords } from "../../client/moments.js";
import { say } from "../say.js";

/** @typedef {import("../../client/index.js").PolicyDocument} PolicyDocument */
/** @typedef {import("../../locales/translate.js").Translator} Translator */
/** @typedef {import("./blocks.js").Block} Block */
/** @typedef {NonNullable<PolicyDocument["incidents"]>} Incidents */
/** @typedef {Incidents["impact"][number]} Level */
/** @typedef {NonNullable<Incidents["priorities"][number]["response"]>} Target */

/**
 * Returns the matrix, what its levels mean, and the targets of each priority.
 * @param {PolicyDocument} policy
 * @param {Translator} translator
 * @returns {Block[]}
 */
export function prioritiesOf({ incidents, schedules = {} }, translator) {
  if (!incidents) {
    return [];
  }
  const { language } = translator;
  const { impact, urgency, matrix, priorities, targets = [] } = incidents;
  const level = (/** @type {Level} */ { id, name = {} }) => translator.name(name, id);
  const usual = incidents.schedule ?? Object.keys(schedules)[0] ?? "";
  return [
    { heading: say("Priority", language), level: 2 },
    { table: [[say("Impact / urgency", language), ...urgency.map(level)], ...impact.map((row) => [level(row), ...urgency.map(({ id }) => matrix[row.id]?.[id] ?? "-")])] },
    ...meanings(say("Impact", language), impact, translator),
    ...meanings(say("Urgency", language), urgency, translator),
    { heading: say("Targets, in business time", language), level: 2 },
    {
      table: [
        [say("Priority", language), say("Response", language), say("Resolution", language), ...targets.map(level), say("Hours", language)],
        ...priorities.map(({ id, name = {}, response, resolution, targets: own = {}, schedule }) => [
          [id, translator.name(name)].filter((part, index) => index === 0 || (part && part !== id)).join(" "),
          ...[response, resolution, ...targets.map((target) => own[target.id])].map((target) => time(target, translator)),
          schedule ?? usual,
        ]),
      ],
    },
  ];
}

/**
 * @param {string} axis
 * @param {Level[]} levels
 * @param {Translator} translator
 * @returns {Block[]}
 */
function meanings(axis, levels, translator) {
  const told = levels.filter(({ meaning = {} }) => translator.name(meaning));
  const items = told.map(({ id, name = {}, meaning = {} }) => `${translator.name(name, id)}: ${translator.name(meaning)}`);
  return items.length === 0 ? [] : [{ text: `${axis}:` }, { items }];
}

/**
 * @param {Target | null | undefined} target
 * @param {Translator} translator
 */
function time(target, translator) {
  if (target === undefined || target === null) {
    return "-";
  }
  if (typeof target === "object") {
    return translator.count("working-days", target.workingDays);
  }
  const [, hours, minutes, seconds] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(target) ?? [];
  const all = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  return target === "agreed" ? say("by agreement", translator.language) : durationInWords(all, translator.language);
}
