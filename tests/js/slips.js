// Slips in the default policy that Rust and JavaScript share: tests/cases/policies.json.
import { load } from "deskrules";
import { read } from "./cases.js";

/**
 * @typedef {object} Slip
 * @property {string} name
 * @property {Record<string, unknown>} changes - By JSON pointer; a null removes the place.
 * @property {"error" | "warning" | "shape"} kind - What the lint says, or what the reader cannot fit.
 * @property {string} code
 * @property {string} path
 * @property {string} [message]
 */

/**
 * Returns the slips, each with the policy that has it.
 * @returns {Promise<(Slip & { policy: any })[]>}
 */
export async function slips() {
  const { policy: goud } = await load();
  const all = /** @type {Slip[]} */ (JSON.parse(read("policies.json")));
  return all.map((slip) => {
    const policy = structuredClone(goud);
    for (const [pointer, value] of Object.entries(slip.changes)) {
      const keys = pointer.slice(1).split("/");
      const last = String(keys.pop());
      const parent = keys.reduce((place, key) => place[key], /** @type {any} */ (policy));
      if (value === null) {
        delete parent[last];
      } else {
        parent[last] = value;
      }
    }
    return { ...slip, policy };
  });
}
