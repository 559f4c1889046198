// `deskrules check policy`: the summary that a service manager signs.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { file, run } from "./command.js";

const CASES = fileURLToPath(new URL("../../cases/", import.meta.url));
const DEFAULT = fileURLToPath(new URL("../../../src/policy/managed-server-goud.json", import.meta.url));
const AGREEMENTS = readdirSync(CASES, { recursive: true, encoding: "utf8" }).filter((name) => /(?:-policy|design-example|^agreements\/.*)\.json$/.test(name));
const ALL = [DEFAULT, ...AGREEMENTS.map((name) => `${CASES}${name}`)];

/** Two schedules, one around the clock; two versions; a freeze; a target of its own. */
const POLICY = `
id: shop
name: { nl: Winkel, en: Shop }
timeZone: Europe/Amsterdam
hoursPerWorkingDay: 7.5
assumptions: [{ path: schedules.shop, note: { nl: De uren staan er niet., en: The hours are not in it. } }]
schedules:
  shop:
    - { hours: { mon: ["09:00-17:00"], tue: ["09:00-17:00"], wed: ["09:00-12:00", "13:00-17:00"] }, holidays: [{ on: easter+1, name: { nl: Tweede paasdag, en: Easter Monday } }] }
    - { from: 2027-06-01, hours: { mon: ["09:00-17:00"] }, overrides: { 2027-12-24: ["09:00-12:00"], 2027-12-20: [] } }
  always: { hours: { mon: [00:00-24:00], tue: [00:00-24:00], wed: [00:00-24:00], thu: [00:00-24:00], fri: [00:00-24:00], sat: [00:00-24:00], sun: [00:00-24:00] } }
incidents:
  schedule: shop
  impact: [{ id: all, name: { nl: Iedereen, en: Everybody }, meaning: { nl: Niemand kan werken, en: Nobody can work } }, { id: one }]
  urgency: [{ id: now }]
  matrix: { all: { now: P1 } }
  priorities:
    - { id: P1, name: { nl: Spoed, en: Urgent }, schedule: always, response: PT15M, resolution: PT4H }
    - { id: P2, response: PT1H, resolution: { workingDays: 2 }, targets: { update: PT2H } }
    - { id: P3, resolution: agreed }
    - { id: P4 }
  targets: [{ id: update, name: { nl: Bericht, en: Update }, startsOn: [reported], stopsOn: [updated] }]
changes: { schedule: shop, freezes: [{ from: 2027-12-20, to: 2028-01-02, kind: hard, reason: { en: Turn of the year } }] }
`;
const shop = file("shop.yaml", POLICY);

/**
 * Returns the part of a summary under a heading.
 * @param {string} text
 * @param {string} heading
 */
function part(text, heading) {
  const [, found = ""] = new RegExp(`\\n${heading}\\n-+\\n([^]*?)(?=\\n\\n|\\n$)`).exec(text) ?? [];
  return found.split("\n");
}

test("a policy without errors is summed up under its verdict, to be signed", () => {
  const { status, stdout, stderr } = run(["check", "policy", shop, "--year", "2027"]);
  assert.deepEqual([status, stderr], [0, ""]);
  assert.match(stdout, /: policy accepted \(1 warning\)\n\nShop \(shop\)\n=+\nTimes are those of Europe\/Amsterdam. A working day is 7.5 hours of business\ntime.\n/);
  assert.deepEqual(part(stdout, "Priority"), ["Impact / urgency  now", "----------------  ---", "Everybody         P1", "one               -"]);
  assert.match(stdout, /\nImpact:\n- Everybody: Nobody can work\n/);
  assert.deepEqual(part(stdout, "Targets, in business time"), [
    "Priority   Response    Resolution      Update   Hours",
    "---------  ----------  --------------  -------  ------",
    "P1 Urgent  15 minutes  4 hours         -        always",
    "P2         1 hour      2 working days  2 hours  shop",
    "P3         -           by agreement    -        shop",
    "P4         -           -               -        shop",
  ]);
  assert.deepEqual(part(stdout, "Hours: shop \\(Europe/Amsterdam\\), from 2027-06-01").slice(2), [
    "Monday             09:00-17:00",
    "Tuesday to Sunday  closed",
    "2027-12-20         closed",
    "2027-12-24         09:00-12:00",
  ]);
  assert.deepEqual(part(stdout, "Holidays in 2027: shop").slice(2), ["2027-03-29  Monday  Easter Monday"]);
  assert.deepEqual(part(stdout, "Holidays in 2027: always"), ["None."]);
  assert.deepEqual(part(stdout, "Times without changes").slice(2), ["2027-12-20  2028-01-02  nothing is changed  Turn of the year"]);
  assert.deepEqual(part(stdout, "Assumed, still to be agreed"), ["- schedules.shop: The hours are not in it."]);
  assert.match(stdout, /\n {11}For the customer +For the provider\n-+ .*\nName {7}_+ {2}_+\nDate {7}_+ {2}_+\nSignature {2}_+ {2}_+\n$/);
});

