//! What changed in a period since a report on it was made: late entries, corrections, undone
//! entries. The clocks as they were known then, and as they are known now.

use std::collections::BTreeMap;

use super::{ReportClock, Window};
use crate::core::model::TicketNo;
use crate::core::sla::ClockState;
use crate::core::time::Instant;

/// What a report of the window says of a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockVerdict {
    /// It came to this state in the window, at that instant.
    Decided(ClockState, Instant),
    /// Undecided at the end of the window.
    Open,
}

/// A clock of which the report says another thing than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockChange {
    /// Whose clocks.
    pub ticket: TicketNo,
    /// Of which milestone.
    pub milestone: String,
    /// At which priority.
    pub priority: String,
    /// In which cycle.
    pub cycle: u32,
    /// None: the report did not speak of it.
    pub was: Option<ClockVerdict>,
    /// What the record says of it now.
    pub is: Option<ClockVerdict>,
}

impl ClockVerdict {
    /// None when the window has nothing to do with the clock.
    pub fn of(row: &ReportClock<'_>, window: &Window) -> Option<ClockVerdict> {
        match row.decided_state(window.now) {
            Some((state, at)) if window.holds(at) => Some(ClockVerdict::Decided(state, at)),
            Some((_, at)) if window.reached(at) => None,
            Some((ClockState::Corrected, _)) => None,
            _ => window.reached(row.started).then_some(ClockVerdict::Open),
        }
    }
}

/// Compares what was known `then` with what is known `now` of an ended period. Both are looked at
/// from the end of the period or later, so that only knowledge differs.
///
/// A ticket's clocks of one milestone, cycle and priority are told apart by their order.
pub fn changes(
    then: &[ReportClock<'_>],
    now: &[ReportClock<'_>],
    window: &Window,
) -> Vec<ClockChange> {
    let mut known: BTreeMap<ClockKey<'_>, [Vec<Option<ClockVerdict>>; 2]> = BTreeMap::new();
    for (side, rows) in [then, now].into_iter().enumerate() {
        let mut rows: Vec<&ReportClock<'_>> = rows.iter().collect();
        rows.sort_by_key(|row| (row.ticket, row.n));
        for row in rows {
            let key = (row.ticket, row.cycle, &*row.milestone, &*row.priority);
            known.entry(key).or_default()[side].push(ClockVerdict::of(row, window));
        }
    }
    known
        .into_iter()
        .flat_map(|(key, [was, is])| differences(key, &was, &is))
        .collect()
}

type ClockKey<'r> = (TicketNo, u32, &'r str, &'r str);

fn differences(
    key: ClockKey<'_>,
    was: &[Option<ClockVerdict>],
    is: &[Option<ClockVerdict>],
) -> Vec<ClockChange> {
    let (ticket, cycle, milestone, priority) = key;
    let at = |side: &[Option<ClockVerdict>], place: usize| side.get(place).copied().flatten();
    (0..was.len().max(is.len()))
        .map(|place| (at(was, place), at(is, place)))
        .filter(|(was, is)| was != is)
        .map(|(was, is)| ClockChange {
            ticket,
            milestone: milestone.to_owned(),
            priority: priority.to_owned(),
            cycle,
            was,
            is,
        })
        .collect()
}
