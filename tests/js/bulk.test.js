// `deskrules bulk`: many records through the command, in order, whatever happens to it.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chunks, count } from "../../pkg/cli/bulk/chunks.js";
import { line } from "../../pkg/cli/bulk/progress.js";

const COMMAND = fileURLToPath(new URL("../../pkg/cli/deskrules.js", import.meta.url));
const NOW = ["--now", "2026-11-24T09:00:00+01:00"];
const LEVELS = ["high", "medium", "low"];
const folder = mkdtempSync(join(tmpdir(), "deskrules-bulk-"));
after(() => rmSync(folder, { recursive: true }));

const ticket = (/** @type {number} */ id) => {
  const [impact, urgency] = [LEVELS[id % 3], LEVELS[(id >> 2) % 3]];
  return JSON.stringify({ id, impact, urgency, reportedAt: new Date(Date.UTC(2026, 0, 1) + id * 61_001).toISOString() });
};
const tickets = (/** @type {number} */ many) => `${Array.from({ length: many }, (_, id) => ticket(id)).join("\n")}\n`;

/**
 * @param {string} name
 * @param {string | Uint8Array} content
 */
function file(name, content) {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

/**
 * @param {string[]} args
 * @param {string | Uint8Array} [input]
 */
function run(args, input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, "bulk", ...args, ...NOW], { input, maxBuffer: 1 << 30 });
  return { status, stdout: String(stdout), stderr: String(stderr) };
}

/**
 * @param {string} input
 * @param {{ size?: number, longest?: number }} limits
 * @param {number} [piece] - Bytes that come at once.
 */
async function cut(input, limits, piece = 7) {
  const bytes = new TextEncoder().encode(input);
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, at) => bytes.subarray(at * piece, (at + 1) * piece));
  const found = [];
  for await (const chunk of chunks(Readable.from(pieces, { objectMode: true }), limits)) {
    found.push({ ...chunk, bytes: new TextDecoder().decode(chunk.bytes) });
  }
  return found;
}

test("each line is answered in its order", () => {
  const { status, stdout } = run(["due", "-"], tickets(3));
  assert.deepEqual(stdout.split("\n").slice(0, -1).map((answer) => JSON.parse(answer).line), [1, 2, 3]);
  assert.equal(status, 0);
});

test("any number of threads gives the same bytes", () => {
  const many = file("many.ndjson", tickets(150_000));
  const [one, two, three] = ["1", "2", "3"].map((threads) => run(["due", many, "--threads", threads]));
  assert.equal(one?.stdout.split("\n").length, 150_001);
  assert.ok(one?.stdout === two?.stdout && one?.stdout === three?.stdout);
  assert.deepEqual([one?.status, two?.status, three?.status], [0, 0, 0]);
});

test("a file and standard input give the same", () => {
  const few = file("few.ndjson", tickets(10));
  assert.deepEqual(run(["track", few]), run(["track"], tickets(10)));
});

test("a bad line is one answer with its number, the rest goes on, and the command exits with 2", () => {
  const { status, stdout, stderr } = run(["due"], `${ticket(1)}\nno json\n\n${ticket(2)}`);
  const answers = stdout.split("\n").slice(0, -1).map((answer) => JSON.parse(answer));
  assert.deepEqual(answers.map((answer) => [answer.line, answer.error?.code ?? "answered"]), [[1, "answered"], [2, "not-json"], [4, "answered"]]);
  assert.equal(stderr, "deskrules: of 4 lines 1 could not be read\n");
  assert.equal(status, 2);
});

test("by --exit-zero no line decides how it exits", () => {
  assert.equal(run(["due", "--exit-zero"], "no json\n").status, 0);
  assert.equal(run(["patch", "--exit-zero"], "{}\n").status, 0);
  assert.equal(run(["due", "--exit-zero", join(folder, "nowhere")]).status, 2);
});

test("a request that is not accepted exits with 1, and has its findings", () => {
  const { status, stdout, stderr } = run(["patch"], '{"id":"A"}\n');
  const { id, line: number, accepted, findings } = JSON.parse(stdout);
  assert.deepEqual([id, number, accepted, findings.length], ["A", 1, false, 9]);
  assert.equal(stderr, "deskrules: of 1 lines 1 not accepted\n");
  assert.equal(status, 1);
});

test("chunks are whole lines of any size, with the number of their first line", async () => {
  const input = "one\ntwo\nthree\nfour\nfive";
  for (const size of [6, 8, 16, 100]) {
    for (const piece of [1, 3, 50]) {
      const found = await cut(input, { size, longest: 50 }, piece);
      assert.equal(found.map(({ bytes }) => bytes).join(""), input);
      let first = 1;
      for (const { bytes, firstLine, tooLong } of found) {
        assert.deepEqual([firstLine, tooLong], [first, false], `${size} ${piece}`);
        first += bytes.split("\n").length - 1;
      }
    }
  }
});

test("a line that is too long is a bad line, and what is held stays small", async () => {
  const found = await cut(`one\n${"x".repeat(1000)}\ntwo\n`, { size: 16, longest: 64 });
  assert.deepEqual(found.map(({ bytes, firstLine, tooLong }) => [bytes, firstLine, tooLong]), [["one\n", 1, false], ["", 2, true], ["two\n", 3, false]]);
});

