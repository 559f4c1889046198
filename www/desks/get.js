// How a desk's own interface is asked, with the session of the person who looks at the page.

/** @typedef {(url: URL) => Promise<any>} Get - Gives what JSON says; undefined for those who may not ask. */

/**
 * Asks from the page.
 * @param {URL} url - Of the page's own site.
 */
export async function get(url) {
  const answer = await fetch(url, { headers: { accept: "application/json" } });
  // Who is not logged in may get a page to log in.
  const isJson = answer.headers.get("content-type")?.includes("json");
  return answer.ok && isJson ? answer.json() : undefined;
}
