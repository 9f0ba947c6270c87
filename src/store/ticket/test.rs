//! What a filter asks of a ticket, as data. The words people type are read elsewhere; here is
//! what the tables can answer.

use super::search::SearchMatch;
use crate::core::model::{ContactId, ContractId, CustomerId, State, TicketField, TicketNo};
use crate::core::sla::ClockState;
use crate::core::time::Instant;

/// A condition on a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Condition {
    /// All of these; of none: every ticket.
    All(Vec<Condition>),
    /// One of these at least; of none: no ticket.
    Any(Vec<Condition>),
    Not(Box<Condition>),
    Is(TicketTest),
}

impl Condition {
    /// Every ticket.
    pub(crate) fn everything() -> Condition {
        Condition::All(Vec::new())
    }

    /// This and that.
    pub(crate) fn and(self, other: Condition) -> Condition {
        match self {
            Condition::All(mut all) => {
                all.push(other);
                Condition::All(all)
            }
            this => Condition::All(vec![this, other]),
        }
    }

    /// The opposite.
    pub(crate) fn negated(self) -> Condition {
        Condition::Not(Box::new(self))
    }

    /// The words that every ticket of this must have, when it is words first of all.
    pub(in crate::store) fn leading_words(&self) -> Option<&SearchMatch> {
        match self {
            Condition::Is(TicketTest::Words(wanted)) => wanted.asks().then_some(wanted),
            Condition::Any(any) if any.len() == 1 => any[0].leading_words(),
            Condition::All(all) => all.iter().find_map(Condition::leading_words),
            _ => None,
        }
    }

    /// The same but for the words that lead.
    pub(in crate::store) fn without_leading_words(&self) -> Condition {
        match self {
            Condition::Is(TicketTest::Words(_)) => Condition::everything(),
            Condition::Any(any) if any.len() == 1 => any[0].without_leading_words(),
            Condition::All(all) => {
                let mut rest = all.clone();
                let leads = rest.iter_mut().find(|each| each.leading_words().is_some());
                if let Some(leads) = leads {
                    *leads = leads.without_leading_words();
                }
                Condition::All(rest)
            }
            other => other.clone(),
        }
    }

    /// Whether words are looked for anywhere in it.
    pub(crate) fn asks_words(&self) -> bool {
        match self {
            Condition::All(all) | Condition::Any(all) => all.iter().any(Condition::asks_words),
            Condition::Not(inner) => inner.asks_words(),
            Condition::Is(test) => matches!(test, TicketTest::Words(_)),
        }
    }

    /// Every ticket fits.
    pub(crate) fn is_everything(&self) -> bool {
        matches!(self, Condition::All(all) if all.iter().all(Condition::is_everything))
    }
}

impl From<TicketTest> for Condition {
    fn from(test: TicketTest) -> Condition {
        Condition::Is(test)
    }
}

/// One question about a ticket. A list is answered by any of its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TicketTest {
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
    /// It came from one of these tools.
    CameFrom(Vec<String>),
    /// It has a clock like this.
    Clock(ClockTest),
    /// It stands in its subjects or in what was written about it.
    Words(SearchMatch),
    Flag(Flag),
    /// No clock of it is live.
    Unclocked,
}

impl TicketTest {
    /// A code or a name of the field of that key.
    pub(crate) fn text(key: &str, any: Vec<Option<String>>) -> TicketTest {
        TicketTest::Text(TicketField::row(key), any)
    }

    /// A time of the field of that key in [from, to), either end open.
    pub(crate) fn moment(key: &str, from: Option<Instant>, to: Option<Instant>) -> TicketTest {
        TicketTest::Moment(TicketField::row(key), from, to)
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
    /// A live clock of it runs, is not breached, and little of its target is left at that instant.
    AtRisk(Instant),
    /// Not done, and the customer spoke last.
    Unanswered,
    Courtesy,
    Refused,
    Exempt,
}
