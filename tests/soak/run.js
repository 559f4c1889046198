// What `cargo xtask soak --calls N` runs.
import { soak } from "./calls.js";

const start = performance.now();
const told = (/** @type {import("./calls.js").Memory} */ { calls, wasm, heap }) =>
  `${calls.toLocaleString("en")} calls: wasm ${(wasm / 1024).toFixed(0)} KiB, heap ${(heap / 1e6).toFixed(1)} MB, ${((performance.now() - start) / 1000).toFixed(0)} s`;
const { before, after } = await soak(Number(process.argv[2]), (memory) => console.log(told(memory)));
console.log(`memory level: wasm ${before.wasm} bytes after ${before.calls} calls, ${after.wasm} after ${after.calls}; heap ${before.heap}, ${after.heap}`);
