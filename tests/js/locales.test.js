import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../pkg/client/node-import.js";
import { Translator } from "../../pkg/locales/translate.js";

/** @typedef {import("../../www/locales/translate.js").Dictionary} Dictionary */
/** @typedef {import("../../pkg/client/index.js").Finding} Finding */
/** @typedef {import("../../pkg/client/index.js").PolicyDocument} PolicyDocument */

const NOW = "2026-11-24T10:00:00+01:00";
const OFFICE = { hours: { mon: ["09:00-17:00"], tue: ["09:00-17:00"], wed: ["09:00-17:00"] } };
/** Events that cannot be, or should be looked at, on a ticket of Monday 10:00. */
const IMPOSSIBLE = [
  { at: "2026-11-23T09:00:00+01:00", type: "responded" },
  { at: "2026-11-23T11:00:00+01:00", type: "resumed" },
  { at: "2026-11-23T11:10:00+01:00", type: "reopened" },
  { at: "2026-11-23T11:20:00+01:00", type: "agreed", due: "2026-11-23T08:00:00+01:00" },
  { at: "2026-11-23T11:30:00+01:00", type: "agreed", due: "2026-11-29T12:00:00+01:00" },
  { at: "2026-11-23T11:40:00+01:00", type: "reassessed", priority: "P1" },
  { at: "2026-11-23T12:00:00+01:00", type: "paused" },
  { at: "2026-11-23T12:00:00+01:00", type: "paused" },
  { at: "2026-11-23T13:00:00+01:00", type: "resolved" },
  { at: "2026-11-23T14:00:00+01:00", type: "responded" },
  { at: "2026-11-23T15:00:00+01:00", type: "resolved" },
];
const nl = dictionary("../../www/locales/nl.json");
const en = dictionary("../../www/locales/en.json");

/**
 * @param {string} path
 * @returns {Dictionary}
 */
function dictionary(path) {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
}

/**
 * Returns every text of a dictionary by its place.
 * @param {unknown} value
 * @param {string} [place]
 * @returns {Map<string, string>}
 */
function texts(value, place = "") {
  if (typeof value === "string") {
    return new Map([[place, value]]);
  }
  return new Map(Object.entries(Object(value)).flatMap(([key, inner]) => [...texts(inner, `${place} > ${key}`)]));
}

/** @param {string} text */
function holes(text) {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
}

/**
 * Returns findings of every code, as the core sends them.
 * @returns {Promise<Finding[]>}
 */
async function everyFinding() {
  const goud = await load();
  /** @type {PolicyDocument} */
  const strict = {
    ...goud.policy,
    includes: ["patches"],
    changes: {
      standard: [{ id: "ad-user", fields: [{ id: "user", required: true }] }],
      freezes: [{ from: "2026-12-01", to: "2026-12-02", kind: "soft", reason: { en: "closing of the books" } }],
    },
    patches: { schedule: "office", maxDuration: "PT4H", minNotice: "PT4H" },
    schedules: { office: OFFICE },
  };
  const desk = await load({ policy: strict });
  const at = (/** @type {string} */ start, /** @type {string} */ end) => ({ window: { start: `2026-${start}:00+01:00`, end: `2026-${end}:00+01:00` } });
  const moment = `${NOW.slice(0, 11)}20:00:00+01:00`;
  const windows = [
    at("11-24T11:00", "11-24T12:00"),
    at("11-25T09:00", "11-25T16:00"),
    at("11-25T16:00", "11-25T18:00"),
    at("11-25T20:00", "11-25T21:00"),
    at("11-23T09:00", "11-23T10:00"),
    at("12-01T09:00", "12-01T10:00"),
    { window: { start: NOW } },
    { window: { end: NOW } },
    { window: { notBefore: NOW } },
    { window: { minutes: 60 } },
    { window: { notBefore: NOW, minutes: 600 } },
  ];
  const known = {
    files: { "gone.msi": null, "empty.msi": { size: 0 }, "other.msi": { size: 5, sha256: "1".repeat(63) + "2" } },
    windows: [{ start: "2026-11-25T08:00:00+01:00", end: "2026-11-25T22:00:00+01:00", title: "Backup" }],
  };
  const requester = (/** @type {string} */ name, /** @type {string} */ email) => ({ requestedBy: { name, email } });
  /** @type {import("../../pkg/client/index.js").PatchRequest[]} */
  const patches = [
    { service: "backups", servers: ["", "alle", "app-01", "APP-01"], product: { from: "2.0", to: "1.0" } },
    { installer: { file: "gone.msi" }, instructions: { url: "https://example.org" }, rollback: { url: "https://example.org" } },
    { installer: { file: "empty.msi" }, releaseNotes: { steps: ["Faster"], url: "example" } },
    { installer: { file: "other.msi", size: 4, sha256: "1".repeat(64) }, releaseNotes: { text: "Faster" } },
    { installer: { file: "setup" }, instructions: { text: "Run the installer" }, rollback: { text: "Run the installer" } },
    { ...requester("a@example.org", "a"), rollback: { text: "Not possible", testedAt: "2027-01-01T00:00:00Z" }, instructions: { text: "TODO" } },
  ];
  const types = /** @type {const} */ (["account", "email", "quota", "server", "date", "choice", "text"]);
  const typed = types.map((type) => ({ id: type, type, options: [{ id: "read" }] }));
  const holiday = { id: "kerst-1", name: { nl: "Eerste kerstdag", en: "Christmas Day" }, on: "11-25" };
  const closed = await load({ policy: {
    ...strict, servers: ["db-*"], schedules: { office: { hours: { mon: ["09:00-12:00", "13:00-17:00"], wed: ["09:00-17:00"] }, holidays: [holiday] } },
    changes: { standard: [{ id: "all", fields: typed }] },
  } });
  const bad = Object.fromEntries(typed.map(({ id }) => [id, id === "text" ? "n/a" : "??"]));
  const lunch = { window: { start: "2026-11-30T11:00:00+01:00", end: "2026-11-30T14:00:00+01:00" } };
  return [
    ...windows.flatMap((request) => desk.checkPatch(request, { ...known, now: NOW }).findings),
    ...patches.flatMap((request) => desk.checkPatch(request, { ...known, now: NOW }).findings),
    ...[lunch, at("11-25T10:00", "11-25T11:00"), { servers: ["app-01"] }].flatMap((request) => closed.checkPatch(request, { now: NOW }).findings),
    ...closed.checkChange({ item: "all", fields: bad }, { now: NOW }).findings,
    ...desk.checkChange({ item: "ad-user", fields: { usr: "x" } }, { now: NOW }).findings,
    ...desk.checkChange({ item: "elephant" }, { now: NOW }).findings,
    ...desk.checkChange({ emergency: true }, { now: NOW }).findings,
    ...desk.deadlines({ priority: "P1", reportedAt: moment, channel: "phone", component: "printer" }).findings,
    ...goud.track({ priority: "P3", reportedAt: "2026-11-23T10:00:00+01:00", events: IMPOSSIBLE }, NOW).findings,
  ];
}

