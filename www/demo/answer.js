import { element } from "../elements/dom.js";
import { moment, targetInWords } from "../elements/times.js";

/** @typedef {import("../client/index.js").Deadlines} Deadlines */
/** @typedef {import("../client/index.js").PolicyDocument} PolicyDocument */
/** @typedef {import("../locales/translate.js").Translator} Translator */
/** @typedef {NonNullable<PolicyDocument["incidents"]>["priorities"][number]} Priority */

/**
 * Returns the deadlines in words, with the reason for the priority.
 * @param {Deadlines} deadlines
 * @param {PolicyDocument} policy
 * @param {string} why
 * @param {Translator} translator
 * @returns {Node[]}
 */
export function answer(deadlines, policy, why, translator) {
  const priority = policy.incidents?.priorities.find(({ id }) => id === deadlines.priority);
  const name = translator.name(priority?.name ?? {}, deadlines.priority);
  return [
    element("p", { class: "priority" }, element("strong", { class: "badge" }, deadlines.priority), ` ${name}`),
    element(
      "dl",
      {},
      ...row("response", deadlines.response, priority?.response, policy, translator),
      ...row("resolution", deadlines.resolution, priority?.resolution, policy, translator),
    ),
    ...escalation(deadlines.escalation, translator),
    element("p", { class: "why" }, why),
  ];
}

/**
 * @param {"response" | "resolution"} kind
 * @param {Deadlines["response"]} due
 * @param {Priority["response"]} target
 * @param {PolicyDocument} policy
 * @param {Translator} translator
 */
function row(kind, due, target, policy, translator) {
  const term = element("dt", {}, translator.text(kind));
  if (due && "agreed" in due) {
    const note = element("span", { class: "note" }, translator.text("agreed.note"));
    return [term, element("dd", { id: kind }, element("strong", {}, translator.text("agreed")), note)];
  }
  if (!due?.due) {
    return [term, element("dd", { id: kind }, translator.text("none"))];
  }
  const note = element("span", { class: "note" }, translator.text("office-time", { time: targetInWords(target, policy, translator) }));
  return [term, element("dd", { id: kind }, moment(due.due, translator), note)];
}

/**
 * @param {Deadlines["escalation"]} steps
 * @param {Translator} translator
 */
function escalation(steps, translator) {
  const known = steps.flatMap(({ line, at }) => {
    return at ? [element("li", {}, element("span", {}, translator.text("line", { line })), " ", moment(at, translator))] : [];
  });
  if (known.length === 0) {
    return [];
  }
  return [element("h3", {}, translator.text("escalation")), element("ul", { id: "escalation", class: "lines" }, ...known)];
}
