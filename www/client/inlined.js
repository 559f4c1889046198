import init, * as glue from "../wasm/deskrules.js";
import { base64 } from "../wasm/inlined.js";
import { provide } from "./engine.js";

provide(async () => {
  const zipped = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const stream = new Blob([zipped]).stream().pipeThrough(new DecompressionStream("gzip"));
  await init({ module_or_path: await new Response(stream).arrayBuffer() });
  return glue;
});

export * from "./index.js";
