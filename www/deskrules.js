// The one script tag: a classic script, so that it may stand anywhere. It brings the rest from beside itself:
// `tag/` is bundled from `elements/` and `client/`, where it can be read.
(() => {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement) || !script.src) {
    console.warn("deskrules: put deskrules.js on the page by a script tag with `src`");
    return;
  }
  const { dataset, src } = script;
  // At once, before anything is painted: room for what is still to come, so that the page does not jump.
  const room = new CSSStyleSheet();
  room.replaceSync(`
    deskrules-form, deskrules-request, deskrules-timeline { display: block; }
    :where(deskrules-form, deskrules-request) { margin-block: 1rem; }
    deskrules-timer { display: inline-block; vertical-align: middle; }
    deskrules-timer:not([ready], [failed]) { min-block-size: var(--deskrules-timer-size, 1.75rem); }
    @media (max-width: 30rem) { deskrules-timer:not([ready], [failed]) { min-block-size: var(--deskrules-timer-size, 5rem); } }
    deskrules-form:not([ready], [failed]) { min-block-size: var(--deskrules-form-size, 26.5rem); }
    @media (max-width: 30rem) { deskrules-form:not([ready], [failed]) { min-block-size: var(--deskrules-form-size, 44rem); } }
    deskrules-form[impact][urgency]:not([ready], [failed]) { min-block-size: var(--deskrules-form-size, 5.25rem); }
    deskrules-timeline:not([ready], [failed]) { min-block-size: var(--deskrules-timeline-size, 9rem); }
  `);
  document.adoptedStyleSheets.push(room);
  // The widget itself comes later; until it does, an element that is not defined yet keeps its room.
  const kept = document.createElement("deskrules-form");
  for (const name of ["impact", "urgency"]) {
    if (dataset[name]) {
      kept.setAttribute(name, dataset[name]);
    }
  }
  const keep = () => {
    const isHere = dataset["desk"] && (!dataset["form"] || document.querySelector(dataset["form"]));
    const before = isHere && document.querySelector(dataset["place"] ?? "[data-deskrules-place]");
    if (before && !document.querySelector("deskrules-form, deskrules-request")) {
      before.before(kept);
    }
  };
  const observer = new MutationObserver(keep);
  observer.observe(document, { childList: true, subtree: true });
  keep();
  import(new URL("tag/start.js", src).href)
    .then((/** @type {typeof import("./tag/start.js")} */ { start }) => start(dataset, kept))
    .finally(() => observer.disconnect())
    .catch((/** @type {unknown} */ error) => {
      kept.remove();
      console.warn(`deskrules: ${error}`);
    });
})();
