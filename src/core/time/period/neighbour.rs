//! The periods before and after one: as long by the calendar, and named as people name them.

use chrono::{Datelike, Months, NaiveDate};

use super::super::local::{first_instant, shifted};
use super::Period;
use super::unit::Size;
use crate::core::time::{Instant, Local};

impl Period {
    /// The one that ends where this one begins; none where it has no beginning or no end.
    ///
    /// ```
    /// use sladesk::core::time::{Direction, Fixed, LocalNow, period};
    /// let zone = Fixed::hours(2);
    /// let here = LocalNow::new("2026-10-14T08:00:00Z".parse()?, &zone);
    /// let quarter = period("2026Q1", &here, Direction::Either).unwrap();
    /// assert_eq!(quarter.before(&zone).unwrap().title, "2025Q4");
    /// assert_eq!(quarter.after(&zone).unwrap().title, "2026Q2");
    /// let half = period("2026-01..2026-06", &here, Direction::Either).unwrap();
    /// assert_eq!(half.before(&zone).unwrap().title, "2025-07-01..2025-12-31");
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    pub fn before(&self, zone: &dyn Local) -> Option<Period> {
        self.beside(Neighbour::Before, zone)
    }

    /// The one that begins where this one ends; none where it has no beginning or no end.
    pub fn after(&self, zone: &dyn Local) -> Option<Period> {
        self.beside(Neighbour::After, zone)
    }

    fn beside(&self, side: Neighbour, zone: &dyn Local) -> Option<Period> {
        if self.from == Instant::MIN || self.to == Instant::MAX {
            return None;
        }
        let (first, next) = (zone.wall(self.from).date(), zone.wall(self.to).date());
        let whole_days =
            first_instant(first, zone) == self.from && first_instant(next, zone) == self.to;
        if !whole_days || first >= next {
            return Some(self.beside_to_the_second(side, zone));
        }
        let (first, next) = match side {
            Neighbour::Before => (moved(first, first, next, side)?, first),
            Neighbour::After => (next, moved(next, first, next, side)?),
        };
        Some(Period {
            from: first_instant(first, zone),
            to: first_instant(next, zone),
            title: titled(first, next),
        })
    }

    fn beside_to_the_second(&self, side: Neighbour, zone: &dyn Local) -> Period {
        let length = self.to.since(self.from);
        let (from, to) = match side {
            Neighbour::Before => (self.from.plus(-length), self.from),
            Neighbour::After => (self.to, self.to.plus(length)),
        };
        let named = |at: Instant| zone.wall(at).format("%Y-%m-%d %H:%M").to_string();
        Period {
            title: format!("{}..{}", named(from), named(to)),
            from,
            to,
        }
    }
}

/// On which side of the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Neighbour {
    Before,
    After,
}

/// A day moved by as many months as lie between the others, where they are whole, else by as many
/// days.
fn moved(day: NaiveDate, first: NaiveDate, next: NaiveDate, side: Neighbour) -> Option<NaiveDate> {
    if first.day() == 1 && next.day() == 1 {
        let month = |day: NaiveDate| day.year() * 12 + i32::try_from(day.month0()).unwrap_or(0);
        let months = Months::new(u32::try_from(month(next) - month(first)).ok()?);
        return match side {
            Neighbour::Before => day.checked_sub_months(months),
            Neighbour::After => day.checked_add_months(months),
        };
    }
    let days = (next - first).num_days();
    shifted(
        day,
        if side == Neighbour::Before {
            -days
        } else {
            days
        },
    )
}

/// The name of the unit that it is, else its first and last day.
fn titled(first: NaiveDate, next: NaiveDate) -> String {
    let mut units = Size::ALL.iter().filter_map(|size| size.around(first));
    match units.find(|unit| unit.first == first && unit.next == next) {
        Some(unit) => unit.title,
        None => format!("{first}..{}", shifted(next, -1).unwrap_or(next)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::local::worlds::{NewYork, instant};
    use crate::core::time::{Direction, LocalNow, period};

    #[test]
    fn a_period_is_followed_by_one_as_long_that_is_followed_back() {
        let here = LocalNow::new(instant("2026-10-14T14:00:00Z"), &NewYork);
        for (text, before, after) in [
            ("2026", "2025", "2027"),
            ("2026Q3", "2026Q2", "2026Q4"),
            ("2026-03", "2026-02", "2026-04"),
            ("2026-W01", "2025-W52", "2026-W02"),
            ("2026-11-01", "2026-10-31", "2026-11-02"),
            (
                "2026-02-10..2026-02-12",
                "2026-02-07..2026-02-09",
                "2026-02-13..2026-02-15",
            ),
        ] {
            let read = period(text, &here, Direction::Either).expect(text);
            let (earlier, later) = (read.before(&NewYork), read.after(&NewYork));
            let (earlier, later) = (earlier.expect(text), later.expect(text));
            assert_eq!(
                (earlier.title.as_str(), later.title.as_str()),
                (before, after)
            );
            assert_eq!((earlier.to, later.from), (read.from, read.to), "{text}");
            let back =
                |period: Option<super::Period>| period.map(|period| (period.from, period.to));
            let own = Some((read.from, read.to));
            assert_eq!(
                (back(earlier.after(&NewYork)), back(later.before(&NewYork))),
                (own, own)
            );
        }
        let open = period("2026-07..", &here, Direction::Either).expect("a period");
        assert_eq!(open.before(&NewYork), None);
    }
}
