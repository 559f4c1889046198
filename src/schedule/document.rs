//! What a schedule is written as: hours of the week, holidays, special hours.

use crate::json::{FromJson, Json, Reading, Table, ToJson, Writer};

/// A text in several languages, keyed by language: `{ "nl": "…", "en": "…" }`.
pub type Names = Table<String>;

document! {
    /// Opening hours in one time zone.
    #[derive(Default)]
    pub struct ScheduleDocument {
        /// First date on which it holds, like `2027-01-01`; since ever when left out. A shift belongs to the version of its start date.
        pub from: Option<String> = None,
        /// IANA name of the zone whose clock the hours are read from; the policy's own when left out. The same for all versions.
        #[cfg_attr(feature = "schema", schemars(with = "Option<crate::schedule::ZoneName>"))]
        pub time_zone: Option<String> = None,
        /// Hours of each day of the week.
        pub hours: HoursDocument = HoursDocument::default(),
        /// Days without hours.
        #[cfg_attr(target_arch = "wasm32", tsify(type = "(string | HolidayDocument)[]"))]
        pub holidays: Vec<HolidayDocument> = Vec::new(),
        /// Hours of single dates, in place of everything else on that date.
        pub overrides: Table<Vec<String>> = Table::default(),
    }
}

/// A schedule: one, or versions of it that hold from a date on, the oldest first.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    target_arch = "wasm32",
    derive(tsify_macros::Tsify),
    tsify(type = "ScheduleDocument | ScheduleDocument[]")
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = crate::json::schema::one_or_many))]
pub struct Versions(pub Vec<ScheduleDocument>);

impl FromJson for Versions {
    fn fill(&mut self, json: &mut Json, reading: &mut Reading) {
        if let Json::List(_) = json {
            self.0.fill(json, reading);
        } else {
            let mut one = ScheduleDocument::blank();
            one.fill(json, reading);
            self.0 = vec![one];
        }
    }
    fn blank() -> Self {
        Self(Vec::new())
    }
}

impl ToJson for Versions {
    fn to_json(&self, out: &mut Writer) {
        match self.0.as_slice() {
            [one] => one.to_json(out),
            all => all.to_json(out),
        }
    }
}

document! {
    /// Hours of each day of the week: any number of shifts, written `09:00-17:00`; none when a day is left out.
    #[derive(Default)]
    pub struct HoursDocument {
        /// On Monday.
        pub mon: Vec<String> = Vec::new(),
        /// On Tuesday.
        pub tue: Vec<String> = Vec::new(),
        /// On Wednesday.
        pub wed: Vec<String> = Vec::new(),
        /// On Thursday.
        pub thu: Vec<String> = Vec::new(),
        /// On Friday.
        pub fri: Vec<String> = Vec::new(),
        /// On Saturday.
        pub sat: Vec<String> = Vec::new(),
        /// On Sunday.
        pub sun: Vec<String> = Vec::new(),
    }
}

impl HoursDocument {
    /// Iterates over the days of the week, Monday first, by their names in the document.
    #[must_use]
    pub fn days(&self) -> [(&'static str, &[String]); 7] {
        [
            ("mon", &self.mon),
            ("tue", &self.tue),
            ("wed", &self.wed),
            ("thu", &self.thu),
            ("fri", &self.fri),
            ("sat", &self.sat),
            ("sun", &self.sun),
        ]
    }
}

record! {
    /// A closed day: a rule that names one in each year, or a date.
    #[derive(Default)]
    #[cfg_attr(feature = "schema", schemars(transform = crate::json::schema::or_text))]
    pub struct HolidayDocument {
        /// Name for programs, like `koningsdag`.
        pub id: Option<String> = None,
        /// Name for people, by language.
        pub name: Names = Names::default(),
        /// `12-25`, `easter+39`, `mon 1 sep`, `mon last may`, or one date as `2026-05-15`.
        pub on: String,
        /// Days to move it by when it falls on a weekday: `{ "sun": -1 }`.
        #[cfg_attr(target_arch = "wasm32", tsify(type = "Partial<Record<keyof HoursDocument, number>>"))]
        #[cfg_attr(feature = "schema", schemars(extend("propertyNames" = { "enum": super::holidays::WEEKDAYS })))]
        pub shift: Table<i8> = Table::default(),
        /// First year it holds.
        pub from: Option<u16> = None,
        /// Last year it holds.
        pub until: Option<u16> = None,
        /// Holds in `from` and every so many years after it.
        pub every_years: Option<u16> = None,
    }
}

impl FromJson for HolidayDocument {
    fn fill(&mut self, json: &mut Json, reading: &mut Reading) {
        match json {
            Json::Text(_) => self.on.fill(json, reading),
            Json::Object(_) => self.fill_fields(json, reading),
            other => reading.wrong("a holiday: a date, or an object with `on`", other),
        }
    }
    fn blank() -> Self {
        Self::blank_fields()
    }
}
