//! One milestone of one ticket as it goes through its cycles: what has been seen, the live clock,
//! the stretches in which it stood still.

use super::clock::{Clock, ClockEnd, Limit, Pause, Standstill};
use super::contract_context::ContractContext;
use super::cycle::{Cycle, CycleEnd, EndCause, PriorityShift};
use super::deadline::{ClockInputs, deadline};
use super::holders::Holders;
use crate::core::model::{Event, EventId, State};
use crate::core::terms::{MetBy, Milestone, MilestoneAct};
use crate::core::time::Instant;

/// Why a clock stands still, and the event that brought that about.
pub(super) type StandstillCause = (&'static str, EventId);

/// The milestone's way through one ticket.
#[derive(Debug)]
pub(super) struct MilestoneState<'r> {
    pub definition: &'r Milestone,
    pub cycle: Cycle,
    /// The cycles before the present one, the last of them last.
    earlier: Vec<Cycle>,
    /// The highest number that a cycle was given: none is given twice.
    last_number: u32,
    /// Place of the live clock among the ticket's.
    pub live: Option<usize>,
    pauses: Vec<Pause>,
    /// Since when it stands still without a break, or did until it went on by itself.
    stood: Option<Instant>,
}

impl<'r> MilestoneState<'r> {
    pub(super) fn new(definition: &'r Milestone) -> MilestoneState<'r> {
        MilestoneState {
            definition,
            cycle: Cycle {
                number: 0,
                started: Instant::MIN,
                seen: Vec::new(),
                end: None,
            },
            earlier: Vec::new(),
            last_number: 0,
            live: None,
            pauses: Vec::new(),
            stood: None,
        }
    }

    /// Started and neither reached nor cancelled.
    pub(super) fn is_pending(&self) -> bool {
        self.cycle.number > 0 && self.cycle.end.is_none()
    }

    /// A new cycle begins: its clock counts from here, if the priority has a target.
    pub(super) fn start_cycle(
        &mut self,
        event: &Event,
        priority: Option<usize>,
        contract: &ContractContext<'r>,
        clocks: &mut Vec<Clock>,
    ) {
        let limit = contract.limit(self.definition, priority, event.at, event);
        let limits = limit.into_iter().collect();
        self.start_cycle_under(event, priority, limits, contract, clocks);
    }

    /// A new cycle begins under these limits.
    pub(super) fn start_cycle_under(
        &mut self,
        event: &Event,
        priority: Option<usize>,
        limits: Vec<Limit>,
        contract: &ContractContext<'r>,
        clocks: &mut Vec<Clock>,
    ) {
        self.last_number += 1;
        let next = Cycle {
            number: self.last_number,
            started: event.at,
            seen: Vec::new(),
            end: None,
        };
        let before = std::mem::replace(&mut self.cycle, next);
        if before.number > 0 {
            self.earlier.push(before);
        }
        if !limits.is_empty() {
            self.start_clock(event, priority, limits, contract, clocks);
        }
        self.act(MilestoneAct::Opened, event, clocks);
    }

    /// Starts a clock under these limits.
    pub(super) fn start_clock(
        &mut self,
        event: &Event,
        priority: Option<usize>,
        limits: Vec<Limit>,
        contract: &ContractContext<'r>,
        clocks: &mut Vec<Clock>,
    ) {
        let id = priority.and_then(|p| contract.terms.priorities.get(p));
        let n = u32::try_from(clocks.len() + 1).expect("a ticket has few clocks");
        self.live = Some(clocks.len());
        clocks.push(Clock {
            n,
            milestone: self.definition.id.clone(),
            cycle: self.cycle.number,
            priority: id.map_or_else(String::new, |p| p.id.clone()),
            cycle_started: self.cycle.started,
            started: limits.first().map_or(event.at, |limit| limit.from),
            by: event.id,
            limits,
            governing: 0,
            pauses: Vec::new(),
            due: None,
            breach: None,
            at_risk: None,
            paused: None,
            ended: None,
            fate: None,
            ended_by: None,
            ended_recorded: None,
            decided: None,
            elapsed_at_end: None,
            holders: Holders::default(),
        });
    }

    /// The desk did one of the acts that plan files name.
    pub(super) fn act(&mut self, act: MilestoneAct, event: &Event, clocks: &mut [Clock]) {
        if !self.is_pending() {
            return;
        }
        let met = match &self.definition.met_by {
            MetBy::AnyOf(acts) => acts.contains(&act),
            MetBy::AllOf(acts) => {
                let seen = &mut self.cycle.seen;
                if acts.contains(&act) && !seen.contains(&act) {
                    seen.push(act);
                }
                acts.contains(&act) && acts.iter().all(|act| seen.contains(act))
            }
        };
        if met {
            self.reach(EndCause::Reached(Some(act)), event, clocks);
        }
    }

    /// The milestone is reached in this cycle.
    pub(super) fn reach(&mut self, cause: EndCause, event: &Event, clocks: &mut [Clock]) {
        self.end_cycle(ClockEnd::Reached, cause, event, clocks);
    }

    /// Ends the cycle and its live clock.
    pub(super) fn end_cycle(
        &mut self,
        fate: ClockEnd,
        cause: EndCause,
        event: &Event,
        clocks: &mut [Clock],
    ) {
        if !self.is_pending() {
            return;
        }
        self.cycle.end = Some(CycleEnd {
            at: event.at,
            event: event.id,
            clock: self.live,
            cause,
            customer_wrote: None,
            changed_since: None,
        });
        self.end_clock(fate, event, clocks);
    }

    /// Ends the live clock, if there is one. What it stood still is settled with it: a cycle that
    /// is taken up again later writes over the stretches since.
    pub(super) fn end_clock(&mut self, fate: ClockEnd, event: &Event, clocks: &mut [Clock]) {
        if let Some(place) = self.live.take() {
            let clock = &mut clocks[place];
            clock.ended = Some(event.at);
            clock.fate = Some(fate);
            clock.ended_by = Some(event.id);
            clock.ended_recorded = Some(event.recorded);
            clock.pauses = self.pauses_of(clock);
        }
    }

    /// The customer wrote: an end stood until the first word after it.
    pub(super) fn customer_wrote(&mut self, at: Instant) {
        if let Some(end) = &mut self.cycle.end {
            end.customer_wrote.get_or_insert(at);
        }
    }

    /// The priority changed after the cycle had ended: should the end be withdrawn, its clock goes
    /// on as if the change had come then.
    pub(super) fn changed_after_end(&mut self, change: PriorityShift) {
        if let Some(end) = &mut self.cycle.end {
            let before = end.changed_since.map_or(change.from, |since| since.from);
            end.changed_since = Some(PriorityShift {
                from: before,
                to: change.to,
            });
        }
    }

    /// Withdraws the end: the clock goes on with what was left, and the time between counts as
    /// standing still. Answers how the priority changed in that time.
    pub(super) fn go_on(&mut self, event: &Event, clocks: &mut [Clock]) -> Option<PriorityShift> {
        let end = self.cycle.end.take()?;
        let ended_by = match end.cause {
            EndCause::Reached(act) => act,
            _ => None,
        };
        self.cycle.forget_ends(ended_by);
        self.stood = None;
        self.pauses.retain(|pause| pause.from < end.at);
        if let Some(pause) = self.pauses.last_mut() {
            pause.to = Some(pause.to.map_or(end.at, |to| to.min(end.at)));
        }
        if end.at < event.at {
            self.pauses.push(Pause {
                from: end.at,
                to: Some(event.at),
                event: end.event,
                why: match end.cause {
                    EndCause::Closing(_) => State::Closed.word(),
                    _ => State::Resolved.word(),
                },
                withdrawn: true,
            });
        }
        if let Some(place) = end.clock {
            let clock = &mut clocks[place];
            clock.ended = None;
            clock.fate = None;
            clock.ended_by = None;
            clock.ended_recorded = None;
            self.live = Some(place);
        }
        end.changed_since
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
            let end = cycle.end?;
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
        event: &Event,
        contract: &ContractContext<'r>,
        clocks: &mut [Clock],
    ) {
        // what stood still of the cycle taken up does not move them
        let left = self.taken_over(event.at, contract, clocks).into_iter();
        let left = left.map(|limit| match self.due_of(&limit, event.at, contract) {
            Some(due) => contract.what_is_left(limit, due, event.at),
            None => limit,
        });
        let left: Vec<Limit> = left.collect();
        self.end_clock(ClockEnd::Replaced, event, clocks);
        let since = self.earlier.split_off(place + 1);
        for end in since.into_iter().filter_map(|cycle| cycle.end) {
            if let Some(place) = end.clock {
                clocks[place].fate = Some(ClockEnd::Replaced);
            }
        }
        self.cycle = self.earlier.pop().expect("it is one of the earlier cycles");
        self.go_on(event, clocks);
        if let Some(place) = self.live {
            clocks[place].limits.extend(left);
        }
    }

    /// The limits of the live clock that another ticket left here and that are not broken.
    pub(super) fn taken_over(
        &self,
        at: Instant,
        contract: &ContractContext<'r>,
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
        contract: &ContractContext<'r>,
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

    /// The pauses between the start of a clock's first limit and its end.
    pub(super) fn pauses_of(&self, clock: &Clock) -> Vec<Pause> {
        let from = clock.limits.iter().map(|limit| limit.from).min();
        self.pauses_between(from.unwrap_or(clock.started), clock.ended)
    }

    fn pauses_between(&self, from: Instant, end: Option<Instant>) -> Vec<Pause> {
        let end = end.unwrap_or(Instant::MAX);
        self.pauses
            .iter()
            .filter(|pause| pause.from < end && pause.to.is_none_or(|to| to > from))
            .map(|pause| Pause {
                to: match pause.to {
                    Some(to) => Some(to.min(end)),
                    None if end < Instant::MAX => Some(end),
                    None => None,
                },
                ..pause.clone()
            })
            .collect()
    }

    /// Whether what the live clock promised was overdue at `at`.
    pub(super) fn is_breached(
        &self,
        at: Instant,
        contract: &ContractContext<'r>,
        clocks: &[Clock],
    ) -> bool {
        let live = self.live.into_iter();
        let mut limits = live.flat_map(|place| &clocks[place].limits);
        limits.any(|limit| self.is_broken(limit, at, contract))
    }

    fn is_broken(&self, limit: &Limit, at: Instant, contract: &ContractContext<'r>) -> bool {
        self.due_of(limit, at, contract).is_some_and(|due| due < at)
    }

    /// When a limit is due, as if what stands still went on at `at`.
    fn due_of(
        &self,
        limit: &Limit,
        at: Instant,
        contract: &ContractContext<'r>,
    ) -> Option<Instant> {
        let pauses = self.pauses_between(Instant::MIN, Some(at));
        let inputs = ClockInputs {
            pauses: &pauses,
            end: Some(at),
            resumed: Instant::MIN,
        };
        deadline(limit, inputs, contract.rules)?.due
    }

    /// Stands still from `at` on, for this reason, or goes on when there is none.
    pub(super) fn stand_still(&mut self, why: Option<StandstillCause>, at: Instant) {
        let current = self.pauses.last().filter(|pause| pause.to.is_none());
        if current.map(|pause| pause.why) == why.map(|(why, _)| why) {
            return;
        }
        self.stood = why.map(|_| at);
        self.close_pause(at);
        if let Some((why, event)) = why {
            self.pauses.push(Pause {
                from: at,
                to: None,
                event,
                why,
                withdrawn: false,
            });
        }
    }

    /// The same where nothing happens at `at` but that allowances are granted anew.
    pub(super) fn stand_still_unasked(&mut self, why: Option<StandstillCause>, at: Instant) {
        let stood = self.stood;
        self.stand_still(why, at);
        self.stood = stood;
    }

    /// How it stands still after what happened last, with the end that is known of it.
    pub(super) fn standstill(&self) -> Option<Standstill> {
        Some(Standstill {
            since: self.stood?,
            until: self.pauses.last().and_then(|pause| pause.to),
        })
    }

    fn close_pause(&mut self, at: Instant) {
        if let Some(pause) = self.pauses.last_mut().filter(|pause| pause.to.is_none()) {
            pause.to = Some(at);
            if pause.from == at {
                self.pauses.pop();
            }
        }
    }
}
