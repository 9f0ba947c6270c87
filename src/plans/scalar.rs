//! The small values of a plan file that no other room reads: periods, notices, figures, ids.

use chrono::{NaiveDate, NaiveTime, Timelike};

use crate::core::terms::Notice;
use crate::core::time::Span;

/// The longest term that means anything, in months.
const LONGEST_MONTHS: u32 = 1_200;

/// `12 months`, `1 year`, `2 quarters` in months.
pub(super) fn months(text: &str) -> Option<u32> {
    let (number, unit) = counted(text)?;
    let each = match unit {
        "month" | "months" => 1,
        "quarter" | "quarters" => 3,
        "year" | "years" => 12,
        _ => return None,
    };
    let months = number.checked_mul(each)?;
    (1..=LONGEST_MONTHS).contains(&months).then_some(months)
}

/// The shortest way to write months.
pub(super) fn months_in_words(months: u32) -> String {
    let (number, unit) = match months {
        m if m % 12 == 0 => (m / 12, "year"),
        m => (m, "month"),
    };
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {unit}{plural}")
}

/// `30 days`, `2 weeks`, `3 months`.
pub(super) fn notice(text: &str) -> Option<Notice> {
    let (number, unit) = counted(text)?;
    match unit {
        "day" | "days" => Some(Notice::Days(number)),
        "week" | "weeks" => number.checked_mul(7).map(Notice::Days),
        _ => months(text).map(Notice::Months),
    }
}

fn counted(text: &str) -> Option<(u32, &str)> {
    let (number, unit) = text.trim().split_once(' ')?;
    Some((number.parse().ok().filter(|n| *n > 0)?, unit.trim()))
}

/// `15:00` in seconds of the day.
pub(super) fn time_of_day(text: &str) -> Option<u32> {
    let time = NaiveTime::parse_from_str(text, "%H:%M").ok()?;
    Some(time.num_seconds_from_midnight())
}

/// `2027-08-31`.
pub(super) fn day(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()
}

/// `40h`, `1h30m` of work in seconds.
pub(super) fn effort(text: &str) -> Option<i64> {
    match text.parse() {
        Ok(Span::Time(seconds)) if seconds > 0 => Some(seconds),
        _ => None,
    }
}

/// A sum or a percentage: digits, with a point if need be.
pub(super) fn figure(text: &str) -> Option<String> {
    let plain = text.replace('_', "");
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, "0"));
    let digits = |text: &str| {
        !text.is_empty() && text.len() <= 15 && text.bytes().all(|b| b.is_ascii_digit())
    };
    (digits(whole) && digits(part)).then_some(plain)
}

/// `UTC`, `UTC+3`, `UTC-05:30`.
pub(super) fn is_fixed_offset(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("UTC") else {
        return false;
    };
    if rest.is_empty() {
        return true;
    }
    let Some(offset) = rest.strip_prefix(['+', '-']) else {
        return false;
    };
    let (hours, minutes) = offset.split_once(':').unwrap_or((offset, "00"));
    let number = |text: &str, most: u32| {
        (1..=2).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_digit())
            && text.parse::<u32>().is_ok_and(|n| n <= most)
    };
    number(hours, 14) && minutes.len() == 2 && number(minutes, 59)
}

/// Whether a word can be an id: short, lower-case letters, digits and hyphens.
pub(super) fn is_id(text: &str) -> bool {
    let legal = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (1..=64).contains(&text.len()) && text.bytes().all(legal) && !text.starts_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_notices_and_figures_are_read_as_people_write_them() {
        for (text, read) in [
            ("12 months", Some(12)),
            ("1 year", Some(12)),
            ("2 quarters", Some(6)),
            ("0 months", None),
            ("12", None),
            ("101 years", None),
            ("4294967295 years", None),
        ] {
            assert_eq!(months(text), read, "{text}");
        }
        assert_eq!(months_in_words(12), "1 year");
        assert_eq!(months_in_words(18), "18 months");
        assert_eq!(notice("2 weeks"), Some(Notice::Days(14)));
        assert_eq!(notice("3 months"), Some(Notice::Months(3)));
        assert_eq!(notice("soon"), None);
        assert_eq!(time_of_day("15:30"), Some(55_800));
        for text in ["24:00", "15", "3pm", "15:00:00"] {
            assert_eq!(time_of_day(text), None, "{text}");
        }
        assert_eq!(figure("24_000.50").as_deref(), Some("24000.50"));
        for text in ["", ".5", "1e9", "-1", "1.2.3", "9999999999999999"] {
            assert_eq!(figure(text), None, "{text}");
        }
    }

    #[test]
    fn fixed_offsets_and_ids_are_told_from_other_words() {
        for text in ["UTC", "UTC+3", "UTC-05:30", "UTC+14"] {
            assert!(is_fixed_offset(text), "{text}");
        }
        for text in ["GMT+3", "UTC3", "UTC+15", "UTC+3:5", "UTC+3:60", "utc"] {
            assert!(!is_fixed_offset(text), "{text}");
        }
        for text in ["p1", "24x5", "end-of-life"] {
            assert!(is_id(text), "{text}");
        }
        for text in ["", "-p", "P1", "p 1", "ö", &"x".repeat(65)] {
            assert!(!is_id(text), "{text}");
        }
    }
}
