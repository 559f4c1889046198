// The fields of a desk's form: found, found again when the page changes, listened to and filled in.
import { forget, isLate, now } from "./clock.js";
import { defaults } from "./defaults.js";
import { deskOf, ofPage } from "./desks.js";
import { findField, formOf, groupOf } from "./fields.js";
import { choose, chosenText, idOf, isChanged, labelOf, write } from "./options.js";

/** @typedef {import("./fields.js").Field} Field */
/** @typedef {import("./options.js").Level} Level */
/** @typedef {"impact" | "urgency" | "priority"} Name */
/** @typedef {import("./text.js").Text} Text */
/** @typedef {{ changed: (name: Name) => void, found: () => void, reset: () => void }} Listener */

const NAMES = /** @type {const} */ (["impact", "urgency", "priority"]);
const MAPS = { impact: "impact-values", urgency: "urgency-values", priority: "values" };

/** Ties an element to the fields that its attributes, or its desk, name. */
export class Binding {
  #element;
  /** @type {HTMLFormElement | undefined} */
  #form;
  /** @type {Map<Name, Field>} */
  #fields = new Map();
  /** @type {Map<string, string>} */
  #places = new Map();
  /** @type {import("./desks.js").Values} */
  #values = {};
  /** @type {Listener | undefined} */
  #listener;
  #isFound = false;
  #isWriting = false;
  #since = 0;
  #observer = globalThis.MutationObserver && new MutationObserver(() => this.#look());

  /** @param {import("./base.js").DeskrulesElement<any>} element */
  constructor(element) {
    this.#element = element;
  }

