//! A record out of its lines: each event is held against the chain as it comes.

use std::path::Path;

use super::{ContentLine, EndLine, EntryLine, EventLine, RecordLine};
use crate::core::model::{CustomerId, EntryId, EventId, Stream, TicketNo};
use crate::core::time::Instant;
use crate::store::Store;
use crate::store::chain::{self, ChainedEvent, Hash, Salt, hex, unhex};
use crate::store::content::KEEP;
use crate::store::engine::{self, TransactionPurpose, args};
use crate::store::entry::{ClockSource, EntryRow};
use crate::store::error::StoreError;
use crate::store::file::Replaces;
use crate::store::founding::FOUND;
use crate::store::place::{FilePlaced, place};
use crate::store::schema::{self, VERSION};
use crate::store::writer::{APPEND, ENTER, NewEntry, REMEMBER, Writer};

statements! {
    TELL: "INSERT INTO prose (event, salt, body, digest) VALUES ($1, $2, $3, $4)" => "";
    UNDONE: "INSERT INTO undone (entry, by_entry, stands) VALUES ($1, $2, $3)" => "";
}

/// Why a line is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum LineFault {
    /// It cannot be read.
    NoLine(String),
    /// It does not begin with the desk, or a line stands where it cannot.
    OutOfOrder,
    /// A newer program wrote it: the version of its record, and ours.
    Newer(i64, i64),
    /// The content of that hash is another.
    Content(String),
    /// The event of that number does not follow from those before it.
    Chain(i64),
    /// The end says another number of events, or another last hash.
    End,
    /// The lines stop before the end.
    CutOff,
}

/// Why a record does not come in.
#[derive(Debug)]
pub(crate) enum ReceiveError {
    /// A line of it.
    Line(LineFault),
    /// The file.
    Store(StoreError),
}

impl From<LineFault> for ReceiveError {
    fn from(fault: LineFault) -> ReceiveError {
        ReceiveError::Line(fault)
    }
}

impl From<StoreError> for ReceiveError {
    fn from(error: StoreError) -> ReceiveError {
        ReceiveError::Store(error)
    }
}

/// A record on its way in.
pub(crate) struct Receiver<'s> {
    store: &'s Store,
    head: Option<Hash>,
    entry: Option<EntryRow>,
    last: i64,
    ended: bool,
}

impl Receiver<'_> {
    /// Takes the next line.
    ///
    /// # Errors
    /// Why it is not taken; then nothing is.
    pub(crate) fn take(&mut self, line: RecordLine) -> Result<(), ReceiveError> {
        match (line, self.head.is_some(), self.ended) {
            (RecordLine::Desk(desk), false, false) => {
                if desk.version > VERSION {
                    return Err(LineFault::Newer(desk.version, VERSION).into());
                }
                self.head = Some(chain::root(&desk.id));
                let row = args![desk.id, VERSION, desk.program];
                Ok(self.store.engine.run(FOUND, row).map(|_| ())?)
            }
            (RecordLine::Content(content), true, false) if self.last == 0 => self.content(&content),
            (RecordLine::Entry(entry), true, false) => self.enter(entry),
            (RecordLine::Event(event), true, false) => self.append(&event),
            (RecordLine::End(end), true, false) => self.end(&end),
            _ => Err(LineFault::OutOfOrder.into()),
        }
    }

    fn content(&self, content: &ContentLine) -> Result<(), ReceiveError> {
        let hash = chain::of_content(&content.body);
        if hex(&hash) != content.hash {
            return Err(LineFault::Content(content.hash.clone()).into());
        }
        let row = args![hash, content.kind, content.body];
        Ok(self.store.engine.run(KEEP, row).map(|_| ())?)
    }

    fn enter(&mut self, line: EntryLine) -> Result<(), ReceiveError> {
        let given = ClockSource::of_number(line.given).ok_or(LineFault::OutOfOrder)?;
        let entry = EntryRow {
            id: EntryId(line.id),
            recorded: Instant(line.recorded),
            given,
            actor: line.actor,
            login: line.login,
            once: line.once,
            first: EventId(line.first),
        };
        let known = self.entry.as_ref().map_or(0, |entry| entry.id.0);
        if entry.id.0 != known + 1 || entry.first.0 != self.last + 1 {
            return Err(LineFault::OutOfOrder.into());
        }
        let row = args![
            entry.id,
            entry.recorded,
            entry.given,
            entry.actor,
            entry.login,
            entry.once,
            entry.first
        ];
        self.store.engine.run(ENTER, row)?;
        self.entry = Some(entry);
        Ok(())
    }

    fn append(&mut self, line: &EventLine) -> Result<(), ReceiveError> {
        let broken = || ReceiveError::from(LineFault::Chain(line.id));
        let (Some(entry), Some(head)) = (&self.entry, &self.head) else {
            return Err(LineFault::OutOfOrder.into());
        };
        let stream = match (line.ticket, line.customer) {
            (Some(number), None) => Stream::Ticket(TicketNo(number)),
            (None, Some(id)) => Stream::Customer(CustomerId(id)),
            _ => return Err(broken()),
        };
        let salt: Option<Salt> = line.salt.as_deref().and_then(salt);
        let erased = line.digest.as_deref().and_then(unhex);
        let digest = match (&salt, &line.prose) {
            (Some(salt), Some(text)) => Some(chain::digest(salt, text)),
            _ => erased,
        };
        let link = ChainedEvent {
            event: EventId(line.id),
            entry,
            stream,
            at: Instant(line.at),
            kind: &line.kind,
            body: &line.body,
            prose: digest,
        };
        let hash = link.hash(head);
        if line.id != self.last + 1 || line.entry != entry.id.0 || hex(&hash) != line.hash {
            return Err(broken());
        }
        let row = args![
            line.id,
            line.entry,
            line.ticket,
            line.customer,
            line.at,
            line.kind,
            line.body,
            hash
        ];
        self.store.engine.run(APPEND, row)?;
        if digest.is_some() {
            let row = args![line.id, salt, line.prose, erased];
            self.store.engine.run(TELL, row)?;
        }
        self.last = line.id;
        self.head = Some(hash);
        Ok(())
    }

    fn end(&mut self, end: &EndLine) -> Result<(), ReceiveError> {
        let head = self.head.as_ref().map(|head| hex(head));
        let entries = self.entry.as_ref().map_or(0, |entry| entry.id.0);
        if end.events != self.last || end.entries != entries || Some(&end.head) != head.as_ref() {
            return Err(LineFault::End.into());
        }
        self.ended = true;
        Ok(())
    }
}

