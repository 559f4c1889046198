import { byId } from "../dom.js";
import { History } from "./history.js";

/** @typedef {import("../../node/lines.js").Place} Place */

/** The rules are asked when nothing was typed for so long. */
const PAUSE = 250;
/** Lines that stay visible above the one that is gone to. */
const ABOVE = 3;

/** The text field of the document, and what was in it before. */
export class Field {
  #area = byId("document", HTMLTextAreaElement);
  #undo = byId("undo", HTMLButtonElement);
  #redo = byId("redo", HTMLButtonElement);
  #history = new History();
  #changed;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;

  /** @param {() => void} changed - Called after a pause in typing, and at once when the text is another. */
  constructor(changed) {
    this.#changed = changed;
    this.#area.addEventListener("input", () => {
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => this.#settle(), PAUSE);
    });
    this.#area.addEventListener("keydown", (event) => this.#key(event));
    this.#undo.addEventListener("click", () => this.#go(-1));
    this.#redo.addEventListener("click", () => this.#go(1));
  }

  /** The text. */
  get text() {
    return this.#area.value;
  }

  /**
   * Puts in another text, which can be undone.
   * @param {string} text
   */
  write(text) {
    // What was just typed is a step of its own.
    this.#history.keep(this.text);
    this.#replace(text);
    this.#settle();
  }

  /**
   * Puts in the first text.
   * @param {string} text
   */
  start(text) {
    this.#replace(text);
    this.#settle();
    this.#area.disabled = false;
  }

  /**
   * Puts the cursor at a place.
   * @param {Place} place
   */
  go({ line, column, endLine, endColumn }) {
    const starts = [0, ...[...this.text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    const at = (/** @type {number} */ row, /** @type {number} */ place) => (starts[row - 1] ?? 0) + place - 1;
    this.#area.focus();
    // A whole section is not selected: the next key would take it away.
    const end = endLine === line ? at(endLine, endColumn) : at(line, column);
    this.#area.setSelectionRange(at(line, column), end);
    this.#show(line);
  }

  /**
   * Shows what was changed, and leaves the focus where it is.
   * @param {{ start: number, end: number }} range
   */
  mark({ start, end }) {
    this.#area.setSelectionRange(start, end);
    this.#show(this.text.slice(0, start).split("\n").length);
  }

  /** @param {number} line */
  #show(line) {
    const height = Number.parseFloat(getComputedStyle(this.#area).lineHeight);
    this.#area.scrollTo({ top: Math.max(0, line - 1 - ABOVE) * height, left: 0 });
  }

  /** @param {string} text */
  #replace(text) {
    const { scrollTop, scrollLeft } = this.#area;
    this.#area.value = text;
    this.#area.setSelectionRange(0, 0);
    this.#area.scrollTo({ top: scrollTop, left: scrollLeft });
  }

  /** @param {number} steps */
  #go(steps) {
    this.#history.keep(this.text);
    const text = this.#history.go(steps);
    if (text !== undefined) {
      const from = firstDifference(this.text, text);
      this.#replace(text);
      this.#area.setSelectionRange(from, from);
      this.#show(text.slice(0, from).split("\n").length);
      this.#settle();
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const key = event.key.toLowerCase();
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (isCommand && (key === "z" || key === "y")) {
      // The browser's own undoing knows nothing of what the forms wrote.
      event.preventDefault();
      this.#go(key === "y" || event.shiftKey ? 1 : -1);
    }
  }

  #settle() {
    clearTimeout(this.#pause);
    this.#history.keep(this.text);
    setDisabled(this.#undo, !this.#history.canUndo, this.#area);
    setDisabled(this.#redo, !this.#history.canRedo, this.#area);
    this.#changed();
  }
}

/**
 * @param {HTMLButtonElement} button
 * @param {boolean} disabled
 * @param {HTMLElement} next - Takes the focus that a disabled button loses.
 */
function setDisabled(button, disabled, next) {
  if (disabled && document.activeElement === button) {
    next.focus({ preventScroll: true });
  }
  button.disabled = disabled;
}

/**
 * @param {string} one
 * @param {string} other
 */
function firstDifference(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) {
    at += 1;
  }
  return at;
}
