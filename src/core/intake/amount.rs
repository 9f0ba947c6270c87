//! How long something took, as a file writes it.

use serde::Deserialize;

/// How an amount of time is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AmountUnit {
    /// A number of seconds.
    Seconds,
    /// A number of minutes, with or without the word behind it.
    #[default]
    Minutes,
    /// A number of hours, with a fraction or without.
    Hours,
    /// `12:30` or `12:30:00`, hours first.
    Clock,
}

/// How the amounts of each column are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct AmountUnits {
    /// How long was worked.
    pub worked: AmountUnit,
    /// How long after the opening the customer was answered.
    pub responded_after: AmountUnit,
}

/// So many hours, which are 114 years, are no amount of work or waiting.
const MOST_HOURS: i64 = 1_000_000;

impl AmountUnit {
    /// The word in a mapping.
    pub const fn word(self) -> &'static str {
        match self {
            AmountUnit::Seconds => "seconds",
            AmountUnit::Minutes => "minutes",
            AmountUnit::Hours => "hours",
            AmountUnit::Clock => "clock",
        }
    }

    /// The seconds that a cell says; none: it is no amount, or one of a million hours and more. One
    /// that says it in two ways, such as `2 hours (120 minutes)`, is read in the brackets.
    ///
    /// ```
    /// use sladesk::core::intake::AmountUnit;
    /// assert_eq!(AmountUnit::Minutes.seconds("90"), Some(5400));
    /// assert_eq!(AmountUnit::Minutes.seconds("2 hours (120 minutes)"), Some(7200));
    /// assert_eq!(AmountUnit::Hours.seconds("1,5"), Some(5400));
    /// assert_eq!(AmountUnit::Clock.seconds("-01:30"), Some(-5400));
    /// assert_eq!(AmountUnit::Minutes.seconds("some"), None);
    /// ```
    pub fn seconds(self, text: &str) -> Option<i64> {
        let text = text.trim();
        let within = text
            .split_once('(')
            .and_then(|(_, rest)| rest.split_once(')'));
        let text = within.map_or(text, |(inner, _)| inner.trim());
        if self == AmountUnit::Clock {
            return clock(text);
        }
        let end = text.find(|c: char| !matches!(c, '0'..='9' | '.' | ',' | '-' | '+'));
        let (number, behind) = text.split_at(end.unwrap_or(text.len()));
        let unit = match behind.trim().to_ascii_lowercase().as_str() {
            "" => self,
            "s" | "sec" | "secs" | "second" | "seconds" => AmountUnit::Seconds,
            "m" | "min" | "mins" | "minute" | "minutes" => AmountUnit::Minutes,
            "h" | "hr" | "hrs" | "hour" | "hours" => AmountUnit::Hours,
            _ => return None,
        };
        let each = match unit {
            AmountUnit::Seconds => 1,
            AmountUnit::Minutes => 60,
            AmountUnit::Hours | AmountUnit::Clock => 3600,
        };
        times(number, each)
    }
}

/// A decimal number times a whole one, to the nearest whole; without floating point.
fn times(number: &str, each: i64) -> Option<i64> {
    /// Digits behind the point that count.
    const DIGITS: usize = 6;
    let number = number.replace(',', ".");
    let (sign, bare) = match number.strip_prefix('-') {
        Some(bare) => (-1, bare),
        None => (1, number.strip_prefix('+').unwrap_or(&number)),
    };
    let (whole, part) = bare.split_once('.').unwrap_or((bare, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if (whole.is_empty() && part.is_empty()) || !digits(whole) || !digits(part) {
        return None;
    }
    let part = &part[..part.len().min(DIGITS)];
    let scale = 10_i64.pow(u32::try_from(part.len()).ok()?);
    let all: i64 = format!("{whole}{part}").parse().ok()?;
    let (exact, half) = (all.checked_mul(each)?, scale / 2);
    let seconds = exact.checked_add(half)? / scale;
    (seconds < MOST_HOURS * 3600).then_some(sign * seconds)
}

fn clock(text: &str) -> Option<i64> {
    let (sign, bare) = match text.strip_prefix('-') {
        Some(bare) => (-1, bare),
        None => (1, text),
    };
    let parts: Vec<i64> = bare
        .split(':')
        .map(|part| part.trim().parse().ok().filter(|n| *n >= 0))
        .collect::<Option<_>>()?;
    let seconds = match parts[..] {
        [hours, minutes] => (hours, minutes, 0),
        [hours, minutes, seconds] => (hours, minutes, seconds),
        _ => return None,
    };
    let (hours, minutes, seconds) = seconds;
    let fits = hours < MOST_HOURS && minutes < 60 && seconds < 60;
    fits.then(|| sign * (hours * 3600 + minutes * 60 + seconds))
}

#[cfg(test)]
mod tests {
    use super::AmountUnit::{Clock, Hours, Minutes, Seconds};

    #[test]
    fn a_million_hours_are_no_amount_in_any_unit() {
        for (unit, most, more) in [
            (Seconds, "3599999999", "3600000000"),
            (Minutes, "59999999.98", "60000000"),
            (Hours, "999999.999", "1000000"),
            (Clock, "999999:59:59", "1000000:00"),
        ] {
            let found = unit.seconds(most).map(|seconds| seconds / 10);
            assert_eq!(found, Some(359_999_999), "{most} {unit:?}");
            let taken_off = unit.seconds(&format!("-{most}"));
            assert_eq!(taken_off, unit.seconds(most).map(|seconds| -seconds));
            for text in [
                more,
                &format!("-{more}"),
                "9223372036854775807",
                "9223372036854775807:59",
                "2562047788015215:59:59",
            ] {
                assert_eq!(unit.seconds(text), None, "{text} {unit:?}");
            }
        }
    }
}
