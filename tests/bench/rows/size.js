/** What has to be transferred. */

import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

import { build } from "esbuild";

/** @typedef {import("./index.js").Bench} Bench */

const FOLDER = dirname(dirname(fileURLToPath(import.meta.url)));

/** Imports as an application has them; what they export must stay. */
const BUNDLES = [
  {
    id: "moment",
    name: "moment, moment-timezone, moment-business-time",
    code: 'import moment from "moment"; import "moment-business-time"; import "moment-timezone"; globalThis.moment = moment;',
  },
  {
    id: "moment-10",
    name: "… with ten years of zone data",
    code: 'import moment from "moment"; import "moment-business-time"; import "moment-timezone/builds/moment-timezone-with-data-10-year-range.js"; globalThis.moment = moment;',
  },
  {
    id: "dayjs",
    name: "dayjs, utc, timezone, dayjs-business-time (zones of the host)",
    code: 'import dayjs from "dayjs"; import b from "dayjs-business-time"; import t from "dayjs/plugin/timezone.js"; import u from "dayjs/plugin/utc.js"; [u, t, b].forEach((plugin) => dayjs.extend(plugin)); globalThis.dayjs = dayjs;',
  },
  { id: "luxon", name: "luxon (zones of the host)", code: 'import { DateTime } from "luxon"; globalThis.DateTime = DateTime;' },
  {
    id: "temporal",
    name: "temporal-polyfill (zones of the host)",
    code: 'import { Temporal } from "temporal-polyfill"; globalThis.Temporal = Temporal;',
  },
];

/** Bundles and minifies as a site does. */
async function bundle(/** @type {string} */ contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: FOLDER },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    external: ["path"],
    logLevel: "error",
  });
  return outputFiles[0].contents;
}

function cells(/** @type {Uint8Array} */ bytes) {
  const brotli = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotli.length };
}

export const size = {
  id: "size",
  title: "Size",
  text: "The wasm files as they are, the others bundled and minified by esbuild. KB are thousands of bytes; gzip 9, brotli 11.",
  /** @returns {Promise<import("../report.js").Table>} */
  async measure(/** @type {Bench} */ bench) {
    bench.progress("size: bundles");
    const wasm = cells(readFileSync(fileURLToPath(import.meta.resolve("deskrules/deskrules_bg.wasm"))));
    const client = 'import { load, Schedule } from "deskrules/web"; globalThis.deskrules = { load, Schedule };';
    const lines = [
      { id: "deskrules", name: "deskrules, the wasm with everything in it", cells: wasm },
      { id: "client", name: "… its JavaScript", cells: cells(await bundle(client)) },
      { id: "workclock", name: "workclock, the wasm alone", cells: cells(readFileSync(String(process.env.BENCH_WORKCLOCK))) },
    ];
    for (const { id, name, code } of BUNDLES) {
      lines.push({ id, name, cells: cells(await bundle(code)) });
    }
    return {
      columns: [
        { key: "raw", title: "raw", format: "bytes" },
        { key: "gzip", title: "gzip", format: "bytes" },
        { key: "brotli", title: "brotli", format: "bytes", kept: true },
      ],
      lines,
      budgets: [{ what: "the wasm, brotli, everything in it", value: wasm.brotli, most: 115_000, format: "bytes" }],
    };
  },
};
