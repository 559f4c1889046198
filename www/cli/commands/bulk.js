import { createReadStream, fstatSync, openSync } from "node:fs";
import { availableParallelism } from "node:os";

import { FileError } from "../../node/error.js";
import { loadDesk } from "../../node/policy.js";
import { nameOf, unreadable } from "../../node/text.js";
import { oneOf, read } from "../args.js";
import { chunks } from "../bulk/chunks.js";
import { Progress } from "../bulk/progress.js";
import { reading } from "../session.js";
import { UsageError } from "../usage.js";

/** @typedef {import("../../client/desk.js").RecordKind} RecordKind */
/** @typedef {import("../../client/desk.js").Tally} Tally */
/** @typedef {import("../bulk/chunks.js").Chunk} Chunk */
/** @typedef {import("../bulk/threads.js").Answered} Answered */
/** @typedef {{ stream: import("node:stream").Readable, size: number | undefined }} Input - With its bytes in all, when that is known. */
/** @typedef {{ ahead: number, ask: (bytes: Uint8Array, firstLine: number) => Promise<Answered> | Answered, end: () => Promise<void> | void }} Answerer */

/** What `deskrules bulk --help` prints. */
export const USAGE = `\
Answer many records: one JSON object a line in, one a line out, in their order.

  deskrules bulk due tickets.ndjson         by when each ticket is answered and solved
  deskrules bulk track - < tickets.ndjson   where each ticket stands, from standard input
  deskrules bulk patch requests.ndjson      what is to be said of each patch request
  deskrules bulk change requests.ndjson     … of each change request
  zcat tickets.gz | deskrules bulk due | gzip > dues.gz
                                            any size: it holds a few MB at a time
  deskrules bulk due tickets.ndjson --threads 4
                                            by so many threads; 0 for one a core
  deskrules bulk due tickets.ndjson --policy ours.yaml
                                            by your own agreement
  deskrules bulk track tickets.ndjson --now 2026-11-24T09:00:00+01:00
                                            as if it were that moment

A ticket, and its answer by \`due\`:

  {"id":7,"impact":"high","urgency":"medium","reportedAt":"2026-11-20T16:00:00+01:00"}
  {"id":7,"line":1,"priority":"P2","response":{"due":"2026-11-20T17:00:00+01:00"},
   "resolution":{"due":"2026-11-23T16:00:00+01:00"}}    (on one line)

\`due\` is by when, as the ticket was reported; \`track\` counts its events too. A request
is written as for \`deskrules check\`, with an \`id\` of its own when it should have one; its
answer is { id, line, accepted, findings }.

A line that cannot be read is answered by { line, error: { code, path, message } }, and
the rest goes on. It exits with 0 when all is well, with 1 when a request is not
accepted, and with 2 when a line, or the file, could not be read. With --exit-zero a
line never decides that, for engines that take anything but 0 for a crash. When it is
interrupted it stops behind a whole line.
`;

const HINT = "deskrules bulk --help";
const STRING = /** @type {const} */ ("string");
const FLAG = /** @type {const} */ ("boolean");
const KINDS = ["due", "track", "patch", "change"];

const Exit = { WELL: 0, REFUSED: 1, UNREADABLE: 2 };

/** What a shell expects of a program that was ended by a signal. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 };

/** How much is read at once. */
const READ = 256 << 10;

/**
 * Answers records, a line each.
 * @param {string[]} args - What follows `bulk`.
 * @returns {Promise<number>} What to exit with.
 * @throws {UsageError}
 */
export async function bulk(args) {
  const options = { threads: { type: STRING, default: "1" }, policy: { type: STRING }, now: { type: STRING }, "exit-zero": { type: FLAG } };
  const line = read("bulk", args, USAGE, options, ["text"]);
  if (!line) {
    return Exit.WELL;
  }
  const { values, flags } = line;
  const [kind, file = "-", ...more] = line.names;
  if (kind === undefined) {
    throw new UsageError("say what is asked of each record: {list}", HINT, { list: KINDS.map((known) => `\`${known}\``).join(", ") });
  }
  oneOf("kind of record", kind, KINDS, HINT);
  if (more.length > 0) {
    throw new UsageError("name one file, or join several: `cat a b | deskrules bulk …`", HINT);
  }
  const threads = threadsOf(values["threads"] ?? "1");
  return reading(line, async () => {
    const desk = await loadDesk(values["policy"]);
    const policy = values["policy"] === undefined ? null : JSON.stringify(desk.policy);
    // The clock is read once, so that all records have the same present.
    const question = { kind: /** @type {RecordKind} */ (kind), policy, now: values["now"] ?? Date.now() };
    // A moment that cannot be read is refused before any record is.
    desk.records("due", new Uint8Array(0), { now: question.now });
    /** @type {Input | undefined} */
    let input;
    try {
      input = open(file);
      const answerer = threads === 1 ? alone(desk, question) : new (await import("../bulk/threads.js")).Threads(threads, question);
      const code = await answerAll(input, answerer);
      return flags.has("exit-zero") && code <= Exit.UNREADABLE ? Exit.WELL : code;
    } catch (error) {
      throw refused(file, error);
    } finally {
      input?.stream.destroy();
    }
  });
}

