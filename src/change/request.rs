//! What change and patch requests are written as. Every field may be absent: the rules say what is missing, all at once.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::schedule::Instant;

/// A request to install a patch of a third party.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PatchRequest {
    /// The service it is asked of; `patches` when left out.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub service: Option<String>,
    /// The product and its versions.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub product: Product,
    /// The servers to install it on.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub servers: Vec<String>,
    /// Who asks.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub requested_by: Person,
    /// The installation file.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub installer: Installer,
    /// How to install it.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub instructions: Text,
    /// What the patch changes.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub release_notes: Text,
    /// How to undo it.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub rollback: Text,
    /// When to install it.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub window: Option<WindowRequest>,
}

impl PatchRequest {
    /// Its fields in their declared order, the order of findings.
    pub(super) const FIELDS: &[&str] = &[
        "service",
        "product",
        "product.name",
        "product.from",
        "product.to",
        "servers",
        "requestedBy",
        "requestedBy.name",
        "requestedBy.email",
        "installer",
        "installer.file",
        "installer.size",
        "installer.sha256",
        "instructions",
        "releaseNotes",
        "rollback",
        "window",
        "window.start",
        "window.end",
        "window.notBefore",
        "window.minutes",
    ];
}

/// A product and the versions before and after the patch. A version is text: `"1.10"` is not `1.1`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub struct Product {
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub name: Option<String>,
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub from: Option<String>,
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub to: Option<String>,
}

/// Who asks, and how to reach them.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub struct Person {
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub name: Option<String>,
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub email: Option<String>,
}

/// The installation file.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Installer {
    /// Its name or path.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub file: Option<String>,
    /// Its size in bytes.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub size: Option<u64>,
    /// Its SHA-256, in hexadecimal.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub sha256: Option<String>,
}

/// A deliverable in words: a text, steps, a file or an address. Which of them fit is for the rules to say.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Text {
    /// The words themselves.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub text: Option<String>,
    /// One step after the other.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub steps: Vec<String>,
    /// Name or path of a file that has them.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub file: Option<String>,
    /// Address of a page that has them; of release notes.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub url: Option<String>,
    /// When it was last tried; of a rollback.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "InstantLike"))]
    pub tested_at: Option<Instant>,
}

impl Text {
    /// Says whether it says nothing at all.
    pub(super) fn is_empty(&self) -> bool {
        let blank = |text: &Option<String>| text.as_ref().is_none_or(|text| text.trim().is_empty());
        blank(&self.text) && blank(&self.file) && blank(&self.url) && self.steps.iter().all(|step| step.trim().is_empty())
    }
}

/// When to do the work: from `start` to `end`, or `minutes` long at any time from `notBefore` on.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WindowRequest {
    /// First instant; with `end`.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "InstantLike"))]
    pub start: Option<Instant>,
    /// First instant after it; with `start`.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "InstantLike"))]
    pub end: Option<Instant>,
    /// Earliest start; with `minutes`.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "InstantLike"))]
    pub not_before: Option<Instant>,
    /// How long it takes; with `notBefore`.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub minutes: Option<u32>,
}

/// A request to change something: an item of the catalogue, or anything else.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangeRequest {
    /// The service it is asked of; `standard-changes` for an item of the catalogue when left out.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub service: Option<String>,
    /// Id of a standard change in the policy's catalogue; anything else is a normal change.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub item: Option<String>,
    /// What the item needs to know, by the ids of its fields.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, unknown>"))]
    pub fields: Map<String, Value>,
    /// What it is about, in a line.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub title: Option<String>,
    /// What it is about, in full.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub description: Option<String>,
    /// Who asks.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub requested_by: Person,
    /// When to do it.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub window: Option<WindowRequest>,
    /// How it is done.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub implementation_plan: Option<String>,
    /// How it is undone.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub backout_plan: Option<String>,
    /// How one sees that it worked.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub test_plan: Option<String>,
    /// What may go wrong.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub risk: Option<String>,
    /// Whether it cannot wait for the usual way.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub emergency: bool,
}

impl ChangeRequest {
    /// Its fields in their declared order, the order of findings.
    pub(super) const FIELDS: &[&str] = &[
        "service",
        "item",
        "fields",
        "title",
        "description",
        "requestedBy",
        "requestedBy.name",
        "requestedBy.email",
        "window",
        "window.start",
        "window.end",
        "window.notBefore",
        "window.minutes",
        "implementationPlan",
        "backoutPlan",
        "testPlan",
        "risk",
        "emergency",
    ];
}

/// What kind of request it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum RequestType {
    /// A patch of a third party.
    Patch,
    /// A change of the catalogue, authorised beforehand.
    Standard,
    /// Any other change, to be assessed.
    Normal,
    /// A change that cannot wait.
    Emergency,
}
