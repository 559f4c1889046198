// The type of the dictionaries that `cargo xtask build` writes from `en.json` and `nl.json`, one for each kind of element.
declare module "*.words.js" {
  const dictionary: import("./translate.js").Dictionary;
  export default dictionary;
}
