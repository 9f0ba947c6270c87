//! What a reopening does to the clocks of one milestone.

use super::clock::Clock;
use super::contract_context::ContractContext;
use super::cycle::EndCause;
use super::milestone_state::MilestoneState;
use super::reprioritise::reprioritise;
use crate::core::model::{ClosedAs, Event};
use crate::core::terms::OnReopen;

/// Withdraws the end of the milestone, or begins a new cycle, or keeps what was reached.
///
/// What a closing cancelled was not reached, and what a closing that was none as done met was met
/// by it alone: both go on with what was left, whatever the plan says of reopenings, after `spam`
/// and `duplicate` however long that stood.
pub(super) fn reopen<'r>(
    milestone: &mut MilestoneState<'r>,
    event: &Event,
    priority: Option<usize>,
    contract: &ContractContext<'r>,
    clocks: &mut Vec<Clock>,
) {
    let Some(end) = milestone.cycle.end else {
        return milestone.cycle.forget_ends(None);
    };
    let until = end.customer_wrote.unwrap_or(event.at);
    let goes_on = match (end.cause, milestone.definition.on_reopen) {
        (EndCause::NothingOwed, _) => return,
        (EndCause::Closing(ClosedAs::Spam | ClosedAs::Duplicate), _) => true,
        (EndCause::Closing(_), _) => contract.may_withdraw(end.at, until),
        (_, OnReopen::Keep) => return,
        (_, OnReopen::NewCycle) => false,
        (_, OnReopen::Continue) => contract.may_withdraw(end.at, until),
    };
    if !goes_on {
        return milestone.start_cycle(event, priority, contract, clocks);
    }
    let changed = milestone.go_on(event, clocks);
    if let Some(change) = changed.filter(|change| change.from != change.to) {
        reprioritise(milestone, event, change, None, contract, clocks);
    }
}
