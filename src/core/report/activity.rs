//! What happened on a ticket, as volumes and workload count it: the fold's own states, and the
//! acts between them with who did them.

use crate::core::model::{ClosedAs, ContactId, Event, EventId, Fact, State, TicketNo, TicketWord};
use crate::core::sla::{Entered, Holders, Priorities, Ticket, effective_events};
use crate::core::time::Instant;

/// A ticket's life.
#[derive(Clone, Debug, PartialEq)]
pub struct TicketActivity {
    /// Its number.
    pub ticket: TicketNo,
    /// When it was opened.
    pub opened: Instant,
    /// How it came in.
    pub channel: Option<String>,
    /// What it is about.
    pub topic: Option<String>,
    /// At which priority it stands.
    pub priority: Option<String>,
    /// Who asked.
    pub contact: Option<ContactId>,
    /// Opened by override: no clocks.
    pub courtesy: bool,
    /// The rules that refused it; it was kept all the same, and is no ticket.
    pub refused: Vec<String>,
    /// An exclusion of the plan, and the event that named it.
    pub exempt: Option<(String, EventId)>,
    /// The states it went through, in order.
    pub states: Vec<Entered>,
    /// The events that closed it as done.
    pub done: Vec<EventId>,
    /// Its priorities, in order.
    pub priorities: Vec<Priorities>,
    /// Who had it when.
    pub holders: Holders,
    /// The desk's answers, and by whom.
    pub replies: Vec<(Instant, String)>,
    /// The work booked on it.
    pub work: Vec<WorkedTime>,
    /// The estimates given.
    pub estimates: Vec<Estimated>,
}

/// Time that was booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkedTime {
    /// The event that booked it.
    pub event: EventId,
    /// When the work was done.
    pub at: Instant,
    /// Who did it.
    pub actor: String,
    /// Seconds that it took.
    pub spent: i64,
    /// Seconds that it is charged for: what an allowance of hours was charged with, all that it took
    /// where there is none.
    pub charged: i64,
}

/// An estimate that was given; the prose of its event says to whom it was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Estimated {
    /// When it was given.
    pub at: Instant,
    /// The instant that it names.
    pub eta: Instant,
    /// The event that recorded it.
    pub event: EventId,
}

impl TicketActivity {
    /// The activity of a ticket that was folded from these events.
    pub fn of(number: TicketNo, ticket: &Ticket, events: &[Event]) -> TicketActivity {
        let mut activity = TicketActivity {
            ticket: number,
            opened: ticket.opened,
            channel: ticket.channel.clone(),
            topic: ticket.words.get(TicketWord::Topic).map(str::to_owned),
            priority: ticket.priority.clone(),
            contact: ticket.contact,
            courtesy: ticket.courtesy,
            refused: ticket.refused.clone(),
            exempt: ticket.exempt.as_ref().map(|e| (e.ground.clone(), e.event)),
            states: ticket.states.clone(),
            done: Vec::new(),
            priorities: ticket.priorities.clone(),
            holders: ticket.holders.clone(),
            replies: Vec::new(),
            work: Vec::new(),
            estimates: Vec::new(),
        };
        for event in effective_events(events) {
            activity.act(&event);
            if ticket.is_answer(event.id) {
                activity.replies.push((event.at, event.actor.clone()));
            }
        }
        activity
    }

    fn act(&mut self, event: &Event) {
        match &event.fact {
            Fact::Closed(closed) if closed.r#as == ClosedAs::Done => self.done.push(event.id),
            Fact::Replied(_) => self.replies.push((event.at, event.actor.clone())),
            Fact::Worked(worked) => self.work.push(WorkedTime {
                event: event.id,
                at: event.at,
                actor: event.actor.clone(),
                spent: worked.spent,
                charged: match worked.parts.is_empty() {
                    true => worked.spent,
                    false => worked.charged,
                },
            }),
            Fact::Promised(promised) => self.estimates.push(Estimated {
                at: event.at,
                eta: promised.eta,
                event: event.id,
            }),
            _ => {}
        }
    }

    /// Its state at `at`, what happened in that very second included; none before its opening.
    pub fn state_at(&self, at: Instant) -> Option<State> {
        let entered = self.states.iter().rev().find(|entered| entered.at <= at);
        entered.map(|entered| entered.state)
    }

    /// Who had it at `at`.
    pub fn held_by(&self, at: Instant) -> Option<&str> {
        self.holders.at(at)?.by.as_deref()
    }

    /// Whether it was done with when it entered that state: resolved, or closed as done.
    pub fn was_done(&self, entered: &Entered) -> bool {
        entered.state == State::Resolved || self.done.contains(&entered.event)
    }

    /// Whether it ever was a ticket: not a refused request, not an opening that was undone.
    pub fn counts(&self) -> bool {
        self.states.first().map(|entered| entered.state) != Some(State::Void)
    }

    /// Each change of state: from which, to which, and when.
    pub fn turns(&self) -> impl Iterator<Item = (State, &Entered)> {
        self.states.windows(2).map(|pair| (pair[0].state, &pair[1]))
    }
}
