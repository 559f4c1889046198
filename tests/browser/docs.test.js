// The HTML and the JavaScript for pages that the docs show, as it stands there.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { buildSync } from "esbuild";
import { load } from "deskrules";
import { run } from "../js/pages.js";
import { close } from "./browser.js";
import { onSite, STRICT } from "./site.js";
import { reads, ready, SCRIPT } from "./widget.js";

after(close);

/** The blocks of JavaScript for pages, in their order; each is used once below. */
const scripts = new Map(run("javascript").map(({ page, line, text }) => [`${page}:${line}`, text]));
/**
 * Takes the next block of a page.
 * @param {string} page
 */
function take(page) {
  const [at = "", text = ""] = [...scripts].find(([key]) => key.startsWith(`${page}:`)) ?? [];
  scripts.delete(at);
  assert.ok(text, `no block in ${page}`);
  return text;
}

const acme = take("docs/desks.md");
const clock = take("docs/desks.md");
const bundled = take("docs/elements.md");

for (const { page: name, line, text } of run("html")) {
  test(`the elements of ${name}:${line} come to life`, () => {
    const field = '<select id="priority" aria-label="Priority"><option>P1</option><option>P2</option><option>P3</option><option>P4</option></select>';
    const tags = [...new Set([...text.matchAll(/<(deskrules-\w+)/g)].map(([, tag = ""]) => tag))];
    const hasScript = text.includes("<script ");
    assert.ok(hasScript || tags.length > 0);
    return onSite(
      text.includes("<form") ? text : `<form>${field}${text}<button>Send</button></form>`,
      async (page) => {
        for (const tag of tags.length > 0 ? tags : ["deskrules-form"]) {
          await ready(page, tag, "2026-11-24T16:30:00+01:00");
          assert.equal(await page.locator(`${tag}:not([ready])`).count(), 0);
        }
      },
      { head: hasScript ? "" : SCRIPT },
    );
  });
}

test("the page with one script tag gives a form its priority", () =>
  onSite(
    run("html").find(({ page }) => page === "docs/desks.md")?.text ?? "",
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

const DESK = { head: '<script src="/deskrules/deskrules.js" data-desk="acme"></script>', files: { "/deskrules/desks/acme.js": acme } };

test("the desk in twenty lines fills in the priority of its form", () => {
  const select = (/** @type {string} */ name, /** @type {string[]} */ texts) =>
    `<p><select name="${name}" aria-label="${name}"><option value="">-</option>${texts.map((text, index) => `<option value="${index}">${text}</option>`).join("")}</select></p>`;
  const form = [
    select("cf_12_impact", ["All of us", "Some of us", "Me"]),
    select("cf_13_urgency", ["Now", "Today", "Some day"]),
    select("prio", ["none", "low", "normal", "high", "top"]),
    '<p class="buttons"><button>Create</button></p>',
  ].join("");
  assert.ok(acme.split("\n").length <= 27);
  return onSite(
    `<form class="ticket">${form}</form>`,
    async (page) => {
      await ready(page, "deskrules-form");
      await page.getByLabel("cf_12_impact").selectOption("Some of us");
      await page.getByLabel("cf_13_urgency").selectOption("Now");
      await reads(page, "deskrules-form .priority", "P2 Impact medium × urgency high gives P2.");
      assert.equal(await page.getByLabel("prio").inputValue(), "3");
    },
    DESK,
  );
});

test("a ticket of that desk shows its clock", () => {
  const history = [{ at: "2026-11-24T09:20:00+01:00", status: "waiting for customer" }, { at: "2026-11-24T09:50:00+01:00", status: "open" }];
  const ticket = { priority: "P1", created: "2026-11-24T09:00:00+01:00", history };
  const files = { ...DESK.files, "/api/tickets/7": JSON.stringify(ticket), "/clock.js": `import { readTicket } from "/deskrules/desks/acme.js";\n${clock}` };
  return onSite(
    '<p id="ticket" data-id="7"></p>',
    async (page) => {
      await ready(page, "deskrules-timer");
      await reads(page, "deskrules-timer .timer", /3 hours 30 minutes .* 13:30/);
    },
    { head: `${DESK.head}<script type="module" src="/clock.js"></script>`, files },
  );
});

test("who bundles the elements sets their policy", async () => {
  const { policy } = await load();
  const [first] = policy.incidents?.priorities ?? [];
  Object.assign(first ?? {}, { resolution: "PT2H" });
  const stdin = { contents: `${bundled}\nimport { setClock } from "deskrules/elements"; setClock(() => Date.parse("2026-11-24T09:30:00+01:00"));`, resolveDir: import.meta.dirname };
  const { outputFiles } = buildSync({ stdin, bundle: true, format: "esm", write: false, logLevel: "error" });
  return onSite(
    `<deskrules-timer ticket='{"priority":"P1","reportedAt":"2026-11-24T09:00:00+01:00","events":[]}'>by one</deskrules-timer>`,
    (page) => reads(page, "deskrules-timer .timer", /11:00$/),
    { head: '<script type="module" src="/app.js"></script>', files: { "/app.js": outputFiles[0]?.text ?? "", "/policy.json": JSON.stringify(policy) } },
  );
});

test("no other JavaScript for pages is shown", () => assert.deepEqual([...scripts.keys()], []));
