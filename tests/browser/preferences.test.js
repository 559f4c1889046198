// What people set for all pages: colours of their own, and no motion.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close } from "./browser.js";
import { answer, HIGH, QUESTIONS, SOON } from "./forms.js";
import { onSite } from "./site.js";
import { reads, ready, SCRIPT } from "./widget.js";

/** @typedef {import("playwright-core").Locator} Locator */
/** @typedef {import("playwright-core").Page} Page */

after(close);

const TICKET = {
  priority: "P3",
  reportedAt: "2026-12-23T14:00:00+01:00",
  events: [
    { at: "2026-12-24T10:00:00+01:00", type: "paused", reason: "parts" },
    { at: "2026-12-24T12:00:00+01:00", type: "resumed", reason: "parts" },
  ],
};
const TIMELINE = `<deskrules-timeline ticket='${JSON.stringify(TICKET)}'></deskrules-timeline>`;
const TIMER = `<deskrules-timer ticket='${JSON.stringify(TICKET)}'></deskrules-timer>`;
const REQUEST = `<deskrules-request kind="patch"><form action="/sent"><p><label>Product <input name="product.name"></label></p><button>Send</button></form></deskrules-request>`;
const LATER = "2026-12-24T15:00:00+01:00";
/** A palette in which no colour of the widget's own is left. */
const forced = { head: SCRIPT, context: /** @type {const} */ ({ forcedColors: "active" }) };

/**
 * Returns what a system colour is on this page.
 * @param {Page} page
 * @param {string} name
 */
const colour = (page, name) =>
  page.evaluate((wanted) => {
    document.body.style.outlineColor = wanted;
    return getComputedStyle(document.body).outlineColor;
  }, name);

/**
 * Returns how an element is drawn.
 * @param {Locator} element
 * @param {string[]} properties
 */
const drawn = (element, ...properties) =>
  element.evaluate((node, names) => names.map((name) => getComputedStyle(node).getPropertyValue(name)), properties);

/** @param {Locator} element */
async function hasOutline(element) {
  const [style, width = ""] = await drawn(element, "outline-style", "outline-width");
  assert.ok(style === "solid" && Number.parseFloat(width) >= 2, `${style} ${width}`);
}

/**
 * @param {Locator} element
 * @param {string} [side]
 */
async function hasBorder(element, side = "border-inline-start") {
  const [style, width = "", edge, behind] = await drawn(element, `${side}-style`, `${side}-width`, `${side}-color`, "background-color");
  assert.ok(style === "solid" && Number.parseFloat(width) >= 1 && edge !== behind, `${style} ${width} ${edge} on ${behind}`);
}

test("with forced colours, the parts of the timeline are told apart by more than a shade", () =>
  onSite(
    TIMELINE,
    async (page) => {
      await ready(page, "deskrules-timeline", LATER);
      const [canvas, text, highlight] = await Promise.all(["Canvas", "CanvasText", "Highlight"].map((name) => colour(page, name)));
      const kinds = await page.locator("deskrules-timeline .legend svg").evaluateAll((swatches, full) =>
        swatches.map((swatch) => {
          const [part, sign] = [swatch.querySelector(".part"), swatch.querySelector(".sign")];
          const lines = [part, sign].flatMap((line) => (line ? getComputedStyle(line).stroke : []));
          return { look: `${part && getComputedStyle(part).fill === full} ${sign?.getAttribute("d")}`, lines: lines.filter((line) => line !== "none") };
        }), highlight);
      assert.equal(new Set(kinds.map(({ look }) => look)).size, 5, JSON.stringify(kinds));
      for (const { lines } of kinds) {
        assert.ok(lines.length > 0 && lines.every((line) => line === text || line === highlight), `${lines}, not ${text} or ${highlight}`);
      }
      assert.ok(highlight !== canvas);
      for (const mark of [".now", ".due"]) {
        assert.deepEqual(await drawn(page.locator(`deskrules-timeline ${mark}`), "stroke"), [text]);
      }
      for (const words of await page.locator("deskrules-timeline svg text").all()) {
        assert.deepEqual(await drawn(words, "fill"), [text]);
      }
    },
    forced,
  ));

