import { element } from "../elements/dom.js";

/** @typedef {import("../locales/translate.js").Translator} Translator */
/** @typedef {{ id: string, name?: Record<string, string>, meaning?: Record<string, string> }} Level */

/** A question whose answers are the levels of impact or urgency, in plain words. */
export class Question {
  #name;
  #choices;

  /**
   * @param {HTMLFieldSetElement} fieldset - Has the question as its legend.
   * @param {Level[]} levels
   */
  constructor(fieldset, levels) {
    this.#name = fieldset.id;
    this.#choices = levels.map((level) => {
      const input = element("input", { type: "radio", name: this.#name, value: level.id });
      const meaning = element("span", { class: "meaning" });
      const tag = element("span", { class: "tag" });
      fieldset.append(element("label", { class: "choice" }, input, meaning, tag));
      return { level, input, meaning, tag };
    });
    fieldset.hidden = false;
  }

  /** Id of the level that was chosen. */
  get answer() {
    return this.#chosen?.level.id;
  }

  /**
   * Returns the name of the level that was chosen.
   * @param {Translator} translator
   * @returns {string}
   */
  answerName(translator) {
    const level = this.#chosen?.level;
    return translator.name(level?.name ?? {}, level?.id).toLocaleLowerCase(translator.language);
  }

  /** @param {Translator} translator */
  draw(translator) {
    for (const { level, meaning, tag } of this.#choices) {
      const name = translator.name(level.name ?? {}, level.id);
      meaning.textContent = translator.name(level.meaning ?? {}, name);
      tag.textContent = name;
    }
  }

  get #chosen() {
    return this.#choices.find(({ input }) => input.checked);
  }
}
