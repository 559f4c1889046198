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
        /// What a change must say of how it is done, by its type.
        pub plans: PlansDocument = PlansDocument::default(),
        /// What comes with an accepted change.
        pub obligations: Vec<ObligationDocument> = Vec::new(),
    }
}

document! {
    /// What a change must say of how it is done, by its type.
    pub struct PlansDocument {
        /// Of a change of the catalogue, whose procedure is set; nothing when left out.
        pub standard: Vec<Plan> = Vec::new(),
        /// Of any other change; all when left out.
        pub normal: Vec<Plan> = Plan::ALL.to_vec(),
        /// Of a change that cannot wait: all but the test plan and the risk when left out.
        pub emergency: Vec<Plan> = Plan::URGENT.to_vec(),
    }
}

impl Default for PlansDocument {
    fn default() -> Self {
        Self {
            standard: Vec::new(),
            normal: Plan::ALL.to_vec(),
            emergency: Plan::URGENT.to_vec(),
        }
    }
}

words! {
    /// What a change says of how it is done: a field of the request.
    pub enum Plan {
        /// What it is about, in full; of an emergency, why it cannot wait.
        Description = "description",
        /// How it is done.
        Implementation = "implementationPlan",
        /// How it is undone.
        Backout = "backoutPlan",
        /// How one sees that it worked.
        Test = "testPlan",
        /// What may go wrong.
        Risk = "risk",
    }
}

impl Plan {
    /// What even a change that cannot wait says.
    const URGENT: [Self; 3] = [Self::Description, Self::Implementation, Self::Backout];
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
        /// What kind of value it has; `text` when left out.
        pub r#type: FieldType = FieldType::Text,
        /// The values of a `choice`.
        pub options: Vec<OptionDocument> = Vec::new(),
    }
}

words! {
    /// What kind of value a field has.
    pub enum FieldType {
        /// Any text that says something.
        Text = "text",
        /// The name of an account, like `jdevries`, `CORP\\jdevries` or `jdevries@example.com`.
        Account = "account",
        /// A mail address.
        Email = "email",
        /// A size with its unit, like `50 GB`.
        Quota = "quota",
        /// The name of a server, in scope when the policy lists those.
        Server = "server",
        /// A date, like `2026-11-24`.
        Date = "date",
        /// One of the field's `options`.
        Choice = "choice",
    }
}

document! {
    /// A value of a choice.
    pub struct OptionDocument {
        /// Name for programs, like `read`.
        pub id: String,
        /// Name for people, by language.
        pub name: Names = Names::default(),
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
