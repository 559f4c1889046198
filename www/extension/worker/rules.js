// The rules: the only place of the extension that loads the wasm.
import { load } from "../../client/index.js";
import { provide } from "../../client/engine.js";
import init, * as glue from "../../wasm/deskrules.js";
import { api } from "../shared/browser.js";
import { read } from "../shared/settings.js";

/** @typedef {import("../../client/desk.js").Desk} Desk */

provide(async () => {
  const file = await fetch(api.runtime.getURL("deskrules_bg.wasm"));
  await init({ module_or_path: await file.arrayBuffer() });
  return glue;
});

/** @type {{ policy: string | null, desk: Promise<Desk> } | undefined} */
let last;

/**
 * Returns the desk that answers by the policy of the settings.
 * @returns {Promise<Desk>}
 */
export async function desk() {
  const { policy } = await read();
  if (last?.policy !== policy) {
    last = { policy, desk: load(policy === null ? {} : { policy }) };
  }
  return /** @type {NonNullable<typeof last>} */ (last).desk;
}
