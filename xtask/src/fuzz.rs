//! Fuzzing: bytes that reach new code, sent to every entry of the crate by libFuzzer; see `tests/fuzz/`.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};

use crate::files::{self, Built};
use crate::tools;
use crate::workspace::Workspace;

/// The version of cargo-fuzz that is installed.
const CARGO_FUZZ: &str = "0.13.2";
/// How long one input may take, in seconds; what takes longer is a finding.
const LONGEST: u32 = 20;
/// How large each corpus in the repository may become.
const MOST_KEPT: usize = 24_000;
/// Whole documents to begin with, for the target that reads their text.
const DOCUMENTS: [&str; 3] = [
    "src/policy/managed-server-goud.json",
    "tests/fuzz/mixed-policy.json",
    "tests/cases/design-example.json",
];

/// What `cargo xtask fuzz` is asked.
#[derive(clap::Args, Debug, Default, PartialEq)]
pub struct Options {
    /// For how long, all targets together; what reaches new code stays in target/fuzz/corpus.
    #[arg(long, value_name = "N", default_value_t = 5.0)]
    pub minutes: f64,
    /// One target: those of `tests/fuzz/fuzz_targets`.
    #[arg(long)]
    pub target: Option<String>,
    /// Nothing but one input, to repeat a finding.
    #[arg(long, value_name = "FILE", requires = "target")]
    pub input: Option<PathBuf>,
    /// Choose the corpora of tests/fuzz/corpus anew: the smallest inputs that reach as much.
    #[arg(long)]
    pub keep: bool,
}

/// A target, and what libFuzzer tells of it.
#[derive(Debug, Default)]
struct Row {
    target: String,
    runs: u64,
    seconds: f64,
    edges: u64,
    features: u64,
    new: usize,
    findings: Vec<PathBuf>,
}

/// Builds the targets and fuzzes them, each its part of the time; fails when there is a finding.
pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let fuzz = Fuzz::build(workspace)?;
    let mut targets = fuzz.targets()?;
    if let Some(only) = &options.target {
        ensure!(targets.contains(only), "no target `{only}`; there are {}", targets.join(", "));
        targets = vec![only.clone()];
    }
    if let (Some(target), Some(input)) = (&options.target, &options.input) {
        return tools::run(fuzz.program(target).arg(input));
    }
    let part = Duration::from_secs_f64((options.minutes * 60.0).max(1.0)) / u32::try_from(targets.len())?;
    let mut rows = Vec::new();
    for target in targets {
        println!("\n== {target}, for {} s", part.as_secs().max(1));
        rows.push(fuzz.fuzz(target, part)?);
    }
    println!("\n{}", table(&rows));
    let findings: Vec<String> = rows
        .iter()
        .flat_map(|row| row.findings.iter().map(|input| told(&row.target, input)))
        .collect();
    ensure!(findings.is_empty(), "findings: {}\n{}", findings.len(), findings.join("\n"));
    if options.keep {
        fuzz.keep(&rows)?;
    }
    Ok(())
}

/// A finding, and how to see it again.
fn told(target: &str, input: &Path) -> String {
    format!(
        "  {}\n    cargo xtask fuzz --target {target} --input {}",
        input.display(),
        input.display()
    )
}

/// The folders of the fuzzer.
struct Fuzz {
    /// The targets and their corpora.
    tests: PathBuf,
    root: PathBuf,
    programs: PathBuf,
    /// Programs, corpora that grow, and findings.
    built: PathBuf,
}

impl Fuzz {
    fn build(workspace: &Workspace) -> Result<Self> {
        let host = tools::output(Command::new("rustc").args(["--print", "host-tuple"]))?;
        let built = workspace.target.join("fuzz");
        let fuzz = Self {
            tests: workspace.tests().join("fuzz"),
            root: workspace.root.clone(),
            programs: built.join(host.trim()).join("release"),
            built,
        };
        let mut make = Command::new(cargo_fuzz(workspace)?);
        // The crate has no unsafe code, so there is nothing for a sanitizer to find, and the stable compiler builds without. The corpora know
        // the words that comparisons would tell, at a third of the speed.
        make.args(["fuzz", "build", "--sanitizer", "none", "--no-trace-compares"])
            .args(["--target", host.trim(), "--fuzz-dir"])
            .arg(&fuzz.tests)
            .arg("--target-dir")
            .arg(&fuzz.built)
            .current_dir(&workspace.root);
        tools::run(&mut make)?;
        Ok(fuzz)
    }

