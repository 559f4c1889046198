#!/usr/bin/env node
import { UsageError } from "./usage.js";

/** Exit code for what could not be read. */
const UNREADABLE = 2;
/** The commands there are; each is loaded when it is called. */
const COMMANDS = ["check", "priority", "due", "track", "explain", "window", "holidays", "bulk", "init"];

/**
 * @param {string[]} args
 * @returns {Promise<number>}
 */
async function run([command, ...rest]) {
  switch (command) {
    case undefined:
      throw new UsageError("say what to do", "deskrules --help");
    case "help":
    case "--help":
    case "-h": {
      const { help, USAGE } = await import("./help.js");
      const { languageIn } = await import("./words.js");
      process.stdout.write(help("index", USAGE, languageIn(rest)));
      return 0;
    }
    case "--version":
    case "-V":
      process.stdout.write(`${(await import("./version.js")).version()}\n`);
      return 0;
  }
  if (!COMMANDS.includes(command)) {
    const { suggestion } = await import("./nearest.js");
    const { say } = await import("./say.js");
    const [kind, known] = command.startsWith("-") ? ["option", ["--help", "--version"]] : ["command", COMMANDS];
    const what = (/** @type {string} */ language) => say(kind, language);
    throw new UsageError("unknown {what} `{value}`: {rest}", "deskrules --help", { what, value: command, rest: suggestion(command, known) });
  }
  const module = await import(`./commands/${command}.js`);
  return module[command](rest);
}

for (const stream of [process.stdout, process.stderr]) {
  // Whoever reads along may stop early, like `head`.
  stream.on("error", (error) => {
    process.exit(/** @type {NodeJS.ErrnoException} */ (error).code === "EPIPE" ? undefined : UNREADABLE);
  });
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) {
    throw error;
  }
  const { languageIn } = await import("./words.js");
  const { harmless } = await import("./output/paint.js");
  process.stderr.write(`${harmless(error.line(languageIn(process.argv)))}\n`);
  process.exitCode = UNREADABLE;
}
