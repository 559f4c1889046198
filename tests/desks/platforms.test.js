import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { load } from "deskrules";
import { close, django, forRequester, inChromium, inFirefox, on, open, rest, rt, rtQueue, rtTicket, ticketId } from "./desks.js";

/** @typedef {import("playwright-core").Page} Page */

const desk = await load();
const office = desk.schedule("office");

after(close);

/**
 * The options of a select, in order: value and text.
 * @param {Page} page
 * @param {string} selector
 */
async function choices(page, selector) {
  return page.locator(`${selector} option`).evaluateAll((options) =>
    options.map((option) => [/** @type {HTMLOptionElement} */ (option).value, option.textContent?.trim()]),
  );
}

/** @param {import("deskrules").Deadlines["response"]} target */
const due = (target) => (target && "due" in target ? (target.due ?? undefined) : undefined);

/**
 * What Request Tracker makes of our deadline: one exactly at closing time is the next opening there.
 * @param {string | undefined} ours
 */
const asInRt = (ours) => (ours ? Date.parse(office.nextOpen(ours) ?? "") : undefined);

for (const [name, platform] of Object.entries({ rt, django })) {
  test(`${name} serves the built package`, on(platform), async () => {
    const { exports } = JSON.parse(readFileSync(new URL("../../pkg/package.json", import.meta.url), "utf8"));
    const built = [exports["./web"].default, exports["./deskrules_bg.wasm"]].map((path) => path.replace(/^\./, ""));
    for (const path of built) {
      const served = await fetch(`${platform.url}/static/deskrules${path}`);
      assert.equal(served.status, 200, path);
      assert.deepEqual(Buffer.from(await served.arrayBuffer()), readFileSync(new URL(`../../pkg${path}`, import.meta.url)), path);
    }
  });
}

test("an agent of rt sees impact, urgency, the level and, in a tab that is not shown, the priority", on(rt), () =>
  inChromium(rt, "agent", async (page) => {
    const { id, field } = await rtQueue("Incidents");
    await open(page, rt, `/Ticket/Create.html?Queue=${id}`);
    const form = "form[name=TicketCreate]";
    for (const name of ["Impact", "Urgency"]) {
      const select = `select${field(name)}`;
      assert.deepEqual((await choices(page, `${form} ${select}`)).slice(1), [["High", "High"], ["Medium", "Medium"], ["Low", "Low"]]);
      const row = page.locator(".form-row", { has: page.locator(select) });
      assert.equal((await row.locator("> .label").innerText()).trim(), `${name}:`);
    }
    const levels = ["", "P1", "P2", "P3", "P4"];
    assert.deepEqual((await choices(page, `${form} select[name=SLA]`)).map(([value]) => value), levels);
    const priorities = [["", "-"], ["100", "P1"], ["75", "P2"], ["50", "P3"], ["25", "P4"]];
    assert.deepEqual(await choices(page, `${form} select[name=InitialPriority]`), priorities);
    assert.equal(await page.locator(`${form} select[name=InitialPriority]`).isVisible(), false);
  }));

test("a ticket that an agent of rt creates is stored, and due when its resolution is", on(rt), () =>
  inChromium(rt, "agent", async (page) => {
    const { id, field } = await rtQueue("Incidents");
    await open(page, rt, `/Ticket/Create.html?Queue=${id}`);
    await page.fill("[name=Subject]", "No e-mail");
    await forRequester(page);
    await page.selectOption(field("Impact"), "High");
    await page.selectOption(field("Urgency"), "Medium");
    await page.selectOption("[name=InitialPriority]", { label: "P2" }, { force: true });
    await page.selectOption("[name=SLA]", "P2");
    await page.locator("[name=SubmitTicket]").first().click();
    await page.locator(".current-value").first().waitFor();
    const { fields: stored, Created, Due, Priority, SLA, Subject } = await rtTicket(ticketId(page));
    assert.deepEqual([Subject, stored, Priority, SLA], ["No e-mail", { Impact: "High", Urgency: "Medium" }, "75", "P2"]);
    const { priority, resolution } = desk.deadlines({ impact: "high", urgency: "medium", reportedAt: Created });
    assert.deepEqual([priority, asInRt(due(resolution))], ["P2", Date.parse(Due)]);
  }));

test("a requester of rt comes to self-service, whose form shows no priority; the ticket is due when its response is", on(rt), () =>
  inChromium(rt, "requester", async (page) => {
    await open(page, rt, "/");
    assert.equal(new URL(page.url()).pathname, "/SelfService/");
    const { id, field } = await rtQueue("Incidents");
    await open(page, rt, `/SelfService/Create.html?Queue=${id}`);
    assert.equal(await page.locator("[name=InitialPriority]:visible, [name=Priority], [name=SLA]").count(), 0);
    await page.fill("[name=Subject]", "The printer is out of paper");
    await page.selectOption(field("Impact"), "Low");
    await page.selectOption(field("Urgency"), "Low");
    // What a form has, the server stores: so the field that the plugin adds counts, and another one too.
    await page.locator("form[name=TicketCreate]").evaluate((form) => {
      /** @type {HTMLSelectElement} */ (form.querySelector("[name=InitialPriority]")).value = "25";
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "SLA", value: "P4" }));
    });
    await page.locator("[name=SubmitTicket]").first().click();
    await page.waitForURL(/Display/);
    const ticket = ticketId(page);
    const { fields: stored, Creator, Due, Priority, SLA } = await rtTicket(ticket);
    assert.deepEqual([Creator.id, stored, Priority, SLA], ["requester", { Impact: "Low", Urgency: "Low" }, "25", "P4"]);
    // The response counts from the entry in the history, which may be a second later than the ticket.
    const { items } = await rest(rt, `/ticket/${ticket}/history?fields=Created,Type`);
    const [{ Created }] = items.filter((/** @type {{ Type: string }} */ { Type }) => Type === "Create");
    const { response } = desk.deadlines({ priority: "P4", reportedAt: Created });
    assert.equal(asInRt(due(response)), Date.parse(Due));
  }));

