//! What is behind a clock: the events that began it, set its target and ended it.

use super::super::ticket::record::TicketRecord;
use crate::core::model::{Event, EventId, EventText, Fact};
use crate::core::sla::{Clock, Ticket};
use crate::core::time::Instant;
use crate::render::Cell;
use crate::wording::event;

/// An event as a reason.
#[derive(Clone, Debug)]
pub(super) struct Cause {
    pub event: EventId,
    pub at: Instant,
    pub actor: String,
    pub what: String,
}

impl Cause {
    fn of(events: &[Event], id: EventId) -> Option<Cause> {
        let event = events.iter().find(|event| event.id == id)?;
        Some(Cause {
            event: event.id,
            at: event.at,
            actor: event.actor.clone(),
            what: event::what(event, &EventText::default(), |at| at.to_string()),
        })
    }

    /// `agreed resolution within 6h (minh, event 12)`.
    pub(super) fn words(&self) -> String {
        format!("{} ({}, event {})", self.what, self.actor, self.event)
    }

    pub(super) fn object(&self) -> Cell {
        Cell::object([
            ("event", Cell::Id(self.event.0)),
            ("at", Cell::from(self.at)),
            ("actor", Cell::code(self.actor.clone())),
            ("what", Cell::text(self.what.clone())),
        ])
    }
}

/// The events behind a clock.
#[derive(Clone, Debug)]
pub(super) struct Behind {
    pub began: Option<Cause>,
    /// What set the target, when that is not what began the clock: an agreement, a merge, the
    /// priority that it had before.
    pub target: Option<Cause>,
    pub ended: Option<Cause>,
    /// What says why it was breached.
    pub breached: Option<Cause>,
    /// The exclusion that takes it out of the count, when it had ended before that.
    pub exempt: Option<Cause>,
    /// Where it breaks later than its due: not before the event that brought the due about.
    pub breach: Option<Instant>,
    /// Why nothing counted before its limit began.
    pub before: &'static str,
}

impl Behind {
    pub(super) fn of(clock: &Clock, ticket: &Ticket, events: &[Event]) -> Behind {
        let limit = clock.limits.get(clock.governing);
        let setter = limit.map(|limit| limit.by).filter(|by| *by != clock.by);
        let exempt = ticket.exempt.as_ref().map(|exempt| exempt.event);
        let exempt = exempt.filter(|by| clock.ended_by != Some(*by));
        let mut causes = ticket.causes.iter().rev();
        let given = causes.find(|(of, ..)| *of == clock.milestone && clock.breach.is_some());
        let given = given.map(|(.., event)| *event);
        let late = clock.breach.filter(|breach| clock.due != Some(*breach));
        let by = limit.and_then(|limit| events.iter().find(|event| event.id == limit.by));
        Behind {
            began: Cause::of(events, clock.by),
            target: setter.and_then(|by| Cause::of(events, by)),
            ended: clock.ended_by.and_then(|by| Cause::of(events, by)),
            breached: given.and_then(|by| Cause::of(events, by)),
            exempt: exempt.and_then(|by| Cause::of(events, by)),
            breach: late.filter(|_| clock.due.is_some()),
            before: match by.map(|event| &event.fact) {
                Some(Fact::Absorbed(_)) => "before the other ticket was merged into this one",
                _ => "before the priority changed",
            },
        }
    }
}

/// Why there is no clock on a ticket, with the event that says so.
pub(super) fn unclocked(ticket: &TicketRecord) -> Option<Cause> {
    let page = &ticket.whole.as_deref()?.page;
    let events = page.events();
    let opening = events
        .iter()
        .find(|event| matches!(event.fact, Fact::Opened(_)))?;
    let by = match &page.ticket.exempt {
        Some(exempt) => exempt.event,
        None => opening.id,
    };
    Cause::of(&events, by)
}
