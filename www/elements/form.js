import { DeskrulesElement, reflect } from "./base.js";
import { Advice } from "./advice.js";
import { ANSWER_STYLE, Answer } from "./answer.js";
import { Binding } from "./binding.js";
import { forget, now, wakeAt } from "./clock.js";
import { QUESTION_STYLE, Question } from "./question.js";
import { SUGGESTION_STYLE } from "./suggestion.js";

/** @typedef {import("./rules.js").ConnectedDesk} ConnectedDesk */
/** @typedef {import("../locales/translate.js").Translator} Translator */
/** @typedef {import("../client/index.js").Deadlines} Deadlines */
/** @typedef {"impact" | "urgency"} Axis */
/**
 * @typedef {object} FormState
 * @property {{ impact: string | undefined, urgency: string | undefined }} levels - As answered.
 * @property {string | undefined} computed - The priority that the answers give.
 * @property {string | undefined} chosen - The priority that holds.
 * @property {string} own - What somebody chose that is no priority of the policy, as the desk calls it.
 * @property {string} label - What the desk calls the priority that holds, where that is another name.
 * @property {boolean} isByHand - Whether it is somebody's own choice.
 * @property {Deadlines | undefined} deadlines
 * @property {boolean} isUnknown - Whether the agreement has no priority for these answers.
 * @property {import("./advice.js").Advised} advised - What the text suggests.
 */

const OWN = ["form", "impact", "urgency", "priority", "values", "impact-values", "urgency-values", "subject", "body", "desk", "reported"];
const AXES = /** @type {const} */ (["impact", "urgency"]);
const MINUTE = 60_000;

/**
 * Works out the priority on a form that somebody else wrote, fills it in, and shows by when there is an answer and a solution. Where the form
 * does not ask for impact and urgency, it asks two plain questions itself. A person's own choice of the priority stays.
 * @tagname deskrules-form
 * @attr {string} form - Selector of the form; the form around it, or the only one, when left out.
 * @attr {string} impact - The field of the impact: a selector, a pattern of its name with `*`, or the text of its label.
 * @attr {string} urgency - The field of the urgency, in the same way.
 * @attr {string} priority - The field of the priority, in the same way. It is filled in.
 * @attr {string} values - JSON: the value or the text of the priority's option, by the id of the priority.
 * @attr {string} impact-values - JSON: the value or the text of the impact's option, by the id of the level.
 * @attr {string} urgency-values - JSON: the value or the text of the urgency's option, by the id of the level.
 * @attr {string} subject - The field of the subject, in the same way. What it says may answer the questions, as a suggestion.
 * @attr {string} body - The field of the text, in the same way.
 * @attr {string} desk - Name of a desk that says all of this.
 * @attr {string} reported - Instant of the report, RFC 3339; the present when left out.
 * @attr {string} policy - Address or JSON text of the policy; `managed-server-goud` when left out.
 * @attr {string} lang - `nl` or `en`; that of the nearest element around it when left out.
 * @slot - Shown until the element is defined and has found its fields.
 * @csspart panel - What is shown.
 * @csspart question - One of the two questions.
 * @csspart priority - The priority.
 * @csspart suggestions - What the text suggests, with the words that say so.
 * @cssprop [--deskrules-background=Canvas] - Behind what is shown.
 * @cssprop [--deskrules-accent] - Colour of what is chosen, and of buttons.
 * @cssprop [--deskrules-form-size=26.5rem] - Height that is kept free while it loads; 44rem on a narrow screen, 5.25rem without questions.
 * @fires {CustomEvent} deskrules-priority - The priority is another one: `detail` has `priority`, `impact`, `urgency` and `isByHand`.
 * @extends {DeskrulesElement<FormState>}
 */
export class DeskrulesForm extends DeskrulesElement {
  /** @override */
  static observedAttributes = [...DeskrulesElement.observedAttributes, ...OWN];

