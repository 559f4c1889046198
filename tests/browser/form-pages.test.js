// The form element on all kinds of page: strict policies, both languages, dark and narrow, by keyboard, and what it weighs.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { close } from "./browser.js";
import { answer, HIGH, QUESTIONS, SOON } from "./forms.js";
import { onSite, STRICT, STRICT_WITH_WASM, TRUSTED } from "./site.js";
import { passesAxe, reads, ready, SCRIPT, shifted, watchShifts } from "./widget.js";

after(close);

for (const [name, csp, wasm] of [
  ["with wasm allowed", STRICT_WITH_WASM, "application/wasm"],
  ["with wasm allowed and Trusted Types", STRICT_WITH_WASM + TRUSTED, "application/wasm"],
  ["with wasm forbidden", STRICT, "application/wasm"],
  ["with wasm forbidden and Trusted Types", STRICT + TRUSTED, "application/wasm"],
  ["with wasm forbidden and sent as text/plain", STRICT + TRUSTED, "text/plain"],
]) {
  test(`the script tag works under a strict policy ${name}`, () =>
    onSite(
      QUESTIONS,
      async (page) => {
        await ready(page, "deskrules-form");
        await answer(page, HIGH, SOON);
        await reads(page, "deskrules-form .priority", "P2 Impact high × urgency medium gives P2.");
        assert.equal(await page.locator("deskrules-form .panel").evaluate((panel) => getComputedStyle(panel).display), "grid");
      },
      { head: SCRIPT, csp: String(csp), wasm: String(wasm) },
    ));
}

test("the keyboard alone answers, disagrees and gives in", () =>
  onSite(
    QUESTIONS,
    async (page) => {
      await ready(page, "deskrules-form");
      await page.locator("#prio").focus();
      await page.keyboard.press("4");
      assert.equal(await page.locator("#prio").inputValue(), "4");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
      await page.keyboard.press("ArrowDown");
      await reads(page, "deskrules-form .disagree", /gives P2/);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await reads(page, "deskrules-form .priority", /gives P2/);
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Send");
    },
    { head: SCRIPT },
  ));

for (const lang of ["nl", "en"]) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test(`axe finds nothing in the form in ${lang}, ${colorScheme}`, () =>
      onSite(
        QUESTIONS,
        async (page) => {
          await ready(page, "deskrules-form");
          await page.locator("#prio").selectOption("1");
          await page.getByRole("radio").nth(0).check();
          await page.getByRole("radio").nth(4).check();
          await reads(page, "deskrules-form .disagree", /P2/);
          await page.locator("[name=id]").evaluate((field) => field.setAttribute("aria-label", "Number"));
          await passesAxe(page);
        },
        { head: SCRIPT, lang, context: { colorScheme } },
      ));
  }
}

for (const [width, height] of [[1280, 720], [320, 640]]) {
  test(`nothing moves more than a little at ${width} pixels, and nothing needs scrolling sideways`, (t) =>
    onSite(
      `${QUESTIONS}<p>${"More of the page, which is as wide as it is. ".repeat(60)}</p>`,
      async (page) => {
        await ready(page, "deskrules-form");
        await answer(page, HIGH, SOON);
        await reads(page, "deskrules-form .priority", /P2/);
        const moved = await shifted(page);
        t.diagnostic(`layout shift ${moved}`);
        assert.ok(moved <= 0.05, `layout shift ${moved}`);
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= Number(width));
        for (const choice of await page.locator("deskrules-form .choice").all()) {
          assert.ok(((await choice.boundingBox())?.height ?? 0) >= 24);
        }
      },
      { head: SCRIPT, before: watchShifts, context: { viewport: { width: Number(width), height: Number(height) } } },
    ));
}

for (const [timezoneId, note] of /** @type {[string, string][]} */ ([["America/New_York", "Times are those of Europe/Amsterdam."], ["Europe/Paris", ""]])) {
  test(`somebody whose clock is that of ${timezoneId} ${note ? "learns whose times they are" : "sees their own times, and no note"}`, () =>
    onSite(
      QUESTIONS,
      async (page) => {
        await ready(page, "deskrules-form");
        await answer(page, HIGH, SOON);
        await reads(page, "deskrules-form #response", /^Tuesday, 24 November 2026 at 11:00/);
        assert.equal((await page.locator("deskrules-form dl ~ .note").allInnerTexts()).join(), note);
      },
      { head: SCRIPT, context: { timezoneId } },
    ));
}

test("a choice that is no priority of the agreement stays, and what the answers give is a button", () =>
  onSite(
    QUESTIONS.replace("4. Low</option>", "4. Low</option><option value=\"9\">Wish</option>"),
    async (page) => {
      await ready(page, "deskrules-form");
      await answer(page, HIGH, SOON);
      await page.locator("#prio").selectOption("Wish");
      await reads(page, "deskrules-form .answer", "Chosen: Wish. The agreement has no times for that. Impact high × urgency medium gives P2. Take P2");
      assert.equal(await page.locator("#prio").inputValue(), "9");
      await page.getByRole("button", { name: "Take P2" }).click();
      await reads(page, "deskrules-form .priority", "P2 Impact high × urgency medium gives P2.");
      assert.equal(await page.locator("#prio").inputValue(), "2");
    },
    { head: SCRIPT },
  ));

for (const lang of ["en", "nl"]) {
  test(`all that a page with the form loads in ${lang}, which is deskrules.js, its files of tag/ and one wasm, is at most 135 KB by brotli, of it 20.5 KB JavaScript`, (t) =>
    onSite(
      QUESTIONS,
      async (page, asked) => {
        await ready(page, "deskrules-form");
        const size = (/** @type {string} */ path) => brotliCompressSync(readFileSync(new URL(`../../pkg${path}`, import.meta.url))).length;
        const sum = (/** @type {string[]} */ paths) => paths.reduce((total, path) => total + size(path), 0);
        const own = [...new Set(asked)].filter((path) => path !== "/page");
        const scripts = own.filter((path) => path.endsWith(".js"));
        const [js, all] = [sum(scripts), sum(own)];
        t.diagnostic(`${scripts.length} js files ${js} bytes, wasm ${all - js} bytes, together ${all} bytes by brotli`);
        // The form's own files, and no other element's.
        const others = own.filter((path) => !/^\/(deskrules|tag\/(start|form|form\.words-\w+|chunk-\w+))\.js$/.test(path));
        assert.deepEqual(others, ["/wasm/deskrules_bg.wasm"]);
        assert.ok(js <= 20_500, `${js} bytes of JavaScript`);
        assert.ok(all <= 135_000, `${all} bytes`);
      },
      { head: SCRIPT, lang },
    ));
}
