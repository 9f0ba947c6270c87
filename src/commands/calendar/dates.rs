//! The dates of a period.

use chrono::NaiveDate;

use crate::core::time::{Instant, LocalNow, Period};
use crate::failure::Failure;

/// The first and the last date of a period on the wall.
///
/// # Errors
/// It has no end, or holds no date.
pub(super) fn dates(
    period: &Period,
    here: &LocalNow<'_>,
) -> Result<(NaiveDate, NaiveDate), Failure> {
    if period.from == Instant::MIN || period.to == Instant::MAX {
        return Err(Failure::usage(format!("`{}` has no end", period.title))
            .hint("write both: `2026-07..2026-09`"));
    }
    let first = here.zone.wall(period.from).date();
    let last = here.zone.wall(period.to.plus(-1)).date();
    Ok((first, last.max(first)))
}
