//! What a ticket's state lets people do. The fold takes everything; commands ask here first.

use super::ticket::Ticket;
use crate::core::model::{Fact, State};

/// Why a fact makes no sense where the ticket stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAccepted {
    /// It is in the state already that the fact would bring about.
    Already(State),
    /// It is in a state that does not lead there.
    From(State),
    /// It waits for nobody.
    NotWaiting,
    /// It is on that support line.
    OnThatLine,
}

/// Whether a command may record `fact` on a ticket that stands like this.
///
/// Notes, work, tags, links and causes are taken in every state.
///
/// # Errors
/// What stands against it.
pub fn accepts(ticket: &Ticket, fact: &Fact) -> Result<(), NotAccepted> {
    let state = ticket.state;
    let already_or_from = |projected_due: State| {
        if state == projected_due {
            NotAccepted::Already(projected_due)
        } else {
            NotAccepted::From(state)
        }
    };
    let fine = match fact {
        Fact::Resumed(_) if state == State::Open => return Err(NotAccepted::NotWaiting),
        Fact::Resumed(_) => state.is_waiting(),
        Fact::Escalated(to) if state.is_active() && ticket.is_on(&to.line) => {
            return Err(NotAccepted::OnThatLine);
        }
        Fact::Waiting(_)
        | Fact::Prioritised(_)
        | Fact::PriorityConfirmed(_)
        | Fact::Acknowledged(_)
        | Fact::Promised(_)
        | Fact::Agreed(_)
        | Fact::Escalated(_)
        | Fact::Absorbed(_) => state.is_active(),
        Fact::Resolved(_) if !state.is_active() => {
            return Err(already_or_from(State::Resolved));
        }
        Fact::Closed(_) if state.is_final() => return Err(already_or_from(State::Closed)),
        Fact::Merged(_) if !state.is_active() => return Err(already_or_from(State::Merged)),
        Fact::Reopened(_) if state == State::Open => return Err(NotAccepted::Already(state)),
        Fact::Reopened(_) => matches!(state, State::Resolved | State::Closed),
        // after a close nothing is owed that an act could meet
        Fact::ActMarked(_) => !state.is_final(),
        Fact::Entitled(_) if !ticket.refused.is_empty() => true,
        Fact::Replied(_)
        | Fact::CustomerReplied(_)
        | Fact::MarkWithdrawn(_)
        | Fact::Moved(_)
        | Fact::Entitled(_) => !matches!(state, State::Merged | State::Void),
        _ => true,
    };
    if fine {
        Ok(())
    } else {
        Err(NotAccepted::From(state))
    }
}
