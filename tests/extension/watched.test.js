// Watched tickets: on the icon, in the popup, and told of once.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close, on, rt } from "../desks/desks.js";
import { BROWSERS } from "./browser.js";
import { ask, press, sees } from "./pages.js";
import { at, PAGES, setStatus, SETTINGS, ticketOfRt, turns } from "./tickets.js";

/** @typedef {import("./pages.js").Page} Page */

const MINUTE = 60_000;

after(close);

/**
 * What the icon shows.
 * @param {Page} page - Of the extension.
 * @returns {Promise<string[]>}
 */
const icon = (page) =>
  ask(page, async () => {
    const { browser, chrome } = /** @type {any} */ (globalThis);
    const { action } = browser ?? chrome;
    return [await action.getBadgeText({}), await action.getTitle({})];
  });

/**
 * Waits until a question has the wanted answer.
 * @param {Page} page
 * @param {() => Promise<unknown>} question
 * @param {unknown} wanted
 */
async function becomes(page, question, wanted) {
  let found;
  for (let turn = 0; turn < 200; turn++) {
    found = await question();
    if (JSON.stringify(found) === JSON.stringify(wanted)) {
      return;
    }
    await ask(page, () => new Promise((resolve) => setTimeout(resolve, 50)));
  }
  assert.deepEqual(found, wanted);
}

/** @param {Page} page */
const titles = (page) => ask(page, () => [...document.querySelectorAll("#tickets a")].map(({ textContent }) => /(First|Second)/.exec(textContent ?? "")?.[1] ?? "?"));

for (const [browser, inBrowser] of Object.entries(BROWSERS)) {
  test(`watched tickets are counted on the icon of ${browser}, and listed in the popup by next to breach, until they are no more`, on(rt), () =>
    inBrowser(async ({ kill, logIn, open, requests, store, stored }) => {
      const [second, first] = [await ticketOfRt("Second", { Impact: "High", Urgency: "Medium" }, 75), await ticketOfRt("First")];
      const { risk, due } = turns(first);
      await store({ settings: SETTINGS, ...at(risk - 10 * MINUTE) });
      const page = await logIn(rt, "agent");
      for (const { id } of [second, first]) {
        await page.goto(PAGES.rt.ticket(id));
        await sees(page, /Resolution .* Watch/);
        await press(page, /^Watch$/);
        await becomes(page, async () => Object.values((await stored("watched")) ?? {}).some(({ ticket, on }) => ticket.id === id && on), true);
      }
      const popup = await open("popup/popup.html");
      await becomes(popup, () => titles(popup), ["First", "Second"]);
      // Nobody answered, so that both responses are late: two hours are over, or more.
      await becomes(popup, () => icon(popup), ["2", "2 too late, 0 at risk"]);
      await kill();
      await store(at(due + MINUTE));
      await becomes(popup, () => icon(popup), ["2", "2 too late, 0 at risk"]);
      await ask(popup, () => document.querySelector("button")?.click());
      await becomes(popup, () => titles(popup), ["Second"]);
      await becomes(popup, () => icon(popup), ["1", "1 too late, 0 at risk"]);
      await setStatus(second.id, "resolved");
      await page.goto(PAGES.rt.ticket(second.id));
      await sees(page, /Resolution met|Resolution too late/);
      await becomes(popup, () => titles(popup), []);
      await becomes(popup, () => icon(popup), ["", "deskrules"]);
      assert.deepEqual((await requests()).filter((address) => !address.startsWith(rt.url)), []);
    }));

  test(`who asked for it is told once before a breach in ${browser}, and who did not is not`, on(rt), () =>
    inBrowser(async ({ logIn, open, store, stored }) => {
      const ticket = await ticketOfRt("Told");
      const { risk } = turns(ticket);
      await store({ settings: SETTINGS, ...at(risk - MINUTE) });
      const page = await logIn(rt, "agent");
      await page.goto(PAGES.rt.ticket(ticket.id));
      await sees(page, /Resolution .* Watch/);
      await press(page, /^Watch$/);
      const popup = await open("popup/popup.html");
      await ask(popup, () => {
        const { browser, chrome } = /** @type {any} */ (globalThis);
        const { notifications } = browser ?? chrome;
        Object.assign(globalThis, { notifications });
      });
      const shown = () => ask(popup, async () => Object.keys(await /** @type {any} */ (globalThis).notifications.getAll()));
      const told = async () => Object.values((await stored("watched")) ?? {}).map(({ told }) => Object.keys(told));
      await store(at(risk + MINUTE));
      await becomes(popup, async () => (await icon(popup))[0], "1");
      assert.deepEqual([await shown(), await told()], [[], [[]]]);
      await store({ settings: { ...SETTINGS, notify: true } });
      await becomes(popup, told, [["resolution"]]);
      // Firefox without a window has nowhere to show it.
      await becomes(popup, shown, browser === "Chromium" ? [`${rt.url} ${ticket.id}`] : []);
      await ask(popup, (key) => /** @type {any} */ (globalThis).notifications.clear(key), `${rt.url} ${ticket.id}`);
      await store(at(risk + 2 * MINUTE));
      await becomes(popup, async () => (await icon(popup))[0], "1");
      assert.deepEqual(await shown(), []);
    }));
}
