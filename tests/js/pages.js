// The pages of the repository, and the blocks of code in them.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** @typedef {{ page: string, line: number, language: string, text: string, excuse: string }} Block */

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** @param {string} path - From the root of the repository. */
export const read = (path) => readFileSync(join(ROOT, path), "utf8");

/** The paths of all files of the repository, those that are not yet tracked too. */
export const FILES = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: ROOT, encoding: "utf8" })
  .split("\n")
  .filter((path) => path && existsSync(join(ROOT, path)));

/** The pages among them. */
export const PAGES = FILES.filter((path) => path.endsWith(".md"));

/**
 * Answers the blocks of a text. A comment `<!-- not run: why -->` above a block is its excuse.
 * @param {string} page
 * @param {string} text
 * @returns {Block[]}
 */
export function blocksOf(page, text) {
  return [...text.matchAll(/^(?:<!-- not run: (.*) -->\n)?( *)(`{3,})(\S*)\n(.*?)^\2\3$/gms)].map((match) => {
    const [whole, excuse = "", indent = "", , language = "", inside = ""] = match;
    const line = text.slice(0, match.index + whole.indexOf("```")).split("\n").length;
    return { page, line, language, text: inside.replaceAll(new RegExp(`^${indent}`, "gm"), ""), excuse };
  });
}

/** Every block of every page. */
export const BLOCKS = PAGES.flatMap((page) => blocksOf(page, read(page)));

/** @param {string} language */
export const run = (language) => BLOCKS.filter((block) => block.language === language && !block.excuse);
