//! How long a promise may take, as people write it: `30m`, `1h30m`, `3bd`, `2 calendar days`,
//! `1 month`, `end of next business day`.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// How long a promise may take. The unit is always named: one known helpdesk's "1 day" is three
/// working days, so a bare `3d` is refused with the two things that it could mean.
///
/// ```
/// use sladesk::core::time::Span;
/// assert_eq!("1h30m".parse::<Span>()?, Span::Time(5400));
/// assert_eq!("3 business days".parse::<Span>()?, Span::BusinessDays(3));
/// assert_eq!(Span::BusinessDays(3).to_string(), "3bd");
/// assert!("3d".parse::<Span>().is_err());
/// # Ok::<(), sladesk::core::time::SpanError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Span {
    /// Seconds of open time.
    Time(i64),
    /// The same wall time that many open days later.
    BusinessDays(u32),
    /// The same wall time that many days later, open or not.
    CalendarDays(u32),
    /// The same wall time on the same day that many months later, or on the last day of a month
    /// that is too short for it.
    CalendarMonths(u32),
    /// The closing of the start's own date if still to come, else of the next open day.
    EndOfBusinessDay,
    /// The closing of the first open day after the start's own date.
    EndOfNextBusinessDay,
}

impl Span {
    /// Whether it counts days of business, and not open time or days of the calendar.
    ///
    /// ```
    /// use sladesk::core::time::Span;
    /// assert!(Span::EndOfBusinessDay.counts_business_days());
    /// assert!(!Span::CalendarDays(3).counts_business_days());
    /// ```
    pub fn counts_business_days(self) -> bool {
        match self {
            Span::BusinessDays(_) | Span::EndOfBusinessDay | Span::EndOfNextBusinessDay => true,
            Span::Time(_) | Span::CalendarDays(_) | Span::CalendarMonths(_) => false,
        }
    }
}

/// Why a text is no span. The message is complete; `hint` says what would be right.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct SpanError {
    /// What is wrong, in full.
    pub message: String,
    /// What would be right.
    pub hint: Option<String>,
}

impl SpanError {
    fn unreadable(text: &str) -> SpanError {
        SpanError {
            message: format!("`{text}` is no duration"),
            hint: Some(
                "write `30m`, `4h`, `1h30m`, `90s`, `3bd`, `2 calendar days`, `1 month` or \
                 `end of next business day`"
                    .to_owned(),
            ),
        }
    }

    fn too_long(text: &str) -> SpanError {
        SpanError {
            message: format!("`{text}` is too long for a promise"),
            hint: Some(format!(
                "the longest are a hundred years: `{}h` or `{}bd`",
                LONGEST / 3600,
                LONGEST_DAYS
            )),
        }
    }

    fn bare_days(text: &str, days: &str) -> SpanError {
        let (working, unit, hours) = match days.parse::<u64>() {
            Ok(1) => ("one working day".to_owned(), "day", 24),
            Ok(n) => (
                format!("{} working days", in_words(n)),
                "days",
                n.saturating_mul(24),
            ),
            Err(_) => return SpanError::too_long(text),
        };
        SpanError {
            message: format!("`{text}` is no promise: {working}, or {hours} hours?"),
            hint: Some(format!(
                "write `{days}bd`, `{days} calendar {unit}` or `{hours}h`"
            )),
        }
    }
}

