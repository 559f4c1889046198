//! What the commands are called and what they take.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::{desks, fuzz, mutants};

/// The commands of this project.
///
/// What they need and can install (the wasm target, npm packages, browsers, helpdesks), they install.
#[derive(Debug, Parser)]
#[command(bin_name = "cargo xtask", arg_required_else_help = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// One call of `cargo xtask`.
#[derive(Debug, PartialEq, Subcommand)]
pub enum Command {
    /// Build the npm package into pkg/.
    Build,
    /// Build, then serve the demo on a loopback port.
    Demo {
        /// The port to try first.
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Run every check there is, cheapest first.
    Test {
        /// One group of them.
        #[arg(long, value_name = "GROUP")]
        only: Option<Group>,
    },
    /// Compare business time with a slow oracle for a minute, then make ten million calls.
    Soak {
        /// Compare only, for so long; each round prints its seed.
        #[arg(long, value_name = "N")]
        minutes: Option<u32>,
        /// Compare only, from this seed on, to repeat a round.
        #[arg(long)]
        seed: Option<u32>,
        /// Call only, so often: of every kind, mixed; memory must stay level.
        #[arg(long, value_name = "N")]
        calls: Option<u64>,
    },
    /// Fuzz every entry; what is found is named, and how to repeat it.
    Fuzz(fuzz::Options),
    /// Change the code in small ways; each has to fail a test (an hour and more).
    Mutants(mutants::Options),
    /// Print the share of lines that the tests run, by module.
    Coverage,
    /// Measure side by side with other libraries, into docs/bench.md.
    Bench {
        /// Fewer rounds, only to look at.
        #[arg(long)]
        quick: bool,
        /// One row: answers, add, between, batch, growth, bulk, triage, start, size.
        #[arg(long, value_name = "ROW")]
        only: Option<String>,
    },
    /// Run the command inside Apache Spark, fetched into target/ (300 MB).
    Scale {
        /// Write the figures into docs/scale.md.
        #[arg(long)]
        record: bool,
    },
    /// Build the browser extension into target/extension/, as a folder and as zips.
    Extension {
        /// Build the one whose clock the tests can set, too.
        #[arg(long)]
        for_tests: bool,
        /// Have Mozilla's linter look at what is built.
        #[arg(long)]
        lint: bool,
    },
    /// Start Request Tracker and django-helpdesk to look at, until Ctrl+C.
    Desks(desks::Options),
    /// Measure the suggestions on labelled texts.
    Triage {
        /// Texts with labels, like tests/cases/triage/dev.json.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// Leave out the list of the wrong ones.
        #[arg(long)]
        quiet: bool,
    },
    /// Install the packages into fresh projects of every kind, and run those.
    Pack,
    /// Make what is published into target/, with a bill of materials and checksums.
    Release,
    /// Run one test file compiled to WebAssembly; cargo calls this.
    #[command(name = "wasm-bindgen-test-runner", hide = true, disable_help_flag = true)]
    Runner {
        /// What cargo passes: the file and the filters.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<OsString>,
    },
}

/// A part of the tests for daily work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Group {
    /// Format, clippy, tests, doc tests.
    Rust,
    /// The Rust tests inside Node and Chromium.
    Wasm,
    /// The package, its types and its tests in Node.
    Js,
    /// The tests of the pages in Chromium.
    Browser,
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory as _, Parser as _};

    use super::{Cli, Command};
    use crate::desks::{Desk, Options};

    fn read(line: &str) -> Result<Command, String> {
        let read = Cli::try_parse_from(line.split(' '));
        read.map(|cli| cli.command).map_err(|error| error.to_string())
    }

    #[test]
    fn the_commands_contradict_nowhere() {
        Cli::command().debug_assert();
    }

    #[test]
    fn what_is_left_out_is_as_before() {
        let desks = Options {
            test: true,
            only: Some(Desk::Django),
            port_rt: 0,
            port_django: 8082,
        };
        assert_eq!(read("xtask demo"), Ok(Command::Demo { port: 8080 }));
        assert_eq!(
            read("xtask desks --test --only django --port-django 8082"),
            Ok(Command::Desks(desks))
        );
    }

    #[test]
    fn cargo_passes_its_filters_on() {
        let args = ["deps/wasm.wasm", "--nocapture", "-h"].map(Into::into).to_vec();
        let line = "xtask wasm-bindgen-test-runner deps/wasm.wasm --nocapture -h";
        assert_eq!(read(line), Ok(Command::Runner { args }));
    }

    #[test]
    fn a_slip_is_named_with_what_is_meant() {
        let message = read("xtask biuld").err().unwrap_or_default();
        assert!(message.contains("'build'"), "{message}");
    }
}
