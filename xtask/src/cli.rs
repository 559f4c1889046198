//! What the commands are called and what they take.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::prelude::{Long, Short, Value, ValueExt};

use crate::desks::{Desk, Options};
use crate::fuzz;
use crate::mutants;

/// The answer to `cargo xtask` and `cargo xtask --help`.
pub const HELP: &str = "\
The commands of this project. What they need and can install (the wasm target,
npm packages, browsers, helpdesks), they install.

  cargo xtask build              build the npm package into pkg/
  cargo xtask demo               build, then serve the demo on http://127.0.0.1:8080/demo/
  cargo xtask demo --port 9000   … on another port
  cargo xtask test               run every check there is, as CI does
  cargo xtask test --only rust   … the Rust ones: format, clippy, tests, doc tests
  cargo xtask test --only wasm   … the Rust tests inside Node and Chromium
  cargo xtask test --only js     … the JavaScript: package, types, tests in Node
  cargo xtask test --only browser  … the tests of the pages in Chromium
  cargo xtask soak               compare business time with a slow oracle for a minute, then make ten million calls
  cargo xtask soak --minutes 10  … compare only, for longer; each round prints its seed
  cargo xtask soak --seed 7      … compare only, from that seed on, to repeat a round
  cargo xtask soak --calls 1000000  … call only: of every kind, mixed; memory must stay level
  cargo xtask fuzz               fuzz every entry for five minutes in all; what is found is named, and how to repeat it
  cargo xtask fuzz --minutes 60  … for longer; what reaches new code stays in target/fuzz/corpus
  cargo xtask fuzz --target text  … one target: those of tests/fuzz/fuzz_targets
  cargo xtask fuzz --target text --input FILE  … nothing but one input, to repeat a finding
  cargo xtask fuzz --keep        … and choose the corpora of tests/fuzz/corpus anew
  cargo xtask mutants            change the code in small ways; each has to fail a test (an hour and more)
  cargo xtask mutants --file 'src/sla/**'  … that of some files
  cargo xtask mutants --shard 0/8  … one of eight parts, as a sample
  cargo xtask coverage           print the share of lines that the tests run, by module
  cargo xtask bench              measure side by side with other libraries, into docs/bench.md
  cargo xtask bench --quick      … with fewer rounds, only to look at
  cargo xtask bench --only add   … one row: answers, add, between, batch, growth, bulk, triage, start, size
  cargo xtask scale              run the command inside Apache Spark, fetched into target/ (300 MB)
  cargo xtask scale --record     … and write the figures into docs/scale.md
  cargo xtask extension          build the browser extension into target/extension/, as a folder and as zips
  cargo xtask extension --for-tests  … and the one whose clock the tests can set
  cargo xtask extension --lint   … and have Mozilla's linter look at what is built
  cargo xtask desks              start Request Tracker and django-helpdesk to look at, until Ctrl+C
  cargo xtask desks --test       … run the tests on them, in Chromium and Firefox
  cargo xtask desks --only rt    … one of them: rt (which needs Debian, and root to install), django
  cargo xtask desks --port-rt 8081 --port-django 8082  … on these ports
  cargo xtask triage FILE…       measure the suggestions on labelled texts, like tests/cases/triage/dev.json
  cargo xtask triage --quiet FILE…  … without the list of the wrong ones
  cargo xtask pack               install the packages into fresh projects of every kind, and run those
  cargo xtask release            make what is published into target/, with a bill of materials and checksums
";

/// One call of `cargo xtask`.
#[derive(Debug, PartialEq)]
pub enum Command {
    /// Print [`HELP`].
    Help,
    /// Build the npm package.
    Build,
    /// Build and serve the demo.
    Demo {
        /// The port to try first.
        port: u16,
    },
    /// Run the tests.
    Test {
        /// The group to run, all of them when left out.
        only: Option<Group>,
    },
    /// Compare the engine with the oracle for long, and call it often.
    Soak {
        /// For how long it is compared.
        minutes: Option<u32>,
        /// The first round's seed, a new one when left out.
        seed: Option<u32>,
        /// How many calls.
        calls: Option<u64>,
    },
    /// Fuzz every entry.
    Fuzz(fuzz::Options),
    /// Change the code and see whether a test fails.
    Mutants(mutants::Options),
    /// See which lines the tests run.
    Coverage,
    /// Measure.
    Bench {
        /// Fewer rounds, nothing written.
        quick: bool,
        /// The row to measure, all of them when left out.
        only: Option<String>,
    },
    /// Run the command inside Apache Spark.
    Scale {
        /// Whether the figures go into the docs.
        record: bool,
    },
    /// Build the browser extension.
    Extension {
        /// The one for the tests too.
        for_tests: bool,
        /// Whether the linter looks at it.
        lint: bool,
    },
    /// Start the helpdesks.
    Desks(Options),
    /// Measure the suggestions.
    Triage {
        /// Files of labelled texts.
        files: Vec<PathBuf>,
        /// Whether to leave out the list of the wrong ones.
        quiet: bool,
    },
    /// Test the packages.
    Pack,
    /// Make a release.
    Release,
    /// Run one test file compiled to WebAssembly; cargo calls this.
    Runner {
        /// What cargo passes: the file and the filters.
        args: Vec<OsString>,
    },
}

