// Settings of the extension: of every version, and brought by a person.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

/** @type {Record<string, unknown>} - What the browser stores. */
let kept = {};
const local = { get: async (/** @type {string} */ key) => ({ [key]: kept[key] }), set: async (/** @type {object} */ items) => void Object.assign(kept, items) };
const runtime = { address: "chrome-extension://id/", getURL: (/** @type {string} */ path) => runtime.address + path };
Object.assign(globalThis, { chrome: { storage: { local }, runtime } });
const { DEFAULTS, SettingsError, migrate, originOf, parse, patternOf, read, stored, write } = await import("../../../www/extension/shared/settings.js");

beforeEach(() => {
  kept = {};
});

const FIRST = { version: 1, sites: { "https://rt.example": "rt", "https://help.example:8443": "django-helpdesk", "https://own.example": "generic" }, policy: { version: 1, name: "Own" }, lang: "nl" };
/** @type {import("../../../www/extension/shared/settings.js").Settings} */
const WHOLE = {
  version: 2,
  sites: [
    { origin: "https://rt.example", desk: "rt" },
    { origin: "https://own.example", desk: "generic", fields: { ticket: "#ticket", reported: "time", status: ".status", paused: "On hold, Waiting", values: { P1: "Critical" }, row: "tr" } },
  ],
  policy: '{ "version": 1 }',
  language: "nl",
  notify: true,
  watch: "opened",
};

test("nothing stored is the defaults", async () => {
  assert.deepEqual(await read(), { version: 2, sites: [], policy: null, language: "auto", notify: false, watch: "chosen" });
  assert.deepEqual(kept, {});
});

test("what is written is what is read", async () => {
  await write(WHOLE);
  assert.deepEqual(await read(), WHOLE);
  assert.deepEqual(parse(JSON.stringify(WHOLE)), WHOLE);
});

test("nothing of version 1 is lost", async () => {
  kept = { settings: FIRST };
  assert.deepEqual(await read(), {
    version: 2,
    sites: [{ origin: "https://rt.example", desk: "rt" }, { origin: "https://help.example:8443", desk: "django-helpdesk" }, { origin: "https://own.example", desk: "generic" }],
    policy: '{\n  "version": 1,\n  "name": "Own"\n}',
    language: "nl",
    notify: false,
    watch: "chosen",
  });
  assert.deepEqual(migrate({ version: 1, sites: {}, policy: null, lang: null }), DEFAULTS);
  await write(await read());
  assert.equal(/** @type {any} */ (await stored()).version, 2);
});

test("two addresses of version 1 that are one site are that of the first", () => {
  const { sites } = migrate({ version: 1, sites: { "https://RT.example/": "rt", "https://rt.example": "generic" } });
  assert.deepEqual(sites, [{ origin: "https://rt.example", desk: "rt" }]);
});

test("settings of a newer version are neither read nor written over", async () => {
  const newer = { version: 3, sites: "elsewhere", colour: "blue" };
  kept = { settings: newer };
  const isNewer = (/** @type {any} */ error) => error instanceof SettingsError && error.code === "newer" && error.message === "these settings are of version 3, and this is made for 2";
  await assert.rejects(read(), isNewer);
  await assert.rejects(write(WHOLE), isNewer);
  assert.throws(() => parse(JSON.stringify(newer)), isNewer);
  assert.deepEqual(kept, { settings: { version: 3, sites: "elsewhere", colour: "blue" } });
});

