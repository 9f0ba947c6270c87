//! A ticket as the fold sees it.

use super::clock::Clock;
use super::holders::Holders;
use super::remark::Remark;
use crate::core::model::{
    ClosedAs, ContactId, ContractId, CustomerId, Event, EventId, Side, State, TicketNo, TicketWords,
};
use crate::core::time::Instant;

/// A priority that the ticket had, from when to when, and on what ground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Priorities {
    pub at: Instant,
    pub from: Option<String>,
    pub to: String,
    pub reason: Option<String>,
    pub by: Side,
    pub actor: String,
    pub event: EventId,
}

/// A state that the ticket entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entered {
    pub at: Instant,
    pub state: State,
    pub event: EventId,
}

/// When it is expected to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Estimate {
    pub at: Instant,
    /// The event whose prose names to whom it was told.
    pub event: EventId,
}

/// An exclusion of the plan applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exemption {
    pub ground: String,
    pub event: EventId,
}

/// A breach that was taken off the record, openly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corrected {
    pub clock: u32,
    pub event: EventId,
    pub actor: String,
    pub at: Instant,
}

impl Corrected {
    /// The breach of that clock, taken back by that event.
    pub(super) fn by(clock: u32, event: &Event) -> Corrected {
        Corrected {
            clock,
            event: event.id,
            actor: event.actor.clone(),
            at: event.recorded,
        }
    }
}

/// A ticket's state: what the fold of its events says at an instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    pub customer: CustomerId,
    pub contract: Option<ContractId>,
    /// The signing, amendment or renewal whose terms it lives under; none: no clocks.
    pub terms: Option<EventId>,
    pub contact: Option<ContactId>,
    pub opened: Instant,
    pub opened_by: String,
    pub side: Side,
    pub state: State,
    /// The event that brought it into this state.
    pub state_by: EventId,
    /// Every state it entered, the opening's first.
    pub states: Vec<Entered>,
    /// Closed, merged or void since.
    pub ended: Option<Instant>,
    pub priority: Option<String>,
    /// Every change of priority, the opening's first.
    pub priorities: Vec<Priorities>,
    pub channel: Option<String>,
    /// What it is about, in words of the plan.
    pub words: TicketWords,
    pub language: Option<String>,
    pub allowance: Option<String>,
    pub line: Option<String>,
    pub assignee: Option<String>,
    /// Who had it when, and on which line.
    pub holders: Holders,
    pub tags: Vec<String>,
    pub links: Vec<(TicketNo, String)>,
    /// The first word of the desk to the customer.
    pub responded: Option<Instant>,
    pub resolved: Option<Instant>,
    pub closed: Option<Instant>,
    pub closed_as: Option<ClosedAs>,
    pub merged_into: Option<TicketNo>,
    /// When to look again, while waiting.
    pub follow_up: Option<Instant>,
    /// Who spoke last.
    pub spoke_last: Side,
    pub eta: Option<Estimate>,
    /// Seconds of work booked, and charged.
    pub worked: i64,
    pub charged: i64,
    /// Opened by override: no clocks.
    pub courtesy: bool,
    pub overridden: Vec<String>,
    pub refused: Vec<String>,
    pub exempt: Option<Exemption>,
    /// Causes given for a milestone: milestone, code, event.
    pub causes: Vec<(String, Option<String>, EventId)>,
    pub clocks: Vec<Clock>,
    pub corrected: Vec<Corrected>,
    pub source: Option<String>,
    /// The last event that happened (in order of (at, id)) and the highest id folded in.
    pub updated: Instant,
    pub last: EventId,
    /// Events that mean nothing where they stand, and why.
    pub remarks: Vec<(EventId, Remark)>,
}
