//! Instants as people read them.

use chrono::{Datelike, NaiveDate, Timelike};

use super::{Fixed, Local, LocalNow, WallTime};
use crate::core::time::Instant;

/// An instant on the wall, named by how near its day is: `today 09:04`, `tomorrow 16:00`,
/// `Fri 27 Mar 14:00`, `2027-03-27 14:00`. Seconds are left out.
///
/// ```
/// use sladesk::core::time::{Fixed, LocalNow, moment};
/// let madrid = Fixed::hours(2);
/// let here = LocalNow::new("2026-07-01T12:00:00Z".parse()?, &madrid);
/// assert_eq!(moment("2026-07-01T07:04:10Z".parse()?, here), "today 09:04");
/// assert_eq!(moment("2026-06-30T23:00:00Z".parse()?, here), "today 01:00");
/// assert_eq!(moment("2026-03-27T12:00:00Z".parse()?, here), "Fri 27 Mar 14:00");
/// # Ok::<(), chrono::ParseError>(())
/// ```
pub fn moment(at: Instant, here: LocalNow<'_>) -> String {
    let wall = here.zone.wall(at);
    let day = near_day(wall.date(), here.today());
    format!("{day} {}", wall.format("%H:%M"))
}

/// The same where there is little room: `09:04` is today, `27 Mar 14:00` this year, and of other
/// years the day alone.
///
/// ```
/// use sladesk::core::time::{Fixed, LocalNow, short_moment};
/// let madrid = Fixed::hours(2);
/// let here = LocalNow::new("2026-07-01T12:00:00Z".parse()?, &madrid);
/// assert_eq!(short_moment("2026-07-01T07:04:10Z".parse()?, here), "09:04");
/// assert_eq!(short_moment("2026-03-27T12:00:00Z".parse()?, here), "27 Mar 14:00");
/// assert_eq!(short_moment("2025-03-27T12:00:00Z".parse()?, here), "2025-03-27");
/// # Ok::<(), chrono::ParseError>(())
/// ```
pub fn short_moment(at: Instant, here: LocalNow<'_>) -> String {
    let wall = here.zone.wall(at);
    let today = here.today();
    let form = match wall.date() {
        day if day == today => "%H:%M",
        day if day.year() == today.year() => "%-d %b %H:%M",
        _ => "%Y-%m-%d",
    };
    wall.format(form).to_string()
}

/// The same to the second, for what is decided by seconds: `today 06:50:10`.
pub fn exact_moment(at: Instant, here: LocalNow<'_>) -> String {
    let wall = here.zone.wall(at);
    let day = near_day(wall.date(), here.today());
    format!("{day} {}", wall.format("%H:%M:%S"))
}

/// An instant on the wall, the same whenever it is read: `2026-03-27 14:00`.
pub fn written_moment(at: Instant, here: LocalNow<'_>) -> String {
    here.zone.wall(at).format("%Y-%m-%d %H:%M").to_string()
}

/// An instant as a calendar answers it, the same whenever it is read: to the second where there
/// is one, with the offset where the clocks show that time twice. `2026-10-25 01:30 UTC+1`.
pub fn precise_moment(at: Instant, here: LocalNow<'_>) -> String {
    let wall = here.zone.wall(at);
    let time = match wall.second() {
        0 => wall.format("%Y-%m-%d %H:%M"),
        _ => wall.format("%Y-%m-%d %H:%M:%S"),
    };
    match here.zone.instants_of(wall) {
        WallTime::Twice(..) => {
            let offset = Fixed::seconds(here.zone.offset_at(at));
            format!("{time} {}", offset.name())
        }
        WallTime::Once(_) | WallTime::Never(..) => time.to_string(),
    }
}

fn near_day(day: NaiveDate, today: NaiveDate) -> String {
    match day.signed_duration_since(today).num_days() {
        0 => "today".to_owned(),
        -1 => "yesterday".to_owned(),
        1 => "tomorrow".to_owned(),
        _ if day.year() == today.year() => day.format("%a %-d %b").to_string(),
        _ => day.format("%Y-%m-%d").to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::local::worlds::{NewYork, instant};
    use super::*;

    #[test]
    fn the_day_is_named_by_how_near_it_is() {
        let zone = Fixed::hours(0);
        let now: Instant = "2026-10-14T10:00:00Z".parse().expect("an instant");
        let here = LocalNow::new(now, &zone);
        for (at, shown) in [
            ("2026-10-14T00:00:59Z", "today 00:00"),
            ("2026-10-13T23:59:59Z", "yesterday 23:59"),
            ("2026-10-15T09:30:00Z", "tomorrow 09:30"),
            ("2026-10-16T09:30:00Z", "Fri 16 Oct 09:30"),
            ("2026-01-02T09:30:00Z", "Fri 2 Jan 09:30"),
            ("2025-12-31T09:30:00Z", "2025-12-31 09:30"),
        ] {
            assert_eq!(moment(at.parse().expect("an instant"), here), shown);
        }
        assert_eq!(exact_moment(now.plus(-3590), here), "today 09:00:10");
        assert_eq!(written_moment(now, here), "2026-10-14 10:00");
        assert_eq!(precise_moment(now, here), "2026-10-14 10:00");
        assert_eq!(precise_moment(now.plus(30), here), "2026-10-14 10:00:30");
    }

    #[test]
    fn a_time_that_the_clocks_show_twice_is_told_apart() {
        let here = LocalNow::new(Instant(0), &NewYork);
        for (at, shown) in [
            ("2026-11-01T04:59:00Z", "2026-11-01 00:59"),
            ("2026-11-01T05:30:00Z", "2026-11-01 01:30 UTC-4"),
            ("2026-11-01T06:30:00Z", "2026-11-01 01:30 UTC-5"),
            ("2026-11-01T07:00:00Z", "2026-11-01 02:00"),
        ] {
            assert_eq!(precise_moment(instant(at), here), shown);
        }
    }
}