test("rt speaks the language of its user", on(rt), () =>
  inChromium(rt, "agent-nl", async (page) => {
    await open(page, rt, "/");
    assert.equal(await page.locator("html").getAttribute("lang"), "nl");
  }));

test("rt computes every deadline as we do, but for one exactly at closing time, which is the next opening there", on(rt), () => {
  const instants = [...whole(100, 1000), ...whole(100, 30 * 60_000)];
  const questions = instants.flatMap((reportedAt) =>
    ["P1", "P2", "P3", "P4"].flatMap((priority) => {
      const { response, resolution } = desk.deadlines({ priority, reportedAt });
      return [
        { priority, type: "Response", reportedAt, ours: due(response) },
        { priority, type: "Resolve", reportedAt, ours: due(resolution) },
      ];
    }),
  );
  const lines = questions.map(({ priority, type, reportedAt }) => `${priority} ${type} ${reportedAt / 1000}\n`);
  const script = new URL("rt/due.pl", import.meta.url).pathname;
  const answers = execFileSync("perl", [script], { input: lines.join(""), encoding: "utf8" }).trim().split("\n");
  for (const [i, { ours }] of questions.entries()) {
    const expected = asInRt(ours);
    assert.equal(answers[i], expected ? `${expected / 1000}` : "-", lines[i]);
  }
  const atClosing = questions.filter(({ ours }) => ours && asInRt(ours) !== Date.parse(ours));
  assert.ok(atClosing.length > 100, `${atClosing.length} at closing time`);
});

/**
 * Instants from 2025 to 2030, the same in every run.
 * @param {number} count
 * @param {number} step - Milliseconds that each is a multiple of.
 */
function whole(count, step) {
  const from = Date.UTC(2025, 0, 2);
  const span = (Date.UTC(2030, 11, 20) - from) / step;
  let state = step;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return from + Math.floor((state / 2 ** 32) * span) * step;
  });
}

const PATCH = [
  ["Product", "product"],
  ["From version", "from_version"],
  ["To version", "to_version"],
  ["Servers", "servers"],
  ["Requested by", "requested_by"],
  ["E-mail", "requested_by_email"],
  ["Installer", "installer"],
  ["Size", "installer_size"],
  ["SHA-256", "installer_sha256"],
  ["Instructions", "instructions"],
  ["Release notes", "release_notes"],
  ["Rollback", "rollback"],
  ["Window start", "window_start"],
  ["Window end", "window_end"],
];

test("the form of a patch request has its fields, for requesters of rt", on(rt), () =>
  inChromium(rt, "requester", async (page) => {
    const { id, field } = await rtQueue("Patches");
    await open(page, rt, `/SelfService/Create.html?Queue=${id}`);
    for (const [label = ""] of PATCH) {
      assert.ok(await page.locator(field(label)).isEditable(), label);
    }
  }));

test("the form of a patch request has its fields, for everybody in django", on(django), () =>
  inChromium(django, "", async (page) => {
    await open(page, django, "/tickets/submit/");
    for (const [label = "", name] of PATCH) {
      assert.equal(await page.locator(`#id_custom_${name}`).isEditable(), true, label);
      assert.equal((await page.locator(`label[for=id_custom_${name}]`).innerText()).trim(), label);
    }
  }));

const LEVELS = [["high", "high"], ["medium", "medium"], ["low", "low"]];

for (const [who, user] of [["an agent", "agent"], ["a requester", "requester"], ["anybody", ""]]) {
  test(`a ticket that ${who} creates in django is stored`, on(django), () => {
    const create = async (/** @type {Page} */ page) => {
      await open(page, django, "/tickets/submit/");
      assert.deepEqual((await choices(page, "#id_priority")).map(([value]) => value), ["1", "2", "3", "4", "5"]);
      for (const field of ["#id_custom_impact", "#id_custom_urgency"]) {
        assert.deepEqual((await choices(page, field)).slice(1), LEVELS);
      }
      await page.selectOption("#id_queue", { label: "Incidents" });
      await page.fill("#id_title", `No e-mail for ${who}`);
      await page.fill("#id_body", "Since this morning.");
      await page.fill("#id_submitter_email", "requester@customer.example");
      await page.selectOption("#id_priority", "2");
      await page.selectOption("#id_custom_impact", "high");
      await page.selectOption("#id_custom_urgency", "medium");
      await page.locator("form:has(#id_title) [type=submit]").click();
      await page.waitForURL((url) => !url.pathname.includes("/submit"));
      const { title, priority, custom_impact: impact, custom_urgency: urgency } = await rest(django, `/tickets/${ticketId(page)}/`);
      assert.deepEqual([title, priority, impact, urgency], [`No e-mail for ${who}`, 2, "high", "medium"]);
    };
    // The page that shows the ticket to its requester uses jQuery before it loads it.
    return inChromium(django, user ?? "", create, { complaints: /\$ is not defined/ });
  });
}

test("rt works in Firefox", on(rt), () =>
  inFirefox(rt, "agent", async (page) => {
    assert.equal(await page.title(), "RT at a glance");
  }));

test("django works in Firefox", on(django), () =>
  inFirefox(django, "agent", async (page) => {
    assert.match(await page.title(), /^Tickets/);
  }));
