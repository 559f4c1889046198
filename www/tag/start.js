// What the script tag brings: the elements that a page has, and on a page of a known desk the widget in its place.
import { forget, isLate, now } from "../elements/clock.js";
import { setDefaults } from "../elements/defaults.js";
import { define } from "../elements/define.js";
import { deskOf, ofPage } from "../elements/desks.js";
import { set } from "../elements/dom.js";

export { setClock } from "../elements/clock.js";

/** @typedef {import("../elements/desks.js").DeskModule} DeskModule */

/** @type {Record<string, () => Promise<CustomElementConstructor>>} - Loaded when a page has one. */
const ELEMENTS = {
  "deskrules-form": async () => (await import("./form.js")).DeskrulesForm,
  "deskrules-request": async () => (await import("./request.js")).DeskrulesRequest,
  "deskrules-timeline": async () => (await import("./timeline.js")).DeskrulesTimeline,
  "deskrules-timer": async () => (await import("./timer.js")).DeskrulesTimer,
};
/** What may be said of the form on the script tag, when there is no element to say it on. */
const SAID = ["form", "impact", "urgency", "priority", "values", "impactValues", "urgencyValues", "subject", "body", "reported"];

/** @type {HTMLElement | undefined} - What was put in place. */
let placed;
/** @type {HTMLElement | undefined} - What keeps the room, until it is known what goes there. */
let room;
/** What was said to be on this page and is not: since when, and whether somebody was told. */
const missed = { since: 0, isTold: false };

/**
 * Begins, and goes on as the page changes.
 * @param {DOMStringMap} said - The `data-` attributes of the script tag.
 * @param {HTMLElement} [kept] - A form element that may stand in place already, so that the page does not jump.
 */
export async function start(said, kept) {
  const { policy, lang, desk = "" } = said;
  setDefaults({ policy: policy && new URL(policy, document.baseURI).href, lang, desk });
  const module = await deskOf(desk);
  const requests = Object(JSON.parse(said["requests"] || "{}"));
  placed = room = kept;
  let isBroken = false;
  const look = () => {
    try {
      const missing = module && !isBroken && putInPlace(module, said, requests);
      if (missing) {
        complain(missing, look);
      } else {
        forget(missed);
      }
    } catch (error) {
      // What is known of the desk is not so: its page goes on without.
      isBroken = true;
      room?.remove();
      console.warn(`deskrules: ${error}`);
    }
    defineThoseOfPage();
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  // The queue is chosen, or all of the page is there.
  for (const type of ["change", "readystatechange"]) {
    document.addEventListener(type, look);
  }
  look();
}

/**
 * Puts the widget where the desk says, unless the page has it: for a queue of requests, what checks them. A page that changes without loading
 * anew loses it, and gets it again.
 * @param {DeskModule} desk
 * @param {DOMStringMap} said
 * @param {Record<string, { kind?: string, fields?: Record<string, string> }>} requests - By the name of the queue.
 * @returns {string | undefined} What is not there, in words.
 */
function putInPlace(desk, said, requests) {
  if (desk.match(document) !== "form") {
    room?.remove();
    return undefined;
  }
  if (said["form"] && !document.querySelector(said["form"])) {
    room?.remove();
    return `form \`${said["form"]}\``;
  }
  const queue = desk.queue?.(document) ?? "";
  const request = Object.hasOwn(requests, queue) ? requests[queue] : undefined;
  const name = request ? "deskrules-request" : "deskrules-form";
  const fields = ofPage(desk.fields);
  const place = said["place"] ?? fields?.place;
  const before = place && document.querySelector(place);
  const standing = document.querySelector(name);
  if (!before) {
    return standing ? undefined : `place \`${place}\``;
  }
  if (standing && standing !== room) {
    return undefined;
  }
  room = undefined;
  if (!standing || !placed) {
    placed?.remove();
    placed = document.createElement(name);
  }
  const attributes = request
    ? { kind: request.kind, form: said["form"] ?? fields?.form, fields: JSON.stringify(request.fields ?? {}) }
    : Object.fromEntries(SAID.map((name) => [name, said[name]]));
  for (const [attribute, value = ""] of Object.entries(attributes)) {
    set(placed, attribute.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), value);
  }
  placed.className = fields?.class ?? "";
  if (!placed.isConnected) {
    before.before(placed);
  }
  return undefined;
}

/**
 * Tells once what is not there, when it does not come.
 * @param {string} missing
 * @param {() => void} look
 */
function complain(missing, look) {
  if (missed.isTold || document.readyState === "loading") {
    return;
  }
  missed.since ||= now();
  if (!isLate(missed, missed.since, look)) {
    return;
  }
  missed.isTold = true;
  // A tag for the whole site says by `data-form` which pages are meant; on the others nothing is wrong.
  console[missing.startsWith("form") ? "info" : "warn"](`deskrules: found no ${missing}; the page works without`);
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
