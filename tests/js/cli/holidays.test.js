// `deskrules holidays`: those of a policy, and those of a calendar feed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { file, run } from "./command.js";

const NOW = ["--now", "2026-11-24T09:00:00Z"];

/**
 * Writes a calendar of these entries.
 * @param {string[][]} entries
 * @returns {string} Its text.
 */
function calendar(...entries) {
  const lines = entries.flatMap((entry) => ["BEGIN:VEVENT", ...entry, "END:VEVENT"]);
  return ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n");
}

/**
 * @param {string} text
 * @param {string[]} args
 */
const ofCalendar = (text, ...args) => run(["holidays", "--ics", "-", ...NOW, ...args], { input: text });

test("the holidays of a year have their dates and names", () => {
  const { stdout } = run(["holidays", "--year", "2026", "--lang", "nl"]);
  assert.equal(stdout, `\
2026-01-01  donderdag  Nieuwjaarsdag
2026-04-05  zondag     Eerste paasdag
2026-04-06  maandag    Tweede paasdag
2026-04-27  maandag    Koningsdag
2026-05-14  donderdag  Hemelvaartsdag
2026-05-24  zondag     Eerste pinksterdag
2026-05-25  maandag    Tweede pinksterdag
2026-12-25  vrijdag    Eerste kerstdag
2026-12-26  zaterdag   Tweede kerstdag
`);
});

test("a range includes both its ends, in the schedule's own zone, and programs get ids", () => {
  const policy = file("zones.yaml", `\
id: zones
timeZone: Europe/Amsterdam
schedules:
  east: { timeZone: Pacific/Kiritimati, hours: { mon: ["09:00-17:00"] }, holidays: [{ id: first, on: 01-01 }, 2026-12-31] }
  west:
    - { timeZone: Pacific/Pago_Pago, hours: { mon: ["09:00-17:00"] }, holidays: [12-31], overrides: { 2026-12-31: ["09:00-10:00"] } }
    - { from: 2027-01-01, timeZone: Pacific/Pago_Pago, hours: { mon: ["09:00-17:00"] } }
`);
  const { stdout } = run(["holidays", "--policy", policy, "--from", "2026-12-31", "--to", "2027-12-31", "--format", "json"]);
  assert.deepEqual(JSON.parse(stdout), [
    { schedule: "east", date: "2026-12-31", id: null, name: {} },
    { schedule: "east", date: "2027-01-01", id: "first", name: {} },
    { schedule: "west", date: "2026-12-31", id: null, name: {} },
  ]);
  const west = run(["holidays", "--policy", policy, "--year", "2026", "--schedule", "west"]).stdout;
  assert.equal(west, "2026-12-31  Thursday\n");
});

/** @type {[string, string[], string[]][]} - What it is, the entry, and what becomes of it. */
const ENTRIES = [
  ["a day", ["DTSTART;VALUE=DATE:20261224", "SUMMARY:Kerstborrel: café"], ['{ id: "kerstborrel-cafe", name: { nl: "Kerstborrel: café" }, on: "2026-12-24" }']],
  ["several days", ["DTSTART;VALUE=DATE:20261230", "DTEND;VALUE=DATE:20270102", "SUMMARY:Dicht"], ["2026-12-30", "2026-12-31", "2027-01-01"].map((on) => `{ id: "dicht", name: { nl: "Dicht" }, on: "${on}" }`)],
  ["a duration", ["DTSTART;VALUE=DATE:20261230", "DURATION:P2D", "SUMMARY:Dicht"], ["2026-12-30", "2026-12-31"].map((on) => `{ id: "dicht", name: { nl: "Dicht" }, on: "${on}" }`)],
  ["a day of every year", ["DTSTART;VALUE=DATE:20201225", "RRULE:FREQ=YEARLY", "SUMMARY:Kerst"], ['{ id: "kerst", name: { nl: "Kerst" }, on: "12-25", from: 2020 }']],
  ["a day of every fifth year until one", ["DTSTART;VALUE=DATE:20200505", "RRULE:FREQ=YEARLY;INTERVAL=5;UNTIL=20350101", "SUMMARY:Bevrijdingsdag"], ['{ id: "bevrijdingsdag", name: { nl: "Bevrijdingsdag" }, on: "05-05", from: 2020, until: 2034, everyYears: 5 }']],
  ["a weekday of a month", ["DTSTART;VALUE=DATE:20261126", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "SUMMARY:T"], ['{ id: "t", name: { nl: "T" }, on: "thu 4 nov", from: 2026 }']],
  ["the last weekday of a month", ["DTSTART;VALUE=DATE:20260525", "RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO", "SUMMARY:M"], ['{ id: "m", name: { nl: "M" }, on: "mon last may", from: 2026 }']],
  ["a rule with an exception", ["DTSTART;VALUE=DATE:20260706", "RRULE:FREQ=YEARLY;COUNT=3", "EXDATE;VALUE=DATE:20270706", "SUMMARY:I"], ["2026-07-06", "2028-07-06"].map((on) => `{ id: "i", name: { nl: "I" }, on: "${on}" }`)],
  ["what is cancelled", ["DTSTART;VALUE=DATE:20260501", "STATUS:CANCELLED", "SUMMARY:X"], []],
  ["a day that no month has", ["DTSTART;VALUE=DATE:20260228", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "SUMMARY:X"], []],
];

