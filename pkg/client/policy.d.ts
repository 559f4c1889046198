/** @typedef {import("../wasm/deskrules.js").PolicyDocument} PolicyDocument */
/**
 * Returns the policy itself, fetched when its address is given.
 * @param {PolicyDocument | string | URL} [policy] - An object, JSON text, or an address on the same origin.
 * @returns {Promise<PolicyDocument | string | undefined>}
 * @throws {DeskrulesError} `policy-elsewhere` for another origin, `policy-unavailable` when it cannot be fetched.
 */
export function readPolicy(policy?: PolicyDocument | string | URL): Promise<PolicyDocument | string | undefined>;
export type PolicyDocument = import("../wasm/deskrules.js").PolicyDocument;
