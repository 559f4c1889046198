//! Instants and durations as JavaScript has them, floating-point numbers, read as whole milliseconds without a branch.

use std::time::Duration;

use super::error::Problem;
use super::instant::Instant;

/// From here on floating-point numbers are whole; added to a smaller one, that is the last digits of its bits.
const WHOLE: f64 = 4_503_599_627_370_496.0;

/// More milliseconds than there are in the range: 70,000 years.
pub(super) const MOST: i64 = 1 << 51;

/// The first number of seconds that no `Duration` holds.
const TOO_LONG: f64 = 18_446_744_073_709_551_616.0;

/// Returns a duration in milliseconds, at most [`MOST`].
pub(crate) fn millis(time: Duration) -> i64 {
    let millis = time.as_secs().saturating_mul(1000).saturating_add(u64::from(time.subsec_millis()));
    i64::try_from(millis).unwrap_or(MOST).min(MOST)
}

/// Returns a number of milliseconds as an integer, and whether it is whole and near the range; the integer means nothing when it is not.
#[inline(always)]
#[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
pub(super) fn near(number: f64) -> (i64, bool) {
    let shifted = number + WHOLE;
    let millis = shifted.to_bits().wrapping_sub(WHOLE.to_bits()).cast_signed();
    #[expect(clippy::float_cmp, reason = "the same when whole")]
    let whole = shifted - WHOLE == number;
    (millis, whole)
}

/// The same, and whether it is an instant.
#[inline(always)]
#[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
pub(super) fn instant(number: f64) -> (i64, bool) {
    let (millis, whole) = near(number);
    (millis, whole & (0..Instant::END).contains(&millis))
}

/// Returns a number of seconds in milliseconds, and whether it is less than 30,000 years, which is more than any window holds.
#[inline(always)]
#[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
pub(super) fn short(seconds: f64) -> (i64, bool) {
    let shifted = seconds * 1000.0 + WHOLE;
    (
        shifted.to_bits().wrapping_sub(WHOLE.to_bits()).cast_signed(),
        (0.0..1e12).contains(&seconds),
    )
}

/// Returns a number that is an instant as an integer.
#[inline(always)]
#[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
pub(crate) fn whole(instant: f64) -> i64 {
    self::instant(instant).0
}

/// Returns a number of seconds in milliseconds, at most [`MOST`], and whether it is a duration.
#[inline(always)]
#[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
pub(super) fn duration(seconds: f64) -> (i64, bool) {
    // The bits of numbers that are not negative sort as the numbers do; those of -0 are the least, taken as signed.
    let millis = (seconds * 1000.0)
        .to_bits()
        .cast_signed()
        .min((WHOLE / 2.0).to_bits().cast_signed());
    let shifted = f64::from_bits(millis.cast_unsigned()) + WHOLE;
    (
        shifted.to_bits().wrapping_sub(WHOLE.to_bits()).cast_signed(),
        (0.0..TOO_LONG).contains(&seconds),
    )
}

/// Returns an instant as JavaScript has it; NaN for none.
#[inline(always)]
#[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
pub(super) fn of(millis: i64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "230 years of milliseconds fit a float exactly")]
    let number = millis as f64;
    number
}

/// Reads one instant, or says what is wrong with it.
pub(super) fn one_instant(number: f64) -> Result<i64, Problem> {
    Instant::from_epoch_number(number).map(Instant::epoch_millis)
}

/// Reads one duration, or says what is wrong with it.
pub(crate) fn one_duration(seconds: f64) -> Result<i64, Problem> {
    match duration(seconds) {
        (millis, true) => Ok(millis),
        _ => Err(Problem::NotADuration(crate::json::number(seconds))),
    }
}
