// The policy: a file or text, checked as it is typed, each finding where it stands; saved when there is no error in it.
import { element, sentence } from "../../elements/dom.js";
import { severityTag } from "../../elements/messages.js";
import { readJson } from "../../node/json.js";
import { Lines } from "../../node/lines.js";
import { ask } from "../shared/messages.js";
import { byId } from "../shared/page.js";

/** @typedef {import("./options.js").Page} Page */
/** @typedef {import("../../node/lines.js").Place} Place */
/** @typedef {import("../../node/lines.js").Range} Range */
/** @typedef {{ severity: "error" | "warning" | "info", message: string, help: string, place: Place }} Placed */

const START = { line: 1, column: 1, endLine: 1, endColumn: 1, whole: true };

/** The card of the policy. */
export class PolicyCard {
  #page;
  #text = byId("policy-text", HTMLTextAreaElement);
  #file = byId("policy-file", HTMLInputElement);
  #verdict = byId("policy-verdict", HTMLElement);
  #findings = byId("policy-findings", HTMLUListElement);
  #back = byId("policy-back", HTMLButtonElement);
  #turn = 0;
  #shown = "";

  /** @param {Page} page */
  constructor(page) {
    this.#page = page;
    this.#text.addEventListener("input", () => this.#check());
    this.#file.addEventListener("change", async () => {
      const [file] = this.#file.files ?? [];
      if (file) {
        this.#text.value = await file.text();
        this.#file.value = "";
        await this.#check();
      }
    });
    this.#back.addEventListener("click", async () => {
      this.#turn += 1;
      this.#clear();
      await page.save({ policy: null });
      this.draw();
      this.#text.focus();
    });
  }

  /** Shows which policy is in use; what somebody types stays, in whatever state it is. */
  draw() {
    const { words, store } = this.#page;
    const { policy } = store.settings;
    byId("in-use", HTMLElement).textContent = words.text(policy === null ? "policy.built-in" : "policy.own");
    this.#back.hidden = policy === null && this.#text.value === "";
    if (this.#shown !== (policy ?? "")) {
      this.#text.value = policy ?? "";
      this.#shown = policy ?? "";
    }
    if (this.#text.value !== "" && this.#verdict.textContent !== "") {
      void this.#check(false);
    }
  }

  #clear() {
    this.#text.value = "";
    this.#shown = "";
    this.#verdict.textContent = "";
    this.#text.removeAttribute("aria-invalid");
    this.#findings.replaceChildren();
  }

  /**
   * Says what is wrong with what was typed, and saves it when there is no error.
   * @param {boolean} [keeps]
   */
  async #check(keeps = true) {
    const turn = ++this.#turn;
    const text = this.#text.value;
    const { words, store } = this.#page;
    if (text.trim() === "") {
      this.#clear();
      return;
    }
    const findings = await this.#findingsOf(text);
    if (turn !== this.#turn) {
      return;
    }
    const errors = findings.filter(({ severity }) => severity === "error").length;
    this.#findings.replaceChildren(...findings.map((finding) => this.#item(finding)));
    this.#text.toggleAttribute("aria-invalid", false);
    if (errors > 0) {
      this.#text.setAttribute("aria-invalid", "true");
      this.#verdict.textContent = words.count("policy.refused", errors);
    } else {
      this.#verdict.textContent = findings.length > 0 ? words.text("policy.accepted") : `${words.text("policy.good")} ${words.text("policy.accepted")}`;
      if (keeps && text !== store.settings.policy) {
        this.#shown = text;
        await this.#page.save({ policy: text });
        byId("in-use", HTMLElement).textContent = words.text("policy.own");
      }
    }
    this.#back.hidden = false;
  }

  /**
   * @param {string} text
   * @returns {Promise<Placed[]>} In the order of the text.
   */
  async #findingsOf(text) {
    const { words } = this.#page;
    const lines = new Lines(text);
    try {
      const root = readJson({ text, error: (code, message, range, more) => Object.assign(new Error(message), { code, params: more?.params, place: range && lines.place(range) }) });
      const { findings } = await ask({ type: "lint", policy: text });
      const placed = findings.map(({ code, severity, path, message }) => {
        const { message: said, help } = words.lint({ code, message });
        const own = said === message ? words.error({ code, message }) : said;
        // Only the core's English names the values.
        const whole = words.language === "en" || own === said ? said : `${own} (${message})`;
        return { severity, message: whole, help, place: lines.placeAt(root, path, code) };
      });
      return placed.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
    } catch (/** @type {any} */ error) {
      return [{ severity: "error", message: words.error(error), help: "", place: error.place ?? START }];
    }
  }

  /** @param {Placed} finding */
  #item({ severity, message, help, place }) {
    const { words } = this.#page;
    const go = element("button", { type: "button" }, words.text("policy.place", { line: place.line, column: place.column }));
    go.addEventListener("click", () => this.#select(place));
    return element("li", {}, severityTag(severity, words), " ", go, " ", ...sentence(message), ...(help ? [element("span", { class: "help" }, ...sentence(help))] : []));
  }

  /**
   * Goes to a place in the text.
   * @param {Place} place
   */
  #select({ line, column, endLine, endColumn }) {
    const starts = this.#text.value.split("\n").reduce((all, text) => [...all, (all.at(-1) ?? 0) + text.length + 1], [0]);
    const at = (/** @type {number} */ line, /** @type {number} */ column) => (starts[line - 1] ?? 0) + column - 1;
    this.#text.focus();
    this.#text.setSelectionRange(at(line, column), at(endLine, endColumn));
    const height = Number.parseFloat(getComputedStyle(this.#text).lineHeight) || 20;
    this.#text.scrollTop = Math.max(0, (line - 3) * height);
  }
}
