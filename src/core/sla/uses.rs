//! What a ticket uses of its contract's allowances, and what it gives back.
//!
//! A case is used at the opening, hours when the work was done, in the period that holds that
//! instant. Exempting, merging, voiding, or withdrawing unanswered gives the case back to that
//! same period.

use super::fold::standing;
use super::ticket::Ticket;
use crate::core::model::{ClosedAs, Event, EventId, Fact, Instant, State};

/// Whether an amount was used or given back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UseKind {
    Used,
    /// Carries the instant of the use, so that it returns to that period.
    GivenBack,
}

/// A line of an allowance's ledger that a ticket causes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    pub allowance: String,
    pub at: Instant,
    /// The event that caused it.
    pub event: EventId,
    pub kind: UseKind,
    /// Cases, or seconds; never negative.
    pub amount: i64,
}

/// The lines that a ticket causes, from its events and what they came to.
pub fn uses(events: &[Event], ticket: &Ticket) -> Vec<Use> {
    if ticket.contract.is_none() || !ticket.refused.is_empty() {
        return Vec::new();
    }
    let mut account = Account {
        opened: ticket.opened,
        case: None,
        lines: Vec::new(),
    };
    let mut answered = false;
    for event in &standing(events) {
        match &event.fact {
            Fact::Opened(opened) => account.take_case(opened.allowance.as_ref(), event.id),
            Fact::Entitled(entitled) => account.take_case(entitled.allowance.as_ref(), event.id),
            Fact::Edited(edited) if edited.topic.is_some() => {
                account.take_case(edited.allowance.as_ref(), event.id);
            }
            Fact::Moved(_) | Fact::Exempted(_) | Fact::Merged(_) => account.give_back(event.id),
            Fact::Closed(closed) if closed.r#as == ClosedAs::Withdrawn && !answered => {
                account.give_back(event.id);
            }
            Fact::Acknowledged(_) | Fact::Replied(_) | Fact::Waiting(_) | Fact::Resolved(_) => {
                answered = true;
            }
            Fact::Worked(worked) => {
                account.worked(worked.allowance.as_ref(), worked.charged, event);
            }
            _ => {}
        }
    }
    if ticket.state == State::Void {
        account.give_back(ticket.last);
    }
    account.lines
}

struct Account {
    opened: Instant,
    /// The allowance from which the ticket's case is taken now.
    case: Option<String>,
    lines: Vec<Use>,
}

impl Account {
    fn take_case(&mut self, allowance: Option<&String>, event: EventId) {
        if self.case.as_ref() == allowance {
            return;
        }
        self.give_back(event);
        if let Some(allowance) = allowance {
            self.line(allowance.clone(), self.opened, event, UseKind::Used, 1);
            self.case = Some(allowance.clone());
        }
    }

    fn give_back(&mut self, event: EventId) {
        if let Some(allowance) = self.case.take() {
            self.line(allowance, self.opened, event, UseKind::GivenBack, 1);
        }
    }

    fn worked(&mut self, allowance: Option<&String>, charged: i64, event: &Event) {
        let kind = if charged < 0 {
            UseKind::GivenBack
        } else {
            UseKind::Used
        };
        if let Some(allowance) = allowance.filter(|_| charged != 0) {
            self.line(allowance.clone(), event.at, event.id, kind, charged.abs());
        }
    }

    fn line(&mut self, allowance: String, at: Instant, event: EventId, kind: UseKind, amount: i64) {
        self.lines.push(Use {
            allowance,
            at,
            event,
            kind,
            amount,
        });
    }
}