/// A part of the tests for daily work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Format, clippy, `cargo test`.
    Rust,
    /// The Rust tests that run as WebAssembly.
    Wasm,
    /// The package, its types and its tests in Node.
    Js,
    /// The tests in a browser.
    Browser,
}

const DEMO_PORT: u16 = 8080;

/// Reads the command line.
///
/// # Errors
/// One line that says what is wrong and what would be right.
pub fn parse(mut args: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let command = match args.next()? {
        None | Some(Short('h') | Long("help")) => return Ok(Command::Help),
        Some(Value(name)) => name.string()?,
        Some(other) => return Err(other.unexpected()),
    };
    match command.as_str() {
        "help" => Ok(Command::Help),
        "build" => no_more(args, Command::Build),
        "demo" => demo(args),
        "test" => test(args),
        "soak" => soak(args),
        "fuzz" => fuzz(args),
        "mutants" => mutants(args),
        "coverage" => no_more(args, Command::Coverage),
        "bench" => bench(args),
        "scale" => scale(args),
        "extension" => extension(args),
        "desks" => desks(args),
        "triage" => triage(args),
        "pack" => no_more(args, Command::Pack),
        "release" => no_more(args, Command::Release),
        "wasm-bindgen-test-runner" => Ok(Command::Runner {
            args: args.raw_args()?.collect(),
        }),
        _ => Err(format!(
            "unknown command `{command}`; there are `build`, `demo`, `test`, `soak`, `fuzz`, `mutants`, `coverage`, `bench`, `scale`, `extension`, `desks`, `triage`, `pack` and `release`"
        )
        .into()),
    }
}

fn no_more(mut args: lexopt::Parser, command: Command) -> Result<Command, lexopt::Error> {
    match args.next()? {
        None => Ok(command),
        Some(Short('h') | Long("help")) => Ok(Command::Help),
        Some(other) => Err(other.unexpected()),
    }
}

fn demo(mut args: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut port = DEMO_PORT;
    while let Some(arg) = args.next()? {
        match arg {
            Long("port") => port = args.value()?.parse()?,
            Short('h') | Long("help") => return Ok(Command::Help),
            _ => return Err(arg.unexpected()),
        }
    }
    Ok(Command::Demo { port })
}

fn triage(mut args: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let (mut files, mut quiet) = (Vec::new(), false);
    while let Some(arg) = args.next()? {
        match arg {
            Value(file) => files.push(file.into()),
            Long("quiet") => quiet = true,
            Short('h') | Long("help") => return Ok(Command::Help),
            _ => return Err(arg.unexpected()),
        }
    }
    if files.is_empty() {
        return Err("name the files of labelled texts, like `cargo xtask triage tests/cases/triage/dev.json`".into());
    }
    Ok(Command::Triage { files, quiet })
}

fn test(mut args: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut only = None;
    while let Some(arg) = args.next()? {
        match arg {
            Long("only") => only = Some(group(&args.value()?.string()?)?),
            Short('h') | Long("help") => return Ok(Command::Help),
            _ => return Err(arg.unexpected()),
        }
    }
    Ok(Command::Test { only })
}

fn soak(mut args: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let (mut minutes, mut seed, mut calls) = (None, None, None);
    while let Some(arg) = args.next()? {
        match arg {
            Long("minutes") => minutes = Some(args.value()?.parse()?),
            Long("seed") => seed = Some(args.value()?.parse()?),
            Long("calls") => calls = Some(args.value()?.parse()?),
            Short('h') | Long("help") => return Ok(Command::Help),
            _ => return Err(arg.unexpected()),
        }
    }
    Ok(Command::Soak { minutes, seed, calls })
}

fn fuzz(mut args: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut options = fuzz::Options::default();
    while let Some(arg) = args.next()? {
        match arg {
            Long("minutes") => options.minutes = Some(args.value()?.parse()?),
            Long("target") => options.target = Some(args.value()?.string()?),
            Long("input") => options.input = Some(args.value()?.into()),
            Long("keep") => options.keep = true,
            Short('h') | Long("help") => return Ok(Command::Help),
            _ => return Err(arg.unexpected()),
        }
    }
    Ok(Command::Fuzz(options))
}

fn mutants(mut args: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut options = mutants::Options::default();
    while let Some(arg) = args.next()? {
        match arg {
            Long("file") => options.file = Some(args.value()?.string()?),
            Long("shard") => options.shard = Some(args.value()?.string()?),
            Short('h') | Long("help") => return Ok(Command::Help),
            _ => return Err(arg.unexpected()),
        }
    }
    Ok(Command::Mutants(options))
}

fn bench(mut args: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let (mut quick, mut only) = (false, None);
    while let Some(arg) = args.next()? {
        match arg {
            Long("quick") => quick = true,
            Long("only") => only = Some(args.value()?.string()?),
            Short('h') | Long("help") => return Ok(Command::Help),
            _ => return Err(arg.unexpected()),
        }
    }
    Ok(Command::Bench { quick, only })
}

