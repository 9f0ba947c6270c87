//! What a change of kind does to the clock of one milestone.

use super::clock::{Clock, LimitOrigin};
use super::contract_context::ContractContext;
use super::milestone_state::MilestoneState;
use crate::core::model::Event;

/// Adds the target that the ticket has now as one more limit, from the event on, where it is
/// another than it had.
///
/// None is taken away, so that a change of kind loosens no clock. A breached clock takes none, and
/// one for which a target was agreed goes by that.
pub(super) fn change_kind<'r>(
    milestone: &mut MilestoneState<'r>,
    event: &Event,
    priority: Option<usize>,
    contract: &ContractContext<'r>,
    clocks: &mut Vec<Clock>,
) {
    if !milestone.is_pending() {
        return;
    }
    let started = milestone.cycle.started;
    let target = contract.chosen(milestone.definition, priority, started);
    let same = match (milestone.cycle.target, target) {
        (Some(before), Some(now)) => before.target.counts_alike(now.target),
        (before, now) => before.is_none() && now.is_none(),
    };
    milestone.cycle.target = target;
    if same || is_agreed(milestone, clocks) || milestone.is_breached(event.at, contract, clocks) {
        return;
    }
    let times = (event.at, started);
    let Some(limit) = contract.limit(milestone.definition, priority, times, event) else {
        return;
    };
    match milestone.live {
        Some(place) => clocks[place].limits.push(limit),
        None => milestone.start_clock(event, priority, vec![limit], contract, clocks),
    }
}

/// Whether the two sides agreed a target for the live clock.
fn is_agreed(milestone: &MilestoneState<'_>, clocks: &[Clock]) -> bool {
    let live = milestone.live.into_iter();
    let mut limits = live.flat_map(|place| &clocks[place].limits);
    limits.any(|limit| limit.origin == LimitOrigin::Agreement)
}
