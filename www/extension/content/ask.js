// Asks the desk from its own page with the agent's session, or where the page's policy forbids that, through the worker.
import { get } from "../../desks/get.js";
import { ask } from "../shared/messages.js";

/**
 * @param {URL} url
 * @returns {Promise<any>}
 */
export async function getForPage(url) {
  try {
    return await get(url);
  } catch (/** @type {any} */ error) {
    // By its name: in Firefox it may be an error of the page's own kind.
    if (error?.name !== "TypeError") {
      throw error;
    }
    return (await ask({ type: "get", url: url.href })).answer;
  }
}
