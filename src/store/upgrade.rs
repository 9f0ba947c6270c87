//! Bringing a desk's file to this version's schema, with a copy of the old one beside it.

use std::path::{Path, PathBuf};

use super::as_of::AsOf;
use super::engine::{self, Access, Stamp, TransactionPurpose};
use super::error::StoreError;
use super::event::StoredEvent;
use super::file::is_free;
use super::place::FilePlaced;
use super::schema::{self, VERSION};
use super::writer::NewEntry;
use super::{Store, seal::Seal};
use crate::core::model::{EventId, Stream};

/// A file that was brought further.
#[derive(Debug)]
pub(crate) struct Upgraded {
    /// The schema that it had.
    pub from: i64,
    /// The copy of what it was.
    pub backup: PathBuf,
    pub placed: FilePlaced,
    /// Of the record, which is the same.
    pub seal: Seal,
}

impl Store {
    /// Brings a desk of an earlier schema to this one, once a copy of it stands beside it. None
    /// where it has this schema already. `texts` says what of a ticket's history the search finds;
    /// `seen` is told of every ticket how many there are.
    ///
    /// # Errors
    /// It is no desk, of a newer schema, or damaged; the copy or the file cannot be written. Then
    /// it is as it was.
    pub(crate) fn upgrade(
        path: &Path,
        by: NewEntry,
        texts: impl Fn(&[StoredEvent]) -> Vec<String>,
        mut seen: impl FnMut(usize),
    ) -> Result<Option<Upgraded>, StoreError> {
        let store = Store::on(engine::open(path, Access::Write)?);
        store.engine.prepare_to_write()?;
        let transaction = store.engine.begin(TransactionPurpose::Write)?;
        let Stamp { version: from, .. } = schema::known(&*store.engine)?;
        if from == VERSION {
            return Ok(None);
        }
        let backup = free_name(path, from);
        // who writes cannot be copied from: somebody beside, while nobody else can write
        let beside = Store::on(engine::open(path, Access::Read)?);
        let made = beside.backup(&backup)?;
        drop(beside);
        schema::upgrade(&*store.engine)?;
        let mut writer = store.writer(transaction, by)?;
        let numbers = writer.tickets_after(EventId(0))?;
        for number in &numbers {
            let number = *number;
            let history = writer.history(Stream::Ticket(number), AsOf::All)?;
            writer.index(number, &texts(&history))?;
            seen(numbers.len());
        }
        writer.commit()?;
        Ok(Some(Upgraded {
            from,
            backup,
            placed: made.placed,
            seal: made.seal,
        }))
    }
}

/// A name beside the desk that is not taken: `desk-schema-1.db`.
fn free_name(path: &Path, schema: i64) -> PathBuf {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy());
    let stem = stem.as_deref().unwrap_or("desk");
    let end = path
        .extension()
        .map(|end| format!(".{}", end.to_string_lossy()));
    let end = end.unwrap_or_default();
    let first = path.with_file_name(format!("{stem}-schema-{schema}{end}"));
    let more = (2..).map(|n| path.with_file_name(format!("{stem}-schema-{schema}-{n}{end}")));
    let mut names = std::iter::once(first).chain(more);
    names.find(|name| is_free(name)).expect("names have no end")
}
