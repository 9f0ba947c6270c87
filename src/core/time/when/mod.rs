//! A point in time as people write it.
//!
//! ```text
//! POINT  := now | DAY [TIME] [ZONE] | TIME [ZONE] | AGO [TIME] [ZONE]
//! DAY    := 2026-03-27 | today | yesterday | tomorrow | fri
//! TIME   := 14:00 | 14:00:30 | 9am | noon          (also joined to a date by a T)
//! AGO    := -2h | +90m | 2h ago | in 2 hours | -14d | 3 weeks ago
//! ZONE   := Z | UTC+3 | +02:00 | Europe/Madrid
//! ```
//!
//! Our own grammar, because of what others do with a slip: a mistyped `yesterdy 14:00` became
//! today, an empty text became now, `9` became the year 9. Here the whole text must be
//! understood, `03/04/2026` is asked about, and a time that does not exist or comes twice on the
//! wall is refused with both readings.

mod ago;
mod day_and_time;
mod place;
mod written;

use chrono::{Datelike, NaiveDate};

pub(super) use super::instant::YEARS;
use super::local::LocalNow;
use crate::core::text::{Misread, nearest};
use crate::core::time::Instant;
use ago::{Ago, Amount};
pub use day_and_time::Direction;
use day_and_time::{DayAndTime, outside, said};
pub(in crate::core::time) use written::NamedDay;

/// Reads a point in time.
///
/// A time of day alone is today's, a date alone is its first instant, days shift the calendar
/// date and keep the wall time, hours are hours of the clock. A fraction of a second is dropped.
///
/// # Errors
/// What cannot be read, fits two moments, or lies outside 1970 to 2200; with what to write.
///
/// ```
/// use sladesk::core::time::{Direction, Fixed, LocalNow, when};
/// let zone = Fixed::hours(2);
/// let now = "2026-10-14T08:00:00Z".parse()?; // a Wednesday, 10:00 on the wall
/// let here = LocalNow::new(now, &zone);
/// let at = |text| when(text, &here, Direction::Past).map(|at| at.to_string());
/// assert_eq!(at("yesterday 14:00").as_deref(), Ok("2026-10-13T12:00:00Z"));
/// assert_eq!(at("fri 9am").as_deref(), Ok("2026-10-09T07:00:00Z"));
/// assert_eq!(at("-90m").as_deref(), Ok("2026-10-14T06:30:00Z"));
/// assert_eq!(
///     at("03/04/2026").unwrap_err().message,
///     "`03/04/2026` can be 3 April 2026 or 4 March 2026",
/// );
/// # Ok::<(), chrono::ParseError>(())
/// ```
pub fn when(text: &str, here: &LocalNow, direction: Direction) -> Result<Instant, Misread> {
    text.parse::<PointExpr>()?.resolve(here, direction)
}

/// A point in time as written, until it is known where and when it was said.
///
/// ```
/// use sladesk::core::time::{Direction, Fixed, LocalNow, PointExpr};
/// let point: PointExpr = "yesterday 14:00".parse().unwrap();
/// let zone = Fixed::hours(2);
/// let here = LocalNow::new("2026-10-14T08:00:00Z".parse()?, &zone);
/// let at = point.resolve(&here, Direction::Past).unwrap();
/// assert_eq!(at.to_string(), "2026-10-13T12:00:00Z");
/// assert!("yesterdy".parse::<PointExpr>().is_err());
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointExpr {
    text: String,
    tree: PointTree,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum PointTree {
    Now,
    Ago(Ago),
    Said(DayAndTime),
}

impl PointExpr {
    /// None when the text is nothing of this grammar.
    pub(super) fn read(text: &str) -> Result<Option<PointExpr>, Misread> {
        let tree = if text.trim().eq_ignore_ascii_case("now") {
            Some(PointTree::Now)
        } else {
            match ago::read(text)? {
                Some(ago) => Some(PointTree::Ago(ago)),
                None => said(text)?.map(PointTree::Said),
            }
        };
        Ok(tree.map(|tree| PointExpr {
            text: text.to_owned(),
            tree,
        }))
    }

    /// The instant meant by who says it here.
    ///
    /// # Errors
    /// It fits two moments or none, or lies outside 1970 to 2200; with what to write.
    pub fn resolve(&self, here: &LocalNow, direction: Direction) -> Result<Instant, Misread> {
        self.instant(here, direction)?
            .ok_or_else(|| unreadable(&self.text))
    }

    /// None when its last word is not the name of a zone.
    pub(super) fn instant(
        &self,
        here: &LocalNow,
        direction: Direction,
    ) -> Result<Option<Instant>, Misread> {
        let found = match &self.tree {
            PointTree::Now => return Ok(Some(here.now)),
            PointTree::Ago(Ago::FromNow(amount)) => Some(ago::from_now(*amount, here, &self.text)?),
            PointTree::Ago(Ago::Day(said)) => said.resolve(here, direction, &self.text)?,
            PointTree::Said(said) => said.resolve(here, direction, &self.text)?,
        };
        found.map(|at| within_years(at, &self.text)).transpose()
    }
}

impl std::fmt::Display for PointExpr {
    /// As it was written.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.text.trim())
    }
}

