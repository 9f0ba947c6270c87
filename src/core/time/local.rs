//! Where and when words are said: the clock on the wall of a zone.
//!
//! The words need only two things of a zone: what its clock shows at an instant, and which
//! instants show a wall time. The zone rules themselves live with the calendars.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};

use crate::core::time::Instant;

/// The instants at which a wall clock shows a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WallTime {
    /// At this instant and no other.
    Once(Instant),
    /// Clocks were turned back: the first and the second pass.
    Twice(Instant, Instant),
    /// Clocks were turned forward over it: the readings by the offset after and by the offset
    /// before the change, the earlier first. The earlier shows a time before the gap, the later
    /// one after it.
    Never(Instant, Instant),
}

/// A place's wall clock.
pub trait Local {
    /// The zone as people name it.
    fn name(&self) -> &str;

    /// Seconds that its clocks are ahead of UTC at an instant.
    fn offset_at(&self, at: Instant) -> i32;

    /// The instants at which its clocks show `wall`.
    fn instants_of(&self, wall: NaiveDateTime) -> WallTime;

    /// Another place by its name, where names can be looked up: for times that name their zone.
    fn elsewhere(&self, _name: &str) -> Option<Box<dyn Local>> {
        None
    }

    /// What its clocks show at an instant.
    fn wall(&self, at: Instant) -> NaiveDateTime {
        at.at_offset(self.offset_at(at))
    }
}

/// Where and when words are said.
#[derive(Clone, Copy)]
pub struct LocalNow<'a> {
    /// The present, as an instant.
    pub now: Instant,
    /// The zone in which words are said and times are shown.
    pub zone: &'a dyn Local,
}

impl<'a> LocalNow<'a> {
    /// The present in a zone.
    pub fn new(now: Instant, zone: &'a dyn Local) -> LocalNow<'a> {
        LocalNow { now, zone }
    }

    /// What the clock on the wall shows now.
    pub fn wall(&self) -> NaiveDateTime {
        self.zone.wall(self.now)
    }

    /// The date on the wall.
    pub fn today(&self) -> NaiveDate {
        self.wall().date()
    }
}

/// The first instant of a date. Where midnight was skipped it is the moment of the change, where
/// it comes twice the first pass.
///
/// ```
/// use sladesk::core::time::{Fixed, first_instant};
/// let day = "2026-10-01".parse()?;
/// let madrid_in_summer = Fixed::hours(2);
/// assert_eq!(first_instant(day, &madrid_in_summer).to_string(), "2026-09-30T22:00:00Z");
/// # Ok::<(), chrono::ParseError>(())
/// ```
pub fn first_instant(date: NaiveDate, zone: &dyn Local) -> Instant {
    match zone.instants_of(date.and_time(NaiveTime::MIN)) {
        WallTime::Once(at) | WallTime::Twice(at, _) => at,
        WallTime::Never(before, after) => change_between(before, after, zone),
    }
}

/// The instant at which the zone's offset changes between two that have different offsets.
fn change_between(before: Instant, after: Instant, zone: &dyn Local) -> Instant {
    let old = zone.offset_at(before);
    let (mut low, mut high) = (before.0, after.0);
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if zone.offset_at(Instant(middle)) == old {
            low = middle;
        } else {
            high = middle;
        }
    }
    Instant(high)
}

/// The date `days` later (earlier when negative), when there is one.
pub(super) fn shifted(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    let distance = Days::new(days.unsigned_abs());
    if days < 0 {
        date.checked_sub_days(distance)
    } else {
        date.checked_add_days(distance)
    }
}

/// A clock that is the same distance ahead of UTC for ever.
///
/// ```
/// use sladesk::core::time::{Fixed, Local};
/// assert_eq!(Fixed::named("+05:30").map(|f| f.name().to_owned()).as_deref(), Some("UTC+05:30"));
/// assert_eq!(Fixed::named("UTC-2"), Some(Fixed::hours(-2)));
/// assert_eq!(Fixed::named("GMT +3"), Some(Fixed::hours(3)));
/// assert_eq!(Fixed::named("Z"), Some(Fixed::hours(0)));
/// assert_eq!(Fixed::named("Europe/Madrid"), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixed {
    seconds: i32,
    name: String,
}

impl Fixed {
    /// So many whole hours ahead of UTC.
    pub fn hours(hours: i32) -> Fixed {
        Fixed::seconds(hours * 3600)
    }

    /// So many seconds ahead of UTC, named to the minute.
    pub fn seconds(seconds: i32) -> Fixed {
        let sign = if seconds < 0 { '-' } else { '+' };
        let minutes = seconds.abs() / 60;
        let name = match (minutes / 60, minutes % 60) {
            (0, 0) => "UTC".to_owned(),
            (hours, 0) => format!("UTC{sign}{hours}"),
            (hours, minutes) => format!("UTC{sign}{hours:02}:{minutes:02}"),
        };
        Fixed { seconds, name }
    }

