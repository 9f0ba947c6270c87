//! The record as lines, piece by piece: a long one takes no more memory than a short one.

use std::collections::VecDeque;

use super::{ContentLine, DeskLine, EndLine, EntryLine, EventLine, RecordLine};
use crate::core::model::{EntryId, EventId, Stream};
use crate::store::Store;
use crate::store::chain::{Hash, Salt, hex};
use crate::store::engine::args;
use crate::store::entry::EntryRow;
use crate::store::error::StoreError;
use crate::store::event;

statements! {
    DESK: "SELECT d.id, d.version, d.program FROM desk d WHERE d.one = 1"
        => "SEARCH d USING INTEGER PRIMARY KEY (rowid=?)";
    HASHES: "SELECT hash FROM content ORDER BY hash"
        => "SCAN content USING COVERING INDEX sqlite_autoindex_content_1";
    CONTENT: "SELECT c.kind, c.body FROM content c WHERE c.hash = $1"
        => "SEARCH c USING INDEX sqlite_autoindex_content_1 (hash=?)";
    PAGE: "SELECT e.id, e.entry, e.ticket, e.customer, e.at, e.kind, e.body, e.hash, p.salt, p.body, p.digest
           FROM event e LEFT JOIN prose p ON p.event = e.id WHERE e.id >= $1 AND e.id <= $2 ORDER BY e.id"
        => "SEARCH e USING INTEGER PRIMARY KEY (rowid>? AND rowid<?); SEARCH p USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN";
}

/// Events that are read at a time.
const EACH_TIME: i64 = 500;

/// The lines of a record as it stood when they were asked for; what is written meanwhile is not in
/// them.
pub(crate) struct RecordLines {
    store: Store,
    ready: VecDeque<RecordLine>,
    contents: VecDeque<Hash>,
    entry: Option<EntryRow>,
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
        let (id, version, program) = store
            .engine
            .one(DESK, args![], |c| Ok((c.take()?, c.take()?, c.take()?)))?;
        let last = store.last_event()?;
        let contents: Vec<Hash> = store.engine.rows(HASHES, args![], |c| c.take())?;
        let desk = DeskLine {
            id,
            version,
            program,
        };
        Ok(RecordLines {
            store,
            ready: VecDeque::from([RecordLine::Desk(desk)]),
            contents: contents.into(),
            entry: None,
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
            let to = EventId((self.next + EACH_TIME - 1).min(self.last.0));
            let events = self.page(EventId(self.next), to)?;
            self.next = to.0 + 1;
            for event in events {
                self.enter(EntryId(event.entry))?;
                self.ready.push_back(RecordLine::Event(event));
            }
            return Ok(());
        }
        self.ended = true;
        let head = self.page(self.last, self.last)?.pop();
        self.ready.push_back(RecordLine::End(EndLine {
            entries: self.entry.as_ref().map_or(0, |entry| entry.id.0),
            events: self.last.0,
            head: head.map_or_else(String::new, |event| event.hash),
        }));
        Ok(())
    }

    /// The entry of the next event, where it is another than that of the last one.
    fn enter(&mut self, id: EntryId) -> Result<(), StoreError> {
        if self.entry.as_ref().is_some_and(|entry| entry.id == id) {
            return Ok(());
        }
        let row = self.store.entry(id)?;
        let row = row.ok_or_else(|| StoreError::bug("an event has no entry"))?;
        self.ready.push_back(RecordLine::Entry(EntryLine {
            id: row.id.0,
            recorded: row.recorded.0,
            given: row.given.number(),
            actor: row.actor.clone(),
            login: row.login.clone(),
            once: row.once.clone(),
            first: row.first.0,
        }));
        self.entry = Some(row);
        Ok(())
    }

    fn page(&self, from: EventId, to: EventId) -> Result<Vec<EventLine>, StoreError> {
        self.store.engine.rows(PAGE, args![from, to], |c| {
            let (id, entry) = (c.take::<EventId>()?, c.take::<EntryId>()?);
            let (ticket, customer) = match event::stream(c)? {
                Stream::Ticket(number) => (Some(number.0), None),
                Stream::Customer(id) => (None, Some(id.0)),
            };
            let (at, kind, body) = (c.take()?, c.take()?, c.take()?);
            let hash: Hash = c.take()?;
            let salt: Option<Salt> = c.take()?;
            let prose = c.take()?;
            let digest: Option<Hash> = c.take()?;
            Ok(EventLine {
                id: id.0,
                entry: entry.0,
                ticket,
                customer,
                at,
                kind,
                body,
                salt: salt.map(|salt| hex(&salt)),
                prose,
                digest: digest.map(|digest| hex(&digest)),
                hash: hex(&hash),
            })
        })
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
