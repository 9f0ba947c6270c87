//! The rule by which a zone changes its clocks year after year: `M3.5.0/2` is the last Sunday of
//! March at 02:00.
//!
//! The notation is that of POSIX, which zone files end with: the record keeps a rule of sixty
//! letters in place of a table up to the year 2200.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

const DAY: i64 = 86_400;

/// The day of a yearly switch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum SwitchDay {
    /// Week 5 is the last; weekday 0 is Sunday.
    Weekday { month: u32, week: u32, weekday: u32 },
    /// 1 to 365; 29 February is never counted.
    Julian(u32),
    /// 0 to 365; 29 February is counted.
    Ordinal(u32),
}

/// A switch of the clocks that comes back every year, at a wall time of the offset before it.
///
/// ```
/// use sladesk::core::calendar::Switch;
/// let switch: Switch = "M3.5.0/2".parse()?;
/// assert_eq!(switch.to_string(), "M3.5.0/2");
/// # Ok::<(), sladesk::core::calendar::SwitchError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Switch {
    day: SwitchDay,
    /// From midnight; may be negative or beyond the day.
    second: i32,
}

/// A text is no rule.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no yearly rule such as `M3.5.0/2`")]
pub struct SwitchError(String);

impl Switch {
    /// The wall time of the switch in that year, in seconds since 1970 on the wall.
    fn wall(self, year: &Year) -> i64 {
        self.day.in_year(year) * DAY + i64::from(self.second)
    }
}

/// Days before each month of a year that is no leap year.
const MONTHS: [i64; 13] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

/// A year as the days it has. Two hundred years of switches are worked out for every calendar, so
/// this is arithmetic and no walk through date types.
struct Year {
    /// The number of its first day, counted from 1970-01-01.
    start: i64,
    leap: bool,
}

impl Year {
    fn of(year: i32) -> Year {
        let before = i64::from(year) - 1;
        let leap_days = before.div_euclid(4) - before.div_euclid(100) + before.div_euclid(400);
        Year {
            // 1970-01-01 is 719,162 days after the first day of the year 1
            start: 365 * before + leap_days - 719_162,
            leap: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0),
        }
    }

    /// The number of the day on which the month begins; the thirteenth is the next January.
    fn month(&self, month: u32) -> i64 {
        let month = month as usize - 1;
        self.start + MONTHS[month] + i64::from(self.leap && month > 1)
    }
}

impl SwitchDay {
    fn in_year(self, year: &Year) -> i64 {
        match self {
            SwitchDay::Ordinal(n) => year.start + i64::from(n),
            SwitchDay::Julian(n) => year.start + i64::from(n) - i64::from(!year.leap || n < 60),
            SwitchDay::Weekday {
                month,
                week,
                weekday,
            } => {
                let first = year.month(month);
                // 1970-01-01 was a Thursday
                let to_weekday = (i64::from(weekday) - (first + 4)).rem_euclid(7);
                let day = first + to_weekday + 7 * (i64::from(week) - 1);
                if day < year.month(month + 1) {
                    day
                } else {
                    day - 7
                }
            }
        }
    }
}

impl std::str::FromStr for Switch {
    type Err = SwitchError;

    fn from_str(text: &str) -> Result<Switch, SwitchError> {
        let (day, time) = text.split_once('/').unwrap_or((text, "2"));
        switch_day(day)
            .zip(posix_time(time, 167))
            .map(|(day, second)| Switch { day, second })
            .ok_or_else(|| SwitchError(text.to_owned()))
    }
}

fn switch_day(text: &str) -> Option<SwitchDay> {
    let number = |text: &str, allowed: std::ops::RangeInclusive<u32>| {
        text.parse().ok().filter(|n| allowed.contains(n))
    };
    if let Some(rule) = text.strip_prefix('M') {
        let mut parts = rule.split('.');
        let mut next = |allowed| parts.next().and_then(|part| number(part, allowed));
        let (month, week, weekday) = (next(1..=12)?, next(1..=5)?, next(0..=6)?);
        let day = SwitchDay::Weekday {
            month,
            week,
            weekday,
        };
        return parts.next().is_none().then_some(day);
    }
    match text.strip_prefix('J') {
        Some(day) => number(day, 1..=365).map(SwitchDay::Julian),
        None => number(text, 0..=365).map(SwitchDay::Ordinal),
    }
}

/// `[+-]h[h[h]][:mm[:ss]]` in seconds, as zone files write times and offsets.
pub fn posix_time(text: &str, most_hours: i32) -> Option<i32> {
    let (sign, text) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let mut seconds = 0;
    for (i, part) in text.split(':').enumerate() {
        let digits = part.bytes().all(|b| b.is_ascii_digit()) && part.len() <= 3;
        let most = if i == 0 { most_hours } else { 59 };
        let number = part.parse::<i32>().ok().filter(|n| digits && *n <= most)?;
        seconds += number * [3600, 60, 1].get(i)?;
    }
    Some(sign * seconds)
}

