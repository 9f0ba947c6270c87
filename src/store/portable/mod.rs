//! A record as lines of JSON: what it is made of, in its order, with the bytes that its hashes cover
//! as they are.
//!
//! The record of some customers is a record of its own: [`part`] says what of the desk's is theirs.
//!
//! First the desk, then the contents that events name, then each entry with its events behind it,
//! then the end: a file that lacks it was cut off.

pub(in crate::store) mod part;
mod part_asked;
mod part_lines;
mod part_words;
pub(in crate::store) mod receive;
pub(in crate::store) mod rows;
mod send;
pub(in crate::store) mod whole;

use serde::{Deserialize, Serialize};

use super::chain::{bytes, hex, unhex};
use super::entry::{ClockSource, EntryRow};
use super::event_row::EventRow;
use crate::core::model::{CustomerId, EntryId, EventId, Stream, TicketNo};
use crate::core::time::Instant;

pub(crate) use part_asked::PartAsked;
pub(crate) use receive::{Destination, LineFault, ReceiveError, Received, Receiver};
pub(crate) use send::RecordLines;

/// A line of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) enum RecordLine {
    Desk(DeskLine),
    Content(ContentLine),
    Entry(EntryLine),
    Event(EventLine),
    End(EndLine),
}

/// Whose record it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DeskLine {
    /// The first link of the chain.
    pub id: String,
    /// Of the shape of the record.
    pub version: i64,
    /// The program that founded it.
    pub program: String,
}

/// Terms, days or the rules of a zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ContentLine {
    pub hash: String,
    pub kind: String,
    pub body: String,
}

/// What one command wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EntryLine {
    pub id: i64,
    pub recorded: i64,
    pub given: i64,
    pub actor: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub login: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub once: Option<String>,
    pub first: i64,
}

/// One fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EventLine {
    pub id: i64,
    pub entry: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ticket: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<i64>,
    pub at: i64,
    pub kind: String,
    /// As it is hashed, byte for byte.
    pub body: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub salt: Option<String>,
    /// What people wrote, as it is hashed with the salt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prose: Option<String>,
    /// In the place of prose that was erased.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
    pub hash: String,
}

/// Nothing comes behind it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EndLine {
    pub entries: i64,
    pub events: i64,
    /// The hash of the last event.
    pub head: String,
}

impl From<EntryRow> for EntryLine {
    fn from(row: EntryRow) -> EntryLine {
        EntryLine {
            id: row.id.0,
            recorded: row.recorded.0,
            given: row.given.number(),
            actor: row.actor,
            login: row.login,
            once: row.once,
            first: row.first.0,
        }
    }
}

impl EntryLine {
    /// None when it cannot be one.
    fn into_row(self) -> Option<EntryRow> {
        Some(EntryRow {
            id: EntryId(self.id),
            recorded: Instant(self.recorded),
            given: ClockSource::of_number(self.given)?,
            actor: self.actor,
            login: self.login,
            once: self.once,
            first: EventId(self.first),
        })
    }
}

impl From<EventRow> for EventLine {
    fn from(row: EventRow) -> EventLine {
        let (ticket, customer) = match row.stream {
            Stream::Ticket(number) => (Some(number.0), None),
            Stream::Customer(id) => (None, Some(id.0)),
        };
        EventLine {
            id: row.id.0,
            entry: row.entry.0,
            ticket,
            customer,
            at: row.at.0,
            kind: row.kind,
            body: row.body,
            salt: row.salt.map(|salt| hex(&salt)),
            prose: row.prose,
            digest: row.digest.map(|digest| hex(&digest)),
            hash: hex(&row.hash),
        }
    }
}

impl EventLine {
    /// None when it cannot be one: of two streams or none, or with a text that no hash covers.
    fn into_row(self) -> Option<EventRow> {
        let stream = match (self.ticket, self.customer) {
            (Some(number), None) => Stream::Ticket(TicketNo(number)),
            (None, Some(id)) => Stream::Customer(CustomerId(id)),
            _ => return None,
        };
        let (salt, digest) = match (self.salt, &self.prose, self.digest) {
            (Some(salt), Some(_), None) => (Some(bytes(&salt)?), None),
            (None, None, Some(digest)) => (None, Some(unhex(&digest)?)),
            (None, None, None) => (None, None),
            _ => return None,
        };
        Some(EventRow {
            id: EventId(self.id),
            entry: EntryId(self.entry),
            stream,
            at: Instant(self.at),
            kind: self.kind,
            body: self.body,
            hash: unhex(&self.hash)?,
            salt,
            prose: self.prose,
            digest,
        })
    }
}
