import { harmless } from "./paint.js";

/**
 * Prints an answer, for people or for programs.
 * @param {import("../args.js").Line} line
 * @param {unknown} answer
 * @param {() => string[]} lines - The answer in words.
 */
export function print({ values }, answer, lines) {
  const text = values["format"] === "json" ? JSON.stringify(answer, null, 2) : lines().map(harmless).join("\n");
  process.stdout.write(`${text}\n`);
}
