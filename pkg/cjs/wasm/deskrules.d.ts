export type * from "../../wasm/node.cjs";
