// What the requester writes: the subject and the text of somebody else's form, in a field or in an editor that stands in its place.
import { findField } from "./fields.js";

/** @typedef {{ subject: string, body: string }} Text */

const NAMES = /** @type {const} */ (["subject", "body"]);
/** How long somebody may go on typing before it is read. */
const CALM = 150;

/** Reads the text of a form, and tells when it changes. */
export class FormText {
  #changed;
  /** @type {Map<keyof Text, import("./fields.js").Field>} */
  #fields = new Map();
  /** @type {Document | undefined} - Of an editor, which has its own. */
  #inner;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #soon;
  #isTyped = false;

  /** @param {() => void} changed */
  constructor(changed) {
    this.#changed = changed;
  }

  /** Whether somebody has typed here, and not the page. */
  get isTyped() {
    return this.#isTyped;
  }

  /** Begins to listen. */
  start() {
    document.addEventListener("input", this.#heard, true);
  }

  /** Lets go of the page. */
  stop() {
    document.removeEventListener("input", this.#heard, true);
    this.#inner?.removeEventListener("input", this.#heard, true);
    clearTimeout(this.#soon);
    this.forget();
  }

  /** The form is as it was before anybody typed. */
  forget() {
    this.#fields.clear();
    this.#inner = undefined;
    this.#isTyped = false;
  }

  /**
   * Returns what is written now; without the fields, which are nothing to complain of, it is empty.
   * @param {HTMLFormElement | undefined} form
   * @param {{ subject?: string | undefined, body?: string | undefined }} places
   * @returns {Text}
   */
  read(form, places) {
    for (const name of NAMES) {
      const place = places[name];
      const field = form && place ? findField(form, place) : undefined;
      if (field) {
        this.#fields.set(name, field);
      } else {
        this.#fields.delete(name);
      }
    }
    const body = this.#fields.get("body");
    const inner = body && editorOf(body);
    if (inner !== this.#inner) {
      this.#inner?.removeEventListener("input", this.#heard, true);
      inner?.addEventListener("input", this.#heard, true);
      this.#inner = inner;
    }
    return { subject: this.#fields.get("subject")?.value ?? "", body: inner ? inner.body.innerText : (body?.value ?? "") };
  }

  /**
   * Says whether an element is where the text is written.
   * @param {EventTarget | null} target
   */
  has(target) {
    return [...this.#fields.values()].some((field) => field === target);
  }

  /** @param {Event} event */
  #heard = (event) => {
    if (this.has(event.target) || event.currentTarget === this.#inner) {
      this.#isTyped = true;
      clearTimeout(this.#soon);
      this.#soon = setTimeout(this.#changed, CALM);
    }
  };
}

/**
 * Returns the document of an editor that stands in place of a field: a frame of the page itself, right after it.
 * @param {Element} field
 */
function editorOf(field) {
  if (field.checkVisibility()) {
    return undefined;
  }
  try {
    const frame = field.nextElementSibling?.querySelector("iframe");
    return frame?.contentDocument?.body.isContentEditable ? frame.contentDocument : undefined;
  } catch {
    // That of another site is none of ours.
    return undefined;
  }
}
