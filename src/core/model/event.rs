//! One fact in the record, with who knew it when.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::{CustomerId, EntryId, EventId, Fact, TicketNo};
use crate::core::time::Instant;

/// Whose history an event belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stream {
    /// A ticket's.
    Ticket(TicketNo),
    /// A customer's (contacts, contracts); [`CustomerId::DESK`] is the desk's own.
    Customer(CustomerId),
}

/// A fact as it stands in the record.
///
/// State is the fold in order of (`at`, `id`); what was known is a prefix by `id`.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its number in the record, in the order of knowing.
    pub id: EventId,
    /// What one command wrote: the unit of undo, of as-of and of a seal.
    pub entry: EntryId,
    /// Whose history it belongs to.
    pub stream: Stream,
    /// When it happened.
    pub at: Instant,
    /// When it was written, by the clock as it stood.
    pub recorded: Instant,
    /// The present in which it was written: that clock, or what another one that ran ahead of it
    /// had written before. Late entries and what a correction takes back are judged by it.
    pub present: Instant,
    /// The staff key of who wrote it.
    pub actor: String,
    /// What happened.
    pub fact: Fact,
    /// Whether it may take a breach off the record (`--corrects`); the reason is in its prose.
    pub corrects: bool,
}

impl AsRef<Event> for Event {
    fn as_ref(&self) -> &Event {
        self
    }
}

/// What people wrote and who they are: kept apart from the fact, so that it can be erased on
/// demand without breaking the record's chain.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EventText {
    /// What was said or written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What a ticket is about, in one line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// A person's or a customer's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// A person's address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// A person's telephone number, as given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// To whom an estimate was told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub told: Option<String>,
    /// Why a correction is one (`--corrects REASON`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub corrects: Option<String>,
    /// The addresses of those of whom the rulings of an opening speak.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<String>,
    /// Why a rule was forgiven (`--override RULE`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

impl EventText {
    /// What was said, and nothing besides.
    ///
    /// ```
    /// use sladesk::core::model::EventText;
    /// assert!(EventText::saying(None).is_empty());
    /// ```
    pub fn saying(text: Option<String>) -> EventText {
        EventText {
            text,
            ..EventText::default()
        }
    }

    /// Nothing personal was written.
    pub fn is_empty(&self) -> bool {
        *self == EventText::default()
    }
}

/// The entries that were taken back in a stream, each with the event that took it back; taking
/// back an undo brings its entry back. An entry can take back only what stood before it.
///
/// ```
/// use sladesk::core::model::{
///     Event, EventId, EntryId, Fact, Noted, Stream, TicketNo, Undone, undoing,
/// };
/// use sladesk::core::time::Instant;
/// let event = |id: i64, fact: Fact| Event {
///     id: EventId(id), entry: EntryId(id), stream: Stream::Ticket(TicketNo(1)),
///     at: Instant(id), recorded: Instant(id), present: Instant(id), actor: "minh".to_owned(), fact, corrects: false,
/// };
/// let events = [
///     event(1, Noted {}.into()),
///     event(2, Undone { entry: EntryId(1) }.into()),
/// ];
/// assert_eq!(undoing(events.iter())[&EntryId(1)].id, EventId(2));
/// ```
pub fn undoing<'e>(events: impl Iterator<Item = &'e Event>) -> HashMap<EntryId, &'e Event> {
    let mut undone: HashMap<EntryId, &Event> = HashMap::new();
    let mut undos: Vec<(&Event, EntryId)> = events
        .filter_map(|event| match &event.fact {
            Fact::Undone(undo) => Some((event, undo.entry)),
            _ => None,
        })
        .collect();
    undos.sort_by_key(|(event, _)| std::cmp::Reverse(event.id));
    for (event, entry) in undos {
        if entry < event.entry && !undone.contains_key(&event.entry) {
            undone.entry(entry).or_insert(event);
        }
    }
    undone
}

/// The entries that were taken back in a stream.
pub fn undone_entries<'e>(events: impl Iterator<Item = &'e Event>) -> HashSet<EntryId> {
    undoing(events).into_keys().collect()
}

/// The events of a ticket that were written while it was not of certain customers, by what was known then.
/// They stand in the order of knowing; what takes the ticket to or from one of theirs is not theirs
/// alone.
///
/// ```
/// use sladesk::core::model::{
///     CustomerId, EntryId, Event, EventId, Moved, Noted, Opened, Stream, TicketNo, Undone,
///     written_elsewhere,
/// };
/// use sladesk::core::time::Instant;
/// let event = |id: i64, fact| Event {
///     id: EventId(id), entry: EntryId(id), stream: Stream::Ticket(TicketNo(1)),
///     at: Instant(id), recorded: Instant(id), present: Instant(id), actor: "minh".to_owned(), fact, corrects: false,
/// };
/// let to = |customer| Moved { customer: CustomerId(customer), contract: None, terms: None, allowance: None };
/// let events = [
///     event(1, Opened::by(CustomerId(1)).into()),
///     event(2, to(2).into()),
///     event(3, Noted {}.into()),
///     event(4, Undone { entry: EntryId(2) }.into()),
/// ];
/// let elsewhere = |of: i64| {
///     let found = written_elsewhere(&events, |customer| customer == CustomerId(of));
///     found.iter().map(|id| id.0).collect::<Vec<i64>>()
/// };
/// assert_eq!(elsewhere(1), [2, 3]);
/// assert_eq!(elsewhere(2), [1, 2, 4]);
/// ```
pub fn written_elsewhere(events: &[Event], is_theirs: impl Fn(CustomerId) -> bool) -> Vec<EventId> {
    let says = |fact: &Fact| matches!(fact, Fact::Opened(_) | Fact::Moved(_) | Fact::Undone(_));
    let mut theirs = false;
    let mut elsewhere = Vec::new();
    for (place, event) in events.iter().enumerate() {
        let before = theirs;
        if says(&event.fact) {
            theirs = owner(&events[..=place]).is_some_and(&is_theirs);
        }
        let comes = matches!(event.fact, Fact::Moved(_)) && !before;
        if !theirs || comes {
            elsewhere.push(event.id);
        }
    }
    elsewhere
}

/// Whose a ticket is after these events.
fn owner(events: &[Event]) -> Option<CustomerId> {
    let undone = undone_entries(events.iter());
    // one whose opening was taken back is whose it was opened for
    let owners = events.iter().filter_map(|event| match &event.fact {
        Fact::Opened(opened) => Some((event.at, event.id, opened.customer)),
        Fact::Moved(moved) if !undone.contains(&event.entry) => {
            Some((event.at, event.id, moved.customer))
        }
        _ => None,
    });
    let last = owners.max_by_key(|(at, id, _)| (*at, *id));
    last.map(|(_, _, customer)| customer)
}
