import { readFileSync } from "node:fs";

import { HOLIDAYS } from "../calendar.js";

export const peer = {
  title: "workclock, as wasm",
  what: "the Rust crate `workclock` at opt-level 3 behind plain numbers, with no glue",
  packages: [],
  create() {
    const bytes = readFileSync(String(process.env.BENCH_WORKCLOCK));
    const { holiday, add, between } = /** @type {Record<string, (...numbers: number[]) => number>} */ (
      new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports
    );
    for (const date of HOLIDAYS) {
      holiday(...date.split("-").map(Number));
    }
    return { add, between };
  },
};
