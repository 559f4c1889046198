//! What change and patch requests are written as. Every field may be absent: the rules say what is missing, all at once.

use crate::json::{Json, Table};
use crate::policy::Plan;
use crate::schedule::Instant;

document! {
    /// A request to install a patch of a third party.
    #[derive(Default)]
    pub struct PatchRequest {
        /// The service it is asked of; `patches` when left out.
        pub service: Option<String> = None,
        /// The product and its versions.
        pub product: Product = Product::default(),
        /// The servers to install it on.
        pub servers: Vec<String> = Vec::new(),
        /// Who asks.
        pub requested_by: Person = Person::default(),
        /// The installation file.
        pub installer: Installer = Installer::default(),
        /// How to install it.
        pub instructions: Text = Text::default(),
        /// What the patch changes.
        pub release_notes: Text = Text::default(),
        /// How to undo it.
        pub rollback: Text = Text::default(),
        /// When to install it.
        pub window: Option<WindowRequest> = None,
    }
}

impl PatchRequest {
    /// Its fields in their declared order, the order of findings.
    pub(super) const PLACES: &[&str] = &[
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
        "instructions.text",
        "instructions.steps",
        "instructions.file",
        "instructions.url",
        "instructions.testedAt",
        "releaseNotes",
        "releaseNotes.text",
        "releaseNotes.steps",
        "releaseNotes.file",
        "releaseNotes.url",
        "releaseNotes.testedAt",
        "rollback",
        "rollback.text",
        "rollback.steps",
        "rollback.file",
        "rollback.url",
        "rollback.testedAt",
        "window",
        "window.start",
        "window.end",
        "window.notBefore",
        "window.minutes",
    ];
}

document! {
    /// A product and the versions before and after the patch. A version is text: `"1.10"` is not `1.1`.
    #[derive(Default)]
    #[expect(missing_docs, reason = "the fields say what they are")]
    pub struct Product {
        pub name: Option<String> = None,
        pub from: Option<String> = None,
        pub to: Option<String> = None,
    }
}

document! {
    /// Who asks, and how to reach them.
    #[derive(Default)]
    #[expect(missing_docs, reason = "the fields say what they are")]
    pub struct Person {
        pub name: Option<String> = None,
        pub email: Option<String> = None,
    }
}

document! {
    /// The installation file.
    #[derive(Default)]
    pub struct Installer {
        /// Its name or path.
        pub file: Option<String> = None,
        /// Its size in bytes.
        pub size: Option<u64> = None,
        /// Its SHA-256, in hexadecimal.
        pub sha256: Option<String> = None,
    }
}

document! {
    /// A deliverable in words: a text, steps, a file or an address. Which of them fit is for the rules to say.
    #[derive(Default)]
    pub struct Text {
        /// The words themselves.
        pub text: Option<String> = None,
        /// One step after the other.
        pub steps: Vec<String> = Vec::new(),
        /// Name or path of a file that has them.
        pub file: Option<String> = None,
        /// Address of a page that has them; of release notes.
        pub url: Option<String> = None,
        /// When it was last tried; of a rollback.
        pub tested_at: Option<Instant> = None,
    }
}

impl Text {
    /// Says whether it says nothing at all.
    pub(super) fn is_empty(&self) -> bool {
        let blank = |text: &Option<String>| text.as_ref().is_none_or(|text| text.trim_ascii().is_empty());
        blank(&self.text) && blank(&self.file) && blank(&self.url) && self.steps.iter().all(|step| step.trim_ascii().is_empty())
    }
}

document! {
    /// When to do the work: from `start` to `end`, or `minutes` long at any time from `notBefore` on.
    #[derive(Default)]
    pub struct WindowRequest {
        /// First instant; with `end`.
        pub start: Option<Instant> = None,
        /// First instant after it; with `start`.
        pub end: Option<Instant> = None,
        /// Earliest start; with `minutes`.
        pub not_before: Option<Instant> = None,
        /// How long it takes; with `notBefore`.
        pub minutes: Option<u32> = None,
    }
}

document! {
    /// A request to change something: an item of the catalogue, or anything else.
    #[derive(Default)]
    pub struct ChangeRequest {
        /// The service it is asked of; `standard-changes` for an item of the catalogue when left out.
        pub service: Option<String> = None,
        /// Id of a standard change in the policy's catalogue; anything else is a normal change.
        pub item: Option<String> = None,
        /// What the item needs to know, by the ids of its fields.
        pub fields: Table<Json> = Table::default(),
        /// What it is about, in a line.
        pub title: Option<String> = None,
        /// What it is about, in full.
        pub description: Option<String> = None,
        /// Who asks.
        pub requested_by: Person = Person::default(),
        /// When to do it.
        pub window: Option<WindowRequest> = None,
        /// How it is done.
        pub implementation_plan: Option<String> = None,
        /// How it is undone.
        pub backout_plan: Option<String> = None,
        /// How one sees that it worked.
        pub test_plan: Option<String> = None,
        /// What may go wrong.
        pub risk: Option<String> = None,
        /// Whether it cannot wait for the usual way.
        pub emergency: bool = false,
    }
}

impl ChangeRequest {
    /// What it says of how it is done, in the declared order of its fields.
    pub(super) fn plans(&self) -> [(Plan, Option<&str>); 5] {
        [
            (Plan::Description, self.description.as_deref()),
            (Plan::Implementation, self.implementation_plan.as_deref()),
            (Plan::Backout, self.backout_plan.as_deref()),
            (Plan::Test, self.test_plan.as_deref()),
            (Plan::Risk, self.risk.as_deref()),
        ]
    }

    /// Its fields in their declared order, the order of findings.
    pub(super) const PLACES: &[&str] = &[
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

words! {
    /// What kind of request it is.
    pub enum RequestType {
        /// A patch of a third party.
        Patch = "patch",
        /// A change of the catalogue, authorised beforehand.
        Standard = "standard",
        /// Any other change, to be assessed.
        Normal = "normal",
        /// A change that cannot wait.
        Emergency = "emergency",
    }
}
