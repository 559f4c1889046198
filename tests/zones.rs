//! The zone table against two independent readers of the IANA data, in every zone.
#![allow(clippy::allow_attributes, clippy::expect_used, clippy::indexing_slicing, reason = "a test may")]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Offset as _, TimeZone as _};
use deskrules::schedule::{Instant, Zone, names, zone_data};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use rstest::rstest;
use support::at;

/// Where another release of the data says something else than ours.
struct Known {
    zones: &'static [&'static str],
    /// Months of the first and the last difference.
    from: &'static str,
    to: &'static str,
    /// What our release knows and the other does not.
    #[expect(dead_code, reason = "for who reads the list")]
    why: &'static str,
}

/// The release of chrono-tz is older.
const CHRONO_TZ: (&str, &[Known]) = (
    "2025b",
    &[
        Known {
            zones: &["America/Ensenada", "America/Santa_Isabel", "America/Tijuana", "Mexico/BajaNorte"],
            from: "1970-04",
            to: "1975-10",
            why: "Baja California kept the summer time of California",
        },
        Known {
            zones: &["Asia/Tehran", "Iran"],
            from: "1979-05",
            to: "1979-05",
            why: "summer time began at another hour",
        },
        Known {
            zones: &["America/Bogota"],
            from: "1992-05",
            to: "1992-05",
            why: "summer time began at another hour",
        },
        Known {
            zones: &["Europe/Chisinau", "Europe/Tiraspol"],
            from: "2022-03",
            to: "2099-10",
            why: "Moldova changes its clocks when the European Union does",
        },
        Known {
            zones: &["Africa/Casablanca", "Africa/El_Aaiun"],
            from: "2026-09",
            to: "2099-12",
            why: "Morocco gives up its own summer time",
        },
        Known {
            zones: &[
                "America/Edmonton",
                "America/Inuvik",
                "America/Rainy_River",
                "America/Vancouver",
                "America/Winnipeg",
                "America/Yellowknife",
                "Canada/Central",
                "Canada/Mountain",
                "Canada/Pacific",
            ],
            from: "2026-11",
            to: "2099-12",
            why: "Canada west of Ontario stays on summer time",
        },
        Known {
            zones: &["America/Havana", "Cuba"],
            from: "2026-11",
            to: "2027-03",
            why: "Cuba stays on summer time for a winter",
        },
    ],
);

/// jiff bundles the same release.
const JIFF: &[Known] = &[];

/// Nine days and some, so that the hours of the day are all met.
const GRID: i64 = (9 * 24 + 7) * 3_600_000 + 13 * 60_000;

#[test]
fn every_zone_reads_as_jiff_reads_it_to_2199() {
    let found = differences("2199-12-31T23:59:59Z", |name| {
        let zone = bundled(name);
        move |millis| zone.to_offset(timestamp(millis)).seconds()
    });
    assert_known(&found, JIFF);
}

#[test]
fn every_zone_reads_as_chrono_tz_reads_it_to_2099() {
    let (release, known) = CHRONO_TZ;
    assert_eq!(chrono_tz::IANA_TZDB_VERSION, release, "another release: look through the list");
    let found = differences("2099-12-31T23:59:59Z", |name| {
        let zone = name.parse().unwrap_or(chrono_tz::Tz::UTC);
        move |millis| {
            let utc = DateTime::from_timestamp_millis(millis).expect("in range").naive_utc();
            chrono_tz::Tz::offset_from_utc_datetime(&zone, &utc).fix().local_minus_utc()
        }
    });
    assert_known(&found, known);
}

#[test]
fn every_name_of_the_others_is_known() {
    let ours: BTreeSet<String> = names().map(str::to_owned).collect();
    let jiff: BTreeSet<String> = TimeZoneDatabase::bundled().available().map(|name| name.to_string()).collect();
    let chrono_tz: BTreeSet<String> = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name().to_owned()).collect();
    assert_eq!(ours, jiff);
    assert_eq!(chrono_tz.difference(&ours).count(), 0);
    // What a computer has before anybody tells it its zone: always UTC.
    assert_eq!(ours.difference(&chrono_tz).collect::<Vec<_>>(), ["Factory"]);
}

/// The list is for the tests in JavaScript, whose API has no list; and a name that gets lost is seen.
#[test]
fn the_list_of_names_is_ours() {
    let listed: Vec<&str> = include_str!("cases/zones.txt").lines().collect();
    assert_eq!(listed, names().collect::<Vec<_>>());
}

#[test]
fn the_release_of_the_data_is_told() {
    let (year, letter) = zone_data().split_at(4);
    assert!(
        year.parse::<u16>().is_ok() && letter.chars().all(char::is_alphabetic),
        "{}",
        zone_data()
    );
}