test("with forced colours, what is chosen, what disagrees and what has the focus has a line of its own", () =>
  onSite(
    QUESTIONS,
    async (page) => {
      await ready(page, "deskrules-form");
      await answer(page, HIGH, SOON);
      await page.locator("#prio").selectOption("1");
      await reads(page, "deskrules-form .disagree", /gives P2/);
      const [chosen, other] = [page.locator("deskrules-form .choice:has(:checked)").first(), page.locator("deskrules-form .choice:not(:has(:checked))").first()];
      assert.deepEqual(await drawn(chosen, "border-top-color"), [await colour(page, "Highlight")]);
      assert.notDeepEqual(await drawn(other, "border-top-color"), await drawn(chosen, "border-top-color"));
      for (const part of [chosen, other, page.locator("deskrules-form .badge"), page.locator("deskrules-form .disagree"), page.getByRole("button", { name: "Take P2" })]) {
        await hasBorder(part);
      }
      await page.locator("#prio").focus();
      await page.keyboard.press("Tab");
      await hasOutline(page.locator("deskrules-form .choice:has(:focus)"));
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await hasOutline(page.getByRole("button", { name: "Take P2" }));
    },
    forced,
  ));

test("with forced colours, a message has a line, a mark and a word", () =>
  onSite(
    REQUEST,
    async (page) => {
      await ready(page, "deskrules-request");
      await page.getByRole("button", { name: "Send" }).click();
      await reads(page, "deskrules-request h2", /^✕ This request is not complete yet/);
      await reads(page, ".deskrules-findings .deskrules-severity", "✕ Error");
      await hasBorder(page.locator(".deskrules-findings"));
      await hasBorder(page.locator("deskrules-request .summary"));
      await page.keyboard.press("Tab");
      await hasOutline(page.locator("deskrules-request .links a").first());
    },
    forced,
  ));

for (const [reducedMotion, moves] of /** @type {const} */ ([["reduce", []], ["no-preference", ["0.12s"]]])) {
  test(`nothing moves by itself, and with motion ${reducedMotion === "reduce" ? "reduced nothing fades" : "a colour fades at the most"}`, () =>
    onSite(
      QUESTIONS + REQUEST.replace('kind="patch"', 'kind="patch" form="#own"').replace("<form", '<form id="own"') + TIMELINE + TIMER,
      async (page) => {
        for (const name of ["form", "request", "timeline", "timer"]) {
          await ready(page, `deskrules-${name}`, LATER);
        }
        await page.locator("deskrules-request").evaluate((request) => /** @type {any} */ (request).check());
        await answer(page, HIGH, SOON);
        await page.locator("#prio").selectOption("1");
        await reads(page, "deskrules-form .disagree", /gives P2/);
        await page.locator("deskrules-form .choice").nth(2).hover();
        await page.getByRole("radio").nth(2).check();
        const { running, transitions, animations } = await page.evaluate(() => {
          const roots = [document, ...[...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
          const styles = roots.flatMap((root) => [...root.querySelectorAll("*")].map((one) => getComputedStyle(one)));
          const apart = (/** @type {(style: CSSStyleDeclaration) => string} */ read) => [...new Set(styles.flatMap((style) => read(style).split(", ")))];
          return {
            running: roots.flatMap((root) => root.getAnimations()).length,
            transitions: apart(({ transitionDuration }) => transitionDuration).filter((time) => time !== "0s"),
            animations: apart(({ animationName }) => animationName).filter((name) => name !== "none"),
          };
        });
        assert.deepEqual({ transitions, animations }, { transitions: moves, animations: [] });
        assert.ok(reducedMotion !== "reduce" || running === 0, `${running} run`);
      },
      { head: SCRIPT, context: { reducedMotion } },
    ));
}
