// Pictures of each element for the docs, in docs/img/: light and dark, narrow and wide, Dutch and English. Run by hand:
//   DESKRULES_CHROMIUM=/usr/bin/chromium DESKRULES_CHROMIUM_FLAGS="--no-sandbox --disable-lcd-text" node browser/screenshots.js
// With DESKRULES_URL=http://127.0.0.1:8080, where `cargo xtask demo` runs, the demo's page that edits a policy too.
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { close, onDemo } from "./browser.js";
import { withPalette } from "./png.js";
import { onSite } from "./site.js";
import { ready, SCRIPT, shifted } from "./widget.js";

/** @typedef {import("playwright-core").Page} Page */

const FOLDER = fileURLToPath(new URL("../../docs/img/", import.meta.url));
const DAY = "2026-11-24T";

/** A plain desk, such as there are many. */
const CSS = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; background: light-dark(#f3f5f7, #14181d); color: light-dark(#1d2733, #e4e9ee); }
main { max-inline-size: 46rem; margin: 1rem; padding: clamp(0.75rem, 3vw, 1.25rem); border-radius: 6px; background: light-dark(#fff, #1c2229); }
h1 { display: none; }
p { margin: 0 0 0.9rem; }
form label { display: block; font-weight: 600; }
input:not([type=radio]), select, textarea { box-sizing: border-box; inline-size: 100%; padding: 0.4rem 0.5rem; border: 1px solid #8a95a0; border-radius: 4px; font: inherit; background: light-dark(#fff, #14181d); color: inherit; }
form > button { margin-block-start: 0.9rem; padding: 0.45rem 1.1rem; border: 0; border-radius: 4px; background: #2c6e49; color: #fff; font: inherit; }
`;

/** What stands on the page, by language. */
const WORDS = {
  en: { subject: "Subject", text: "Nobody can log in", priority: "Priority", send: "Create ticket", product: "Product", servers: "Servers", mail: "Your e-mail", from: "From", until: "Until", request: "Ask for the patch" },
  nl: { subject: "Onderwerp", text: "Niemand kan inloggen", priority: "Prioriteit", send: "Ticket aanmaken", product: "Product", servers: "Servers", mail: "Uw e-mailadres", from: "Van", until: "Tot", request: "Patch aanvragen" },
};

/** @param {object[]} events */
const ticket = (events, more = {}) => JSON.stringify({ priority: "P1", reportedAt: `${DAY}09:00:00+01:00`, events, ...more });
const at = (/** @type {string} */ time, /** @type {string} */ type) => ({ at: `${DAY}${time}:00+01:00`, type });
const answered = at("09:05", "responded");
const LONG = {
  priority: "P3",
  reportedAt: "2026-12-23T14:00:00+01:00",
  events: [{ at: "2026-12-24T10:00:00+01:00", type: "paused" }, { at: "2026-12-24T12:00:00+01:00", type: "resumed" }],
};

/** @type {Record<string, { body: (words: typeof WORDS.en) => string, shown: string, work: (page: Page) => Promise<void> }>} */
const SCENES = {
  form: {
    body: (words) => `<form><p><label>${words.subject}<input value="${words.text}"></label></p>
      <p><label>${words.priority}<select id="priority"><option value="">-</option><option>P1</option><option>P2</option><option>P3</option><option>P4</option></select></label></p>
      <deskrules-form priority="#priority"></deskrules-form><button>${words.send}</button></form>`,
    shown: "main",
    work: async (page) => {
      await ready(page, "deskrules-form", `${DAY}10:00:00+01:00`);
      await page.getByRole("radio").nth(0).check();
      await page.getByRole("radio").nth(4).check();
    },
  },
  "form-choice": {
    body: (words) => `<form><p><label>Impact<select><option>High</option></select></label></p><p><label>Urgency<select><option>Medium</option><option>High</option></select></label></p>
      <p><label>${words.priority}<select id="priority"><option>P3</option><option>P1</option><option>P2</option></select></label></p>
      <deskrules-form impact="Impact" urgency="Urgency" priority="#priority"></deskrules-form></form>`,
    shown: "main",
    work: async (page) => {
      await ready(page, "deskrules-form", `${DAY}10:00:00+01:00`);
      await page.locator("#priority").selectOption("P1");
    },
  },
  request: {
    body: (words) => `<deskrules-request><form><p><label>${words.product}<input name="product.name" value="Exact Globe"></label></p><p><label>${words.servers}<input name="servers"></label></p>
      <p><label>${words.mail}<input name="requestedBy.email" value="sanne@"></label></p>
      <p><label>${words.from}<input type="datetime-local" name="window.start" value="2026-11-24T16:00"></label></p><p><label>${words.until}<input type="datetime-local" name="window.end" value="2026-11-24T18:00"></label></p>
      <input type="hidden" name="installer.file" value="globe-4.22.msi"><input type="hidden" name="product.to" value="4.22"><input type="hidden" name="requestedBy.name" value="Sanne de Wit">
      <input type="hidden" name="instructions" value="Stop the service, run globe-4.22.msi, start the service"><input type="hidden" name="releaseNotes" value="https://example.org/4.22"><input type="hidden" name="rollback" value="Restore the snapshot of both servers">
      <button>${words.request}</button></form></deskrules-request>`,
    shown: "main",
    work: async (page) => {
      await ready(page, "deskrules-request", `${DAY}10:00:00+01:00`);
      await page.locator("form > button").click();
      await page.locator("deskrules-request h2").waitFor();
    },
  },
  timer: {
    body: () =>
      [
        ticket([], { priority: "P4" }),
        ticket([answered], { reportedAt: `${DAY}10:30:00+01:00` }),
        ticket([answered]),
        ticket([answered, at("10:00", "paused")]),
        ticket([answered, at("11:00", "resolved")]),
        ticket([answered], { reportedAt: "2026-11-23T16:00:00+01:00" }),
      ].map((one) => `<p><deskrules-timer ticket='${one}'></deskrules-timer></p>`).join(""),
    shown: "main",
    work: async (page) => {
      await ready(page, "deskrules-timer", `${DAY}12:21:30+01:00`);
      await page.locator("p:nth-of-type(6) deskrules-timer[ready]").waitFor();
    },
  },
  timeline: {
    body: () => `<deskrules-timeline ticket='${JSON.stringify(LONG)}'></deskrules-timeline>`,
    shown: "main",
    work: async (page) => {
      await ready(page, "deskrules-timeline", "2026-12-24T15:00:00+01:00");
      await page.locator("deskrules-timeline summary").click();
    },
  },
};

await mkdir(FOLDER, { recursive: true });
const only = process.argv[2];
for (const [name, { body, shown, work }] of Object.entries(SCENES)) {
  for (const lang of /** @type {const} */ (["nl", "en"])) {
    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      for (const width of [320, 1280]) {
        if (only && only !== name) {
          continue;
        }
        const options = { head: `<link rel="stylesheet" href="/desk.css">${SCRIPT}`, lang, files: { "/desk.css": CSS }, context: { colorScheme, viewport: { width, height: 800 } } };
        await onSite(
          body(WORDS[lang]),
          async (page) => {
            await work(page);
            await shifted(page);
            await shifted(page);
            await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());
            const picture = await withPalette(page, await page.locator(shown).screenshot());
            await writeFile(`${FOLDER}${name}-${lang}-${colorScheme}-${width}.png`, picture);
          },
          options,
        );
      }
    }
  }
}
if (process.env["DESKRULES_URL"] && (!only || only === "policy")) {
  const work = async (/** @type {Page} */ page) => {
    await page.locator("#week").fill("2026-12-25");
    await page.locator("#weeks .name").first().waitFor();
    await page.locator("#week").blur();
    await writeFile(`${FOLDER}policy-en-light-1280.png`, await withPalette(page, await page.screenshot()));
  };
  await onDemo(work, { file: "policy.html", context: { colorScheme: "light", viewport: { width: 1280, height: 1720 } } });
}
await close();
