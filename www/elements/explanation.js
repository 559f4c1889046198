// Why a deadline is what it is: the picture, what its parts mean, and the same in sentences.
import { element } from "./dom.js";
import { drawPicture, PICTURE_STYLE, swatch } from "./picture.js";

/** @typedef {import("../locales/translate.js").Translator} Translator */
/** @typedef {import("../client/desk.js").Tracked} Tracked */

const MINUTE = 60_000;
/** The kinds of part, and their words. */
const KINDS = { counted: "counted", ahead: "ahead", closed: "skipped", holiday: "holiday", paused: "paused", resolved: "resolved" };
/** Where nothing says how wide it is. */
const WIDTH = 600;

export const EXPLANATION_STYLE = `${PICTURE_STYLE}
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.1rem; font-size: 0.9em; }
.legend li { display: flex; align-items: center; gap: 0.4em; }
.legend svg { inline-size: 1.1em; block-size: 1.1em; flex: none; }
summary { inline-size: fit-content; padding-block: 0.2rem; color: var(--accent); }
details ul { display: grid; gap: 0.25rem; margin-block: 0.4rem; padding-inline-start: 1.1rem; list-style: disc; }
.verdict { font-weight: 600; }
`;

/** Draws it, for the width that there is. */
export class Explanation {
  #verdict = element("p", { class: "verdict" });
  #picture = element("div", { part: "picture" });
  #legend = element("ul", { class: "legend" });
  #summary = element("summary");
  #words = element("ul");
  #observer = globalThis.ResizeObserver && new ResizeObserver(() => this.#resize());
  #width = 0;
  /** @type {(() => void) | undefined} */
  #paint;

  /** What is to stand in a panel. */
  nodes = [this.#verdict, this.#picture, this.#legend, element("details", {}, this.#summary, this.#words)];

  /** Draws anew when the width changes, from now on. */
  follow() {
    this.#observer?.observe(this.#picture);
  }

  /** Follows no more. */
  unfollow() {
    this.#observer?.disconnect();
  }

  /**
   * @param {Tracked} clock - With its `why`.
   * @param {string[]} lines - The same in sentences, the verdict first.
   * @param {number} present - Epoch milliseconds.
   * @param {Translator} translator
   */
  draw(clock, lines, present, translator) {
    const [verdict = "", ...rest] = lines;
    this.#verdict.textContent = verdict;
    this.#summary.textContent = translator.text("timeline.words");
    this.#words.replaceChildren(...rest.map((line) => element("li", {}, line.replace(/^- /, ""))));
    this.#paint = () => {
      const { svg, kinds } = drawPicture(clock, present, this.#width || WIDTH, translator);
      svg.setAttribute("aria-label", verdict);
      this.#picture.replaceChildren(svg);
      const shown = Object.entries(KINDS).filter(([kind]) => kinds.has(kind));
      this.#legend.replaceChildren(...shown.map(([kind, word]) => element("li", {}, swatch(kind), translator.text(`timeline.${word}`))));
    };
    this.#paint();
  }

  #resize() {
    const width = Math.floor(this.#picture.clientWidth);
    if (width !== this.#width) {
      this.#width = width;
      this.#paint?.();
    }
  }
}

/**
 * Returns when the picture changes next.
 * @param {Tracked} clock
 * @param {string | null} nextChange
 * @param {number} present
 * @returns {number} Epoch milliseconds.
 */
export function nextPicture({ phase }, nextChange, present) {
  const change = nextChange === null ? Infinity : Date.parse(nextChange);
  const minute = phase === "running" ? (Math.floor(present / MINUTE) + 1) * MINUTE : Infinity;
  return Math.min(change, minute);
}
