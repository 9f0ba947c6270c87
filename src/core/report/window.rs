//! The stretch of time that a report is about, and the instant from which it looks.

use crate::core::time::Instant;
use crate::core::time::Period;

/// What a report is about: everything that happened from `from` on and before `to`, as far as it
/// has happened at `now`.
///
/// ```
/// use sladesk::core::time::Instant;
/// use sladesk::core::report::Window;
/// let quarter = Window { from: Instant(100), to: Instant(200), now: Instant(150) };
/// assert!(quarter.holds(Instant(100)) && quarter.holds(Instant(150)));
/// assert!(!quarter.holds(Instant(160)), "that is still to come");
/// assert!(!quarter.has_ended());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first instant of the period.
    pub from: Instant,
    /// The first instant that it no longer holds.
    pub to: Instant,
    /// The instant of the view: nothing is decided after it.
    pub now: Instant,
}

impl Window {
    /// A period, looked at from `now`.
    pub fn of(period: &Period, now: Instant) -> Window {
        Window {
            from: period.from,
            to: period.to,
            now,
        }
    }

    /// The last second that counts: the period's last, or the present one.
    pub fn last(&self) -> Instant {
        self.to.plus(-1).min(self.now)
    }

    /// Up to when time counts: the end of the period, or the present.
    pub fn end(&self) -> Instant {
        self.to.min(self.now)
    }

    /// Whether it happened in the period.
    pub fn holds(&self, at: Instant) -> bool {
        self.from <= at && self.reached(at)
    }

    /// Whether it had happened by the end of the period.
    pub fn reached(&self, at: Instant) -> bool {
        at <= self.last()
    }

    /// Whether the period is over.
    pub fn has_ended(&self) -> bool {
        self.to <= self.now
    }
}
