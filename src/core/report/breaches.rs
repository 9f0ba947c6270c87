//! The breaches of a window, and why they happened.

use std::collections::BTreeMap;

use super::{CauseSaid, ReportClock, Window};
use crate::core::model::TicketNo;
use crate::core::sla::ClockState;

/// Clocks by what there is to tell of each, in the order in which it came about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BreachGroups<'r, 'w> {
    /// The clocks that broke in the window.
    pub breached: Vec<&'r ReportClock<'w>>,
    /// Taken back by a correction.
    pub corrected: Vec<&'r ReportClock<'w>>,
    /// Met, on the word of an event recorded after the due.
    pub late_entries: Vec<&'r ReportClock<'w>>,
    /// Another clock took its place before it was decided.
    pub superseded: Vec<&'r ReportClock<'w>>,
}

/// A cause, and the tickets whose breaches it was given for, once for each clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CauseTickets {
    /// What was said of why.
    pub cause: CauseSaid<'static>,
    /// Those in which it was broken.
    pub tickets: Vec<TicketNo>,
}

/// What happened to clocks in the window that a report lists one by one.
pub fn breaches<'r, 'w>(rows: &'r [ReportClock<'w>], window: &Window) -> BreachGroups<'r, 'w> {
    let mut found = BreachGroups::default();
    let mut decided_state: Vec<_> = rows
        .iter()
        .filter_map(|row| {
            row.decided_state(window.now)
                .map(|(state, at)| (at, row, state))
        })
        .filter(|(at, _, _)| window.holds(*at))
        .collect();
    decided_state.sort_by_key(|(at, row, _)| (*at, row.ticket, row.n));
    for (_, row, state) in decided_state {
        match state {
            ClockState::Breached => found.breached.push(row),
            ClockState::Corrected => found.corrected.push(row),
            ClockState::Superseded => found.superseded.push(row),
            ClockState::Met if row.late_entry => found.late_entries.push(row),
            _ => {}
        }
    }
    found
}

/// Whether it broke in the window, taken back since or not.
pub fn is_breach_in(row: &ReportClock<'_>, window: &Window) -> bool {
    matches!(
        row.decided_state(window.now),
        Some((ClockState::Breached | ClockState::Corrected, at)) if window.holds(at)
    )
}

/// Where totals count the promise of a clock that broke: a promise counts once, with the first of
/// its deadlines to break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BreachCount {
    /// With this one.
    Here,
    /// With another that broke in the window.
    WithAnother,
    /// In an earlier window.
    Earlier,
}

/// Where the promise of a clock counts, by all the clocks of its ticket.
pub fn breach_count(
    row: &ReportClock<'_>,
    of_ticket: &[ReportClock<'_>],
    window: &Window,
) -> BreachCount {
    let of_promise = of_ticket
        .iter()
        .filter(|other| (&other.milestone, other.cycle) == (&row.milestone, row.cycle));
    let broken = of_promise.filter_map(|other| match other.decided_state(window.now) {
        Some((ClockState::Breached, at)) => Some((at, other.n)),
        _ => None,
    });
    match broken.min() {
        Some((_, n)) if n == row.n => BreachCount::Here,
        Some((at, _)) if !window.holds(at) => BreachCount::Earlier,
        Some(_) | None => BreachCount::WithAnother,
    }
}

impl BreachGroups<'_, '_> {
    /// Whether there is nothing to list.
    pub fn is_empty(&self) -> bool {
        *self == BreachGroups::default()
    }

    /// Why, the commonest cause first; behind them those told in words, and last what has none.
    pub fn causes(&self) -> Vec<CauseTickets> {
        let mut by_cause: BTreeMap<&CauseSaid<'_>, Vec<TicketNo>> = BTreeMap::new();
        for row in &self.breached {
            let tickets = by_cause.entry(&row.cause).or_default();
            tickets.push(row.ticket);
        }
        let mut causes: Vec<CauseTickets> = by_cause
            .into_iter()
            .map(|(cause, tickets)| CauseTickets {
                cause: cause.clone().into_owned(),
                tickets,
            })
            .collect();
        // what has a code stands before what has none, in words or not at all
        causes.sort_by_key(|cause| {
            let few = cause.cause.code().map(|_| cause.tickets.len());
            std::cmp::Reverse(few)
        });
        causes
    }
}
