//! An end that is taken back: what had ended goes on with what was left of it.

use super::clock::{Clock, ClockEnd, Limit, Pause};
use super::contract_context::ContractContext;
use super::cycle::{CycleEnd, EndCause};
use super::milestone_state::MilestoneState;
use crate::core::model::Event;

impl<'r> MilestoneState<'r> {
    /// Withdraws the end: the clock goes on with what was left, and the time between counts as
    /// standing still, for what is given. What of it was not broken breaks no earlier than a
    /// correction said that the ticket still has its priority.
    pub(super) fn go_on(
        &mut self,
        (event, why): (&Event, &'static str),
        contract: &ContractContext<'r>,
        clocks: &mut [Clock],
    ) {
        let Some(end) = self.cycle.end.take() else {
            return;
        };
        self.pauses.cut(end.at);
        self.pauses.add_withdrawn(Pause {
            from: end.at,
            to: Some(event.at),
            event: end.event,
            why,
            withdrawn: true,
        });
        if let Some(place) = end.clock {
            let clock = &mut clocks[place];
            clock.ended = None;
            clock.fate = None;
            clock.ended_by = None;
            clock.ended_recorded = None;
            self.live = Some(place);
        }
        self.known_since(contract.priority_known_since, event.at, contract, clocks);
    }

    /// The first of the latest cycles that a reason for another priority ended, all of them, whose
    /// clock was at this priority or a more urgent one; with its end and that priority.
    pub(super) fn ended_by_reason(
        &self,
        to: usize,
        contract: &ContractContext<'r>,
        clocks: &[Clock],
    ) -> Option<(usize, CycleEnd, usize)> {
        let ends = self.earlier.iter().enumerate().rev();
        let ends = ends.map_while(|(place, cycle)| {
            let end = cycle.end.clone()?;
            (end.cause == EndCause::PriorityReason).then_some((place, end))
        });
        let at_or_above = ends.filter_map(|(place, end)| {
            let clock = &clocks[end.clock?];
            let priority = contract.terms.priority(&clock.priority)?;
            (priority <= to).then_some((place, end, priority))
        });
        at_or_above.last()
    }

    /// Takes up an earlier cycle again: its end is withdrawn, what was begun since is superseded,
    /// and what another ticket left here goes on with it.
    pub(super) fn take_up(
        &mut self,
        place: usize,
        (event, why): (&Event, &'static str),
        contract: &ContractContext<'r>,
        clocks: &mut [Clock],
    ) {
        let left = self.left_to_go_on(event, contract, clocks);
        self.end_clock(ClockEnd::Replaced, event, clocks);
        let since = self.earlier.split_off(place + 1);
        for end in since.into_iter().filter_map(|cycle| cycle.end) {
            if let Some(place) = end.clock {
                clocks[place].fate = Some(ClockEnd::Replaced);
            }
        }
        self.cycle = self.earlier.pop().expect("it is one of the earlier cycles");
        self.go_on((event, why), contract, clocks);
        if let Some(place) = self.live {
            clocks[place].limits.extend(left);
        }
    }

    /// What another ticket left here, as it goes on with another cycle: what stands still of that
    /// one does not move it.
    pub(super) fn left_to_go_on(
        &self,
        event: &Event,
        contract: &ContractContext<'r>,
        clocks: &[Clock],
    ) -> Vec<Limit> {
        let left = self.taken_over(event.at, contract, clocks).into_iter();
        let left = left.map(|limit| match self.due_of(&limit, event.at, contract) {
            Some(due) => contract.what_is_left(limit, due, event.at),
            None => limit,
        });
        left.collect()
    }
}
