// Pictures of the widget in both desks, for the docs: run by hand, with the addresses of the running desks in the environment.
import { close, django, inChromium, open, rt, rtQueue } from "./desks.js";
import { ready } from "./widget.js";

/** @typedef {import("playwright-core").Page} Page */

const FOLDER = new URL("../../docs/img/", import.meta.url).pathname;
const context = { viewport: { width: 1000, height: 700 }, colorScheme: /** @type {const} */ ("light") };

/**
 * Sets the clock of the widget to a Tuesday, an hour after opening.
 * @param {Page} page
 */
function setTime(page) {
  return page.evaluate(async () => {
    const script = /** @type {HTMLScriptElement} */ (document.querySelector("script[data-desk]"));
    const { setClock } = await import(new URL("tag/start.js", script.src).href);
    setClock(() => Date.parse("2026-11-24T10:00:00+01:00"));
  });
}

await inChromium(
  django,
  "agent",
  async (page) => {
    await open(page, django, "/tickets/submit/");
    await ready(page, "deskrules-form");
    await setTime(page);
    await page.selectOption("#id_custom_impact", "high");
    await page.selectOption("#id_custom_urgency", "medium");
    await page.locator("deskrules-form .badge").waitFor();
    await page.locator("label[for=id_submitter_email]").evaluate((label) => label.scrollIntoView({ behavior: "instant" }));
    await page.screenshot({ path: `${FOLDER}desk-django.png` });
  },
  { context },
);

await inChromium(
  rt,
  "agent",
  async (page) => {
    const { id, field } = await rtQueue("Incidents");
    await open(page, rt, `/Ticket/Create.html?Queue=${id}`);
    await ready(page, "deskrules-form");
    await setTime(page);
    await page.fill("[name=Subject]", "No e-mail");
    await page.selectOption(field("Impact"), "High");
    await page.selectOption(field("Urgency"), "Medium");
    await page.locator("deskrules-form .badge").waitFor();
    await page.locator(".cke_editable, .cke").first().waitFor();
    await page.screenshot({ path: `${FOLDER}desk-rt.png` });
  },
  { context },
);

await close();
