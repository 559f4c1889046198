// Fresh projects that have the packed package, each in a folder of its own, as somebody else gets it.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FILES, matches, read } from "../js/cases.js";

/** @typedef {import("../js/cases.js").Case} Case */

const { DESKRULES_TARBALL = "", DESKRULES_PROJECTS = "" } = process.env;

/** What `npm pack` made; `cargo xtask pack` says where. */
export const TARBALL = DESKRULES_TARBALL;

/** What every consumer asks: the cases that hold for the agreement that comes with the package. */
export const QUESTIONS = FILES.flatMap((file) => /** @type {Case[]} */ (JSON.parse(read(file)))).filter(({ policy }) => !policy);

/** @param {string} name */
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * Makes a project, installs the package into it, and answers where it is.
 * @param {string} name
 * @param {string[]} files - Files and folders of this one that it begins with.
 * @param {{ type?: "module" | "commonjs" }} [options]
 */
export function project(name, files, { type = "module" } = {}) {
  const folder = join(DESKRULES_PROJECTS, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type }));
  for (const file of ["app/answers.mjs", ...files]) {
    cpSync(here(file), join(folder, file.replace(/^[^/]*\/?/, "")), { recursive: true });
  }
  writeFileSync(join(folder, "questions.json"), JSON.stringify(QUESTIONS));
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", "--ignore-scripts", "--loglevel=error", TARBALL], { cwd: folder });
  return folder;
}

/**
 * Runs a program in a project and answers what it prints.
 * @param {string} folder
 * @param {string[]} words
 */
export function run(folder, [program = "", ...args]) {
  return execFileSync(program, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}

/**
 * Holds the answers of a consumer to those of the cases.
 * @param {any} found
 */
export function right(found) {
  matches({ length: QUESTIONS.length }, found, "answers");
  QUESTIONS.forEach(({ name, answer, error }, index) => matches(error ? { error } : { answer }, found[index], name));
}

/** @param {string} folder */
export const installed = (folder) => JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")).packages;
