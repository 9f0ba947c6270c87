//! What a change of priority does to the clocks of one milestone.

use super::clock::{Clock, Fate, Limit};
use super::milestone_state::{ContractContext, MilestoneState};
use crate::core::model::Event;
use crate::core::terms::{OnLower, OnRaise, PriorityChange};

/// From one priority to another; 0 is the most urgent.
#[derive(Clone, Copy, Debug)]
pub(super) struct Change {
    pub from: Option<usize>,
    pub to: Option<usize>,
}

impl Change {
    fn raises(self) -> bool {
        self.to < self.from && self.to.is_some()
    }
}

/// Ends the live clock of the old priority and starts the new one's.
///
/// A breached clock stays on the record with the lateness it then had, an undecided one is
/// superseded; a milestone already reached in this cycle gets none. Raised to a priority that
/// promises nothing of its own, the clock of the old one goes on.
pub(super) fn reprioritise<'r>(
    track: &mut MilestoneState<'r>,
    event: &Event,
    change: Change,
    reason: Option<&PriorityChange>,
    ground: &ContractContext<'r>,
    clocks: &mut Vec<Clock>,
) {
    if !track.is_pending() {
        return;
    }
    if reason.is_some_and(|reason| reason.meets.contains(&track.milestone.id)) {
        track.reach(event, clocks);
        track.start_cycle(event, change.to, ground, clocks);
        return;
    }
    let inherited = inherited(track, event, change, ground, clocks);
    let from = if counts_from_opening(track, change) {
        track.cycle_started
    } else {
        event.at
    };
    let own = track.limit(change.to, from, event, ground);
    if own.is_none() && !inherited.is_empty() {
        // nothing is promised at the new priority: the promise it had goes on as what it is
        return;
    }
    track.end(Fate::Replaced, event, clocks);
    let limits: Vec<Limit> = own.into_iter().chain(inherited).collect();
    if !limits.is_empty() {
        track.start_clock(event, change.to, limits, ground, clocks);
    }
}

/// The first priority that a ticket gets replaces none: it counts from the start of the cycle.
fn counts_from_opening(track: &MilestoneState<'_>, change: Change) -> bool {
    if change.from.is_none() {
        true
    } else if change.raises() {
        track.milestone.on_raise == OnRaise::FromOpened
    } else {
        track.milestone.on_lower == OnLower::FromOpened
    }
}

/// The limits that a raised priority is still under; a breached clock hands on none.
fn inherited(
    track: &MilestoneState<'_>,
    event: &Event,
    change: Change,
    ground: &ContractContext<'_>,
    clocks: &[Clock],
) -> Vec<Limit> {
    let strictest = change.raises() && track.milestone.on_raise == OnRaise::Strictest;
    match track.live {
        Some(place) if strictest && !track.is_breached(event.at, ground, clocks) => {
            clocks[place].limits.clone()
        }
        _ => Vec::new(),
    }
}
