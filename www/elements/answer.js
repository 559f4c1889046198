import { momentInWords } from "../client/moments.js";
import { element } from "./dom.js";
import { moment, targetInWords, zoneNote } from "./times.js";

/** @typedef {import("../client/index.js").PolicyDocument} PolicyDocument */
/** @typedef {import("../client/index.js").Deadlines} Deadlines */
/** @typedef {import("../locales/translate.js").Translator} Translator */
/** @typedef {import("./form.js").FormState} FormState */

export const ANSWER_STYLE = `
.answer { display: grid; gap: 0.6rem; min-block-size: 3rem; align-content: center; }
.question:not([hidden]) ~ .answer { border-block-start: 1px solid var(--line); padding-block-start: 0.875rem; }
.priority { display: flex; flex-wrap: wrap; align-items: center; gap: 0.35rem 0.6rem; }
.badge {
  padding: 0.1em 0.6em;
  border: 1px solid currentColor;
  border-radius: 0.375rem;
  background: color-mix(in srgb, var(--accent) 12%, Canvas);
  color: var(--accent);
}
.disagree {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.5rem 0.9rem;
  padding: 0.5rem 0.75rem;
  border-inline-start: 0.25rem solid var(--warning);
  background: color-mix(in srgb, var(--warning) 9%, Canvas);
}
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); gap: 0.6rem 1.5rem; }
dt { color: var(--soft); font-size: 0.9em; }
dd { font-weight: 600; }
dd .note { display: block; font-weight: 400; }
`;

/** The priority, why it is that one, and by when there is an answer and a solution. */
export class Answer {
  /** What is shown. */
  node = element("div", { class: "answer", tabindex: "-1" });
  #drawn = "";
  #take;

  /** @param {() => void} take - Called when a person wants the priority that their answers give. */
  constructor(take) {
    this.#take = take;
  }

  /** The same in a line, for those who do not see it. */
  text = "";

  /** Moves the focus here: the button that had it goes. */
  focus() {
    this.node.focus({ preventScroll: true });
  }

  /**
   * @param {FormState} state
   * @param {Translator} translator
   * @param {PolicyDocument} policy
   * @param {boolean} hasFields - Whether the form asks for impact and urgency itself.
   */
  draw(state, translator, policy, hasFields) {
    const { advised, ...shown } = state;
    const drawn = JSON.stringify([shown, translator.language, hasFields]);
    if (drawn === this.#drawn) {
      return;
    }
    this.#drawn = drawn;
    const { chosen, own, label, deadlines, isUnknown } = state;
    if (own && state.computed) {
      const because = translator.text("form.by-hand", { priority: own });
      this.text = `${because} ${translator.text("form.own")}`;
      this.node.replaceChildren(
        element("p", { class: "priority" }, element("span", {}, this.text)),
        ...this.#offer(state, policy, translator),
      );
      return;
    }
    if (!chosen || !deadlines) {
      const key = isUnknown ? "form.no-priority" : hasFields ? "form.empty-fields" : "form.empty";
      this.text = translator.text(key);
      this.node.replaceChildren(element("p", { class: "note" }, this.text));
      return;
    }
    const priority = policy.incidents?.priorities.find(({ id }) => id === chosen);
    const because = why(state, policy, translator);
    const badge = element("strong", { class: "badge", part: "priority" }, chosen);
    this.node.replaceChildren(
      element("p", { class: "priority" }, badge, element("span", {}, because)),
      ...(label ? [element("p", { class: "note" }, translator.text("form.label", { label }))] : []),
      ...this.#offer(state, policy, translator),
      element("dl", {}, ...due("response", deadlines, priority?.response, policy, translator), ...due("resolution", deadlines, priority?.resolution, policy, translator)),
      ...zoneNote([deadlines.response, deadlines.resolution], translator),
    );
    this.text = [because, said("response", deadlines, translator), said("resolution", deadlines, translator)].join(" ");
  }

  /**
   * @param {FormState} state
   * @param {PolicyDocument} policy
   * @param {Translator} translator
   */
  #offer({ levels, chosen, computed, isByHand }, policy, translator) {
    if (!isByHand || !computed || computed === chosen) {
      return [];
    }
    const button = element("button", { type: "button" }, translator.text("form.take", { priority: computed }));
    button.addEventListener("click", this.#take);
    return [element("p", { class: "disagree" }, element("span", {}, reason(levels, computed, policy, translator)), button)];
  }
}

/**
 * Returns why it is the priority that holds: by the answers, or by somebody's choice.
 * @param {FormState} state
 * @param {PolicyDocument} policy
 * @param {Translator} translator
 */
function why({ levels, computed, chosen = "" }, policy, translator) {
  return computed === chosen ? reason(levels, chosen, policy, translator) : translator.text("form.by-hand", { priority: chosen });
}

/**
 * @param {FormState["levels"]} levels
 * @param {string} priority
 * @param {PolicyDocument} policy
 * @param {Translator} translator
 */
function reason(levels, priority, { incidents }, translator) {
  const name = (/** @type {"impact" | "urgency"} */ axis) => {
    const level = incidents?.[axis].find(({ id }) => id === levels[axis]);
    return translator.name(level?.name ?? {}, level?.id).toLocaleLowerCase(translator.language);
  };
  return translator.text("form.reason", { impact: name("impact"), urgency: name("urgency"), priority });
}

/**
 * @param {"response" | "resolution"} kind
 * @param {Deadlines} deadlines
 * @param {import("./times.js").Priority["response"]} target
 * @param {PolicyDocument} policy
 * @param {Translator} translator
 */
function due(kind, { [kind]: at }, target, policy, translator) {
  const term = element("dt", {}, translator.text(`form.${kind}`));
  const note = (/** @type {string} */ text) => element("span", { class: "note" }, text);
  if (at && "agreed" in at) {
    return [element("div", {}, term, element("dd", { id: kind }, translator.text("form.agreed"), note(translator.text("form.agreed-note"))))];
  }
  if (!at?.due) {
    return [element("div", {}, term, element("dd", { id: kind }, translator.text("form.none")))];
  }
  const within = translator.text("form.within", { time: targetInWords(target, policy, translator) });
  return [element("div", {}, term, element("dd", { id: kind }, moment(at.due, translator), note(within)))];
}

/**
 * @param {"response" | "resolution"} kind
 * @param {Deadlines} deadlines
 * @param {Translator} translator
 */
function said(kind, { [kind]: at }, translator) {
  const due = at && "due" in at && at.due ? momentInWords(at.due, translator.language, translator.timeZone) : translator.text(at ? "form.agreed" : "form.none");
  return `${translator.text(`form.${kind}`)}: ${due}.`;
}
