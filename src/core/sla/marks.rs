//! A mark that is withdrawn: what it had ended goes on, what it had begun is superseded.

use super::clock::{Clock, ClockEnd, Pause};
use super::contract_context::ContractContext;
use super::cycle::{Cycle, CycleEnd, CyclePart, EndCause, first_end};
use super::milestone_state::MilestoneState;
use super::reprioritise::reprioritise;
use crate::core::model::{Event, EventId};
use crate::core::terms::OnReopen;

/// Why a clock stood still between a mark and its withdrawal.
pub(super) const WITHDRAWN: &str = "act-withdrawn";

/// A withdrawal, and the ticket that it finds.
pub(super) struct Withdrawal<'e> {
    /// The event that had marked the act.
    pub mark: EventId,
    pub event: &'e Event,
    pub priority: Option<usize>,
    /// Whether a cycle can begin where the ticket stands.
    pub owed: bool,
}

/// Takes a mark back from one milestone.
///
/// What ended with it ends with what would have ended it since, else it goes on with what was left,
/// as after a reopening; the time between stands still. Cycles begun since are superseded, and so
/// is one that the mark began; a breach among them stays.
pub(super) fn withdraw_mark<'r>(
    milestone: &mut MilestoneState<'r>,
    withdrawal: &Withdrawal<'_>,
    contract: &ContractContext<'r>,
    clocks: &mut Vec<Clock>,
) {
    milestone.for_good.withdraw(withdrawal.mark);
    let found = milestone.forget_mark(withdrawal.mark);
    let goes_on =
        found.filter(|place| milestone.goes_on_otherwise(*place, withdrawal, contract, clocks));
    let begins = match goes_on {
        Some(place) => !milestone.goes_on_from(place, withdrawal, contract, clocks),
        None => false,
    };
    milestone.supersede_begun(withdrawal, contract, clocks);
    if begins && withdrawal.owed && !milestone.is_pending() && !milestone.for_good.is_done() {
        let Withdrawal {
            event, priority, ..
        } = withdrawal;
        milestone.start_cycle(event, *priority, contract, clocks);
    }
}

impl<'r> MilestoneState<'r> {
    /// Forgets that it was marked. Answers the place of the cycle in which that helped to an end,
    /// among the earlier ones and, behind them, the present one.
    fn forget_mark(&mut self, mark: EventId) -> Option<usize> {
        let cycles = self.earlier.iter_mut().chain([&mut self.cycle]);
        let mut found = None;
        for (place, cycle) in cycles.enumerate() {
            let before = cycle.seen.len();
            cycle.seen.retain(|seen| seen.event != mark);
            let stands = |end: &CycleEnd| end.cause != EndCause::NothingOwed;
            let ended = cycle.end.as_ref().is_some_and(stands) && cycle.by != mark;
            if cycle.seen.len() < before && ended {
                found = found.or(Some(place));
            }
        }
        found
    }

