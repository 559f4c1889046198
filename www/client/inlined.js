import init, * as glue from "../wasm/deskrules.js";
import { base64 } from "../wasm/inlined.js";
import { provide } from "./engine.js";

const fromText = async () => {
  const zipped = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const stream = new Blob([zipped]).stream().pipeThrough(new DecompressionStream("gzip"));
  await init({ module_or_path: await new Response(stream).arrayBuffer() });
  return glue;
};

provide(fromText, () => new URL("./worker.js", import.meta.url));

export * from "./index.js";
