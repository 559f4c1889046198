// Runs on the pages of a desk: finds out what a page is, asks the worker, and draws. It knows no rule.
import { deskOf } from "../../desks/by-selectors.js";
import * as django from "../../desks/django-helpdesk.js";
import * as rt from "../../desks/rt.js";
import { api } from "../shared/browser.js";
import { onShift } from "../shared/clock.js";
import { ask } from "../shared/messages.js";
import { wordsOf } from "../shared/words.js";
import { ListView } from "./list.js";
import { TicketView } from "./ticket.js";

/** @typedef {import("../../elements/desks.js").DeskModule} DeskModule */
/** @typedef {import("../shared/messages.js").Begun} Begun */

/** @type {Record<string, DeskModule>} */
const DESKS = { rt, "django-helpdesk": django };
/** Where a second copy of this script sees that there is one. */
const RUNNING = Symbol.for("deskrules");
/** How long a page may go on changing before it is looked at anew. */
const CALM = 250;

/** @type {TicketView | ListView | undefined} */
let view;
let kind = "";
/** @type {ReturnType<typeof setTimeout> | undefined} */
let soon;
/** Finds out what the page is. */
let look = () => {};
const observer = new MutationObserver(() => {
  clearTimeout(soon);
  soon = setTimeout(() => look(), CALM);
});

const isSecond = RUNNING in globalThis;
Object.assign(globalThis, { [RUNNING]: true });
if (!isSecond) {
  start().catch(stop);
}

/** With the desk and the words of the settings; again when those change. */
async function begin() {
  const begun = await ask({ type: "begin" });
  const desk = DESKS[begun.desk] ?? deskOf(begun.fields ?? {});
  const words = wordsOf(begun.language, begun.timeZone);
  stop();
  look = () => {
    const found = `${desk.match(document)} ${location.href.replace(/#.*$/, "")}`;
    if (found !== kind) {
      view?.end();
      kind = found;
      view = found.startsWith("ticket ") ? new TicketView(desk, words) : found.startsWith("list ") ? new ListView(desk, words) : undefined;
    }
    view?.look();
  };
  observer.observe(document, { childList: true, subtree: true, characterData: true });
  look();
}

async function start() {
  await begin();
  document.addEventListener("visibilitychange", () => document.hidden || view?.refresh());
  onShift(() => view?.refresh());
  api.runtime.onMessage.addListener((message, _sender, reply) => {
    if (message?.type === "preview") {
      const { preview } = deskOf(message.fields ?? {});
      preview(document).then(reply, () => reply({ kind: undefined, found: {}, rows: 0 }));
      return true;
    }
    return undefined;
  });
  api.storage.onChanged.addListener(({ settings }) => {
    if (settings) {
      // Another policy, other words or other selectors.
      begin().catch(stop);
    }
  });
}

/** There is no permission any more, or the extension is gone: the page is as the desk made it. */
function stop() {
  observer.disconnect();
  clearTimeout(soon);
  view?.end();
  view = undefined;
  kind = "";
}
