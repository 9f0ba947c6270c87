//! What was not done when a window ended, and how old it was then.

use super::{NextMove, TicketActivity, Window};
use crate::core::model::{State, TicketNo};
use crate::core::time::Instant;

/// A ticket that was not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenTicket {
    /// Its number.
    pub ticket: TicketNo,
    /// When it was opened.
    pub opened: Instant,
    /// How it stood then.
    pub state: State,
    /// Who had the next move.
    pub next: NextMove,
    /// The priority that it had then.
    pub priority: Option<String>,
    /// Who had it.
    pub held_by: Option<String>,
    /// Seconds since its opening, by the clock on the wall.
    pub age: i64,
}

/// The tickets that were not done, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backlog {
    /// Each of them.
    pub tickets: Vec<OpenTicket>,
}

impl Backlog {
    /// The age that half of them do not exceed, by nearest rank; none where there are none.
    pub fn median_age(&self) -> Option<i64> {
        let place = self.tickets.len() / 2;
        self.tickets.get(place).map(|ticket| ticket.age)
    }

    /// The age of the oldest.
    pub fn oldest_age(&self) -> Option<i64> {
        self.tickets.first().map(|ticket| ticket.age)
    }
}

/// Gathers what was not done at the end of a window, or is not now where it has not ended, ticket by
/// ticket.
#[derive(Debug)]
pub struct BacklogTally {
    window: Window,
    tickets: Vec<OpenTicket>,
}

impl BacklogTally {
    /// Nothing gathered yet.
    pub fn new(window: Window) -> BacklogTally {
        BacklogTally {
            window,
            tickets: Vec::new(),
        }
    }

    /// Takes a ticket in where it was not done.
    pub fn add(&mut self, activity: &TicketActivity) {
        if activity.counts() {
            self.tickets.extend(not_done(activity, &self.window));
        }
    }

    /// The tickets.
    pub fn finish(mut self) -> Backlog {
        self.tickets
            .sort_by_key(|ticket| (ticket.opened, ticket.ticket));
        Backlog {
            tickets: self.tickets,
        }
    }
}

fn not_done(activity: &TicketActivity, window: &Window) -> Option<OpenTicket> {
    let last = window.last();
    let state = activity.state_at(last)?;
    let next = NextMove::of(state)?;
    let mut priorities = activity.priorities.iter().rev();
    let priority = priorities.find(|change| change.at <= last);
    Some(OpenTicket {
        ticket: activity.ticket,
        opened: activity.opened,
        state,
        next,
        priority: match priority {
            Some(change) => Some(change.to.clone()),
            None => activity.priority.clone(),
        },
        held_by: activity.held_by(last).map(str::to_owned),
        age: window.end().since(activity.opened),
    })
}
