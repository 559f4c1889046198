//! Durations as texts: `PT4H`, `PT1H30M`, `PT0S`.

use std::time::Duration;

use crate::cut::cut;
use crate::json::digits;

/// Why a text is no duration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NoDuration {
    /// Not of the form.
    Unreadable,
    /// In days or longer, which have no fixed length in business time.
    Calendar,
}

/// The longest duration that a policy may name: a hundred years of seconds.
const MOST: u64 = 100 * 366 * 86_400;

/// Reads an ISO 8601 duration of hours, minutes and seconds.
pub(super) fn parse(text: &str) -> Result<Duration, NoDuration> {
    let Some(mut rest) = text.strip_prefix("PT") else {
        let calendar = text.starts_with('P') && text.len() > 2 && text.ends_with(['D', 'W', 'M', 'Y', 'H', 'S']);
        return Err(if calendar { NoDuration::Calendar } else { NoDuration::Unreadable });
    };
    let mut seconds = 0_u64;
    let mut found = false;
    for (unit, factor) in [(b"H", 3600), (b"M", 60), (b"S", 1)] {
        let (number, Some(after)) = cut(rest, unit) else { continue };
        let number = digits(number).filter(|_| number.len() <= 10).ok_or(NoDuration::Unreadable)?;
        seconds += u64::from(number) * factor;
        rest = after;
        found = true;
    }
    if !found || !rest.is_empty() || seconds > MOST {
        return Err(NoDuration::Unreadable);
    }
    Ok(Duration::from_secs(seconds))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::hours("PT4H", Ok(4 * 3600))]
    #[case::minutes("PT30M", Ok(1800))]
    #[case::all_three("PT1H30M15S", Ok(5415))]
    #[case::nothing("PT0S", Ok(0))]
    #[case::a_day("P1D", Err(NoDuration::Calendar))]
    #[case::a_day_and_an_hour("P1DT1H", Err(NoDuration::Calendar))]
    #[case::words_that_begin_so("Phrase", Err(NoDuration::Unreadable))]
    #[case::words_that_end_so("4 HOURS", Err(NoDuration::Unreadable))]
    #[case::a_day_without_a_number("PD", Err(NoDuration::Unreadable))]
    #[case::as_long_as_can_be("PT878400H", Ok(3_162_240_000))]
    #[case::a_second_longer("PT878400H1S", Err(NoDuration::Unreadable))]
    #[case::no_number("PTH", Err(NoDuration::Unreadable))]
    #[case::no_unit("PT", Err(NoDuration::Unreadable))]
    #[case::wrong_order("PT1M1H", Err(NoDuration::Unreadable))]
    #[case::plain_words("4 hours", Err(NoDuration::Unreadable))]
    #[case::longer_than_anybody_waits("PT9999999999H", Err(NoDuration::Unreadable))]
    fn a_duration_is_hours_minutes_and_seconds(#[case] text: &str, #[case] seconds: Result<u64, NoDuration>) {
        assert_eq!(parse(text), seconds.map(Duration::from_secs));
    }
}
