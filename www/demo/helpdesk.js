import { DeskrulesError } from "../client/web.js";
import { element } from "../elements/dom.js";
import { toInstant, toLocal } from "../elements/local.js";
import { adoptOnPage } from "../elements/style.js";
import { beside, SUGGESTION_STYLE, Suggestions } from "../elements/suggestion.js";
import { answer } from "./answer.js";
import { now } from "./clock.js";
import { byId } from "./dom.js";
import { showAtFields } from "./findings.js";
import { Question } from "./question.js";

/** @typedef {import("../client/index.js").Desk} Desk */
/** @typedef {import("../client/index.js").Deadlines} Deadlines */
/** @typedef {import("../client/index.js").Finding} Finding */
/** @typedef {import("../locales/translate.js").Translator} Translator */
/** @typedef {import("./language.js").Language} Language */

/** The form of an incident: two questions fill the priority, and the priority gives the times. */
export class Helpdesk {
  #form = byId("helpdesk", HTMLFormElement);
  #reportedAt = byId("reportedAt", HTMLInputElement);
  #channel = byId("channel", HTMLSelectElement);
  #component = byId("component", HTMLInputElement);
  #priority = byId("priority", HTMLSelectElement);
  #place = byId("answer", HTMLElement);
  #subject = byId("subject", HTMLInputElement);
  #description = byId("description", HTMLTextAreaElement);
  #suggestions = new Suggestions((axis, level) => this.#take(axis, level), () => {});
  #desk;
  #policy;
  #incidents;
  #impact;
  #urgency;
  #timeZone;
  /** @type {Translator | undefined} */
  #translator;
  /** Whether a person chose the priority, in place of the answers. */
  #byHand = false;

