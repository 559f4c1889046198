// On the page of a ticket: its clocks, why each deadline is what it is, and a button to watch it.
import { countdown, COUNTDOWN_STYLE, nextWake } from "../../elements/countdown.js";
import { element } from "../../elements/dom.js";
import { Explanation, EXPLANATION_STYLE, nextPicture } from "../../elements/explanation.js";
import { adopt } from "../../elements/style.js";
import { now } from "../shared/clock.js";
import { ask } from "../shared/messages.js";
import { getForPage } from "./ask.js";
import { PRESSED_STYLE } from "./style.js";
import { aged, Alarm } from "./time.js";

/** @typedef {import("../../elements/desks.js").DeskModule} DeskModule */
/** @typedef {import("../../locales/translate.js").Translator} Translator */
/** @typedef {import("../shared/messages.js").ClockName} ClockName */
/** @typedef {import("../shared/messages.js").Ticket} Ticket */
/** @typedef {import("../shared/messages.js").TicketAnswer} TicketAnswer */
/** @typedef {import("../shared/messages.js").Tracked} Tracked */

const CLOCKS = /** @type {const} */ (["response", "resolution"]);
/** The page may show something new of its ticket; its desk is asked no more often than this. */
const PATIENCE = 2000;
/** Until the worker is asked again, when its clock is a little behind. */
const SECOND = 1000;

const STYLE = `${COUNTDOWN_STYLE}${EXPLANATION_STYLE}${PRESSED_STYLE}
:host { margin-block: 1rem; }
.head { display: flex; flex-wrap: wrap; align-items: start; justify-content: space-between; gap: 0.5rem 1rem; }
.clocks { display: grid; gap: 0.5rem; }
.clock { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1rem; }
.why { min-block-size: 1.5rem; padding: 0.1rem 0.6rem; font-size: 0.9em; }
.explanation { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.5rem; padding-block-start: 0.75rem; border-block-start: 1px solid var(--line); }
`;

/** Shows the clocks of the page's ticket. */
export class TicketView {
  #desk;
  #words;
  #host = element("div", { "data-deskrules": "" });
  #panel = element("section", { class: "panel" });
  #clocks = element("div", { class: "clocks" });
  #watch = element("button", { type: "button", class: "watch" });
  #status = element("p", { role: "status", class: "note" });
  #views = CLOCKS.map((name) => new ClockView(name));
  #alarm = new Alarm();
  #pictures = new Alarm();
  /** @type {Ticket | undefined} */
  #ticket;
  #read = { text: "", at: 0, turn: 0 };
  /** @type {TicketAnswer | undefined} */
  #answer;

  /**
   * @param {DeskModule} desk
   * @param {Translator} words
   */
  constructor(desk, words) {
    this.#desk = desk;
    this.#words = words;
    const root = this.#host.attachShadow({ mode: "open" });
    adopt(root, STYLE);
    root.append(this.#panel);
    this.#host.lang = words.language;
    this.#panel.setAttribute("aria-label", words.text("page.clocks"));
    this.#clocks.append(...this.#views.map(({ row }) => row));
    this.#panel.append(element("div", { class: "head" }, this.#clocks, this.#watch), ...this.#views.map(({ place }) => place), this.#status);
    this.#watch.addEventListener("click", () => this.#toggle());
  }

  /** The page is new, or has changed. */
  look() {
    const { clocks = "[data-deskrules-clocks]" } = this.#desk;
    const place = typeof clocks === "string" ? document.querySelector(clocks) : clocks(document);
    if (!this.#host.isConnected) {
      if (place) {
        place.before(this.#host);
      } else {
        document.body.prepend(this.#host);
      }
    }
    const text = place?.textContent ?? "";
    const wait = this.#read.at + PATIENCE - Date.now();
    if (this.#ticket && text === this.#read.text) {
      return;
    }
    this.#read.text = text;
    if (wait > 0 && this.#read.at > 0) {
      setTimeout(() => this.refresh(), wait);
    } else {
      void this.refresh();
    }
  }

  /** Asks the desk and the worker anew. */
  async refresh() {
    const turn = ++this.#read.turn;
    this.#read.at = Date.now();
    try {
      const ticket = await this.#desk.readTicket(document, getForPage);
      if (turn !== this.#read.turn) {
        return;
      }
      this.#ticket = ticket;
      if (!ticket) {
        this.#say("page.unreadable");
        return;
      }
      await this.#track(ticket, turn);
    } catch (/** @type {any} */ error) {
      if (turn === this.#read.turn) {
        this.#say(error?.code ? "page.refused" : "page.unreadable", { message: error?.code ? this.#words.error(error) : "" });
      }
    }
  }

  /** Leaves the page as the desk made it. */
  end() {
    this.#read.turn += 1;
    this.#alarm.clear();
    this.#pictures.clear();
    this.#views.forEach((view) => view.end());
    this.#host.remove();
  }

  /**
   * @param {Ticket} ticket
   * @param {number} turn
   */
  async #track(ticket, turn) {
    const answer = await ask({ type: "ticket", ticket, title: document.title });
    if (turn !== this.#read.turn) {
      return;
    }
    this.#answer = answer;
    this.#status.textContent = "";
    this.#watch.hidden = answer.tracking.resolution?.phase === "stopped";
    this.#showWatched(answer.watched);
    this.#draw(true);
    this.#explain();
  }

  /**
   * Draws the clocks, and again when they read otherwise.
   * @param {boolean} [isFresh] - Whether the worker was asked just now.
   */
  #draw(isFresh) {
    if (!this.#answer || !this.#ticket) {
      return;
    }
    const { at, tracking } = this.#answer;
    const present = now();
    const change = tracking.nextChange === null ? Infinity : Date.parse(tracking.nextChange);
    const ticket = this.#ticket;
    if (present >= change && !isFresh) {
      void this.#track(ticket, this.#read.turn).catch(() => this.#say("page.unreadable"));
      return;
    }
    const wakes = this.#views.map((view) => view.draw(tracking[view.name], at, present, tracking.nextChange, this.#words));
    this.#alarm.set(isFresh && present >= change ? present + SECOND : Math.min(change, ...wakes), () => this.#draw());
  }

  #explain() {
    if (!this.#answer) {
      return;
    }
    const { at, tracking, words } = this.#answer;
    const present = now();
    const wakes = this.#views.map((view) => view.explain(tracking[view.name], words[view.name], at, present, tracking.nextChange, this.#words));
    this.#pictures.set(Math.min(...wakes), () => this.#explain());
  }

