//! Which limits of a milestone's live clock are broken at an instant, and which are still to keep.

use super::clock::{Clock, Limit};
use super::contract_context::ContractContext;
use super::deadline::{ClockInputs, deadline};
use super::milestone_state::MilestoneState;
use crate::core::time::Instant;

impl MilestoneState<'_> {
    /// The limits of the live clock that another ticket left here and that are not broken.
    pub(super) fn taken_over(
        &self,
        at: Instant,
        contract: &ContractContext<'_>,
        clocks: &[Clock],
    ) -> Vec<Limit> {
        let live = self.live.into_iter();
        let limits = live.flat_map(|place| &clocks[place].limits);
        let limits = limits.filter(|limit| limit.is_taken_over());
        let whole = limits.filter(|limit| !self.is_broken(limit, at, contract));
        whole.cloned().collect()
    }

    /// No limit of the live clock that is still to keep is broken before `since`: only then was it
    /// said that the priority is as it is. What another ticket left here holds at any priority.
    pub(super) fn known_since(
        &self,
        since: Instant,
        at: Instant,
        contract: &ContractContext<'_>,
        clocks: &mut [Clock],
    ) {
        let Some(place) = self.live else {
            return;
        };
        for limit in &mut clocks[place].limits {
            if !limit.is_taken_over() && !self.is_broken(limit, at, contract) {
                limit.effective_from = limit.effective_from.max(since);
            }
        }
    }

    /// Whether what the live clock promised was overdue at `at`.
    pub(super) fn is_breached(
        &self,
        at: Instant,
        contract: &ContractContext<'_>,
        clocks: &[Clock],
    ) -> bool {
        let live = self.live.into_iter();
        let mut limits = live.flat_map(|place| &clocks[place].limits);
        limits.any(|limit| self.is_broken(limit, at, contract))
    }

    fn is_broken(&self, limit: &Limit, at: Instant, contract: &ContractContext<'_>) -> bool {
        self.due_of(limit, at, contract).is_some_and(|due| due < at)
    }

    /// When a limit is due, as if what stands still went on at `at`.
    pub(super) fn due_of(
        &self,
        limit: &Limit,
        at: Instant,
        contract: &ContractContext<'_>,
    ) -> Option<Instant> {
        let pauses = self.pauses.between(Instant::MIN, Some(at));
        let inputs = ClockInputs {
            pauses: &pauses,
            end: Some(at),
            resumed: Instant::MIN,
        };
        deadline(limit, inputs, contract.rules)?.due
    }
}
