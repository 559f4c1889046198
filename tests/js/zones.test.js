// The zones of the built package against the host's own `Intl`, in every zone from 1970 to 2199.
//
// The host has its own release of the IANA data (`process.versions.tz`), seldom ours (`desk.zoneData`). So a difference is judged by the list
// below, which says what each release changed: it is explained when the zone and the instant stand there under a release that one of the two
// has and the other has not. With equal releases nothing is explained. A host older or newer than the list reaches has changes that it cannot
// name: there the differences are told and not judged. An entry that should show on this host and does not is one too many.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { load, Schedule } from "deskrules";

const HOST = /** @type {string} */ (process.versions["tz"]);
const END = Date.UTC(2200, 0, 1);
const MONTH = Math.round((365.2425 * 864e5) / 12);
/** Every clock change since 1970 is at a whole half minute: Monrovia's of 1972 at 00:44:30. */
const STEP = 3e4;
const DAY = ["00:00-24:00"];
const ALWAYS = { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY, sat: DAY, sun: DAY };
const NAMES = readFileSync(new URL("../cases/zones.txt", import.meta.url), "utf8").trimEnd().split("\n");

/** The last release whose changes are not in the list. */
const LISTED_AFTER = "2025b";

/** @type {{ release: string, from: string, to: string, zones: string[], what: string }[]} */
const CHANGES = [
  {
    release: "2025c",
    from: "1970-01",
    to: "1976-01",
    zones: ["America/Ensenada", "America/Santa_Isabel", "America/Tijuana", "Mexico/BajaNorte"],
    what: "Baja California kept the summer time of California",
  },
  {
    release: "2026a",
    from: "2022-03",
    to: "2200-01",
    zones: ["Europe/Chisinau", "Europe/Tiraspol"],
    what: "Moldova changes its clocks when the European Union does",
  },
  {
    release: "2026b",
    from: "2026-11",
    to: "2200-01",
    zones: ["America/Vancouver", "Canada/Pacific"],
    what: "British Columbia stays on summer time",
  },
  {
    release: "2026c",
    from: "2026-09",
    to: "2200-01",
    zones: ["Africa/Casablanca", "Africa/El_Aaiun"],
    what: "Morocco gives up its own summer time",
  },
  {
    release: "2026c",
    from: "2026-11",
    to: "2200-01",
    zones: ["America/Edmonton", "America/Inuvik", "America/Yellowknife", "Canada/Mountain"],
    what: "Alberta and the north-west stay on summer time",
  },
  // Of the next three the release is one of 2026d to 2026f.
  {
    release: "2026f",
    from: "2026-11",
    to: "2200-01",
    zones: ["America/Rainy_River", "America/Winnipeg", "Canada/Central"],
    what: "Manitoba stays on summer time",
  },
  {
    release: "2026f",
    from: "2026-11",
    to: "2027-04",
    zones: ["America/Havana", "Cuba"],
    what: "Cuba stays on summer time for a winter",
  },
  {
    release: "2026f",
    from: "1979-05",
    to: "1992-06",
    zones: ["America/Bogota", "Asia/Tehran", "Iran"],
    what: "summer time began at another hour, in Iran in 1979 and in Colombia in 1992",
  },
];

let OURS = "";
before(async () => {
  const desk = await load();
  OURS = desk.zoneData;
  desk.close();
});

/**
 * Reads the offset from an answer's text: round the clock, the next opening is now.
 * @param {Schedule} schedule
 */
function ourOffset(schedule) {
  return (/** @type {number} */ at) => minutes(/** @type {string} */ (schedule.nextOpen(at)).slice(-6));
}

/** @param {string} timeZone */
function hostOffset(timeZone) {
  const format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  // `1/1/1970, GMT-00:44:30`, or `GMT` alone.
  return (/** @type {number} */ at) => minutes(format.format(at).split("GMT")[1] || "+00:00");
}

/**
 * Reads an offset as minutes, rounded as RFC 3339 text rounds it.
 * @param {string} offset
 */
function minutes(offset) {
  const [hour, minute, second = 0] = offset.slice(1).split(":").map(Number);
  const seconds = (offset[0] === "-" ? -1 : 1) * (/** @type {number} */ (hour) * 3600 + /** @type {number} */ (minute) * 60 + second);
  return Math.floor((seconds + 30) / 60);
}

/** @type {Map<string, number[]>} */
const known = new Map();

/**
 * Answers every quarter from 1970 to 2199 and both sides of each clock change of ours. Zones that read alike every month share the search.
 * @param {(at: number) => number} offset
 */
function instants(offset) {
  let readings = "";
  for (let at = 0; at < END; at += MONTH) {
    readings += `${offset(at)} `;
  }
  const found = known.get(readings) ?? search(offset);
  known.set(readings, found);
  return found;
}

/** @param {(at: number) => number} offset */
function search(offset) {
  const found = [0];
  for (let at = MONTH; at < END; at += MONTH) {
    let [low, high] = [at - MONTH, at];
    const before = offset(low);
    if (offset(high) !== before) {
      [low, high] = [Math.floor(low / STEP), Math.ceil(high / STEP)];
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (offset(middle * STEP) === before) low = middle;
        else high = middle;
      }
      found.push(high * STEP - 1, high * STEP);
    }
    if ((at / MONTH) % 3 === 0) found.push(at);
  }
  found.push(END - 1);
  return found;
}

/**
 * Says whether the two releases differ about a zone at an instant.
 * @param {string} zone
 * @param {number} at
 */
function explanation(zone, at) {
  const [older, newer] = [HOST, OURS].sort();
  const month = new Date(at).toISOString().slice(0, 7);
  return CHANGES.find(
    ({ release, zones, from, to }) =>
      release > /** @type {string} */ (older) && release <= /** @type {string} */ (newer) && zones.includes(zone) && from <= month && month <= to,
  );
}

test("every zone reads as the host reads it, but for what another release of the data changed", (t) => {
  const listed = HOST >= LISTED_AFTER && HOST <= OURS;
  const unknown = [];
  const wrong = [];
  const explained = new Set();
  for (const zone of NAMES) {
    const schedule = new Schedule({ timeZone: zone, hours: ALWAYS });
    const ours = ourOffset(schedule);
    let host;
    try {
      host = hostOffset(zone);
    } catch {
      unknown.push(zone);
      schedule.close();
      continue;
    }
    for (const at of instants(ours)) {
      if (ours(at) !== host(at)) {
        const change = explanation(zone, at);
        if (change) explained.add(change);
        else wrong.push(`${zone} at ${new Date(at).toISOString()}: ${ours(at)} minutes, the host says ${host(at)}`);
      }
    }
    schedule.close();
  }
  t.diagnostic(`ours ${OURS}, the host's ${HOST}: ${NAMES.length - unknown.length} zones compared, ${explained.size} changes of the list seen`);
  if (!listed) {
    t.diagnostic(`the list does not reach this host; not judged: ${wrong.length} differences, zones unknown to it: ${unknown.join(", ")}`);
    return;
  }
  assert.deepEqual(wrong.slice(0, 20), []);
  // No place at all; ICU leaves it out.
  assert.deepEqual(unknown, ["Factory"]);
  const expected = CHANGES.filter(({ release }) => release > HOST && release <= OURS);
  assert.deepEqual(
    expected.filter((change) => !explained.has(change)).map(({ what }) => what),
    [],
  );
});

test("every zone that the host lists is known", () => {
  const known = new Set(NAMES);
  const missing = Intl.supportedValuesOf("timeZone").filter((zone) => !known.has(zone));
  assert.deepEqual(HOST > OURS ? [] : missing, []);
});
