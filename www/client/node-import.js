import { createRequire } from "node:module";

// Not `export … from`: Node would first read all of a CommonJS file for the names of its exports, which takes longer than to run it.
/** @type {typeof import("./index.js")} */
const client = createRequire(import.meta.url)("./node-require.cjs");

export const { Desk, DeskrulesError, Schedule, connect, lint, load } = client;