test("the same in Dutch", () => {
  const { stdout } = run(["check", "policy", shop, "--year", "2027", "--lang", "nl"]);
  assert.match(stdout, /\n\nWinkel \(shop\)\n=+\nTijden zijn die van Europe\/Amsterdam. Een werkdag is 7,5 uur kantoortijd.\n/);
  assert.deepEqual(part(stdout, "Feestdagen in 2027: shop").slice(2), ["2027-03-29  maandag  Tweede paasdag"]);
  assert.match(stdout, /\nHandtekening {2}_+ {2}_+\n$/);
});

// By hand: the longest the shop is closed in 2027 is from Monday 13 December 17:00, over the 20th that is closed, to Monday 27 December 09:00.
// The special hours of Friday the 24th come in between, so it is from Monday 13 December 17:00 to Friday 24 December 09:00.
test("for each priority a deadline is worked out across the longest time that it is closed", () => {
  const { stdout } = run(["check", "policy", shop, "--year", "2027", "--format", "json"]);
  const [{ summary }] = JSON.parse(stdout);
  assert.equal(summary.year, 2027);
  assert.deepEqual(summary.examples, [
    { priority: "P1", reportedAt: "2027-12-13T22:00:00.000Z", response: { due: "2027-12-13T23:15:00+01:00" }, resolution: { due: "2027-12-14T03:00:00+01:00" }, skipped: [] },
    // Half an hour on the 13th, three hours on the 24th, eight on the 27th, and three and a half on 3 January.
    { priority: "P2", reportedAt: "2027-12-13T15:30:00.000Z", response: { due: "2027-12-24T09:30:00+01:00" }, resolution: { due: "2028-01-03T12:30:00+01:00" }, skipped: [] },
    { priority: "P3", reportedAt: "2027-12-13T15:30:00.000Z", response: null, resolution: { agreed: true }, skipped: [] },
  ]);
});

test("the holidays in between are named", () => {
  const { stdout } = run(["check", "policy", DEFAULT, "--year", "2027", "--lang", "nl"]);
  assert.match(part(stdout, "Uitgewerkte voorbeelden").join(" ").replaceAll(/\s+/g, " "), /- P1, gemeld op vrijdag 14 mei 2027 om 16:30: reactie: vrijdag 14 mei 2027 om 17:00; oplossing: dinsdag 18 mei 2027 om 12:30\. Tussendoor gesloten: Tweede pinksterdag\./);
});

test("the year is the next one when none is asked for", () => {
  assert.match(run(["check", "policy", shop, "--now", "2029-12-31T12:00:00Z"]).stdout, /\nHolidays in 2030: shop\n/);
});

test("a policy with errors has no summary", () => {
  const { status, stdout } = run(["check", "policy", file("bad.yaml", `${POLICY}rules: { nonsense: off }\n`), "--year", "2027"]);
  assert.equal(status, 1);
  assert.match(stdout, /: policy not accepted \(1 error, 1 warning\)\n$/);
});

test("as Markdown it is a document of its own, in which every text means itself", () => {
  const { stdout } = run(["check", "policy", file("marks.yaml", POLICY.replace("en: Shop", "en: '*Shop* | <b>'")), "--year", "2027", "--format", "markdown"]);
  assert.ok(stdout.startsWith("# \\*Shop\\* \\| \\<b\\> (shop)\n\n"), stdout.slice(0, 80));
  assert.match(stdout, /\n\n## Priority\n\n\| Impact \/ urgency \| now \|\n\| --- \| --- \|\n\| Everybody \| P1 \|\n\| one \| - \|\n\n/);
  assert.ok(stdout.endsWith(`| Signature | ${"_".repeat(26)} | ${"_".repeat(26)} |\n`));
});

test("escape sequences in a policy never reach the terminal", () => {
  const { stdout } = run(["check", "policy", file("escape.yaml", POLICY.replace("en: Shop", 'en: "\\e[2J"')), "--year", "2027"]);
  assert.ok(stdout.includes("\\u001b[2J (shop)") && !stdout.includes("\u001b"));
});

for (const language of ["nl", "en"]) {
  test(`the summary of every policy here fits in 80 columns in \`${language}\``, () => {
    for (const path of ALL) {
      const { status, stdout } = run(["check", "policy", path, "--year", "2027", "--lang", language]);
      assert.equal(status, 0, path);
      const summary = stdout.slice(stdout.indexOf("\n\n"));
      assert.ok(summary.includes(language === "nl" ? "Handtekening" : "Signature"), path);
      assert.deepEqual(summary.split("\n").filter((line) => line.length > 80), [], path);
    }
  });
}

test("a matrix of many levels with long names still fits", () => {
  const levels = Array.from({ length: 9 }, (_, index) => ({ id: `l${index}`, name: { en: `Considerably ${"long".repeat(6)} name number ${index}` } }));
  const row = Object.fromEntries(levels.map(({ id }) => [id, "P1"]));
  const incidents = { impact: levels, urgency: levels, matrix: Object.fromEntries(levels.map(({ id }) => [id, row])), priorities: [{ id: "P1" }] };
  const { stdout } = run(["check", "policy", file("wide.json", { id: "wide", incidents }), "--year", "2027"]);
  assert.deepEqual(stdout.slice(stdout.indexOf("\n\n")).split("\n").filter((line) => line.length > 80), []);
  assert.equal(stdout.match(/P1/g)?.length, 82);
});