    /// The names of the targets.
    fn targets(&self) -> Result<Vec<String>> {
        let sources = files::under(&self.tests.join("fuzz_targets"))?;
        let names = sources.iter().filter_map(|source| source.file_stem());
        Ok(names.map(|name| name.to_string_lossy().into_owned()).collect())
    }

    fn program(&self, target: &str) -> Command {
        Command::new(self.programs.join(target))
    }

    /// The inputs that every run begins with; they are in the repository.
    fn corpus(&self, target: &str) -> PathBuf {
        self.tests.join(format!("corpus/{target}.bin"))
    }

    /// The same as files.
    fn unpacked(&self, target: &str) -> Result<PathBuf> {
        let folder = self.built.join("kept").join(target);
        let mut files = Built::new(&folder);
        for (index, input) in unpack(&files::read(&self.corpus(target))?).into_iter().enumerate() {
            files.write(index.to_string(), input)?;
        }
        files.finish()?;
        Ok(folder)
    }

    /// The inputs that the runs on this machine found.
    fn grown(&self, target: &str) -> PathBuf {
        self.built.join("corpus").join(target)
    }

    /// Fuzzes a target for a while, or up to its first finding.
    fn fuzz(&self, target: String, time: Duration) -> Result<Row> {
        let (grown, found) = (self.grown(&target), self.built.join("artifacts").join(&target));
        for folder in [&grown, &found] {
            fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        }
        let (old, before) = (files::under(&found)?, files::under(&grown)?.len());
        let mut program = self.program(&target);
        program
            .args([&grown, &self.unpacked(&target)?])
            .arg(format!("-max_total_time={}", time.as_secs().max(1)))
            .arg(format!("-timeout={LONGEST}"))
            .arg(format!("-artifact_prefix={}/", found.display()))
            .arg("-print_final_stats=1")
            .stdin(Stdio::null())
            .stderr(Stdio::piped());
        if target == "policy" {
            program.arg(format!("-seed_inputs={}", DOCUMENTS.join(","))).current_dir(&self.root);
        }
        let mut running = program.spawn().with_context(|| format!("cannot run the target {target}"))?;
        let mut row = Row { target, ..Row::default() };
        let start = Instant::now();
        let mut shown = start;
        // Bytes, since a panic may show any.
        for line in running.stderr.take().into_iter().flat_map(|out| BufReader::new(out).split(b'\n')) {
            let line = String::from_utf8_lossy(&line?).into_owned();
            if !row.read(&line)
                && !["INFO:", "WARNING:", "NOTE:", "\"", "###", "Done", "stat::"]
                    .iter()
                    .any(|usual| line.starts_with(usual))
            {
                println!("{line}");
            } else if shown.elapsed() >= Duration::from_secs(10) {
                shown = Instant::now();
                println!("{:>12} runs, {} edges, {} features", row.runs, row.edges, row.features);
            }
        }
        row.seconds = start.elapsed().as_secs_f64();
        let status = running.wait()?;
        row.new = files::under(&grown)?.len() - before;
        row.findings = files::under(&found)?.into_iter().filter(|input| !old.contains(input)).collect();
        ensure!(
            status.success() || !row.findings.is_empty(),
            "the target {} ended with {status}",
            row.target
        );
        Ok(row)
    }

    /// Makes the corpora of the repository the fewest inputs that reach all edges that are known, the shortest of them.
    fn keep(&self, rows: &[Row]) -> Result<()> {
        for Row { target, .. } in rows {
            let chosen = self.built.join("chosen").join(target);
            Built::new(&chosen).finish()?;
            fs::create_dir_all(&chosen)?;
            // By edges alone: how often each is passed would keep ten times as many.
            let mut merge = self.program(target);
            merge.args(["-set_cover_merge=1", "-use_counters=0"]);
            merge
                .args([&chosen, &self.unpacked(target)?, &self.grown(target)])
                .stderr(Stdio::null());
            tools::run(&mut merge)?;
            let inputs: Result<Vec<_>> = files::under(&chosen)?.iter().map(|file| files::read(file)).collect();
            files::write(&self.corpus(target), pack(inputs?))?;
        }
        Ok(())
    }
}

