//! The project's commands, which `cargo xtask --help` lists.

mod bench;
mod browser;
mod bundle;
mod cli;
mod coverage;
mod crate_file;
mod crates;
mod declarations;
mod deny;
mod desks;
mod element_types;
mod esbuild;
mod extension;
mod files;
mod fuzz;
mod glue;
mod locales;
mod manifest;
mod mutants;
#[cfg(test)]
mod named;
mod order;
mod pack;
mod package;
mod python;
mod release;
mod rules;
#[cfg(feature = "runner")]
mod runner;
mod sbom;
mod scale;
mod serve;
mod soak;
mod stamp;
mod steps;
mod tag;
mod test;
mod third_party;
mod tools;
mod triage;
mod typescript;
mod workspace;

use std::process::ExitCode;

use clap::Parser as _;

use cli::{Cli, Command};
use workspace::Workspace;

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Build => package::build(&Workspace::find()?),
        Command::Demo { port } => {
            let workspace = Workspace::find()?;
            package::build(&workspace)?;
            serve::demo(&workspace, port)
        }
        Command::Test { only } => test::run(&Workspace::find()?, only),
        Command::Soak { minutes, seed, calls } => soak::run(&Workspace::find()?, minutes, seed, calls),
        Command::Fuzz(options) => fuzz::run(&Workspace::find()?, &options),
        Command::Mutants(options) => mutants::run(&Workspace::find()?, &options),
        Command::Coverage => coverage::run(&Workspace::find()?),
        Command::Bench { quick, only } => bench::run(&Workspace::find()?, quick, only.as_deref()),
        Command::Scale { record } => scale::scale(&Workspace::find()?, record),
        Command::Extension { for_tests, lint } => extension::run(&Workspace::find()?, for_tests, lint),
        Command::Desks(options) => desks::run(&Workspace::find()?, &options),
        Command::Triage { files, quiet } => triage::run(&files, quiet),
        Command::Pack => pack::run(&Workspace::find()?),
        Command::Release => release::run(&Workspace::find()?),
        Command::Runner { args } => run_wasm_tests(args),
    }
}

#[cfg(feature = "runner")]
fn run_wasm_tests(args: Vec<std::ffi::OsString>) -> anyhow::Result<()> {
    runner::run(args)
}

#[cfg(not(feature = "runner"))]
fn run_wasm_tests(_: Vec<std::ffi::OsString>) -> anyhow::Result<()> {
    anyhow::bail!("`wasm-bindgen-test-runner` needs `--features runner`, as .cargo/config.toml gives it")
}
