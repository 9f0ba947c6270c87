//! Zone + weekly hours + closed days → is it open, due, elapsed.
//!
//! An instant is open when its local wall time in the calendar's zone lies in an opening interval
//! of that local weekday and its local date is not closed. Everything follows from that one
//! sentence, daylight saving included.

mod week;

pub use week::Week;

use crate::core::model::Instant;
use crate::core::words::Span;

/// Compiled: answers by lookup.
#[derive(Clone, Debug)]
pub struct Calendar;

/// A stretch of time in which a calendar does not change its mind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    pub from: Instant,
    pub to: Instant,
    pub why: Why,
}

/// Why a stretch is open or closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    Open,
    /// Outside the hours of the day.
    Closed,
    /// The name of the holiday or closed day.
    Holiday(String),
}

impl Calendar {
    pub fn is_open(&self, _at: Instant) -> bool {
        unimplemented!()
    }
    /// The earliest instant with exactly `seconds` of open time in [start, t).
    pub fn due(&self, _start: Instant, _seconds: i64) -> Option<Instant> {
        unimplemented!()
    }
    /// Open seconds in [from, to); 0 when `to` is not after `from`.
    pub fn elapsed(&self, _from: Instant, _to: Instant) -> i64 {
        unimplemented!()
    }
    /// When a promise that starts at `start` is due.
    pub fn due_within(&self, _start: Instant, _span: Span) -> Option<Instant> {
        unimplemented!()
    }
    /// [from, to) cut where the calendar opens, closes or enters a holiday.
    pub fn stretches(&self, _from: Instant, _to: Instant) -> Vec<Stretch> {
        unimplemented!()
    }
    /// The name of the zone.
    pub fn zone(&self) -> &str {
        unimplemented!()
    }
}
