//! Line coverage: which lines of the library the tests run.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result};

use crate::files;
use crate::tools;
use crate::workspace::Workspace;

const VERSION: &str = "0.9.1";

/// The line after which a source holds its own tests.
const TESTS: &str = "#[cfg(test)]";

/// Runs the Rust tests, and prints the lines of each module, those that ran, and where the others are.
pub fn run(workspace: &Workspace) -> Result<()> {
    let program = tools::from_registry(workspace, "cargo-llvm-cov", VERSION)?;
    tools::run(std::process::Command::new("rustup").args(["component", "add", "llvm-tools"]))?;
    let report = workspace.scratch().join("coverage.lcov");
    files::write(&report, "")?;
    let mut tests = std::process::Command::new(program);
    tests
        .args(["llvm-cov", "--package=deskrules", "--lib", "--tests", "--lcov", "--output-path"])
        .arg(&report)
        .current_dir(&workspace.root);
    tools::run(&mut tests)?;
    let source = |file: &str| files::read_text(Path::new(file));
    let (table, missed) = summary(&files::read_text(&report)?, &workspace.root.join("src"), source)?;
    println!("\n{missed}\n\n{table}");
    Ok(())
}

/// The table by module, and a line for each file with the lines that no test ran.
fn summary(report: &str, src: &Path, source: impl Fn(&str) -> Result<String>) -> Result<(String, String)> {
    let mut modules: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut missed = Vec::new();
    for record in report.split("end_of_record") {
        let Some(file) = record.lines().find_map(|line| line.strip_prefix("SF:")) else {
            continue;
        };
        let Ok(name) = Path::new(file).strip_prefix(src) else { continue };
        let text = source(file)?;
        let end = text.lines().position(|line| line == TESTS).unwrap_or(usize::MAX);
        let module = name.iter().next().unwrap_or_default().to_string_lossy();
        let row = modules.entry(module.trim_end_matches(".rs").to_owned()).or_default();
        let mut not_run = Vec::new();
        for line in record.lines().filter_map(|line| line.strip_prefix("DA:")) {
            let (line, count) = line.split_once(',').context("a line without a count")?;
            if line.parse::<usize>()? > end {
                continue;
            }
            row.0 += 1;
            if count.starts_with('0') {
                not_run.push(line);
            } else {
                row.1 += 1;
            }
        }
        if !not_run.is_empty() {
            missed.push(format!("not run in src/{}: {}", name.display(), not_run.join(", ")));
        }
    }
    let mut table = vec!["| module | lines | run | |".to_owned(), "|---|--:|--:|--:|".to_owned()];
    let all = modules.values().fold((0, 0), |sum, row| (sum.0 + row.0, sum.1 + row.1));
    for (module, (lines, run)) in modules.iter().map(|(name, row)| (name.as_str(), *row)).chain([("all", all)]) {
        table.push(format!("| {module} | {lines} | {run} | {} % |", percent(run, lines)));
    }
    Ok((table.join("\n"), missed.join("\n")))
}

/// A share in percent with one digit, rounded down: 100 is all.
fn percent(part: usize, all: usize) -> String {
    let tenths = part * 1000 / all.max(1);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::summary;

    #[test]
    fn the_lines_of_a_file_count_up_to_its_own_tests() {
        let report = "SF:/r/src/sla/clock.rs\nDA:1,5\nDA:2,0\nDA:4,9\nend_of_record\nSF:/r/tests/track.rs\nDA:1,1\nend_of_record\n";
        let source = |_: &str| Ok("fn a() {}\nfn b() {}\n#[cfg(test)]\nmod tests {}\n".to_owned());
        let (table, missed) = summary(report, Path::new("/r/src"), source).unwrap_or_default();
        assert_eq!(missed, "not run in src/sla/clock.rs: 2");
        assert_eq!(table.lines().nth(2), Some("| sla | 2 | 1 | 50.0 % |"));
    }
}
