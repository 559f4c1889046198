import { SENTENCES } from "../locales/explain.js";
import { DeskrulesError } from "./errors.js";
import { durationInWords, momentInWords, periodInWords } from "./moments.js";

/** @typedef {import("../wasm/deskrules.js").Tracking} Tracking */
/** @typedef {import("../wasm/deskrules.js").Tracked} Tracked */
/** @typedef {import("../wasm/deskrules.js").Interval} Interval */
/** @typedef {import("../wasm/deskrules.js").IncidentsDocument} IncidentsDocument */
/** @typedef {import("../locales/explain.js").Sentences} Sentences */

/** How many intervals are told at the most; of more, the first and the last. */
const MOST = 20;

/**
 * Returns in sentences where a ticket's clocks stand and why.
 * @param {Tracking} tracking - What {@link Desk.track} answers.
 * @param {string} language - `nl` or `en`.
 * @param {IncidentsDocument} [incidents] - For the names of the agreement's own targets.
 * @returns {string} A line for each sentence.
 * @throws {DeskrulesError} `unknown-language`.
 */
export function sentences(tracking, language, incidents) {
  const words = Object.hasOwn(SENTENCES, language) ? SENTENCES[language] : undefined;
  if (!words) {
    throw new DeskrulesError("unknown-language", "language", `unknown language \`${language}\`: there is \`nl\`, \`en\``);
  }
  const own = Object.entries(tracking.targets);
  const clocks = /** @type {[string, Tracked | null][]} */ ([["response", tracking.response], ["resolution", tracking.resolution], ...own]);
  return clocks
    .flatMap(([id, clock]) => {
      const name = incidents?.targets?.find((target) => target.id === id)?.name?.[language];
      return clock ? about((Object.hasOwn(words.target, id) ? words.target[id] : name) ?? id, clock, words, language) : [];
    })
    .join("\n");
}

/**
 * Returns in sentences where one clock of a ticket stands and why, the verdict first.
 * @param {Tracking} tracking
 * @param {"response" | "resolution"} name
 * @param {string} language - `nl` or `en`.
 * @param {IncidentsDocument} [incidents]
 * @returns {string[]}
 */
export function sentencesOf(tracking, name, language, incidents) {
  const alone = { ...tracking, response: null, resolution: null, targets: {}, [name]: tracking[name] };
  return sentences(alone, language, incidents).split("\n");
}

/**
 * @param {string} target
 * @param {Tracked} clock
 * @param {Sentences} words
 * @param {string} language
 */
function about(target, clock, words, language) {
  const time = (/** @type {number | null} */ seconds) => durationInWords(Math.floor(Math.abs(seconds ?? 0)), language);
  const due = clock.due === null ? "" : momentInWords(local(clock.due), language, "UTC");
  const remaining = clock.remainingSeconds ?? 0;
  const lines = [fill(words.standing[key(clock)], { target, due, left: time(Math.max(remaining, 0)), late: time(remaining) })];
  lines.push(...intervals(clock.why ?? [], words, language).map((line) => `- ${line}`));
  if (clock.why?.length) {
    const [elapsed, whole] = [time(clock.elapsedSeconds), time(clock.targetSeconds)];
    lines.push(fill(words.sum[clock.targetSeconds === null ? "open" : "elapsed"], { elapsed, target: whole }));
    if (clock.due !== null && clock.phase !== "stopped" && remaining > 0) {
      lines.push(fill(words.sum["target"], { target: whole }));
    }
  }
  return lines;
}

/**
 * Returns which sentence says where a clock stands.
 * @param {Tracked} clock
 */
function key({ phase, standing, due, agreed, targetSeconds, remainingSeconds }) {
  if (phase === "stopped") {
    return standing === "breached" ? "missed" : due === null ? "met-open" : "met";
  }
  if (standing === "breached") {
    return (remainingSeconds ?? 0) < 0 ? "breached" : "breached-closed";
  }
  if (phase === "pending") {
    return targetSeconds === null ? "pending" : "waiting";
  }
  if (due === null) {
    return "paused";
  }
  return agreed ? "agreed" : "running";
}

/**
 * @param {Interval[]} all
 * @param {Sentences} words
 * @param {string} language
 * @returns {string[]}
 */
function intervals(all, words, language) {
  const say = (/** @type {Interval} */ { from, to, kind, seconds, holiday, name, reason }) =>
    fill(words.interval[kind === "paused" && reason ? "paused-reason" : kind], {
      period: periodInWords(local(from), local(to), language, "UTC"),
      time: durationInWords(seconds, language),
      name: name?.[language] ?? holiday ?? "",
      reason: reason ?? "",
    });
  if (all.length <= MOST) {
    return all.map(say);
  }
  const [first, rest, last] = [all.slice(0, MOST / 2), all.slice(MOST / 2, -MOST / 2), all.slice(-MOST / 2)];
  const time = durationInWords(rest.reduce((sum, { seconds }) => sum + seconds, 0), language);
  return [...first.map(say), fill(words.more, { count: String(rest.length), time }), ...last.map(say)];
}

/**
 * Returns the local time of an instant as if it were UTC, so that it is written in words as it stands, whatever zones the host knows.
 * @param {string} instant
 */
function local(instant) {
  return `${instant.slice(0, 19)}Z`;
}

/**
 * @param {string | undefined} sentence
 * @param {Record<string, string>} params
 */
function fill(sentence = "", params) {
  return sentence.replace(/\{(\w+)\}/g, (hole, name) => params[name] ?? hole);
}
