import { DeskrulesError } from "./errors.js";

/** @typedef {import("../wasm/deskrules.js").PolicyDocument} PolicyDocument */

/**
 * Returns the policy itself, fetched when its address is given.
 * @param {PolicyDocument | string | URL} [policy] - An object, JSON text, or an address on the same origin.
 * @returns {Promise<PolicyDocument | string | undefined>}
 * @throws {DeskrulesError} `policy-elsewhere` for another origin, `policy-unavailable` when it cannot be fetched.
 */
export async function readPolicy(policy) {
  const isAddress = policy instanceof URL || (typeof policy === "string" && !/^\s*\{/.test(policy));
  return isAddress ? fetchPolicy(policy) : policy;
}

/** @param {string | URL} address */
async function fetchPolicy(address) {
  const base = globalThis.document?.baseURI ?? globalThis.location?.href;
  if (!base || !URL.canParse(String(address), base) || new URL(address, base).origin !== location.origin) {
    throw new DeskrulesError("policy-elsewhere", "policy", `the policy is not on this origin: \`${address}\``);
  }
  try {
    // An answer from elsewhere is none: what counts as this site's agreement is on this site.
    const response = await fetch(new URL(address, base), { credentials: "same-origin", mode: "same-origin" });
    if (response.ok) {
      return await response.text();
    }
  } catch {
    // Said below.
  }
  throw new DeskrulesError("policy-unavailable", "policy", `the policy could not be fetched: \`${address}\``);
}
