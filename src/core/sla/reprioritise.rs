//! What a change of priority does to the clocks of one milestone.

use super::clock::{Clock, ClockEnd, Limit};
use super::contract_context::ContractContext;
use super::cycle::{EndCause, PriorityShift};
use super::milestone_state::MilestoneState;
use crate::core::model::{Event, State};
use crate::core::terms::{OnLower, OnRaise, OnReopen, PriorityChange};

/// Ends the live clock of the old priority and starts the new one's.
///
/// A breached clock stays on the record with the lateness it then had, an undecided one is
/// superseded; a milestone already reached in this cycle gets none. Raised to a priority that
/// promises nothing of its own, the clock of the old one goes on.
pub(super) fn reprioritise<'r>(
    milestone: &mut MilestoneState<'r>,
    event: &Event,
    change: PriorityShift,
    reason: Option<&PriorityChange>,
    contract: &ContractContext<'r>,
    clocks: &mut Vec<Clock>,
) {
    if !milestone.is_pending() {
        return;
    }
    if reason.is_some_and(|reason| reason.meets.contains(&milestone.definition.id)) {
        milestone.reach(EndCause::PriorityReason, event, clocks);
        milestone.start_cycle(event, change.to, contract, clocks);
        return;
    }
    let change = match withdraw_reason(milestone, event, change, contract, clocks) {
        Some(priority) if Some(priority) == change.to => return,
        Some(priority) => PriorityShift {
            from: Some(priority),
            ..change
        },
        None => change,
    };
    let whole = keeps_all_limits(milestone, event, change, contract, clocks);
    let inherited = match (whole, milestone.live) {
        (true, Some(place)) => clocks[place].limits.clone(),
        _ => milestone.taken_over(event.at, contract, clocks),
    };
    let started = milestone.cycle.started;
    let from = match counts_from_opening(milestone, change) {
        // what made the ticket one of a kind is read back no further than it happened
        true => contract.of_the_kind_since(milestone.definition, change.to, started),
        false => event.at,
    };
    milestone.cycle.target = contract.chosen(milestone.definition, change.to, started);
    let own = contract.limit(milestone.definition, change.to, (from, started), event);
    if own.is_none() && whole {
        // nothing is promised at the new priority: the promise it had goes on as what it is
        return;
    }
    milestone.end_clock(ClockEnd::Replaced, event, clocks);
    let limits: Vec<Limit> = own.into_iter().chain(inherited).collect();
    if !limits.is_empty() {
        milestone.start_clock(event, change.to, limits, contract, clocks);
    }
}

/// A raise undoes what a reason that meets the milestone had ended at that priority or a more
/// urgent one, as a reopening would. Answers the priority of the clock that goes on.
fn withdraw_reason<'r>(
    milestone: &mut MilestoneState<'r>,
    event: &Event,
    change: PriorityShift,
    contract: &ContractContext<'r>,
    clocks: &mut [Clock],
) -> Option<usize> {
    let to = change.to.filter(|_| change.raises())?;
    if milestone.definition.on_reopen != OnReopen::Continue {
        return None;
    }
    let (place, end, priority) = milestone.ended_by_reason(to, contract, clocks)?;
    if !contract.may_withdraw(end.at, event.at) {
        return None;
    }
    milestone.take_up(place, (event, State::Resolved.word()), contract, clocks);
    milestone
        .cycle
        .forget_end(&milestone.definition.met_by, None);
    Some(priority)
}

/// The first priority that a ticket gets replaces none: it counts from the start of the cycle.
fn counts_from_opening(milestone: &MilestoneState<'_>, change: PriorityShift) -> bool {
    if change.from.is_none() {
        true
    } else if change.raises() {
        milestone.definition.on_raise == OnRaise::FromOpened
    } else {
        milestone.definition.on_lower == OnLower::FromOpened
    }
}

/// Whether a raised clock is still under all the limits it had; a breached one hands on none but
/// those that another ticket left here.
fn keeps_all_limits(
    milestone: &MilestoneState<'_>,
    event: &Event,
    change: PriorityShift,
    contract: &ContractContext<'_>,
    clocks: &[Clock],
) -> bool {
    change.raises()
        && milestone.definition.on_raise == OnRaise::Strictest
        && milestone.live.is_some()
        && !milestone.is_breached(event.at, contract, clocks)
}
