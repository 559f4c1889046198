// Wakes when it is asked, when an alarm rings or when settings change, and may sleep at any time between: all it has to remember is in storage.
import { api } from "../shared/browser.js";
import { onShift } from "../shared/clock.js";
import { answer } from "./answers.js";
import { register } from "./sites.js";
import { refresh } from "./watched.js";

api.runtime.onMessage.addListener((message, sender, reply) => {
  answer(message, sender).then(reply, ({ code = "internal", message }) => reply({ error: { code, message } }));
  // The answer comes later.
  return true;
});
api.runtime.onInstalled.addListener(begin);
api.runtime.onStartup.addListener(begin);
api.permissions.onAdded.addListener(register);
api.permissions.onRemoved.addListener(register);
api.alarms.onAlarm.addListener(refresh);
api.storage.onChanged.addListener(({ settings }) => void (settings && begin()));
onShift(refresh);

async function begin() {
  await register();
  await refresh();
}
