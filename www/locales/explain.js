// What the clock's reasons are called: sentences with holes, by language.

/**
 * @typedef {object} Sentences
 * @property {Record<string, string>} target - A target's name by its id.
 * @property {Record<string, string>} standing - Where a clock stands, by phase or standing.
 * @property {Record<string, string>} interval - What an interval was, by its kind.
 * @property {Record<string, string>} sum - The sums at the end.
 * @property {string} more - In place of intervals that are left out.
 */

/** @type {Record<string, Sentences>} */
export const SENTENCES = {
  nl: {
    target: { response: "Reactie", resolution: "Oplossing" },
    standing: {
      pending: "{target}: nog geen tijdstip afgesproken.",
      waiting: "{target}: de klok loopt vanaf de melding.",
      paused: "{target}: staat stil; er is pas een tijdstip als het ticket weer loopt. {left} over.",
      running: "{target}: uiterlijk {due}. {left} over.",
      agreed: "{target}: uiterlijk {due}, zoals afgesproken.",
      breached: "{target}: het moest uiterlijk {due}; dat is {late} werktijd geleden.",
      "breached-closed": "{target}: het moest uiterlijk {due}; dat is voorbij.",
      met: "{target}: op tijd, uiterlijk {due} was afgesproken.",
      "met-open": "{target}: klaar; er was geen tijdstip afgesproken.",
      missed: "{target}: te laat, uiterlijk {due} was afgesproken.",
    },
    interval: {
      counted: "{period}: {time} geteld",
      closed: "{period}: telt niet, buiten de uren",
      holiday: "{period}: telt niet, {name}",
      paused: "{period}: telt niet, gepauzeerd",
      "paused-reason": "{period}: telt niet, gepauzeerd ({reason})",
      resolved: "{period}: telt niet, het ticket was opgelost",
    },
    sum: {
      elapsed: "Samen {elapsed} van {target} werktijd.",
      open: "Samen {elapsed} werktijd.",
      target: "Tot het tijdstip is dat precies {target}.",
    },
    more: "… en nog {count} perioden, daarin {time} geteld …",
  },
  en: {
    target: { response: "Response", resolution: "Resolution" },
    standing: {
      pending: "{target}: no time is agreed on yet.",
      waiting: "{target}: the clock starts at the report.",
      paused: "{target}: on hold; there is a time once the ticket goes on. {left} left.",
      running: "{target}: by {due}. {left} left.",
      agreed: "{target}: by {due}, as agreed.",
      breached: "{target}: it was due by {due}, {late} of business time ago.",
      "breached-closed": "{target}: it was due by {due}, which is past.",
      met: "{target}: in time, it was due by {due}.",
      "met-open": "{target}: done; no time was agreed on.",
      missed: "{target}: late, it was due by {due}.",
    },
    interval: {
      counted: "{period}: {time} counted",
      closed: "{period}: does not count, outside hours",
      holiday: "{period}: does not count, {name}",
      paused: "{period}: does not count, on hold",
      "paused-reason": "{period}: does not count, on hold ({reason})",
      resolved: "{period}: does not count, the ticket was resolved",
    },
    sum: {
      elapsed: "Together {elapsed} of {target} of business time.",
      open: "Together {elapsed} of business time.",
      target: "Up to the deadline that is exactly {target}.",
    },
    more: "… and {count} more periods, {time} of them counted …",
  },
};