test("newlines are counted wherever they are", () => {
  for (const length of [0, 1, 5, 4096, 5003]) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at % 3 === 0 || at % 7 === 0 ? 10 : at % 256));
    assert.equal(count(bytes), bytes.filter((byte) => byte === 10).length);
  }
});

test("whoever reads along may stop early, without a word", () => {
  const many = file("head.ndjson", tickets(100_000));
  const script = `"${process.execPath}" "${COMMAND}" bulk due "${many}" | head -n 1`;
  const { stdout, stderr } = spawnSync("bash", ["-c", script], { encoding: "utf8" });
  assert.equal(JSON.parse(stdout).line, 1);
  assert.equal(stderr, "");
});

for (const [signal, code] of /** @type {const} */ ([["SIGINT", 130], ["SIGTERM", 143]])) {
  test(`${signal} stops behind a whole line`, async () => {
    const command = spawn(process.execPath, [COMMAND, "bulk", "due", ...NOW], { stdio: ["pipe", "pipe", "pipe"] });
    const input = Readable.from((function* () {
      for (;;) {
        yield tickets(1000);
      }
    })());
    input.pipe(command.stdin);
    command.stdin.on("error", () => {});
    let stdout = "";
    let stderr = "";
    command.stderr.on("data", (text) => (stderr += text));
    command.stdout.setEncoding("utf8").on("data", (text) => (stdout += text));
    command.stdout.once("data", () => command.kill(signal));
    const [status] = await once(command, "close");
    input.destroy();
    assert.ok(stdout.endsWith("}\n"), stdout.slice(-100));
    assert.deepEqual([status, stderr], [code, ""]);
  });
}

test("a large input takes no more memory than a small one", () => {
  const script = `
    import { bulk } from ${JSON.stringify(new URL("../../pkg/cli/commands/bulk.js", import.meta.url).href)};
    await bulk(["due", process.argv[1]]);
    process.stderr.write(String(process.resourceUsage().maxRSS >> 10));`;
  const peak = (/** @type {string} */ path) => {
    const { stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script, path], { stdio: ["ignore", "ignore", "pipe"] });
    return Number(String(stderr));
  };
  const [small, large] = [file("small.ndjson", tickets(100_000)), file("large.ndjson", tickets(100_000).repeat(12))];
  const [few, many] = [peak(small), peak(large)];
  assert.ok(many < few + 60, `${few} MB for 9 MB of input, ${many} MB for 108 MB`);
});

/** @type {[string, string[], RegExp][]} */
const refused = [
  ["no such file", ["due", join(folder, "nowhere")], /nowhere: there is no such file \[no-such-file\]\n$/],
  ["a folder", ["due", folder], /this is a folder, not a file \[is-a-folder\]\n$/],
  ["an unknown kind", ["deu"], /unknown kind of record `deu`: did you mean `due`\?; see `deskrules bulk --help`\n$/],
  ["no kind", [], /say what is asked of each record/],
  ["no number of threads", ["due", "--threads", "many"], /--threads: `many` is no number of threads/],
  ["an unknown option", ["due", "--thread", "2"], /unknown option `--thread`/],
  ["a policy that cannot be read", ["due", "--policy", join(folder, "small.ndjson")], /\[not-json\]\n$|no such file/],
];
for (const [name, args, message] of refused) {
  test(`${name} is one line, and exits with 2`, () => {
    const { status, stdout, stderr } = run(args);
    assert.match(stderr, message);
    assert.equal(stderr.split("\n").length, 2);
    assert.deepEqual([status, stdout], [2, ""]);
  });
}

test("a moment that cannot be read is refused before any record is", () => {
  const { status, stderr } = spawnSync(process.execPath, [COMMAND, "bulk", "due", "--now", "yesterday"], { input: tickets(1), encoding: "utf8" });
  assert.match(stderr, /^deskrules: --now: .*\n$/);
  assert.equal(status, 2);
});

test("a policy may be YAML, by one thread and by two", () => {
  const policy = file("ours.yaml", `id: ours
schedules: { day: { timeZone: Europe/Amsterdam, hours: { mon: ["09:00-17:00"] } } }
incidents:
  impact: [{ id: high }]
  urgency: [{ id: high }]
  matrix: { high: { high: P1 } }
  priorities: [{ id: P1, response: PT1H, resolution: PT9H }]
`);
  const input = '{"id":"A","priority":"P1","reportedAt":"2026-11-24T09:00:00+01:00"}\n';
  const expected = '{"id":"A","line":1,"priority":"P1","response":{"due":"2026-11-30T10:00:00+01:00"},"resolution":{"due":"2026-12-07T10:00:00+01:00"}}\n';
  for (const threads of ["1", "2"]) {
    assert.equal(run(["due", "--policy", policy, "--threads", threads], input).stdout, expected);
  }
});

test("the progress says the share, the lines and the speed", () => {
  assert.equal(line(50e6, 500_000, 0.5, 200e6), "[######------------------] 25 %  500,000 lines, 100 MB/s");
  assert.equal(line(50e6, 500_000, 0.5, undefined), "500,000 lines, 100 MB/s");
});