/// Packs inputs into one file, each behind its length; the shortest, as many as there is room for.
fn pack(mut inputs: Vec<Vec<u8>>) -> Vec<u8> {
    inputs.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
    let mut packed = Vec::new();
    for input in inputs {
        let length = u32::try_from(input.len()).unwrap_or(u32::MAX);
        if packed.len() + 4 + input.len() > MOST_KEPT {
            break;
        }
        packed.extend(length.to_le_bytes());
        packed.extend(input);
    }
    packed
}

/// Returns the inputs of a packed file.
fn unpack(mut packed: &[u8]) -> Vec<&[u8]> {
    let mut inputs = Vec::new();
    while let Some((length, rest)) = packed.split_first_chunk() {
        let length = usize::try_from(u32::from_le_bytes(*length)).unwrap_or(usize::MAX);
        let (input, rest) = rest.split_at(length.min(rest.len()));
        inputs.push(input);
        packed = rest;
    }
    inputs
}

impl Row {
    /// Takes a line of libFuzzer's: `#2048 pulse  cov: 882 ft: 883 …`; says whether it was one of its figures.
    fn read(&mut self, line: &str) -> bool {
        let words: Vec<&str> = line.split_whitespace().collect();
        let number = |text: Option<&&str>| text.and_then(|text| text.parse().ok());
        let after = |name: &str| number(words.iter().skip_while(|word| **word != name).nth(1));
        if let Some(runs) = words.first().and_then(|word| word.strip_prefix('#')) {
            self.runs = number(Some(&runs)).unwrap_or(self.runs);
            self.edges = after("cov:").unwrap_or(self.edges);
            self.features = after("ft:").unwrap_or(self.features);
            return true;
        }
        self.runs = after("stat::number_of_executed_units:").unwrap_or(self.runs);
        false
    }
}

fn table(rows: &[Row]) -> String {
    let mut lines = vec![format!(
        "{:<12} {:>12} {:>10} {:>8} {:>10} {:>6} {:>9}",
        "target", "runs", "runs/s", "edges", "features", "new", "findings"
    )];
    for row in rows {
        #[expect(clippy::cast_precision_loss, reason = "no run has so many")]
        let rate = row.runs as f64 / row.seconds.max(0.001);
        lines.push(format!(
            "{:<12} {:>12} {:>10.0} {:>8} {:>10} {:>6} {:>9}",
            row.target,
            row.runs,
            rate,
            row.edges,
            row.features,
            row.new,
            row.findings.len()
        ));
    }
    lines.join("\n")
}

/// Returns cargo-fuzz; it is installed below `target/` when it is not there, and so is a compiler of C++ where that is possible.
fn cargo_fuzz(workspace: &Workspace) -> Result<PathBuf> {
    if !["c++", "g++", "clang++"].iter().any(|compiler| tools::on_path(compiler).is_some()) && !tools::apt_install(&["g++"])? {
        bail!("libFuzzer is built from C++: install a compiler (on Debian `g++`)");
    }
    tools::from_registry(workspace, "cargo-fuzz", CARGO_FUZZ)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Row, pack, told, unpack};

    #[test]
    fn inputs_are_packed_the_shortest_first_up_to_the_limit() {
        let inputs = [b"abc".to_vec(), Vec::new(), b"z".to_vec(), vec![0; super::MOST_KEPT]];
        assert_eq!(unpack(&pack(inputs.to_vec())), [b"".as_slice(), b"z", b"abc"]);
    }

    #[test]
    fn the_figures_of_libfuzzer_are_read() {
        let mut row = Row::default();
        assert!(row.read("#4096\tpulse  cov: 882 ft: 883 corp: 1/1b lim: 4 exec/s: 682 rss: 30Mb"));
        assert_eq!((row.runs, row.edges, row.features), (4096, 882, 883));
        assert!(!row.read("stat::number_of_executed_units: 5000"));
        assert_eq!((row.runs, row.edges), (5000, 882));
        assert!(!row.read("thread '<unnamed>' panicked at src/text.rs:40:9:"));
    }

    #[test]
    fn a_finding_is_told_with_the_command_that_repeats_it() {
        let told = told("text", Path::new("target/fuzz/artifacts/text/crash-1"));
        assert!(told.ends_with("cargo xtask fuzz --target text --input target/fuzz/artifacts/text/crash-1"));
    }
}
