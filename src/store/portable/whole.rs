//! A whole record as lines, its hashes as they are.

use std::collections::VecDeque;

use super::rows::{content_line, no_entry};
use super::{EndLine, EventLine, RecordLine};
use crate::core::model::{EntryId, EventId};
use crate::store::Store;
use crate::store::chain::{Hash, hex};
use crate::store::engine::args;
use crate::store::error::StoreError;
use crate::store::event_row::{EVENTS, EventRow};

statements! {
    HASHES: "SELECT hash FROM content ORDER BY hash"
        => "SCAN content USING COVERING INDEX sqlite_autoindex_content_1";
}

/// Events that are read at a time.
const EACH_TIME: i64 = 500;

/// All of it, from its first event on.
pub(super) struct WholeRecord {
    contents: VecDeque<Hash>,
    /// The entry that went out last, and the hash of the last event.
    entry: EntryId,
    head: String,
    next: i64,
    last: EventId,
    ended: bool,
}

impl WholeRecord {
    pub(super) fn of(store: &Store) -> Result<WholeRecord, StoreError> {
        let contents: Vec<Hash> = store.engine.rows(HASHES, args![], |c| c.take())?;
        Ok(WholeRecord {
            contents: contents.into(),
            entry: EntryId(0),
            head: String::new(),
            next: 1,
            last: store.last_event()?,
            ended: false,
        })
    }

    /// The next lines; none behind the last.
    pub(super) fn more(&mut self, store: &Store) -> Result<Vec<RecordLine>, StoreError> {
        if let Some(hash) = self.contents.pop_front() {
            return Ok(vec![content_line(store, &hash)?]);
        }
        if self.next <= self.last.0 {
            let to = (self.next + EACH_TIME - 1).min(self.last.0);
            let page = args![self.next, to];
            let events = store.engine.rows(EVENTS, page, EventRow::read)?;
            self.next = to + 1;
            return self.page(store, events);
        }
        if std::mem::replace(&mut self.ended, true) {
            return Ok(Vec::new());
        }
        Ok(vec![RecordLine::End(EndLine {
            entries: self.entry.0,
            events: self.last.0,
            head: std::mem::take(&mut self.head),
        })])
    }

    /// Events, and before the first of each entry the entry itself.
    fn page(
        &mut self,
        store: &Store,
        events: Vec<EventRow>,
    ) -> Result<Vec<RecordLine>, StoreError> {
        let last = events.last().map_or(self.entry, |event| event.entry);
        let begun = EntryId(self.entry.0 + 1);
        let mut entries = store.entries_between(begun, last)?.into_iter();
        let mut lines = Vec::new();
        for event in events {
            if event.entry != self.entry {
                let entry = entries.next().filter(|entry| entry.id == event.entry);
                let entry = entry.ok_or_else(no_entry)?;
                self.entry = entry.id;
                lines.push(RecordLine::Entry(entry.into()));
            }
            self.head = hex(&event.hash);
            lines.push(RecordLine::Event(EventLine::from(event)));
        }
        Ok(lines)
    }
}
