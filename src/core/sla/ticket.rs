//! A ticket as the fold sees it.

use super::clock::Clock;
use super::holders::Holders;
use super::remark::TicketRemark;
use crate::core::model::{
    ClosedAs, ContactId, ContractId, CustomerId, Event, EventId, Side, State, TicketNo, TicketWords,
};
use crate::core::terms::AskedKinds;
use crate::core::time::Instant;

/// A priority that the ticket had, from when to when, and on what ground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Priorities {
    /// When it was set.
    pub at: Instant,
    /// The priority before; of a correction, the one that it replaces. None at the first.
    pub from: Option<String>,
    /// The priority as the event said it, corrected since or not.
    pub to: String,
    /// The code of the plan's reason; none where the desk raised it in its own words.
    pub reason: Option<String>,
    /// Who wanted it.
    pub by: Side,
    /// Who wrote it.
    pub actor: String,
    /// The event that set it.
    pub event: EventId,
    /// Of a correction: the event that set the priority which it says never was.
    pub replaces: Option<EventId>,
}

/// A state that the ticket entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entered {
    /// When.
    pub at: Instant,
    /// The state.
    pub state: State,
    /// The event that led there.
    pub event: EventId,
}

/// When it is expected to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// The estimate.
    pub at: Instant,
    /// The event whose prose names to whom it was told.
    pub event: EventId,
}

/// An exclusion of the plan applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exemption {
    /// The code of the exclusion.
    pub ground: String,
    /// The event that applied it.
    pub event: EventId,
}

/// An act of the plan that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedAct {
    /// The act, by its id in the terms.
    pub act: String,
    /// When.
    pub at: Instant,
    /// The event that marked it.
    pub event: EventId,
    /// The customer was told: it is a reply too.
    pub answers: bool,
    /// The event that says it was not so; none: it stands.
    pub withdrawn: Option<EventId>,
}

/// A breach that was taken off the record, openly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corrected {
    /// The number of the clock that was breached.
    pub clock: u32,
    /// The correction.
    pub event: EventId,
    /// Who corrected.
    pub actor: String,
    /// When that was recorded.
    pub at: Instant,
}

impl Corrected {
    /// The breach of that clock, taken back by that event.
    pub(super) fn by(clock: u32, event: &Event) -> Corrected {
        Corrected {
            clock,
            event: event.id,
            actor: event.actor.clone(),
            at: event.present,
        }
    }
}

/// A ticket's state: what the fold of its events says at an instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// Whose it is.
    pub customer: CustomerId,
    /// The contract it is under; none for a courtesy.
    pub contract: Option<ContractId>,
    /// The signing, amendment or renewal whose terms it lives under; none: no clocks.
    pub terms: Option<EventId>,
    /// Who asks.
    pub contact: Option<ContactId>,
    /// When it was opened.
    pub opened: Instant,
    /// The staff key of who opened it.
    pub opened_by: String,
    /// Who asked for it.
    pub side: Side,
    /// The state that it is in.
    pub state: State,
    /// The event that brought it into this state.
    pub state_by: EventId,
    /// Every state it entered, the opening's first.
    pub states: Vec<Entered>,
    /// Closed, merged or void since.
    pub ended: Option<Instant>,
    /// Its priority by its id in the terms, as corrections say it.
    pub priority: Option<String>,
    /// Every change of priority, the opening's first.
    pub priorities: Vec<Priorities>,
    /// The channel of its opening.
    pub channel: Option<String>,
    /// What it is about, in words of the plan.
    pub words: TicketWords,
    /// The language in which the customer is answered.
    pub language: Option<String>,
    /// The kinds of tickets that the customer asks for.
    pub asked: AskedKinds,
    /// The allowance that its case is taken from.
    pub allowance: Option<String>,
    /// The support line it is on.
    pub line: Option<String>,
    /// The staff key of who has it.
    pub assignee: Option<String>,
    /// Who had it when, and on which line.
    pub holders: Holders,
    /// Its tags, in the order in which they came.
    pub tags: Vec<String>,
    /// Other tickets, each with what ties them.
    pub links: Vec<(TicketNo, String)>,
    /// The first word of the desk to the customer.
    pub responded: Option<Instant>,
    /// When it was resolved last.
    pub resolved: Option<Instant>,
    /// When it was closed last.
    pub closed: Option<Instant>,
    /// How it was closed.
    pub closed_as: Option<ClosedAs>,
    /// The ticket that it goes on as.
    pub merged_into: Option<TicketNo>,
    /// When to look again, while waiting.
    pub follow_up: Option<Instant>,
    /// Who spoke last.
    pub spoke_last: Side,
    /// The last estimate given.
    pub eta: Option<Estimate>,
    /// Seconds of work booked.
    pub worked: i64,
    /// Seconds of work charged.
    pub charged: i64,
    /// Opened by override: no clocks.
    pub courtesy: bool,
    /// The rules that were forgiven at its opening.
    pub overridden: Vec<String>,
    /// The rules that refused it; then it is void.
    pub refused: Vec<String>,
    /// The exclusion that applies.
    pub exempt: Option<Exemption>,
    /// Acts of the plan, in the order in which they were done.
    pub marks: Vec<MarkedAct>,
    /// Causes given for a milestone: milestone, code, event.
    pub causes: Vec<(String, Option<String>, EventId)>,
    /// Milestones whose target is that of a kind of tickets, each with the kind.
    pub kinds: Vec<(String, String)>,
    /// In the order of their birth; breaches that corrections took back come last.
    pub clocks: Vec<Clock>,
    /// The breaches that corrections took back.
    pub corrected: Vec<Corrected>,
    /// `source:key` of what was imported.
    pub source: Option<String>,
    /// When the last event happened, in the order of (at, id).
    pub updated: Instant,
    /// The highest id of an event that is folded in.
    pub last: EventId,
    /// Events that mean nothing where they stand, and why.
    pub remarks: Vec<(EventId, TicketRemark)>,
}

impl Ticket {
    /// Whether an event marked what the customer was told, and that was not withdrawn.
    pub fn is_answer(&self, event: EventId) -> bool {
        let mut marks = self.marks.iter();
        marks.any(|mark| mark.event == event && mark.answers && mark.withdrawn.is_none())
    }

    /// Whether it is on a support line.
    pub fn is_on(&self, line: &str) -> bool {
        self.line.as_deref() == Some(line)
    }

    /// The kind by which a milestone has its target.
    pub fn kind_of(&self, milestone: &str) -> Option<&str> {
        let mut kinds = self.kinds.iter();
        let found = kinds.find(|(known, _)| known == milestone)?;
        Some(&found.1)
    }
}
