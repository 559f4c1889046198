// The type of `en.js`, which `cargo xtask build` writes from `en.json`.
declare const dictionary: import("./translate.js").Dictionary;
export default dictionary;
