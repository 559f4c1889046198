//! The sections on changes and patches: catalogue, freezes, deliverables, limits.

use crate::schedule::Names;

document! {
    /// The catalogue of standard changes, and the windows and freezes of all changes.
    pub struct ChangesDocument {
        /// The schedule in which changes are carried out; the only one when left out.
        pub schedule: Option<String> = None,
        /// Longest window, like `PT4H`; any when left out.
        pub max_duration: Option<String> = None,
        /// Least time from the request to its window, like `PT24H`; none when left out.
        pub min_notice: Option<String> = None,
        /// Changes that are authorised beforehand.
        pub standard: Vec<StandardChangeDocument> = Vec::new(),
        /// Times without changes and patches.
        pub freezes: Vec<FreezeDocument> = Vec::new(),
        /// What comes with an accepted change.
        pub obligations: Vec<ObligationDocument> = Vec::new(),
    }
}

document! {
    /// A change that is authorised beforehand, with a set procedure.
    pub struct StandardChangeDocument {
        /// Name for programs, like `ad-user`.
        pub id: String,
        /// Name for people, by language.
        pub name: Names = Names::default(),
        /// What a technician needs to know.
        pub fields: Vec<FieldDocument> = Vec::new(),
    }
}

document! {
    /// A field of a standard change.
    pub struct FieldDocument {
        /// Name for programs, like `user`.
        pub id: String,
        /// Name for people, by language.
        pub name: Names = Names::default(),
        /// Whether the change cannot do without it.
        pub required: bool = false,
    }
}

document! {
    /// A time without changes.
    pub struct FreezeDocument {
        /// First instant, or first date.
        pub from: String,
        /// First instant after it, or its last date.
        pub to: String,
        /// Whether it refuses or warns.
        pub kind: FreezeKind,
        /// Why, by language.
        pub reason: Names = Names::default(),
    }
}

words! {
    /// How strict a freeze is.
    pub enum FreezeKind {
        /// Refuses.
        Hard = "hard",
        /// Warns.
        Soft = "soft",
    }
}

document! {
    /// What a patch request must bring, and its limits.
    pub struct PatchesDocument {
        /// The schedule in which patches are installed; the only one when left out.
        pub schedule: Option<String> = None,
        /// Longest window, like `PT4H`; any when left out.
        pub max_duration: Option<String> = None,
        /// Least time from the request to its window, like `PT24H`; none when left out.
        pub min_notice: Option<String> = None,
        /// What the request must bring; all four when left out.
        pub deliverables: Option<Vec<Deliverable>> = None,
        /// What comes with an accepted patch.
        pub obligations: Vec<ObligationDocument> = Vec::new(),
    }
}

words! {
    /// A thing that a patch request must bring.
    pub enum Deliverable {
        /// The installation file.
        Installer = "installer",
        /// The installation instructions.
        Instructions = "instructions",
        /// The release notes.
        ReleaseNotes = "releaseNotes",
        /// The rollback scenario.
        Rollback = "rollback",
    }
}

document! {
    /// What the provider or the customer takes upon them.
    pub struct ObligationDocument {
        /// Name for programs, like `technical-check`.
        pub id: String,
        /// What it says, by language.
        pub text: Names,
    }
}
