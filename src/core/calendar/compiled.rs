//! A calendar made ready to answer by lookup.
//!
//! Two sums carry it. `DayTally` knows the open seconds of the wall before any day; the pieces of
//! constant offset know how far the sum on the wall and the true sum have drifted apart by hours
//! that the clocks skipped or showed twice. Open time between two instants is a difference of two
//! sums, and a deadline is the inverse: neither walks over days.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::hours::DAY;
use super::pieces::OffsetPieces;
use super::plan::DayPlans;
use super::tally::{DayTally, DayUnits, weekday};
use super::warning::Coverage;
use super::zone::REACH;
use super::{DaySet, Week, ZoneRules, special};
use crate::core::time::Instant;

/// The last instant that can be a deadline: the end of the year 9999.
pub(super) const LAST: i64 = 253_402_300_799;

/// Zone, weekly hours and closed days, made ready to answer by lookup. Building one takes some ten
/// microseconds, so that even a process that asks a single question can afford it.
///
/// ```
/// use std::collections::BTreeMap;
/// use sladesk::core::calendar::{Calendar, Week, ZoneRules};
/// use sladesk::core::time::Instant;
/// let week: Week = "mon-fri 09:00-18:00".parse()?;
/// let zone = ZoneRules::fixed("UTC+3").expect("a fixed offset");
/// let calendar = Calendar::new(&week, &zone, &[], &BTreeMap::new());
/// let friday: Instant = "2026-10-02T13:00:00Z".parse()?; // 16:00 there
/// let monday: Instant = "2026-10-05T08:00:00Z".parse()?; // 11:00 there
/// assert_eq!(calendar.due(friday, 4 * 3600), Some(monday));
/// assert_eq!(calendar.elapsed(friday, monday), 4 * 3600);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Calendar {
    zone: String,
    pub(super) plans: DayPlans,
    /// Open seconds, and open days.
    pub(super) seconds: DayTally,
    pub(super) open_days: DayTally,
    pub(super) pieces: OffsetPieces,
    pub(super) names: special::DayNames,
    pub(super) notes: special::DayNames,
    pub(super) coverage: Vec<Coverage>,
}

impl Calendar {
    /// A calendar from weekly hours in a zone, sets of closed days, and days with hours of their
    /// own (none: closed), which stand over the sets.
    pub fn new(
        week: &Week,
        zone: &ZoneRules,
        sets: &[&DaySet],
        days: &BTreeMap<NaiveDate, Vec<(u32, u32)>>,
    ) -> Calendar {
        let special = special::collect(&week.normalised(), sets, days);
        let seconds = DayTally::new(special.plans.week(), &special.days);
        let pieces = OffsetPieces::new(&zone.pieces(), |from, to| {
            between_on_wall(&seconds, &special.plans, from, to)
        });
        let skipped = skipped_days(&seconds, &special.plans, &pieces);
        Calendar {
            zone: zone.name.clone(),
            open_days: open_days(special.plans.week(), &special.days, &skipped),
            plans: special.plans,
            seconds,
            pieces,
            names: special.names,
            notes: special.notes,
            coverage: sets.iter().map(|set| Coverage::of(set)).collect(),
        }
    }

    /// The name of the zone.
    pub fn zone(&self) -> &str {
        &self.zone
    }

    /// Whether it is open at that instant.
    pub fn is_open(&self, at: Instant) -> bool {
        let wall = self.wall(at);
        let second = second_of(wall);
        let mut hours = self.hours_of(day_of(wall)).iter();
        hours.any(|(from, to)| *from <= second && second < *to)
    }

    /// The earliest instant with exactly `seconds` of open time in [start, t); `None` when there
    /// is never so much.
    pub fn due(&self, start: Instant, seconds: i64) -> Option<Instant> {
        if seconds <= 0 {
            return Some(start);
        }
        let at = start.0.clamp(-REACH, REACH);
        let number = self.pieces.at(at);
        let piece = &self.pieces[number];
        let before = on_wall(&self.seconds, &self.plans, at + piece.offset);
        let goal = before + piece.carry + seconds.min(2 * LAST);
        let wall = self.wall_of(goal - piece.carry);
        let due = match wall.map(|wall| wall - piece.offset) {
            Some(due) if due <= piece.to => due,
            guess => self.due_after_change(goal, guess, (piece.carry, wall))?,
        };
        (due <= LAST).then_some(Instant(due))
    }

    /// The instant before which there are `goal` open seconds, where the clocks change before it.
    /// `guess` overlooks the changes; `known` is the wall time for that carry.
    fn due_after_change(
        &self,
        goal: i64,
        guess: Option<i64>,
        known: (i64, Option<i64>),
    ) -> Option<i64> {
        let mut number = guess.map_or(self.pieces.last(), |guess| self.pieces.at(guess));
        loop {
            let piece = &self.pieces[number];
            let wall = match piece.carry == known.0 {
                true => known.1,
                false => self.wall_of(goal - piece.carry),
            };
            // there is one piece within which its own answer lies, and each tells where to look
            match wall.map(|wall| wall - piece.offset) {
                Some(due) if due <= piece.from => number -= 1,
                Some(due) if due <= piece.to => return Some(due),
                _ if number == self.pieces.last() => return None,
                _ => number += 1,
            }
        }
    }