    /// Reads `Z`, `UTC`, `GMT`, `UTC+3`, `GMT +3`, `+02:00`, `-0530`, `+02`: what is ahead of UTC
    /// has a plus.
    pub fn named(text: &str) -> Option<Fixed> {
        let (word, after) = text.split_at_checked(3).unwrap_or(("", text));
        let bare = ["UTC", "GMT"]
            .iter()
            .any(|known| word.eq_ignore_ascii_case(known));
        if text.eq_ignore_ascii_case("Z") || bare && after.is_empty() {
            return Some(Fixed::seconds(0));
        }
        let text = if bare { after.trim_start() } else { text };
        let (sign, digits) = match text.strip_prefix('-') {
            Some(digits) => (-1, digits),
            None => (1, text.strip_prefix('+')?),
        };
        let (hours, minutes) = match digits.split_once(':') {
            Some((hours, minutes)) if minutes.len() == 2 => (hours, minutes),
            Some(_) => return None,
            None if digits.len() == 4 && digits.is_ascii() => digits.split_at(2),
            None => (digits, "00"),
        };
        let number = |part: &str| {
            let written = matches!(part.len(), 1 | 2) && part.bytes().all(|b| b.is_ascii_digit());
            written.then(|| part.parse::<i32>().ok()).flatten()
        };
        let (hours, minutes) = (number(hours)?, number(minutes)?);
        let within = minutes < 60 && hours * 60 + minutes <= 18 * 60;
        within.then(|| Fixed::seconds(sign * (hours * 3600 + minutes * 60)))
    }
}

impl Local for Fixed {
    fn name(&self) -> &str {
        &self.name
    }

    fn offset_at(&self, _at: Instant) -> i32 {
        self.seconds
    }

    fn instants_of(&self, wall: NaiveDateTime) -> WallTime {
        WallTime::Once(Instant::from_utc(wall).plus(-i64::from(self.seconds)))
    }
}

#[cfg(test)]
pub(super) mod worlds {
    //! Places for tests: one with a gap and a fold like New York's in 2026.

    use super::*;

    /// UTC-5, and UTC-4 from 2026-03-08 02:00 (to 03:00) to 2026-11-01 02:00 (to 01:00).
    pub(crate) struct NewYork;

    impl Local for NewYork {
        fn name(&self) -> &str {
            "America/New_York"
        }

        fn offset_at(&self, at: Instant) -> i32 {
            let summer = instant("2026-03-08T07:00:00Z")..instant("2026-11-01T06:00:00Z");
            if summer.contains(&at) {
                -4 * 3600
            } else {
                -5 * 3600
            }
        }

        fn instants_of(&self, wall: NaiveDateTime) -> WallTime {
            let by = |hours: i64| Instant::from_utc(wall).plus(hours * 3600);
            let right = |at: Instant| self.wall(at) == wall;
            match (right(by(4)), right(by(5))) {
                (true, true) => WallTime::Twice(by(4), by(5)),
                (true, false) => WallTime::Once(by(4)),
                (false, true) => WallTime::Once(by(5)),
                (false, false) => WallTime::Never(by(4), by(5)),
            }
        }

        fn elsewhere(&self, name: &str) -> Option<Box<dyn Local>> {
            (name == "Europe/Moscow").then(|| Box::new(Fixed::hours(3)) as Box<dyn Local>)
        }
    }

    pub(crate) fn instant(text: &str) -> Instant {
        text.parse().expect("an instant in RFC 3339")
    }
}

#[cfg(test)]
mod tests {
    use super::worlds::{NewYork, instant};
    use super::*;

    #[test]
    fn a_day_whose_midnight_was_skipped_begins_at_the_change() {
        struct MidnightChange;
        impl Local for MidnightChange {
            fn name(&self) -> &str {
                "test"
            }
            fn offset_at(&self, at: Instant) -> i32 {
                if at.0 < 86_400 { 0 } else { 3600 }
            }
            fn instants_of(&self, wall: NaiveDateTime) -> WallTime {
                let utc = Instant::from_utc(wall);
                WallTime::Never(utc.plus(-3600), utc)
            }
        }
        let day = NaiveDate::from_ymd_opt(1970, 1, 2).expect("a date");
        assert_eq!(first_instant(day, &MidnightChange), Instant(86_400));
    }

    #[test]
    fn the_wall_shows_the_offset_of_the_day() {
        let summer = instant("2026-07-01T12:00:00Z");
        assert_eq!(NewYork.wall(summer).to_string(), "2026-07-01 08:00:00");
        let winter = instant("2026-12-01T12:00:00Z");
        assert_eq!(NewYork.wall(winter).to_string(), "2026-12-01 07:00:00");
    }

    #[test]
    fn offsets_that_nobody_has_are_no_zones() {
        for text in [
            "", "+", "+19", "+02:60", "+2:5", "UTC3", "+02:000", "+-2", "+é1", "Zulu", "GMT3",
            "UTC+ 3",
        ] {
            assert_eq!(Fixed::named(text), None, "{text}");
        }
    }
}
