import { DeskrulesElement, reflect } from "./base.js";
import { checkFields } from "./check.js";
import { forget, isLate, now } from "./clock.js";
import { formOf } from "./fields.js";
import { Messages } from "./messages.js";
import { write } from "./options.js";
import { fieldAt, mapFields } from "./paths.js";
import { SUMMARY_STYLE, Summary } from "./summary.js";

/** @typedef {import("./rules.js").ConnectedDesk} ConnectedDesk */
/** @typedef {import("../locales/translate.js").Translator} Translator */
/** @typedef {import("../client/index.js").CheckAnswer} CheckAnswer */
/** @typedef {import("./fields.js").Field} Field */
/** @typedef {{ fields: Map<string, Field>, answer: CheckAnswer | undefined }} RequestState */

const OWN = ["kind", "form", "fields"];
const HEARD = ["input", "change", "submit", "reset"];

/**
 * Checks a patch or change request on a form that somebody else wrote: a message at each field, a summary with links to them, and the next
 * window that fits as a click. The form is held for errors only, and for those that somebody can mend on it, from the first time that they send it.
 * @tagname deskrules-request
 * @attr {string} kind - `patch` or `change`; `patch` when left out.
 * @attr {string} form - Selector of the form; the form inside the element, around it, or the only one, when left out.
 * @attr {string} fields - JSON: where a field is (a selector, a pattern of its name, or the text of its label), by its path in the request.
 *   A field needs none when its name is the path, or when it says the path in `data-deskrules`.
 * @attr {string} policy - Address or JSON text of the policy; `managed-server-goud` when left out.
 * @attr {string} lang - `nl` or `en`; that of the nearest element around it when left out.
 * @slot - The form, or nothing. It stays as it is.
 * @csspart summary - What the check answers; it takes the focus when a form is held.
 * @csspart take - The button that fills in the next window.
 * @cssprop [--deskrules-background=Canvas] - Behind the summary.
 * @fires {CustomEvent} deskrules-checked - The request was checked: `detail` is the answer of `checkPatch` or `checkChange`.
 * @extends {DeskrulesElement<RequestState>}
 */
export class DeskrulesRequest extends DeskrulesElement {
  /** @override */
  static observedAttributes = [...DeskrulesElement.observedAttributes, ...OWN];

  #summary = new Summary((window) => this.#take(window));
  #messages = new Messages();
  #observer = globalThis.MutationObserver && new MutationObserver(() => this.#look());
  /** @type {HTMLFormElement | undefined} */
  #form;
  /** Whether the form leaves checks to the browser, when nobody holds it. */
  #wasFree = false;
  /** @type {RequestState | undefined} */
  #state;
  #since = 0;
  #isChecked = false;
  #isSending = false;
  #isPassing = false;
  /** @type {HTMLElement | null} */
  #submitter = null;
  #told = "";
  #complained = "";

