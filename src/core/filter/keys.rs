//! What can be asked of tickets, by the table of their fields, and of the log. Other lists have
//! tables of their own.

use crate::core::model::{FIELDS, FilterKind, TicketField};
use crate::core::time::Direction;

/// A key of the filter language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FilterKey {
    /// What people type before the colon.
    pub name: &'static str,
    /// What may stand after it.
    pub kind: KeyKind,
}

/// What values a key takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyKind {
    /// A code, a name or an address; which ones there are the desk knows: another is an error.
    Known,
    /// Somebody of the desk; `me` is who asks.
    Person,
    /// A ticket's number, or a range of them; one that stands alone was given.
    Ticket,
    /// A contract: its number, a range of them, or the customer that has it in force.
    Contract,
    /// Anyone's word; what fits nothing is an empty answer.
    Word,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// Words that stand in the text.
    Text,
    /// A period or a range; a weekday looks the given way.
    Time(Direction),
    /// A whole number, or a range with both ends in.
    Number,
    /// An entry of the record: a number that may be written `e48123`; one that stands alone was
    /// written.
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
    /// A key of this name and kind.
    pub const fn new(name: &'static str, kind: KeyKind) -> FilterKey {
        FilterKey { name, kind }
    }
}

/// How a field of tickets is asked, as a key.
const fn key(field: &TicketField) -> Option<FilterKey> {
    let kind = match field.asked {
        None => return None,
        Some(FilterKind::Known) => KeyKind::Known,
        Some(FilterKind::Anyones) => KeyKind::Word,
        Some(FilterKind::Time) => KeyKind::Time(Direction::Either),
        Some(FilterKind::Person) => KeyKind::Person,
        Some(FilterKind::Ticket) => KeyKind::Ticket,
        Some(FilterKind::Contract) => KeyKind::Contract,
        Some(FilterKind::State) => KeyKind::State,
        Some(FilterKind::Clock) => KeyKind::Clock,
        Some(FilterKind::Is) => KeyKind::Is,
        Some(FilterKind::Text) => KeyKind::Text,
    };
    Some(FilterKey::new(field.typed, kind))
}

const fn asked() -> usize {
    let (mut place, mut asked) = (0, 0);
    while place < FIELDS.len() {
        asked += FIELDS[place].asked.is_some() as usize;
        place += 1;
    }
    asked
}

const TICKET: [FilterKey; asked()] = {
    let mut keys = [FilterKey::new("", KeyKind::Text); asked()];
    let (mut place, mut filled) = (0, 0);
    while place < FIELDS.len() {
        if let Some(key) = key(&FIELDS[place]) {
            keys[filled] = key;
            filled += 1;
        }
        place += 1;
    }
    keys
};

const LOG: [FilterKey; 6] = [
    FilterKey::new("at", KeyKind::Time(Direction::Past)),
    FilterKey::new("recorded", KeyKind::Time(Direction::Past)),
    FilterKey::new("actor", KeyKind::Person),
    FilterKey::new("type", KeyKind::Event),
    FilterKey::new("entry", KeyKind::Entry),
    FilterKey::new("once", KeyKind::Word),
];

const OF_CLOCKS: [FilterKey; 3] = [
    FilterKey::new("held-by", KeyKind::Person),
    FilterKey::new("held-line", KeyKind::Known),
    FilterKey::new("kind", KeyKind::Known),
];

/// What can be asked of tickets.
pub const TICKET_KEYS: &[FilterKey] = &TICKET;

/// What can be asked of lists of clocks: all of a ticket, whose a clock is, and of which kind of
/// tickets its target.
pub const CLOCK_KEYS: &[FilterKey] = &joined::<{ TICKET.len() + OF_CLOCKS.len() }>(&OF_CLOCKS);

/// What can be asked of reports on people: all of a ticket, and whose a clock is.
pub const PEOPLE_KEYS: &[FilterKey] = &joined::<{ TICKET.len() + 1 }>(&[OF_CLOCKS[0]]);

/// What can be asked of the log: all of a ticket, and more of the event.
pub const LOG_KEYS: &[FilterKey] = &joined::<{ TICKET.len() + LOG.len() }>(&LOG);

const fn joined<const ALL: usize>(more: &[FilterKey]) -> [FilterKey; ALL] {
    let mut all = [more[0]; ALL];
    let mut place = 0;
    while place < TICKET.len() {
        all[place] = TICKET[place];
        place += 1;
    }
    while place < all.len() {
        all[place] = more[place - TICKET.len()];
        place += 1;
    }
    all
}