  /**
   * @param {Desk} desk
   * @param {string} timeZone
   * @param {Language} language
   */
  constructor(desk, timeZone, language) {
    const { incidents } = desk.policy;
    if (!incidents) {
      throw new DeskrulesError("no-incidents", "incidents", "the policy has no section on incidents");
    }
    this.#desk = desk;
    this.#policy = desk.policy;
    this.#incidents = incidents;
    this.#timeZone = timeZone;
    this.#impact = new Question(byId("impact", HTMLFieldSetElement), incidents.impact);
    this.#urgency = new Question(byId("urgency", HTMLFieldSetElement), incidents.urgency);
    this.#reportedAt.value ||= toLocal(now(), timeZone);
    this.#channel.append(...Object.keys(incidents.channels ?? {}).map((value) => element("option", { value })));
    const chosen = this.#priority.value;
    this.#priority.replaceChildren(...[...this.#priority.options].slice(0, 1), ...incidents.priorities.map(({ id }) => element("option", { value: id })));
    this.#priority.value = chosen;
    this.#byHand = chosen !== "";
    byId("components", HTMLDataListElement).append(...(incidents.scope ?? []).map((value) => element("option", { value })));

    adoptOnPage(document, SUGGESTION_STYLE);
    byId("urgency", HTMLFieldSetElement).after(this.#suggestions.node);
    this.#form.addEventListener("submit", (event) => event.preventDefault());
    this.#form.addEventListener("input", ({ target }) => this.#answered(target));
    language.follow((translator) => this.#draw(translator));
  }

  /** @param {EventTarget | null} target */
  #answered(target) {
    if (target === this.#priority) {
      this.#byHand = true;
    } else if (target instanceof HTMLInputElement && target.type === "radio") {
      this.#byHand = false;
    }
    this.#show();
  }

  /** @param {Translator} translator */
  #draw(translator) {
    this.#translator = translator;
    this.#impact.draw(translator);
    this.#urgency.draw(translator);
    const { scope = [] } = this.#incidents;
    byId("reportedAt-hint", HTMLElement).textContent = translator.text("zone", { zone: this.#timeZone });
    byId("component-hint", HTMLElement).textContent = scope.length > 0 ? translator.text("component.hint", { scope }) : "";
    for (const option of [...this.#channel.options].slice(1)) {
      option.textContent = this.#channelName(option.value, translator);
    }
    for (const { id, name } of this.#incidents.priorities) {
      const option = [...this.#priority.options].find(({ value }) => value === id);
      option?.replaceChildren(name ? `${id} – ${translator.name(name, id)}` : id);
    }
    this.#show();
  }

  #show() {
    const translator = this.#translator;
    if (!translator) {
      return;
    }
    const { findings, nodes } = this.#answer(translator);
    this.#suggest(translator);
    showAtFields(this.#form, findings, translator);
    this.#place.replaceChildren(...nodes);
  }

  /**
   * Says what the text suggests, where the answers are others or open.
   * @param {Translator} translator
   */
  #suggest(translator) {
    const text = { subject: this.#subject.value, body: this.#description.value };
    const { impact, urgency } = this.#desk.suggest(text);
    const lines = [...beside("impact", impact, this.#impact.answer), ...beside("urgency", urgency, this.#urgency.answer)];
    this.#suggestions.draw(lines, text, this.#policy, translator);
  }

  /**
   * @param {"impact" | "urgency"} axis
   * @param {string} level
   */
  #take(axis, level) {
    const radio = byId(axis, HTMLFieldSetElement).querySelector(`input[value="${CSS.escape(level)}"]`);
    if (radio instanceof HTMLInputElement) {
      radio.focus();
      radio.click();
    }
  }

  /**
   * @param {Translator} translator
   * @returns {{ findings: Finding[], nodes: Node[] }}
   */
  #answer(translator) {
    try {
      const matrix = this.#matrix();
      if (!this.#byHand) {
        this.#priority.value = matrix ?? "";
      }
      const priority = this.#priority.value;
      if (!priority) {
        return { findings: [], nodes: [element("p", { class: "empty" }, translator.text("answer.empty"))] };
      }
      const deadlines = this.#deadlines(priority);
      const findings = deadlines.findings.map((finding) => this.#withNames(finding, translator));
      return { findings, nodes: answer(deadlines, this.#policy, this.#why(priority, matrix, translator), translator) };
    } catch (error) {
      if (!(error instanceof DeskrulesError)) {
        throw error;
      }
      const message = translator.error(error);
      return { findings: [{ code: error.code, severity: "error", path: error.path, message, help: "", params: {} }], nodes: [] };
    }
  }

  /** The priority that the answers give, once both are there. */
  #matrix() {
    const [impact, urgency] = [this.#impact.answer, this.#urgency.answer];
    return impact && urgency ? this.#desk.classify({ impact, urgency }).priority : undefined;
  }

  /**
   * @param {string} priority
   * @returns {Deadlines}
   */
  #deadlines(priority) {
    const [channel, component] = [this.#channel.value, this.#component.value.trim()];
    return this.#desk.deadlines({
      priority,
      reportedAt: toInstant(this.#reportedAt.value, this.#timeZone),
      ...(channel && { channel }),
      ...(component && { component }),
    });
  }

  /**
   * @param {string} priority
   * @param {string | undefined} matrix
   * @param {Translator} translator
   */
  #why(priority, matrix, translator) {
    if (this.#byHand) {
      return translator.text(matrix && matrix !== priority ? "why.hand.instead" : "why.hand", { priority, matrix });
    }
    const impact = this.#impact.answerName(translator);
    return translator.text("why", { impact, urgency: this.#urgency.answerName(translator), priority });
  }

  /**
   * Returns the finding with the channel's name in place of its id.
   * @param {Finding} finding
   * @param {Translator} translator
   * @returns {Finding}
   */
  #withNames(finding, translator) {
    const { channel } = finding.params;
    if (typeof channel !== "string") {
      return finding;
    }
    return { ...finding, params: { ...finding.params, channel: this.#channelName(channel, translator) } };
  }

  /**
   * @param {string} id
   * @param {Translator} translator
   */
  #channelName(id, translator) {
    return translator.name(this.#incidents.channels?.[id]?.name ?? {}, id);
  }
}
