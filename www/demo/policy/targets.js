import { element } from "../../elements/dom.js";
import { targetInWords } from "../../elements/times.js";
import { byId } from "../dom.js";
import { tint } from "./matrix.js";

/** @typedef {import("../../client/index.js").PolicyDocument} PolicyDocument */
/** @typedef {import("../../locales/translate.js").Translator} Translator */
/** @typedef {NonNullable<PolicyDocument["incidents"]>} Incidents */
/** @typedef {Incidents["priorities"][number]["response"]} Target */

/**
 * Writes the targets of each priority, as the document has them.
 * @param {PolicyDocument} policy
 * @param {Incidents} incidents
 * @param {Translator} translator
 */
export function showTargets(policy, { priorities, targets = [], schedule: usual }, translator) {
  const all = Object.keys(policy.schedules ?? {});
  const isTold = all.length > 1;
  const words = [translator.text("targets.priority"), translator.text("targets.response"), translator.text("targets.resolution")];
  const heads = [...words, ...targets.map(({ id, name = {} }) => translator.name(name, id)), ...(isTold ? [translator.text("targets.schedule")] : [])];
  const rows = priorities.map(({ id, response, resolution, targets: own = {}, schedule }, at) => {
    const times = [response, resolution, ...targets.map((target) => own[target.id])].map((target) => element("td", {}, inWords(target, policy, translator)));
    const hours = isTold ? [element("td", {}, schedule ?? usual ?? all[0] ?? "")] : [];
    return element("tr", {}, element("th", { scope: "row", class: tint(at) }, id), ...times, ...hours);
  });
  const caption = element("caption", { class: "hidden" }, translator.text("targets.title"));
  const top = element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head)));
  byId("targets", HTMLTableElement).replaceChildren(caption, element("thead", {}, top), element("tbody", {}, ...rows));
}

/**
 * @param {Target | null | undefined} target
 * @param {PolicyDocument} policy
 * @param {Translator} translator
 */
function inWords(target, policy, translator) {
  if (target === undefined || target === null) {
    return translator.text("none");
  }
  return target === "agreed" ? translator.text("agreed") : targetInWords(target, policy, translator);
}
