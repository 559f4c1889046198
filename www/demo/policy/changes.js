import { element } from "../../elements/dom.js";
import { seconds } from "../../elements/times.js";
import { byId } from "../dom.js";

/** @typedef {import("../../client/index.js").PolicyDocument} PolicyDocument */
/** @typedef {import("../../locales/translate.js").Translator} Translator */
/** @typedef {import("./put.js").Step} Step */
/** @typedef {{ schedule: string, at: number, from: string | undefined }} Version */
/** @typedef {NonNullable<NonNullable<PolicyDocument["incidents"]>["priorities"][number]["response"]>} Target */
/** @typedef {[value: string, name: string]} Option */
/**
 * A form. What is chosen says which value is looked at; a value that somebody is changing stays when the document is read anew.
 * @typedef {{ form: HTMLFormElement, chosen: HTMLSelectElement[], fill: () => void, change: () => [Step[], unknown], isTouched: boolean }} Part
 */

const DAYS = /** @type {const} */ (["mon", "tue", "wed", "thu", "fri", "sat", "sun"]);
/** A Monday. */
const MONDAY = Date.UTC(2026, 0, 5);
const DAY = 86_400_000;

/** The forms for the commonest changes. They write into the document; what they write is for the rules to judge. */
export class Changes {
  #impact = byId("cell-impact", HTMLSelectElement);
  #urgency = byId("cell-urgency", HTMLSelectElement);
  #cell = byId("cell-priority", HTMLSelectElement);
  #priority = byId("target-priority", HTMLSelectElement);
  #kind = byId("target-kind", HTMLSelectElement);
  #amount = byId("target-amount", HTMLInputElement);
  #unit = byId("target-unit", HTMLSelectElement);
  #schedule = byId("hours-schedule", HTMLSelectElement);
  #day = byId("hours-day", HTMLSelectElement);
  #hours = byId("hours-shifts", HTMLInputElement);
  #zone = byId("zone", HTMLInputElement);
  /** @type {Version[]} */
  #versions = [];
  /** @type {PolicyDocument} */
  #policy = { id: "" };

