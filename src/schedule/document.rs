//! What a schedule is written as: hours of the week, holidays, special hours.

use serde::{Deserialize, Deserializer, Serialize, de};

use super::table::Table;

/// A text in several languages, keyed by language: `{ "nl": "…", "en": "…" }`.
pub type Names = Table<String>;

/// Opening hours in one time zone.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ScheduleDocument {
    /// IANA name of the zone whose clock the hours are read from; the policy's own when left out.
    #[serde(default)]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub time_zone: Option<String>,
    /// Hours of each day of the week.
    #[serde(default)]
    pub hours: HoursDocument,
    /// Days without hours.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "(string | HolidayDocument)[]"))]
    pub holidays: Vec<HolidayDocument>,
    /// Hours of single dates, in place of everything else on that date.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, string[]>"))]
    pub overrides: Table<Vec<String>>,
}

/// Hours of each day of the week: any number of shifts, written `09:00-17:00`; none when a day is left out.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the days of the week say what they are")]
pub struct HoursDocument {
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub mon: Vec<String>,
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub tue: Vec<String>,
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub wed: Vec<String>,
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub thu: Vec<String>,
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub fri: Vec<String>,
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub sat: Vec<String>,
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub sun: Vec<String>,
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

/// A closed day: a rule that names one in each year, or a date.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct HolidayDocument {
    /// Name for programs, like `koningsdag`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub id: Option<String>,
    /// Name for people, by language.
    #[serde(skip_serializing_if = "Names::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, string>"))]
    pub name: Names,
    /// `12-25`, `easter+39`, `mon 1 sep`, `mon last may`, or one date as `2026-05-15`.
    pub on: String,
    /// Days to move it by when it falls on a weekday: `{ "sun": -1 }`.
    #[serde(skip_serializing_if = "Table::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Partial<Record<keyof HoursDocument, number>>"))]
    pub shift: Table<i8>,
    /// First year it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub from: Option<u16>,
    /// Last year it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub until: Option<u16>,
    /// Holds in `from` and every so many years after it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub every_years: Option<u16>,
}

impl<'de> Deserialize<'de> for HolidayDocument {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        struct Full {
            #[serde(default)]
            id: Option<String>,
            #[serde(default)]
            name: Names,
            on: String,
            #[serde(default)]
            shift: Table<i8>,
            #[serde(default)]
            from: Option<u16>,
            #[serde(default)]
            until: Option<u16>,
            #[serde(default)]
            every_years: Option<u16>,
        }
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = HolidayDocument;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a holiday: a date, or an object with `on`")
            }
            fn visit_str<E: de::Error>(self, on: &str) -> Result<HolidayDocument, E> {
                Ok(HolidayDocument {
                    on: on.to_owned(),
                    ..HolidayDocument::default()
                })
            }
            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<HolidayDocument, A::Error> {
                let Full {
                    id,
                    name,
                    on,
                    shift,
                    from,
                    until,
                    every_years,
                } = Full::deserialize(de::value::MapAccessDeserializer::new(map))?;
                Ok(HolidayDocument {
                    id,
                    name,
                    on,
                    shift,
                    from,
                    until,
                    every_years,
                })
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}
