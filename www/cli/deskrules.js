#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { COMMANDS, USAGE } from "./help.js";
import { UsageError } from "./usage.js";

/** Exit code for what could not be read. */
const UNREADABLE = 2;

/**
 * @param {string[]} args
 * @returns {Promise<number> | number}
 */
function run([command, ...rest]) {
  switch (command) {
    case "check":
      return import("./check.js").then(({ check }) => check(rest));
    case "bulk":
      // Only when it is asked for, and nothing else then: it is started for every part of a large set.
      return import("./commands/bulk.js").then(({ bulk }) => bulk(rest));
    case undefined:
      throw new UsageError("say what to do", "deskrules --help");
    case "help":
    case "--help":
    case "-h":
      process.stdout.write(USAGE);
      return 0;
    case "--version":
    case "-V":
      process.stdout.write(`${version()}\n`);
      return 0;
    default:
      if (command.startsWith("-")) {
        throw new UsageError(`unknown option \`${command}\``, "deskrules --help");
      }
      throw new UsageError(`unknown command \`${command}\`: there is ${COMMANDS}`, "deskrules --help");
  }
}

/** @returns {string} */
function version() {
  return JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version;
}

// Whoever reads along may stop early, like `head`.
process.stdout.on("error", (error) => {
  process.exit(/** @type {NodeJS.ErrnoException} */ (error).code === "EPIPE" ? undefined : UNREADABLE);
});

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) {
    throw error;
  }
  process.stderr.write(`deskrules: ${error.message}; see \`${error.hint}\`\n`);
  process.exitCode = UNREADABLE;
}
