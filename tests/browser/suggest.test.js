// What the requester writes answers the two questions, as a suggestion.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close } from "./browser.js";
import { FIELDS, HIGH, PRIORITY, SOON, VALUES } from "./forms.js";
import { onSite } from "./site.js";
import { passesAxe, reads, ready, SCRIPT, text } from "./widget.js";

/** @typedef {import("playwright-core").Page} Page */

after(close);

const WRITE = '<p><label>Subject <input name="subject"></label></p><p><label>Text <textarea name="text" rows="4"></textarea></label></p>';
const FORM = `<form action="/sent">${WRITE}${PRIORITY}<deskrules-form subject="[name=subject]" body="Text" priority="#prio" ${VALUES}>no widget</deskrules-form><button>Send</button></form>`;
const DEPARTMENT = "Nobody in the finance department can open SAP.";

/** @param {Page} page */
const chosen = (page) => page.getByRole("radio", { checked: true }).evaluateAll((radios) => radios.map((radio) => `${radio.getAttribute("name")} ${radio.getAttribute("value")}`));
/** @param {Page} page */
const marked = (page) => page.locator("deskrules-form mark").allInnerTexts();

test("what somebody types answers the questions, with the words that decided, and the priority follows", () =>
  onSite(
    FORM,
    async (page, _, sent) => {
      await ready(page, "deskrules-form");
      await page.getByLabel("Text").pressSequentially(`${DEPARTMENT} Please restore it immediately.`, { delay: 1 });
      await reads(page, "deskrules-form .priority", "P1 Impact high × urgency high gives P1.");
      assert.deepEqual(await chosen(page), ["impact high", "urgency high"]);
      assert.match(await text(page, "deskrules-form .suggestions"), /^Suggested by the text, impact high: .* Suggested by the text, urgency high: .*immediately.* Undo \(Esc\)$/);
      assert.ok((await marked(page)).length >= 2);
      assert.equal(await page.locator("#prio").inputValue(), "1");
      assert.match(await text(page, "deskrules-form .choice:has(:checked) >> nth=0"), /High · suggested$/);
      assert.match(await page.locator("deskrules-form [role=status]").innerText(), /^Suggested by the text, impact high/);
      await page.getByLabel("Text").fill("I forgot my password. Tomorrow is fine.");
      await reads(page, "deskrules-form .priority", /^P3 Impact low × urgency medium/);
      await page.getByRole("button", { name: "Send" }).click();
      await page.getByText("Sent").waitFor();
      assert.equal(sent[0]?.get("prio"), "3");
    },
    { head: SCRIPT },
  ));

test("one key undoes a suggestion, and the priority is what it was", () =>
  onSite(
    FORM.replace('value="3" selected', 'value="3"').replace('value="4"', 'value="4" selected'),
    async (page) => {
      await ready(page, "deskrules-form");
      await page.getByLabel("Text").fill(`${DEPARTMENT} Please restore it immediately.`);
      await reads(page, "deskrules-form .priority", /^P1/);
      await page.keyboard.press("Escape");
      await reads(page, "deskrules-form .answer", "Answer the two questions, and the times are here.");
      assert.deepEqual([await chosen(page), await page.locator("#prio").inputValue()], [[], "4"]);
      await page.getByLabel("Text").pressSequentially(" It is urgent.");
      await reads(page, "deskrules-form .answer", "Answer the two questions, and the times are here.");
    },
    { head: SCRIPT },
  ));

test("nothing is suggested over a person's answer; that the text says otherwise is said", () =>
  onSite(
    FORM,
    async (page) => {
      await ready(page, "deskrules-form");
      await page.getByRole("radio", { name: HIGH }).check();
      await page.getByRole("radio", { name: SOON }).check();
      await page.getByLabel("Text").fill("I forgot my password.");
      await reads(page, "deskrules-form .suggestions", /^The text reads as impact low: .* Take low$/);
      assert.deepEqual(await chosen(page), ["impact high", "urgency medium"]);
      await reads(page, "deskrules-form .priority", /^P2/);
      await passesAxe(page, "deskrules-form");
      await page.getByRole("button", { name: "Take low" }).click();
      await reads(page, "deskrules-form .priority", /^P3 Impact low/);
    },
    { head: SCRIPT },
  ));

test("a form that asks itself is not filled in by the text, but by a button", () =>
  onSite(
    FIELDS.replace('<form action="/sent">', `<form action="/sent">${WRITE}`).replace("<deskrules-form ", '<deskrules-form subject="[name=subject]" body="Text" '),
    async (page) => {
      await ready(page, "deskrules-form");
      await page.getByLabel("Text").fill(DEPARTMENT);
      await reads(page, "deskrules-form .suggestions", /^The text reads as impact high: .* Take high/);
      assert.equal(await page.locator("[name=cf-12-impact]").inputValue(), "");
      await page.getByRole("button", { name: "Take high" }).first().click();
      assert.equal(await page.locator("[name=cf-12-impact]").inputValue(), "High");
    },
    { head: SCRIPT },
  ));

test("a page that comes with its text and its priority keeps that priority until somebody types or answers", () =>
  onSite(
    FORM.replace("</textarea>", `${DEPARTMENT} At once, please.</textarea>`),
    async (page) => {
      await ready(page, "deskrules-form");
      await reads(page, "deskrules-form .suggestions", /impact high/);
      assert.equal(await page.locator("#prio").inputValue(), "3");
      await page.getByRole("button", { name: "Take P1" }).click();
      await reads(page, "deskrules-form .priority", /^P1 Impact high/);
    },
    { head: SCRIPT },
  ));

test("markup in a text stays text, and a long text is asked of once it rests", () =>
  onSite(
    FORM,
    async (page) => {
      await ready(page, "deskrules-form");
      await page.getByLabel("Text").fill(`${'<img src=x onerror="document.title=1">'} <b>Nobody</b> at the Utrecht branch can log in. ${"It is like this. ".repeat(1200)}`);
      await reads(page, "deskrules-form .suggestions", /impact high/);
      assert.equal(await page.locator("deskrules-form img, deskrules-form b").count(), 0);
      assert.equal(await page.title(), "Helpdesk");
    },
    { head: SCRIPT },
  ));

test("an editor that stands in place of the field is read", () =>
  onSite(
    FORM.replace(
      '<textarea name="text" rows="4"></textarea></label>',
      `<textarea name="text" style="display:none"></textarea><span><iframe title="Editor" srcdoc="<html><body contenteditable></body></html>"></iframe></span></label>`,
    ),
    async (page) => {
      await ready(page, "deskrules-form");
      const editor = page.frameLocator("iframe").locator("body");
      await page.getByLabel("Subject").fill("Help");
      await editor.pressSequentially(DEPARTMENT);
      await reads(page, "deskrules-form .suggestions", /impact high/);
    },
    { head: SCRIPT },
  ));
