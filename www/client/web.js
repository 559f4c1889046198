import init, * as glue from "../wasm/deskrules.js";
import { provide } from "./engine.js";

provide(
  async () => {
    const response = await fetch(new URL("../wasm/deskrules_bg.wasm", import.meta.url));
    // Streaming wants the right type, and desks serve files as text/plain.
    const streams = !response.ok || response.headers.get("Content-Type") === "application/wasm";
    await init({ module_or_path: streams ? response : await response.arrayBuffer() });
    return glue;
  },
  () => new URL("./worker.js", import.meta.url),
);

export * from "./index.js";
