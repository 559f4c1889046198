import init, * as glue from "../wasm/deskrules.js";
import { provide } from "./engine.js";

provide(async () => {
  await init({ module_or_path: new URL("../wasm/deskrules_bg.wasm", import.meta.url) });
  return glue;
});

export * from "./index.js";