impl fmt::Display for Switch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.day {
            SwitchDay::Weekday {
                month,
                week,
                weekday,
            } => write!(f, "M{month}.{week}.{weekday}")?,
            SwitchDay::Julian(n) => write!(f, "J{n}")?,
            SwitchDay::Ordinal(n) => write!(f, "{n}")?,
        }
        let sign = if self.second < 0 { "-" } else { "" };
        let second = self.second.unsigned_abs();
        write!(f, "/{sign}{}", second / 3600)?;
        match (second / 60 % 60, second % 60) {
            (0, 0) => Ok(()),
            (minute, 0) => write!(f, ":{minute:02}"),
            (minute, second) => write!(f, ":{minute:02}:{second:02}"),
        }
    }
}

impl Serialize for Switch {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Switch {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Switch, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

/// Standard time and summer time in turn, for all years to come.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Yearly {
    /// Seconds ahead of UTC outside summer time, and in it.
    pub standard: i32,
    /// Seconds east of Greenwich in summer.
    pub summer: i32,
    /// When summer time begins and ends.
    pub begins: Switch,
    /// When summer time ends.
    pub ends: Switch,
}

impl Yearly {
    /// The two switches of a year, in order: the instant and the offset from then on.
    pub(super) fn switches(&self, year: i32) -> [(i64, i32); 2] {
        let year = &Year::of(year);
        let begin = (
            self.begins.wall(year) - i64::from(self.standard),
            self.summer,
        );
        let end = (self.ends.wall(year) - i64::from(self.summer), self.standard);
        if begin.0 <= end.0 {
            [begin, end]
        } else {
            [end, begin]
        }
    }

    /// The switches from the year before that of `at` to the second after it, in order.
    fn around(&self, at: i64) -> impl DoubleEndedIterator<Item = (i64, i32)> {
        let day = i32::try_from(at.div_euclid(DAY)).unwrap_or(0);
        let year = NaiveDate::from_epoch_days(day).map_or(1970, |date| date.year());
        let years = [-1, 0, 1, 2].map(|more| self.switches(year + more));
        years.into_iter().flatten()
    }

    /// Seconds ahead of UTC at that instant.
    pub fn offset_at(&self, at: i64) -> i32 {
        let before = self.around(at).rfind(|(switch, _)| *switch <= at);
        before.map_or(self.standard, |(_, offset)| offset)
    }

    /// The first instant after `at` at which the offset is another than at `at`.
    pub fn next(&self, at: i64) -> Option<(i64, i32)> {
        let offset = self.offset_at(at);
        let mut after = self
            .around(at)
            .filter(|(switch, _)| *switch > at)
            .peekable();
        while let Some((switch, to)) = after.next() {
            // where one summer ends as the next begins, the clocks stay as they are
            let stays = after.peek().is_none_or(|(next, _)| *next == switch);
            if to != offset && !stays {
                return Some((switch, to));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::time::Instant;

    #[test]
    fn a_rule_falls_on_its_day_every_year() {
        for (rule, year, wall) in [
            ("M3.5.0/2", 2026, "2026-03-29T02:00:00Z"),
            ("M10.5.0/3", 2026, "2026-10-25T03:00:00Z"),
            ("M11.1.0", 2026, "2026-11-01T02:00:00Z"),
            ("M3.2.0/2", 2200, "2200-03-09T02:00:00Z"),
            ("M3.4.4/50", 2026, "2026-03-28T02:00:00Z"),
            ("M3.5.0/-1", 2026, "2026-03-28T23:00:00Z"),
            ("M12.5.0/2", 2026, "2026-12-27T02:00:00Z"),
            ("J60/0", 2023, "2023-03-01T00:00:00Z"),
            ("J60/0", 2024, "2024-03-01T00:00:00Z"),
            ("J59/0", 2024, "2024-02-28T00:00:00Z"),
            ("59/0", 2024, "2024-02-29T00:00:00Z"),
            ("0/0", 2024, "2024-01-01T00:00:00Z"),
            ("J365/25", 2024, "2025-01-01T01:00:00Z"),
            ("M9.1.0/1:30:15", 2026, "2026-09-06T01:30:15Z"),
        ] {
            let switch: Switch = rule.parse().unwrap();
            assert_eq!(
                Instant(switch.wall(&Year::of(year))).to_string(),
                wall,
                "{rule}"
            );
            assert_eq!(switch.to_string().parse(), Ok(switch), "{rule} again");
        }
    }

    #[test]
    fn what_is_no_rule_is_refused() {
        for text in [
            "", "M", "M3", "M3.5", "M3.5.7", "M13.1.0", "M3.0.0", "J0", "366", "M3.5.0.1",
        ]
        .into_iter()
        .chain([
            "M3.5.0/",
            "M3.5.0/x",
            "M3.5.0/168",
            "M3.5.0/2:60",
            "M3.5.0/2:00:00:00",
        ]) {
            assert!(text.parse::<Switch>().is_err(), "{text}");
        }
    }

    #[test]
    fn summer_time_all_the_year_never_changes_the_clocks() {
        let always = Yearly {
            standard: 0,
            summer: 3600,
            begins: "0/0".parse().unwrap(),
            ends: "J365/25".parse().unwrap(),
        };
        for year in 0..60 {
            let at = year * 31_556_952;
            assert_eq!((always.offset_at(at), always.next(at)), (3600, None));
        }
    }
}
