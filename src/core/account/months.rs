//! Months by the calendar, in the zone of a contract: its days are days of its zone.

use chrono::{Months, NaiveDate};

use crate::core::time::Instant;
use crate::core::time::{Local, first_instant};

/// The same day so many months later, or the last day of a month that is too short for it.
///
/// ```
/// use sladesk::core::account::months_later;
/// let later = |day: &str, months| months_later(day.parse().expect("a date"), months).to_string();
/// assert_eq!(later("2026-10-15", 12), "2027-10-15");
/// assert_eq!(later("2026-01-31", 1), "2026-02-28");
/// assert_eq!(later("2024-02-29", 12), "2025-02-28");
/// ```
pub fn months_later(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months))
        .unwrap_or(NaiveDate::MAX)
}

/// The first instant of the day so many months after the day of `start`, in that zone.
pub fn anniversary(start: Instant, months: u32, zone: &dyn Local) -> Instant {
    first_instant(months_later(zone.wall(start).date(), months), zone)
}

/// The last day that is covered when `end` is the first instant that is not.
///
/// ```
/// use sladesk::core::account::last_day;
/// use sladesk::core::time::Fixed;
/// let end = "2026-12-31T21:00:00Z".parse()?;
/// assert_eq!(last_day(end, &Fixed::hours(3)).to_string(), "2026-12-31");
/// assert_eq!(last_day(end, &Fixed::hours(0)).to_string(), "2026-12-31");
/// # Ok::<(), chrono::ParseError>(())
/// ```
pub fn last_day(end: Instant, zone: &dyn Local) -> NaiveDate {
    zone.wall(end.plus(-1)).date()
}
