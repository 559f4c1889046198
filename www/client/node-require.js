// Written as a module, built to CommonJS: in Node both `import` and `require` end here, so that both share one wasm.
import * as glue from "../wasm/node.cjs";
import { provide } from "./engine.js";

provide(() => glue);

export * from "./index.js";
