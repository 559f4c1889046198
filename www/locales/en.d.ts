// Written by `cargo xtask build` from `en.json`.
declare const dictionary: import("../cli/translate.js").Dictionary;
export default dictionary;
