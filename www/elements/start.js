// What the script tag brings: the elements that a page has, and on a page of a known desk the widget in its place.
import "../client/web.js";
import { setDefaults } from "./defaults.js";
import { define } from "./define.js";
import { deskOf, ofPage } from "./desks.js";

/** @typedef {import("./desks.js").DeskModule} DeskModule */

/** @type {Record<string, () => Promise<CustomElementConstructor>>} - Loaded when a page has one. */
const ELEMENTS = {
  "deskrules-form": async () => (await import("./form.js")).DeskrulesForm,
  "deskrules-request": async () => (await import("./request.js")).DeskrulesRequest,
  "deskrules-timeline": async () => (await import("./timeline.js")).DeskrulesTimeline,
  "deskrules-timer": async () => (await import("./timer.js")).DeskrulesTimer,
};
/** What may be said of the form on the script tag, when there is no element to say it on. */
const SAID = ["form", "impact", "urgency", "priority", "values", "impactValues", "urgencyValues"];

/**
 * Begins, and goes on as the page changes.
 * @param {DOMStringMap} said - The `data-` attributes of the script tag.
 */
export async function start(said) {
  const { policy, lang, desk = "" } = said;
  setDefaults({ policy: policy && new URL(policy, document.baseURI).href, lang, desk });
  const module = await deskOf(desk);
  const look = () => {
    if (module) {
      putInPlace(module, said);
    }
    defineThoseOfPage();
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  look();
}

/**
 * Puts the widget where the desk says, unless the page has it. A page that changes without loading anew loses it, and gets it again.
 * @param {DeskModule} desk
 * @param {DOMStringMap} said
 */
function putInPlace(desk, said) {
  if (desk.match(document) !== "form" || document.querySelector("deskrules-form")) {
    return;
  }
  const form = document.createElement("deskrules-form");
  for (const name of SAID.filter((name) => said[name] !== undefined)) {
    form.setAttribute(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), String(said[name]));
  }
  const place = said["place"] ?? ofPage(desk.fields)?.place;
  (place ? document.querySelector(place) : undefined)?.before(form);
}

/** Defines the elements that stand on the page and are not defined yet. */
function defineThoseOfPage() {
  for (const [name, load] of Object.entries(ELEMENTS)) {
    if (document.querySelector(name)) {
      delete ELEMENTS[name];
      load().then(
        (type) => define(name, type),
        (error) => {
          console.warn(`${name}: ${error}`);
          document.querySelectorAll(name).forEach((element) => element.toggleAttribute("failed", true));
        },
      );
    }
  }
}
