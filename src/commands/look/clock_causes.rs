//! What is behind a clock: the events that began it, set its target and ended it.

use super::super::ticket::record::{EventRecord, TicketRecord, cause_of};
use crate::core::model::{EventId, EventText, Fact};
use crate::core::sla::{Clock, Ticket};
use crate::core::time::Instant;
use crate::render::{Cell, Said};
use crate::store::ClockSource;
use crate::wording::{BEFORE_KIND, Phrase, event, said};

/// An event as a reason.
#[derive(Clone, Debug)]
pub(super) struct CausingEvent {
    pub event: EventId,
    pub at: Instant,
    pub actor: String,
    pub what: Phrase,
    /// `--now` stood in for the clock when it was written.
    pub given: bool,
}

impl CausingEvent {
    fn of(events: &[EventRecord], id: EventId) -> Option<CausingEvent> {
        let record = events.iter().find(|record| record.told.event.id == id)?;
        let event = &record.told.event;
        Some(CausingEvent {
            event: event.id,
            at: event.at,
            actor: event.actor.clone(),
            what: event::phrase(event, &EventText::default(), |at| at.to_string()),
            given: record.marks.given == ClockSource::Given,
        })
    }

    /// `agreed resolution within 6h (minh, event 12)`.
    pub(super) fn said(&self) -> Said {
        let actor = Cell::person(self.actor.clone());
        let (event, what) = (Cell::Id(self.event.0), Cell::Phrase(self.what.clone()));
        match self.given {
            true => said::explain_by_given(actor, event, what),
            false => said::explain_by(actor, event, what),
        }
    }

    /// `minh (event 12)`, where what it was is said beside it.
    pub(super) fn by_whom(&self) -> Said {
        let (actor, event) = (Cell::person(self.actor.clone()), Cell::Id(self.event.0));
        match self.given {
            true => said::explain_by_whom_given(actor, event),
            false => said::explain_by_whom(actor, event),
        }
    }

    pub(super) fn object(&self) -> Cell {
        Cell::object([
            ("event", Cell::Id(self.event.0)),
            ("at", Cell::from(self.at)),
            ("actor", Cell::code(self.actor.clone())),
            ("what", Cell::Phrase(self.what.clone())),
            ("given", Cell::Flag(self.given)),
        ])
    }
}

/// Why nothing counted before a limit began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BeforeLimit {
    /// The other ticket was not merged into this one yet.
    Merge,
    /// The ticket was not of that kind yet.
    KindChange,
    /// The priority had not changed yet.
    PriorityChange,
}

impl BeforeLimit {
    /// As scripts read it.
    pub(super) fn words(self) -> &'static str {
        match self {
            BeforeLimit::Merge => "before the other ticket was merged into this one",
            BeforeLimit::KindChange => BEFORE_KIND,
            BeforeLimit::PriorityChange => "before the priority changed",
        }
    }
}

/// The events behind a clock.
#[derive(Clone, Debug)]
pub(super) struct ClockCauses {
    pub began: Option<CausingEvent>,
    /// What set the target, when that is not what began the clock: an agreement, a merge, the
    /// priority that it had before.
    pub target: Option<CausingEvent>,
    pub ended: Option<CausingEvent>,
    /// What says why it was breached.
    pub breached: Option<CausingEvent>,
    /// The exclusion that takes it out of the count, when it had ended before that.
    pub exempt: Option<CausingEvent>,
    /// Where it breaks later than its due: not before the event that brought the due about.
    pub breach: Option<Instant>,
    /// Why nothing counted before its limit began.
    pub before: BeforeLimit,
}

impl ClockCauses {
    pub(super) fn of(clock: &Clock, ticket: &Ticket, events: &[EventRecord]) -> ClockCauses {
        let limit = clock.limits.get(clock.governing);
        let setter = limit.map(|limit| limit.by).filter(|by| *by != clock.by);
        let exempt = ticket.exempt.as_ref().map(|exempt| exempt.event);
        let exempt = exempt.filter(|by| clock.ended_by != Some(*by));
        let given = cause_of(ticket, clock).filter(|_| clock.breach.is_some());
        let given = given.map(|(_, event)| event);
        let late = clock.breach.filter(|breach| clock.due != Some(*breach));
        let by = limit.and_then(|limit| {
            let mut events = events.iter().map(|record| &record.told.event);
            events.find(|event| event.id == limit.by)
        });
        ClockCauses {
            began: CausingEvent::of(events, clock.by),
            target: setter.and_then(|by| CausingEvent::of(events, by)),
            ended: clock.ended_by.and_then(|by| CausingEvent::of(events, by)),
            breached: given.and_then(|by| CausingEvent::of(events, by)),
            exempt: exempt.and_then(|by| CausingEvent::of(events, by)),
            breach: late.filter(|_| clock.due.is_some()),
            before: match by.map(|event| &event.fact) {
                Some(Fact::Absorbed(_)) => BeforeLimit::Merge,
                Some(Fact::Edited(_) | Fact::CustomerReplied(_) | Fact::Escalated(_)) => {
                    BeforeLimit::KindChange
                }
                _ => BeforeLimit::PriorityChange,
            },
        }
    }
}

/// Why there is no clock on a ticket, with the event that says so.
pub(super) fn unclocked(ticket: &TicketRecord) -> Option<CausingEvent> {
    let whole = ticket.whole.as_deref()?;
    let mut events = whole.events.iter().map(|record| &record.told.event);
    let opening = events.find(|event| matches!(event.fact, Fact::Opened(_)))?;
    let by = match &whole.page.ticket.exempt {
        Some(exempt) => exempt.event,
        None => opening.id,
    };
    CausingEvent::of(&whole.events, by)
}
