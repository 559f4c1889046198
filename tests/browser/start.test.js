// What the script tag does on pages that are not as it says.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close } from "./browser.js";
import { PRIORITY } from "./forms.js";
import { onSite } from "./site.js";
import { setTime, shifted, until, watchShifts } from "./widget.js";

/** @typedef {import("playwright-core").Page} Page */

after(close);

const FORM = `<form id="new" action="/sent">${PRIORITY}<button id="send">Send</button></form>`;
const tag = (/** @type {string} */ attributes) => `<script src="/deskrules.js" data-desk="generic" data-priority="#prio" ${attributes}></script>`;

/** What the tag says, the level of the one line on the console, and that line. @type {[string, string, string, string][]} */
const CASES = [
  ["a place that is not there is named in one warning", tag('data-place="#gone"'), "warning", "deskrules: found no place `#gone`; the page works without"],
  ["a tag that names no place says where it looked", tag(""), "warning", "deskrules: found no place `[data-deskrules-place]`; the page works without"],
  ["a page without the form that the tag names is another page of the site, and no warning", tag('data-form="#edit" data-place="#send"'), "info", "deskrules: found no form `#edit`; the page works without"],
  ["a desk that does not exist is named", '<script src="/deskrules.js" data-desk="nowhere"></script>', "warning", "deskrules: TypeError: there is no desk `nowhere`"],
  ["a file that is no desk is named", '<script src="/deskrules.js" data-desk="look"></script>', "warning", "deskrules: TypeError: there is no desk `look`"],
  ["values that are no JSON are one warning", tag(`data-place="#send" data-values="{P1: 1}"`), "warning", "deskrules-form: `values` is not JSON"],
];

for (const [name, head, level, line] of CASES) {
  test(`${name}, and the form is as it was`, () => {
    /** @type {string[]} */
    const said = [];
    return onSite(
      FORM,
      async (page, _, sent) => {
        let year = 2027;
        await until(page, async () => said.length > 0 || setTime(page, `${year++}-01-01T00:00:00Z`).then(() => false));
        assert.equal(await page.locator("deskrules-form:visible").count(), 0);
        assert.ok((await shifted(page)) <= (level === "info" ? 0 : 0.5));
        await page.locator("#send").click();
        await page.getByText("Sent").waitFor();
        assert.equal(sent[0]?.get("prio"), "3");
        assert.equal(said.length, 1, String(said));
        assert.ok(said[0]?.startsWith(`${level}: ${line}`), said[0]);
      },
      {
        head,
        complaints: /./,
        before: async (page) => {
          await watchShifts(page);
          page.on("console", (message) => void (/404/.test(message.text()) || said.push(`${message.type()}: ${message.text()}`)));
        },
      },
    );
  });
}
