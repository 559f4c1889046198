// Written by `cargo xtask build` from `nl.json`.
declare const dictionary: import("../cli/translate.js").Dictionary;
export default dictionary;
