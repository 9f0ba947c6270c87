//! The slow, obvious calendar: it looks at every minute.
//!
//! It shares nothing with the engine but the words of the design: an instant is open when its
//! wall time lies in the hours of its date. Wall times come from another implementation of zone
//! rules. All hours, offsets and changes here are whole minutes, so that a minute of UTC is open
//! or closed as a whole.

use std::collections::BTreeMap;
use std::fmt;

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta, Timelike, Weekday};
use jiff::{Timestamp, tz::TimeZone};
use sladesk::core::calendar::{Calendar, DaySet, Week, ZoneRules};
use sladesk::core::time::Instant;

pub const MINUTE: i64 = 60;
pub const DAY: i64 = 86_400;

/// Everything a calendar is made of, and the other implementation of its zone.
#[derive(Clone)]
pub struct World {
    pub week: Week,
    pub zone: ZoneRules,
    pub other: TimeZone,
    pub set: DaySet,
    pub own: BTreeMap<NaiveDate, Vec<(u32, u32)>>,
}

impl fmt::Debug for World {
    /// As one would write it down; the zone's rules are known by their name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.week, self.zone.name)?;
        write!(f, ", closed {:?}", self.set.days.keys())?;
        write!(f, ", worked {:?}, own {:?}", self.set.worked, self.own)
    }
}

impl World {
    pub fn calendar(&self) -> Calendar {
        Calendar::new(&self.week, &self.zone, &[&self.set], &self.own)
    }

    pub fn wall(&self, at: i64) -> NaiveDateTime {
        let offset = self.other.to_offset(Timestamp::from_second(at).unwrap());
        Instant(at).at_offset(offset.seconds())
    }

    pub fn hours(&self, date: NaiveDate) -> Vec<(u32, u32)> {
        let of = |day: Weekday| &self.week.0[day.num_days_from_monday() as usize];
        if let Some(own) = self.own.get(&date) {
            return own.clone();
        }
        if self.set.days.contains_key(&date) {
            return Vec::new();
        }
        if let Some(half) = self.set.half_days.get(&date) {
            return both(of(date.weekday()), &half.hours);
        }
        let worked = self.set.worked.get(&date).copied();
        of(worked.unwrap_or(date.weekday())).clone()
    }

    pub fn is_open(&self, at: i64) -> bool {
        let wall = self.wall(at);
        let second = wall.num_seconds_from_midnight();
        self.hours(wall.date())
            .iter()
            .any(|(from, to)| (*from..*to).contains(&second))
    }

    /// Minutes of UTC from the one that holds `from`: its start, whether it is open, and the
    /// seconds of it that lie at or after `from`.
    fn minutes(&self, from: i64) -> impl Iterator<Item = (i64, bool)> {
        let first = from.div_euclid(MINUTE) * MINUTE;
        (0..).map(move |n| (first + n * MINUTE, self.is_open(first + n * MINUTE)))
    }

    pub fn elapsed(&self, from: i64, to: i64) -> i64 {
        let minutes = self.minutes(from).take_while(|(start, _)| *start < to);
        let open = minutes.filter(|(_, open)| *open);
        open.map(|(start, _)| (start + MINUTE).min(to) - start.max(from))
            .sum()
    }

    /// `None` when it is not reached by `last`.
    pub fn due(&self, start: i64, seconds: i64, last: i64) -> Option<i64> {
        let mut left = seconds;
        if left <= 0 {
            return Some(start);
        }
        for (minute, open) in self.minutes(start).take_while(|(minute, _)| *minute < last) {
            let from = minute.max(start);
            let here = minute + MINUTE - from;
            if open && left <= here {
                return Some(from + left);
            }
            left -= if open { here } else { 0 };
        }
        None
    }

    /// The same with stretches of whole minutes that do not count.
    pub fn due_paused(&self, start: i64, minutes: i64, paused: &[(i64, i64)]) -> Option<i64> {
        let mut left = minutes;
        let counts = |minute: &i64| {
            let stands = paused
                .iter()
                .any(|(from, to)| (*from..*to).contains(minute));
            !stands && self.is_open(*minute)
        };
        for (minute, _) in self.minutes(start).take(60 * 24 * 60) {
            if left == 0 {
                return Some(minute);
            }
            left -= i64::from(counts(&minute));
        }
        None
    }

    pub fn next_open(&self, at: i64, last: i64) -> Option<i64> {
        let mut minutes = self.minutes(at).take_while(|(minute, _)| *minute < last);
        minutes
            .find(|(_, open)| *open)
            .map(|(minute, _)| minute.max(at))
    }

    pub fn next_closed(&self, at: i64, last: i64) -> Option<i64> {
        let mut minutes = self.minutes(at).take_while(|(minute, _)| *minute < last);
        minutes
            .find(|(_, open)| !*open)
            .map(|(minute, _)| minute.max(at))
    }

    /// The minutes at which the clocks show that date.
    fn minutes_of(&self, date: NaiveDate) -> impl Iterator<Item = i64> {
        let noon = Instant::from_utc(date.and_hms_opt(12, 0, 0).unwrap()).0;
        let first = noon - 2 * DAY;
        (0..4 * DAY / MINUTE)
            .map(move |n| first + n * MINUTE)
            .filter(move |minute| self.wall(*minute).date() == date)
    }

    /// Whether the date is a business day.
    pub fn is_open_day(&self, date: NaiveDate) -> bool {
        !self.hours(date).is_empty() && self.minutes_of(date).any(|minute| self.is_open(minute))
    }

    /// When the date closes for good.
    pub fn closing(&self, date: NaiveDate) -> Option<i64> {
        let open = self.minutes_of(date).filter(|minute| self.is_open(*minute));
        open.last().map(|minute| minute + MINUTE)
    }

    /// Business days after that date, at most a year on.
    pub fn open_days_after(&self, date: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        date.iter_days()
            .skip(1)
            .take(366)
            .filter(|date| self.is_open_day(*date))
    }

    /// The first instant at which the clocks show that wall time, or have jumped over it.
    pub fn first_at(&self, wall: NaiveDateTime) -> i64 {
        let about = Instant::from_utc(wall).0.div_euclid(MINUTE) * MINUTE;
        let shown = (about - 2 * DAY..about + 2 * DAY)
            .step_by(60)
            .find(|minute| {
                let shows = self.wall(*minute);
                shows <= wall && wall < shows + TimeDelta::minutes(1)
            });
        if let Some(minute) = shown {
            return minute + i64::from(wall.second());
        }
        let before = |minute: &i64| self.wall(*minute) <= wall;
        let minutes = (about - 2 * DAY..about + 2 * DAY).step_by(60);
        let last = minutes.filter(before).last().expect("it was earlier once");
        last + MINUTE
    }
}

/// The minutes that lie in both, one by one.
fn both(a: &[(u32, u32)], b: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let within = |hours: &[(u32, u32)], second| {
        hours
            .iter()
            .any(|(from, to)| (*from..*to).contains(&second))
    };
    let mut found: Vec<(u32, u32)> = Vec::new();
    for second in (0..86_400).step_by(60) {
        if !within(a, second) || !within(b, second) {
            continue;
        }
        match found.last_mut() {
            Some(last) if last.1 == second => last.1 += 60,
            _ => found.push((second, second + 60)),
        }
    }
    found
}
