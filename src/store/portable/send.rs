//! The record as lines, piece by piece: a long one takes no more memory than a short one.

use std::collections::VecDeque;

use super::{ContentLine, DeskLine, EndLine, EventLine, RecordLine};
use crate::core::model::{EntryId, EventId};
use crate::store::Store;
use crate::store::chain::{Hash, hex};
use crate::store::engine::{TransactionPurpose, args};
use crate::store::error::StoreError;
use crate::store::event_row::{EVENTS, EventRow};

statements! {
    DESK: "SELECT d.id, d.version, d.program FROM desk d WHERE d.one = 1"
        => "SEARCH d USING INTEGER PRIMARY KEY (rowid=?)";
    HASHES: "SELECT hash FROM content ORDER BY hash"
        => "SCAN content USING COVERING INDEX sqlite_autoindex_content_1";
    CONTENT: "SELECT c.kind, c.body FROM content c WHERE c.hash = $1"
        => "SEARCH c USING INDEX sqlite_autoindex_content_1 (hash=?)";
}

/// Events that are read at a time.
const EACH_TIME: i64 = 500;

/// The lines of a record as it stood when they were asked for, whatever is written or erased
/// meanwhile.
pub(crate) struct RecordLines {
    store: Store,
    ready: VecDeque<RecordLine>,
    contents: VecDeque<Hash>,
    /// The entry that went out last, and the hash of the last event.
    entry: EntryId,
    head: String,
    next: i64,
    last: EventId,
    ended: bool,
}

impl RecordLines {
    /// Those of a desk.
    ///
    /// # Errors
    /// Its file cannot be read.
    pub(crate) fn of(store: Store) -> Result<RecordLines, StoreError> {
        // It ends with the connection, which these lines keep to themselves.
        store.engine.start(TransactionPurpose::Snapshot)?;
        let (id, version, program) = store
            .engine
            .one(DESK, args![], |c| Ok((c.take()?, c.take()?, c.take()?)))?;
        let contents: Vec<Hash> = store.engine.rows(HASHES, args![], |c| c.take())?;
        let last = store.last_event()?;
        let desk = DeskLine {
            id,
            version,
            program,
        };
        Ok(RecordLines {
            store,
            ready: VecDeque::from([RecordLine::Desk(desk)]),
            contents: contents.into(),
            entry: EntryId(0),
            head: String::new(),
            next: 1,
            last,
            ended: false,
        })
    }

    fn more(&mut self) -> Result<(), StoreError> {
        if let Some(hash) = self.contents.pop_front() {
            let (kind, body) = self
                .store
                .engine
                .one(CONTENT, args![hash], |c| Ok((c.take()?, c.take()?)))?;
            self.ready.push_back(RecordLine::Content(ContentLine {
                hash: hex(&hash),
                kind,
                body,
            }));
            return Ok(());
        }
        if self.next <= self.last.0 {
            let to = (self.next + EACH_TIME - 1).min(self.last.0);
            let page = args![self.next, to];
            let events = self.store.engine.rows(EVENTS, page, EventRow::read)?;
            self.next = to + 1;
            return self.page(events);
        }
        self.ended = true;
        self.ready.push_back(RecordLine::End(EndLine {
            entries: self.entry.0,
            events: self.last.0,
            head: std::mem::take(&mut self.head),
        }));
        Ok(())
    }

    /// Events, and before the first of each entry the entry itself.
    fn page(&mut self, events: Vec<EventRow>) -> Result<(), StoreError> {
        let last = events.last().map_or(self.entry, |event| event.entry);
        let begun = EntryId(self.entry.0 + 1);
        let mut entries = self.store.entries_between(begun, last)?.into_iter();
        for event in events {
            if event.entry != self.entry {
                let entry = entries.next().filter(|entry| entry.id == event.entry);
                let entry = entry.ok_or_else(|| StoreError::bug("an event has no entry"))?;
                self.entry = entry.id;
                self.ready.push_back(RecordLine::Entry(entry.into()));
            }
            self.head = hex(&event.hash);
            self.ready
                .push_back(RecordLine::Event(EventLine::from(event)));
        }
        Ok(())
    }
}

impl Iterator for RecordLines {
    type Item = Result<RecordLine, StoreError>;

    fn next(&mut self) -> Option<Result<RecordLine, StoreError>> {
        while self.ready.is_empty() {
            if self.ended {
                return None;
            }
            if let Err(error) = self.more() {
                self.ended = true;
                return Some(Err(error));
            }
        }
        self.ready.pop_front().map(Ok)
    }
}
