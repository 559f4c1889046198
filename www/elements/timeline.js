import { sentences } from "../client/explain.js";
import { DeskrulesElement, reflect } from "./base.js";
import { now, wakeAt } from "./clock.js";
import { element } from "./dom.js";
import { drawPicture, PICTURE_STYLE, swatch } from "./picture.js";
import { clockName, trackingOf } from "./ticket.js";

/** @typedef {import("./rules.js").ConnectedDesk} ConnectedDesk */
/** @typedef {import("../locales/translate.js").Translator} Translator */
/** @typedef {import("../client/desk.js").Tracked} Tracked */
/** @typedef {{ clock: Tracked, nextChange: string | null, lines: string[] }} TimelineState */

const OWN = ["ticket", "clock"];
const MINUTE = 60_000;
/** The kinds of part, and their words. */
const KINDS = { counted: "counted", ahead: "ahead", closed: "skipped", holiday: "holiday", paused: "paused", resolved: "resolved" };

const STYLE = `${PICTURE_STYLE}
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.1rem; font-size: 0.9em; }
.legend li { display: flex; align-items: center; gap: 0.4em; }
.legend svg { inline-size: 1.1em; block-size: 1.1em; flex: none; }
summary { inline-size: fit-content; padding-block: 0.2rem; color: var(--accent); }
details ul { display: grid; gap: 0.25rem; margin-block: 0.4rem; padding-inline-start: 1.1rem; list-style: disc; }
.verdict { font-weight: 600; }
`;

/**
 * Shows why a deadline is what it is: the hours that count, the nights, holidays and pauses between them, now, and the deadline. The same in
 * sentences below it.
 * @tagname deskrules-timeline
 * @attr {string} ticket - JSON of a ticket, as `desk.track` takes it.
 * @attr {string} clock - `response` or `resolution`; `resolution` when left out.
 * @attr {string} policy - Address or JSON text of the policy; `managed-server-goud` when left out.
 * @attr {string} lang - `nl` or `en`; that of the nearest element around it when left out.
 * @slot - Shown until the element is defined.
 * @csspart panel - What is shown.
 * @csspart picture - The picture.
 * @cssprop [--deskrules-background=Canvas] - Behind what is shown.
 * @cssprop [--deskrules-accent] - Colour of the time that counts.
 * @cssprop [--deskrules-timeline-size=9rem] - Height that is kept free while it loads.
 * @extends {DeskrulesElement<TimelineState>}
 */
export class DeskrulesTimeline extends DeskrulesElement {
  /** @override */
  static observedAttributes = [...DeskrulesElement.observedAttributes, ...OWN];

  #verdict = element("p", { class: "verdict" });
  #picture = element("div", { part: "picture" });
  #legend = element("ul", { class: "legend" });
  #summary = element("summary");
  #words = element("ul");
  #observer = globalThis.ResizeObserver && new ResizeObserver(() => this.#resize());
  #width = 0;
  /** @type {(() => void) | undefined} */
  #paint;

  constructor() {
    super(STYLE);
    this.content.classList.add("panel");
    this.content.setAttribute("part", "panel");
    this.content.append(this.#verdict, this.#picture, this.#legend, element("details", {}, this.#summary, this.#words));
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.#observer?.observe(this.#picture);
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }

  /**
   * @override
   * @param {ConnectedDesk} desk
   * @param {Translator} translator
   * @returns {Promise<TimelineState | undefined>}
   */
  async read(desk, translator) {
    if (!this.hasAttribute("ticket")) {
      return undefined;
    }
    const tracking = await trackingOf(this, desk);
    const name = clockName(this);
    const clock = tracking[name];
    if (!clock?.why?.length) {
      return undefined;
    }
    const alone = { ...tracking, response: null, resolution: null, targets: {}, [name]: clock };
    const lines = sentences(alone, translator.language, desk.policy.incidents).split("\n");
    return { clock, nextChange: tracking.nextChange, lines };
  }

  /**
   * @override
   * @param {TimelineState} state
   * @param {Translator} translator
   */
  draw({ clock, nextChange, lines }, translator) {
    const [verdict = "", ...rest] = lines;
    this.#verdict.textContent = verdict;
    this.#summary.textContent = translator.text("timeline.words");
    this.#words.replaceChildren(...rest.map((line) => element("li", {}, line.replace(/^- /, ""))));
    const present = now();
    this.#paint = () => {
      const { svg, kinds } = drawPicture(clock, present, this.#width || 600, translator);
      svg.setAttribute("aria-label", verdict);
      this.#picture.replaceChildren(svg);
      const shown = Object.entries(KINDS).filter(([kind]) => kinds.has(kind));
      this.#legend.replaceChildren(...shown.map(([kind, word]) => element("li", {}, swatch(kind), translator.text(`timeline.${word}`))));
    };
    this.#paint();
    const change = nextChange === null ? Infinity : Date.parse(nextChange);
    const minute = clock.phase === "running" ? (Math.floor(present / MINUTE) + 1) * MINUTE : Infinity;
    wakeAt(this, Math.min(change, minute), () => this.update());
  }

  #resize() {
    const width = Math.floor(this.#picture.clientWidth);
    if (width !== this.#width) {
      this.#width = width;
      this.#paint?.();
    }
  }
}

reflect(DeskrulesTimeline, OWN);
