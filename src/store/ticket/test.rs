//! What a filter asks of a ticket, as data. The words people type are read elsewhere; here is
//! what the tables can answer.

use crate::core::model::{ContactId, ContractId, CustomerId, State, TicketField, TicketNo};
use crate::core::sla::ClockState;
use crate::core::time::Instant;

/// A condition on a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Where {
    /// All of these; of none: every ticket.
    All(Vec<Where>),
    /// One of these at least; of none: no ticket.
    Any(Vec<Where>),
    Not(Box<Where>),
    Is(Test),
}

impl Where {
    /// Every ticket.
    pub(crate) fn everything() -> Where {
        Where::All(Vec::new())
    }

    /// This and that.
    pub(crate) fn and(self, other: Where) -> Where {
        match self {
            Where::All(mut all) => {
                all.push(other);
                Where::All(all)
            }
            this => Where::All(vec![this, other]),
        }
    }

    /// The opposite.
    pub(crate) fn negated(self) -> Where {
        Where::Not(Box::new(self))
    }

    /// The words that every ticket of this must have, when it is words first of all.
    pub(in crate::store) fn leading_words(&self) -> Option<&str> {
        match self {
            Where::Is(Test::Words(typed)) => Some(typed),
            Where::All(all) => all.iter().find_map(Where::leading_words),
            _ => None,
        }
    }

    /// The same but for the words that lead.
    pub(in crate::store) fn without_leading_words(&self) -> Where {
        match self {
            Where::Is(Test::Words(_)) => Where::everything(),
            Where::All(all) => {
                let mut rest = all.clone();
                let leads = rest.iter_mut().find(|each| each.leading_words().is_some());
                if let Some(leads) = leads {
                    *leads = leads.without_leading_words();
                }
                Where::All(rest)
            }
            other => other.clone(),
        }
    }

    /// Whether words are looked for anywhere in it.
    pub(crate) fn asks_words(&self) -> bool {
        match self {
            Where::All(all) | Where::Any(all) => all.iter().any(Where::asks_words),
            Where::Not(inner) => inner.asks_words(),
            Where::Is(test) => matches!(test, Test::Words(_)),
        }
    }

    /// Every ticket fits.
    pub(crate) fn is_everything(&self) -> bool {
        matches!(self, Where::All(all) if all.iter().all(Where::is_everything))
    }
}

impl From<Test> for Where {
    fn from(test: Test) -> Where {
        Where::Is(test)
    }
}

/// One question about a ticket. A list is answered by any of its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Test {
    /// From one number to another, both in.
    Numbers(Vec<(TicketNo, TicketNo)>),
    Customer(Vec<CustomerId>),
    Contact(Vec<ContactId>),
    Contract(Vec<ContractId>),
    /// A code or a name of that field; none: the ticket has none.
    Text(&'static TicketField, Vec<Option<String>>),
    /// The rank of its priority.
    Rank(Vec<u32>),
    /// The number of its support line.
    Line(Vec<u32>),
    State(Vec<State>),
    /// In [from, to), either end open.
    Moment(&'static TicketField, Option<Instant>, Option<Instant>),
    Tag(Vec<String>),
    /// It has no tag.
    Untagged,
    /// It has a clock like this.
    Clock(ClockTest),
    /// All these words stand in its subject or in what was written about it.
    Words(String),
    Flag(Flag),
    /// No clock of it is live.
    Unclocked,
}

impl Test {
    /// A code or a name of the field of that key.
    pub(crate) fn text(key: &str, any: Vec<Option<String>>) -> Test {
        Test::Text(TicketField::row(key), any)
    }

    /// A time of the field of that key in [from, to), either end open.
    pub(crate) fn moment(key: &str, from: Option<Instant>, to: Option<Instant>) -> Test {
        Test::Moment(TicketField::row(key), from, to)
    }
}

/// What is asked of a clock. All that is given must hold for one and the same clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ClockTest {
    /// Empty: any.
    pub milestones: Vec<String>,
    /// What it shows at `now`; empty: anything.
    pub states: Vec<ClockState>,
    /// Live, and due in [from, to).
    pub due: Option<(Option<Instant>, Option<Instant>)>,
    pub now: Instant,
}

/// What a ticket is or is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Flag {
    /// A live clock of it was breached before that instant.
    Overdue(Instant),
    /// Not done, and the customer spoke last.
    Unanswered,
    Courtesy,
    Refused,
    Exempt,
}
