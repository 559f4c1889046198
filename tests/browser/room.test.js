// The page of docs/desks.md does not jump: there is room for the widget before it is there, and none when it does not come.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { close } from "./browser.js";
import { onSite } from "./site.js";
import { ready, shifted, until, watchShifts } from "./widget.js";

after(close);

const docs = readFileSync(new URL("../../docs/desks.md", import.meta.url), "utf8");
const [tag = "", form = ""] = (docs.split("```html\n")[1]?.split("\n```")[0] ?? "").split("\n\n");
const MORE = `<p>${"More of the page, which is as wide as it is. ".repeat(60)}</p>`;
const LEVELS = ["impact", "urgency"].map((name) => `<p><label>${name} <select name="${name}"><option value="">-</option><option>High</option></select></label></p>`).join("");
const LARGE = { width: 1280, height: 720 };
const SMALL = { width: 320, height: 640 };

for (const [name, head, body] of [
  ["in the head", tag, form],
  ["before the form", "", tag + form],
  ["in the head, and the form asks for impact and urgency", tag.replace("data-priority", 'data-impact="impact" data-urgency="urgency" data-priority'), form.replace("<p>", `${LEVELS}<p>`)],
]) {
  for (const viewport of [LARGE, SMALL]) {
    for (const lang of ["nl", "en"]) {
      test(`little moves with the script tag ${name}, at ${viewport.width} pixels, in ${lang}`, (t) =>
        onSite(
          body + MORE,
          async (page) => {
            await ready(page, "deskrules-form");
            const moved = await shifted(page);
            t.diagnostic(`layout shift ${moved}`);
            assert.ok(moved <= 0.05, `layout shift ${moved}`);
          },
          { head: String(head), lang, before: watchShifts, context: { viewport } },
        ));
    }
  }
}

for (const [name, broken] of [["the script", "/deskrules/tag/start.js"], ["the element", "/deskrules/tag/form.js"], ["the desk", "/deskrules/desks/generic.js"]]) {
  test(`no room stays when ${name} does not load`, () =>
    onSite(
      form,
      async (page) => {
        const above = async () => ((await page.locator("#send").boundingBox())?.y ?? 0) - ((await page.locator("[name=prio]").boundingBox())?.y ?? 0);
        assert.ok(await until(page, async () => (await above()) < 60), `${await above()} pixels`);
      },
      { head: tag, broken: [String(broken)], complaints: /404|deskrules/ },
    ));
}

for (const [name, module, warning] of /** @type {[string, string, string][]} */ ([
  ["a desk that fails to read its page", 'export const fields = { place: "#send" }; export function match() { throw new Error("no such page"); }', "deskrules: Error: no such page"],
  ["a priority whose name is not that of the policy", 'export const fields = { priority: "Priority", place: "#send" }; export const match = () => "form";', "deskrules-form: the field `Priority` has no option for `P1`: name it in `values`"],
])) {
  test(`${name} is one warning, and the form works`, () => {
    /** @type {string[]} */
    const warned = [];
    return onSite(
      form,
      async (page, _, sent) => {
        if (warning.includes("P1")) {
          await ready(page, "deskrules-form");
          await page.getByRole("radio").nth(0).check();
          await page.getByRole("radio").nth(3).check();
        }
        await until(page, () => warned.length > 0);
        await page.evaluate(() => document.body.append("more"));
        await page.locator("#send").click();
        await page.getByText("Sent").waitFor();
        assert.equal(sent[0]?.get("prio"), "30");
        assert.deepEqual(warned, [warning]);
      },
      {
        head: `<script src="/deskrules/deskrules.js" data-desk="own"></script>`,
        files: { "/deskrules/desks/own.js": module },
        complaints: /deskrules/,
        before: async (page) => void page.on("console", (message) => warned.push(message.text())),
      },
    );
  });
}
