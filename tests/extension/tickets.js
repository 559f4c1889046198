// Tickets for the tests of the extension, and what the agreement says of them.
import assert from "node:assert/strict";
import { load } from "deskrules";
import { django, PASSWORD, rt } from "../desks/desks.js";

/** @typedef {import("../desks/desks.js").Desk} Desk */
/** @typedef {{ id: string, reportedAt: string, priority: string }} Made */

const office = await load();

/** What a person who uses both desks has in the options; neither name of the host is granted but 127.0.0.1. */
export const SETTINGS = {
  version: 2,
  sites: [{ origin: rt.url, desk: "rt" }, { origin: django.url, desk: "django-helpdesk" }].filter(({ origin }) => origin),
  policy: null,
  language: "en",
  notify: false,
  watch: "chosen",
};

/** The address of a ticket's page, and of a list, on each desk. */
export const PAGES = {
  rt: { ticket: (/** @type {string} */ id) => `${rt.url}/Ticket/Display.html?id=${id}`, list: `${rt.url}/Search/Results.html?Query=${encodeURIComponent("id > 0")}` },
  django: { ticket: (/** @type {string} */ id) => `${django.url}/tickets/${id}/`, list: `${django.url}/tickets/` },
};

/**
 * @param {Desk} desk
 * @param {string} path
 * @param {object} body
 * @param {string} [method]
 */
async function send(desk, path, body, method = "POST") {
  const headers = { "authorization": `Basic ${btoa(`agent:${PASSWORD}`)}`, "content-type": "application/json" };
  const answer = await fetch(desk.url + desk.api + path, { method, headers, body: JSON.stringify(body) });
  assert.ok(answer.ok, `${path}: ${answer.status} ${await answer.clone().text()}`);
  return answer.json();
}

/**
 * Has a ticket of Request Tracker made, now.
 * @param {string} subject
 * @param {{ Impact: string, Urgency: string }} [levels]
 * @param {number} [priority] - 0 for one without a name.
 */
export async function ticketOfRt(subject, levels = { Impact: "High", Urgency: "High" }, priority = 100) {
  const { id } = await send(rt, "/ticket", { Queue: "Incidents", Subject: subject, CustomFields: levels, Priority: priority });
  const headers = { authorization: `Basic ${btoa(`agent:${PASSWORD}`)}` };
  const { Created } = await (await fetch(`${rt.url}/REST/2.0/ticket/${id}`, { headers })).json();
  return { id: String(id), reportedAt: Created, priority: "P1" };
}

/**
 * Sets the state of a ticket of Request Tracker.
 * @param {string} id
 * @param {string} Status
 */
export async function setStatus(id, Status) {
  await send(rt, `/ticket/${id}`, { Status }, "PUT");
}

/**
 * Has a ticket of django-helpdesk made, now.
 * @param {string} title
 */
export async function ticketOfDjango(title) {
  const { id, followup_set: [opened] } = await send(django, "/tickets/", { queue: 1, title, description: "It does not work", priority: 1, submitter_email: "requester@customer.example" });
  return { id: String(id), reportedAt: opened?.date ?? new Date().toISOString(), priority: "P1" };
}

/**
 * Returns the instants at which a ticket's resolution is at risk, and breached.
 * @param {Made} ticket
 */
export function turns(ticket) {
  const due = Date.parse(office.track({ ...ticket, events: [] }, ticket.reportedAt).resolution?.due ?? "");
  const whole = office.track({ ...ticket, events: [] }, ticket.reportedAt).resolution?.targetSeconds ?? 0;
  return { risk: Date.parse(office.schedule("office").add(ticket.reportedAt, whole * (office.policy.incidents?.atRisk ?? 0.75)) ?? ""), due };
}

/**
 * Answers the requester of a ticket of Request Tracker.
 * @param {string} id
 */
export async function respond(id) {
  await send(rt, `/ticket/${id}/correspond`, { Content: "We look at it", ContentType: "text/plain" });
}

/**
 * Returns how far the clock of the extension has to be off to stand at an instant now.
 * @param {number} instant
 */
export const at = (instant) => ({ clockOffset: instant - Date.now() });
