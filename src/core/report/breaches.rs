//! The breaches of a window, and why they happened.

use std::collections::BTreeMap;

use super::{ClockRow, Window};
use crate::core::model::TicketNo;
use crate::core::sla::ClockState;

/// Clocks by what there is to tell of each, in the order in which it came about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Breaches<'r> {
    /// The clocks that broke in the window.
    pub breached: Vec<&'r ClockRow>,
    /// Taken back by a correction.
    pub corrected: Vec<&'r ClockRow>,
    /// Met, on the word of an event recorded after the due.
    pub late_entries: Vec<&'r ClockRow>,
    /// Another clock took its place before it was decided.
    pub superseded: Vec<&'r ClockRow>,
}

/// A cause, and the tickets whose breaches it was given for, once for each clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// None: nobody has said why.
    pub code: Option<String>,
    /// Those in which it was broken.
    pub tickets: Vec<TicketNo>,
}

/// What happened to clocks in the window that a report lists one by one.
pub fn breaches<'r>(rows: &'r [ClockRow], window: &Window) -> Breaches<'r> {
    let mut found = Breaches::default();
    let mut settled: Vec<_> = rows
        .iter()
        .filter_map(|row| row.settled(window.now).map(|(state, at)| (at, row, state)))
        .filter(|(at, _, _)| window.holds(*at))
        .collect();
    settled.sort_by_key(|(at, row, _)| (*at, row.ticket, row.n));
    for (_, row, state) in settled {
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

impl Breaches<'_> {
    /// Whether there is nothing to list.
    pub fn is_empty(&self) -> bool {
        *self == Breaches::default()
    }

    /// Why, the commonest cause first; what has none stands last.
    pub fn causes(&self) -> Vec<Cause> {
        let mut by_code: BTreeMap<Option<&String>, Vec<TicketNo>> = BTreeMap::new();
        for row in &self.breached {
            let tickets = by_code.entry(row.cause.as_ref()).or_default();
            tickets.push(row.ticket);
        }
        let mut causes: Vec<Cause> = by_code
            .into_iter()
            .map(|(code, tickets)| Cause {
                code: code.cloned(),
                tickets,
            })
            .collect();
        causes.sort_by_key(|cause| {
            let few = std::cmp::Reverse(cause.tickets.len());
            (cause.code.is_none(), few, cause.code.clone())
        });
        causes
    }
}