  /** @param {Listener} listener */
  start(listener) {
    this.#listener = listener;
    this.#since = now();
    this.#observer?.observe(document, { childList: true, subtree: true });
    for (const type of ["input", "change", "reset"]) {
      document.addEventListener(type, this.#heard, true);
    }
  }

  /** Lets go of the page. */
  stop() {
    this.#observer?.disconnect();
    forget(this);
    for (const type of ["input", "change", "reset"]) {
      document.removeEventListener(type, this.#heard, true);
    }
    this.#fields.clear();
    this.#form = undefined;
    this.#isFound = false;
  }

  /**
   * Finds the form and its fields, unless they are found; complains when they do not come.
   * @returns {Promise<boolean>} Whether all that were named are there.
   */
  async find() {
    const desk = await deskOf(this.#element.getAttribute("desk") ?? defaults.desk ?? "");
    const said = ofPage(desk?.fields) ?? {};
    this.#values = ofPage(desk?.values) ?? {};
    const places = ["form", ...NAMES, "subject", "body"].map((name) => [name, this.#element.getAttribute(name) ?? said[/** @type {Name} */ (name)] ?? ""]);
    const known = JSON.stringify([...this.#places]);
    this.#places = new Map(/** @type {[string, string][]} */ (places));
    if (this.#isFound && this.#isHere && known === JSON.stringify([...this.#places])) {
      return true;
    }
    const missing = this.#attach();
    this.#isFound = missing.length === 0;
    if (this.#isFound) {
      forget(this);
      this.#listener?.found();
      return true;
    }
    this.#fields.clear();
    if (isLate(this, this.#since, () => this.#element.update())) {
      missing.forEach((what) => this.#element.warn(`found no ${what}; the form works without`));
    }
    return false;
  }

  /**
   * Says whether a field was named.
   * @param {Name} name
   */
  has(name) {
    return this.#fields.has(name);
  }

  /**
   * Returns how a field was named.
   * @param {Name | keyof Text} name
   */
  where(name) {
    return this.#places.get(name) ?? "";
  }

  /**
   * Says whether a field has another choice than the page came with: somebody was faster, or the browser kept it.
   * @param {Name} name
   */
  isTouched(name) {
    const field = this.#fields.get(name);
    return field !== undefined && isChanged(field);
  }

  /**
   * Says whether a field has no choice.
   * @param {Name} name
   */
  isEmpty(name) {
    const field = this.#fields.get(name);
    return !field || groupOf(field).every((one) => !one.value || (one instanceof HTMLInputElement && one.type === "radio" && !one.checked));
  }

  /**
   * Returns the id of what a field has chosen.
   * @param {Name} name
   * @param {Level[]} levels
   */
  idOf(name, levels) {
    const field = this.#fields.get(name);
    return field && idOf(field, levels, this.#map(name));
  }

  /**
   * Returns what people read of what a field has chosen.
   * @param {Name} name
   */
  textOf(name) {
    const field = this.#fields.get(name);
    return field ? chosenText(field) : "";
  }

  /**
   * Returns what the desk calls an id, where that is another name than the policy's.
   * @param {Name} name
   * @param {string} id
   * @param {Level[]} levels
   */
  labelOf(name, id, levels) {
    const field = this.#fields.get(name);
    return field ? labelOf(field, id, levels, this.#map(name)) : "";
  }

  /**
   * Fills in a field, as if a person did.
   * @param {Name} name
   * @param {string} id
   * @param {Level[]} levels
   * @returns {boolean} False when there is no such option.
   */
  write(name, id, levels) {
    const field = this.#fields.get(name);
    this.#isWriting = true;
    try {
      return !field || choose(field, id, levels, this.#map(name));
    } finally {
      this.#isWriting = false;
    }
  }

  /**
   * Returns what a field holds, to be put back.
   * @param {Name} name
   */
  valueOf(name) {
    return this.#fields.get(name)?.value;
  }

  /**
   * Puts back what a field held.
   * @param {Name} name
   * @param {string | undefined} value
   */
  putBack(name, value) {
    const field = this.#fields.get(name);
    this.#isWriting = true;
    try {
      if (field && value !== undefined) {
        write(field, value);
      }
    } finally {
      this.#isWriting = false;
    }
  }

  /**
   * Returns what the requester has written so far.
   * @param {import("./text.js").FormText} reader
   * @returns {Text}
   */
  textBy(reader) {
    return reader.read(this.#form, { subject: this.where("subject"), body: this.where("body") });
  }

  /**
   * Says whether something belongs to the form.
   * @param {EventTarget | null} target
   */
  holds(target) {
    return target instanceof Node && this.#form?.contains(target) === true;
  }

  /** Says whether the page still has what was found. */
  get #isHere() {
    return this.#form?.isConnected === true && [...this.#fields.values()].every((field) => field.isConnected);
  }

  /** Finds the fields; returns in words what was named and is not there. */
  #attach() {
    this.#fields.clear();
    const place = this.#places.get("form") ?? "";
    this.#form = formOf(this.#element, place);
    if (!this.#form) {
      return [place ? `form \`${place}\`` : "form"];
    }
    const missing = [];
    for (const name of NAMES) {
      const where = this.where(name);
      const field = where && findField(this.#form, where);
      if (field) {
        this.#fields.set(name, field);
      } else if (where) {
        missing.push(`field \`${where}\``);
      }
    }
    return missing;
  }

  #look() {
    if (this.#isFound && !this.#isHere) {
      // The page changed: its new fields may take their time, too.
      this.#isFound = false;
      this.#since = now();
    }
    if (!this.#isFound) {
      this.#element.update();
    }
  }

  /** @param {Event} event */
  #heard = ({ type, target }) => {
    if (this.#isWriting || !(target instanceof Element)) {
      return;
    }
    if (type === "reset" && target === this.#form) {
      // The fields are reset after this.
      setTimeout(() => this.#listener?.reset());
      return;
    }
    for (const [name, field] of this.#fields) {
      if (groupOf(field).some((one) => one === target)) {
        this.#listener?.changed(name);
      }
    }
  };

  /**
   * @param {Name} name
   * @throws {TypeError} When it cannot be read: then the form works without all of this.
   */
  #map(name) {
    const attribute = MAPS[name];
    const text = this.#element.getAttribute(attribute);
    if (!text) {
      return this.#values[name] ?? {};
    }
    try {
      return Object(JSON.parse(text));
    } catch {
      throw new TypeError(`\`${attribute}\` is not JSON`);
    }
  }
}
