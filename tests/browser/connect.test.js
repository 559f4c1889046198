import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close } from "./browser.js";
import { onSite, STRICT, STRICT_WITH_WASM, TRUSTED } from "./site.js";

after(close);

/** Asks a desk that is connected what a desk can be asked; runs in the page. */
async function questions() {
  const entry = "/client/web.js";
  const { connect, DeskrulesError } = await import(entry);
  const desk = await connect();
  const office = await desk.schedule("office");
  const refused = async (/** @type {Promise<unknown>} */ asked) => {
    try {
      return await asked;
    } catch (/** @type {any} */ error) {
      return { isOurs: error instanceof DeskrulesError, code: error.code, path: error.path, findings: error.findings.length };
    }
  };
  const answers = {
    policy: desk.policy.id,
    priority: (await desk.classify({ impact: "high", urgency: "medium" })).priority,
    due: await office.add("2026-11-24T16:00:00+01:00", 7200),
    batch: [...(await office.addBatch(Float64Array.of(Date.UTC(2026, 10, 24, 9)), 3600))],
    unknown: await refused(desk.classify({ impact: "huge", urgency: "low" })),
    schedule: await refused(desk.schedule("night")),
    lint: await refused(connect({ policy: { ...desk.policy, timeZone: "Mars/Base" } })),
    fetched: (await connect({ policy: "policy.json" })).policy.id,
    text: (await connect({ policy: JSON.stringify({ ...desk.policy, id: "text" }) })).policy.id,
    missing: await refused(connect({ policy: "/nothing.json" })),
    elsewhere: await refused(connect({ policy: "https://example.org/policy.json" })),
  };
  await office.close();
  const afterwards = await refused(office.add(0, 1));
  await desk.close();
  return { ...answers, afterwards };
}

const EXPECTED = {
  policy: "managed-server-goud",
  priority: "P2",
  due: "2026-11-25T10:00:00+01:00",
  batch: [Date.UTC(2026, 10, 24, 10)],
  unknown: { isOurs: true, code: "unknown-level", path: "impact", findings: 0 },
  schedule: { isOurs: true, code: "unknown-schedule", path: "schedules", findings: 0 },
  lint: { isOurs: true, code: "unknown-zone", path: "timeZone", findings: 1 },
  fetched: "own",
  text: "text",
  missing: { isOurs: true, code: "policy-unavailable", path: "policy", findings: 0 },
  elsewhere: { isOurs: true, code: "policy-elsewhere", path: "policy", findings: 0 },
  afterwards: { isOurs: true, code: "closed", path: "", findings: 0 },
};
const { load } = await import("deskrules");
const goud = (await load()).policy;
const files = { "/policy.json": JSON.stringify({ ...goud, id: "own" }) };
const complaints = /404/;

for (const [name, served, worker] of /** @type {[string, import("./site.js").Served, boolean][]} */ ([
  ["on a page without a policy", {}, false],
  ["on a page that allows wasm and nothing else", { csp: STRICT_WITH_WASM }, false],
  ["with the wasm sent as text/plain", { wasm: "text/plain" }, false],
  ["through a worker where the page forbids wasm", { csp: STRICT }, true],
  ["through a worker under Trusted Types", { csp: STRICT + TRUSTED }, true],
  ["through a worker with the wasm sent as text/plain", { csp: STRICT, wasm: "text/plain" }, true],
])) {
  test(`a connected desk answers ${name}`, () =>
    onSite(
      "",
      async (page, asked) => {
        assert.deepEqual(await page.evaluate(questions), EXPECTED);
        assert.equal(asked.includes("/client/worker.js"), worker);
      },
      { ...served, files, complaints },
    ));
}

for (const [name, csp] of [
  ["where no Trusted Types policy may be made", `${STRICT}; require-trusted-types-for 'script'; trusted-types 'none'`],
  ["where no worker may be started", STRICT.replace("worker-src 'self'", "worker-src 'none'")],
]) {
  test(`a page that forbids wasm says so ${name}`, () =>
    onSite(
      "",
      async (page) => {
        const code = await page.evaluate(async () => {
          const entry = "/client/web.js";
          const { connect } = await import(entry);
          return connect().catch((/** @type {any} */ error) => `${error.code}: ${error.message}`);
        });
        assert.match(String(code), /^wasm-blocked: this page forbids WebAssembly, and /);
      },
      { csp: String(csp), complaints: /Content Security Policy|TrustedTypePolicy/ },
    ));
}

test("the Trusted Types policy makes the address of the worker and no other", () =>
  onSite(
    "",
    async (page) => {
      const refused = await page.evaluate(async () => {
        const types = /** @type {any} */ (globalThis).trustedTypes;
        const create = types.createPolicy;
        /** @type {any} */
        let policy;
        types.createPolicy = (/** @type {unknown[]} */ ...args) => (policy = create.apply(types, args));
        const entry = "/client/web.js";
        const { connect } = await import(entry);
        await connect();
        try {
          return policy.createScriptURL("https://example.org/evil.js");
        } catch (error) {
          return String(error);
        }
      });
      assert.match(String(refused), /loads no script from/);
    },
    { csp: STRICT + TRUSTED },
  ));