#[rstest]
#[case::a_zone_that_then_joins_another_at_once("Europe/Lisbon", "1996-01-15", "+01:00")]
#[case::no_summer_time_that_year("Europe/Riga", "2000-07-01", "+02:00")]
#[case::nor_in_these_two("Europe/Tallinn", "2001-07-01", "+02:00")]
#[case::nor_in_these_three("Europe/Vilnius", "2002-07-01", "+02:00")]
#[case::before_anybody_lived_there("Antarctica/Troll", "1990-07-01", "+00:00")]
#[case::on_summer_time_in_winter("America/Grand_Turk", "2017-01-15", "-04:00")]
#[case::between_two_rules("Pacific/Norfolk", "2018-01-15", "+11:00")]
fn a_yearly_rule_begins_at_the_last_change_even_when_that_leaves_the_offset(#[case] zone: &str, #[case] date: &str, #[case] offset: &str) {
    let stamp = Zone::named(zone)
        .expect("a zone")
        .stamp(at(&format!("{date}T12:00:00Z")))
        .to_string();
    assert_eq!(&stamp[19..], offset);
}

#[test]
fn dates_begin_and_end_as_jiff_has_them_around_every_clock_change() {
    for name in names() {
        let (ours, theirs) = (Zone::named(name).expect("a zone of the table"), bundled(name));
        for change in changes(&theirs, Instant::LAST.epoch_millis()) {
            for millis in [change - 1, change] {
                let date = theirs.to_datetime(timestamp(millis)).date();
                let instant = Instant::from_epoch_millis(millis).expect("in range");
                assert_eq!(ours.date(instant).to_string(), date.to_string(), "{name} at {}", timestamp(millis));
            }
            let date = theirs.to_datetime(timestamp(change)).date();
            let day = ours.day(&date.to_string()).expect("a date of the range");
            let midnight = |date: Date| date.to_zoned(theirs.clone()).expect("in range").timestamp().as_millisecond();
            let expected = (midnight(date), midnight(date.tomorrow().expect("in range")));
            assert_eq!((day.start.epoch_millis(), day.end.epoch_millis()), expected, "{name} on {date}");
        }
    }
}

/// Compares our offset with another's in every zone: around each clock change that jiff knows, and on a grid; answers where they differ.
fn differences<F: Fn(i64) -> i32>(until: &str, other: impl Fn(&'static str) -> F) -> BTreeMap<&'static str, Vec<i64>> {
    let until = at(until).epoch_millis();
    let mut found = BTreeMap::new();
    for name in names() {
        let (ours, theirs) = (Zone::named(name).expect("a zone of the table"), other(name));
        let around = changes(&bundled(name), until)
            .into_iter()
            .flat_map(|at| [at - 1000, at - 1, at, at + 1, at + 1000]);
        let mut differ: Vec<i64> = around
            .chain((0..until).step_by(usize::try_from(GRID).expect("a step")))
            .filter(|at| ours.offset(Instant::from_epoch_millis(*at).expect("in range")) != theirs(*at))
            .collect();
        if !differ.is_empty() {
            differ.sort_unstable();
            found.insert(name, differ);
        }
    }
    found
}

/// Asserts that there are these differences and no other: an entry that is not needed any more is one too many.
fn assert_known(found: &BTreeMap<&str, Vec<i64>>, known: &[Known]) {
    let month = |at: i64| timestamp(at).strftime("%Y-%m").to_string();
    let found: Vec<String> = found
        .iter()
        .map(|(zone, differ)| format!("{zone}: {} to {}", month(differ[0]), month(differ[differ.len() - 1])))
        .collect();
    let mut known: Vec<String> = known
        .iter()
        .flat_map(|known| known.zones.iter().map(|zone| format!("{zone}: {} to {}", known.from, known.to)))
        .collect();
    known.sort();
    assert_eq!(found, known);
}

/// The clock changes from 1970 on, in milliseconds.
fn changes(zone: &TimeZone, until: i64) -> Vec<i64> {
    let changes = zone.following(timestamp(0)).map(|change| change.timestamp().as_millisecond());
    changes.take_while(|at| *at < until).collect()
}

fn bundled(name: &str) -> TimeZone {
    TimeZoneDatabase::bundled().get(name).expect("a zone that jiff knows")
}

fn timestamp(millis: i64) -> Timestamp {
    Timestamp::from_millisecond(millis).expect("in range")
}

#[rstest]
#[case::a_letter_missing("Europe/Amsterdm", "Europe/Amsterdam")]
#[case::in_capitals("EUROPE/AMSTERDAM", "Europe/Amsterdam")]
#[case::the_city_alone("Amstardan", "Europe/Amsterdam")]
#[case::a_whole_name_before_a_city("Jamaicaa", "Jamaica")]
#[case::the_first_of_several("GMT+", "GMT")]
#[case::a_third_of_the_letters_wrong("Amxtxxdam", "Europe/Amsterdam")]
#[case::more_than_that("Axxtxxdam", "none")]
#[case::no_place("Nowhereville", "none")]
fn an_unknown_name_has_a_nearest_one(#[case] name: &str, #[case] nearest: &str) {
    assert_eq!(Zone::nearest(name).unwrap_or("none"), nearest);
}

#[test]
fn a_zone_knows_its_name() {
    assert!(names().all(|name| Zone::named(name).is_some_and(|zone| zone.name() == name)));
    assert_eq!(Zone::utc().name(), "UTC");
}