  async #toggle() {
    if (this.#ticket) {
      const on = this.#watch.getAttribute("aria-pressed") !== "true";
      const { watched } = await ask({ type: "watch", ticket: this.#ticket, title: document.title, on });
      this.#showWatched(watched);
    }
  }

  /** @param {boolean} isWatched */
  #showWatched(isWatched) {
    this.#watch.setAttribute("aria-pressed", String(isWatched));
    this.#watch.textContent = this.#words.text("page.watch");
  }

  /**
   * Says why there is no clock.
   * @param {string} key
   * @param {Record<string, unknown>} [params]
   */
  #say(key, params) {
    this.#answer = undefined;
    this.#alarm.clear();
    this.#pictures.clear();
    this.#views.forEach((view) => view.clear());
    this.#watch.hidden = true;
    this.#status.textContent = this.#words.text(key, params);
  }
}

/** One of the two clocks, and its explanation. */
class ClockView {
  #face = element("span");
  #why = element("button", { type: "button", class: "why", "aria-expanded": "false" });
  #explanation = new Explanation();
  row = element("div", { class: "clock" }, this.#face, this.#why);
  place = element("div", { class: "explanation" }, ...this.#explanation.nodes);

  /** @param {ClockName} name */
  constructor(name) {
    this.name = name;
    this.clear();
    this.#why.addEventListener("click", () => this.#open(this.place.hidden));
  }

  /**
   * @param {Tracked | null} clock
   * @param {number} at
   * @param {number} present
   * @param {string | null} nextChange
   * @param {Translator} words
   * @returns {number} When it reads otherwise, in epoch milliseconds.
   */
  draw(clock, at, present, nextChange, words) {
    this.row.hidden = clock === null;
    this.#why.textContent = words.text("page.why");
    this.#why.setAttribute("aria-label", words.text("page.why-of", { target: words.text(`clock.${this.name}`) }));
    if (!clock) {
      return Infinity;
    }
    const shown = aged(clock, at, present);
    const face = countdown(shown, this.name, words);
    this.#face.replaceChildren(face);
    return nextWake(shown, nextChange, present);
  }

  /**
   * @param {Tracked | null} clock
   * @param {string[]} lines
   * @param {number} at
   * @param {number} present
   * @param {string | null} nextChange
   * @param {Translator} words
   * @returns {number} When the picture changes, in epoch milliseconds.
   */
  explain(clock, lines, at, present, nextChange, words) {
    this.#why.hidden = !clock?.why?.length;
    if (!clock?.why?.length) {
      this.#open(false);
      return Infinity;
    }
    const shown = aged(clock, at, present);
    this.#explanation.draw(shown, lines, present, words);
    return nextPicture(shown, nextChange, present);
  }

  clear() {
    this.row.hidden = true;
    this.#open(false);
  }

  end() {
    this.#explanation.unfollow();
  }

  /** @param {boolean} isOpen */
  #open(isOpen) {
    this.place.hidden = !isOpen;
    this.#why.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) {
      this.#explanation.follow();
    } else {
      this.#explanation.unfollow();
    }
  }
}