for (const [what, entry, expected] of ENTRIES) {
  test(`${what} of a calendar becomes ${expected[0] ?? "nothing"}`, () => {
    const { stdout, status, stderr } = ofCalendar(calendar(["UID:1", ...entry]), "--lang", "nl");
    assert.equal(stderr, "");
    assert.equal(stdout, expected.length > 0 ? expected.map((line) => `- ${line}\n`).join("") : "[] # er staat geen dag in deze agenda\n");
    assert.equal(status, 0);
  });
}

test("an occurrence that is moved is taken where it is, and one that is cancelled is left out", () => {
  const text = calendar(
    ["UID:1", "DTSTART;VALUE=DATE:20260601", "RRULE:FREQ=YEARLY;COUNT=3", "SUMMARY:X"],
    ["UID:1", "RECURRENCE-ID;VALUE=DATE:20270601", "DTSTART;VALUE=DATE:20270602", "SUMMARY:X"],
    ["UID:1", "RECURRENCE-ID;VALUE=DATE:20280601", "DTSTART;VALUE=DATE:20280601", "STATUS:CANCELLED", "SUMMARY:X"],
  );
  const dates = JSON.parse(ofCalendar(text, "--format", "json").stdout).map((/** @type {{ on: string }} */ { on }) => on);
  assert.deepEqual(dates, ["2026-06-01", "2027-06-02"]);
});

test("an occurrence without the entry that it is of is an entry itself, and a name that stands there twice is two", () => {
  const text = calendar(
    ["UID:1", "RECURRENCE-ID;VALUE=DATE:20260601", "DTSTART;VALUE=DATE:20260602", "SUMMARY:X"],
    ["UID:2", "DTSTART;VALUE=DATE:20260701", "RRULE:FREQ=YEARLY;COUNT=2", "SUMMARY:X"],
    ["UID:2", "RECURRENCE-ID;VALUE=DATE:20270701", "DTSTART;VALUE=DATE:20270702", "SUMMARY:X"],
    ["UID:2", "DTSTART;VALUE=DATE:20260801", "RRULE:FREQ=YEARLY;COUNT=2", "SUMMARY:X"],
  );
  const dates = JSON.parse(ofCalendar(text, "--format", "json").stdout).map((/** @type {{ on: string }} */ { on }) => on);
  assert.deepEqual(dates, ["2026-06-02", "2026-07-01", "2026-08-01", "2027-07-02", "2027-08-01"]);
});

test("of a range only its dates are taken, and hours of a day are counted and left out", () => {
  const text = calendar(["UID:1", "DTSTART;VALUE=DATE:20251224"], ["UID:2", "DTSTART;VALUE=DATE:20261224"], ["UID:3", "DTSTART:20261224T090000Z"]);
  const { stdout, stderr } = ofCalendar(text, "--year", "2026");
  assert.equal(stdout, '- { id: "holiday", name: { en: "holiday" }, on: "2026-12-24" }\n');
  assert.equal(stderr, "left out, since they are not of whole days: 1\n");
});

