// Styles as sheets that a strict Content-Security-Policy lets through: no style element, no attribute.

const SHARED = `
:host {
  display: block;
  font: inherit;
  line-height: 1.45;
  --accent: var(--deskrules-accent, light-dark(#14508c, #8cc0f2));
  --line: color-mix(in srgb, CanvasText 22%, Canvas);
  --edge: color-mix(in srgb, CanvasText 55%, Canvas);
  --soft: color-mix(in srgb, CanvasText 72%, Canvas);
  --sunken: color-mix(in srgb, CanvasText 4%, Canvas);
  --good: var(--deskrules-good, light-dark(#17663a, #86d6a5));
  --warning: var(--deskrules-at-risk, light-dark(#7a4a00, #f2c069));
  --error: var(--deskrules-breached, light-dark(#a4161a, #ff9d96));
}
:host([hidden]), [hidden] { display: none !important; }
*, *::before, *::after { box-sizing: border-box; }
h2, h3, p, ul, ol, dl, dd, fieldset { margin: 0; padding: 0; }
ul, ol { list-style: none; }
fieldset { border: 0; min-inline-size: 0; }
button, summary { font: inherit; min-block-size: 1.75rem; cursor: pointer; }
button {
  padding: 0.3rem 0.9rem;
  border: 1px solid var(--accent);
  border-radius: 0.375rem;
  background: Canvas;
  color: var(--accent);
  font-weight: 600;
}
button:hover { background: color-mix(in srgb, var(--accent) 10%, Canvas); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
a { color: var(--accent); text-underline-offset: 0.15em; }
code { font-family: ui-monospace, monospace; font-size: 0.95em; overflow-wrap: anywhere; }
.panel {
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 0.875rem;
  padding: clamp(0.75rem, 3vw, 1.125rem);
  border: 1px solid var(--line);
  border-radius: 0.5rem;
  background: var(--deskrules-background, Canvas);
  color: CanvasText;
  text-align: start;
}
.note { color: var(--soft); font-size: 0.9em; }
.hidden {
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
@media (forced-colors: active) {
  :host {
    --line: CanvasText;
    --edge: CanvasText;
    --soft: CanvasText;
    --sunken: Canvas;
    --good: CanvasText;
    --warning: CanvasText;
    --error: CanvasText;
  }
}
@media (prefers-reduced-motion: no-preference) {
  button, .choice { transition: background-color 0.12s, border-color 0.12s; }
}
`;

/** @type {Map<string, CSSStyleSheet>} */
const sheets = new Map();

/**
 * Gives a shadow tree the common styles and those of its kind.
 * @param {ShadowRoot} root
 * @param {string} css
 */
export function adopt(root, css) {
  root.adoptedStyleSheets = [sheet(SHARED), sheet(css)];
}

/**
 * Gives the page, or the tree that an element stands in, some styles; once.
 * @param {Document | ShadowRoot} root
 * @param {string} css
 */
export function adoptOnPage(root, css) {
  if (!root.adoptedStyleSheets.includes(sheet(css))) {
    root.adoptedStyleSheets.push(sheet(css));
  }
}

/** @param {string} css */
function sheet(css) {
  const made = sheets.get(css) ?? new CSSStyleSheet();
  if (!sheets.has(css)) {
    made.replaceSync(css);
    sheets.set(css, made);
  }
  return made;
}
