import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close } from "./browser.js";
import { answer, FIELDS, HIGH, PRIORITY, QUESTIONS, SOON, VALUES } from "./forms.js";
import { onSite } from "./site.js";
import { reads, ready, SCRIPT, setTime, text, until } from "./widget.js";

after(close);

const { load } = await import("deskrules");
const goud = (await load()).policy;
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

test("a field inside its label is found by the text of the label alone", () =>
  onSite(
    FIELDS.replace('<span class="label">Urgency *</span>', "<label>Urgency * ").replace("</select></div>\n  <p", "</select></label></div>\n  <p"),
    async (page) => {
      await ready(page, "deskrules-form");
      await page.locator("[name=cf-12-impact]").selectOption("Low");
      await page.getByLabel("Urgency").selectOption("Low");
      await reads(page, "deskrules-form .priority", "P4 Impact low × urgency low gives P4.");
      await reads(page, "deskrules-form #resolution", "By agreement we settle the moment together");
    },
    { head: SCRIPT },
  ));

test("a person's own choice stays, is told apart, and can be given up by a button", () =>
  onSite(
    QUESTIONS,
    async (page) => {
      await ready(page, "deskrules-form");
      await page.locator("#prio").selectOption("1");
      await reads(page, "deskrules-form .priority", "P1 Chosen: P1.");
      await answer(page, HIGH, SOON);
      await reads(page, "deskrules-form .disagree", "Impact high × urgency medium gives P2. Take P2");
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
      await reads(page, "deskrules-form .disagree", "Impact high × urgency high gives P1. Take P1");
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
  ["a field that is not there", 'priority="#no-such-field"', "", "field `#no-such-field`"],
  ["a form that is not there", 'form="#no-such-form"', "", "form `#no-such-form`"],
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
        assert.deepEqual(warned, [`deskrules-form: found no ${where}; the form works without`]);
      },
      { head: SCRIPT, complaints: /found no/, before: async (page) => void page.on("console", (message) => warned.push(message.text())) },
    );
  });
}

for (const [name, head, served] of /** @type {[string, string, import("./site.js").Served][]} */ ([
  ["a wasm", SCRIPT, { broken: ["/wasm/deskrules_bg.wasm"] }],
  ["a policy", '<script src="/deskrules.js" data-policy="/no-policy.json"></script>', {}],
  ["a module", SCRIPT, { broken: ["/tag/form.js"] }],
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
        await page.locator("deskrules-form[failed]").waitFor();
        assert.ok(((await page.locator("deskrules-form").boundingBox())?.height ?? 0) < 40);
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
