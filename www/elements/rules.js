import { connect } from "../client/connect.js";

/** @typedef {import("../client/connect.js").ConnectedDesk} ConnectedDesk */

/** @type {Map<string, Promise<ConnectedDesk>>} - One for all elements of a policy, for as long as the page is there. */
const desks = new Map();

/**
 * Returns the desk that answers by a policy.
 * @param {string} policy - Its address or JSON text; empty for `managed-server-goud`.
 * @returns {Promise<ConnectedDesk>}
 */
export function rulesOf(policy) {
  const desk = desks.get(policy) ?? connect(policy ? { policy } : {});
  desks.set(policy, desk);
  return desk;
}
