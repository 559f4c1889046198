import { DeskrulesElement, reflect } from "./base.js";
import { now, wakeAt } from "./clock.js";
import { COUNTDOWN_STYLE, countdown, inSentence, nextWake } from "./countdown.js";
import { set } from "./dom.js";
import { clockName, clockUntil, trackingOf } from "./ticket.js";

/** @typedef {import("./rules.js").ConnectedDesk} ConnectedDesk */
/** @typedef {import("../locales/translate.js").Translator} Translator */
/** @typedef {import("./ticket.js").Clock} Clock */
/** @typedef {{ clock: Clock | null, nextChange: string | null }} TimerState */

const OWN = ["ticket", "due", "from", "schedule", "clock"];

const STYLE = `:host { display: inline-block; }${COUNTDOWN_STYLE}`;

/**
 * Counts down to a service level target in business time. It wakes when what it shows changes, not every second.
 * @tagname deskrules-timer
 * @attr {string} ticket - JSON of a ticket, as `desk.track` takes it.
 * @attr {string} due - Instant of the deadline, RFC 3339, in place of a ticket.
 * @attr {string} from - Instant from which the time to `due` counts, so that it can be at risk.
 * @attr {string} schedule - Name of the policy's schedule that `due` is counted in; that of incidents when left out.
 * @attr {string} clock - `response` or `resolution`; `resolution` when left out.
 * @attr {string} policy - Address or JSON text of the policy; `managed-server-goud` when left out.
 * @attr {string} lang - `nl` or `en`; that of the nearest element around it when left out.
 * @attr {string} standing - Set by the element: `on-track`, `at-risk`, `breached` or `met`.
 * @attr {string} phase - Set by the element: `pending`, `running`, `paused`, `out-of-hours` or `stopped`.
 * @slot - The deadline as the server wrote it, shown until the element is defined.
 * @csspart timer - What is shown.
 * @csspart state - The icon and the word of where it stands.
 * @csspart remaining - The remaining time; negative once the deadline is past.
 * @cssprop [--deskrules-timer-size=1.75rem] - Height that is kept free while it loads; 5rem on a narrow screen.
 * @cssprop [--deskrules-good] - Colour of a clock that runs well.
 * @cssprop [--deskrules-at-risk] - Colour of a clock at risk.
 * @cssprop [--deskrules-breached] - Colour of a clock whose deadline is past.
 * @fires {CustomEvent} deskrules-standing - The clock entered another standing: `detail` has `clock`, `standing`, `phase` and `due`.
 * @extends {DeskrulesElement<TimerState>}
 */
export class DeskrulesTimer extends DeskrulesElement {
  /** @override */
  static observedAttributes = [...DeskrulesElement.observedAttributes, ...OWN];

  #standing = "";

  constructor() {
    super("clock", STYLE);
  }

  /**
   * @override
   * @param {ConnectedDesk} desk
   * @returns {Promise<TimerState | undefined>}
   */
  async read(desk) {
    const due = this.getAttribute("due");
    if (this.hasAttribute("ticket")) {
      const tracking = await trackingOf(this, desk);
      return { clock: tracking[clockName(this)], nextChange: tracking.nextChange };
    }
    return due ? clockUntil(this, due, desk) : undefined;
  }

  /**
   * @override
   * @param {TimerState} state
   * @param {Translator} translator
   */
  draw({ clock, nextChange }, translator) {
    const present = now();
    this.content.replaceChildren(countdown(clock, clockName(this), translator));
    if (!clock) {
      return;
    }
    set(this, "standing", clock.standing);
    set(this, "phase", clock.phase);
    this.#tell(clock, inSentence(clock, clockName(this), translator));
    wakeAt(this, nextWake(clock, nextChange, present), () => this.update());
  }

  /**
   * @param {Clock} clock
   * @param {string} text
   */
  #tell({ standing, phase, due }, text) {
    if (standing === this.#standing) {
      return;
    }
    // What stands there from the start is read where it stands.
    if (this.#standing) {
      this.announce(text);
    }
    this.#standing = standing;
    const detail = { clock: clockName(this), standing, phase, due };
    this.dispatchEvent(new CustomEvent("deskrules-standing", { detail, bubbles: true, composed: true }));
  }
}

reflect(DeskrulesTimer, OWN);
