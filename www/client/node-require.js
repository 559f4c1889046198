// Written as a module, bundled to CommonJS: in Node both `import` and `require` end here, so that both share one wasm.
import glue from "../wasm/node.cjs";
import { provide } from "./engine.js";

provide(() => glue);

export * from "./index.js";
