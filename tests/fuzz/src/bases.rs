//! The documents that edits start from, and the words that they put in.

use std::sync::{Arc, LazyLock};

use deskrules::policy::{MANAGED_SERVER_GOUD, Policy};
use serde_json::Value;

use super::draw::Draw;
use super::edit::edited;

/// Lunch breaks, nights, targets of its own, and the rarer choice of every option.
const MIXED: &str = include_str!("../mixed-policy.json");

/// Policies: the default, those of the cases, and one of everything.
pub static POLICIES: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let texts = [
        MANAGED_SERVER_GOUD,
        MIXED,
        include_str!("../../cases/asymmetric-policy.json"),
        include_str!("../../cases/restarting-policy.json"),
        include_str!("../../cases/strict-policy.json"),
        include_str!("../../cases/design-example.json"),
    ];
    texts.iter().map(|text| json(text)).collect()
});

/// The same, read.
pub static READ: LazyLock<Vec<Arc<Policy>>> = LazyLock::new(|| {
    let read = |document: &Value| Arc::new(Policy::from_json(&document.to_string()).expect("a policy"));
    POLICIES.iter().map(read).collect()
});

/// Returns one of the policies; one time in eight it was edited, when it still loads.
pub fn policy(draw: &mut Draw) -> Arc<Policy> {
    let own = draw.once_in(8).then(|| edited_policy(draw).to_string());
    let own = own.and_then(|text| Policy::from_json(&text).ok());
    own.map_or_else(|| Arc::clone(draw.pick(&READ)), Arc::new)
}

/// Returns the document of a policy with edits; it may not load.
pub fn edited_policy(draw: &mut Draw) -> Value {
    let base = draw.pick(&POLICIES).clone();
    edited(base, &POLICIES, draw)
}

/// Inputs of the cases by their call: `checkPatch`, `checkChange`, `track`.
pub fn inputs(call: &str) -> Vec<Value> {
    let files = [
        include_str!("../../cases/requests.json"),
        include_str!("../../cases/tickets.json"),
        include_str!("../../cases/incidents.json"),
    ];
    let all = files
        .iter()
        .flat_map(|file| serde_json::from_str::<Vec<Value>>(file).expect("cases"));
    all.filter(|case| case["call"] == call).map(|case| case["input"].clone()).collect()
}

/// Values at the edges of what documents say.
pub static WORDS: LazyLock<Vec<Value>> = LazyLock::new(|| json(include_str!("../words.json")).as_array().expect("a list").clone());

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON of these tests")
}