/** What is brought, and what is said of it. */
const REFUSED = /** @type {[string, string, string][]} */ ([
  ["no JSON", '{\n  "version": 2,\n  sites: []\n}', "not-json at 3:3: this is not JSON: `s` cannot stand here"],
  ["half of it", '{ "version": 2', "json-unfinished at 1:15: this JSON stops before its end"],
  ["a list", "[]", "wrong at 1:1: the whole should be an object"],
  ["another document", '{\n  "name": "deskrules"\n}', "unknown-field at 2:3: `name` is no setting"],
  ["no version", '{ "sites": [] }', "wrong at 1:1: `version` should be 1 or 2"],
  ["a key twice", '{ "version": 2,\n"notify": true, "notify": false }', "duplicate-key at 2:17: the key `notify` stands here twice"],
  ["a list of sites that is none", '{ "version": 2, "sites": {} }', "wrong at 1:26: `sites` should be a list"],
  ["an address that is none", '{ "version": 2, "sites": [\n  { "desk": "rt", "origin": "ftp://rt.example" }] }', "not-an-address at 2:29: `ftp://rt.example` is no address of a site"],
  ["a desk that nobody knows", '{ "version": 2, "sites": [\n  { "origin": "rt.example", "desk": "jira" }] }', "wrong at 2:37: `sites[0].desk` should be `rt`, `django-helpdesk`, `generic`"],
  ["a site twice", '{ "version": 2, "sites": [{ "origin": "rt.example", "desk": "rt" },\n  { "origin": "https://rt.example:443/", "desk": "generic" }] }', "twice at 2:15: `https://rt.example` stands here twice"],
  ["a selector that is a number", '{ "version": 2, "sites": [{ "origin": "rt.example", "desk": "generic", "fields": { "id": 5 } }] }', "wrong at 1:90: `sites[0].fields.id` should be text"],
  ["a field that is none", '{ "version": 2, "sites": [{ "origin": "rt.example", "desk": "generic", "fields": { "colour": "x" } }] }', "unknown-field at 1:84: `colour` is no setting"],
  ["a policy that is no text", '{ "version": 2, "policy": {} }', "wrong at 1:27: `policy` should be text"],
  ["a yes that is none", '{ "version": 2, "notify": 1 }', "wrong at 1:27: `notify` should be true or false"],
  ["a language that is not spoken", '{ "version": 2, "language": "fr" }', "wrong at 1:29: `language` should be `auto`, `nl`, `en`"],
  ["a field of the old version", '{ "version": 2, "lang": "nl" }', "unknown-field at 1:17: `lang` is no setting"],
]);
for (const [name, text, said] of REFUSED) {
  test(`an import that is ${name} is refused, and where`, () => {
    assert.throws(() => parse(text), (/** @type {any} */ error) => {
      assert.ok(error instanceof SettingsError);
      assert.equal(`${error.code} at ${error.place?.line}:${error.place?.column}: ${error.message}`, said);
      return true;
    });
  });
}

for (const [given, origin] of [
  ["https://rt.example/", "https://rt.example"],
  ["  HTTPS://RT.Example:443/Ticket/Display.html?id=1#top ", "https://rt.example"],
  ["rt.example", "https://rt.example"],
  ["localhost:8080/rt", "https://localhost:8080"],
  ["http://rt.example:8080", "http://rt.example:8080"],
  ["https://agent:secret@rt.example", "https://rt.example"],
  ["https://münchen.example", "https://xn--mnchen-3ya.example"],
  ["http://[::1]:8080/", "http://[::1]:8080"],
  ["ftp://rt.example", undefined],
  ["javascript:alert(1)", undefined],
  ["file:///etc/passwd", undefined],
  ["https://", undefined],
  ["two words", undefined],
  ["", undefined],
]) {
  test(`the origin of \`${given}\` is ${origin ?? "none"}`, () => assert.equal(originOf(given ?? ""), origin));
}

test("every origin is normalised, in each version", () => {
  assert.deepEqual(migrate({ version: 2, sites: [{ origin: "RT.example/x", desk: "rt" }] }).sites, [{ origin: "https://rt.example", desk: "rt" }]);
  assert.deepEqual(migrate({ version: 1, sites: { "RT.example/x": "rt" } }).sites, [{ origin: "https://rt.example", desk: "rt" }]);
});

test("a name that is a property of every object is text like another", () => {
  const { sites } = parse('{ "version": 2, "sites": [{ "origin": "a.example", "desk": "generic", "fields": { "values": { "__proto__": "P", "constructor": "C" } } }] }');
  assert.deepEqual(Object.entries(sites[0]?.fields?.values ?? {}), [["__proto__", "P"], ["constructor", "C"]]);
});

test("the pattern of a site is its origin's; that of its host in Firefox, which knows no ports there", () => {
  assert.equal(patternOf("http://rt.example:8080"), "http://rt.example:8080/*");
  runtime.address = "moz-extension://id/";
  assert.equal(patternOf("http://rt.example:8080"), "http://rt.example/*");
});
