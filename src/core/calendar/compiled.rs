//! A calendar made ready to answer by lookup.
//!
//! Two sums carry it. `Tally` knows the open seconds of the wall before any day; the pieces of
//! constant offset know how far the sum on the wall and the true sum have drifted apart by hours
//! that the clocks skipped or showed twice. Open time between two instants is a difference of two
//! sums, and a deadline is the inverse: neither walks over days.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::hours::DAY;
use super::tally::{Tally, weekday};
use super::warning::Coverage;
use super::zone::REACH;
use super::{DaySet, Week, ZoneRules, special};
use crate::core::model::Instant;

/// Pieces of the zone are found by the 97 days that an instant lies in.
const SHIFT: u32 = 23;

/// The last instant that can be a deadline: the end of the year 9999.
pub(super) const LAST: i64 = 253_402_300_799;

/// A time of constant offset.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub from: i64,
    pub offset: i64,
    /// What is to be added to the sum on the wall: hours shown twice so far, less hours skipped.
    carry: i64,
    /// Open seconds before `from`.
    level: i64,
}

/// A range in the list of opening intervals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    start: u32,
    end: u32,
}

/// The opening intervals of all days that differ, each kind of day once.
#[derive(Clone, Debug)]
pub(super) struct Slots {
    intervals: Vec<(u32, u32)>,
    week: [Slot; 7],
    exceptions: Vec<Slot>,
}

impl Slots {
    pub fn new(week: &Week) -> Slots {
        let empty = Slot { start: 0, end: 0 };
        let mut slots = Slots {
            intervals: Vec::with_capacity(16),
            week: [empty; 7],
            exceptions: Vec::new(),
        };
        for (day, hours) in week.0.iter().enumerate() {
            let like = week.0[..day].iter().position(|earlier| earlier == hours);
            slots.week[day] = match like {
                Some(like) => slots.week[like],
                None => slots.add(hours),
            };
        }
        slots
    }

    pub fn add(&mut self, hours: &[(u32, u32)]) -> Slot {
        let start = self.intervals.len() as u32;
        self.intervals.extend_from_slice(hours);
        Slot {
            start,
            end: self.intervals.len() as u32,
        }
    }

    pub fn except(&mut self, slot: Slot) {
        self.exceptions.push(slot);
    }

    pub fn of_weekday(&self, weekday: usize) -> Slot {
        self.week[weekday]
    }

    /// Whether a week without special days never closes.
    pub fn never_closes(&self) -> bool {
        self.week.iter().all(|slot| self.get(*slot) == [(0, DAY)])
    }

    pub fn get(&self, slot: Slot) -> &[(u32, u32)] {
        &self.intervals[slot.start as usize..slot.end as usize]
    }

    /// The hours of a day that is this exception or follows its weekday.
    fn of(&self, day: i32, exception: Option<usize>) -> &[(u32, u32)] {
        self.get(match exception {
            Some(number) => self.exceptions[number],
            None => self.week[weekday(day)],
        })
    }
}

