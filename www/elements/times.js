// Targets and moments as elements show them.
import { durationInWords, momentInWords } from "../client/moments.js";
import { element } from "./dom.js";

/** @typedef {import("../client/index.js").PolicyDocument} PolicyDocument */
/** @typedef {import("../locales/translate.js").Translator} Translator */
/** @typedef {NonNullable<PolicyDocument["incidents"]>["priorities"][number]} Priority */

/**
 * @param {string} instant
 * @param {Translator} translator
 * @returns {HTMLTimeElement}
 */
export function moment(instant, translator) {
  return element("time", { datetime: instant }, momentInWords(instant, translator.language, translator.timeZone));
}

/**
 * Returns a note that says which zone times are in, for somebody whose own clock reads otherwise at any of them.
 * @param {({ due: string | null } | object | null | undefined)[]} deadlines
 * @param {Translator} translator
 */
export function zoneNote(deadlines, translator) {
  const { timeZone } = translator;
  const reads = (/** @type {string | undefined} */ zone, /** @type {string} */ instant) =>
    new Intl.DateTimeFormat("en", { dateStyle: "short", timeStyle: "short", ...(zone && { timeZone: zone }) }).format(new Date(instant));
  const isElsewhere = deadlines.some((at) => at && "due" in at && at.due && reads(undefined, at.due) !== reads(timeZone, at.due));
  return isElsewhere ? [element("p", { class: "note" }, translator.text("form.zone", { timeZone }))] : [];
}

/**
 * Returns a target as the policy writes it: in working days, or in hours and minutes.
 * @param {Priority["response"]} target
 * @param {PolicyDocument} policy
 * @param {Translator} translator
 * @returns {string}
 */
export function targetInWords(target, { hoursPerWorkingDay = 8 }, translator) {
  if (typeof target !== "object") {
    return durationInWords(seconds(target ?? ""), translator.language);
  }
  const days = translator.count("working-days", target.workingDays);
  return `${days} (${durationInWords(target.workingDays * hoursPerWorkingDay * 3600, translator.language)})`;
}

/**
 * Returns the seconds of a duration like `PT1H30M`.
 * @param {string} duration
 * @returns {number}
 */
export function seconds(duration) {
  const [, hours, minutes, rest] = duration.match(/^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/) ?? [];
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(rest ?? 0);
}
