// Pages of the tests' own, with the headers that a helpdesk might send.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { onPage } from "./browser.js";

/** @typedef {import("./browser.js").Page} Page */
/**
 * @typedef {object} Served
 * @property {string} [csp] - The page's Content-Security-Policy.
 * @property {string} [wasm] - The type that wasm files are sent with.
 * @property {string} [lang]
 * @property {string} [head] - More for the head of the page.
 * @property {Record<string, string | Uint8Array>} [files] - More files, by path.
 * @property {string} [path] - Of the page to open, where it is one of those files.
 * @property {string[]} [broken] - Paths that answer with 404.
 */

const PACKAGE = fileURLToPath(new URL("../../pkg", import.meta.url));
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".json": "application/json", ".css": "text/css" };

/** The strictest policy that still lets the widget's own files run. */
export const STRICT = "default-src 'none'; img-src data:; script-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'";
/** The same, with wasm. */
export const STRICT_WITH_WASM = STRICT.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'");
/** Trusted Types, with the one policy that the widget makes. */
export const TRUSTED = "; require-trusted-types-for 'script'; trusted-types deskrules";

/**
 * Serves a page and the package, opens it, does something with it and closes both.
 * @param {string} body
 * @param {(page: Page, asked: string[], sent: URLSearchParams[]) => Promise<void>} work - `asked` are the paths that were asked for,
 *   `sent` the forms that were handed in.
 * @param {Served & import("./browser.js").Options} [options]
 */
export async function onSite(body, work, { csp, wasm = "application/wasm", lang = "en", head = "", files = {}, path = "/page", broken = [], ...options } = {}) {
  /** @type {string[]} */
  const asked = [];
  /** @type {URLSearchParams[]} */
  const sent = [];
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>Helpdesk</title><link rel="icon" href="data:,">${head}</head><body><main><h1>Helpdesk</h1>${body}</main></body></html>`;
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    asked.push(pathname);
    if (pathname === "/page" || pathname === "/sent") {
      if (pathname === "/sent") {
        sent.push(searchParams);
      }
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...(csp && { "Content-Security-Policy": csp }) });
      response.end(pathname === "/sent" ? "<!doctype html><html lang=en><title>Sent</title><link rel=icon href='data:,'><p>Sent</p></html>" : html);
      return;
    }
    const type = extname(pathname) === ".wasm" ? wasm : TYPES[/** @type {keyof TYPES} */ (extname(pathname))];
    const text = broken.includes(pathname) ? undefined : (files[pathname] ?? (await file(pathname)));
    response.writeHead(text === undefined ? 404 : 200, { "Content-Type": type ?? "text/plain", ...(csp && extname(pathname) === ".html" && { "Content-Security-Policy": csp }) });
    response.end(text);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  try {
    await onPage(`http://127.0.0.1:${port}${path}`, (page) => work(page, asked, sent), options);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** @param {string} pathname */
async function file(pathname) {
  try {
    // At its own place, and where the docs put it.
    return await readFile(join(PACKAGE, normalize(decodeURIComponent(pathname)).replace(/^\/deskrules\//, "/")));
  } catch {
    return undefined;
  }
}