/**
 * Writes the answers to a stream, in its order.
 * @param {Input} input
 * @param {Answerer} answerer
 * @returns {Promise<number>} What to exit with.
 */
async function answerAll({ stream, size }, answerer) {
  let stopped = 0;
  const stop = (/** @type {keyof typeof SIGNALS} */ signal) => {
    stopped = SIGNALS[signal];
    stream.destroy();
  };
  for (const signal of Object.keys(SIGNALS)) {
    // Once: who asks twice is not asked to wait for whoever reads along.
    process.once(signal, stop);
  }
  const progress = new Progress(process.stderr, size);
  const sum = { lines: 0, bad: 0, refused: 0 };
  try {
    for await (const { answer, tally, bytes } of inOrder(chunks(stream), answerer)) {
      await write(answer);
      sum.lines += tally.lines;
      sum.bad += tally.bad;
      sum.refused += tally.refused;
      progress.add(bytes, sum.lines);
      if (stopped > 0) {
        break;
      }
    }
  } catch (error) {
    if (stopped === 0) {
      throw error;
    }
  } finally {
    progress.clear();
    for (const signal of Object.keys(SIGNALS)) {
      process.off(signal, stop);
    }
    await answerer.end();
  }
  if (stopped > 0) {
    return stopped;
  }
  const said = [
    ...(sum.bad > 0 ? [`${sum.bad} could not be read`] : []),
    ...(sum.refused > 0 ? [`${sum.refused} not accepted`] : []),
  ];
  if (said.length > 0) {
    process.stderr.write(`deskrules: of ${sum.lines} lines ${said.join(", ")}\n`);
  }
  return sum.bad > 0 ? Exit.UNREADABLE : sum.refused > 0 ? Exit.REFUSED : Exit.WELL;
}

/**
 * Asks about chunks, some ahead of the one whose answer is next.
 * @param {AsyncIterable<Chunk>} source
 * @param {Answerer} answerer
 */
async function* inOrder(source, answerer) {
  /** @type {Promise<Answered & { bytes: number }>[]} */
  const waiting = [];
  for await (const { bytes, firstLine, tooLong } of source) {
    const { length } = bytes;
    const answered = Promise.resolve(tooLong ? refusal(firstLine) : answerer.ask(bytes, firstLine)).then((answered) => ({ ...answered, bytes: length }));
    // Whoever waits for it hears of its error then.
    answered.catch(() => {});
    waiting.push(answered);
    if (waiting.length >= answerer.ahead) {
      yield /** @type {Answered & { bytes: number }} */ (await waiting.shift());
    }
  }
  for (const answered of waiting) {
    yield await answered;
  }
}

/**
 * @param {import("../../client/desk.js").Desk} desk
 * @param {import("../bulk/threads.js").Question} question
 * @returns {Answerer}
 */
function alone(desk, { kind, now }) {
  return {
    ahead: 1,
    ask(bytes, firstLine) {
      const tally = { lines: 0, bad: 0, refused: 0 };
      return { answer: desk.records(kind, bytes, { now, firstLine, tally }), tally };
    },
    end: () => desk.close(),
  };
}

/**
 * What a line is answered with that is never read whole.
 * @param {number} line
 * @returns {Answered}
 */
function refusal(line) {
  const error = { code: "too-large", path: "", message: "this line is longer than 16 MiB", findings: [] };
  return { answer: new TextEncoder().encode(`${JSON.stringify({ line, error })}\n`), tally: { lines: 1, bad: 1, refused: 0 } };
}

/**
 * Writes bytes, and waits until they are taken.
 * @param {Uint8Array} bytes
 * @returns {Promise<void>}
 */
function write(bytes) {
  return new Promise((resolve, reject) => {
    process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

/**
 * Opens a file or standard input, by large reads where it can.
 * @param {string} file
 */
function open(file) {
  const fd = file === "-" ? process.stdin.fd : openSync(file, "r");
  const about = fstatSync(fd);
  if (about.isFile()) {
    return { stream: createReadStream("", { fd, highWaterMark: READ }), size: about.size };
  }
  return { stream: file === "-" ? process.stdin : createReadStream("", { fd, highWaterMark: READ }), size: undefined };
}

/**
 * Returns why the system did not let records be read or answers be written, as an error of that file; a fault of ours as it is.
 * @param {string} file
 * @param {unknown} error
 */
function refused(file, error) {
  const { code, syscall } = /** @type {NodeJS.ErrnoException} */ (error);
  if (syscall === undefined) {
    return error;
  }
  const isWritten = syscall === "write";
  const trouble = isWritten
    ? { code: "not-written", message: `this file cannot be written (${code})`, params: { reason: code } }
    : unreadable(/** @type {NodeJS.ErrnoException} */ (error));
  return new FileError(isWritten ? "<stdout>" : nameOf(file), [{ path: "", ...trouble }], { cause: error });
}

/** @param {string} text */
function threadsOf(text) {
  const threads = Number(text);
  if (!/^\d{1,3}$/.test(text)) {
    throw new UsageError("--threads: `{text}` is no number of threads", HINT, { text });
  }
  return threads === 0 ? availableParallelism() : threads;
}
