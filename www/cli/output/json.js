/** @typedef {import("./result.js").Result} Result */

/**
 * Returns the results for programs: those of the library, with the file, and with line and column of each finding.
 * @param {Result[]} results
 * @returns {string}
 */
export function json(results) {
  const list = results.map((result) => {
    if ("answer" in result) {
      return { file: result.file, ...result.answer, ...(result.summary && { summary: result.summary.facts }) };
    }
    const errors = result.troubles.map(({ code, path, message, place }) => ({ code, path, message, line: place?.line ?? null, column: place?.column ?? null }));
    return { file: result.file, errors };
  });
  return `${JSON.stringify(list, null, 2)}\n`;
}
