// The type of `nl.js`, which `cargo xtask build` writes from `nl.json`.
declare const dictionary: import("./translate.js").Dictionary;
export default dictionary;
