// What the text of a form says of the questions: asked as somebody types, and taken over where nobody has answered.
import { beside, Suggestions } from "./suggestion.js";
import { FormText } from "./text.js";

/** @typedef {import("./rules.js").ConnectedDesk} ConnectedDesk */
/** @typedef {import("./binding.js").Binding} Binding */
/** @typedef {import("./question.js").Question} Question */
/** @typedef {import("./options.js").Level} Level */
/** @typedef {import("./suggestion.js").Axis} Axis */
/** @typedef {import("./suggestion.js").AxisSuggestion} AxisSuggestion */
/** @typedef {import("./suggestion.js").Line} Line */
/** @typedef {import("./suggestion.js").Suggestion} Suggestion */
/** @typedef {import("./text.js").Text} Text */
/** @typedef {import("../client/index.js").PolicyDocument} PolicyDocument */
/** @typedef {import("../locales/translate.js").Translator} Translator */
/** @typedef {{ lines: Line[], text: Text, isTaken: boolean }} Advised - `isTaken` when the text has answered for somebody who types. */
/** @typedef {{ changed: () => void, agreed: (axis: Axis, level: string) => void, undone: () => void }} Listener */

const AXES = /** @type {const} */ (["impact", "urgency"]);

/** Answers for a person what they have not answered, until they do, or undo it. */
export class Advice {
  #binding;
  #questions;
  #listener;
  #text;
  #suggestions;
  /** Which questions a person answered, and not the text. */
  #own = { impact: false, urgency: false };
  #isUndone = false;
  #isTaken = false;
  /** @type {{ key: string, said: Suggestion | undefined } | undefined} */
  #asked;

  /**
   * @param {Binding} binding
   * @param {Record<Axis, Question>} questions
   * @param {Listener} listener
   */
  constructor(binding, questions, listener) {
    this.#binding = binding;
    this.#questions = questions;
    this.#listener = listener;
    this.#text = new FormText(listener.changed);
    this.#suggestions = new Suggestions(listener.agreed, () => this.#undo());
  }

  /** What is shown. */
  get node() {
    return this.#suggestions.node;
  }

  /** The same in words. */
  get words() {
    return this.#suggestions.text;
  }

  /** Listens to the page. */
  start() {
    this.#text.start();
    document.addEventListener("keydown", this.#pressed, true);
  }

  /** Lets go of it. */
  stop() {
    this.#text.stop();
    document.removeEventListener("keydown", this.#pressed, true);
  }

  /** The form is empty again. */
  reset() {
    this.#own = { impact: false, urgency: false };
    this.#isUndone = false;
    this.#text.forget();
  }

  /**
   * A person answered.
   * @param {Axis} axis
   */
  answered(axis) {
    this.#own[axis] = true;
  }

  /**
   * Draws the questions, and answers those that nobody has.
   * @param {ConnectedDesk} desk
   * @param {NonNullable<PolicyDocument["incidents"]>} incidents
   * @param {Translator} translator
   * @returns {Promise<Advised>}
   */
  async read(desk, incidents, translator) {
    const text = this.#binding.textBy(this.#text);
    const said = await this.#ask(desk, text);
    const lines = AXES.flatMap((axis) => this.#weigh(axis, incidents[axis], said?.[axis], translator));
    this.#isTaken = lines.some(({ kind }) => kind === "taken");
    return { lines, text, isTaken: this.#isTaken && this.#text.isTyped };
  }

  /**
   * @param {Advised} advised
   * @param {PolicyDocument} policy
   * @param {Translator} translator
   * @returns {boolean} Whether there is something new to say.
   */
  draw({ lines, text }, policy, translator) {
    return this.#suggestions.draw(lines, text, policy, translator) && lines.length > 0;
  }

  /**
   * Asks what a text suggests, once for the same.
   * @param {ConnectedDesk} desk
   * @param {Text} text
   */
  async #ask(desk, text) {
    if (this.#isUndone || !(text.subject + text.body).trim()) {
      return undefined;
    }
    const key = JSON.stringify([desk.policy.id, text]);
    if (this.#asked?.key !== key) {
      // A text that is too long suggests nothing.
      this.#asked = { key, said: await desk.suggest(text).catch(() => undefined) };
    }
    return this.#asked.said;
  }

  /**
   * @param {Axis} axis
   * @param {Level[]} levels
   * @param {AxisSuggestion | undefined} said
   * @param {Translator} translator
   * @returns {Line[]}
   */
  #weigh(axis, levels, said, translator) {
    const question = this.#questions[axis];
    question.draw(levels, translator);
    const isField = this.#binding.has(axis);
    const own = isField ? this.#binding.idOf(axis, levels) : this.#own[axis] ? question.answer : undefined;
    const level = said?.level ?? undefined;
    const isTaken = !isField && !own && said?.strength === "strong" && level !== undefined;
    if (!isField && !own) {
      question.answer = isTaken ? level : undefined;
    }
    question.mark(isTaken, translator);
    return isTaken ? [{ axis, kind: "taken", said }] : beside(axis, said, own);
  }

  #undo() {
    this.#isUndone = true;
    this.#listener.undone();
  }

  /** @param {KeyboardEvent} event */
  #pressed = ({ key, target }) => {
    const isHere = this.#binding.holds(target) || (target instanceof Element && target.shadowRoot?.contains(this.node) === true);
    if (key === "Escape" && isHere && this.#isTaken && !this.#isUndone) {
      this.#undo();
    }
  };
}
