// Help, the version, and command lines that cannot be followed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./command.js";

const COMMANDS = ["check", "priority", "due", "track", "explain", "window", "holidays", "init"];

test("help teaches by example, and names every command", () => {
  for (const args of [["--help"], ["help"], ["-h"]]) {
    const { status, stdout } = run(args);
    assert.deepEqual([...COMMANDS, "bulk"].filter((command) => !stdout.includes(`\n  deskrules ${command} `)), []);
    assert.equal(status, 0);
  }
});

for (const command of COMMANDS) {
  test(`the help of ${command} teaches by example, within a terminal's width`, () => {
    const { status, stdout, stderr } = run([command, "--help"]);
    assert.match(stdout, new RegExp(`\n  deskrules ${command}[ \n]`));
    assert.deepEqual(stdout.split("\n").filter((line) => line.length > 110), []);
    assert.deepEqual([status, stderr], [0, ""]);
  });
}

test("the help of every command is there in Dutch, with the same examples and options", () => {
  const marks = (/** @type {string} */ text) => [...text.matchAll(/^ {2}(deskrules \w+|--[a-z-]+)/gm)].map(([, mark]) => mark);
  for (const args of [["--help"], ...COMMANDS.map((command) => [command, "--help"])]) {
    const [english, dutch] = ["en", "nl"].map((language) => run([...args, "--lang", language]).stdout);
    assert.notEqual(dutch, english);
    assert.deepEqual(marks(dutch ?? ""), marks(english ?? ""));
    assert.equal(run(args, { env: { LANG: "nl_NL.UTF-8" } }).stdout, dutch);
  }
});

test("every option that a help names is there", () => {
  for (const command of COMMANDS) {
    const { stdout } = run([command, "--help"]);
    const options = new Set(stdout.match(/(?<![\w-])--[a-z-]+/g));
    options.delete("--help");
    for (const option of options) {
      const { stderr } = run([command, option, "--nonsense"]);
      assert.doesNotMatch(stderr, new RegExp(`unknown option \`${option}\``), command);
    }
  }
});

test("the version is that of the package", () => {
  assert.match(run(["--version"]).stdout, /^\d+\.\d+\.\d+\n$/);
});

/** @type {[string, string[], string][]} */
const MISUSED = [
  ["no command", [], "say what to do; see `deskrules --help`"],
  ["a slip in a command", ["chekc"], "unknown command `chekc`: did you mean `check`?; see `deskrules --help`"],
  ["an unknown command", ["elephant"], "unknown command `elephant`: there is `check`, `priority`, `due`, `track`, `explain`, `window`, `holidays`, `bulk`, `init`; see `deskrules --help`"],
  ["an unknown option", ["--verison"], "unknown option `--verison`: did you mean `--version`?; see `deskrules --help`"],
  ["an unknown option of a command", ["check", "patch", "--polcy", "x"], "unknown option `--polcy`: did you mean `--policy`?; see `deskrules check --help`"],
  ["an option without its value", ["check", "patch", "x", "--now"], "`--now` needs a value; see `deskrules check --help`"],
  ["an unknown kind", ["check", "pach", "x"], "unknown kind of document `pach`: did you mean `patch`?; see `deskrules check --help`"],
  ["no kind", ["check"], "say what to check: `patch`, `change` or `policy`; see `deskrules check --help`"],
  ["no file", ["check", "patch"], "name a file to check, or `-` for standard input; see `deskrules check --help`"],
  ["an unknown format", ["check", "patch", "x", "--format", "sarfi"], "unknown format `sarfi`: did you mean `sarif`?; see `deskrules check --help`"],
  ["a summary of a request", ["check", "patch", "x", "--format", "markdown"], "only a policy has a summary: `--format markdown` is for `check policy`; see `deskrules check --help`"],
  ["a year that nobody knows", ["check", "policy", "x", "--year", "27"], "--year: `27` is not a year from 1970 to 2199; see `deskrules check --help`"],
  ["an unknown language", ["check", "patch", "x", "--lang", "fr"], "unknown language `fr`: there is `nl`, `en`; see `deskrules check --help`"],
  ["nothing to write", ["init"], "say what to write: `patch`, `change` or `policy`; see `deskrules init --help`"],
];

for (const [what, args, line] of MISUSED) {
  test(`${what} is one line with a hint, and exits with 2`, () => {
    assert.deepEqual(run(args), { status: 2, stdout: "", stderr: `deskrules: ${line}\n` });
  });
}

/** @type {[string, string[], string][]} */
const MISUSED_IN_DUTCH = [
  ["a slip in a command", ["chekc"], "opdracht `chekc` is onbekend: bedoelt u `check`?; zie `deskrules --help`"],
  ["an unknown format", ["check", "patch", "x", "--format", "xml"], "vorm `xml` is onbekend: er is `text`, `json`, `sarif`, `github`, `markdown`; zie `deskrules check --help`"],
  ["a value where none belongs", ["check", "patch", "x", "--strict=1"], "bij `--strict` hoort geen waarde; zie `deskrules check --help`"],
  ["an unknown short option", ["init", "-x"], "optie `-x` is onbekend: er is `--lang`, `--format`, `--help`, `--force`; zie `deskrules init --help`"],
  ["a priority that is not there", ["due", "--priority", "P9"], "--priority: deze prioriteit bestaat niet (`P9`): bedoelt u `P1`?; zie `deskrules due --help`"],
  ["days in the wrong order", ["holidays", "--from", "2027-01-01", "--to", "2026-01-01"], "`2027-01-01` ligt na `2026-01-01`; zie `deskrules holidays --help`"],
];

for (const [what, args, line] of MISUSED_IN_DUTCH) {
  test(`${what} is told in Dutch when that is asked for, or usual`, () => {
    const refused = { status: 2, stdout: "", stderr: `deskrules: ${line}\n` };
    assert.deepEqual([run([...args, "--lang", "nl"]), run([...args, "--lang=nl"]), run(args, { env: { LANG: "nl_NL.UTF-8" } })], [refused, refused, refused]);
  });
}

test("a present without an offset is told as the option that it is", () => {
  const { stderr } = run(["check", "patch", "-", "--now", "2026-11-24T09:00"], { input: "{}" });
  assert.equal(stderr, "deskrules: --now: `2026-11-24T09:00` has no offset from UTC: add one, like `+01:00` or `Z`; see `deskrules check --help`\n");
});
