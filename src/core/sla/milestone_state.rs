//! One milestone of one ticket as it goes through its cycles: what has been seen, the live clock,
//! the stretches in which it stood still.

use super::clock::{Clock, Fate, Limit, Pause, Standstill};
use super::deadline::{ClockInputs, deadline};
use super::holders::Holders;
use super::rules::Rulebook;
use crate::core::model::{Event, EventId, State};
use crate::core::terms::{Act, MetBy, Milestone, Promise, Terms};
use crate::core::time::Instant;
use crate::core::time::Span;

/// How the cycle's milestone was reached.
#[derive(Clone, Copy, Debug)]
struct Reached {
    at: Instant,
    event: EventId,
    clock: Option<usize>,
}

/// Why a clock stands still, and the event that brought that about.
pub(super) type Why = (&'static str, EventId);

/// The milestone's way through one ticket.
#[derive(Debug)]
pub(super) struct MilestoneState<'r> {
    pub milestone: &'r Milestone,
    /// 0 until it has started.
    pub cycle: u32,
    pub cycle_started: Instant,
    cycle_event: EventId,
    reached: Option<Reached>,
    /// Place of the live clock among the ticket's.
    pub live: Option<usize>,
    seen: Vec<Act>,
    pub pauses: Vec<Pause>,
    /// Since when it stands still without a break, or did until it went on by itself.
    stood: Option<Instant>,
}

/// What a track needs to know of the ticket when it makes or ends a clock.
pub(super) struct ContractContext<'r> {
    pub rules: &'r dyn Rulebook,
    pub terms_id: EventId,
    pub terms: &'r Terms,
    /// No clock is breached before this: the terms came to the ticket then.
    pub floor: Instant,
    /// The terms that it lived under before, the newest first, each with when they came to it;
    /// none where there were none.
    pub earlier: Vec<(Option<&'r Terms>, Instant)>,
}

impl ContractContext<'_> {
    /// When a promise came to the ticket: terms that promise the same bring nothing new.
    fn promised_since(&self, milestone: &Milestone, priority: usize) -> Instant {
        let Some(priority) = self.terms.priorities.get(priority) else {
            return self.floor;
        };
        let same = |terms: &Terms| {
            let (milestone, priority) = (&milestone.id, &priority.id);
            self.terms.promises_alike(terms, milestone, priority)
        };
        let alike = self
            .earlier
            .iter()
            .take_while(|(terms, _)| terms.is_some_and(same));
        alike.last().map_or(self.floor, |(_, since)| *since)
    }
}

