//! The ledger behind a clock: every interval that counted, every one that did not and why, and
//! what would move the deadline.

use super::clock::{Clock, Pause};
use super::corrected::fold;
use super::deadline::governing;
use super::rules::Rulebook;
use super::ticket::Ticket;
use crate::core::calendar::{Calendar, StretchReason};
use crate::core::model::{Event, EventId, Fact, Prioritised, Side};
use crate::core::time::Instant;

/// Why an interval counted or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LedgerReason {
    /// It counted.
    Open,
    /// Outside the hours of support.
    Closed,
    /// A closed day of that name.
    Holiday(String),
    /// It stood still; `why` is the state or `lapsed`, `resolved`.
    Paused(String),
    /// Before what brought this limit about: the priority changed to the one that it is of, or
    /// another ticket was merged into this one.
    BeforeChange,
}

/// One interval of a ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerLine {
    /// Its first instant.
    pub from: Instant,
    /// The first instant after it.
    pub to: Instant,
    /// Open seconds that counted.
    pub counted: i64,
    /// Running sum.
    pub sum: i64,
    /// Why it counted or not.
    pub reason: LedgerReason,
    /// The event behind a pause or a change of priority.
    pub event: Option<EventId>,
}

/// The ledger of a clock from the start of its cycle to `until`, or to its end if that came
/// first; the counted seconds add up to exactly what the clock shows then.
pub fn ledger(clock: &Clock, rules: &dyn Rulebook, until: Instant) -> Vec<LedgerLine> {
    let until = clock.ended.map_or(until, |ended| ended.min(until));
    let Some((limit, found)) = governing(clock, rules) else {
        return Vec::new();
    };
    let mut builder = LedgerBuilder {
        calendar: found.calendar,
        lines: Vec::new(),
        sum: 0,
    };
    if clock.cycle_started < limit.from {
        let to = limit.from.min(until);
        let by = match limit.from == clock.started {
            true => clock.by,
            false => limit.by,
        };
        builder.uncounted(
            clock.cycle_started,
            to,
            LedgerReason::BeforeChange,
            Some(by),
        );
    }
    let mut from = limit.from;
    for pause in &clock.pauses {
        let to = pause.to.unwrap_or(until).min(until);
        if to <= from || pause.from >= until {
            continue;
        }
        builder.running(from, pause.from);
        builder.pause(pause, pause.from.max(from), to);
        from = to;
    }
    builder.running(from, until);
    builder.lines
}

struct LedgerBuilder<'r> {
    calendar: &'r Calendar,
    lines: Vec<LedgerLine>,
    sum: i64,
}

impl LedgerBuilder<'_> {
    fn running(&mut self, from: Instant, to: Instant) {
        if from >= to {
            return;
        }
        for stretch in self.calendar.stretches(from, to) {
            match stretch.why {
                StretchReason::Open => {
                    let counted = stretch.to.since(stretch.from);
                    self.sum += counted;
                    self.push(stretch.from, stretch.to, counted, LedgerReason::Open, None);
                }
                StretchReason::Closed => {
                    self.uncounted(stretch.from, stretch.to, LedgerReason::Closed, None)
                }
                StretchReason::Holiday(name) => {
                    self.uncounted(stretch.from, stretch.to, LedgerReason::Holiday(name), None);
                }
            }
        }
    }

    fn pause(&mut self, pause: &Pause, from: Instant, to: Instant) {
        self.uncounted(
            from,
            to,
            LedgerReason::Paused(pause.why.to_owned()),
            Some(pause.event),
        );
    }

    fn uncounted(
        &mut self,
        from: Instant,
        to: Instant,
        reason: LedgerReason,
        event: Option<EventId>,
    ) {
        if from < to {
            self.push(from, to, 0, reason, event);
        }
    }

    fn push(
        &mut self,
        from: Instant,
        to: Instant,
        counted: i64,
        reason: LedgerReason,
        event: Option<EventId>,
    ) {
        self.lines.push(LedgerLine {
            from,
            to,
            counted,
            sum: self.sum,
            reason,
            event,
        });
    }
}

/// Something that would move a live deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeadlineMover {
    /// It stands still while the ticket is in that state.
    StandsStill(String),
    /// Another priority.
    Priority {
        /// Its id in the terms.
        to: String,
        /// What the milestone would have there.
        then: OtherPriority,
    },
    /// The two sides may agree another target for this ticket.
    Negotiable,
}

/// What a milestone would have at another priority.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherPriority {
    /// Due then.
    Due(Instant),
    /// Promised, and standing still as things are.
    StandsStill,
    /// Promised, and never due in the hours that its calendar has.
    Never,
    /// Nothing is promised at that priority, and the promise it has goes on.
    GoesOn,
    /// Nothing is promised there, and no promise would go on.
    NotPromised,
}

/// What would move the deadline of a live clock, as of `now`.
pub fn would_move(
    clock: &Clock,
    ticket: &Ticket,
    events: &[Event],
    rules: &dyn Rulebook,
    now: Instant,
) -> Vec<DeadlineMover> {
    let terms = ticket.terms.and_then(|id| rules.terms(id));
    let Some(terms) = terms.filter(|_| clock.ended.is_none()) else {
        return Vec::new();
    };
    let Some(milestone) = terms.milestone(&clock.milestone) else {
        return Vec::new();
    };
    let mut moves: Vec<DeadlineMover> = milestone
        .paused_by
        .iter()
        .map(|state| DeadlineMover::StandsStill(state.word().to_owned()))
        .collect();
    let own = terms.own_priorities().map(|(_, priority)| priority);
    for priority in own.filter(|priority| priority.id != clock.priority) {
        moves.push(DeadlineMover::Priority {
            to: priority.id.clone(),
            then: at_priority(&priority.id, clock, events, rules, now),
        });
    }
    let kind = ticket.kind_of(&clock.milestone);
    if terms.may_be_agreed(milestone, &clock.priority, kind) {
        moves.push(DeadlineMover::Negotiable);
    }
    moves
}

fn at_priority(
    to: &str,
    clock: &Clock,
    events: &[Event],
    rules: &dyn Rulebook,
    now: Instant,
) -> OtherPriority {
    let Some(last) = events.iter().max_by_key(|event| event.id) else {
        return OtherPriority::NotPromised;
    };
    let mut changed = events.to_vec();
    changed.push(Event {
        id: EventId(last.id.0 + 1),
        entry: crate::core::model::EntryId(last.entry.0 + 1),
        at: now,
        recorded: now,
        present: now,
        corrects: false,
        fact: Fact::Prioritised(Prioritised {
            to: to.to_owned(),
            reason: None,
            by: Side::Desk,
            replaces: None,
        }),
        ..last.clone()
    });
    let changed = fold(&changed, rules);
    let clocks = changed.iter().flat_map(|ticket| ticket.clocks.iter().rev());
    let mut live = clocks.filter(|new| new.milestone == clock.milestone && new.ended.is_none());
    match live.next() {
        None => OtherPriority::NotPromised,
        Some(new) if new.priority != to => OtherPriority::GoesOn,
        Some(new) => match (new.due, new.paused) {
            (Some(due), _) => OtherPriority::Due(due),
            (None, Some(_)) => OtherPriority::StandsStill,
            (None, None) => OtherPriority::Never,
        },
    }
}
