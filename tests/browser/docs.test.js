// The examples of docs/desks.md, as they stand there.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { close } from "./browser.js";
import { onSite, STRICT } from "./site.js";
import { reads, ready } from "./widget.js";

after(close);

const page = readFileSync(new URL("../../docs/desks.md", import.meta.url), "utf8");
/** @param {string} language */
const example = (language) => page.split(`\`\`\`${language}\n`)[1]?.split("\n```")[0] ?? "";

test("the page with one script tag gives a form its priority", () =>
  onSite(
    example("html"),
    async (page, _, sent) => {
      await ready(page, "deskrules-form");
      assert.equal(await page.locator("deskrules-form + #send").count(), 1);
      await page.getByRole("radio").nth(0).check();
      await page.getByRole("radio").nth(3).check();
      await reads(page, "deskrules-form .priority", "P1 Impact high × urgency high gives P1.");
      await page.locator("#send").click();
      await page.getByText("Sent").waitFor();
      assert.equal(sent[0]?.get("prio"), "10");
    },
    { csp: STRICT },
  ));

test("the desk in twenty lines fills in the priority of its form", () => {
  const select = (/** @type {string} */ name, /** @type {string[]} */ texts) =>
    `<p><select name="${name}" aria-label="${name}"><option value="">-</option>${texts.map((text, index) => `<option value="${index}">${text}</option>`).join("")}</select></p>`;
  const form = [
    select("cf_12_impact", ["All of us", "Some of us", "Me"]),
    select("cf_13_urgency", ["Now", "Today", "Some day"]),
    select("prio", ["none", "low", "normal", "high", "top"]),
    '<p class="buttons"><button>Create</button></p>',
  ].join("");
  assert.ok(example("javascript").split("\n").length <= 26);
  return onSite(
    `<form class="ticket">${form}</form>`,
    async (page) => {
      await ready(page, "deskrules-form");
      await page.getByLabel("cf_12_impact").selectOption("Some of us");
      await page.getByLabel("cf_13_urgency").selectOption("Now");
      await reads(page, "deskrules-form .priority", "P2 Impact medium × urgency high gives P2.");
      assert.equal(await page.getByLabel("prio").inputValue(), "3");
    },
    { head: '<script src="/deskrules/deskrules.js" data-desk="acme"></script>', files: { "/deskrules/desks/acme.js": example("javascript") } },
  );
});
