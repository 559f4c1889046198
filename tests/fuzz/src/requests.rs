//! Patch and change requests that were edited, and what holds of every check.

use std::sync::{Arc, LazyLock};

use deskrules::bulk::Kind;
use deskrules::change::{self, CheckOptions, WindowKind};
use deskrules::finding::Finding;
use deskrules::json::{fit, parse};
use deskrules::policy::Policy;
use deskrules::schedule::Instant;
use serde_json::{Value, json};

use super::answers::{sound_error, sound_findings, value};
use super::bases::{inputs, policy};
use super::draw::Draw;
use super::edit::edited;
use super::records::record;

static PATCHES: LazyLock<Vec<Value>> = LazyLock::new(|| inputs("checkPatch"));
static CHANGES: LazyLock<Vec<Value>> = LazyLock::new(|| inputs("checkChange"));

/// Patch requests.
pub fn patch(input: &[u8]) {
    check(WindowKind::Patch, &mut Draw::new(input));
}

/// Change requests.
pub fn change(input: &[u8]) {
    check(WindowKind::Change, &mut Draw::new(input));
}

/// Checks an edited request.
fn check(kind: WindowKind, draw: &mut Draw) {
    let (policy, request, options) = question(kind, draw);
    let now = options["now"]
        .as_f64()
        .and_then(|now| Instant::from_epoch_number(now).ok())
        .expect("an instant");
    let options = fit(parse(&options.to_string()).expect("JSON")).unwrap_or_else(|_| CheckOptions::at(now));
    checked(&policy, kind, &request, &options);
}

/// A request with edits, and what is known around it: the moment, some files, planned work.
pub fn question(kind: WindowKind, draw: &mut Draw) -> (Arc<Policy>, Value, Value) {
    let now = draw.instant();
    let mut options = json!({ "now": now.epoch_millis() });
    let known = draw.byte();
    if known & 1 != 0 {
        let size = u32::from(draw.short()) * 1000;
        options["files"] = json!({ "setup.exe": { "size": size, "text": draw.text(20) }, "postgresql-16.6.msi": null });
    }
    if known & 2 != 0 {
        let (one, other) = (draw.instant(), draw.instant());
        options["windows"] = json!([{ "start": one.min(other).epoch_millis(), "end": one.max(other).epoch_millis(), "title": "a" }]);
    }
    let policy = policy(draw);
    let bases = if kind == WindowKind::Patch { &PATCHES } else { &CHANGES };
    (policy, edited(draw.pick(bases).clone(), bases, draw), options)
}

fn checked(policy: &Policy, kind: WindowKind, request: &Value, options: &CheckOptions) {
    let ask = |request: &Value, options: &CheckOptions| change::check_json(policy, kind, parse(&request.to_string())?, options);
    let answer = match ask(request, options) {
        Ok(answer) => answer,
        Err(error) => {
            sound_findings(&error.findings);
            return sound_error(error.code, &error.path, &error.message);
        }
    };
    assert_eq!(ask(request, options).as_ref(), Ok(&answer), "the same again");
    sound_findings(&answer.findings);
    assert_eq!(answer.accepted, !answer.findings.iter().any(Finding::is_error));

    let records = if kind == WindowKind::Patch { Kind::Patch } else { Kind::Change };
    let alone = ask(request, &CheckOptions::at(options.now)).expect("as before");
    let line = record(policy, records, options.now, request);
    assert_eq!(
        (&line["accepted"], &line["findings"]),
        (&json!(alone.accepted), &value(&*alone.findings)),
        "{request}"
    );

    if let Some(window) = answer.next_window {
        assert!(window.start.instant() < window.end.instant(), "{window:?}");
        // Who takes the window that is offered is told nothing about it.
        let mut taken = request.clone();
        taken["window"] = value(&window);
        let again = ask(&taken, options).expect("only the window is another");
        let about_window = |finding: &&Finding| finding.path.starts_with("window") && finding.is_error();
        assert_eq!(again.findings.iter().find(about_window), None, "{window:?}");
        assert_eq!(again.next_window, Some(window));
    }
}