  /** @type {Part[]} */
  #parts = [
    { form: byId("change-cell", HTMLFormElement), chosen: [this.#impact, this.#urgency], fill: () => this.#fillCell(), change: () => this.#ofCell(), isTouched: false },
    { form: byId("change-target", HTMLFormElement), chosen: [this.#priority, this.#kind], fill: () => this.#fillTarget(), change: () => this.#ofTarget(), isTouched: false },
    { form: byId("change-hours", HTMLFormElement), chosen: [this.#schedule, this.#day], fill: () => this.#fillHours(), change: () => this.#ofHours(), isTouched: false },
    { form: byId("change-zone", HTMLFormElement), chosen: [], fill: () => this.#fillZone(), change: () => [["timeZone"], this.#zone.value.trim()], isTouched: false },
  ];

  /** @param {(way: Step[], value: unknown, form: HTMLFormElement) => void} write */
  constructor(write) {
    for (const part of this.#parts) {
      part.form.addEventListener("submit", (event) => {
        event.preventDefault();
        part.isTouched = false;
        write(...part.change(), part.form);
      });
      part.form.addEventListener("input", ({ target }) => {
        part.isTouched = !part.chosen.some((select) => select === target);
        if (!part.isTouched) {
          part.fill();
        }
      });
    }
    this.#unit.addEventListener("change", () => this.#limit());
    const zones = "supportedValuesOf" in Intl ? Intl.supportedValuesOf("timeZone") : [];
    byId("zones", HTMLDataListElement).replaceChildren(...zones.map((zone) => element("option", { value: zone })));
  }

  /**
   * Offers what a document has.
   * @param {PolicyDocument} policy
   * @param {Translator} translator
   */
  show(policy, translator) {
    this.#policy = policy;
    const { incidents, schedules = {} } = policy;
    const named = (/** @type {{ id: string, name?: Record<string, string> }} */ { id, name = {} }) => /** @type {Option} */ ([id, translator.name(name, id)]);
    offer(this.#impact, (incidents?.impact ?? []).map(named));
    offer(this.#urgency, (incidents?.urgency ?? []).map(named));
    const priorities = (incidents?.priorities ?? []).map(({ id }) => /** @type {Option} */ ([id, id]));
    offer(this.#cell, [...priorities, ["", translator.text("matrix.nothing")]]);
    offer(this.#priority, priorities);
    offer(this.#kind, [
      ["response", translator.text("targets.response")],
      ["resolution", translator.text("targets.resolution")],
      ...(incidents?.targets ?? []).map(({ id, name = {} }) => /** @type {Option} */ ([`targets ${id}`, translator.name(name, id)])),
    ]);
    this.#versions = Object.entries(schedules).flatMap(([schedule, versions]) => [versions].flat().map(({ from }, at) => ({ schedule, at, from })));
    byId("change-hours", HTMLFormElement).hidden = this.#versions.length === 0;
    offer(this.#schedule, this.#versions.map(({ schedule, from }, at) => [String(at), from ? translator.text("change.version", { schedule, from }) : schedule]));
    const weekday = new Intl.DateTimeFormat(translator.language, { weekday: "long", timeZone: "UTC" });
    offer(this.#day, DAYS.map((day, at) => [day, weekday.format(MONDAY + at * DAY)]));
    this.#parts.filter(({ isTouched }) => !isTouched).forEach(({ fill }) => fill());
  }

  #fillCell() {
    this.#cell.value = this.#policy.incidents?.matrix[this.#impact.value]?.[this.#urgency.value] ?? "";
  }

  #fillTarget() {
    const priority = this.#policy.incidents?.priorities.find(({ id }) => id === this.#priority.value);
    const [kind = "", id = ""] = this.#kind.value.split(" ");
    this.#target(kind === "targets" ? priority?.targets?.[id] : priority?.[/** @type {"response"} */ (kind)]);
  }

  #fillHours() {
    const { schedule = "", at = 0 } = this.#versions[Number(this.#schedule.value)] ?? {};
    const hours = [this.#policy.schedules?.[schedule] ?? []].flat()[at]?.hours ?? {};
    this.#hours.value = (hours[/** @type {"mon"} */ (this.#day.value)] ?? []).join(", ");
  }

  #fillZone() {
    this.#zone.value = this.#policy.timeZone ?? "";
  }

  /** @param {Target | null | undefined} target */
  #target(target) {
    const amount = typeof target === "string" ? seconds(target) : 0;
    const unit = typeof target === "object" && target ? "workingDays" : target === "agreed" ? "agreed" : !target ? "none" : amount % 3600 === 0 ? "hours" : "minutes";
    this.#unit.value = unit;
    this.#amount.value = typeof target === "object" && target ? String(target.workingDays) : amount ? String(amount / (unit === "hours" ? 3600 : 60)) : "";
    this.#limit();
  }

  /** An amount goes with some units only. */
  #limit() {
    const isCounted = !["agreed", "none"].includes(this.#unit.value);
    this.#amount.disabled = !isCounted;
    this.#amount.required = isCounted;
  }

  /** @returns {[Step[], unknown]} */
  #ofCell() {
    return [["incidents", "matrix", this.#impact.value, this.#urgency.value], this.#cell.value || undefined];
  }

  /** @returns {[Step[], unknown]} */
  #ofTarget() {
    const amount = Number(this.#amount.value);
    /** @type {Record<string, () => unknown>} */
    const targets = {
      minutes: () => duration(amount * 60),
      hours: () => duration(amount * 3600),
      workingDays: () => ({ workingDays: amount }),
      agreed: () => "agreed",
    };
    return [["incidents", "priorities", { id: this.#priority.value }, ...this.#kind.value.split(" ")], targets[this.#unit.value]?.()];
  }

  /** @returns {[Step[], unknown]} */
  #ofHours() {
    const { schedule = "", at = 0 } = this.#versions[Number(this.#schedule.value)] ?? {};
    const shifts = this.#hours.value.split(",").map((shift) => shift.trim().replace(/\s*[–-]\s*/, "-"));
    return [["schedules", schedule, at, "hours", this.#day.value], shifts.filter(Boolean)];
  }
}

/**
 * Puts other options into a list; the choice stays where it can.
 * @param {HTMLSelectElement} select
 * @param {Option[]} options
 */
function offer(select, options) {
  const { value } = select;
  select.replaceChildren(...options.map(([option, name]) => element("option", { value: option }, name)));
  if (options.some(([option]) => option === value)) {
    select.value = value;
  }
}

/**
 * Returns a duration as a document writes it, like `PT1H30M`.
 * @param {number} all - Seconds.
 */
function duration(all) {
  const whole = Math.round(all);
  /** @type {[number, string][]} */
  const units = [[Math.floor(whole / 3600), "H"], [Math.floor((whole % 3600) / 60), "M"], [whole % 60, "S"]];
  const parts = units.filter(([count]) => count > 0).map(([count, unit]) => `${count}${unit}`);
  return `PT${parts.join("") || "0S"}`;
}
