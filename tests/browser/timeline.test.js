import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close } from "./browser.js";
import { onSite, STRICT_WITH_WASM } from "./site.js";
import { passesAxe, reads, ready, SCRIPT, shifted, watchShifts } from "./widget.js";

after(close);

/** Over a night, a pause, a weekend and a holiday. */
const TICKET = {
  priority: "P3",
  reportedAt: "2026-12-23T14:00:00+01:00",
  events: [
    { at: "2026-12-24T10:00:00+01:00", type: "paused", reason: "parts" },
    { at: "2026-12-24T12:00:00+01:00", type: "resumed", reason: "parts" },
  ],
};
const NOW = "2026-12-24T15:00:00+01:00";
const TIMELINE = `<deskrules-timeline ticket='${JSON.stringify(TICKET)}'>due on Tuesday</deskrules-timeline>`;
const parts = (/** @type {import("playwright-core").Page} */ page) =>
  page.locator("deskrules-timeline [part=picture] rect").evaluateAll((rects) => rects.map((rect) => rect.getAttribute("class")?.replace("part ", "")));

test("the picture has the hours, the nights, the holidays and the pause, and the same in words", () =>
  onSite(
    TIMELINE,
    async (page) => {
      await ready(page, "deskrules-timeline", NOW);
      await reads(page, "deskrules-timeline .verdict", "Resolution: by Monday, 28 December 2026 at 16:00. 9 hours left.");
      assert.deepEqual(await parts(page), [
        "counted", "closed", "counted", "paused", "counted", "ahead", "closed", "holiday", "closed", "ahead",
      ]);
      const words = await page.locator("deskrules-timeline svg").first().evaluate((svg) => [...svg.querySelectorAll("text")].map((one) => one.textContent));
      assert.ok(words.includes("now 15:00") && words.includes("due 16:00"), String(words));
      await page.locator("deskrules-timeline summary").click();
      const list = await page.locator("deskrules-timeline details li").allInnerTexts();
      assert.ok(list.some((line) => line.includes("on hold (parts)")) && list.some((line) => line.includes("Christmas Day")), list.join("\n"));
      assert.deepEqual(await page.locator("deskrules-timeline .legend").innerText().then((text) => text.split(/\s*\n\s*/)), ["counts", "still to come", "outside hours", "holiday", "on hold"]);
      assert.equal(await page.locator("deskrules-timeline svg[role=img]").getAttribute("aria-label"), await page.locator("deskrules-timeline .verdict").innerText());
    },
    { head: SCRIPT, csp: STRICT_WITH_WASM },
  ));

test("the words open by the keyboard alone", () =>
  onSite(
    TIMELINE,
    async (page) => {
      await ready(page, "deskrules-timeline", NOW);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.locator("deskrules-timeline details[open]").waitFor();
    },
    { head: SCRIPT },
  ));

test("the picture is drawn for the width that it has, and the marks stay inside", () =>
  onSite(
    TIMELINE,
    async (page) => {
      await ready(page, "deskrules-timeline", NOW);
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 640 });
        await shifted(page);
        await shifted(page);
        const { scroll, outside } = await page.evaluate(() => {
          const picture = document.querySelector("deskrules-timeline")?.shadowRoot?.querySelector("[part=picture]");
          const frame = picture?.getBoundingClientRect();
          const texts = [...(picture?.querySelectorAll("text, rect") ?? [])].map((one) => one.getBoundingClientRect());
          const outside = texts.filter(({ left, right }) => !frame || left < frame.left - 3 || right > frame.right + 3).length;
          return { scroll: document.documentElement.scrollWidth, outside };
        });
        assert.equal(scroll, width);
        assert.equal(outside, 0, `${width} pixels`);
      }
    },
    { head: SCRIPT, before: watchShifts },
  ));

for (const lang of ["nl", "en"]) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test(`axe finds nothing in the timeline in ${lang}, ${colorScheme}, and little moves`, () =>
      onSite(
        `${TIMELINE}<p>More of the page</p>`,
        async (page) => {
          await ready(page, "deskrules-timeline", NOW);
          const moved = await shifted(page);
          assert.ok(moved <= 0.05, `layout shift ${moved}`);
              await page.locator("deskrules-timeline summary").click();
          await passesAxe(page);
        },
        { head: SCRIPT, lang, before: watchShifts, context: { colorScheme } },
      ));
  }
}
