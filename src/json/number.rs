//! Numbers as text. The standard library's own conversions are exact to the last bit of any float, and larger than all rules together.

use crate::cut::cut;

/// The whole numbers up to which every one is a float.
pub(super) const EXACT: f64 = 9_007_199_254_740_992.0;

/// Returns the shortest text of a number that has at most 15 digits; others are rounded to 15.
///
/// # Examples
/// ```
/// use deskrules::json::number;
/// assert_eq!(number(7.6), "7.6");
/// assert_eq!(number(-1_795_518_000_000.0), "-1795518000000");
/// assert_eq!(number(f64::NAN), "NaN");
/// ```
#[must_use]
pub fn number(value: f64) -> String {
    if value.is_nan() {
        return "NaN".to_owned();
    }
    let sign = if value < 0.0 { "-" } else { "" };
    let size = value.abs();
    if size.is_infinite() {
        return format!("{sign}Infinity");
    }
    if size.fract() == 0.0 && size < EXACT {
        return format!("{sign}{}", whole(size));
    }
    let mut decimals = 0;
    let (mut scaled, mut scale) = (size, 1.0);
    // The first number of decimals that says the number again, or as many as 15 digits leave.
    while scaled < 1e14 && decimals < 22 && (scaled.round() / scale).to_bits() != size.to_bits() {
        decimals += 1;
        scale *= 10.0;
        scaled = size * scale;
    }
    let (mut exponent, mut unit) = (0, 1.0);
    // One division at the end: one for each digit would round each time.
    while scaled / unit >= 1e15 {
        unit *= 10.0;
        exponent += 1;
    }
    scaled /= unit;
    let digits = format!("{:01$}", whole(scaled.round()), decimals + 1);
    let (before, after) = digits.split_at_checked(digits.len() - decimals).unwrap_or((&digits, ""));
    match (after.trim_end_matches('0'), exponent) {
        ("", 0) => format!("{sign}{before}"),
        ("", _) => format!("{sign}{before}e{exponent}"),
        (after, _) => format!("{sign}{before}.{after}"),
    }
}

/// Reads a JSON number that was found to be well formed; none when no finite float is near it.
pub(super) fn read(text: &str) -> Option<f64> {
    let (digits, exponent) = cut(text, b"eE");
    let exponent = exponent.unwrap_or("0");
    let size = self::digits(exponent.trim_start_matches(['+', '-']))
        .unwrap_or_default()
        .min(1 << 30)
        .cast_signed();
    let mut exponent = if exponent.starts_with('-') { -size } else { size };
    let (mut mantissa, mut after_point) = (0_u64, false);
    for byte in digits.bytes() {
        let shift = match byte {
            // As many as a float holds exactly: those after them would move these.
            b'0'..=b'9' if mantissa <= 900_719_925_474_099 => {
                mantissa = mantissa * 10 + u64::from(byte - b'0');
                i32::from(after_point)
            }
            b'0'..=b'9' => i32::from(after_point) - 1,
            b'.' => {
                after_point = true;
                0
            }
            _ => 0,
        };
        exponent = exponent.saturating_sub(shift);
    }
    #[expect(clippy::cast_precision_loss, reason = "so many digits fit")]
    let mut value = mantissa as f64;
    // One division by an exact power of ten rounds once: right to the last bit for up to 15 digits and 22 decimals.
    while exponent < 0 && value != 0.0 {
        let step = exponent.max(-22);
        value /= power(-step);
        exponent -= step;
    }
    while exponent > 0 && value != 0.0 && value.is_finite() {
        let step = exponent.min(22);
        value *= power(step);
        exponent -= step;
    }
    if digits.starts_with('-') {
        value = -value;
    }
    value.is_finite().then_some(value)
}

/// Ten to a power of 0 to 22, which floats hold exactly.
fn power(exponent: i32) -> f64 {
    (0..exponent).fold(1.0, |power, _| power * 10.0)
}

fn whole(value: f64) -> u64 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, and 0 or more")]
    let whole = value as u64;
    whole
}

/// Reads a text of nothing but digits; one too large for the type is the largest.
pub(crate) fn digits(text: &str) -> Option<u32> {
    let mut number = (!text.is_empty()).then_some(0_u32)?;
    for byte in text.bytes() {
        let digit = byte.is_ascii_digit().then(|| u32::from(byte - b'0'))?;
        number = number.saturating_mul(10).saturating_add(digit);
    }
    Some(number)
}

#[cfg(test)]
mod tests {
    use super::{number, read};

    #[test]
    fn what_is_written_is_read_again() {
        for value in [
            0.0,
            0.1,
            0.75,
            7.6,
            1e-7,
            123_456.789,
            0.333_333_333_333_333,
            1e15,
            9e15,
            1e20,
            -2.5,
            86_399.999,
        ] {
            assert_eq!(read(&number(value)), Some(value), "{value}: {}", number(value));
        }
    }

    #[test]
    fn a_large_number_is_rounded_once() {
        let again = |text: &str| read(text).map(number);
        assert_eq!(
            again("7777777777777777777777777777777777777").as_deref(),
            Some("777777777777778e22")
        );
        for exponent in 2..=22 {
            let text = format!("777777777777778e{exponent}");
            assert_eq!(again(&text), Some(text));
        }
    }

    #[test]
    fn what_is_read_equals_what_the_standard_library_reads() {
        for text in [
            "0",
            "-0",
            "1.50",
            "25e-2",
            "2.5E+3",
            "0.1",
            "1e22",
            "1795518000000",
            "123456789012345",
            "0.000001",
        ] {
            assert_eq!(read(text), text.parse().ok(), "{text}");
        }
    }

    #[test]
    fn zeros_behind_the_point_change_nothing() {
        assert_eq!(read("9007199254740991.0"), Some(9_007_199_254_740_991.0));
        assert_eq!(read("10.00e1"), Some(100.0));
        assert_eq!(read("0.0"), Some(0.0));
    }

    #[test]
    fn what_no_float_holds_is_none_or_zero() {
        assert_eq!(read("1e400"), None);
        assert_eq!(read("1e99999999999"), None);
        assert_eq!(read("1e-99999999999"), Some(0.0));
    }
}
