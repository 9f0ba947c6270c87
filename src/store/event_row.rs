//! An event as it stands in its rows, byte for byte: what the chain covers.

use super::chain::{self, ChainedEvent, Hash, Salt};
use super::engine::{ColumnError, Engine, RowCells, args};
use super::entry::EntryRow;
use super::error::StoreError;
use super::event;
use crate::core::model::{EntryId, EventId, Stream};
use crate::core::time::Instant;

statements! {
    EVENTS: "SELECT e.id, e.entry, e.ticket, e.customer, e.at, e.kind, e.body, e.hash, p.salt, p.body, p.digest
             FROM event e LEFT JOIN prose p ON p.event = e.id WHERE e.id >= $1 AND e.id <= $2 ORDER BY e.id"
        => "SEARCH e USING INTEGER PRIMARY KEY (rowid>? AND rowid<?); SEARCH p USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN";
    APPEND: "INSERT INTO event (id, entry, ticket, customer, at, kind, body, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        => "";
    TELL: "INSERT INTO prose (event, salt, body, digest) VALUES ($1, $2, $3, $4)" => "";
}

/// The row of an event, and that of what people wrote.
pub(super) struct EventRow {
    pub id: EventId,
    pub entry: EntryId,
    pub stream: Stream,
    pub at: Instant,
    pub kind: String,
    pub body: String,
    pub hash: Hash,
    pub salt: Option<Salt>,
    pub prose: Option<String>,
    /// In the place of prose that was erased.
    pub digest: Option<Hash>,
}

impl EventRow {
    /// Reads what [`EVENTS`] answers.
    pub(super) fn read(c: &mut RowCells<'_>) -> Result<EventRow, ColumnError> {
        Ok(EventRow {
            id: c.take()?,
            entry: c.take()?,
            stream: event::stream(c)?,
            at: c.take()?,
            kind: c.take()?,
            body: c.take()?,
            hash: c.take()?,
            salt: c.take()?,
            prose: c.take()?,
            digest: c.take()?,
        })
    }

    /// The event as the chain sees it.
    pub(super) fn link<'a>(&'a self, entry: &'a EntryRow) -> ChainedEvent<'a> {
        ChainedEvent {
            event: self.id,
            entry,
            stream: self.stream,
            at: self.at,
            kind: &self.kind,
            body: &self.body,
            prose: match (&self.salt, &self.prose) {
                (Some(salt), Some(text)) => Some(chain::digest(salt, text)),
                _ => self.digest,
            },
        }
    }

    /// Writes both rows, as new ones.
    pub(super) fn write(&self, engine: &dyn Engine) -> Result<(), StoreError> {
        let (ticket, customer) = match self.stream {
            Stream::Ticket(number) => (Some(number), None),
            Stream::Customer(id) => (None, Some(id)),
        };
        let row = args![
            self.id, self.entry, ticket, customer, self.at, self.kind, self.body, self.hash
        ];
        engine.run(APPEND, row)?;
        if self.prose.is_some() || self.digest.is_some() {
            let row = args![self.id, self.salt, self.prose, self.digest];
            engine.run(TELL, row)?;
        }
        Ok(())
    }
}