impl<'r> MilestoneState<'r> {
    pub(super) fn new(milestone: &'r Milestone) -> MilestoneState<'r> {
        MilestoneState {
            milestone,
            cycle: 0,
            cycle_started: Instant::MIN,
            cycle_event: EventId(0),
            reached: None,
            live: None,
            seen: Vec::new(),
            pauses: Vec::new(),
            stood: None,
        }
    }

    /// Started and neither reached nor cancelled.
    pub(super) fn is_pending(&self) -> bool {
        self.cycle > 0 && self.reached.is_none()
    }

    /// A new cycle begins: its clock counts from here, if the priority has a target.
    pub(super) fn start_cycle(
        &mut self,
        event: &Event,
        priority: Option<usize>,
        ground: &ContractContext<'r>,
        clocks: &mut Vec<Clock>,
    ) {
        self.cycle += 1;
        self.cycle_started = event.at;
        self.cycle_event = event.id;
        self.reached = None;
        self.seen.clear();
        if let Some(limit) = self.limit(priority, event.at, event, ground) {
            self.start_clock(event, priority, vec![limit], ground, clocks);
        }
        self.act(Act::Opened, event, clocks);
    }

    /// The limit of a priority's target from `from` on; none where nothing is promised.
    pub(super) fn limit(
        &self,
        priority: Option<usize>,
        from: Instant,
        event: &Event,
        ground: &ContractContext<'r>,
    ) -> Option<Limit> {
        let priority = priority?;
        let target = self.milestone.targets.get(priority)?;
        let Promise::Within(within) = target.promise else {
            return None;
        };
        let promised_since = ground.promised_since(self.milestone, priority);
        Some(Limit {
            from,
            within,
            terms: ground.terms_id,
            calendar: target.calendar.clone()?,
            clause: target.source.clause.clone(),
            by: event.id,
            effective_from: event.at.max(promised_since),
            due: None,
        })
    }

    /// A limit that the two sides agreed for this ticket alone, from the clock's own start; where
    /// the plan promises nothing, from that of the cycle.
    pub(super) fn agreed_limit(
        &self,
        priority: Option<usize>,
        within: Span,
        event: &Event,
        ground: &ContractContext<'r>,
        clocks: &[Clock],
    ) -> Option<Limit> {
        let target = self.milestone.targets.get(priority?)?;
        let in_days = !matches!(within, Span::Time(_) | Span::CalendarDays(_));
        let planned_in_days = matches!(
            target.promise,
            Promise::Within(
                Span::BusinessDays(_) | Span::EndOfBusinessDay | Span::EndOfNextBusinessDay
            )
        );
        let calendar = if in_days == planned_in_days && target.calendar.is_some() {
            target.calendar.clone()
        } else if in_days {
            ground
                .terms
                .business_days
                .clone()
                .or(ground.terms.hours.clone())
        } else {
            ground.terms.hours.clone()
        };
        Some(Limit {
            from: self
                .live
                .map_or(self.cycle_started, |place| clocks[place].started),
            within,
            terms: ground.terms_id,
            calendar: calendar?,
            clause: target.source.clause.clone(),
            by: event.id,
            effective_from: event.at.max(ground.floor),
            due: None,
        })
    }

    /// Starts a clock under these limits.
    pub(super) fn start_clock(
        &mut self,
        event: &Event,
        priority: Option<usize>,
        limits: Vec<Limit>,
        ground: &ContractContext<'r>,
        clocks: &mut Vec<Clock>,
    ) {
        let id = priority.and_then(|p| ground.terms.priorities.get(p));
        let n = u32::try_from(clocks.len() + 1).expect("a ticket has few clocks");
        self.live = Some(clocks.len());
        clocks.push(Clock {
            n,
            milestone: self.milestone.id.clone(),
            cycle: self.cycle,
            priority: id.map_or_else(String::new, |p| p.id.clone()),
            cycle_started: self.cycle_started,
            started: limits.first().map_or(event.at, |limit| limit.from),
            by: event.id,
            limits,
            governing: 0,
            pauses: Vec::new(),
            due: None,
            breach: None,
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
    pub(super) fn act(&mut self, act: Act, event: &Event, clocks: &mut [Clock]) {
        if !self.is_pending() {
            return;
        }
        let met = match &self.milestone.met_by {
            MetBy::AnyOf(acts) => acts.contains(&act),
            MetBy::AllOf(acts) => {
                if acts.contains(&act) && !self.seen.contains(&act) {
                    self.seen.push(act);
                }
                acts.contains(&act) && acts.iter().all(|act| self.seen.contains(act))
            }
        };
        if met {
            self.reach(event, clocks);
        }
    }

    /// The milestone is reached in this cycle.
    pub(super) fn reach(&mut self, event: &Event, clocks: &mut [Clock]) {
        if !self.is_pending() {
            return;
        }
        self.reached = Some(Reached {
            at: event.at,
            event: event.id,
            clock: self.live,
        });
        self.end(Fate::Reached, event, clocks);
    }

    /// Ends the live clock, if there is one.
    pub(super) fn end(&mut self, fate: Fate, event: &Event, clocks: &mut [Clock]) {
        if let Some(place) = self.live.take() {
            let clock = &mut clocks[place];
            clock.ended = Some(event.at);
            clock.fate = Some(fate);
            clock.ended_by = Some(event.id);
            clock.ended_recorded = Some(event.recorded);
        }
    }

    /// Nothing more is owed in this cycle: it is called off, or goes on elsewhere.
    pub(super) fn conclude(&mut self, fate: Fate, event: &Event, clocks: &mut [Clock]) {
        if self.is_pending() {
            self.end(fate, event, clocks);
            self.reached = Some(Reached {
                at: event.at,
                event: event.id,
                clock: None,
            });
        }
    }

    /// Withdraws the end: the clock goes on with what was left, and the time between counts as
    /// standing still.
    pub(super) fn go_on(&mut self, event: &Event, clocks: &mut [Clock]) {
        let Some(reached) = self.reached.take() else {
            return;
        };
        self.stood = None;
        self.pauses.retain(|pause| pause.from < reached.at);
        if let Some(pause) = self.pauses.last_mut() {
            pause.to = Some(pause.to.map_or(reached.at, |to| to.min(reached.at)));
        }
        if reached.at < event.at {
            self.pauses.push(Pause {
                from: reached.at,
                to: Some(event.at),
                event: reached.event,
                why: State::Resolved.word(),
                withdrawn: true,
            });
        }
        if let Some(place) = reached.clock {
            let clock = &mut clocks[place];
            clock.ended = None;
            clock.fate = None;
            clock.ended_by = None;
            clock.ended_recorded = None;
            self.live = Some(place);
        }
    }

    /// The pauses between the start of a clock's first limit and its end.
    pub(super) fn pauses_of(&self, from: Instant, end: Option<Instant>) -> Vec<Pause> {
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
        ground: &ContractContext<'r>,
        clocks: &[Clock],
    ) -> bool {
        let Some(place) = self.live else {
            return false;
        };
        let pauses = self.pauses_of(Instant::MIN, Some(at));
        let course = ClockInputs {
            pauses: &pauses,
            end: Some(at),
            resumed: Instant::MIN,
        };
        clocks[place].limits.iter().any(|limit| {
            deadline(limit, course, ground.rules)
                .and_then(|found| found.due)
                .is_some_and(|due| due < at)
        })
    }

    /// Stands still from `at` on, for this reason, or goes on when there is none.
    pub(super) fn stand_still(&mut self, why: Option<Why>, at: Instant) {
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
    pub(super) fn stand_still_unasked(&mut self, why: Option<Why>, at: Instant) {
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
