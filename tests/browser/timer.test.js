import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close } from "./browser.js";
import { onSite, STRICT } from "./site.js";
import { passesAxe, reads, ready, SCRIPT, setTime, shifted, text, watchShifts } from "./widget.js";

after(close);

/** Of Tuesday nine o'clock, to be solved in four hours: at one. */
const TICKET = { priority: "P1", reportedAt: "2026-11-24T09:00:00+01:00", events: [{ at: "2026-11-24T09:10:00+01:00", type: "responded" }] };
const DAY = "2026-11-24T";
/**
 * @param {{ at: string, type: string }[]} events
 * @param {object} [more]
 */
const ticket = (events = [], more = {}) => JSON.stringify({ ...TICKET, events: [...TICKET.events, ...events], ...more });
/** @param {string} attributes */
const timer = (attributes) => `<p><deskrules-timer ${attributes}>by one o'clock</deskrules-timer></p>`;
const event = (/** @type {string} */ time, /** @type {string} */ type) => ({ at: `${DAY}${time}:00+01:00`, type });

/** By the state: the ticket, now, what stands there, the attributes. */
const STATES = /** @type {[string, string, string, string, string][]} */ ([
  ["not started", ticket([], { priority: "P4" }), "10:00:00", "Resolution not started no time set yet", "on-track pending"],
  ["running", ticket(), "10:00:30", "Resolution running 2 hours 59 minutes left due Tuesday, 24 November 2026 at 13:00", "on-track running"],
  ["at risk", ticket(), "12:20:15", "Resolution at risk 39:45 left due Tuesday, 24 November 2026 at 13:00", "at-risk running"],
  ["paused", ticket([event("10:00", "paused")]), "11:00:00", "Resolution on hold 3 hours left no time set yet", "on-track paused"],
  ["out of hours", ticket([], { reportedAt: `${DAY}16:00:00+01:00`, events: [] }), "20:00:00", "Resolution outside hours 3 hours left due Wednesday, 25 November 2026 at 12:00", "on-track out-of-hours"],
  ["met", ticket([event("12:00", "resolved")]), "12:30:00", "Resolution met due Tuesday, 24 November 2026 at 13:00", "met stopped"],
  ["breached", ticket(), "13:05:07", "Resolution too late −05:07 due Tuesday, 24 November 2026 at 13:00", "breached running"],
  ["breached for hours", ticket(), "16:30:00", "Resolution too late −3 hours 30 minutes due Tuesday, 24 November 2026 at 13:00", "breached running"],
  ["breached, outside hours", ticket(), "17:30:00", "Resolution too late, outside hours −4 hours due Tuesday, 24 November 2026 at 13:00", "breached out-of-hours"],
  ["resolved too late", ticket([event("13:30", "resolved")]), "15:00:00", "Resolution too late −30:00 due Tuesday, 24 November 2026 at 13:00", "breached stopped"],
]);

for (const forcedColors of /** @type {const} */ (["none", "active"])) {
  test(`each state has a word, an icon and ${forcedColors === "none" ? "a colour" : "where colours are forced a line"} of its own`, () =>
    onSite(
      timer(`ticket='${ticket()}'`),
      async (page) => {
        await ready(page, "deskrules-timer");
        const seen = new Map();
        for (const [name, given, time, words, attributes] of STATES) {
          await page.locator("deskrules-timer").evaluate((element, value) => element.setAttribute("ticket", value), given);
          await setTime(page, `${DAY}${time}+01:00`);
          await reads(page, "deskrules-timer .timer", words);
          const element = page.locator("deskrules-timer");
          assert.equal(`${await element.getAttribute("standing")} ${await element.getAttribute("phase")}`, attributes, name);
          const chip = await page.locator("deskrules-timer .chip").evaluate((node) => [
            node.className,
            node.querySelector("path")?.getAttribute("d") ?? "",
            getComputedStyle(node).border,
            getComputedStyle(node.querySelector("svg") ?? node).fill,
          ]);
          seen.set(chip[0], chip.slice(1));
        }
        assert.equal(seen.size, 7);
        const [icons, borders, fills] = [0, 1, 2].map((i) => new Set([...seen.values()].map((look) => look[i])));
        assert.equal(icons?.size, 7);
        // The colours of not started, of running and met, at risk, standing still, and too late; else one that the person chose.
        assert.deepEqual([borders?.size, fills?.size], forcedColors === "none" ? [5, 5] : [1, 1]);
        assert.match([...(borders ?? [])][0] ?? "", /^1px solid /);
        assert.ok(forcedColors === "none" || fills?.has(await page.evaluate(() => getComputedStyle(document.body).color)), [...(fills ?? [])].join());
      },
      { head: SCRIPT, context: { forcedColors } },
    ));
}

