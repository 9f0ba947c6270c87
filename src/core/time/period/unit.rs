//! Whole units of the calendar: a year, a quarter, a month, a week, a day.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::super::local::shifted;
use super::super::when::YEARS;
use crate::core::text::Misread;

/// A unit: its first date, the first date after it, and its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PeriodUnit {
    pub(super) first: NaiveDate,
    pub(super) next: NaiveDate,
    pub(super) title: String,
}

/// The kinds of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

/// The words that name a unit by where it lies from today.
pub const PERIOD_WORDS: [&str; 20] = [
    "today",
    "yesterday",
    "tomorrow",
    "this-week",
    "this-month",
    "this-quarter",
    "this-year",
    "last-week",
    "last-month",
    "last-quarter",
    "last-year",
    "next-week",
    "next-month",
    "next-quarter",
    "next-year",
    "eod",
    "eow",
    "eom",
    "eoq",
    "eoy",
];

impl PeriodUnit {
    fn stepped(self, size: Size, steps: i64) -> Option<PeriodUnit> {
        match steps {
            0 => Some(self),
            1.. => size.around(self.next),
            _ => size.around(shifted(self.first, -1)?),
        }
    }
}

/// A unit as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum UnitExpr {
    Fixed(PeriodUnit),
    /// So many units from the one that holds today.
    FromToday(Size, i64),
}

impl UnitExpr {
    /// None when the text names no unit, an error when it looks like one that does not exist.
    pub(super) fn read(text: &str) -> Result<Option<UnitExpr>, Misread> {
        let lower = text.to_ascii_lowercase().replace(' ', "-");
        if let Some((size, steps)) = by_words(&lower) {
            return Ok(Some(UnitExpr::FromToday(size, steps)));
        }
        let Some((year, rest)) = lower.split_at_checked(4) else {
            return Ok(None);
        };
        if !year.bytes().all(|b| b.is_ascii_digit()) {
            return Ok(None);
        }
        let year: i32 = year.parse().unwrap_or_default();
        let part = rest.strip_prefix('-').unwrap_or(rest);
        let number = |digits: &str| {
            let number = digits.bytes().all(|b| b.is_ascii_digit());
            number.then(|| digits.parse::<u32>().ok()).flatten()
        };
        let (size, start) = if rest.is_empty() {
            (Size::Year, NaiveDate::from_ymd_opt(year, 1, 1))
        } else if let Some(n) = part.strip_prefix('q').and_then(number) {
            let month = n
                .checked_sub(1)
                .and_then(|n| n.checked_mul(3))
                .map(|n| n + 1);
            let start = month.and_then(|month| NaiveDate::from_ymd_opt(year, month, 1));
            (Size::Quarter, start)
        } else if let Some(n) = part.strip_prefix('w').and_then(number) {
            (
                Size::Week,
                NaiveDate::from_isoywd_opt(year, n, Weekday::Mon),
            )
        } else if rest.len() == 3 && part.len() == 2 && number(part).is_some() {
            let month = number(part).unwrap_or_default();
            (Size::Month, NaiveDate::from_ymd_opt(year, month, 1))
        } else if rest.len() == 6 && rest.split('-').skip(1).all(|part| number(part).is_some()) {
            match text.parse() {
                Ok(day) => (Size::Day, Some(day)),
                // the points in time have the better words for a date that does not exist
                Err(_) => return Ok(None),
            }
        } else {
            return Ok(None);
        };
        let unit = start.and_then(|start| size.around(start));
        match unit.filter(|_| YEARS.contains(&year)) {
            Some(unit) => Ok(Some(UnitExpr::Fixed(unit))),
            None => Err(size.missing(text, year)),
        }
    }

    /// The unit meant when it is that day; none outside the years that have names.
    pub(super) fn around(&self, today: NaiveDate) -> Option<PeriodUnit> {
        match self {
            UnitExpr::Fixed(unit) => Some(unit.clone()),
            UnitExpr::FromToday(size, steps) => size.around(today)?.stepped(*size, *steps),
        }
    }
}

fn by_words(word: &str) -> Option<(Size, i64)> {
    match word {
        "today" => return Some((Size::Day, 0)),
        "yesterday" => return Some((Size::Day, -1)),
        "tomorrow" => return Some((Size::Day, 1)),
        _ => {}
    }
    let (which, unit) = word.split_once('-')?;
    let steps = match which {
        "this" => 0,
        "last" => -1,
        "next" => 1,
        _ => return None,
    };
    let size = match unit {
        "week" => Size::Week,
        "month" => Size::Month,
        "quarter" => Size::Quarter,
        "year" => Size::Year,
        _ => return None,
    };
    Some((size, steps))
}

impl Size {
    pub(super) const ALL: [Size; 5] = [
        Size::Day,
        Size::Week,
        Size::Month,
        Size::Quarter,
        Size::Year,
    ];

    /// The kind of unit at whose end `eom` and its like point.
    pub(super) fn ending(text: &str) -> Option<Size> {
        Some(match text.to_ascii_lowercase().as_str() {
            "eod" => Size::Day,
            "eow" => Size::Week,
            "eom" => Size::Month,
            "eoq" => Size::Quarter,
            "eoy" => Size::Year,
            _ => return None,
        })
    }

    /// The unit of this size that holds a date.
    pub(super) fn around(self, date: NaiveDate) -> Option<PeriodUnit> {
        let year = date.year();
        let quarter = date.month0() / 3;
        let week = date.iso_week();
        let of_month = |month: u32| NaiveDate::from_ymd_opt(year, month, 1);
        let (first, next) = match self {
            Size::Day => (date, date.succ_opt()?),
            Size::Week => {
                let back = u64::from(date.weekday().num_days_from_monday());
                let monday = date.checked_sub_days(Days::new(back))?;
                (monday, monday.checked_add_days(Days::new(7))?)
            }
            Size::Month => months(of_month(date.month())?, 1)?,
            Size::Quarter => months(of_month(quarter * 3 + 1)?, 3)?,
            Size::Year => months(of_month(1)?, 12)?,
        };
        let title = match self {
            Size::Day => date.to_string(),
            Size::Week => format!("{}-W{:02}", week.year(), week.week()),
            Size::Month => date.format("%Y-%m").to_string(),
            Size::Quarter => format!("{year}Q{}", quarter + 1),
            Size::Year => format!("{year}"),
        };
        Some(PeriodUnit { first, next, title })
    }

    fn missing(self, text: &str, year: i32) -> Misread {
        if !YEARS.contains(&year) {
            let (first, last) = (YEARS.start(), YEARS.end());
            return Misread::new(format!("`{text}` lies outside the years {first} to {last}"));
        }
        let (name, hint) = match self {
            Size::Quarter => ("quarter", "a year has Q1 to Q4".to_owned()),
            Size::Week => {
                let has_53 = NaiveDate::from_isoywd_opt(year, 53, Weekday::Mon).is_some();
                (
                    "week",
                    format!("{year} has {} weeks", if has_53 { 53 } else { 52 }),
                )
            }
            Size::Month => ("month", "a year has months 01 to 12".to_owned()),
            Size::Day | Size::Year => ("day", "write `2026-03-27`".to_owned()),
        };
        Misread::new(format!("`{text}` is no {name}")).hint(hint)
    }
}

fn months(first: NaiveDate, count: u32) -> Option<(NaiveDate, NaiveDate)> {
    Some((first, first.checked_add_months(Months::new(count))?))
}