  constructor() {
    super("request", SUMMARY_STYLE);
    this.content.append(this.#summary.node);
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.#since = now();
    this.#observer?.observe(document, { childList: true, subtree: true });
    HEARD.forEach((type) => document.addEventListener(type, this.#heard, true));
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.#observer?.disconnect();
    HEARD.forEach((type) => document.removeEventListener(type, this.#heard, true));
    this.#letGo();
  }

  /** Checks the request now, as if somebody had sent it, and holds nothing. */
  check() {
    this.#isChecked = true;
    this.update();
  }

  /** @override */
  get keepsSlot() {
    return true;
  }

  /**
   * @override
   * @param {ConnectedDesk} desk
   * @param {Translator} translator
   * @returns {Promise<RequestState | undefined>}
   */
  async read(desk, translator) {
    const kind = this.getAttribute("kind") === "change" ? "change" : "patch";
    const { form, fields, missing } = this.#find(kind);
    if (!form || missing.length > 0) {
      this.failed();
      this.#complain(missing);
      return undefined;
    }
    forget(this);
    this.#hold(form);
    return { fields, answer: this.#isChecked ? await checkFields(fields, kind, desk, translator) : undefined };
  }

  /**
   * @override
   * @param {RequestState} state
   * @param {Translator} translator
   */
  draw(state, translator) {
    this.#state = state;
    const { fields, answer } = state;
    if (!answer) {
      this.#summary.node.hidden = true;
      this.#messages.clear();
      return;
    }
    this.#messages.show(fields, answer.findings, translator);
    this.#summary.show(answer, fields, translator);
    this.#tell(answer);
    this.#complainOf(answer, fields);
    if (this.#isSending) {
      this.#isSending = false;
      if (answer.accepted || !canMend(answer, fields)) {
        this.#pass();
      } else {
        this.#summary.focus();
      }
    }
  }

  /** @override */
  failed() {
    this.#state = undefined;
    if (this.#isSending) {
      this.#isSending = false;
      this.#pass();
    }
    this.#letGo();
  }

  /** @param {"patch" | "change"} kind */
  #find(kind) {
    const place = this.getAttribute("form") ?? "";
    const form = (!place && this.querySelector("form")) || formOf(this, place);
    if (!form) {
      return { form, fields: new Map(), missing: [place ? `form \`${place}\`` : "form"] };
    }
    const { fields, missing } = mapFields(form, kind, this.#named());
    return { form, fields, missing: missing.map((where) => `field \`${where}\``) };
  }

  /**
   * @returns {Record<string, string>}
   * @throws {TypeError}
   */
  #named() {
    try {
      return Object(JSON.parse(this.getAttribute("fields") || "{}"));
    } catch {
      throw new TypeError("`fields` is not JSON");
    }
  }

  /** @param {string[]} missing */
  #complain(missing) {
    if (isLate(this, this.#since, () => this.update())) {
      missing.forEach((what) => this.warn(`found no ${what}; the form works without`));
    }
  }

  /**
   * Complains of what the policy asks for and the form does not.
   * @param {CheckAnswer} answer
   * @param {Map<string, Field>} fields
   */
  #complainOf({ findings }, fields) {
    const paths = findings.filter(({ severity, path }) => severity === "error" && !fieldAt(fields, path)).map(({ path }) => `\`${path}\``);
    const text = `the form has no field for ${paths.join(", ")}: name it in \`fields\`; nobody is held for what they cannot fill in`;
    if (paths.length > 0 && text !== this.#complained) {
      this.#complained = text;
      console.info(`${this.localName}: ${text}`);
    }
  }

  /** @param {HTMLFormElement} form */
  #hold(form) {
    if (this.#form !== form) {
      this.#letGo();
      this.#form = form;
      this.#wasFree = form.hasAttribute("novalidate");
      // The browser would stop at the first field, before anything is summed up. Its own checks come after ours.
      form.toggleAttribute("novalidate", true);
    }
  }

  #letGo() {
    this.#form?.toggleAttribute("novalidate", this.#wasFree);
    this.#form = undefined;
    this.#messages.clear();
    this.#summary.node.hidden = true;
  }

  /** @param {Event} event */
  #heard = (event) => {
    const { type, target } = event;
    if (type === "submit" && target === this.#form) {
      this.#submitted(/** @type {SubmitEvent} */ (event));
    } else if (type === "reset" && target === this.#form) {
      this.#isChecked = false;
      this.update();
    } else if (this.#isChecked && target instanceof Element && this.#isOurs(target)) {
      this.update();
    }
  };

  /** @param {Element} target */
  #isOurs(target) {
    return /** @type {Partial<Field>} */ (target).form === this.#form || this.#form?.contains(target) === true;
  }

  /** @param {SubmitEvent} event */
  #submitted(event) {
    if (this.#isPassing || !this.#state) {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#submitter = event.submitter;
    this.#isSending = true;
    this.#isChecked = true;
    this.update();
  }

  /** Sends the form on as it was sent. */
  #pass() {
    const form = this.#form;
    const submitter = this.#submitter?.isConnected ? this.#submitter : null;
    const isFree = this.#wasFree || submitter?.hasAttribute("formnovalidate");
    // By the prototype: a field may have the name of the method.
    const call = HTMLFormElement.prototype;
    // In a task of its own: a form that is being sent does not listen.
    setTimeout(() => {
      if (form?.isConnected && (isFree || call.reportValidity.call(form))) {
        this.#isPassing = true;
        call.requestSubmit.call(form, submitter);
        this.#isPassing = false;
      }
    });
  }

  /** @param {CheckAnswer} answer */
  #tell(answer) {
    const told = JSON.stringify(answer);
    if (told !== this.#told) {
      this.#told = told;
      this.announce(this.#isSending ? "" : this.#summary.title);
      this.dispatchEvent(new CustomEvent("deskrules-checked", { detail: answer, bubbles: true, composed: true }));
    }
  }

  /**
   * Fills in a window, in the zone that the form's times are in.
   * @param {{ start: string, end: string }} window
   */
  #take({ start, end }) {
    const [first, last] = [this.#state?.fields.get("window.start"), this.#state?.fields.get("window.end")];
    for (const [field, instant] of /** @type {[Field | undefined, string][]} */ ([[first, start], [last, end]])) {
      if (field) {
        write(field, field.type === "datetime-local" ? instant.slice(0, 16) : instant);
      }
    }
    // The button is gone.
    first?.focus();
  }

  /** The page changed: the form may be gone, or be there at last. */
  #look() {
    if (this.#form?.isConnected !== true) {
      this.#since = this.#form ? now() : this.#since;
      this.update();
    }
  }
}

reflect(DeskrulesRequest, OWN);

/**
 * Says whether any error is at a field of the form: a person is held for what they can mend.
 * @param {CheckAnswer} answer
 * @param {Map<string, Field>} fields
 */
function canMend({ findings }, fields) {
  return findings.some(({ severity, path }) => severity === "error" && fieldAt(fields, path) !== undefined);
}
