//! Dates of the Gregorian calendar, as days that are counted.

use std::fmt;

use super::instant::push_digits;

/// A date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Days since 1970-01-01.
    pub(super) day: i64,
}

impl Date {
    /// Returns the date of that year, month and day, none when there is no such day or the year has more than four digits.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        // The year begins in March, so that the leap day is its last.
        let years = i64::from(year) - i64::from(month <= 2);
        let days = (153 * ((i64::from(month) + 9) % 12) + 2) / 5 + i64::from(day) - 1;
        let leaps = years.div_euclid(4) - years.div_euclid(100) + years.div_euclid(400);
        let date = Self {
            day: years * 365 + leaps + days - 719_468,
        };
        (year <= 9999 && date.parts() == (year, month, day)).then_some(date)
    }

    /// Returns year, month and day.
    #[must_use]
    pub fn parts(self) -> (i32, u32, u32) {
        // Eras of 400 years are alike; within one, three kinds of leap days move the years.
        let (era, day) = ((self.day + 719_468).div_euclid(146_097), (self.day + 719_468).rem_euclid(146_097));
        let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let day = day - (153 * month + 2) / 5 + 1;
        let year = year + era * 400 + i64::from(month >= 10);
        let small = |number: i64| u32::try_from(number).unwrap_or_default();
        (i32::try_from(year).unwrap_or_default(), small((month + 2) % 12 + 1), small(day))
    }

    /// Returns the year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.parts().0
    }

    /// Returns the day of the week, 0 for Monday.
    #[must_use]
    pub fn weekday(self) -> i64 {
        // 1970 began on a Thursday.
        (self.day + 3).rem_euclid(7)
    }

    /// Returns the date so many days later, or earlier when negative.
    pub(super) fn plus(self, days: i64) -> Self {
        Self { day: self.day + days }
    }

    /// Returns the `week`-th such weekday of a month, the last one for none; weekdays count on, so that 7 is Monday again.
    pub(super) fn weekday_of_month(year: i32, month: u32, weekday: i64, week: Option<u8>) -> Option<Self> {
        let first = Self::new(year, month, 1)?;
        let first = first.plus((weekday - first.weekday()).rem_euclid(7));
        let date = first.plus(7 * i64::from(week.unwrap_or(5) - 1));
        match week {
            _ if date.parts().1 == month => Some(date),
            Some(_) => None,
            None => Some(date.plus(-7)),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        let mut text = String::new();
        push_digits(&mut text, i64::from(year), 4);
        text.push('-');
        push_digits(&mut text, i64::from(month), 2);
        text.push('-');
        push_digits(&mut text, i64::from(day), 2);
        f.write_str(&text)
    }
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike as _, NaiveDate};

    use super::Date;

    #[test]
    fn dates_are_those_of_chrono() {
        for (day, date) in (-800_000..800_000)
            .step_by(17)
            .filter_map(|day| Some((day, NaiveDate::from_epoch_days(day)?)))
        {
            let ours = Date { day: i64::from(day) };
            assert_eq!(ours.parts(), (date.year(), date.month(), date.day()), "{date}");
            assert_eq!(ours.weekday(), i64::from(date.weekday().num_days_from_monday()), "{date}");
        }
    }

    #[test]
    fn only_days_that_there_are_have_a_date() {
        for year in [0, 1900, 1970, 2000, 2023, 2024, 2199, 9999] {
            for (month, day) in (0..=13).flat_map(|month| (0..=32).map(move |day| (month, day))) {
                let theirs = NaiveDate::from_ymd_opt(year, month, day).map(|date| date.to_string());
                assert_eq!(
                    Date::new(year, month, day).map(|date| date.to_string()),
                    theirs,
                    "{year}-{month}-{day}"
                );
            }
        }
        assert_eq!(Date::new(10_000, 1, 1), None);
    }

    #[test]
    fn weekdays_of_a_month_are_counted_and_the_last_is_found() {
        let text = |weekday, week| Date::weekday_of_month(2026, 5, weekday, week).map_or("none".into(), |date| date.to_string());
        assert_eq!(text(4, Some(1)), "2026-05-01");
        assert_eq!(text(4, Some(5)), "2026-05-29");
        assert_eq!(text(0, Some(5)), "none");
        assert_eq!(text(0, None), "2026-05-25");
        assert_eq!(text(6, None), "2026-05-31");
    }
}
