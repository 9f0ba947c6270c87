//! What can be asked of tickets and of the log. Other lists have tables of their own.

use crate::core::time::Direction;

/// A key of the filter language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FilterKey {
    pub name: &'static str,
    pub kind: Kind,
    /// What it asks, for the help.
    pub says: &'static str,
}

/// What values a key takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A code, a name or an address; which ones there are the desk knows.
    Word,
    /// Words that stand in the text.
    Text,
    /// A period or a range; a weekday looks the given way.
    Time(Direction),
    /// A whole number, or a range with both ends in.
    Number,
    /// An entry of the record: a number that may be written `e48123`.
    Entry,
    /// A state of a ticket, or a group of them.
    State,
    /// A state of a clock, with a milestone in front if wanted.
    Clock,
    /// One of the facts that have a name of their own.
    Is,
    /// A kind of event.
    Event,
}

impl FilterKey {
    pub const fn new(name: &'static str, kind: Kind, says: &'static str) -> FilterKey {
        FilterKey { name, kind, says }
    }
}

const TIME: Kind = Kind::Time(Direction::Either);

const TICKET: [FilterKey; 27] = [
    FilterKey::new("customer", Kind::Word, "whose ticket it is"),
    FilterKey::new("contact", Kind::Word, "the person who asked"),
    FilterKey::new("contract", Kind::Word, "the contract it is under"),
    FilterKey::new("plan", Kind::Word, "the plan it is under"),
    FilterKey::new(
        "priority",
        Kind::Word,
        "what its plan calls so, or 1 for the highest",
    ),
    FilterKey::new(
        "state",
        Kind::State,
        "where it stands; also waiting, active",
    ),
    FilterKey::new("line", Kind::Word, "the support line it is with"),
    FilterKey::new("assignee", Kind::Word, "who has it"),
    FilterKey::new("account-manager", Kind::Word, "of its customer"),
    FilterKey::new("channel", Kind::Word, "how it came in"),
    FilterKey::new("topic", Kind::Word, "what it is about"),
    FilterKey::new("environment", Kind::Word, "where it happens"),
    FilterKey::new("component", Kind::Word, "in what it happens"),
    FilterKey::new("version", Kind::Word, "of the product"),
    FilterKey::new("tag", Kind::Word, "a tag it has"),
    FilterKey::new("ticket", Kind::Number, "its number"),
    FilterKey::new("opened", TIME, "when it was opened"),
    FilterKey::new("responded", TIME, "when the desk first answered"),
    FilterKey::new("resolved", TIME, "when it was resolved"),
    FilterKey::new("closed", TIME, "when it was closed"),
    FilterKey::new("updated", TIME, "when something last happened"),
    FilterKey::new("due", TIME, "when one of its clocks is due"),
    FilterKey::new("follow-up", TIME, "when to look again"),
    FilterKey::new("milestone", Kind::Word, "that a clock is about"),
    FilterKey::new(
        "clock",
        Kind::Clock,
        "what a clock shows: breached, response.met",
    ),
    FilterKey::new(
        "is",
        Kind::Is,
        "overdue, unanswered, courtesy, refused, exempt",
    ),
    FilterKey::new("text", Kind::Text, "words in its subject or texts"),
];

const LOG: [FilterKey; 6] = [
    FilterKey::new("at", Kind::Time(Direction::Past), "when it happened"),
    FilterKey::new(
        "recorded",
        Kind::Time(Direction::Past),
        "when it was written down",
    ),
    FilterKey::new("actor", Kind::Word, "who did it"),
    FilterKey::new("type", Kind::Event, "what kind of event it is"),
    FilterKey::new("entry", Kind::Entry, "the command that wrote it"),
    FilterKey::new("once", Kind::Word, "the key given with `--once`"),
];

/// What can be asked of tickets.
pub const TICKET_KEYS: &[FilterKey] = &TICKET;

/// What can be asked of the log: all of a ticket, and more of the event.
pub const LOG_KEYS: &[FilterKey] = &joined();

const fn joined() -> [FilterKey; TICKET.len() + LOG.len()] {
    let mut all = [LOG[0]; TICKET.len() + LOG.len()];
    let mut place = 0;
    while place < TICKET.len() {
        all[place] = TICKET[place];
        place += 1;
    }
    while place < all.len() {
        all[place] = LOG[place - TICKET.len()];
        place += 1;
    }
    all
}
