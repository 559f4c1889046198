export * from "../../wasm/node.cjs";
