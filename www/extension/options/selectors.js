// The selectors of a desk that is none of those known, and what they find on an open page of it, as they are typed.
import { isSelector } from "../../desks/look.js";
import { element, sentence, set } from "../../elements/dom.js";
import { FIELDS } from "../shared/settings.js";
import { previewOf } from "./preview.js";
import { canonical } from "./store.js";

/** @typedef {import("./options.js").Page} Page */
/** @typedef {import("./preview.js").Answer} Answer */
/** @typedef {import("../shared/settings.js").GenericFields} GenericFields */
/** @typedef {import("../shared/settings.js").Site} Site */
/** @typedef {typeof FIELDS[number]} Name */
/** @typedef {{ input: HTMLInputElement | HTMLTextAreaElement, label: HTMLElement, hint: HTMLElement, answer: HTMLElement }} Field */

const TEXTS = ["paused", "done"];
/** In the order of the form: the words of the desk after what they are for. */
const ORDER = /** @type {(Name | "values")[]} */ (FIELDS.flatMap((name) => (name === "status" ? ["values", name] : [name])));
let last = 0;

/** The form of one desk. */
export class Selectors {
  #page;
  #origin;
  #turn = 0;
  #summary = element("summary");
  #intro = element("p", { class: "note" });
  #verdict = element("p", { class: "verdict", role: "status" });
  #fields = new Map(ORDER.map((name) => [name, newField(name)]));
  node = element("details", {}, this.#summary, this.#intro, this.#verdict);

  /**
   * @param {Page} page
   * @param {string} origin
   */
  constructor(page, origin) {
    this.#page = page;
    this.#origin = origin;
    const form = element("fieldset", { class: "selectors" });
    for (const [name, { input, label, hint, answer }] of this.#fields) {
      input.addEventListener("input", () => this.#typed());
      form.append(element("p", { class: `field${name === "values" ? " wide" : ""}` }, label, input, answer, hint));
    }
    this.node.append(form);
    this.node.addEventListener("toggle", () => this.look());
  }

  /** @param {Site} site */
  draw({ fields = {} }) {
    const { words } = this.#page;
    this.#summary.textContent = words.text("fields.title");
    this.#intro.textContent = words.text("fields.intro");
    for (const [name, { input, label, hint }] of this.#fields) {
      const key = name === "title" ? "fields.titled" : `fields.${name}`;
      label.textContent = words.text(key);
      hint.replaceChildren(...sentence(words.text(`${key}-hint`)));
      const value = name === "values" ? lines(fields.values ?? {}) : (fields[name] ?? "");
      // Not under the hands of somebody who types, nor a line that is half written.
      const isSame = name === "values" && canonical(pairs(input.value)) === canonical(fields.values ?? {});
      if (document.activeElement !== input && !isSame) {
        input.value = value;
      }
    }
  }

  /** Opens the form, and asks what is there. */
  open() {
    this.node.open = true;
    this.#fields.get("ticket")?.input.focus();
  }

  /** Says what the selectors find now. */
  async look() {
    if (!this.node.open) {
      return;
    }
    const turn = ++this.#turn;
    const fields = this.#read();
    const answer = await previewOf(this.#origin, fields);
    // What was typed since is answered by a later turn.
    if (turn === this.#turn) {
      this.#show(answer, fields);
    }
  }

  /** @returns {GenericFields} */
  #read() {
    const filled = [...this.#fields].flatMap(([name, { input }]) => (input.value.trim() === "" ? [] : [[name, name === "values" ? pairs(input.value) : input.value.trim()]]));
    return Object.fromEntries(filled);
  }

  async #typed() {
    const { store, save } = this.#page;
    const fields = this.#read();
    const sites = store.settings.sites.map((site) => (site.origin === this.#origin ? { ...site, fields } : site));
    await Promise.all([save({ sites }), this.look()]);
  }

  /**
   * @param {Answer} answer
   * @param {GenericFields} fields
   */
  #show(answer, fields) {
    const { words } = this.#page;
    const { preview } = answer;
    const kind = preview?.kind === "list" ? words.count("preview.list", preview.rows) : words.text(`preview.${preview?.kind ?? "nothing"}`);
    const verdict = preview?.missing ? words.text(`preview.missing.${preview.missing}`) : preview?.ticket ? words.text("preview.complete") : "";
    const said = preview ? `${words.text("preview.tab", { title: answer.title })} ${kind}. ${verdict}` : words.text(`preview.${answer.trouble}`);
    if (this.#verdict.textContent !== said.replaceAll("`", "").trim()) {
      this.#verdict.replaceChildren(...sentence(said.trim()));
    }
    this.#verdict.className = `verdict${preview?.ticket && !preview.missing ? " good" : preview?.kind ? " missing" : ""}`;
    for (const [name, field] of this.#fields) {
      const value = name === "values" ? "" : (fields[name] ?? "");
      const isWrong = value !== "" && !TEXTS.includes(name) && !isSelector(value);
      set(field.input, "aria-invalid", isWrong ? "true" : "");
      const found = value === "" || !preview ? undefined : preview.found[name];
      field.answer.className = `answer ${found ? "found" : "none"}`;
      field.answer.textContent = isWrong ? words.text("preview.no-selector") : found === undefined ? "" : this.#told(name, found, preview?.ticket);
    }
  }

  /**
   * Says what a selector finds, and what that is to the policy.
   * @param {string} name
   * @param {string | null} text
   * @param {import("../shared/messages.js").Ticket} [ticket]
   */
  #told(name, text, ticket) {
    const { words } = this.#page;
    if (TEXTS.includes(name)) {
      return text === null ? words.text("preview.is-not-so") : words.text("preview.is-so", { text });
    }
    if (text === null) {
      return words.text(name === "reported" ? "preview.no-instant" : "preview.not-found");
    }
    const id = ticket?.[/** @type {"priority" | "impact" | "urgency"} */ (name)];
    return ["priority", "impact", "urgency"].includes(name) && id && id !== text ? words.text("preview.as", { text, id }) : words.text("preview.found", { text });
  }
}

/**
 * @param {string} name
 * @returns {Field}
 */
function newField(name) {
  last += 1;
  const id = `field-${last}`;
  const named = { id, spellcheck: "false", "aria-describedby": `${id}-answer ${id}-hint` };
  const input = name === "values" ? element("textarea", { ...named, rows: "3" }) : element("input", { ...named, class: "selector", autocomplete: "off" });
  return { input, label: element("label", { for: id }), hint: element("span", { id: `${id}-hint`, class: "hint" }), answer: element("span", { id: `${id}-answer`, class: "answer" }) };
}

/** @param {Record<string, string>} values */
function lines(values) {
  return Object.entries(values).map(([id, text]) => `${id} = ${text}`).join("\n");
}

/**
 * Reads a line of `id = text` each; a line that is half written is none.
 * @param {string} text
 */
function pairs(text) {
  const found = text.split("\n").map((line) => /^\s*([^=\s][^=]*?)\s*=\s*(\S.*?)\s*$/.exec(line));
  return Object.fromEntries(found.flatMap((pair) => (pair ? [[pair[1], pair[2]]] : [])));
}
