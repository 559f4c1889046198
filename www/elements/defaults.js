// What the script tag says for every element of the page.

/** @type {{ policy?: string, lang?: string, desk?: string }} */
const said = {};

/** What elements go by where they say nothing themselves. */
export const defaults = /** @type {Readonly<typeof said>} */ (said);

/**
 * Sets what elements go by where they say nothing themselves.
 * @param {{ policy?: string | undefined, lang?: string | undefined, desk?: string | undefined }} values - The address of a policy, a language, and a desk.
 */
export function setDefaults({ policy, lang, desk }) {
  Object.assign(said, { ...(policy && { policy }), ...(lang && { lang }), ...(desk && { desk }) });
}
