//! The commands that the pages and the pipelines name are there, with their options.

use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Parser as _;

use crate::cli::Cli;

/// What stands for a value, and a value.
const STANDS_FOR: [(&str, &str); 4] = [("N", "1"), ("FILE…", "a.json"), ("FILE", "a.json"), ("…", "")];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The files that name commands: pages, the pipelines, and what runs them.
fn files() -> Vec<String> {
    let mut git = Command::new("git");
    git.args([
        "ls-files",
        "--cached",
        "--others",
        "--exclude-standard",
        "*.md",
        ".ci/run",
        ".github/*.yml",
    ])
    .current_dir(root());
    let listed = git.output().map(|output| output.stdout).unwrap_or_default();
    let listed = String::from_utf8_lossy(&listed).into_owned();
    listed.lines().map(str::to_owned).collect()
}

/// The commands in a text: what follows `cargo xtask ` up to the end of the line or of the code.
fn commands(text: &str) -> impl Iterator<Item = &str> {
    text.split("cargo xtask ")
        .skip(1)
        .filter_map(|rest| rest.split(['\n', '`', '#', '<', '|', '"', ',', ';']).next())
        .map(|command| command.trim().trim_end_matches('.'))
}

fn refusal(command: &str) -> Option<String> {
    let words = command.split_whitespace().map(|word| {
        let known = STANDS_FOR.iter().find(|(name, _)| *name == word);
        known.map_or(word, |(_, value)| value)
    });
    let mut words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    // A sentence names a command without what it needs.
    if words.len() == 1 {
        words.push("--help");
    }
    let read = Cli::try_parse_from(["xtask"].iter().chain(&words));
    // Help is no error, though clap returns it as one.
    let refused = read.err().filter(clap::Error::use_stderr);
    refused.map(|error| format!("cargo xtask {command}: {error}"))
}

#[test]
fn every_command_that_is_named_is_there() {
    let mut named = 0;
    let mut refused = Vec::new();
    for file in files() {
        let text = std::fs::read_to_string(root().join(&file)).unwrap_or_default();
        for command in commands(&text).filter(|command| !command.is_empty()) {
            named += 1;
            refused.extend(refusal(command).map(|error| format!("{file}: {error}")));
        }
    }
    assert_eq!(refused, Vec::<String>::new());
    assert!(named > 20, "{named}");
}

#[test]
fn one_that_is_not_there_is_found() {
    let text = "run `cargo xtask biuld`, or\n$ cargo xtask fuzz --minuts 3   # for longer\n";
    let found: Vec<_> = commands(text).filter_map(refusal).collect();
    assert_eq!(found.len(), 2, "{found:?}");
}
