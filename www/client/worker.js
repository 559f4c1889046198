// A worker that answers where the page may not run wasm: what a worker may do is said by its own response, not by the page's.
import { Host } from "./host.js";
import "./web.js";

const host = new Host();

addEventListener("message", async ({ data: { id, open, policy, question } }) => {
  try {
    postMessage({ id, answer: open ? await host.open(policy) : host.answer(question) });
  } catch (/** @type {any} */ { code = "internal", path = "", message, findings = [] }) {
    postMessage({ id, error: { code, path, message, findings } });
  }
});
