//! The rules of requests by name, and how much each weighs.

words! {
    /// How much the findings of a rule weigh.
    pub enum RuleLevel {
        /// They refuse the request.
        Error = "error",
        /// Somebody should look at them.
        Warning = "warning",
        /// They are good to know.
        Info = "info",
        /// The rule is not asked.
        Off = "off",
    }
}

/// The ids of the rules of change and patch requests: at one place they speak in this order.
pub const RULE_IDS: &[&str] = &[
    "service-not-included",
    "needs-assessment",
    "emergency-review",
    "field-missing",
    "field-unknown",
    "field-invalid",
    "deliverable-missing",
    "deliverable-out-of-place",
    "plan-missing",
    "placeholder",
    "too-brief",
    "text-copied",
    "version-not-newer",
    "server-unclear",
    "server-twice",
    "server-out-of-scope",
    "requester-unnamed",
    "requester-unreachable",
    "file-missing",
    "installer-name",
    "installer-size",
    "installer-checksum",
    "release-notes-address",
    "rollback-without-step",
    "rollback-tested-in-future",
    "window-incomplete",
    "window-in-past",
    "notice-too-short",
    "window-too-long",
    "window-on-holiday",
    "window-across-closed-time",
    "window-outside-hours",
    "window-in-freeze",
    "window-overlaps",
];