test("the clock counts by itself: seconds in the last hour, minutes before, and not at all while it stands still", () =>
  onSite(
    timer(`ticket='${ticket()}'`),
    async (page) => {
      await ready(page, "deskrules-timer");
      // The host's timers are counted in place of being waited for.
      const waits = async (/** @type {string} */ value, /** @type {string} */ at) => {
        await page.locator("deskrules-timer").evaluate((element, given) => element.setAttribute("ticket", given), value);
        await page.evaluate(() => Object.assign(globalThis, { waited: [], setTimeout: (/** @type {unknown} */ _, /** @type {number} */ wait) => /** @type {any} */ (globalThis).waited.push(wait) }));
        await setTime(page, at);
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined))));
        return /** @type {number} */ (await page.evaluate("waited.at(-1)"));
      };
      assert.equal(await waits(ticket(), `${DAY}09:30:20+01:00`), 40_001);
      assert.equal(await waits(ticket(), `${DAY}12:30:00.250+01:00`), 751);
      assert.equal(await waits(ticket(), `${DAY}13:00:00.250+01:00`), 751);
      assert.equal(await waits(ticket([event("10:00", "paused")]), `${DAY}11:00:00+01:00`), undefined);
      assert.equal(await waits(ticket([], { reportedAt: `${DAY}16:00:00+01:00`, events: [] }), `${DAY}20:00:00+01:00`), 13 * 3_600_000 + 1);
    },
    { head: SCRIPT },
  ));

for (const [name, given, from, to, wakes] of /** @type {[string, string, string, string, number][]} */ ([
  ["a pause of six hours", ticket([event("10:00", "paused")]), "10:00:30", "16:00:30", 0],
  ["the night", ticket([], { reportedAt: `${DAY}16:00:00+01:00`, events: [] }), "17:30:00", "23:59:00", 0],
  ["an hour that ends the night", ticket([], { reportedAt: "2026-11-23T16:30:00+01:00", events: [] }), "08:00:00", "09:00:30", 1],
  ["half an hour, with days left", ticket([], { priority: "P3" }), "10:00:30", "10:30:30", 30],
  ["half a minute of the last hour", ticket(), "12:30:00", "12:30:30", 30],
])) {
  test(`in ${name} the clock wakes ${wakes} times`, () =>
    onSite(
      timer(`ticket='${given}'`),
      async (page) => {
        await ready(page, "deskrules-timer", `${DAY}${from}+01:00`);
        const counted = await page.evaluate(async ([start = 0, end = 0]) => {
          const { setClock } = await import(new URL("/tag/start.js", location.href).href);
          // The time of the host's timers is that of the elements' clock, and goes from one to the next.
          let present = start;
          /** @type {{ at: number, run: () => void } | undefined} */
          let next;
          Object.assign(globalThis, {
            setTimeout: (/** @type {() => void} */ run, /** @type {number} */ wait) => ((next = { at: present + wait, run }), 1),
            clearTimeout: () => (next = undefined),
          });
          const settled = async () => {
            for (let frame = 0; frame < 20 && !next; frame++) {
              await new Promise((resolve) => requestAnimationFrame(resolve));
            }
          };
          setClock(() => present);
          await settled();
          let count = 0;
          for (; next && next.at <= end + 1 && count < 100; count++) {
            const { at, run } = next;
            present = at;
            next = undefined;
            run();
            await settled();
          }
          return count;
        }, [from, to].map((time) => Date.parse(`${DAY}${time}+01:00`)));
        assert.equal(counted, wakes);
      },
      { head: SCRIPT },
    ));
}