/// Zone, weekly hours and closed days, made ready to answer by lookup. Building one takes some ten
/// microseconds, so that even a process that asks a single question can afford it.
///
/// ```
/// use std::collections::BTreeMap;
/// use sladesk::core::calendar::{Calendar, Week, ZoneRules};
/// use sladesk::core::model::Instant;
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
    pub(super) slots: Slots,
    /// Open seconds, and open days.
    pub(super) seconds: Tally,
    pub(super) open_days: Tally,
    pub(super) pieces: Vec<Piece>,
    /// The piece at the start of each 97 days from 1970 on.
    index: Vec<u16>,
    pub(super) names: special::Names,
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
        let week = week.normalised();
        let special = special::collect(&week, sets, days);
        let sum = |hours: &[(u32, u32)]| hours.iter().map(|(from, to)| to - from).sum::<u32>();
        let exceptions = special.days.iter().zip(&special.slots.exceptions);
        let weights = exceptions.map(|(day, slot)| (*day, sum(special.slots.get(*slot))));
        let mut calendar = Calendar {
            zone: zone.name.clone(),
            seconds: Tally::new(week.0.each_ref().map(|hours| sum(hours)), weights),
            open_days: Tally::new([0; 7], []),
            pieces: Vec::new(),
            index: Vec::new(),
            slots: special.slots,
            names: special.names,
            coverage: sets.iter().map(|set| Coverage::of(set)).collect(),
        };
        calendar.lay_pieces(&zone.pieces());
        calendar.count_days(&week, &special.days);
        calendar
    }

    fn lay_pieces(&mut self, pieces: &[(i64, i32)]) {
        self.pieces.reserve_exact(pieces.len());
        let (mut carry, mut before) = (0, None);
        for (from, offset) in pieces {
            let offset = i64::from(*offset);
            let mut level = i64::MIN;
            if let Some(before) = before {
                level = self.on_wall(from + before) + carry;
                carry = level - self.on_wall(from + offset);
            }
            before = Some(offset);
            self.pieces.push(Piece {
                from: *from,
                offset,
                carry,
                level,
            });
        }
        let mut number = 0;
        let last = self
            .pieces
            .last()
            .map_or(0, |piece| piece.from.max(0) >> SHIFT);
        self.index.reserve_exact(last as usize + 1);
        for start in (0..=last).map(|i| i << SHIFT) {
            while self
                .pieces
                .get(number + 1)
                .is_some_and(|piece| piece.from <= start)
            {
                number += 1;
            }
            self.index.push(number as u16);
        }
    }

    /// Counts the days with any opening second; a day whose hours the clocks skip has none.
    fn count_days(&mut self, week: &Week, special: &[i32]) {
        let usual = week.0.each_ref().map(|hours| u32::from(!hours.is_empty()));
        let mut days: BTreeMap<i32, u32> = BTreeMap::new();
        for (day, slot) in special.iter().zip(&self.slots.exceptions) {
            let open = u32::from(slot.start < slot.end);
            if open != usual[weekday(*day)] {
                days.insert(*day, open);
            }
        }
        for day in self.skipped_days() {
            days.insert(day, 0);
        }
        self.open_days = Tally::new(usual, days);
    }

    /// Days whose every opening second lies in time that the clocks skipped.
    fn skipped_days(&self) -> Vec<i32> {
        let mut skipped = Vec::new();
        for pair in self.pieces.windows(2) {
            if pair[1].carry >= pair[0].carry {
                continue;
            }
            let (from, to) = (pair[1].from + pair[0].offset, pair[1].from + pair[1].offset);
            for day in day_of(from)..=day_of(to - 1) {
                let midnight = start_of(day);
                let gone = |(a, b): &(u32, u32)| {
                    from <= midnight + i64::from(*a) && midnight + i64::from(*b) <= to
                };
                let hours = self.hours_of(day);
                if !hours.is_empty() && hours.iter().all(gone) {
                    skipped.push(day);
                }
            }
        }
        skipped
    }

    /// The name of the zone.
    pub fn zone(&self) -> &str {
        &self.zone
    }

    /// Whether it is open at that instant.
    pub fn is_open(&self, at: Instant) -> bool {
        let wall = self.wall(at);
        let (day, second) = (day_of(wall), second_of(wall));
        let hours = self.hours_of(day);
        hours
            .iter()
            .any(|(from, to)| *from <= second && second < *to)
    }

    /// The earliest instant with exactly `seconds` of open time in [start, t); `None` when there
    /// is never so much.
    pub fn due(&self, start: Instant, seconds: i64) -> Option<Instant> {
        if seconds <= 0 {
            return Some(start);
        }
        let at = start.0.clamp(-REACH, REACH);
        let here = self.piece(at);
        let piece = &self.pieces[here];
        let goal = (self.on_wall(at + piece.offset) + piece.carry).checked_add(seconds)?;
        let wall = self.wall_of(goal - piece.carry);
        let due = match wall.map(|wall| wall - piece.offset) {
            Some(due)
                if self
                    .pieces
                    .get(here + 1)
                    .is_none_or(|next| due <= next.from) =>
            {
                due
            }
            guess => self.due_later(goal, guess)?,
        };
        (due <= LAST).then_some(Instant(due))
    }

    /// The same where the clocks change between start and due. `guess` overlooks the changes.
    fn due_later(&self, goal: i64, guess: Option<i64>) -> Option<i64> {
        let mut number = guess.map_or(self.pieces.len() - 1, |guess| self.piece(guess));
        while number > 0 && self.pieces[number].level >= goal {
            number -= 1;
        }
        while self
            .pieces
            .get(number + 1)
            .is_some_and(|next| next.level < goal)
        {
            number += 1;
        }
        let piece = &self.pieces[number];
        Some(self.wall_of(goal - piece.carry)? - piece.offset)
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
        let piece = &self.pieces[self.piece(at)];
        self.on_wall(at + piece.offset) + piece.carry
    }

    /// What the clocks show, in seconds since 1970 on the wall.
    pub(super) fn wall(&self, at: Instant) -> i64 {
        let at = at.0.clamp(-REACH, REACH);
        at + self.pieces[self.piece(at)].offset
    }

    /// The number of the piece that holds at that instant.
    pub(super) fn piece(&self, at: i64) -> usize {
        let index = (at.max(0) >> SHIFT) as usize;
        let last = self.index.last().copied().unwrap_or(0);
        let mut number = usize::from(self.index.get(index).copied().unwrap_or(last));
        while self
            .pieces
            .get(number + 1)
            .is_some_and(|next| next.from <= at)
        {
            number += 1;
        }
        number
    }

    /// The opening intervals of a date.
    pub(super) fn hours_of(&self, day: i32) -> &[(u32, u32)] {
        self.slots.of(day, self.seconds.place(day).exception)
    }

    /// Open seconds on the wall before that wall time.
    fn on_wall(&self, wall: i64) -> i64 {
        let (day, second) = (day_of(wall), second_of(wall));
        let place = self.seconds.place(day);
        let hours = self.slots.of(day, place.exception);
        let today = hours
            .iter()
            .map(|(from, to)| second.clamp(*from, *to) - from);
        place.before + i64::from(today.sum::<u32>())
    }

    /// The earliest wall time with that many open seconds on the wall before it.
    fn wall_of(&self, seconds: i64) -> Option<i64> {
        let (day, exception, mut into) = self.seconds.day_of(seconds - 1)?;
        for (from, to) in self.slots.of(day, exception) {
            let length = i64::from(to - from);
            if into < length {
                return Some(start_of(day) + i64::from(*from) + into + 1);
            }
            into -= length;
        }
        None
    }
}

/// The number of the day that a wall time lies on, from 1970-01-01.
pub(super) fn day_of(wall: i64) -> i32 {
    wall.div_euclid(i64::from(DAY)) as i32
}

/// The second of its day.
pub(super) fn second_of(wall: i64) -> u32 {
    wall.rem_euclid(i64::from(DAY)) as u32
}

/// The wall time at which a day begins.
pub(super) fn start_of(day: i32) -> i64 {
    i64::from(day) * i64::from(DAY)
}
