// What the pages and the content scripts ask the worker. The worker alone knows a rule; they ask and draw.
import { api } from "./browser.js";

/** @typedef {import("../../client/desk.js").Ticket} Ticket */
/** @typedef {import("../../client/desk.js").Tracking} Tracking */
/** @typedef {import("../../client/desk.js").Tracked} Tracked */
/** @typedef {import("../../client/index.js").Finding} Finding */
/** @typedef {import("./settings.js").Site} Site */
/** @typedef {import("./settings.js").GenericFields} GenericFields */
/** @typedef {"response" | "resolution"} ClockName */
/** @typedef {Record<ClockName, Tracked | null> & { nextChange: string | null }} Clocks */
/** @typedef {{ key: string, title: string, url: string, seen: number, tracking: Clocks }} Watched - `seen` is when its desk was last asked. */
/** @typedef {Pick<Site, "desk" | "fields"> & { language: "nl" | "en", timeZone: string }} Begun */
/** @typedef {{ at: number, tracking: Tracking, words: Record<ClockName, string[]>, watched: boolean }} TicketAnswer */
/** @typedef {{ at: number, clocks: Record<string, Clocks> }} ListAnswer - By the id of the ticket; without those that cannot be tracked. */
/**
 * @typedef {object} Questions - The fields of each message, and what is answered. `at` is the present in epoch milliseconds.
 * @property {[{}, Begun]} begin - What a page is to be read with.
 * @property {[{ ticket: Ticket, title: string }, TicketAnswer]} ticket - Where the ticket of a page stands.
 * @property {[{ tickets: Ticket[] }, ListAnswer]} list
 * @property {[{ ticket: Ticket, title: string, on: boolean }, { watched: boolean }]} watch
 * @property {[{ key: string }, { watched: boolean }]} unwatch
 * @property {[{}, { at: number, language: "nl" | "en", timeZone: string, items: Watched[] }]} watched - By next to breach.
 * @property {[{ policy: string }, { findings: Finding[] }]} lint
 * @property {[{ url: string }, { answer: any }]} get - Asks the desk in the page's place, where the page's policy forbids it to.
 */
/** @typedef {keyof Questions} Type */
/** @typedef {{ [T in Type]: { type: T } & Questions[T][0] }[Type]} Message */
/** @typedef {{ code: string, message: string }} Trouble */

/**
 * Asks the worker.
 * @template {Type} T
 * @param {{ type: T } & Questions[T][0]} message
 * @returns {Promise<Questions[T][1]>}
 * @throws {Error} With a `code`.
 */
export async function ask(message) {
  /** @type {Questions[T][1] & { error?: Trouble }} */
  const answer = await api.runtime.sendMessage(message);
  if (!answer || answer.error) {
    throw Object.assign(new Error(answer?.error?.message ?? "no answer"), { code: answer?.error?.code ?? "no-answer" });
  }
  return answer;
}
