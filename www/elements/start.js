// What the script tag brings: all elements, and on a page of a known desk the widget in its place.
import "../client/web.js";
import { setDefaults } from "./defaults.js";
import { define } from "./define.js";
import { deskOf, ofPage } from "./desks.js";
import { DeskrulesForm } from "./form.js";

/** @typedef {import("./desks.js").DeskModule} DeskModule */

/** What may be said of the form on the script tag, when there is no element to say it on. */
const SAID = ["form", "impact", "urgency", "priority", "values", "impactValues", "urgencyValues"];

/**
 * Begins.
 * @param {DOMStringMap} said - The `data-` attributes of the script tag.
 */
export async function start(said) {
  const { policy, lang, desk = "" } = said;
  setDefaults({ policy: policy && new URL(policy, document.baseURI).href, lang, desk });
  // Only now: they go by the defaults.
  define("deskrules-form", DeskrulesForm);
  const module = await deskOf(desk);
  if (module) {
    const place = () => void putInPlace(module, said);
    new MutationObserver(place).observe(document, { childList: true, subtree: true });
    place();
  }
}

/**
 * Puts the widget where the desk says, unless the page has it. A page that changes without loading anew loses it, and gets it again.
 * @param {DeskModule} desk
 * @param {DOMStringMap} said
 */
function putInPlace(desk, said) {
  const kind = desk.match(document);
  if (kind === "form" && !document.querySelector("deskrules-form")) {
    const place = document.querySelector(said["place"] ?? ofPage(desk.fields)?.place ?? "[data-deskrules-place]");
    const form = document.createElement("deskrules-form");
    for (const name of SAID) {
      if (said[name] !== undefined) {
        form.setAttribute(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), String(said[name]));
      }
    }
    place?.before(form);
  }
}
