//! The house: arrows between modules point down only, and every rule is a file.
#![allow(clippy::allow_attributes, clippy::expect_used, clippy::indexing_slicing, reason = "a test may")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use rstest::rstest;

/// All modules but the seam, which may name every other.
const CORE: [&str; 12] = [
    "bulk", "change", "cut", "error", "finding", "json", "order", "policy", "priority", "schedule", "sla", "triage",
];

/// The sources of a module: its file, or all files of its folder.
fn sources(module: &str) -> Vec<(PathBuf, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let file = src.join(format!("{module}.rs"));
    if file.exists() {
        return vec![(file.clone(), fs::read_to_string(file).expect("a source"))];
    }
    let mut found = Vec::new();
    let mut folders = vec![src.join(module)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("a source");
                found.push((path, text));
            }
        }
    }
    found
}

/// The modules of the crate that a source names, by `crate::` anywhere and `super::` out of the module's own file.
fn imports(text: &str) -> BTreeSet<String> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut found = BTreeSet::new();
    for line in code {
        for (at, _) in line.match_indices("crate::") {
            let rest = &line[at + "crate::".len()..];
            assert!(
                !rest.starts_with('{'),
                "one `use crate::module` a line, so that this test reads it: {line}"
            );
            found.insert(
                rest.chars()
                    .take_while(|character| character.is_alphanumeric() || *character == '_')
                    .collect(),
            );
        }
    }
    found
}

#[rstest]
#[case("cut", &[])]
#[case("order", &[])]
#[case("json", &["cut", "order"])]
#[case("finding", &["json"])]
#[case("schedule", &["cut", "json", "order"])]
#[case("priority", &["finding"])]
#[case("error", &["finding", "json", "schedule"])]
#[case("policy", &["cut", "error", "finding", "json", "order", "priority", "schedule"])]
#[case("sla", &["cut", "error", "finding", "json", "order", "policy", "priority", "schedule"])]
#[case("change", &["cut", "error", "finding", "json", "order", "policy", "schedule"])]
#[case("triage", &["cut", "error", "json", "policy", "priority"])]
#[case("bulk", &["cut", "change", "error", "finding", "json", "order", "policy", "priority", "schedule", "sla"])]
fn arrows_point_down_only(#[case] module: &str, #[case] below: &[&str]) {
    for (path, text) in sources(module) {
        for import in imports(&text) {
            assert!(
                import == module || below.contains(&import.as_str()),
                "{}: `crate::{import}`",
                path.display()
            );
        }
        assert!(!text.contains("JsValue"), "{}: only wasm.rs names JsValue", path.display());
    }
}

#[test]
fn every_module_has_its_arrows_checked() {
    let lib = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).expect("lib.rs");
    let modules: BTreeSet<&str> = lib
        .lines()
        .filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';'))
        .collect();
    let checked: BTreeSet<&str> = CORE.into_iter().chain(["wasm"]).collect();
    assert_eq!(modules, checked);
    for module in modules {
        assert!(
            module == "wasm" || !sources(module).iter().any(|(_, text)| imports(text).contains("wasm")),
            "nothing imports wasm"
        );
    }
}

#[test]
fn a_rule_is_a_file_of_its_name() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/change/rules");
    let names = fs::read_dir(folder).expect("the rules").map(|entry| entry.expect("a rule").path());
    let files: BTreeSet<String> = names
        .filter_map(|path| Some(path.file_stem()?.to_str()?.replace('_', "-")))
        .filter(|name| name != "mod")
        .collect();
    let ids: BTreeSet<String> = deskrules::policy::RULE_IDS.iter().map(|id| (*id).to_owned()).collect();
    assert_eq!(files, ids);
}

#[test]
fn a_file_holds_one_subject_in_about_300_lines() {
    let lib: BTreeSet<&str> = CORE.into_iter().chain(["wasm"]).collect();
    for (path, text) in lib.into_iter().flat_map(sources) {
        assert!(text.lines().count() <= 400, "{} has {} lines", path.display(), text.lines().count());
    }
}

#[test]
fn the_core_reads_no_clock() {
    for module in CORE {
        for (path, text) in sources(module) {
            for clock in ["SystemTime", "Utc::now", "Local::now", "std::time::Instant", "Date::now"] {
                assert!(!text.contains(clock), "{}: {clock}", path.display());
            }
        }
    }
}
