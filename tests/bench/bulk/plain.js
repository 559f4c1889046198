/*
 * The same records by plain JavaScript, as well as we can write it: the table of `peers/plain.js` for the deadlines, and each day, minute
 * and second as text that is made once. Two ways to get at the fields: `parsed` by `JSON.parse`, `scanned` by hand in the bytes. Neither
 * checks anything: a record is taken to be a ticket.
 */

import { DAY, FROM, HOUR, MINUTE, TARGETS, UNTIL, clockChanges } from "../calendar.js";
import { peer } from "../peers/plain.js";

const START = FROM - 31 * DAY;
const HOURS = (UNTIL + 62 * DAY - START) / HOUR;

const { add } = peer.create();

const two = (/** @type {number} */ number) => String(number).padStart(2, "0");

/** By the hour: how far the wall's clock is ahead of UTC, in hours. */
const ahead = Uint8Array.from({ length: HOURS }, (_, hour) => {
  const at = START + hour * HOUR;
  const [summer, winter] = clockChanges(new Date(at).getUTCFullYear());
  return at >= summer && at < winter ? 2 : 1;
});
const days = Array.from({ length: HOURS / 24 + 1 }, (_, day) => `${new Date(START + day * DAY).toISOString().slice(0, 11)}`);
const minutes = Array.from({ length: 1440 }, (_, minute) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}:`);
const seconds = Array.from({ length: 60 }, (_, second) => two(second));
const zones = ["", "+01:00", "+02:00"];

/** An instant as the wall's clock reads. */
function text(/** @type {number} */ at) {
  const since = at - START;
  const offset = ahead[(since / HOUR) | 0];
  const local = since + offset * HOUR;
  const day = (local / DAY) | 0;
  const time = local - day * DAY;
  const minute = (time / MINUTE) | 0;
  return days[day] + minutes[minute] + seconds[((time - minute * MINUTE) / 1000) | 0] + zones[offset];
}

/** @type {Record<string, Record<string, number>>} */
const MATRIX = { high: { high: 0, medium: 1, low: 2 }, medium: { high: 1, medium: 2, low: 2 }, low: { high: 2, medium: 2, low: 3 } };
const response = TARGETS.map((target) => target.response * MINUTE);
const resolution = TARGETS.map((target) => (target.resolution ?? 0) * MINUTE);

const between = '"},"resolution":{"due":"';
const middles = TARGETS.map((_, priority) => `,"priority":"P${priority + 1}","response":{"due":"`);

/** The answer to one ticket. */
function answer(/** @type {string} */ id, /** @type {number} */ line, /** @type {number} */ priority, /** @type {number} */ at) {
  const begins = '{"id":"' + id + '","line":' + line + middles[priority] + text(add(at, response[priority]));
  return priority === 3 ? begins + '"},"resolution":{"agreed":true}}\n' : begins + between + text(add(at, resolution[priority])) + '"}}\n';
}

/** By `JSON.parse`, and `Date.parse`, which is right for these instants. */
export function parsed(/** @type {Buffer} */ ndjson) {
  const lines = ndjson.toString("utf8").split("\n");
  let out = "";
  let number = 0;
  for (const line of lines) {
    number += 1;
    if (line !== "") {
      const { id, impact, urgency, reportedAt } = JSON.parse(line);
      out += answer(id, number, MATRIX[impact][urgency], Date.parse(reportedAt));
    }
  }
  return Buffer.from(out, "utf8");
}

/** Days since 1970 of the first of each month from 2024 on. */
const months = Int32Array.from({ length: 12 * 6 }, (_, month) => Date.UTC(2024, month, 1) / DAY);

/** The instant that is written there, to the second. */
function instant(/** @type {Uint8Array} */ bytes, /** @type {number} */ at) {
  const digits = (/** @type {number} */ place) => bytes[at + place] * 10 + bytes[at + place + 1] - 528;
  const month = (digits(2) - 24) * 12 + digits(5) - 1;
  const offset = digits(20) * 60 + digits(23);
  const minute = (months[month] + digits(8) - 1) * 1440 + digits(11) * 60 + digits(14) - (bytes[at + 19] === 43 ? offset : -offset);
  return (minute * 60 + digits(17)) * 1000;
}

/** Priorities by three bits of the first letter of the impact and of the urgency; those of h, m and l differ. */
const PRIORITIES = new Uint8Array(64);
for (const [impact, row] of Object.entries(MATRIX)) {
  for (const [urgency, priority] of Object.entries(row)) {
    PRIORITIES[((impact.charCodeAt(0) & 7) << 3) | (urgency.charCodeAt(0) & 7)] = priority;
  }
}

const QUOTE = 34;
const NEWLINE = 10;

const bytesOf = (/** @type {string[]} */ texts) => texts.map((text) => Buffer.from(text, "latin1"));
const dayBytes = bytesOf(days);
const minuteBytes = bytesOf(minutes);
const secondBytes = bytesOf(seconds);
const zoneBytes = bytesOf(zones);
const middleBytes = bytesOf(middles);
const [idBytes, lineBytes, betweenBytes, dueBytes, agreedBytes] = bytesOf(['{"id":"', '","line":', between, '"}}\n', '"},"resolution":{"agreed":true}}\n']);

/** @type {Uint8Array} */
let out = new Uint8Array(0);
let length = 0;

function put(/** @type {Uint8Array} */ bytes) {
  for (let i = 0; i < bytes.length; i += 1) {
    out[length + i] = bytes[i];
  }
  length += bytes.length;
}

function putInstant(/** @type {number} */ at) {
  const since = at - START;
  const offset = ahead[(since / HOUR) | 0];
  const local = since + offset * HOUR;
  const day = (local / DAY) | 0;
  const time = local - day * DAY;
  const minute = (time / MINUTE) | 0;
  put(dayBytes[day]);
  put(minuteBytes[minute]);
  put(secondBytes[((time - minute * MINUTE) / 1000) | 0]);
  put(zoneBytes[offset]);
}

function putNumber(/** @type {number} */ number) {
  let digits = 1;
  for (let rest = number; rest >= 10; rest = (rest / 10) | 0) {
    digits += 1;
  }
  length += digits;
  for (let i = 1, rest = number; i <= digits; i += 1) {
    const tens = (rest / 10) | 0;
    out[length - i] = 48 + rest - tens * 10;
    rest = tens;
  }
}

/** By hand in the bytes: a key is told by its length, a level by its first letter. */
export function scanned(/** @type {Buffer} */ ndjson) {
  out = new Uint8Array(ndjson.length * 2 + 1024);
  length = 0;
  let number = 0;
  for (let at = 0; at < ndjson.length; at += 1) {
    number += 1;
    if (ndjson[at] === NEWLINE) {
      continue;
    }
    let id = 0;
    let idEnd = 0;
    let impact = 0;
    let urgency = 0;
    let reportedAt = 0;
    do {
      const key = at + 2;
      at = key;
      while (ndjson[at] !== QUOTE) {
        at += 1;
      }
      const value = at + 3;
      const size = at - key;
      at = value;
      while (ndjson[at] !== QUOTE) {
        at += 1;
      }
      if (size === 2) {
        id = value;
        idEnd = at;
      } else if (size === 6) {
        impact = ndjson[value];
      } else if (size === 7) {
        urgency = ndjson[value];
      } else {
        reportedAt = instant(ndjson, value);
      }
      at += 1;
    } while (ndjson[at] === 44);
    at += 1;
    const priority = PRIORITIES[((impact & 7) << 3) | (urgency & 7)];
    put(idBytes);
    for (let i = id; i < idEnd; i += 1) {
      out[length + i - id] = ndjson[i];
    }
    length += idEnd - id;
    put(lineBytes);
    putNumber(number);
    put(middleBytes[priority]);
    putInstant(add(reportedAt, response[priority]));
    if (priority === 3) {
      put(agreedBytes);
    } else {
      put(betweenBytes);
      putInstant(add(reportedAt, resolution[priority]));
      put(dueBytes);
    }
  }
  return out.subarray(0, length);
}