fn scale(mut args: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut record = false;
    while let Some(arg) = args.next()? {
        match arg {
            Long("record") => record = true,
            Short('h') | Long("help") => return Ok(Command::Help),
            _ => return Err(arg.unexpected()),
        }
    }
    Ok(Command::Scale { record })
}

fn extension(mut args: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let (mut for_tests, mut lint) = (false, false);
    while let Some(arg) = args.next()? {
        match arg {
            Long("for-tests") => for_tests = true,
            Long("lint") => lint = true,
            Short('h') | Long("help") => return Ok(Command::Help),
            _ => return Err(arg.unexpected()),
        }
    }
    Ok(Command::Extension { for_tests, lint })
}

fn desks(mut args: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut options = Options::default();
    while let Some(arg) = args.next()? {
        match arg {
            Long("test") => options.test = true,
            Long("only") => options.only = Some(desk(&args.value()?.string()?)?),
            Long("port-rt") => options.port_rt = args.value()?.parse()?,
            Long("port-django") => options.port_django = args.value()?.parse()?,
            Short('h') | Long("help") => return Ok(Command::Help),
            _ => return Err(arg.unexpected()),
        }
    }
    Ok(Command::Desks(options))
}

fn desk(name: &str) -> Result<Desk, lexopt::Error> {
    match name {
        "rt" => Ok(Desk::Rt),
        "django" => Ok(Desk::Django),
        _ => Err(format!("no desk `{name}`; there are `rt` and `django`").into()),
    }
}

fn group(name: &str) -> Result<Group, lexopt::Error> {
    match name {
        "rust" => Ok(Group::Rust),
        "wasm" => Ok(Group::Wasm),
        "js" => Ok(Group::Js),
        "browser" => Ok(Group::Browser),
        _ => Err(format!("no tests `{name}`; there are `rust`, `wasm`, `js` and `browser`").into()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Command, Desk, Group, Options, fuzz, mutants, parse};

    fn read(line: &str) -> Result<Command, String> {
        parse(lexopt::Parser::from_args(line.split_whitespace())).map_err(|error| error.to_string())
    }

    #[test]
    fn no_command_asks_for_help() {
        assert_eq!(read(""), Ok(Command::Help));
    }

    #[test]
    fn a_port_is_taken_over() {
        assert_eq!(read("demo --port 9000"), Ok(Command::Demo { port: 9000 }));
    }

    #[test]
    fn minutes_seed_and_calls_are_taken_over() {
        let (minutes, seed, calls) = (Some(10), Some(7), Some(100));
        assert_eq!(
            read("soak --minutes 10 --seed 7 --calls 100"),
            Ok(Command::Soak { minutes, seed, calls })
        );
    }

    #[test]
    fn the_target_of_the_fuzzer_and_its_part_of_a_minute_are_taken_over() {
        let (minutes, target) = (Some(0.5), Some("text".to_owned()));
        let options = fuzz::Options {
            minutes,
            target,
            ..fuzz::Options::default()
        };
        assert_eq!(read("fuzz --target text --minutes 0.5"), Ok(Command::Fuzz(options)));
    }

    #[test]
    fn a_group_is_taken_over() {
        let only = Some(Group::Wasm);
        assert_eq!(read("test --only wasm"), Ok(Command::Test { only }));
    }

    #[test]
    fn a_quick_bench_of_one_row_is_taken_over() {
        let only = Some("add".to_owned());
        assert_eq!(read("bench --quick --only add"), Ok(Command::Bench { quick: true, only }));
    }

    #[test]
    fn the_files_and_the_part_of_the_mutants_are_taken_over() {
        let (file, shard) = (Some("src/sla/**".to_owned()), Some("0/8".to_owned()));
        let options = mutants::Options { file, shard };
        assert_eq!(read("mutants --shard 0/8 --file src/sla/**"), Ok(Command::Mutants(options)));
    }

    #[test]
    fn an_extension_for_tests_that_is_linted_is_taken_over() {
        let (for_tests, lint) = (true, true);
        assert_eq!(read("extension --lint --for-tests"), Ok(Command::Extension { for_tests, lint }));
        let (for_tests, lint) = (false, false);
        assert_eq!(read("extension"), Ok(Command::Extension { for_tests, lint }));
    }

    #[test]
    fn a_desk_and_its_port_are_taken_over() {
        let (only, port_django) = (Some(Desk::Django), 8082);
        let options = Options {
            test: true,
            only,
            port_rt: 0,
            port_django,
        };
        assert_eq!(read("desks --test --only django --port-django 8082"), Ok(Command::Desks(options)));
    }

    #[test]
    fn an_unknown_command_is_named_in_one_line() {
        let message = read("biuld").err().unwrap_or_default();
        assert_eq!(
            message,
            "unknown command `biuld`; there are `build`, `demo`, `test`, `soak`, `fuzz`, `mutants`, `coverage`, `bench`, `scale`, `extension`, `desks`, `triage`, `pack` and `release`"
        );
    }
}
