// Draws the pictures of docs/extension.md: `node tests/extension/screenshots.js` with the desks of `cargo xtask desks` running, and with what the
// tests get in their environment.
import { fileURLToPath } from "node:url";
import { close, rt } from "../desks/desks.js";
import { inChromium } from "./browser.js";
import { press, sees } from "./pages.js";
import { at, PAGES, respond, setStatus, SETTINGS, ticketOfRt, turns } from "./tickets.js";

const HOUR = 3_600_000;
const img = (/** @type {string} */ name) => fileURLToPath(new URL(`../../docs/img/extension-${name}.png`, import.meta.url));
const LEVELS = /** @type {const} */ ({ P1: ["High", "High", 100], P2: ["High", "Medium", 75], P3: ["Medium", "Medium", 50] });

/**
 * @param {string} subject
 * @param {keyof typeof LEVELS} priority
 */
const made = (subject, priority) => {
  const [Impact, Urgency, number] = LEVELS[priority];
  return ticketOfRt(subject, { Impact, Urgency }, number);
};

const first = await made("The warehouse cannot scan", "P1");
const others = [await made("Mail of the sales team waits", "P2"), await made("Two laptops without VPN", "P3"), await made("Printer on the second floor", "P3")];
await respond(first.id);
await respond(others[0]?.id ?? "");
await setStatus(others[1]?.id ?? "", "stalled");
const { due } = turns(first);
const all = [first, ...others].map(({ id }) => `id = ${id}`).join(" OR ");

await inChromium(
  async ({ logIn, open, store }) => {
    await store({ settings: { ...SETTINGS, watch: "opened" }, ...at(due - HOUR / 2) });
    const page = await logIn(rt, "agent");
    for (const { id } of [...others, first]) {
      await page.goto(PAGES.rt.ticket(id));
      await sees(page, /Resolution .* Why/);
    }
    await press(page, /Why: Resolution/);
    await sees(page, /In words/);
    await page.screenshot({ path: img("ticket"), clip: { x: 0, y: 0, width: 1000, height: 460 } });
    await page.goto(PAGES.rt.list.replace(/Query=.*/, `Query=${encodeURIComponent(all)}`));
    await sees(page, /Sort by next to breach \d/);
    await press(page, /Sort by next to breach/);
    await page.screenshot({ path: img("list"), clip: { x: 0, y: 0, width: 1000, height: 480 } });
    const popup = await open("popup/popup.html");
    await popup.setViewportSize({ width: 360, height: 460 });
    await popup.locator("#tickets li").nth(2).waitFor();
    await popup.screenshot({ path: img("popup") });
    const options = await open("options/options.html");
    await options.setViewportSize({ width: 800, height: 900 });
    await options.locator("#sites h3").first().waitFor();
    await options.screenshot({ path: img("options") });
  },
  { context: { viewport: { width: 1000, height: 720 }, timezoneId: "Europe/Amsterdam" } },
);
await close();