impl std::str::FromStr for PointExpr {
    type Err = Misread;

    fn from_str(text: &str) -> Result<PointExpr, Misread> {
        PointExpr::read(text)?.ok_or_else(|| unreadable(text))
    }
}

/// A calendar day as written, until it is known where and when it was said; none when the text
/// names none.
pub(super) fn date(text: &str) -> Result<Option<NamedDay>, Misread> {
    if let Some(days) = ago::days(text) {
        return Ok(Some(NamedDay::FromToday(days)));
    }
    Ok(match said(text)? {
        Some(DayAndTime {
            day: Some(day),
            time: None,
            zone: None,
        }) => Some(day),
        _ => None,
    })
}

/// The date of a day, looked at from here.
pub(super) fn date_of(
    day: NamedDay,
    here: &LocalNow,
    direction: Direction,
    text: &str,
) -> Result<NaiveDate, Misread> {
    let date = day.date(here, None, direction, text)?;
    match YEARS.contains(&date.year()) {
        true => Ok(date),
        false => Err(outside(text)),
    }
}

fn within_years(at: Instant, text: &str) -> Result<Instant, Misread> {
    if YEARS.contains(&at.utc().year()) {
        Ok(at)
    } else {
        Err(outside(text))
    }
}

const WORDS: [&str; 17] = [
    "now",
    "today",
    "yesterday",
    "tomorrow",
    "ago",
    "noon",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "hours",
    "minutes",
    "days",
    "weeks",
];

fn unreadable(text: &str) -> Misread {
    let said = Misread::new(format!("`{text}` is no point in time"));
    let bare = text.trim();
    if matches!(bare.len(), 1 | 2) && bare.bytes().all(|b| b.is_ascii_digit()) {
        return said.hint(format!("write `{bare}:00`, or `{bare}am`"));
    }
    if matches!(Amount::read(bare), Some((_, ""))) {
        return Misread::new(format!("`{text}`: ago, or from now?"))
            .hint(format!("write `-{bare}` or `in {bare}`"));
    }
    match with_corrected_spelling(bare) {
        Some(corrected) => said.hint(format!("did you mean `{corrected}`?")),
        None => {
            said.hint("write `14:00`, `fri 9am`, `yesterday 14:00`, `2026-03-27 16:00` or `2h ago`")
        }
    }
}

/// The text with its misspelt words put right, when that is all that was wrong with it.
fn with_corrected_spelling(text: &str) -> Option<String> {
    let words = text.split_whitespace().map(|word| {
        let letters = word.len() > 2 && word.chars().all(char::is_alphabetic);
        letters
            .then(|| nearest(word, WORDS))
            .flatten()
            .unwrap_or(word)
    });
    let with_corrected_spelling = words.collect::<Vec<_>>().join(" ");
    let reads = said(&with_corrected_spelling)
        .is_ok_and(|said| said.is_some_and(|said| said.zone.is_none()))
        || ago::reads(&with_corrected_spelling)
        || with_corrected_spelling == "now";
    (with_corrected_spelling != text && reads).then_some(with_corrected_spelling)
}

#[cfg(test)]
mod tests;