fn salt(text: &str) -> Option<Salt> {
    // a salt is half as long as a hash
    let whole = unhex(&format!("{text}{}", "0".repeat(32)))?;
    let (salt, _) = whole.split_at(16);
    salt.try_into().ok().filter(|_| text.len() == 32)
}

impl Store {
    /// Makes a desk out of the lines of a record: `lines` hands them over, and `caches` writes what
    /// follows from them. All of it or nothing.
    ///
    /// # Errors
    /// A line that is not taken; a file of that name that is not to be replaced, or a folder that
    /// cannot be written.
    pub(crate) fn receive<E: From<ReceiveError> + From<StoreError>>(
        path: &Path,
        replaces: Replaces,
        by: NewEntry,
        lines: impl FnOnce(&mut Receiver<'_>) -> Result<(), E>,
        caches: impl FnOnce(&mut Writer<'_>) -> Result<(), E>,
    ) -> Result<FilePlaced, E> {
        let (engine, new) = engine::create(path, replaces)?;
        let store = Store::on(engine);
        let transaction = store.engine.begin(TransactionPurpose::Write)?;
        schema::make(&*store.engine)?;
        let mut receiver = Receiver {
            store: &store,
            head: None,
            entry: None,
            last: 0,
            ended: false,
        };
        lines(&mut receiver)?;
        if !receiver.ended {
            return Err(E::from(ReceiveError::Line(LineFault::CutOff)));
        }
        let mut writer = store.writer(transaction, by)?;
        caches(&mut writer)?;
        writer.commit()?;
        store.engine.prepare_to_write()?;
        drop(store);
        Ok(place(new, path, replaces)?)
    }
}

impl Writer<'_> {
    /// Writes what is kept by entry and by word, as it follows from the record: which entries were
    /// taken back, which keys are used, which words filters know. `words_of` says which the terms
    /// of a hash bring along.
    ///
    /// # Errors
    /// The record is not whole, or the file cannot be written.
    pub(crate) fn index_record(
        &mut self,
        words_of: impl Fn(&str) -> Vec<(&'static str, String)>,
    ) -> Result<(), StoreError> {
        let walked = self.walked()?;
        for (entry, by, stands) in walked.undone {
            self.engine.run(UNDONE, args![entry, by, stands])?;
        }
        for (key, entry) in walked.once {
            self.engine.run(REMEMBER, args![key, entry])?;
        }
        let mut words = walked.words;
        for (event, terms) in walked.pins {
            for (field, word) in words_of(&terms) {
                words.add(field, &word, event);
            }
        }
        self.write_words(&words)
    }
}
