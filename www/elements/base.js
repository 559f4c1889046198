import { zoneOf } from "../client/moments.js";
import { forget } from "./clock.js";
import { defaults } from "./defaults.js";
import { element } from "./dom.js";
import { follow, unfollow, wordsFor } from "./language.js";
import { rulesOf } from "./rules.js";
import { adopt } from "./style.js";

/** @typedef {import("./rules.js").ConnectedDesk} ConnectedDesk */
/** @typedef {import("../locales/translate.js").Translator} Translator */

// A server has no elements, and may still import this.
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

/**
 * What all elements have in common: their rules, their language, and that nothing they do goes wrong loudly. Until there is something to
 * show, and where there never is, the element shows what stands in it.
 * @template T - What is to be shown.
 */
export class DeskrulesElement extends Base {
  /** Attributes of every element; those of one come on top. */
  static observedAttributes = ["policy", "lang"];

  /** The shadow tree, closed off from the page's styles. */
  root;
  #words;
  #status = element("p", { role: "status", class: "hidden" });
  #content = element("div", { class: "content" });
  #slot = element("slot");
  #turn = 0;
  #isAsked = false;
  /** @type {Set<string>} */
  #warned = new Set();
  #again = () => this.update();

  /**
   * @param {import("./language.js").Kind} words - Of which kind of element it has the words.
   * @param {string} css - Of this kind of element, beside what all have.
   */
  constructor(words, css) {
    super();
    this.#words = words;
    this.root = this.attachShadow({ mode: "open" });
    adopt(this.root, css);
    this.root.append(this.#content, this.#slot, this.#status);
    this.#content.hidden = true;
  }

  connectedCallback() {
    this.#takeOver();
    follow(this.#again);
    this.update();
  }

  disconnectedCallback() {
    unfollow(this.#again);
    forget(this);
    this.#turn += 1;
  }

  attributeChangedCallback() {
    this.update();
  }

  /** Address of the policy, or its JSON text; `managed-server-goud` when empty. */
  get policy() {
    return this.getAttribute("policy") ?? "";
  }

  set policy(value) {
    this.setAttribute("policy", value);
  }

  /** Sets again what somebody set before the element was defined: it would stand before the property of its class. */
  #takeOver() {
    const own = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (this));
    for (const name of Object.keys(own).filter((key) => key in Object.getPrototypeOf(this))) {
      const value = own[name];
      delete own[name];
      own[name] = value;
    }
  }

  /** Works out anew what to show, soon and once for all that changes now. */
  update() {
    if (this.#isAsked || !this.isConnected) {
      return;
    }
    this.#isAsked = true;
    queueMicrotask(() => {
      this.#isAsked = false;
      void this.#run();
    });
  }

  /** Where content is drawn. */
  get content() {
    return this.#content;
  }

  /**
   * Says something to those who do not see it.
   * @param {string} text
   */
  announce(text) {
    this.#status.textContent = text;
  }

  /**
   * Complains on the console, once about the same.
   * @param {string} text
   */
  warn(text) {
    if (!this.#warned.has(text)) {
      this.#warned.add(text);
      console.warn(`${this.localName}: ${text}`);
    }
    // The page keeps no room any more.
    this.toggleAttribute("failed", true);
  }

  /**
   * Works out what to show.
   * @abstract
   * @param {ConnectedDesk} _desk
   * @param {Translator} _translator
   * @returns {Promise<T | undefined>} Undefined for nothing.
   */
  async read(_desk, _translator) {
    return undefined;
  }

  /**
   * Shows it.
   * @abstract
   * @param {T} _state
   * @param {Translator} _translator
   * @param {ConnectedDesk} _desk
   */
  draw(_state, _translator, _desk) {}

  /** Lets go of the page: there are no rules to go by. */
  failed() {}

  async #run() {
    this.#turn += 1;
    const turn = this.#turn;
    try {
      const desk = await rulesOf(this.policy || (defaults.policy ?? ""));
      const translator = await wordsFor(this, this.#words, zoneOf(desk.policy));
      if (turn !== this.#turn) {
        return;
      }
      const state = await this.read(desk, translator);
      // Something changed meanwhile, and a later turn shows that.
      if (turn !== this.#turn) {
        return;
      }
      if (state !== undefined) {
        this.content.setAttribute("lang", translator.language);
        this.draw(state, translator, desk);
      }
      this.#show(state !== undefined);
    } catch (/** @type {any} */ error) {
      if (turn === this.#turn) {
        this.#show(false);
        this.failed();
        this.warn(error?.message ?? String(error));
      }
    }
  }

  /** @param {boolean} isReady */
  #show(isReady) {
    this.#content.hidden = !isReady;
    this.#slot.hidden = isReady && !this.keepsSlot;
    this.toggleAttribute("ready", isReady);
    if (isReady) {
      this.removeAttribute("failed");
    }
  }

  /** Whether what stands in the element stays when it has something to show. */
  get keepsSlot() {
    return false;
  }
}

/**
 * Gives a class the properties of its attributes: `impact-values` is `impactValues`.
 * @param {typeof DeskrulesElement<any>} type
 * @param {string[]} attributes
 */
export function reflect(type, attributes) {
  for (const attribute of attributes) {
    const name = attribute.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
    Object.defineProperty(type.prototype, name, {
      configurable: true,
      enumerable: true,
      get() {
        return this.getAttribute(attribute) ?? "";
      },
      set(value) {
        this.setAttribute(attribute, typeof value === "string" ? value : JSON.stringify(value));
      },
    });
  }
}
