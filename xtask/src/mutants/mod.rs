//! Mutation testing: each small change of the code has to fail a test.

mod figures;

use std::collections::BTreeSet;
use std::num::NonZero;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail, ensure};

use crate::files::{self, Built};
use crate::tools;
use crate::workspace::Workspace;

use figures::Figures;

const VERSION: &str = "27.1.0";

/// The code whose mutants are looked for.
const FILES: [&str; 5] = ["src/priority.rs", "src/schedule/**", "src/sla/**", "src/change/**", "src/policy/**"];
/// Data more than code: `tests/triage.rs` measures it.
const LEFT_OUT: &str = "src/policy/lexicon/**";

/// Tests that are no help here: those of WebAssembly, and of the sources as text.
const NOT_RUN: [&str; 2] = ["wasm", "architecture"];
/// Tests that take a second or more: only what survives the others is put to them.
const SLOW: [&str; 8] = [
    "bulk",
    "fuzz",
    "oracle",
    "properties",
    "track_properties",
    "track_records",
    "triage",
    "zones",
];

/// Makes the tests one crate with the code, so that a mutant is compiled and linked once.
const ONE_CRATE: &str = "
#[cfg(test)]
extern crate self as deskrules;
#[cfg(test)]
#[path = \"../tests/every.rs\"]
mod every;
";

// How cargo-mutants ends when it found something.
const MISSED: i32 = 2;
const TIMEOUT: i32 = 3;

/// What is asked for.
#[derive(clap::Args, Debug, PartialEq, Eq)]
pub struct Options {
    /// Those of some files, like 'src/sla/**'.
    #[arg(long, value_name = "PATTERN")]
    pub file: Option<String>,
    /// One of eight parts, like 0/8, as a sample.
    #[arg(long, value_name = "PART")]
    pub shard: Option<String>,
}

/// Tries every mutant on the quick tests, what survives on the slow ones too, and prints the figures; a survivor is a failure.
pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let hunt = Hunt {
        program: tools::from_registry(workspace, "cargo-mutants", VERSION)?,
        folder: workspace.target.join("mutants"),
        options,
    };
    hunt.prepare(workspace, false)?;
    let mut figures = Figures::default();
    let mut left = hunt.list(false)?;
    // What is explained is in no part.
    let explained = if options.shard.is_none() {
        hunt.list(true)?
    } else {
        BTreeSet::new()
    };
    let explained = explained.difference(&left);
    figures.add(left.iter().chain(explained.clone()), |row| &mut row.all);
    figures.add(explained, |row| &mut row.explained);
    for slow in [false, true] {
        println!("\n== {} mutants on the {} tests", left.len(), if slow { "slow" } else { "quick" });
        if left.is_empty() {
            break;
        }
        hunt.prepare(workspace, slow)?;
        hunt.run(if slow { Some(&left) } else { None })?;
        for outcome in ["caught", "timeout", "unviable"] {
            let names = hunt.outcome(outcome)?;
            figures.add(names.iter().filter(|name| left.remove(*name)), |row| match (outcome, slow) {
                ("unviable", _) => &mut row.unviable,
                (_, false) => &mut row.quick,
                (_, true) => &mut row.slow,
            });
        }
    }
    figures.add(&left, |row| &mut row.survived);
    println!("\n{}", figures.table());
    let survivors: Vec<String> = left.into_iter().collect();
    ensure!(survivors.is_empty(), "these survive:\n{}", survivors.join("\n"));
    Ok(())
}

/// What one run works with.
struct Hunt<'a> {
    program: PathBuf,
    folder: PathBuf,
    options: &'a Options,
}

