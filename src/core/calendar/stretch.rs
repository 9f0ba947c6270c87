//! Time cut into what counts and what does not, with the reason: what explanations and
//! `calendar show` are made of.

use chrono::NaiveDate;

use super::compiled::{Calendar, LAST, day_of, start_of};
use super::hours::DAY;
use crate::core::time::Instant;

/// A stretch of time in which a calendar does not change its mind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its first instant.
    pub from: Instant,
    /// The first instant after it.
    pub to: Instant,
    /// Why it counts or does not.
    pub why: StretchReason,
}

/// Why a stretch is open or closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StretchReason {
    /// Within the hours: it counts.
    Open,
    /// Outside the hours of the day.
    Closed,
    /// The name of the holiday or closed day.
    Holiday(String),
}

/// A date of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarDay {
    /// The day.
    pub date: NaiveDate,
    /// Opening intervals by the wall, in seconds of the day.
    pub hours: Vec<(u32, u32)>,
    /// The same as instants: more or fewer where the clocks change.
    pub open: Vec<(Instant, Instant)>,
    /// The name of the holiday or closed day.
    pub closed: Option<String>,
    /// Why a day that is no holiday has not the hours of its weekday.
    pub note: Option<String>,
}

impl CalendarDay {
    /// Open seconds that the clocks skip on that date; negative where they show some twice.
    pub fn skipped(&self) -> i64 {
        let by_the_wall = self.hours.iter().map(|(from, to)| i64::from(to - from));
        let open = self.open.iter().map(|(from, to)| to.since(*from));
        by_the_wall.sum::<i64>() - open.sum::<i64>()
    }
}

/// Adds a stretch, or lengthens the last one where nothing changes.
fn push(stretches: &mut Vec<Stretch>, new: Stretch) {
    match stretches.last_mut() {
        Some(last) if last.to == new.from && last.why == new.why => last.to = new.to,
        _ => stretches.push(new),
    }
}

impl Calendar {
    /// [from, to) cut where the calendar opens, closes or enters a holiday.
    pub fn stretches(&self, from: Instant, to: Instant) -> Vec<Stretch> {
        let (from, to) = (from.0.clamp(-LAST, LAST), to.0.clamp(-LAST, LAST));
        let mut stretches = Vec::new();
        for (from, to, offset) in self.constant(from, to) {
            let (start, end) = (from + offset, to + offset);
            for day in day_of(start)..=day_of(end - 1) {
                let midnight = start_of(day);
                for (a, b, why) in self.parts_of(day) {
                    let a = (midnight + i64::from(a)).max(start);
                    let b = (midnight + i64::from(b)).min(end);
                    if a < b {
                        let (from, to) = (Instant(a - offset), Instant(b - offset));
                        push(&mut stretches, Stretch { from, to, why });
                    }
                }
            }
        }
        stretches
    }

    /// [from, to) in pieces of constant offset: start, end, offset.
    fn constant(&self, from: i64, to: i64) -> impl Iterator<Item = (i64, i64, i64)> {
        let pieces = self.pieces.from(self.pieces.at(from)).iter();
        pieces
            .map(move |piece| (piece.from.max(from), piece.to.min(to), piece.offset))
            .take_while(|(from, to, _)| from < to)
    }

    /// A whole date on the wall, in order.
    fn parts_of(&self, day: i32) -> Vec<(u32, u32, StretchReason)> {
        let closed = match self.names.get(day) {
            Some(name) => StretchReason::Holiday(name.to_owned()),
            None => StretchReason::Closed,
        };
        let mut parts = Vec::new();
        let mut reached = 0;
        for (from, to) in self.hours_of(day) {
            parts.push((reached, *from, closed.clone()));
            parts.push((*from, *to, StretchReason::Open));
            reached = *to;
        }
        parts.push((reached, DAY, closed));
        parts
    }

    /// One date: its hours by the wall, and when they really are.
    pub fn day(&self, date: NaiveDate) -> CalendarDay {
        let day = date.to_epoch_days();
        let hours = self.hours_of(day).to_vec();
        let mut open: Vec<(Instant, Instant)> = Vec::new();
        for (from, to, offset) in self.constant(start_of(day - 2), start_of(day + 3)) {
            for (a, b) in &hours {
                let a = (start_of(day) + i64::from(*a) - offset).max(from);
                let b = (start_of(day) + i64::from(*b) - offset).min(to);
                if a < b {
                    match open.last_mut() {
                        Some(last) if last.1.0 == a => last.1 = Instant(b),
                        _ => open.push((Instant(a), Instant(b))),
                    }
                }
            }
        }
        CalendarDay {
            date,
            hours,
            open,
            closed: self.names.get(day).map(str::to_owned),
            note: self.notes.get(day).map(str::to_owned),
        }
    }

    /// Whether that date is a business day: it has an opening second that the clocks show.
    pub fn is_open_day(&self, date: NaiveDate) -> bool {
        self.open_days.place(date.to_epoch_days()).day.units > 0
    }
}
