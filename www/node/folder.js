import { readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { FileError } from "./error.js";

const REQUEST = /^request\.(?:ya?ml|json)$/;

/**
 * Returns the file of a request, and the folder that has the files which it names: that of the file, or the folder itself.
 * @param {string} path - A file or a folder; `-` is standard input, which is in no folder.
 * @returns {Promise<{ file: string, folder: string | undefined }>}
 * @throws {FileError} `no-request`, `two-requests`.
 */
export async function requestIn(path) {
  if (path === "-") {
    return { file: path, folder: undefined };
  }
  const found = await stat(path).catch(() => undefined);
  if (!found?.isDirectory()) {
    return { file: path, folder: dirname(path) };
  }
  const [first, second] = (await readdir(path)).filter((name) => REQUEST.test(name)).sort();
  if (first === undefined) {
    throw refused(path, "no-request", "there is no `request.yaml`, `request.yml` or `request.json` in this folder", {});
  }
  if (second !== undefined) {
    throw refused(path, "two-requests", `there are two requests in this folder: \`${first}\` and \`${second}\``, { first, second });
  }
  return { file: join(path, first), folder: path };
}

/**
 * @param {string} folder
 * @param {string} code
 * @param {string} message
 * @param {Record<string, unknown>} params
 */
function refused(folder, code, message, params) {
  return new FileError(folder, [{ code, path: "", message, params }]);
}
