//! Promises in days: what is due on which day, and when a day opens and closes.

use chrono::{Months, NaiveDate};

use super::compiled::{Calendar, day_of, second_of, start_of};
use super::hours::DAY;
use super::pieces::OffsetPiece;
use super::tally::DayUnits;
use crate::core::time::Instant;
use crate::core::time::Span;

impl Calendar {
    /// When a promise that starts at `start` is due; `None` when it never is.
    ///
    /// - Business days: the start moved to the next open instant, then the same wall time that
    ///   many open days later, moved into that day's hours when it lies outside them.
    /// - Calendar days: the same wall time that many days later, open or not.
    /// - Calendar months: the same wall time on the same day of the month that many months later,
    ///   on its last day where it has no such day.
    /// - End of business day: the closing of the start's own date if still to come, else of the
    ///   next open day. End of next business day: the closing of the first open day after the
    ///   start's own date.
    pub fn due_within(&self, start: Instant, span: Span) -> Option<Instant> {
        match span {
            Span::Time(seconds) => self.due(start, seconds),
            Span::BusinessDays(0) => self.next_open(start),
            Span::CalendarDays(0) | Span::CalendarMonths(0) => Some(start),
            Span::BusinessDays(_) | Span::CalendarDays(_) | Span::CalendarMonths(_) => {
                Some(self.passes(self.due_on_wall(start, span)?).first)
            }
            Span::EndOfBusinessDay => {
                let today = self.closing(day_of(self.wall(start)));
                match today.filter(|closing| *closing > start) {
                    Some(closing) => Some(closing),
                    None => self.next_closing(start),
                }
            }
            Span::EndOfNextBusinessDay => self.next_closing(start),
        }
    }

    /// From when a promise counts that starts at `start`, where what comes after a second of an
    /// open day starts when the next open day opens; in days or months of the calendar, at the next
    /// midnight. `None` when it never opens again.
    pub fn after_cut_off(&self, start: Instant, span: Span, cut_off: u32) -> Option<Instant> {
        let wall = self.wall(start);
        let (today, tomorrow) = (day_of(wall), day_of(wall) + 1);
        if second_of(wall) <= cut_off || self.hours_of(today).is_empty() {
            return Some(start);
        }
        if let Span::CalendarDays(_) | Span::CalendarMonths(_) = span {
            return Some(self.passes(start_of(tomorrow)).first);
        }
        self.next_open(self.passes(start_of(tomorrow)).first)
    }

    /// The wall time at which a promise in days is due, shown by the clocks or not; `None` for
    /// other promises.
    pub(super) fn due_on_wall(&self, start: Instant, span: Span) -> Option<i64> {
        match span {
            Span::CalendarDays(days) => Some(self.wall(start) + start_of(days.try_into().ok()?)),
            Span::CalendarMonths(months) => {
                let wall = self.wall(start);
                let day = NaiveDate::from_epoch_days(day_of(wall))?;
                let day = day.checked_add_months(Months::new(months))?.to_epoch_days();
                Some(start_of(day) + i64::from(second_of(wall)))
            }
            Span::BusinessDays(days) => {
                let wall = self.wall(self.next_open(start)?);
                let passed = self.open_days.place(day_of(wall)).before;
                let day = self.open_days.find(passed + i64::from(days))?.number;
                let second = moved_into(self.hours_of(day), second_of(wall));
                Some(start_of(day) + i64::from(second))
            }
            _ => None,
        }
    }

    /// The closing of the first open day after the date of `start`.
    fn next_closing(&self, start: Instant) -> Option<Instant> {
        let tomorrow = day_of(self.wall(start)) + 1;
        let passed = self.open_days.place(tomorrow).before;
        self.closing(self.open_days.find(passed)?.number)
    }

    /// The first open instant at or after `at`.
    pub fn next_open(&self, at: Instant) -> Option<Instant> {
        match self.is_open(at) {
            true => Some(at),
            false => Some(self.due(at, 1)?.plus(-1)),
        }
    }

    /// When it closes, if it is open at `at`; `None` when it is closed, or never closes again.
    pub fn open_until(&self, at: Instant) -> Option<Instant> {
        let mut reached = at;
        while self.is_open(reached) {
            reached = self.open_at_least_until(reached)?;
        }
        (reached > at).then_some(reached)
    }

    /// How far it is surely open from an open instant: to the end of the interval, or to where
    /// the clocks change; around the clock, to the next day that is special. `None`: for ever.
    fn open_at_least_until(&self, at: Instant) -> Option<Instant> {
        let piece = &self.pieces[self.pieces.at(at.0)];
        let wall = self.wall(at);
        let (day, second) = (day_of(wall), second_of(wall));
        let mut intervals = self.hours_of(day).iter();
        let (_, to) = intervals.find(|(_, to)| second < *to)?;
        let end = start_of(day) + i64::from(*to) - piece.offset;
        let end = Instant(end.min(piece.to));
        let around_the_clock = |day: &DayUnits| day.units == DAY;
        if !self.plans.week().iter().all(around_the_clock) {
            return Some(end);
        }
        let special = self.seconds.next_exception(day_of(self.wall(end)))?;
        Some(self.passes(start_of(special)).first.max(end))
    }

    /// When a date closes for good: the end of its last open second; `None` when it has none.
    pub(super) fn closing(&self, day: i32) -> Option<Instant> {
        self.hours_of(day).iter().rev().find_map(|(from, to)| {
            let (from, to) = (
                start_of(day) + i64::from(*from),
                start_of(day) + i64::from(*to),
            );
            let passes = self.passes(to - 1);
            if passes.exists {
                return Some(passes.last.plus(1));
            }
            (from <= self.wall(passes.last.plus(-1))).then_some(passes.last)
        })
    }

    /// The instants at which the clocks show that wall time.
    pub(super) fn passes(&self, wall: i64) -> WallOccurrence {
        // no clock is further than a day from UTC, none was ever turned by more than that
        let first = self.pieces.at(wall - 2 * 86_400);
        let near = |piece: &&OffsetPiece| piece.from <= wall + 2 * 86_400;
        let mut jump = None;
        let mut shown: Option<WallOccurrence> = None;
        for piece in self.pieces.from(first).iter().take_while(near) {
            let at = wall - piece.offset;
            if piece.from <= at && at < piece.to {
                let first = shown.map_or(Instant(at), |passes| passes.first);
                shown = Some(WallOccurrence {
                    first,
                    last: Instant(at),
                    exists: true,
                });
            }
            if at < piece.from {
                jump = jump.or(Some(piece.from));
            }
        }
        shown.unwrap_or_else(|| {
            let jump = Instant(jump.unwrap_or(wall));
            WallOccurrence {
                first: jump,
                last: jump,
                exists: false,
            }
        })
    }
}

/// When the clocks show a wall time: the first and the last instant, or where they jumped over it
/// the instant of the jump.
#[derive(Clone, Copy, Debug)]
pub(super) struct WallOccurrence {
    pub first: Instant,
    pub last: Instant,
    pub exists: bool,
}

/// A second of the day moved into the hours of a day: a closing counts as inside, before an
/// opening it moves on to it, after the last closing back to that.
fn moved_into(hours: &[(u32, u32)], second: u32) -> u32 {
    let ends = hours.iter().find(|(_, to)| second <= *to);
    match (ends, hours.last()) {
        (Some((from, _)), _) => second.max(*from),
        (None, Some((_, to))) => *to,
        (None, None) => second,
    }
}
