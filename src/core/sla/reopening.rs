//! What a reopening does to the clocks of one milestone.

use super::clock::Clock;
use super::contract_context::ContractContext;
use super::cycle::{EndCause, first_end};
use super::milestone_state::MilestoneState;
use super::reprioritise::reprioritise;
use super::until::WhatEndsForGood;
use crate::core::model::{ClosedAs, Event, State};
use crate::core::terms::OnReopen;

/// Withdraws the end of the milestone, or begins a new cycle, or keeps what was reached.
///
/// What a closing cancelled was not reached, and what a closing that was none as done met was met
/// by it alone: both go on with what was left, whatever the plan says of reopenings, after `spam`
/// and `duplicate` however long that stood. What was marked since the end ends what would go on.
/// What an act of the plan ended, or a hand-over to another line, a reopening does not withdraw.
/// What ended the milestone for good holds no more.
pub(super) fn reopen<'r>(
    milestone: &mut MilestoneState<'r>,
    event: &Event,
    priority: Option<usize>,
    contract: &ContractContext<'r>,
    clocks: &mut Vec<Clock>,
) {
    milestone.for_good = WhatEndsForGood::default();
    let on_reopen = milestone.definition.on_reopen;
    let end = match milestone.cycle.end.clone() {
        Some(end) if !end.cause.outlives_reopening(on_reopen) => end,
        Some(_) => return milestone.cycle.forget_done(on_reopen),
        None => return milestone.cycle.forget_done(OnReopen::Continue),
    };
    let until = milestone.stood_until(&end, event.at);
    let goes_on = match (&end.cause, on_reopen) {
        (EndCause::Closing(ClosedAs::Spam | ClosedAs::Duplicate), _) => true,
        (EndCause::Closing(_), _) => contract.may_withdraw(end.at, until),
        (_, OnReopen::NewCycle) => false,
        (_, OnReopen::Keep | OnReopen::Continue) => contract.may_withdraw(end.at, until),
    };
    if !goes_on {
        return milestone.start_cycle(event, priority, contract, clocks);
    }
    let why = match end.cause {
        EndCause::Closing(_) => State::Closed.word(),
        _ => State::Resolved.word(),
    };
    let ended_by = match &end.cause {
        EndCause::Reached(act) => act.as_ref(),
        _ => None,
    };
    let met_by = &milestone.definition.met_by;
    milestone.cycle.forget_end(met_by, ended_by);
    if let Some(place) = first_end(met_by, &milestone.cycle.seen) {
        let marked = milestone.cycle.seen[place].clone();
        return milestone.ends_since((end, why), marked, clocks);
    }
    milestone.go_on((event, why), contract, clocks);
    let changed = end.changed_since.filter(|change| change.from != change.to);
    if let Some(change) = changed {
        reprioritise(milestone, event, change, None, contract, clocks);
    }
}