impl Hunt<'_> {
    fn tree(&self) -> PathBuf {
        self.folder.join("tree")
    }

    /// Copies the sources, and joins the tests to one crate with them.
    fn prepare(&self, workspace: &Workspace, slow: bool) -> Result<()> {
        let mut git = Command::new("git");
        git.args(["ls-files", "--cached", "--others", "--exclude-standard"]);
        let listed = tools::output(git.current_dir(&workspace.root))?;
        let mut tree = Built::new(self.tree());
        let mut every = String::new();
        for name in listed.lines() {
            // What is deleted and not yet committed is still listed.
            let Ok(mut text) = files::read(&workspace.root.join(name)) else {
                continue;
            };
            if name == "src/lib.rs" {
                text.extend(ONE_CRATE.bytes());
            }
            if let Some(test) = test(name).filter(|test| slow || !SLOW.contains(test)) {
                every.extend(["#[path = \"", test, ".rs\"]\nmod ", test, ";\n"]);
            }
            tree.write(name, text)?;
        }
        tree.write("tests/every.rs", every)?;
        tree.finish()
    }

    fn cargo_mutants(&self) -> Command {
        let mut cargo = Command::new(&self.program);
        cargo.args(["mutants", "--package=deskrules", "--exclude", LEFT_OUT]);
        match &self.options.file {
            Some(file) => cargo.args(["--file", file]),
            None => cargo.args(FILES.iter().flat_map(|file| ["--file", file])),
        };
        cargo.current_dir(self.tree());
        cargo
    }

    /// The mutants there are: all, or without those that `.cargo/mutants.toml` explains.
    fn list(&self, explained: bool) -> Result<BTreeSet<String>> {
        let mut list = self.cargo_mutants();
        list.args(["--list", "--colors=never"]);
        if let Some(shard) = &self.options.shard {
            list.args(part(shard));
        }
        if explained {
            list.arg("--no-config");
        }
        Ok(tools::output(&mut list)?.lines().map(str::to_owned).collect())
    }

    /// Tries all mutants, or only some.
    fn run(&self, only: Option<&BTreeSet<String>>) -> Result<()> {
        let mut run = self.cargo_mutants();
        match (only, &self.options.shard) {
            (Some(names), _) => run.args(names.iter().map(|name| format!("--re=^{}$", escaped(name)))),
            (None, Some(shard)) => run.args(part(shard)),
            (None, None) => &mut run,
        };
        let jobs = std::thread::available_parallelism().map_or(1, NonZero::get);
        run.args([
            // The tree lies below a folder that git ignores.
            "--gitignore=false",
            "--cap-lints=true",
            // A loop without end may run in the compiler.
            "--build-timeout=240",
            "--minimum-test-timeout=10",
            "--cargo-arg=--lib",
            "--cargo-test-arg=--",
            "--cargo-test-arg=-Zunstable-options",
            "--cargo-test-arg=--fail-fast",
            "--output",
        ])
        .arg(&self.folder)
        .arg(format!("--jobs={jobs}"))
        // One failure is enough; tests of the stable compiler take that option with this only.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_PROFILE_DEV_DEBUG", "false")
        // A third of the time of a mutant is its macros.
        .env("CARGO_PROFILE_DEV_BUILD_OVERRIDE_OPT_LEVEL", "2")
        // That a property fails is enough.
        .env("PROPTEST_MAX_SHRINK_ITERS", "0");
        let status = run.stdin(Stdio::null()).status().context("cannot run cargo-mutants")?;
        match status.code() {
            Some(0 | MISSED | TIMEOUT) => Ok(()),
            _ => bail!(
                "cargo-mutants failed ({status}): see {}",
                self.folder.join("mutants.out/log").display()
            ),
        }
    }

    /// The mutants with an outcome, by the list that the last run left.
    fn outcome(&self, of: &str) -> Result<Vec<String>> {
        let list = self.folder.join("mutants.out").join(format!("{of}.txt"));
        Ok(files::read_text(&list)?.lines().map(str::to_owned).collect())
    }
}

/// What chooses a part of the mutants: a sample, not one end of the code.
fn part(shard: &str) -> [&str; 3] {
    ["--sharding=round-robin", "--shard", shard]
}

/// The name of a test of its own, by its file.
fn test(file: &str) -> Option<&str> {
    let name = file.strip_prefix("tests/")?.strip_suffix(".rs")?;
    (!name.contains('/') && !NOT_RUN.contains(&name)).then_some(name)
}

/// A regular expression for this text alone; `\<` would be the edge of a word.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        if r"\.+*?()|[]{}^$".contains(character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{escaped, test};

    #[test]
    fn the_name_of_a_mutant_is_found_as_it_is_written() {
        assert_eq!(
            escaped("a.rs: replace < with | in T<'_>::f"),
            r"a\.rs: replace < with \| in T<'_>::f"
        );
    }

    #[test]
    fn only_a_test_by_itself_joins_the_crate() {
        let files = [
            "tests/track.rs",
            "tests/wasm.rs",
            "tests/support/mod.rs",
            "src/sla/track.rs",
            "tests/package.json",
        ];
        assert_eq!(files.map(test), [Some("track"), None, None, None, None]);
    }
}
