import { element } from "./dom.js";

/** @typedef {import("../locales/translate.js").Translator} Translator */
/** @typedef {import("./options.js").Level} Level */

export const QUESTION_STYLE = `
.question { display: grid; gap: 0.4rem; container-type: inline-size; }
legend { padding: 0; margin-block-end: 0.4rem; font-weight: 600; }
.choice {
  display: grid;
  grid-template-columns: auto 1fr auto;
  align-items: start;
  gap: 0.1rem 0.6rem;
  padding: 0.45rem 0.7rem;
  border: 1px solid var(--line);
  border-radius: 0.375rem;
  cursor: pointer;
}
.choice:hover { border-color: var(--edge); }
.choice:has(:checked) {
  border-color: var(--accent);
  background: color-mix(in srgb, var(--accent) 9%, Canvas);
  box-shadow: inset 0 0 0 1px var(--accent);
}
.choice:has(:focus-visible) { outline: 2px solid var(--accent); outline-offset: 2px; }
.choice input { inline-size: 1.1em; block-size: 1.1em; margin: 0.2em 0 0; accent-color: var(--accent); outline: none; }
.tag { color: var(--soft); font-size: 0.9em; line-height: 1.6; }
@container (max-width: 26rem) {
  .choice { grid-template-columns: auto 1fr; }
  .tag { grid-column: 2; line-height: 1.3; }
}
@media (forced-colors: active) { .choice:has(:checked) { border-color: Highlight; } }
`;

/** A question whose answers are the levels of impact or urgency, in plain words. */
export class Question {
  /** What is shown. */
  node = element("fieldset", { class: "question", part: "question" });
  #legend = element("legend");
  #axis;
  /** @type {{ level: Level, input: HTMLInputElement, meaning: HTMLElement, tag: HTMLElement }[]} */
  #choices = [];

  /** @param {"impact" | "urgency"} axis */
  constructor(axis) {
    this.#axis = axis;
    this.node.append(this.#legend);
  }

  /** Id of the level that was chosen. */
  get answer() {
    return this.#choices.find(({ input }) => input.checked)?.level.id;
  }

  /**
   * Chooses a level, or none.
   * @param {string | undefined} id
   */
  set answer(id) {
    this.#choices.forEach(({ level, input }) => (input.checked = level.id === id));
  }

  /**
   * @param {Level[]} levels
   * @param {Translator} translator
   */
  draw(levels, translator) {
    if (levels.map(({ id }) => id).join() !== this.#choices.map(({ level }) => level.id).join()) {
      this.#choices.forEach(({ input }) => input.parentElement?.remove());
      this.#choices = levels.map((level) => this.#choice(level));
    }
    this.#legend.textContent = translator.text(`form.${this.#axis}`);
    for (const { level, meaning } of this.#choices) {
      meaning.textContent = translator.name(level.meaning ?? {}, translator.name(level.name ?? {}, level.id));
    }
  }

  /**
   * Says of each answer which level it is, and of one that is not a person's that it is suggested.
   * @param {boolean} isSuggested
   * @param {Translator} translator
   */
  mark(isSuggested, translator) {
    for (const { level, input, tag } of this.#choices) {
      const name = translator.name(level.name ?? {}, level.id);
      tag.textContent = isSuggested && input.checked ? translator.text("suggest.tag", { level: name }) : name;
    }
  }

  /** @param {Level} level */
  #choice(level) {
    const input = element("input", { type: "radio", name: this.#axis, value: level.id });
    const [meaning, tag] = [element("span"), element("span", { class: "tag" })];
    this.node.append(element("label", { class: "choice" }, input, meaning, tag));
    return { level, input, meaning, tag };
  }
}
