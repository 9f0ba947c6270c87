//! One milestone of one ticket as it goes through its cycles: what has been seen, and the live
//! clock.

use super::clock::{Clock, ClockEnd, Limit};
use super::contract_context::ContractContext;
use super::cycle::{Cycle, CycleEnd, CyclePart, EndCause, PriorityShift, first_end};
use super::holders::Holders;
use super::pauses::PauseHistory;
use super::until::WhatEndsForGood;
use crate::core::model::{Event, EventId};
use crate::core::terms::{Milestone, MilestoneAct};
use crate::core::time::Instant;

/// The milestone's way through one ticket.
#[derive(Debug)]
pub(super) struct MilestoneState<'r> {
    pub definition: &'r Milestone,
    pub cycle: Cycle<'r>,
    /// The cycles before the present one, the last of them last.
    pub earlier: Vec<Cycle<'r>>,
    /// The highest number that a cycle was given: none is given twice.
    last_number: u32,
    /// Place of the live clock among the ticket's.
    pub live: Option<usize>,
    pub pauses: PauseHistory,
    /// When the customer wrote.
    pub words: Vec<Instant>,
    /// What is done of the acts after which nothing is owed any more.
    pub for_good: WhatEndsForGood,
}

impl<'r> MilestoneState<'r> {
    pub(super) fn new(definition: &'r Milestone) -> MilestoneState<'r> {
        MilestoneState {
            definition,
            cycle: Cycle {
                number: 0,
                started: Instant::MIN,
                by: EventId(0),
                target: None,
                seen: Vec::new(),
                end: None,
            },
            earlier: Vec::new(),
            last_number: 0,
            live: None,
            pauses: PauseHistory::default(),
            words: Vec::new(),
            for_good: WhatEndsForGood::default(),
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
        let times = (event.at, event.at);
        let limit = contract.limit(self.definition, priority, times, event);
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
            by: event.id,
            target: contract.chosen(self.definition, priority, event.at),
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
        self.act(&MilestoneAct::Opened, event, clocks);
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
            moved_later: false,
            holders: Holders::default(),
        });
    }

    /// The desk did one of the acts that plan files name.
    pub(super) fn act(&mut self, act: &MilestoneAct, event: &Event, clocks: &mut [Clock]) {
        let met_by = &self.definition.met_by;
        let seen = CyclePart::act(act, event, self.words.len());
        // what is marked after an end ends the cycle where a reopening takes that end back
        let noted = self.cycle.takes_note() || seen.by_mark && self.cycle.number > 0;
        if !met_by.acts().contains(act) || !noted {
            return;
        }
        let cause = seen.cause.clone();
        self.cycle.seen.push(seen);
        if self.is_pending() && first_end(met_by, &self.cycle.seen).is_some() {
            self.close_cycle(ClockEnd::Reached, cause, event, clocks);
        }
    }

    /// The milestone is reached in this cycle.
    pub(super) fn reach(&mut self, cause: EndCause, event: &Event, clocks: &mut [Clock]) {
        self.end_cycle(ClockEnd::Reached, cause, event, clocks);
    }

    /// The desk did these: where one of them is the last that is owed, what is pending is cancelled.
    pub(super) fn end_for_good(
        &mut self,
        acts: &[MilestoneAct],
        event: &Event,
        clocks: &mut [Clock],
    ) {
        let until = &self.definition.until;
        if acts.iter().any(|act| until.contains(act)) {
            self.end_cycle(ClockEnd::Cancelled, EndCause::NothingOwed, event, clocks);
            self.for_good.did(event);
        }
    }

    /// Ends the cycle and its live clock, whatever acts are asked for.
    pub(super) fn end_cycle(
        &mut self,
        fate: ClockEnd,
        cause: EndCause,
        event: &Event,
        clocks: &mut [Clock],
    ) {
        if self.cycle.takes_note() {
            let seen = CyclePart::end(fate, cause.clone(), event, self.words.len());
            self.cycle.seen.push(seen);
        }
        if self.is_pending() {
            self.close_cycle(fate, cause, event, clocks);
        }
    }

    /// Ends the cycle by what is no end of the milestone's own, or has been taken note of.
    pub(super) fn close_cycle(
        &mut self,
        fate: ClockEnd,
        cause: EndCause,
        event: &Event,
        clocks: &mut [Clock],
    ) {
        self.cycle.end = Some(CycleEnd {
            at: event.at,
            event: event.id,
            clock: self.live,
            cause,
            words: self.words.len(),
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
            clock.ended_recorded = Some(event.present);
            clock.pauses = self.pauses.of_clock(clock);
        }
    }

    /// Until when an end stood: the customer's first word after it, else now.
    pub(super) fn stood_until(&self, end: &CycleEnd, now: Instant) -> Instant {
        self.words.get(end.words).copied().unwrap_or(now)
    }

    /// The priority changed after the cycle had ended: should the end be withdrawn, its clock goes
    /// on as if the change had come then.
    pub(super) fn changed_after_end(&mut self, change: PriorityShift) {
        let marked = |cycle: &&mut Cycle<'r>| cycle.takes_note();
        let earlier = self.earlier.iter_mut().filter(marked);
        for end in earlier
            .chain([&mut self.cycle])
            .filter_map(|cycle| cycle.end.as_mut())
        {
            end.changed_since = Some(PriorityShift::and_then(end.changed_since, change));
        }
    }
}
