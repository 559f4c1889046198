// Notifications, for those who asked for them.
import { momentInWords, zoneOf } from "../../client/moments.js";
import { api } from "../shared/browser.js";
import { read } from "../shared/settings.js";
import { languageOf, wordsOf } from "../shared/words.js";
import { desk } from "./rules.js";

/** @typedef {import("../shared/messages.js").Watched} Watched */
/** @typedef {import("../shared/messages.js").ClockName} ClockName */

/**
 * Tells that a clock of a ticket is at risk.
 * @param {Watched} item
 * @param {ClockName} name
 */
export async function notify({ key, title, tracking }, name) {
  if (!(await api.permissions.contains({ permissions: ["notifications"] }))) {
    return;
  }
  const { language } = await read();
  const timeZone = zoneOf((await desk()).policy);
  const translator = wordsOf(languageOf(language), timeZone);
  const due = momentInWords(tracking[name]?.due ?? "", translator.language, timeZone);
  await api.notifications.create(key, {
    type: "basic",
    iconUrl: api.runtime.getURL("icons/128.png"),
    title,
    message: translator.text("notice.at-risk", { target: translator.text(`clock.${name}`), due }),
  });
}