fn in_words(n: u64) -> String {
    const WORDS: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    usize::try_from(n)
        .ok()
        .and_then(|n| WORDS.get(n))
        .map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

/// The longest promises that can be written, in each unit: a hundred years.
const LONGEST_MONTHS: u32 = 100 * 12;
const LONGEST_DAYS: u32 = 100 * 366;
const LONGEST: i64 = LONGEST_DAYS as i64 * 86_400;

impl std::str::FromStr for Span {
    type Err = SpanError;

    fn from_str(text: &str) -> Result<Span, SpanError> {
        let folded = text.trim().to_lowercase().replace(['-', '_'], " ");
        let folded = folded.split_whitespace().collect::<Vec<_>>().join(" ");
        match folded.as_str() {
            "end of business day" => return Ok(Span::EndOfBusinessDay),
            "end of next business day" => return Ok(Span::EndOfNextBusinessDay),
            _ => {}
        }
        let unreadable = || SpanError::unreadable(text);
        if text.trim_start().starts_with('-') {
            return Err(unreadable());
        }
        let mut rest = folded.as_str();
        let mut seconds: i64 = 0;
        let mut smallest = i64::MAX;
        while !rest.is_empty() {
            let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let (number, tail) = rest.split_at(digits);
            let tail = tail.trim_start();
            let unit_len = tail
                .find(|c: char| c.is_ascii_digit())
                .unwrap_or(tail.len());
            let (unit, after) = tail.split_at(unit_len);
            let unit = unit.trim();
            if number.is_empty() {
                return Err(unreadable());
            }
            // what overflows is too long in any unit
            let amount: i64 = number.parse().unwrap_or(i64::MAX);
            let whole = seconds == 0 && smallest == i64::MAX && after.is_empty();
            let at_most = |most: u32| match u32::try_from(amount) {
                _ if !whole => Err(unreadable()),
                Ok(n) if n <= most => Ok(n),
                _ => Err(SpanError::too_long(text)),
            };
            // `calendar days`: of which kind the unit is
            let (kind, unit) = unit.split_once(' ').unwrap_or(("", unit));
            match (kind, unit) {
                ("", "bd") | ("business" | "working", "day" | "days") => {
                    return at_most(LONGEST_DAYS).map(Span::BusinessDays);
                }
                ("", "cd") | ("calendar", "day" | "days") => {
                    return at_most(LONGEST_DAYS).map(Span::CalendarDays);
                }
                ("" | "calendar", "week" | "weeks") => {
                    let weeks = at_most(LONGEST_DAYS / 7);
                    return weeks.map(|weeks| Span::CalendarDays(7 * weeks));
                }
                ("" | "calendar", "month" | "months") => {
                    return at_most(LONGEST_MONTHS).map(Span::CalendarMonths);
                }
                ("", "d" | "day" | "days") if whole => {
                    return Err(SpanError::bare_days(text, number));
                }
                _ => {}
            }
            let size = match (kind, unit) {
                ("", "s" | "sec" | "second" | "seconds") => 1,
                ("", "m" | "min" | "minute" | "minutes") => 60,
                // a plan's hours are counted in its hours of support
                ("", "h") | ("" | "business" | "working", "hour" | "hours") => 3600,
                _ => return Err(unreadable()),
            };
            if size >= smallest {
                return Err(unreadable());
            }
            smallest = size;
            seconds = amount
                .checked_mul(size)
                .and_then(|part| seconds.checked_add(part))
                .filter(|sum| *sum <= LONGEST)
                .ok_or_else(|| SpanError::too_long(text))?;
            rest = after;
        }
        if smallest == i64::MAX {
            return Err(unreadable());
        }
        Ok(Span::Time(seconds))
    }
}

impl fmt::Display for Span {
    /// The shortest way to write it in a plan file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Span::Time(0) => f.write_str("0m"),
            Span::Time(seconds) => {
                for (size, unit) in [(3600, "h"), (60, "m"), (1, "s")] {
                    let part = match size {
                        3600 => seconds / 3600,
                        60 => seconds % 3600 / 60,
                        _ => seconds % 60,
                    };
                    if part != 0 {
                        write!(f, "{part}{unit}")?;
                    }
                }
                Ok(())
            }
            Span::BusinessDays(n) => write!(f, "{n}bd"),
            Span::CalendarDays(n) => write!(f, "{n}cd"),
            Span::CalendarMonths(1) => f.write_str("1 month"),
            Span::CalendarMonths(n) => write!(f, "{n} months"),
            Span::EndOfBusinessDay => f.write_str("end of business day"),
            Span::EndOfNextBusinessDay => f.write_str("end of next business day"),
        }
    }
}

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Span, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_read_as_people_write_them() {
        for (text, span) in [
            ("30m", Span::Time(1800)),
            ("60 min", Span::Time(3600)),
            ("4h", Span::Time(14_400)),
            ("1h30m", Span::Time(5400)),
            ("1h 30m 5s", Span::Time(5405)),
            ("90s", Span::Time(90)),
            ("0m", Span::Time(0)),
            ("3bd", Span::BusinessDays(3)),
            ("3 business days", Span::BusinessDays(3)),
            ("1 working day", Span::BusinessDays(1)),
            ("2 calendar days", Span::CalendarDays(2)),
            ("1 week", Span::CalendarDays(7)),
            ("2 calendar weeks", Span::CalendarDays(14)),
            ("1 month", Span::CalendarMonths(1)),
            ("3 calendar months", Span::CalendarMonths(3)),
            ("4 business hours", Span::Time(14_400)),
            ("End of next business day", Span::EndOfNextBusinessDay),
            ("end-of-business-day", Span::EndOfBusinessDay),
        ] {
            assert_eq!(text.parse(), Ok(span), "{text}");
            assert_eq!(span.to_string().parse(), Ok(span), "{text} written again");
        }
    }

    #[test]
    fn a_bare_day_is_refused_with_the_two_things_it_could_mean() {
        let error = "3d".parse::<Span>().unwrap_err();
        assert_eq!(
            error.message,
            "`3d` is no promise: three working days, or 72 hours?"
        );
        assert_eq!(
            error.hint.as_deref(),
            Some("write `3bd`, `3 calendar days` or `72h`")
        );
    }

    #[test]
    fn a_single_bare_day_is_one_day() {
        let error = "1d".parse::<Span>().unwrap_err();
        assert_eq!(
            error.hint.as_deref(),
            Some("write `1bd`, `1 calendar day` or `24h`")
        );
    }

    #[test]
    fn what_is_too_long_is_told_so() {
        for text in [
            "878401h",
            "36601bd",
            "36601 calendar days",
            "5229 weeks",
            "1201 months",
            "99999999999999999999d",
            "99999999999999999999h",
            "878400h 1m",
        ] {
            let error = text.parse::<Span>().unwrap_err();
            assert_eq!(
                error.message,
                format!("`{text}` is too long for a promise"),
                "{text}"
            );
            assert_eq!(
                error.hint.as_deref(),
                Some("the longest are a hundred years: `878400h` or `36600bd`")
            );
        }
        for text in ["878400h", "36600bd", "36600cd", "5228 weeks", "1200 months"] {
            assert!(text.parse::<Span>().is_ok(), "{text}");
        }
    }

    #[test]
    fn what_is_no_span_is_refused() {
        for text in [
            "",
            "h",
            "4",
            "4x",
            "30m4h",
            "1h1h",
            "-4h",
            "4.5h",
            "1h 3bd",
            "3bd 1h",
            "1 month 1h",
            "1h 1 week",
            "1.5 months",
            "99999999999999999999h",
            "9999999999h",
            "4294967295bd",
            "soon",
        ] {
            assert!(text.parse::<Span>().is_err(), "{text}");
        }
    }
}
