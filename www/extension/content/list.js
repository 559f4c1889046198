// On a list: a chip per row with the clock that comes first, and a button that sorts by next to breach.
import { countdown, COUNTDOWN_STYLE, nextWake } from "../../elements/countdown.js";
import { element } from "../../elements/dom.js";
import { adopt } from "../../elements/style.js";
import { now } from "../shared/clock.js";
import { firstOf, nextToBreach, order } from "../shared/clocks.js";
import { ask } from "../shared/messages.js";
import { getForPage } from "./ask.js";
import { PRESSED_STYLE } from "./style.js";
import { aged, Alarm } from "./time.js";

/** @typedef {import("../../elements/desks.js").DeskModule} DeskModule */
/** @typedef {import("../../locales/translate.js").Translator} Translator */
/** @typedef {import("../shared/messages.js").Clocks} Clocks */
/** @typedef {import("../shared/messages.js").Ticket} Ticket */
/** @typedef {{ host: HTMLElement, root: ShadowRoot, wake: number }} Chip */

const CHIP_STYLE = `${COUNTDOWN_STYLE}
:host { display: block; font-size: 0.875rem; font-weight: normal; }
.name, .due { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;
const BAR_STYLE = `${PRESSED_STYLE}
:host { margin-block: 0.5rem; }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1rem; }
`;

/** Nothing reads otherwise sooner. */
const SECOND = 1000;

/** Shows a clock in each row of the page's list. */
export class ListView {
  #desk;
  #words;
  #bar = element("div", { "data-deskrules": "" });
  #sort = element("button", { type: "button", "aria-pressed": "false" });
  #status = element("span", { role: "status", class: "note" });
  /** @type {Map<string, Chip>} */
  #chips = new Map();
  /** @type {Map<string, Ticket>} */
  #tickets = new Map();
  /** @type {Map<string, Clocks>} */
  #clocks = new Map();
  /** @type {Element[]} - The rows as the desk had them. */
  #order = [];
  /** What is being read, and what the desk did not have when it was. */
  #wanted = new Set();
  #absent = new Set();
  #at = 0;
  #turn = 0;
  #alarm = new Alarm();

  /**
   * @param {DeskModule} desk
   * @param {Translator} words
   */
  constructor(desk, words) {
    this.#desk = desk;
    this.#words = words;
    const root = this.#bar.attachShadow({ mode: "open" });
    adopt(root, BAR_STYLE);
    root.append(element("div", { class: "bar" }, this.#sort, this.#status));
    this.#bar.lang = words.language;
    this.#sort.textContent = words.text("list.sort");
    this.#sort.addEventListener("click", () => this.#toggle());
  }

  /** The page is new, or has changed: there may be other rows. */
  look() {
    const rows = this.#rows();
    const missing = [...rows.keys()].filter((id) => !this.#tickets.has(id) && !this.#absent.has(id));
    const [first] = rows.values();
    if (first && !this.#bar.isConnected) {
      (first.closest("table") ?? first.parentElement ?? first).before(this.#bar);
    }
    if (missing.some((id) => !this.#wanted.has(id))) {
      void this.#read(missing);
    } else if (rows.size > 0) {
      this.#draw();
    }
  }

  /** Asks the desk and the worker anew. */
  async refresh() {
    this.#absent.clear();
    await this.#read([...this.#rows().keys()]);
  }

  /** Leaves the page as the desk made it. */
  end() {
    this.#turn += 1;
    this.#alarm.clear();
    this.#arrange(false);
    this.#chips.forEach(({ host }) => host.remove());
    this.#bar.remove();
  }

  #rows() {
    return this.#desk.rows?.(document) ?? new Map();
  }

  /**
   * Reads tickets, a page of them at a time, until all are there; what was being read before is given up.
   * @param {string[]} wanted
   */
  async #read(wanted) {
    const turn = ++this.#turn;
    const left = new Set(wanted);
    this.#wanted = new Set(wanted);
    try {
      for await (const tickets of this.#desk.readList(document, getForPage)) {
        if (turn !== this.#turn) {
          return;
        }
        for (const ticket of tickets) {
          const id = String(ticket.id);
          if (left.delete(id)) {
            this.#tickets.set(id, ticket);
          }
        }
        if (left.size === 0) {
          break;
        }
      }
      left.forEach((id) => this.#absent.add(id));
      await this.#track(turn);
    } catch (/** @type {any} */ error) {
      if (turn === this.#turn) {
        left.forEach((id) => this.#absent.add(id));
        this.#status.textContent = this.#words.text(error?.code ? "page.refused" : "list.unreadable", { message: error?.code ? this.#words.error(error) : "" });
      }
    }
  }

  /**
   * Asks the worker of all tickets, in one message.
   * @param {number} turn
   */
  async #track(turn) {
    const { at, clocks } = await ask({ type: "list", tickets: [...this.#tickets.values()] });
    if (turn === this.#turn) {
      this.#at = at;
      this.#clocks = new Map(Object.entries(clocks));
      const risks = [...this.#clocks.values()].map((clocks) => clocks[firstOf(clocks)]?.standing);
      const count = (/** @type {string} */ wanted) => risks.filter((standing) => standing === wanted).length;
      this.#status.textContent = this.#words.text("list.count", { breached: count("breached"), atRisk: count("at-risk") });
      performance.mark("deskrules-data");
      this.#chips.forEach((chip) => (chip.wake = 0));
      this.#draw(true);
      performance.measure("deskrules-list", "deskrules-data");
    }
  }

  /**
   * Draws the chips that read otherwise now, and those of rows that are new.
   * @param {boolean} [isFresh] - Whether the worker was asked just now.
   */
  #draw(isFresh) {
    const present = now();
    const changes = [...this.#clocks.values()].flatMap(({ nextChange }) => (nextChange === null ? [] : [Date.parse(nextChange)]));
    const change = Math.min(Infinity, ...changes);
    if (present >= change && !isFresh) {
      void this.#track(this.#turn).catch(() => this.#alarm.clear());
      return;
    }
    for (const [id, row] of this.#rows()) {
      const clocks = this.#clocks.get(id);
      if (clocks) {
        this.#drawChip(id, row, clocks, present);
      }
    }
    if (this.#isSorted) {
      this.#arrange(true);
    }
    const wakes = [...this.#chips.values()].map(({ wake }) => wake);
    this.#alarm.set(Math.max(Math.min(change, ...wakes), present + SECOND), () => this.#draw());
  }

  /**
   * @param {string} id
   * @param {Element} row
   * @param {Clocks} clocks
   * @param {number} present
   */
  #drawChip(id, row, clocks, present) {
    const chip = this.#chips.get(id) ?? newChip(this.#words.language);
    this.#chips.set(id, chip);
    if (!row.contains(chip.host)) {
      const place = (this.#desk.chip && row.querySelector(this.#desk.chip)) || row.querySelector("td, th") || row;
      place.append(chip.host);
    }
    const name = firstOf(clocks);
    const clock = clocks[name];
    if (chip.wake <= present) {
      const shown = clock && aged(clock, this.#at, present);
      chip.root.replaceChildren(...(shown ? [countdown(shown, name, this.#words)] : []));
      chip.wake = shown ? nextWake(shown, clocks.nextChange, present) : Infinity;
    }
  }

  get #isSorted() {
    return this.#sort.getAttribute("aria-pressed") === "true";
  }

  #toggle() {
    const isSorted = !this.#isSorted;
    this.#sort.setAttribute("aria-pressed", String(isSorted));
    this.#arrange(isSorted);
  }

  /**
   * Puts the rows in order, or back as the desk had them.
   * @param {boolean} isSorted
   */
  #arrange(isSorted) {
    const rows = [...this.#rows()];
    const shown = rows.map(([, row]) => row);
    if (shown.some((row) => !this.#order.includes(row))) {
      this.#order = shown;
    }
    const due = new Map(rows.map(([id, row]) => [row, nextToBreach(this.#clocks.get(id))]));
    const dueOf = (/** @type {Element} */ row) => due.get(row) ?? Infinity;
    const known = this.#order.filter((row) => row.isConnected);
    const wanted = isSorted ? known.toSorted((a, b) => order(dueOf(a), dueOf(b))) : known;
    // A page that is in order already is left alone: what is moved is a change, which is looked at.
    if (wanted.some((row, index) => row !== shown[index])) {
      const last = shown.at(-1)?.nextSibling ?? null;
      wanted.forEach((row) => row.parentNode?.insertBefore(row, last));
    }
  }
}

/**
 * @param {string} language
 * @returns {Chip}
 */
function newChip(language) {
  const host = element("span", { "data-deskrules": "", lang: language });
  const root = host.attachShadow({ mode: "open" });
  adopt(root, CHIP_STYLE);
  return { host, root, wake: 0 };
}