test("what it prints is a list of holidays of a policy, in YAML and in JSON", () => {
  const text = calendar(
    ["UID:1", "DTSTART;VALUE=DATE:20201225", "RRULE:FREQ=YEARLY", "SUMMARY:Kerst \"1\" # \\, {x}"],
    ["UID:2", "DTSTART;VALUE=DATE:20261230", "DTEND;VALUE=DATE:20270102", "SUMMARY:Dicht"],
    ["UID:3", "DTSTART;VALUE=DATE:20261126", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "SUMMARY:T"],
  );
  for (const format of ["text", "json"]) {
    const list = ofCalendar(text, "--format", format).stdout.replace(/^/gm, "      ");
    const policy = file(`of-${format}.yaml`, `id: own\nschedules:\n  o:\n    timeZone: UTC\n    hours: { mon: ["09:00-17:00"] }\n    holidays:\n${list}`);
    assert.ok(run(["check", "policy", policy]).stdout.startsWith(`${policy}\n${policy}: policy accepted\n\nown\n===\n`));
    const days = run(["holidays", "--policy", policy, "--from", "2026-11-01", "--to", "2027-01-31"]).stdout;
    assert.deepEqual(days.match(/^\S+/gm), ["2026-11-26", "2026-12-25", "2026-12-30", "2026-12-31", "2027-01-01"]);
  }
});

/** @type {[string, string, string][]} */
const UNREADABLE = [
  ["no calendar", "a: b\n", "<stdin>: this is not a calendar (iCalendar): it does not begin with BEGIN:VCALENDAR [not-a-calendar]"],
  ["a broken line", calendar(["UID:1", "foo"]), '<stdin>:5:1: this is not a calendar (iCalendar): invalid line (no token ";" or ":") "foo" [not-a-calendar]'],
  ["a rule that never comes true", calendar(["UID:1", "DTSTART;VALUE=DATE:20260228", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"]), "<stdin>: this is not a calendar (iCalendar): one of its rules names no day [not-a-calendar]"],
  ["more exceptions than dates", calendar(["UID:1", "DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=YEARLY", `EXDATE;VALUE=DATE:${Array(10_001).fill("20270101").join(",")}`]), "<stdin>: this calendar has more than 10000 dates: ask for fewer years [too-many-dates]"],
  ["a day that never ends", calendar(["UID:1", "DTSTART;VALUE=DATE:20260228", "DTEND;VALUE=DATE:99991231"]), "<stdin>: this calendar has more than 10000 dates: ask for fewer years [too-many-dates]"],
];

for (const [what, text, line] of UNREADABLE) {
  test(`a calendar with ${what} is told on one line, and exits with 2`, () => {
    assert.deepEqual(ofCalendar(text), { status: 2, stdout: "", stderr: `${line}\n` });
  });
}

/** @type {[string, string[], string][]} */
const MISUSED = [
  ["a year that is none", ["--year", "26"], "--year: `26` is not a year from 1970 to 2199"],
  ["a date that is none", ["--from", "2026-02-30"], "--from: `2026-02-30` is not a date from 1970 to 2199: write it like `2026-12-24`"],
  ["a range that ends before it starts", ["--from", "2026-12-31", "--to", "2026-01-01"], "`2026-12-31` is after `2026-01-01`"],
  ["a year and a range", ["--year", "2026", "--to", "2026-01-01"], "say `--year`, or `--from` and `--to`"],
  ["an unknown schedule", ["--schedule", "offce"], "unknown schedule `offce`: did you mean `office`?"],
];

for (const [what, args, line] of MISUSED) {
  test(`${what} is one line with a hint, and exits with 2`, () => {
    assert.deepEqual(run(["holidays", ...args]), { status: 2, stdout: "", stderr: `deskrules: ${line}; see \`deskrules holidays --help\`\n` });
  });
}
