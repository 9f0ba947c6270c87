//! What a clock shows at an instant: how much has counted, what is left, how late it is.

use super::clock::{Clock, ClockState, Pause};
use super::deadline::{ClockInputs, counted, deadline, governing, paused_time};
use super::rules::Rulebook;
use crate::core::time::Instant;
use crate::core::time::Span;

/// All in seconds of open time on the clock's calendar, save `overdue`, which is wall clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// How long it may take.
    pub target: Span,
    /// The target in open seconds; none when it is counted in days.
    pub target_seconds: Option<i64>,
    /// What has counted since the governing limit began.
    pub elapsed: i64,
    /// What is left; none once it is decided or when nothing is ever due.
    pub remaining: Option<i64>,
    /// Wall-clock seconds past the due; negative while it is still to come.
    pub overdue: Option<i64>,
    /// Open time from the due to the end, or to now, pauses left out; none unless breached. For a
    /// target in hours this is what was elapsed beyond it.
    pub late: Option<i64>,
    /// Open time from the end to the due; none unless it was met.
    pub spare: Option<i64>,
    /// Open time that pauses covered.
    pub paused: i64,
    /// Whether it counts already: after a cut-off it does from the next opening on.
    pub begun: bool,
}

impl Measure {
    /// How much of the target has been used, in hundredths of its open time; none once it is
    /// decided or when nothing is ever due.
    pub fn used_percent(&self) -> Option<u32> {
        let whole = self.elapsed + self.remaining?;
        let used = match whole {
            _ if !self.begun => 0,
            0 => 100,
            whole => self.elapsed * 100 / whole,
        };
        u32::try_from(used).ok()
    }
}

/// Measures a clock at `now`. None when its calendar is not known.
pub fn measure(clock: &Clock, rules: &dyn Rulebook, now: Instant) -> Option<Measure> {
    let (limit, found) = governing(clock, rules)?;
    let calendar = found.calendar;
    let until = clock.ended.map_or(now, |ended| ended.min(now));
    let state = clock.state(now);
    // nothing of it is used before it begins to count
    let (counting, counted_to) = (now.max(limit.from), until.max(limit.from));
    let remaining = match (state, found.paused) {
        (ClockState::Running, _) => found.due.map(|due| calendar.elapsed(counting, due)),
        (ClockState::Paused, Some(paused)) => {
            paused.due.map(|due| calendar.elapsed(paused.resumed, due))
        }
        (ClockState::Paused, None) => found
            .due
            .map(|due| counted(calendar, &clock.pauses, counting, due)),
        _ => None,
    };
    Some(Measure {
        target: limit.within,
        target_seconds: match limit.within {
            Span::Time(seconds) => Some(seconds),
            _ => None,
        },
        elapsed: counted(calendar, &clock.pauses, limit.from, until),
        remaining,
        overdue: clock.due.map(|due| until.since(due)),
        late: match (state, clock.due) {
            (ClockState::Breached | ClockState::Corrected, Some(due)) => {
                Some(counted(calendar, &clock.pauses, due, until))
            }
            _ => None,
        },
        spare: match (state, clock.due) {
            (ClockState::Met, Some(due)) => Some(calendar.elapsed(counted_to, due)),
            _ => None,
        },
        paused: paused_time(calendar, &clock.pauses, limit.from, until),
        begun: limit.from <= until,
    })
}

/// When a clock that is undecided at `now` is due; of one that stands still, as if that ended now.
/// None once it is decided or when nothing is ever due.
pub fn due_going_on(clock: &Clock, rules: &dyn Rulebook, now: Instant) -> Option<Instant> {
    let undecided = matches!(clock.state(now), ClockState::Running | ClockState::Paused);
    if !undecided || clock.ended.is_some() {
        return None;
    }
    let begun = clock.pauses.iter().filter(|pause| pause.from < now);
    let begun = begun.map(|pause| Pause {
        to: Some(pause.to.map_or(now, |to| to.min(now))),
        ..pause.clone()
    });
    let inputs = ClockInputs {
        pauses: &begun.collect::<Vec<_>>(),
        end: None,
        resumed: now,
    };
    deadline(clock.limits.get(clock.governing)?, inputs, rules)?.due
}