    fn cycle_at(&mut self, place: usize) -> &mut Cycle<'r> {
        match place == self.earlier.len() {
            true => &mut self.cycle,
            false => &mut self.earlier[place],
        }
    }

    /// Ends a cycle with what would have ended it without the mark. Answers whether nothing would
    /// have: then it is to go on.
    fn goes_on_otherwise(
        &mut self,
        place: usize,
        withdrawal: &Withdrawal<'_>,
        contract: &ContractContext<'r>,
        clocks: &mut Vec<Clock>,
    ) -> bool {
        let since = self.earlier[place.min(self.earlier.len())..].iter();
        let since: Vec<&Cycle<'r>> = since.chain([&self.cycle]).collect();
        let seen = since.iter().enumerate();
        let seen: Vec<(usize, &CyclePart)> = seen
            .flat_map(|(n, cycle)| cycle.seen.iter().map(move |seen| (n, seen)))
            .collect();
        let all = seen.iter().map(|(_, seen)| *seen);
        let Some(end) = first_end(&self.definition.met_by, all) else {
            return true;
        };
        let (n, end) = (seen[end].0, seen[end].1.clone());
        let old = self.cycle_at(place).end.clone();
        let old = old.expect("a cycle is looked for that has ended");
        if end.event == old.event {
            return false;
        }
        let joins_present = n > 0 && place + n == self.earlier.len();
        let left = match joins_present && self.is_pending() {
            true => self.left_to_go_on(withdrawal.event, contract, clocks),
            false => Vec::new(),
        };
        for later in place + 1..=place + n {
            self.supersede(later, withdrawal.event, clocks);
        }
        self.end_anew((place, n), (old, WITHDRAWN), end, clocks);
        if !left.is_empty() {
            let Withdrawal {
                event, priority, ..
            } = withdrawal;
            self.start_cycle_under(event, *priority, left, contract, clocks);
        }
        false
    }

    /// The present cycle, whose end a reopening takes back, ends with what was marked since.
    pub(super) fn ends_since(
        &mut self,
        (old, why): (CycleEnd, &'static str),
        marked: CyclePart,
        clocks: &mut [Clock],
    ) {
        self.end_anew((self.earlier.len(), 0), (old, why), marked, clocks);
    }

    /// A cycle ends with something that came after its end, in the cycle so many behind it; those
    /// between have become part of it.
    fn end_anew(
        &mut self,
        (place, behind): (usize, usize),
        (old, why): (CycleEnd, &'static str),
        end: CyclePart,
        clocks: &mut [Clock],
    ) {
        self.pauses.stood_still(Pause {
            from: old.at,
            to: Some(end.at),
            event: old.event,
            why,
            withdrawn: true,
        });
        if let Some(clock) = old.clock.map(|place| &mut clocks[place]) {
            clock.ended = Some(end.at);
            clock.fate = Some(end.fate);
            clock.ended_by = Some(end.event);
            clock.ended_recorded = Some(end.recorded);
            clock.pauses = self.pauses.of_clock(clock);
        }
        let mut seen = Vec::new();
        if behind > 0 {
            let joins_present = place + behind == self.earlier.len();
            let last = place + behind - usize::from(joins_present);
            for cycle in self.earlier.drain(place + 1..=last) {
                seen.extend(cycle.seen);
            }
            if joins_present {
                let before = self.earlier.pop().expect("it is one of the earlier cycles");
                let present = std::mem::replace(&mut self.cycle, before);
                seen.extend(present.seen);
            }
        }
        let cycle = self.cycle_at(place);
        cycle.seen.extend(seen);
        cycle.end = Some(CycleEnd {
            at: end.at,
            event: end.event,
            cause: end.cause,
            words: end.words,
            ..old
        });
    }

    /// Lets a cycle go on that a mark had ended, where the plan lets it. Answers whether it does.
    fn goes_on_from(
        &mut self,
        place: usize,
        withdrawal: &Withdrawal<'_>,
        contract: &ContractContext<'r>,
        clocks: &mut Vec<Clock>,
    ) -> bool {
        let event = withdrawal.event;
        let old = self.cycle_at(place).end.clone();
        let old = old.expect("a cycle is looked for that has ended");
        let stood_until = self.stood_until(&old, event.at);
        let may = contract.may_withdraw(old.at, stood_until);
        if self.definition.on_reopen == OnReopen::NewCycle || !may {
            return false;
        }
        if place < self.earlier.len() {
            let since = self.earlier[place + 1..].iter().chain([&self.cycle]);
            let seen: Vec<CyclePart> = since.flat_map(|cycle| cycle.seen.clone()).collect();
            if !self.is_pending() {
                self.supersede(self.earlier.len(), event, clocks);
            }
            self.take_up(place, (event, WITHDRAWN), contract, clocks);
            self.cycle.seen.extend(seen);
        } else {
            self.go_on((event, WITHDRAWN), contract, clocks);
        }
        let changed = old.changed_since.filter(|change| change.from != change.to);
        if let Some(change) = changed {
            reprioritise(self, event, change, None, contract, clocks);
        }
        true
    }

    /// What the mark had begun is superseded; what another ticket left there goes on by itself.
    fn supersede_begun(
        &mut self,
        withdrawal: &Withdrawal<'_>,
        contract: &ContractContext<'r>,
        clocks: &mut Vec<Clock>,
    ) {
        let (mark, event) = (withdrawal.mark, withdrawal.event);
        let present = self.earlier.len();
        let begun: Vec<usize> = (0..=present)
            .filter(|place| self.cycle_at(*place).by == mark)
            .collect();
        for place in begun {
            let left = match place == present && self.is_pending() {
                true => self.left_to_go_on(event, contract, clocks),
                false => Vec::new(),
            };
            self.supersede(place, event, clocks);
            if !left.is_empty() {
                self.start_cycle_under(event, withdrawal.priority, left, contract, clocks);
            }
        }
    }

    /// A cycle counts nowhere any more; a breach in it stays.
    fn supersede(&mut self, place: usize, event: &Event, clocks: &mut [Clock]) {
        if place == self.earlier.len() && self.is_pending() {
            let (fate, cause) = (ClockEnd::Replaced, EndCause::NothingOwed);
            return self.close_cycle(fate, cause, event, clocks);
        }
        if let Some(end) = &mut self.cycle_at(place).end {
            end.cause = EndCause::NothingOwed;
            if let Some(place) = end.clock {
                clocks[place].fate = Some(ClockEnd::Replaced);
            }
        }
    }
}
