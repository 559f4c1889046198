import { DeskrulesError } from "../../client/web.js";
import { element } from "../../elements/dom.js";
import { byId } from "../dom.js";

/** @typedef {import("../../client/index.js").Desk} Desk */
/** @typedef {import("../../client/index.js").PolicyDocument} PolicyDocument */
/** @typedef {import("../../locales/translate.js").Translator} Translator */
/** @typedef {NonNullable<PolicyDocument["incidents"]>} Incidents */
/** @typedef {Incidents["impact"][number]} Level */

/** How many tints there are; the priorities after the last share it. */
const TINTS = 6;

/**
 * Draws the matrix: for each impact and urgency the priority that the desk gives.
 * @param {Desk} desk
 * @param {Incidents} incidents
 * @param {Translator} translator
 */
export function showMatrix(desk, { impact, urgency, priorities }, translator) {
  const head = (/** @type {Level} */ { id, name = {}, meaning = {} }, /** @type {"row" | "col"} */ scope) => {
    return element("th", { scope, title: translator.name(meaning) }, translator.name(name, id));
  };
  const corner = element("td", { class: "corner" }, translator.text("matrix.corner"));
  const top = element("tr", {}, corner, ...urgency.map((level) => head(level, "col")));
  const rows = impact.map((row) => {
    const cells = urgency.map((column) => cell(desk, row.id, column.id, priorities, translator));
    return element("tr", {}, head(row, "row"), ...cells);
  });
  byId("matrix", HTMLTableElement).replaceChildren(element("caption", { class: "hidden" }, translator.text("matrix.caption")), element("thead", {}, top), element("tbody", {}, ...rows));
}

/**
 * @param {Desk} desk
 * @param {string} impact
 * @param {string} urgency
 * @param {Incidents["priorities"]} priorities
 * @param {Translator} translator
 */
function cell(desk, impact, urgency, priorities, translator) {
  const priority = priorityOf(desk, impact, urgency);
  const at = priorities.findIndex(({ id }) => id === priority);
  if (priority === undefined) {
    return element("td", { class: "nothing" }, translator.text("matrix.nothing"));
  }
  const name = translator.name(priorities[at]?.name ?? {});
  return element("td", { class: tint(at) }, element("strong", {}, priority), ...(name && name !== priority ? [element("span", {}, name)] : []));
}

/**
 * Returns the class of a priority's colour.
 * @param {number} at - Its place in the list of priorities.
 * @returns {string}
 */
export function tint(at) {
  return `tint-${Math.min(Math.max(at, 0), TINTS - 1)}`;
}

/**
 * @param {Desk} desk
 * @param {string} impact
 * @param {string} urgency
 * @returns {string | undefined}
 */
function priorityOf(desk, impact, urgency) {
  try {
    return desk.classify({ impact, urgency }).priority;
  } catch (error) {
    if (error instanceof DeskrulesError && error.code === "no-priority-for") {
      return undefined;
    }
    throw error;
  }
}
