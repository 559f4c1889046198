/** A button that stays pressed. */
export const PRESSED_STYLE = `
[aria-pressed="true"] { background: var(--accent); color: Canvas; }
@media (forced-colors: active) { [aria-pressed="true"] { background: Highlight; color: HighlightText; } }
`;