  #binding = new Binding(this);
  #questions = { impact: new Question("impact"), urgency: new Question("urgency") };
  #answer = new Answer(() => this.#take());
  #advice = new Advice(this.#binding, this.#questions, {
    changed: () => this.update(),
    agreed: (axis, level) => this.#agree(axis, level),
    undone: () => this.#undo(),
  });
  /** What the priority held before a suggestion filled it in. @type {string | undefined} */
  #before;
  /** @type {{ desk: ConnectedDesk, translator: Translator } | undefined} */
  #last;
  /** Whether a person answered since the fields were found. */
  #isAnswered = false;
  #isByHand = false;
  #told = [undefined, undefined, false].join();

  constructor() {
    super("form", QUESTION_STYLE + SUGGESTION_STYLE + ANSWER_STYLE);
    this.content.classList.add("panel");
    this.content.setAttribute("part", "panel");
    this.content.append(this.#questions.impact.node, this.#questions.urgency.node, this.#advice.node, this.#answer.node);
    this.content.addEventListener("change", ({ target }) => this.#answered(/** @type {Axis} */ (/** @type {HTMLInputElement} */ (target).name)));
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.#binding.start({
      changed: (name) => (name === "priority" ? this.#chose() : this.#answered(name)),
      found: () => {
        this.#isAnswered = AXES.some((axis) => this.#binding.isTouched(axis));
        this.#isByHand = this.#binding.isTouched("priority");
      },
      reset: () => this.#reset(),
    });
    this.#advice.start();
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.#binding.stop();
    this.#advice.stop();
  }

  /**
   * @override
   * @param {ConnectedDesk} desk
   * @param {Translator} translator
   * @returns {Promise<FormState | undefined>}
   */
  async read(desk, translator) {
    const { incidents } = desk.policy;
    if (!incidents || !(await this.#binding.find())) {
      return undefined;
    }
    const advised = await this.#advice.read(desk, incidents, translator);
    const level = (/** @type {Axis} */ axis) =>
      this.#binding.has(axis) ? this.#binding.idOf(axis, incidents[axis]) : this.#questions[axis].answer;
    const levels = { impact: level("impact"), urgency: level("urgency") };
    const computed = await classify(desk, levels);
    const present = this.#binding.has("priority") ? this.#binding.idOf("priority", incidents.priorities) : undefined;
    // What stands in the field before anybody answered or typed here is somebody's choice too.
    const isAnswered = this.#isAnswered || advised.isTaken;
    const isByHand = this.#isByHand || (!isAnswered && present !== undefined && computed !== undefined && present !== computed);
    const chosen = isByHand ? present : computed;
    const reportedAt = this.getAttribute("reported") ?? now();
    const own = isByHand && !present ? this.#binding.textOf("priority") : "";
    const label = chosen ? this.#binding.labelOf("priority", chosen, incidents.priorities) : "";
    const deadlines = chosen ? await desk.deadlines({ priority: chosen, reportedAt }) : undefined;
    const isUnknown = Boolean(levels.impact && levels.urgency && !computed);
    return { levels, computed, chosen, own, label, isByHand, deadlines, isUnknown, advised };
  }

  /**
   * @override
   * @param {FormState} state
   * @param {Translator} translator
   * @param {ConnectedDesk} desk
   */
  draw(state, translator, desk) {
    this.#last = { desk, translator };
    if (state.computed && !state.isByHand) {
      this.#before ??= this.#isAnswered ? undefined : this.#binding.valueOf("priority");
      this.#write(state.computed, desk);
    } else if (!state.computed) {
      this.#putBack();
    }
    AXES.forEach((axis) => (this.#questions[axis].node.hidden = this.#binding.has(axis)));
    this.#answer.draw(state, translator, desk.policy, this.#binding.has("impact") && this.#binding.has("urgency"));
    const isNew = this.#advice.draw(state.advised, desk.policy, translator);
    this.#tell(state);
    if (isNew) {
      this.announce(`${this.#advice.words} ${this.#answer.text}`);
    }
    if (this.hasAttribute("reported")) {
      forget(this);
    } else {
      wakeAt(this, (Math.floor(now() / MINUTE) + 1) * MINUTE, () => this.update());
    }
  }

  /** Puts back what stood in the priority before a suggestion filled it in. */
  #putBack() {
    if (this.#before !== undefined && !this.#isAnswered && !this.#isByHand) {
      this.#binding.putBack("priority", this.#before);
    }
    this.#before = undefined;
  }

  /**
   * @param {string} priority
   * @param {ConnectedDesk} desk
   */
  #write(priority, desk) {
    if (this.#binding.has("priority") && !this.#binding.write("priority", priority, desk.policy.incidents?.priorities ?? [])) {
      this.warn(`the field \`${this.#binding.where("priority")}\` has no option for \`${priority}\`: name it in \`values\``);
    }
  }

  /** @param {FormState} state */
  #tell({ chosen, computed, levels, isByHand }) {
    const told = [chosen, computed, isByHand].join();
    if (told !== this.#told) {
      this.#told = told;
      this.announce(this.#answer.text);
      const detail = { priority: chosen, ...levels, isByHand };
      this.dispatchEvent(new CustomEvent("deskrules-priority", { detail, bubbles: true, composed: true }));
    }
  }

  /** @param {Axis} axis */
  #answered(axis) {
    this.#advice.answered(axis);
    this.#isAnswered = true;
    this.#before = undefined;
    this.update();
  }

  /**
   * A person wants what the text says.
   * @param {Axis} axis
   * @param {string} level
   */
  #agree(axis, level) {
    if (this.#binding.has(axis)) {
      this.#binding.write(axis, level, this.#last?.desk.policy.incidents?.[axis] ?? []);
    } else {
      this.#questions[axis].answer = level;
    }
    this.#answered(axis);
    this.#answer.focus();
  }

  /** A person does not want what the text says. */
  #undo() {
    this.#putBack();
    this.update();
    this.announce(this.#last?.translator.text("suggest.undone") ?? "");
    if (this.root.activeElement instanceof HTMLButtonElement) {
      // It is gone.
      this.#answer.focus();
    }
  }

  /** A person chose a priority, or took their choice back. */
  #chose() {
    this.#isByHand = !this.#binding.isEmpty("priority");
    this.update();
  }

  /** A person asked for the priority that their answers give. */
  #take() {
    this.#isByHand = false;
    this.#isAnswered = true;
    this.update();
    this.#answer.focus();
  }

  #reset() {
    AXES.forEach((axis) => (this.#questions[axis].answer = undefined));
    this.#advice.reset();
    this.#before = undefined;
    this.#isByHand = false;
    this.#isAnswered = false;
    this.update();
  }
}

reflect(DeskrulesForm, OWN);

/**
 * @param {ConnectedDesk} desk
 * @param {FormState["levels"]} levels
 */
async function classify(desk, { impact, urgency }) {
  if (!impact || !urgency) {
    return undefined;
  }
  try {
    return (await desk.classify({ impact, urgency })).priority;
  } catch (/** @type {any} */ error) {
    if (error?.code !== "no-priority-for") {
      throw error;
    }
    return undefined;
  }
}
