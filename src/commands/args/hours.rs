//! Hours as they are typed: of a week, of a day, and what is taken out of a day.

use chrono::NaiveDate;

use crate::core::calendar::{Hours, Week, iso_date};
use crate::failure::Failure;

/// The value parser of weekly hours: `mon-fri 09:00-18:00`.
///
/// # Errors
/// What cannot be read, and where.
pub(crate) fn week(word: &str) -> Result<Week, Failure> {
    let read = word.parse();
    read.map_err(|error| Failure::of_hours(&error, word))
}

/// The week that several make together; none of none.
///
/// # Errors
/// Two of them open at the same time.
pub(crate) fn whole_week(parts: &[Week]) -> Result<Option<Week>, Failure> {
    match parts {
        [] => Ok(None),
        [one] => Ok(Some(one.clone())),
        several => {
            let texts: Vec<String> = several.iter().map(ToString::to_string).collect();
            let whole = Week::of_list(&texts).map_err(|error| {
                let text = texts.get(error.part).map_or("", String::as_str);
                Failure::of_hours(&error, text)
            });
            whole.map(Some)
        }
    }
}

/// The value parser of `TIMES`: the hours of any day.
///
/// # Errors
/// The hours cannot be read.
pub(crate) fn day_hours(word: &str) -> Result<Hours, Failure> {
    let read = word.parse();
    read.map_err(|error| Failure::of_hours(&error, word))
}

/// The value parser of `DATE TIMES`: the hours of a day.
///
/// # Errors
/// The date or the hours cannot be read, or there are none.
pub(crate) fn hours_of_day(word: &str) -> Result<(NaiveDate, Hours), Failure> {
    match dated(word)? {
        (date, Some(hours)) => Ok((date, hours)),
        (date, None) => Err(
            Failure::usage(format!("`--day {date}` does not say its hours"))
                .hint(format!("write `--day \"{date} 09:00-12:00\"`"))
                .hint(format!("`--closed {date}` closes it")),
        ),
    }
}

/// A day that is closed, or hours of it that are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ClosedHours {
    pub date: NaiveDate,
    /// None: the whole day.
    pub hours: Option<Hours>,
}

/// The value parser of `DATE [TIMES]`.
///
/// # Errors
/// The date or the hours cannot be read.
pub(crate) fn closed_hours(word: &str) -> Result<ClosedHours, Failure> {
    let (date, hours) = dated(word)?;
    let hours = hours.filter(|hours| !hours.0.is_empty());
    Ok(ClosedHours { date, hours })
}

/// A holiday set by its name, or a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum HolidayArg {
    Date(NaiveDate),
    Set(String),
}

impl From<&str> for HolidayArg {
    fn from(word: &str) -> HolidayArg {
        match iso_date(word) {
            Some(date) => HolidayArg::Date(date),
            None => HolidayArg::Set(word.to_owned()),
        }
    }
}

fn dated(word: &str) -> Result<(NaiveDate, Option<Hours>), Failure> {
    let (date, times) = match word.trim().split_once(char::is_whitespace) {
        Some((date, times)) => (date, Some(times.trim())),
        None => (word.trim(), None),
    };
    let date = iso_date(date).ok_or_else(|| {
        Failure::usage(format!("`{date}` is no date"))
            .hint("write `2026-12-24` or `2026-12-24 09:00-12:00`")
    })?;
    let hours = times.map(|times| {
        let read = times.parse();
        read.map_err(|error| Failure::of_hours(&error, times))
    });
    Ok((date, hours.transpose()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weeks(texts: &[&str]) -> Vec<Week> {
        texts.iter().map(|text| week(text).unwrap()).collect()
    }

    #[test]
    fn several_weeks_are_one_and_do_not_overlap() {
        let whole = |texts: &[&str]| whole_week(&weeks(texts)).map(|w| w.map(|w| w.to_string()));
        assert_eq!(whole(&[]), Ok(None));
        assert_eq!(
            whole(&["fri 09:00-15:00", "mon-thu 09:00-18:00"]),
            Ok(Some("mon-thu 09:00-18:00; fri 09:00-15:00".to_owned()))
        );
        assert!(whole(&["mon 09:00-12:00", "mon-fri 11:00-15:00"]).is_err());
    }

    #[test]
    fn a_day_has_hours_of_its_own_or_is_closed() {
        assert!(hours_of_day("2026-12-24 09:00-12:00").is_ok());
        assert!(hours_of_day("2026-12-24").is_err());
        assert!(hours_of_day("24.12.2026 09:00-12:00").is_err());
        let whole = closed_hours("2026-12-24").unwrap();
        assert_eq!(closed_hours("2026-12-24 closed"), Ok(whole.clone()));
        assert_eq!(whole.hours, None);
        assert!(closed_hours("2026-12-24 9-12-13").is_err());
    }
}
