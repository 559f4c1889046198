import { sentencesOf } from "../client/explain.js";
import { DeskrulesElement, reflect } from "./base.js";
import { now, wakeAt } from "./clock.js";
import { Explanation, EXPLANATION_STYLE, nextPicture } from "./explanation.js";
import { clockName, trackingOf } from "./ticket.js";

/** @typedef {import("./rules.js").ConnectedDesk} ConnectedDesk */
/** @typedef {import("../locales/translate.js").Translator} Translator */
/** @typedef {import("../client/desk.js").Tracked} Tracked */
/** @typedef {{ clock: Tracked, nextChange: string | null, lines: string[] }} TimelineState */

const OWN = ["ticket", "clock"];

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

  #explanation = new Explanation();

  constructor() {
    super("clock", EXPLANATION_STYLE);
    this.content.classList.add("panel");
    this.content.setAttribute("part", "panel");
    this.content.append(...this.#explanation.nodes);
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.#explanation.follow();
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.#explanation.unfollow();
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
    const lines = sentencesOf(tracking, name, translator.language, desk.policy.incidents);
    return { clock, nextChange: tracking.nextChange, lines };
  }

  /**
   * @override
   * @param {TimelineState} state
   * @param {Translator} translator
   */
  draw({ clock, nextChange, lines }, translator) {
    const present = now();
    this.#explanation.draw(clock, lines, present, translator);
    wakeAt(this, nextPicture(clock, nextChange, present), () => this.update());
  }
}

reflect(DeskrulesTimeline, OWN);
