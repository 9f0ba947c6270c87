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
mod place;
mod said;
mod written;

use chrono::{Datelike, NaiveDate};

use super::local::Here;
use crate::core::text::{Misread, nearest};
use crate::core::time::Instant;
use ago::Amount;
pub use said::Direction;
pub(super) use said::YEARS;
use said::{Said, outside, said};

/// Reads a point in time.
///
/// A time of day alone is today's, a date alone is its first instant, days shift the calendar
/// date and keep the wall time, hours are hours of the clock. A fraction of a second is dropped.
///
/// # Errors
/// What cannot be read, fits two moments, or lies outside 1970 to 2200; with what to write.
///
/// ```
/// use sladesk::core::time::{Direction, Fixed, Here, when};
/// let zone = Fixed::hours(2);
/// let now = "2026-10-14T08:00:00Z".parse()?; // a Wednesday, 10:00 on the wall
/// let here = Here::new(now, &zone);
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
pub fn when(text: &str, here: &Here, direction: Direction) -> Result<Instant, Misread> {
    point(text, here, direction)?.ok_or_else(|| unreadable(text))
}

/// The same for one who has other things to try: none when the text is nothing of this grammar.
pub(super) fn point(
    text: &str,
    here: &Here,
    direction: Direction,
) -> Result<Option<Instant>, Misread> {
    if text.trim().eq_ignore_ascii_case("now") {
        return Ok(Some(here.now));
    }
    let found = match ago::relative(text, here)? {
        Some(at) => Some(at),
        None => match said(text)? {
            Some(said) => said.resolve(here, direction, text)?,
            None => None,
        },
    };
    found.map(|at| within_years(at, text)).transpose()
}

/// The calendar day that a text names, without a time.
pub(super) fn date(
    text: &str,
    here: &Here,
    direction: Direction,
) -> Result<Option<NaiveDate>, Misread> {
    let found = match (ago::date(text, here), said(text)?) {
        (Some(date), _) => Some(date),
        (
            None,
            Some(Said {
                day: Some(day),
                time: None,
                zone: None,
            }),
        ) => Some(day.date(here, None, direction, text)?),
        _ => None,
    };
    match found {
        Some(date) if !YEARS.contains(&date.year()) => Err(outside(text)),
        found => Ok(found),
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
    match mended(bare) {
        Some(mended) => said.hint(format!("did you mean `{mended}`?")),
        None => {
            said.hint("write `14:00`, `fri 9am`, `yesterday 14:00`, `2026-03-27 16:00` or `2h ago`")
        }
    }
}

/// The text with its misspelt words put right, when that is all that was wrong with it.
fn mended(text: &str) -> Option<String> {
    let words = text.split_whitespace().map(|word| {
        let letters = word.len() > 2 && word.chars().all(char::is_alphabetic);
        letters
            .then(|| nearest(word, WORDS))
            .flatten()
            .unwrap_or(word)
    });
    let mended = words.collect::<Vec<_>>().join(" ");
    let reads = said(&mended).is_ok_and(|said| said.is_some_and(|said| said.zone.is_none()))
        || ago::reads(&mended)
        || mended == "now";
    (mended != text && reads).then_some(mended)
}

#[cfg(test)]
mod tests;
