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

for (const [name, broken] of [["the script", "/deskrules/elements/start.js"], ["the element", "/deskrules/elements/form.js"], ["the desk", "/deskrules/desks/generic.js"]]) {
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
