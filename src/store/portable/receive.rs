//! A record out of its lines: each event is held against the chain as it comes.

use std::path::Path;

use super::{ContentLine, EndLine, EntryLine, EventLine, RecordLine};
use crate::core::model::{CustomerId, Fact, Stream};
use crate::store::Store;
use crate::store::as_of::AsOf;
use crate::store::backup::{Stats, must_be_no_link};
use crate::store::chain::{self, Hash, hex};
use crate::store::content::KEEP;
use crate::store::engine::{self, Access, NewDesk, TransactionPurpose, args, is_on_server};
use crate::store::entry::EntryRow;
use crate::store::error::StoreError;
use crate::store::event_row::EventRow;
use crate::store::file::takes_new;
use crate::store::founding::FOUND;
use crate::store::place::{FilePlaced, place_new};
use crate::store::schema::{self, VERSION};
use crate::store::seal::Seal;
use crate::store::writer::{NewEntry, REMEMBER, Writer};

statements! {
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
    /// Each follows from those before it, and yet they do not make a whole record: what is wrong
    /// with it.
    Flawed(String),
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
                // an earlier program's record gets the tables of this one
                let program = match desk.version == VERSION {
                    true => desk.program,
                    false => env!("CARGO_PKG_VERSION").to_owned(),
                };
                let row = args![desk.id, VERSION, program];
                Ok(self.store.engine.run(FOUND, row).map(|_| ())?)
            }
            (RecordLine::Content(content), true, false) if self.last == 0 => self.content(&content),
            (RecordLine::Entry(entry), true, false) => self.enter(entry),
            (RecordLine::Event(event), true, false) => self.append(event),
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
        let entry = line.into_row().ok_or(LineFault::OutOfOrder)?;
        let known = self.entry.as_ref().map_or(0, |entry| entry.id.0);
        if entry.id.0 != known + 1 || entry.first.0 != self.last + 1 {
            return Err(LineFault::OutOfOrder.into());
        }
        entry.write(&*self.store.engine)?;
        self.entry = Some(entry);
        Ok(())
    }

    fn append(&mut self, line: EventLine) -> Result<(), ReceiveError> {
        let (Some(entry), Some(head)) = (&self.entry, &self.head) else {
            return Err(LineFault::OutOfOrder.into());
        };
        let broken = LineFault::Chain(line.id);
        let follows = |row: &EventRow| {
            row.id.0 == self.last + 1
                && row.entry == entry.id
                && row.link(entry).hash(head) == row.hash
        };
        let row = line.into_row().filter(follows).ok_or(broken)?;
        row.write(&*self.store.engine)?;
        self.last = row.id.0;
        self.head = Some(row.hash);
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

/// Where a record is to come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Destination<'p> {
    /// The desk of that name, which is not there or empty.
    Desk(&'p Path),
    /// Nowhere: it is only looked at whether it could.
    Nowhere,
}

/// A record that came in, or could.
#[derive(Debug)]
pub(crate) struct Received {
    pub stats: Stats,
    pub seal: Seal,
    pub placed: FilePlaced,
}

impl Store {
    /// Whether a record may come in at `path`: where nothing is, or a desk that nobody has written
    /// to since it was founded.
    ///
    /// # Errors
    /// It may not: why.
    pub(crate) fn takes_record(path: &Path) -> Result<(), StoreError> {
        let store = match is_on_server(path) {
            true => match Store::open(path, Access::Read) {
                Err(StoreError::Missing { .. }) => return Ok(()),
                opened => opened?,
            },
            false if takes_new(path) => return Ok(()),
            false => {
                must_be_no_link(path)?;
                Store::open(path, Access::Read)?
            }
        };
        let _still = store.snapshot()?;
        store.must_be_untouched()
    }

    /// Nobody has written to it since it was founded.
    fn must_be_untouched(&self) -> Result<(), StoreError> {
        let desk = self.events(Stream::Customer(CustomerId::DESK), AsOf::All)?;
        let founding = |fact: &Fact| matches!(fact, Fact::Founded(_) | Fact::ZoneAdopted(_));
        let only = desk.iter().all(|event| founding(&event.fact));
        match only && usize::try_from(self.last_event()?.0) == Ok(desk.len()) {
            true => Ok(()),
            false => Err(StoreError::NotEmpty {
                path: self.path().to_owned(),
            }),
        }
    }

    /// Makes a desk out of the lines of a record: `lines` hands them over, and `caches` writes what
    /// follows from them. All of it or nothing.
    ///
    /// # Errors
    /// A line that is not taken; what is there takes no record, or no longer; a folder that cannot
    /// be written.
    pub(crate) fn receive<E: From<ReceiveError> + From<StoreError>>(
        to: Destination<'_>,
        by: NewEntry,
        lines: impl FnOnce(&mut Receiver<'_>) -> Result<(), E>,
        caches: impl FnOnce(&mut Writer<'_>) -> Result<(), E>,
    ) -> Result<Received, E> {
        let (engine, new) = match to {
            Destination::Desk(path) => {
                let (engine, new) = engine::create(path)?;
                (engine, Some((new, path)))
            }
            Destination::Nowhere => (engine::create_nameless()?, None),
        };
        let store = Store::on(engine);
        if matches!(new, Some((NewDesk::OnServer, _))) {
            store.make_room()?;
        }
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
        let (stats, seal) = (writer.stats()?, writer.head()?);
        let placed = match new {
            Some((new, path)) => {
                writer.commit()?;
                store.bring_in(new, path)?
            }
            None => FilePlaced::default(),
        };
        Ok(Received {
            stats,
            seal,
            placed,
        })
    }

    /// On a server a desk that takes a record is there until the record is.
    fn make_room(&self) -> Result<(), StoreError> {
        if self.engine.is_empty()? {
            return Ok(());
        }
        schema::known(&*self.engine)?;
        self.must_be_untouched()?;
        self.engine.clear()
    }

    /// Gives a whole record its name. A desk that is there is overwritten as one change for those
    /// who have it open, when it still takes a record under the writer's lock.
    fn bring_in(self, new: NewDesk, path: &Path) -> Result<FilePlaced, StoreError> {
        self.engine.prepare_to_write()?;
        let NewDesk::File(new) = new else {
            self.engine.keep()?;
            return Ok(FilePlaced::default());
        };
        if takes_new(path) {
            drop(self);
            return place_new(new, path);
        }
        must_be_no_link(path)?;
        let still_may = || Store::takes_record(path);
        self.engine.copy_over(path, path, &still_may)?;
        Ok(FilePlaced::default())
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
    ) -> Result<(), ReceiveError> {
        let walked = self.walked(|_| {})?;
        if let Some(finding) = walked.findings.first() {
            return Err(LineFault::Flawed(finding.says.clone()).into());
        }
        for (entry, by, stands) in &walked.undone {
            self.engine.run(UNDONE, args![*entry, *by, *stands])?;
        }
        for (key, entry) in &walked.once {
            self.engine.run(REMEMBER, args![key.as_str(), *entry])?;
        }
        Ok(self.write_words(&walked.words(words_of))?)
    }
}
