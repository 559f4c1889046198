// One application in a page, made by each bundler and by none, in Chromium.
import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";
import { build as esbuild } from "esbuild";
import { build as vite } from "vite";
import webpack from "webpack";
import { close, onPage } from "../browser/browser.js";
import { reads } from "../browser/widget.js";
import { project, right } from "./packed.js";

after(close);

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".mjs": "text/javascript", ".json": "application/json", ".wasm": "application/wasm" };

/**
 * Serves a folder, opens its page and holds all that it says to the cases.
 * @param {string} folder
 */
async function answersRight(folder) {
  const server = createServer(({ url = "/" }, response) => {
    const path = normalize(new URL(url, "http://localhost").pathname.replace(/\/$/, "/index.html"));
    try {
      const bytes = readFileSync(join(folder, path));
      response.writeHead(200, { "Content-Type": TYPES[/** @type {keyof TYPES} */ (extname(path))] ?? "text/plain" }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await promisify((/** @type {() => void} */ done) => server.listen(0, "127.0.0.1", done))();
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  try {
    await onPage(`http://127.0.0.1:${port}/`, async (page) => {
      const found = await page.waitForFunction("globalThis.found");
      const { here, there } = /** @type {any} */ (await found.jsonValue());
      right(here);
      right(there);
      await reads(page, "deskrules-timer .timer", "Oplossing loopt nog 3 uur uiterlijk dinsdag 24 november 2026 om 13:00");
    }, {});
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** @param {string} name */
const application = (name) => project(name, ["app"]);

test("Vite builds it", async () => {
  const root = application("vite");
  await vite({ root, configFile: false, logLevel: "warn", worker: { format: "es" } });
  cpSync(join(root, "questions.json"), join(root, "dist/questions.json"));
  await answersRight(join(root, "dist"));
});

test("webpack builds it", async () => {
  const context = application("webpack");
  const output = join(context, "dist");
  /** @type {import("webpack").Configuration} */
  const options = { mode: "production", context, entry: "./main.js", output: { path: output, filename: "main.js" }, performance: false };
  /** @type {string | undefined} */
  const said = await new Promise((resolve, reject) =>
    webpack(options, (error, stats) => (error ? reject(error) : resolve(stats?.toString({ all: false, errors: true, warnings: true })))),
  );
  assert.equal(said, "");
  for (const file of ["index.html", "questions.json"]) {
    cpSync(join(context, file), join(output, file));
  }
  await answersRight(output);
});

test("esbuild builds it", async () => {
  const absWorkingDir = application("esbuild");
  const { warnings } = await esbuild({ absWorkingDir, entryPoints: ["main.js", "worker.js"], bundle: true, minify: true, format: "esm", outdir: "dist", logLevel: "error" });
  assert.deepEqual(warnings, []);
  for (const file of ["index.html", "questions.json"]) {
    cpSync(join(absWorkingDir, file), join(absWorkingDir, "dist", file));
  }
  await answersRight(join(absWorkingDir, "dist"));
});

test("a page needs no bundler: an import map finds it, and a worker its path", async () => {
  const folder = application("plain");
  const inside = (/** @type {string} */ path) => `/node_modules/deskrules/${path}`;
  const imports = { deskrules: inside("client/web.js"), "deskrules/elements": inside("elements/index.js") };
  const change = (/** @type {string} */ name, /** @type {string} */ from, /** @type {string} */ to) => {
    const text = readFileSync(join(folder, name), "utf8");
    assert.ok(text.includes(from));
    writeFileSync(join(folder, name), text.replace(from, to));
  };
  change("index.html", "<script", `<script type="importmap">${JSON.stringify({ imports })}</script><script`);
  // No import map reaches into a worker.
  change("worker.js", '"deskrules"', JSON.stringify(imports.deskrules));
  await answersRight(folder);
});
