import assert from "node:assert/strict";
import { after, test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { close } from "./browser.js";
import { onSite, STRICT, STRICT_WITH_WASM, TRUSTED } from "./site.js";
import { passesAxe, reads, ready, SCRIPT, setTime, shifted, text, until, watchShifts } from "./widget.js";

/** @typedef {import("playwright-core").Page} Page */

after(close);

const { load } = await import("deskrules");
const goud = (await load()).policy;
const PRIORITY = `<p><label for="prio">Priority</label> <select id="prio" name="prio"><option value="">-</option>
  <option value="1">1. Critical</option><option value="2">2. High</option><option value="3" selected>3. Normal</option><option value="4">4. Low</option></select></p>`;
const VALUES = `values='{"P1":"1","P2":"2","P3":"3. Normal","P4":"4"}'`;
const LEVELS = (/** @type {string} */ name) => `<option value="">-</option><option>High</option><option>Medium</option><option>Low</option>`.replace(/^/, `<select name="${name}">`) + "</select>";
const QUESTIONS = `<form action="/sent"><input name="id" value="7"><label>Subject <input name="subject"></label>
  ${PRIORITY}<deskrules-form priority="#prio" ${VALUES}>no widget</deskrules-form><button>Send</button></form>`;
const FIELDS = `<form action="/sent"><div class="row"><span class="label">Impact:</span> ${LEVELS("cf-12-impact")}</div>
  <div class="row"><span class="label">Urgency *</span> ${LEVELS("cf-13-urgency")}</div>
  ${PRIORITY}<deskrules-form impact="cf-*-impact" urgency="Urgency" priority="#prio" ${VALUES}></deskrules-form><button>Send</button></form>`;

/**
 * @param {Page} page
 * @param {string} impact
 * @param {string} urgency
 */
async function answer(page, impact, urgency) {
  await page.getByRole("radio", { name: impact }).check();
  await page.getByRole("radio", { name: urgency }).check();
}

const HIGH = "A department or the organisation";
const SOON = "for instance until the end of the day";

test("a form without impact and urgency gets two questions, and they fill in the priority and show both times", () =>
  onSite(
    QUESTIONS,
    async (page, _, sent) => {
      await ready(page, "deskrules-form");
      await reads(page, "deskrules-form .answer", "Answer the two questions, and the times are here.");
      assert.equal(await page.locator("#prio").inputValue(), "3");
      await page.evaluate(() => {
        /** @type {string[]} */
        const heard = [];
        Object.assign(globalThis, { heard });
        for (const type of ["input", "change", "deskrules-priority"]) {
          document.body.addEventListener(type, ({ target, bubbles }) => {
            const name = /** @type {Element} */ (target).getAttribute("name") ?? /** @type {Element} */ (target).localName;
            heard.push(`${type} ${name} ${bubbles}`);
          });
        }
      });
      await answer(page, HIGH, SOON);
      await reads(page, "deskrules-form .priority", "P2 Impact high × urgency medium gives P2.");
      await reads(page, "deskrules-form #response", "Tuesday, 24 November 2026 at 11:00 within 1 hour of business time");
      await reads(page, "deskrules-form #resolution", "Wednesday, 25 November 2026 at 10:00 within 1 working day (8 hours) of business time");
      assert.equal(await page.locator("deskrules-form #resolution time").getAttribute("datetime"), "2026-11-25T10:00:00+01:00");
      assert.equal(await page.locator("#prio").inputValue(), "2");
      const heard = /** @type {string[]} */ (await page.evaluate("heard"));
      assert.deepEqual(heard.filter((line) => !line.includes("input deskrules-form")), ["input prio true", "change prio true", "deskrules-priority deskrules-form true"]);
      assert.match(await page.locator("deskrules-form [role=status]").innerText(), /^Impact high × urgency medium gives P2\. Response by: /);
      await page.getByRole("button", { name: "Send" }).click();
      await page.getByText("Sent").waitFor();
      assert.deepEqual([sent[0]?.get("prio"), sent[0]?.get("id"), sent[0]?.get("impact")], ["2", "7", null]);
    },
    { head: SCRIPT },
  ));

test("fields of the form are found by a pattern of their name, by the text beside them, and by a selector", () =>
  onSite(
    FIELDS,
    async (page) => {
      await ready(page, "deskrules-form");
      await reads(page, "deskrules-form .answer", "Choose impact and urgency, and the times are here.");
      assert.equal(await page.locator("deskrules-form fieldset:visible").count(), 0);
      await page.locator("[name=cf-12-impact]").selectOption("High");
      await page.locator("[name=cf-13-urgency]").selectOption("High");
      await reads(page, "deskrules-form .priority", "P1 Impact high × urgency high gives P1.");
      assert.equal(await page.locator("#prio").inputValue(), "1");
    },
    { head: SCRIPT },
  ));

test("a person's own choice stays, is told apart, and can be given up by a button", () =>
  onSite(
    QUESTIONS,
    async (page) => {
      await ready(page, "deskrules-form");
      await page.locator("#prio").selectOption("1");
      await reads(page, "deskrules-form .priority", "P1 Chosen by hand: P1.");
      await answer(page, HIGH, SOON);
      await reads(page, "deskrules-form .disagree", "P1 was chosen. The answers give P2. Take P2");
      await reads(page, "deskrules-form #response", /at 10:30/);
      assert.equal(await page.locator("#prio").inputValue(), "1");
      await page.getByRole("button", { name: "Take P2" }).click();
      await reads(page, "deskrules-form .priority", "P2 Impact high × urgency medium gives P2.");
      assert.equal(await page.locator("#prio").inputValue(), "2");
      assert.equal(await page.locator("deskrules-form .disagree").count(), 0);
      await page.locator("#prio").selectOption("1");
      await page.locator("#prio").selectOption("2");
      await reads(page, "deskrules-form .priority", "P2 Impact high × urgency medium gives P2.");
    },
    { head: SCRIPT },
  ));

test("a priority that the page came with is not overwritten before anybody answers", () =>
  onSite(
    FIELDS.replaceAll("<option>High", "<option selected>High"),
    async (page) => {
      await ready(page, "deskrules-form");
      await reads(page, "deskrules-form .disagree", "P3 was chosen. The answers give P1. Take P1");
      assert.equal(await page.locator("#prio").inputValue(), "3");
      await page.locator("[name=cf-13-urgency]").selectOption("Medium");
      await reads(page, "deskrules-form .priority", "P2 Impact high × urgency medium gives P2.");
      assert.equal(await page.locator("#prio").inputValue(), "2");
    },
    { head: SCRIPT },
  ));

test("who answers before the widget is there has answered, and the page's own priority is nobody's choice", () =>
  onSite(
    FIELDS.replace(/<deskrules-form.*<.deskrules-form>/, "<p id=here></p>"),
    async (page) => {
      await page.selectOption("[name=cf-12-impact]", "High");
      await page.selectOption("[name=cf-13-urgency]", "Medium");
      await page.evaluate((html) => (document.querySelector("#here") ?? document.body).insertAdjacentHTML("beforebegin", html), /<deskrules-form.*<.deskrules-form>/.exec(FIELDS)?.[0] ?? "");
      await ready(page, "deskrules-form");
      await reads(page, "deskrules-form .priority", "P2 Impact high × urgency medium gives P2.");
      assert.equal(await page.locator("#prio").inputValue(), "2");
    },
    { head: SCRIPT },
  ));

test("the reset of the form is a reset of the questions", () =>
  onSite(
    QUESTIONS.replace("<button>", "<button type=reset>Empty</button><button>"),
    async (page) => {
      await ready(page, "deskrules-form");
      await answer(page, HIGH, SOON);
      await reads(page, "deskrules-form .priority", /P2/);
      await page.getByRole("button", { name: "Empty" }).click();
      await reads(page, "deskrules-form .answer", "Answer the two questions, and the times are here.");
      assert.equal(await page.locator("#prio").inputValue(), "3");
    },
    { head: SCRIPT },
  ));

test("fields that arrive late are found", () =>
  onSite(
    `<form action="/sent"><deskrules-form impact="cf-*-impact" urgency="Urgency" priority="#prio" ${VALUES}></deskrules-form><div id="late"></div></form>`,
    async (page) => {
      await page.locator("deskrules-form:defined").waitFor();
      await page.locator("#late").evaluate((place, html) => (place.innerHTML = html), FIELDS.replace(/<deskrules-form.*<\/deskrules-form>|<\/?form[^>]*>/g, ""));
      await ready(page, "deskrules-form");
      await page.locator("[name=cf-12-impact]").selectOption("High");
      await page.locator("[name=cf-13-urgency]").selectOption("High");
      await reads(page, "deskrules-form .priority", /^P1/);
    },
    { head: SCRIPT },
  ));

test("a page that changes without loading anew is found again, the widget with it", () =>
  onSite(
    `<div id="pjax"><form action="/sent">${PRIORITY}<hr data-deskrules-place></form></div>`,
    async (page) => {
      await ready(page, "deskrules-form");
      await answer(page, HIGH, SOON);
      await reads(page, "deskrules-form .priority", /P2/);
      await page.locator("#pjax").evaluate((place) => (place.innerHTML = "<p>Another page</p>"));
      assert.equal(await page.locator("deskrules-form").count(), 0);
      const form = `<form action="/sent">${PRIORITY.replace(">1. Critical", ">1. Urgent")}<hr data-deskrules-place></form>`;
      await page.locator("#pjax").evaluate((place, html) => (place.innerHTML = html), form);
      await ready(page, "deskrules-form");
      await answer(page, HIGH, "must be restored at once");
      await reads(page, "deskrules-form .priority", /P1/);
      assert.equal(await page.locator("#prio").inputValue(), "1");
      // The fields alone are changed, too.
      await page.locator("form p").first().evaluate((place) => (place.outerHTML = place.outerHTML));
      await page.getByRole("radio", { name: SOON }).check();
      await reads(page, "deskrules-form .priority", /P2/);
      assert.equal(await page.locator("#prio").inputValue(), "2");
    },
    { head: `<script src="/deskrules.js" data-desk="generic" data-priority="#prio" data-${VALUES}></script>` },
  ));

for (const [name, attribute, form, where] of /** @type {[string, string, string, string][]} */ ([
  ["a field that is not there", 'priority="#no-such-field"', "", "#no-such-field"],
  ["a form that is not there", 'form="#no-such-form"', "", "#no-such-form"],
])) {
  test(`${name} is named in one warning, and the form works as if the widget were not there`, () => {
    /** @type {string[]} */
    const warned = [];
    return onSite(
      QUESTIONS.replace('priority="#prio"', attribute) + form,
      async (page, _, sent) => {
        await page.locator("deskrules-form:defined").waitFor();
        await setTime(page, "2026-11-24T10:00:00+01:00");
        await setTime(page, "2099-11-24T10:01:00+01:00");
        await setTime(page, "2099-11-24T10:02:00+01:00");
        await page.evaluate(() => document.body.append("more"));
        await until(page, () => warned.length > 0);
        assert.equal(await text(page, "deskrules-form"), "no widget");
        await page.getByRole("button", { name: "Send" }).click();
        await page.getByText("Sent").waitFor();
        assert.equal(sent[0]?.get("prio"), "3");
        assert.deepEqual(warned, [`deskrules-form: found no field \`${where}\`; the form works without`]);
      },
      { head: SCRIPT, complaints: /found no field/, before: async (page) => void page.on("console", (message) => warned.push(message.text())) },
    );
  });
}

for (const [name, head, served] of /** @type {[string, string, import("./site.js").Served][]} */ ([
  ["a wasm", SCRIPT, { broken: ["/wasm/deskrules_bg.wasm"] }],
  ["a policy", '<script src="/deskrules.js" data-policy="/no-policy.json"></script>', {}],
  ["a module", SCRIPT, { broken: ["/elements/form.js"] }],
])) {
  test(`${name} that does not load leaves the form alone`, () => {
    /** @type {string[]} */
    const warned = [];
    return onSite(
      QUESTIONS,
      async (page, _, sent) => {
        await until(page, () => warned.length > 0);
        await page.locator("#prio").selectOption("1");
        assert.equal(await text(page, "deskrules-form"), "no widget");
        await page.getByRole("button", { name: "Send" }).click();
        await page.getByText("Sent").waitFor();
        assert.equal(sent[0]?.get("prio"), "1");
        assert.equal(warned.length, 1, String(warned));
      },
      {
        ...served,
        head,
        complaints: /404|deskrules/,
        before: async (page) => void page.on("console", (message) => message.type() === "warning" && warned.push(message.text())),
      },
    );
  });
}

test("the language follows the page", () =>
  onSite(
    QUESTIONS,
    async (page) => {
      await ready(page, "deskrules-form");
      await answer(page, "Afdeling of organisatie", "eind van de dag");
      await reads(page, "deskrules-form .priority", "P2 Impact hoog × urgentie medium geeft P2.");
      await page.evaluate(() => (document.documentElement.lang = "en-GB"));
      await reads(page, "deskrules-form .priority", "P2 Impact high × urgency medium gives P2.");
      assert.equal(await page.getByRole("radio", { name: HIGH }).isChecked(), true);
      await page.locator("deskrules-form").evaluate((form) => (/** @type {HTMLElement} */ (form).lang = "nl"));
      await reads(page, "deskrules-form .priority", /hoog/);
    },
    { head: SCRIPT, lang: "nl" },
  ));

test("text with markup in it stays text", () => {
  const evil = "<img src=x onerror=alert(1)>";
  const { incidents } = goud;
  const own = { ...goud, incidents: { ...incidents, impact: incidents?.impact.map((level) => ({ ...level, meaning: { en: `${evil} ${level.id}` } })) } };
  return onSite(
    QUESTIONS,
    async (page) => {
      await ready(page, "deskrules-form");
      assert.equal(await text(page, "deskrules-form fieldset:first-of-type .choice:nth-of-type(2)"), `${evil} medium Medium`);
      assert.equal(await page.locator("deskrules-form img").count(), 0);
    },
    { head: '<script src="/deskrules.js" data-policy="/own.json"></script>', files: { "/own.json": JSON.stringify(own) } },
  );
});

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
      await reads(page, "deskrules-form .disagree", /The answers give P2/);
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
  test(`nothing moves more than a little at ${width} pixels, and nothing needs scrolling sideways`, () =>
    onSite(
      QUESTIONS,
      async (page) => {
        await ready(page, "deskrules-form");
        await answer(page, HIGH, SOON);
        await reads(page, "deskrules-form .priority", /P2/);
        const moved = await shifted(page);
        assert.ok(moved <= 0.05, `layout shift ${moved}`);
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= Number(width));
        for (const choice of await page.locator("deskrules-form .choice").all()) {
          assert.ok(((await choice.boundingBox())?.height ?? 0) >= 24);
        }
      },
      { head: SCRIPT, before: watchShifts, context: { viewport: { width: Number(width), height: Number(height) } } },
    ));
}

test("the form element and all that it loads is small", (t) =>
  onSite(
    QUESTIONS,
    async (page, asked) => {
      await ready(page, "deskrules-form");
      const size = (/** @type {string} */ path) => brotliCompressSync(readFileSync(new URL(`../../pkg${path}`, import.meta.url))).length;
      const own = [...new Set(asked)].filter((path) => path !== "/page");
      const [wasm, modules] = [own.filter((path) => path.endsWith(".wasm")), own.filter((path) => !path.endsWith(".wasm"))];
      const sum = (/** @type {string[]} */ paths) => paths.reduce((total, path) => total + size(path), 0);
      t.diagnostic(`${modules.length} modules ${sum(modules)} bytes, wasm ${sum(wasm)} bytes, together ${sum(own)} bytes by brotli`);
      assert.ok(sum(modules) <= 40_000, `${sum(modules)} bytes`);
      assert.ok(!own.includes("/client/inlined.js") && wasm.length === 1, String(own));
    },
    { head: SCRIPT },
  ));