test("both languages have the same texts with the same holes", () => {
  const [dutch, english] = [texts(nl), texts(en)];
  assert.deepEqual([...dutch.keys()], [...english.keys()]);
  for (const [place, text] of dutch) {
    assert.deepEqual(holes(text), holes(english.get(place) ?? ""), place);
    assert.notEqual(text.trim(), "", place);
  }
});

test("every rule has its words", () => {
  const files = readdirSync(new URL("../../src/change/rules/", import.meta.url)).filter((name) => name !== "mod.rs");
  const codes = files.map((name) => name.replace(/\.rs$/, "").replaceAll("_", "-"));
  for (const code of [...codes, "out-of-scope", "channel-closed", "service-not-included"]) {
    assert.ok(nl.findings[code], `${code} has no words`);
  }
});

test("every hole in the words of a finding is filled by what the core sends", async () => {
  const findings = await everyFinding();
  const seen = new Set(findings.map(({ code }) => code));
  assert.deepEqual(Object.keys(nl.findings).filter((code) => !seen.has(code)), [], "a code that no finding here has");
  for (const language of [nl, en]) {
    const translator = new Translator(language, "Europe/Amsterdam");
    for (const finding of findings) {
      assert.ok(language.findings[finding.code], `${finding.code} has no words`);
      const { message, help } = translator.finding(finding);
      assert.doesNotMatch(`${message} ${help}`, /[{}]|\[object|undefined|null/, `${finding.code} at ${finding.path}`);
    }
  }
});

test("the words of one path or type are only written for those that the core names", async () => {
  const findings = await everyFinding();
  const seen = new Set(findings.flatMap(({ code, path, params }) => [`${code} ${path.replace(/\[\d+\]/g, "[]")}`, `${code} ${params.type}`]));
  const written = Object.entries(nl.findings).flatMap(([code, { at = {} }]) => Object.keys(at).map((path) => `${code} ${path}`));
  assert.deepEqual(written.filter((place) => !seen.has(place)), []);
});

test("an instant in a finding is written in words of the language and in the zone of the policy", () => {
  const params = { start: "2026-11-24T08:00:00Z" };
  const finding = { code: "window-in-past", severity: /** @type {const} */ ("error"), path: "window.start", message: "", help: "", params };
  const { message } = new Translator(nl, "Europe/Amsterdam").finding(finding);
  assert.equal(message, "het onderhoudsvenster begint op dinsdag 24 november 2026 om 09:00, en dat is al voorbij");
});

test("what a person wrote stays as it is, also when it looks like a moment or a date", () => {
  for (const server of ["2026-99-99T", "2026-11-24", "2026-11-24T08:00:00Z"]) {
    const finding = { code: "server-twice", severity: /** @type {const} */ ("error"), path: "servers[1]", message: "", help: "", params: { server } };
    assert.equal(new Translator(nl).finding(finding).message, `\`${server}\` staat hier twee keer`);
  }
  const params = { start: "2026-99-99T", end: "2026-11-24", title: "2026-13-01" };
  const finding = { code: "window-overlaps", severity: /** @type {const} */ ("error"), path: "window", message: "", help: "", params };
  const { message } = new Translator(nl).finding(finding);
  assert.match(message, /van 2026-99-99T tot dinsdag 24 november 2026: 2026-13-01$/);
});

test("a code without words keeps the core's English", () => {
  const finding = { code: "new-rule", severity: /** @type {const} */ ("info"), path: "", message: "something", help: "do it", params: {} };
  assert.deepEqual(new Translator(nl).finding(finding), { message: "something", help: "do it" });
  assert.equal(new Translator(nl).error({ code: "new-error", message: "something" }), "something");
});