    /// Open seconds in [from, to); 0 when `to` is not after `from`.
    pub fn elapsed(&self, from: Instant, to: Instant) -> i64 {
        if to <= from {
            return 0;
        }
        self.open_before(to) - self.open_before(from)
    }

    /// Open seconds before that instant, since some instant long ago.
    fn open_before(&self, at: Instant) -> i64 {
        let at = at.0.clamp(-REACH, REACH);
        let piece = &self.pieces[self.pieces.at(at)];
        on_wall(&self.seconds, &self.plans, at + piece.offset) + piece.carry
    }

    /// What the clocks show, in seconds since 1970 on the wall.
    pub(super) fn wall(&self, at: Instant) -> i64 {
        let at = at.0.clamp(-REACH, REACH);
        at + self.pieces[self.pieces.at(at)].offset
    }

    /// The opening intervals of a date.
    pub(super) fn hours_of(&self, day: i32) -> &[(u32, u32)] {
        self.plans.hours(self.seconds.place(day).day.kind)
    }

    /// The earliest wall time with that many open seconds on the wall before it.
    fn wall_of(&self, seconds: i64) -> Option<i64> {
        let last = self.seconds.find(seconds - 1)?;
        let second = self.plans.second_after(last.kind, last.into + 1);
        Some(start_of(last.number) + i64::from(second))
    }
}

/// Open seconds on the wall before that wall time.
fn on_wall(seconds: &DayTally, plans: &DayPlans, wall: i64) -> i64 {
    let (day, second) = on_day(wall);
    let place = seconds.place(day);
    place.before + i64::from(plans.open_before(place.day.kind, second))
}

/// Open seconds on the wall between two wall times, as the clocks jump from one to the other:
/// mostly they do so at night, and nothing is.
fn between_on_wall(seconds: &DayTally, plans: &DayPlans, from: i64, to: i64) -> i64 {
    let ((day, second), (other, later)) = (on_day(from), on_day(to));
    if day == other && plans.closed_between(second, later) {
        return 0;
    }
    on_wall(seconds, plans, to) - on_wall(seconds, plans, from)
}

/// Counts the days with any opening second.
fn open_days(week: [DayUnits; 7], special: &[(i32, DayUnits)], skipped: &[i32]) -> DayTally {
    let count = |day: &DayUnits| DayUnits {
        units: u32::from(day.units > 0),
        kind: 0,
    };
    let usual = week.each_ref().map(count);
    let mut days: Vec<(i32, DayUnits)> = special
        .iter()
        .map(|(number, day)| (*number, count(day)))
        .filter(|(number, day)| *day != usual[weekday(*number)])
        .collect();
    for number in skipped {
        let none = DayUnits { units: 0, kind: 0 };
        match days.binary_search_by_key(number, |(number, _)| *number) {
            Ok(found) => days[found].1 = none,
            Err(place) => days.insert(place, (*number, none)),
        }
    }
    DayTally::new(usual, &days)
}

/// Days whose every opening second lies in time that the clocks skipped.
fn skipped_days(seconds: &DayTally, plans: &DayPlans, pieces: &OffsetPieces) -> Vec<i32> {
    let mut skipped = Vec::new();
    for (before, after) in pieces.changes(0) {
        if after.carry >= before.carry {
            continue;
        }
        let (from, to) = (after.from + before.offset, after.from + after.offset);
        for day in day_of(from)..=day_of(to - 1) {
            let midnight = start_of(day);
            let gone = |(a, b): &(u32, u32)| {
                from <= midnight + i64::from(*a) && midnight + i64::from(*b) <= to
            };
            let hours = plans.hours(seconds.place(day).day.kind);
            if !hours.is_empty() && hours.iter().all(gone) {
                skipped.push(day);
            }
        }
    }
    skipped
}

/// As many seconds as whole days, more than anything that is asked lies before 1970.
const LONG_BEFORE: i64 = (REACH / 86_400 + 3) * 86_400;

/// The number of the day that a wall time lies on, from 1970-01-01, and the second of that day.
fn on_day(wall: i64) -> (i32, u32) {
    let since = (wall + LONG_BEFORE) as u64;
    let day = since / u64::from(DAY);
    let second = since - day * u64::from(DAY);
    ((day as i64 - LONG_BEFORE / 86_400) as i32, second as u32)
}

/// The number of the day that a wall time lies on, from 1970-01-01.
pub(super) fn day_of(wall: i64) -> i32 {
    on_day(wall).0
}

/// The second of its day.
pub(super) fn second_of(wall: i64) -> u32 {
    on_day(wall).1
}

/// The wall time at which a day begins.
pub(super) fn start_of(day: i32) -> i64 {
    i64::from(day) * i64::from(DAY)
}
