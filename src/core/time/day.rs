//! A calendar day as people write it: `2026-03-27`, `today`, `in 14 days`.

use chrono::NaiveDate;

use super::{Direction, Here, when};
use crate::core::text::Misread;

/// Reads a calendar day. A weekday is taken the way of `direction`.
///
/// # Errors
/// What is no day, has a time of day, or fits two dates; with what to write.
///
/// ```
/// use sladesk::core::time::{Direction, Fixed, Here, day};
/// let zone = Fixed::hours(0);
/// let here = Here::new("2026-10-14T14:00:00Z".parse()?, &zone);
/// let read = |text| day(text, &here, Direction::Either).map(|day| day.to_string());
/// assert_eq!(read("2026-03-27").as_deref(), Ok("2026-03-27"));
/// assert_eq!(read("yesterday").as_deref(), Ok("2026-10-13"));
/// assert_eq!(read("in 2 weeks").as_deref(), Ok("2026-10-28"));
/// assert!(read("2026-03-27 14:00").is_err());
/// # Ok::<(), chrono::ParseError>(())
/// ```
pub fn day(text: &str, here: &Here, direction: Direction) -> Result<NaiveDate, Misread> {
    if let Some(date) = when::date(text, here, direction)? {
        return Ok(date);
    }
    let said = Misread::new(format!("`{text}` is no day"));
    Err(match when(text, here, direction) {
        Ok(at) => said.hint(format!(
            "a day has no time here: write `{}`",
            here.zone.wall(at).date()
        )),
        Err(_) => said.hint("write `2026-03-27`, `today`, `tomorrow` or `in 14 days`"),
    })
}

#[cfg(test)]
mod tests {
    use super::super::Fixed;
    use super::*;

    #[test]
    fn what_is_no_day_is_refused_with_what_would_be() {
        let zone = Fixed::hours(10);
        let now = "2026-10-14T14:00:00Z".parse().expect("an instant");
        let here = Here::new(now, &zone);
        let read = |text| day(text, &here, Direction::Either);
        assert_eq!(
            read("today").map(|d| d.to_string()).as_deref(),
            Ok("2026-10-15")
        );
        let error = read("2026-03-27 14:00").unwrap_err();
        assert_eq!(
            error.hint.as_deref(),
            Some("a day has no time here: write `2026-03-27`")
        );
        let error = read("03/04/2026").unwrap_err();
        assert_eq!(
            error.message,
            "`03/04/2026` can be 3 April 2026 or 4 March 2026"
        );
        for text in ["", "eom", "2026", "1969-12-31", "in 90000 days"] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
