import { readFileSync } from "node:fs";

/**
 * Returns the version of the package.
 * @returns {string}
 */
export function version() {
  return JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version;
}