test("a change of standing is announced once and told as an event; the countdown itself is silent", () =>
  onSite(
    timer(`ticket='${ticket()}'`),
    async (page) => {
      await ready(page, "deskrules-timer");
      await setTime(page, `${DAY}10:00:00+01:00`);
      await reads(page, "deskrules-timer .left", "3 hours left");
      await page.evaluate(() => {
        /** @type {string[]} */
        const told = [];
        Object.assign(globalThis, { told });
        document.addEventListener("deskrules-standing", (event) => {
          const { clock, standing, phase, due } = /** @type {CustomEvent} */ (event).detail;
          told.push([clock, standing, phase, due, event.composed].join(" "));
        });
      });
      const status = () => page.locator("deskrules-timer [role=status]").textContent();
      await setTime(page, `${DAY}10:01:00+01:00`);
      await reads(page, "deskrules-timer .left", "2 hours 59 minutes left");
      const before = await status();
      await setTime(page, `${DAY}12:15:00+01:00`);
      await reads(page, "deskrules-timer .chip", "at risk");
      assert.notEqual(await status(), before);
      assert.equal(await status(), "Resolution: at risk. 45:00 left");
      await setTime(page, `${DAY}12:16:00+01:00`);
      await reads(page, "deskrules-timer .left", "44:00 left");
      assert.equal(await status(), "Resolution: at risk. 45:00 left");
      await setTime(page, `${DAY}13:00:00.001+01:00`);
      await reads(page, "deskrules-timer .chip", "too late");
      const told = /** @type {string[]} */ (await page.evaluate("told"));
      assert.deepEqual(told.slice(-2), ["at-risk", "breached"].map((standing) => `resolution ${standing} running ${DAY}13:00:00+01:00 true`));
      assert.equal(await page.locator("deskrules-timer [role=timer]").getAttribute("aria-live"), null);
    },
    { head: SCRIPT },
  ));

test("a deadline alone counts in the hours of a schedule", () =>
  onSite(
    timer(`due="2026-11-25T10:00:00+01:00" from="2026-11-24T14:00:00+01:00" schedule="office" clock="response"`),
    async (page) => {
      await ready(page, "deskrules-timer");
      await setTime(page, `${DAY}15:00:00+01:00`);
      await reads(page, "deskrules-timer .timer", "Response running 3 hours left due Wednesday, 25 November 2026 at 10:00");
      await setTime(page, "2026-11-25T09:30:00+01:00");
      await reads(page, "deskrules-timer .chip", "at risk");
      await setTime(page, "2026-11-25T10:00:00+01:00");
      await reads(page, "deskrules-timer .timer", /at risk 00:00 left/);
      await setTime(page, "2026-11-25T10:00:01+01:00");
      await reads(page, "deskrules-timer .timer", /too late −00:01/);
      assert.equal(await page.locator("deskrules-timer time").getAttribute("datetime"), "2026-11-25T10:00:00+01:00");
    },
    { head: SCRIPT },
  ));

test("a ticket that cannot be read leaves what the server wrote", () =>
  onSite(
    timer(`ticket='{"priority":"P1"'`) + timer(`ticket='{"priority":"P9","reportedAt":"2026-11-24T09:00:00+01:00"}'`),
    async (page) => {
      await page.locator("deskrules-timer:defined").first().waitFor();
      assert.equal(await text(page, "main > p:nth-of-type(1)"), "by one o'clock");
      assert.equal(await page.locator("deskrules-timer[ready]").count(), 0);
    },
    { head: SCRIPT, complaints: /deskrules-timer: / },
  ));

test("a ticket with markup in it stays text, on a page that forbids wasm", () =>
  onSite(
    timer(`ticket='${ticket([], { id: "&lt;img src=x&gt;" })}'`),
    async (page) => {
      await ready(page, "deskrules-timer");
      await setTime(page, `${DAY}10:00:00+01:00`);
      await reads(page, "deskrules-timer .left", "3 hours left");
      assert.equal(await page.locator("img").count(), 0);
    },
    { head: SCRIPT, csp: STRICT },
  ));

for (const lang of ["nl", "en"]) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test(`axe finds nothing in any timer in ${lang}, ${colorScheme}, they fit 320 pixels, and little moves`, () =>
      onSite(
        `${timer(`ticket='${ticket()}'`)}<p>More of the page</p><div id="others"></div>`,
        async (page) => {
          await ready(page, "deskrules-timer");
          const moved = await shifted(page);
          assert.ok(moved <= 0.05, `layout shift ${moved}`);
          await page.locator("#others").evaluate((place, html) => (place.innerHTML = html), STATES.map(([, given]) => timer(`ticket='${given}'`)).join(""));
          for (const time of ["10:00:00", "12:30:00", "13:05:00", "20:00:00"]) {
            await setTime(page, `${DAY}${time}+01:00`);
            await shifted(page);
            await passesAxe(page);
            assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
          }
        },
        { head: SCRIPT, lang, before: watchShifts, context: { colorScheme, viewport: { width: 320, height: 640 } } },
      ));
  }
}
