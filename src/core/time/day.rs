//! A calendar day as people write it: `2026-03-27`, `today`, `in 14 days`.

use chrono::NaiveDate;

use super::when::{self, NamedDay, PointExpr};
use super::{Direction, LocalNow};
use crate::core::text::Misread;

/// A calendar day as written, until it is known where and when it was said.
///
/// ```
/// use sladesk::core::time::{DayExpr, Direction, Fixed, LocalNow};
/// let day: DayExpr = "in 2 weeks".parse().unwrap();
/// let zone = Fixed::hours(0);
/// let here = LocalNow::new("2026-10-14T14:00:00Z".parse()?, &zone);
/// let date = day.resolve(&here, Direction::Either).unwrap();
/// assert_eq!(date.to_string(), "2026-10-28");
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayExpr {
    text: String,
    tree: DayTree,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum DayTree {
    Day(NamedDay),
    /// A moment of a day, which is no day.
    Moment(PointExpr),
}

impl DayExpr {
    /// As typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The date meant by who says it here.
    ///
    /// # Errors
    /// It fits two dates, or has a time of day; with what to write.
    pub fn resolve(&self, here: &LocalNow, direction: Direction) -> Result<NaiveDate, Misread> {
        let moment = match &self.tree {
            DayTree::Day(day) => return when::date_of(*day, here, direction, &self.text),
            DayTree::Moment(point) => point.resolve(here, direction),
        };
        Err(match moment {
            Ok(at) => no_day(&self.text).hint(format!(
                "a day has no time here: write `{}`",
                here.zone.wall(at).date()
            )),
            Err(_) => unreadable(&self.text),
        })
    }
}

impl std::str::FromStr for DayExpr {
    type Err = Misread;

    fn from_str(text: &str) -> Result<DayExpr, Misread> {
        let tree = match when::date(text)? {
            Some(day) => DayTree::Day(day),
            None => match PointExpr::read(text) {
                Ok(Some(point)) => DayTree::Moment(point),
                _ => return Err(unreadable(text)),
            },
        };
        Ok(DayExpr {
            text: text.to_owned(),
            tree,
        })
    }
}

fn no_day(text: &str) -> Misread {
    Misread::new(format!("`{text}` is no day"))
}

fn unreadable(text: &str) -> Misread {
    no_day(text).hint("write `2026-03-27`, `today`, `tomorrow` or `in 14 days`")
}

#[cfg(test)]
mod tests {
    use super::super::Fixed;
    use super::*;

    #[test]
    fn what_is_no_day_is_refused_with_what_would_be() {
        let zone = Fixed::hours(10);
        let now = "2026-10-14T14:00:00Z".parse().expect("an instant");
        let here = LocalNow::new(now, &zone);
        let read = |text: &str| text.parse::<DayExpr>()?.resolve(&here, Direction::Either);
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
