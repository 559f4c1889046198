// The one script tag: a classic script, so that it may stand anywhere. It brings the rest from beside itself.
(() => {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement) || !script.src) {
    console.warn("deskrules: put deskrules.js on the page by a script tag with `src`");
    return;
  }
  const { dataset, src } = script;
  import(new URL("elements/start.js", src).href)
    .then((/** @type {typeof import("./elements/start.js")} */ { start }) => start(dataset))
    .catch((/** @type {unknown} */ error) => console.warn(`deskrules: ${error}`));
})();
