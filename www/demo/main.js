import { zoneOf } from "../client/moments.js";
import { DeskrulesError, load } from "../client/web.js";
import { byId } from "./dom.js";
import { Helpdesk } from "./helpdesk.js";
import { Language } from "./language.js";
import { Patch } from "./patch.js";

const language = new Language();

/** Loads the rules and gives life to both forms. */
async function start() {
  const [desk] = await Promise.all([load(), language.start()]);
  const { policy, zoneData } = desk;
  const timeZone = zoneOf(policy);
  await language.useZone(timeZone);
  new Helpdesk(desk, timeZone, language);
  new Patch(desk, timeZone, language);
  language.follow((translator) => {
    const name = translator.name(policy.name ?? {}, policy.id);
    byId("agreement", HTMLElement).textContent = `${translator.text("agreement")}: ${name} · ${timeZone} (${zoneData})`;
  });
}

try {
  await start();
} catch (error) {
  if (!(error instanceof DeskrulesError)) {
    throw error;
  }
  const trouble = byId("trouble", HTMLElement);
  language.follow((translator) => {
    trouble.textContent = translator.error(error);
    // Only now: the words may come later than the trouble.
    trouble.hidden = false;
  });
}
