// The desks and their addresses. Access to an address is asked for in the click that adds it, and given back when it goes.
import { element, sentence, set } from "../../elements/dom.js";
import { api } from "../shared/browser.js";
import { byId } from "../shared/page.js";
import { originOf, patternOf } from "../shared/settings.js";
import { Selectors } from "./selectors.js";

/** @typedef {import("./options.js").Page} Page */
/** @typedef {import("../shared/settings.js").DeskName} DeskName */
/** @typedef {import("../shared/settings.js").Site} Site */

/** The list of desks, and the form that adds one. */
export class SitesCard {
  #page;
  #list = byId("sites", HTMLUListElement);
  #address = byId("address", HTMLInputElement);
  #desk = byId("desk", HTMLSelectElement);
  #trouble = byId("address-trouble", HTMLElement);
  /** @type {Map<string, SiteView>} */
  #views = new Map();

  /** @param {Page} page */
  constructor(page) {
    this.#page = page;
    byId("add", HTMLFormElement).addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#add();
    });
    this.#address.addEventListener("input", () => this.#say(""));
    const look = () => this.#views.forEach((view) => view.look());
    api.permissions.onAdded.addListener(look);
    api.permissions.onRemoved.addListener(look);
    // Somebody may come back from a tab of the desk.
    window.addEventListener("focus", look);
  }

  /** Shows each desk. One that stays is the same element, so that what is typed there stays. */
  draw() {
    const { sites } = this.#page.store.settings;
    for (const [key, view] of this.#views) {
      if (!sites.some((site) => keyOf(site) === key)) {
        view.node.remove();
        this.#views.delete(key);
      }
    }
    for (const site of sites) {
      const view = this.#views.get(keyOf(site)) ?? new SiteView(this.#page, site, () => this.#remove(site.origin));
      this.#views.set(keyOf(site), view);
      if (!view.node.isConnected) {
        this.#list.append(view.node);
      }
      view.draw(site);
    }
    byId("no-sites", HTMLElement).hidden = sites.length > 0;
  }

  async #add() {
    const { words, store, save } = this.#page;
    const origin = originOf(this.#address.value);
    if (!origin) {
      this.#say(words.text("sites.not-an-address"));
      return;
    }
    if (store.settings.sites.some((site) => site.origin === origin)) {
      this.#say(words.text("sites.twice", { origin }));
      return;
    }
    // Nothing is waited for before: the browser asks only in the click itself.
    const isGranted = await api.permissions.request({ origins: [patternOf(origin)] }).catch(() => false);
    if (!isGranted) {
      this.#say(words.text("sites.refused", { origin }));
      return;
    }
    const site = { origin, desk: /** @type {DeskName} */ (this.#desk.value) };
    if (await save({ sites: [...store.settings.sites, site] }, words.text("sites.added", { origin }))) {
      this.#say("");
      this.#address.value = "";
      this.draw();
      this.#views.get(keyOf(site))?.open();
    }
  }

  /** @param {string} origin */
  async #remove(origin) {
    const { words, store, save } = this.#page;
    const sites = store.settings.sites.filter((site) => site.origin !== origin);
    if (await save({ sites }, words.text("sites.removed", { origin }))) {
      await giveBack([origin], sites);
      this.draw();
      // The button that had the focus is gone.
      byId("sites-title", HTMLElement).focus();
    }
  }

  /** @param {string} text */
  #say(text) {
    this.#trouble.replaceChildren(...sentence(text));
    set(this.#address, "aria-invalid", text ? "true" : "");
    if (text) {
      this.#address.focus();
    }
  }
}

/**
 * Gives back the access to addresses that no desk needs any more.
 * @param {string[]} origins
 * @param {Site[]} sites - That are left.
 */
export async function giveBack(origins, sites) {
  const needed = sites.map(({ origin }) => patternOf(origin));
  const left = origins.map(patternOf).filter((pattern) => !needed.includes(pattern));
  if (left.length > 0) {
    await api.permissions.remove({ origins: left }).catch(() => false);
  }
}

/** @param {Site} site */
function keyOf({ origin, desk }) {
  return `${desk} ${origin}`;
}

/** One desk of the list. */
class SiteView {
  #page;
  #site;
  #name = element("h3");
  #kind = element("span", { class: "note" });
  #remove = element("button", { type: "button" });
  #allow = element("button", { type: "button" });
  #lacking = element("span");
  #access = element("p", { class: "trouble" }, this.#lacking, " ", this.#allow);
  /** @type {Selectors | undefined} */
  #selectors;
  node = element("li", { class: "site" }, element("div", { class: "head" }, element("div", {}, this.#name, this.#kind), this.#remove), this.#access);

  /**
   * @param {Page} page
   * @param {Site} site
   * @param {() => void} remove
   */
  constructor(page, site, remove) {
    this.#page = page;
    this.#site = site;
    this.#name.textContent = site.origin;
    this.#access.hidden = true;
    this.#remove.addEventListener("click", remove);
    this.#allow.addEventListener("click", async () => {
      await api.permissions.request({ origins: [patternOf(site.origin)] }).catch(() => false);
      this.look();
      this.#remove.focus();
    });
    if (site.desk === "generic") {
      this.#selectors = new Selectors(page, site.origin);
      this.node.append(this.#selectors.node);
    }
  }

  /** @param {Site} site */
  draw(site) {
    const { words } = this.#page;
    const { origin, desk } = site;
    this.#site = site;
    this.#kind.textContent = words.text(`sites.desk.${desk}`);
    this.#remove.textContent = words.text("sites.remove");
    this.#remove.ariaLabel = words.text("sites.remove-of", { origin });
    this.#lacking.textContent = words.text("sites.no-access");
    this.#allow.textContent = words.text("sites.allow");
    this.#allow.ariaLabel = words.text("sites.allow-of", { origin });
    this.#selectors?.draw(site);
    this.look();
  }

  /** Looks whether there is access, and what the selectors find. */
  async look() {
    this.#access.hidden = await api.permissions.contains({ origins: [patternOf(this.#site.origin)] });
    await this.#selectors?.look();
  }

  /** Shows all of it: it is new. */
  open() {
    this.#selectors?.open();
  }
}
