//! What makes a schedule or an instant unreadable: a code, a path and a message.

use std::fmt;

/// Why an instant, an hour, a holiday rule, a zone or a whole schedule could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// A text that is no RFC 3339 instant.
    #[error("`{0}` is not an instant: write it like `2026-11-24T10:00:00+01:00`")]
    NotAnInstant(String),
    /// A date and time that does not say in which offset.
    #[error("`{0}` has no offset from UTC: add one, like `+01:00` or `Z`")]
    InstantWithoutOffset(String),
    /// An instant before 1970 or after 2199.
    #[error("`{0}` is outside 1970 to 2199")]
    InstantOutOfRange(String),
    /// A number of milliseconds that is not whole.
    #[error("`{0}` is not a whole number of milliseconds")]
    NotWholeMilliseconds(String),
    /// A number of seconds that is negative or endless.
    #[error("`{0}` is not a number of seconds of 0 or more")]
    NotADuration(String),
    /// Lists that belong together and are not of one length.
    #[error("there are {length} for {expected} `{of}`")]
    UnequalLengths {
        /// How many there are.
        length: usize,
        /// How many there must be.
        expected: usize,
        /// The list that says so.
        of: &'static str,
    },
    /// A time zone that the IANA data does not have.
    #[error("unknown time zone `{name}`{}", Suggestion(*.nearest))]
    UnknownZone {
        /// The name as given.
        name: String,
        /// The known name that resembles it most.
        nearest: Option<&'static str>,
    },
    /// No time zone at all.
    #[error("no time zone: say `timeZone`, like `Europe/Amsterdam`")]
    MissingZone,
    /// Hours that are no `start-end`.
    #[error("`{0}` are not hours: write them like `09:00-17:00`")]
    NotHours(String),
    /// Hours that start and end at the same time.
    #[error("`{0}` is empty: for a whole day write `00:00-24:00`")]
    EmptyHours(String),
    /// Hours that share time with others.
    #[error("`{hours}` overlaps `{other}`")]
    OverlappingHours {
        /// The later of the two.
        hours: String,
        /// The one it overlaps.
        other: String,
    },
    /// More hours on one day than anybody keeps: each is a place of its own in the clock, on every day of 230 years.
    #[error("{0} shifts on one day: write {most} at most", most = Problem::MOST_HOURS)]
    TooManyHours(usize),
    /// A text that is no date.
    #[error("`{0}` is not a date: write it like `2026-12-24`")]
    NotADate(String),
    /// A text that is no holiday rule.
    #[error("`{0}` is not a holiday rule: write `12-25`, `easter+39`, `mon 1 sep`, `mon last may` or `2026-05-15`")]
    NotAHolidayRule(String),
    /// A holiday rule that can never name a day.
    #[error("`{0}` can never be: {1}")]
    ImpossibleHoliday(String, &'static str),
    /// A version of a schedule that does not say from when it holds.
    #[error("say from which date this version holds")]
    MissingFrom,
    /// A version that holds no later than the one before it.
    #[error("this version must hold from a later date than the one before it")]
    UnorderedVersions,
    /// A version in another zone than the first.
    #[error("all versions of a schedule are in one zone: that of the first")]
    OtherZone,
    /// Special hours on a date on which their version does not hold.
    #[error("`{0}` belongs to another version")]
    OtherVersion(String),
    /// A schedule without a single open moment.
    #[error("the schedule is never open: give at least one day hours")]
    NeverOpen,
}

impl Problem {
    /// How many shifts a day may have: one in each ten minutes.
    pub(super) const MOST_HOURS: usize = 144;

    /// Returns the code that programs and locales key on.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotAnInstant(_) => "not-an-instant",
            Self::InstantWithoutOffset(_) => "instant-without-offset",
            Self::InstantOutOfRange(_) => "instant-out-of-range",
            Self::NotWholeMilliseconds(_) => "not-whole-milliseconds",
            Self::NotADuration(_) => "not-a-duration",
            Self::UnequalLengths { .. } => "unequal-lengths",
            Self::UnknownZone { .. } => "unknown-zone",
            Self::MissingZone => "missing-zone",
            Self::NotHours(_) => "not-hours",
            Self::EmptyHours(_) => "empty-hours",
            Self::OverlappingHours { .. } => "overlapping-hours",
            Self::TooManyHours(_) => "too-many-hours",
            Self::NotADate(_) => "not-a-date",
            Self::NotAHolidayRule(_) => "not-a-holiday-rule",
            Self::ImpossibleHoliday(..) => "impossible-holiday",
            Self::MissingFrom => "missing-field",
            Self::UnorderedVersions => "unordered-versions",
            Self::OtherZone => "other-zone",
            Self::OtherVersion(_) => "other-version",
            Self::NeverOpen => "never-open",
        }
    }

    /// Returns the problem with the place where it was found.
    pub(crate) fn at(self, path: impl Into<String>) -> Error {
        Error {
            path: path.into(),
            problem: self,
        }
    }
}

/// The end of an "unknown" message: the nearest known name, when one resembles it.
struct Suggestion(Option<&'static str>);

impl fmt::Display for Suggestion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(name) => write!(f, ": did you mean `{name}`?"),
            None => Ok(()),
        }
    }
}

/// A problem and where it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {problem}")]
pub struct Error {
    /// Where, in the grammar `a.b[0].c`, relative to the schedule.
    pub path: String,
    /// What is wrong there.
    pub problem: Problem,
}

/// All problems of a schedule, in the order of the document; never none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Errors(pub(super) Vec<Error>);

impl Errors {
    /// Iterates over the problems.
    pub fn iter(&self) -> std::slice::Iter<'_, Error> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a Errors {
    type Item = &'a Error;
    type IntoIter = std::slice::Iter<'a, Error>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Errors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.iter().enumerate() {
            let separator = if index == 0 { "" } else { "; " };
            write!(f, "{separator}{error}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Errors {}
