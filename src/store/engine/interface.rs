//! What the store asks of an engine, whichever it is.

use std::path::Path;
use std::time::Duration;

use super::cell::{Arg, ColumnError, EngineRow, RowCells};
use crate::core::time::Instant;
use crate::store::error::StoreError;

/// How long a write waits for another before it gives up.
pub(in crate::store::engine) const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// What a command is going to do with the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    Read,
    Write,
}

/// What a transaction is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) enum TransactionPurpose {
    /// All reads see the same state; nobody waits for it.
    Snapshot,
    /// The writer's lock from the first moment, so that what is read stays true until the commit.
    Write,
}

/// How an engine keeps which words stand in which tickets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) enum TextIndex {
    /// A table that is asked by `MATCH`, and tells the newest first.
    Fts5,
    /// A column of words with their places.
    #[cfg_attr(not(feature = "postgres"), allow(dead_code, reason = "PostgreSQL"))]
    TsVector,
}

/// What stands in a desk's database to say that it is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) struct Stamp {
    /// Whose database it is.
    pub application: i64,
    /// Of the schema.
    pub version: i64,
}

/// Takes each row of an answer, until it fails.
pub(in crate::store) type RowVisitor<'v> = dyn FnMut(&dyn EngineRow) -> Result<(), RowError> + 'v;

/// One connection to one desk.
///
/// Outside a transaction each statement sees the newest state that was committed, and a write is
/// a transaction of its own. Statements are told by their text and kept prepared. Where a statement
/// of a transaction fails, nothing follows on it: the transaction is taken back.
pub(in crate::store) trait Engine {
    /// How messages call the place of the desk.
    fn path(&self) -> &Path;

    /// Runs a statement that returns nothing; answers how many rows it touched.
    fn run(&self, text: &str, args: &[Arg<'_>]) -> Result<usize, StoreError>;

    /// Gives each row of an answer to `visit`.
    fn visit(
        &self,
        text: &str,
        args: &[Arg<'_>],
        visit: &mut RowVisitor<'_>,
    ) -> Result<(), RowError>;

    /// Runs statements without arguments, parted by semicolons at the ends of lines.
    fn script(&self, text: &str) -> Result<(), StoreError>;

    /// Makes all that a schema's statements make, in a database that has none of it.
    fn make(&self, statements: &[&'static str]) -> Result<(), StoreError> {
        self.script(&statements.join(";\n"))
    }

    /// Begins a transaction, where none is under way.
    ///
    /// # Errors
    /// Somebody else wrote for as long as we are willing to wait.
    fn start(&self, purpose: TransactionPurpose) -> Result<(), StoreError>;

    /// Makes the transaction's writes stand. When it fails nothing was written; no transaction is
    /// under way afterwards in either case.
    fn commit(&self) -> Result<(), StoreError>;

    /// Takes the transaction back, if one is under way.
    fn roll_back(&self);

    /// Whether a transaction of ours is under way.
    fn is_in_transaction(&self) -> bool;

    /// What may be written now. Temporary tables count.
    fn access(&self) -> Result<Access, StoreError>;

    /// Lets a reader make temporary tables, or ends that.
    fn set_access(&self, access: Access) -> Result<(), StoreError>;

    /// What says that the database is a desk.
    fn stamp(&self) -> Result<Stamp, StoreError>;

    /// Says that the database is a desk.
    fn set_stamp(&self, stamp: Stamp) -> Result<(), StoreError>;

    /// Whether nothing stands in the database.
    fn is_empty(&self) -> Result<bool, StoreError>;

    /// In what the database is not made by these statements and nothing else, if in anything.
    fn difference(&self, made_by: &[&'static str]) -> Result<Option<String>, StoreError>;

    /// Until the transaction ends a row may name one that is not there.
    fn defer_references(&self) -> Result<(), StoreError>;

    /// Whether what is kept ends too early to be read.
    fn is_cut_short(&self) -> Result<bool, StoreError> {
        Ok(false)
    }

    /// Where what is kept contradicts itself, whatever the rows mean.
    fn broken_pages(&self) -> Result<Vec<String>, StoreError>;

    /// The rows that name others which are not there.
    fn broken_keys(&self) -> Result<Vec<String>, StoreError>;

    /// Before the first write: readers and the writer are to be independent of each other.
    fn prepare_to_write(&self) -> Result<(), StoreError> {
        Ok(())
    }

    /// Lets who was let in to read write from now on, until its access is set to reading again.
    /// False where that cannot be: then it takes another connection.
    fn begin_writing(&self) -> Result<bool, StoreError> {
        Ok(false)
    }

    /// Writes all anew, so that nothing of what was deleted is left in it.
    fn rewrite(&self) -> Result<(), StoreError>;

    /// Leaves nothing of older states beside the newest one. False when somebody was still reading
    /// them for as long as `timeout`.
    fn forget_older_states(&self, timeout: Duration) -> Result<bool, StoreError>;

    /// Copies what is committed now over whatever database is in the file `name`; messages call it
    /// `path`. Others who have it open see the change as one, and what was there is there until
    /// then. `still_may` is asked when nobody else can write there any more; what it fails with
    /// leaves everything as it is.
    fn copy_over(
        &self,
        path: &Path,
        name: &Path,
        still_may: &dyn Fn() -> Result<(), StoreError>,
    ) -> Result<(), StoreError>;

    /// How many bytes are kept.
    fn size(&self) -> Result<u64, StoreError>;

    /// How older states are kept for those who read them.
    fn journal(&self) -> Result<String, StoreError>;

    /// How words are looked for.
    fn text_index(&self) -> TextIndex {
        TextIndex::Fts5
    }

    /// What its own clock showed when it was opened; none where the machine's is the only one.
    fn clock(&self) -> Option<Instant> {
        None
    }

    /// Makes a desk that was created stand.
    fn keep(&self) -> Result<(), StoreError> {
        Ok(())
    }

    /// Takes out a desk that was founded and nothing else, for another in its place. Part of a
    /// creation.
    fn clear(&self) -> Result<(), StoreError> {
        Err(StoreError::bug("a file is replaced, not cleared"))
    }

    /// Whether it is read as one that does not change, because it cannot be locked.
    fn is_read_at_rest(&self) -> bool {
        false
    }

    /// Whether all that was read so far was of one state that nobody wrote to. Only a reader that
    /// could not lock it has to ask.
    fn undisturbed(&self) -> bool {
        true
    }
}

impl dyn Engine + '_ {
    /// Begins a transaction.
    pub(in crate::store) fn begin(
        &self,
        purpose: TransactionPurpose,
    ) -> Result<Transaction<'_>, StoreError> {
        if self.is_in_transaction() {
            return Err(StoreError::bug("a transaction inside a transaction"));
        }
        self.start(purpose)?;
        Ok(Transaction {
            engine: self,
            over: false,
        })
    }

    /// Gives each row to `read` until it fails.
    pub(in crate::store) fn each(
        &self,
        text: &str,
        args: &[Arg<'_>],
        mut read: impl FnMut(&mut RowCells<'_>) -> Result<(), RowError>,
    ) -> Result<(), StoreError> {
        let visited = self.visit(text, args, &mut |row| read(&mut RowCells::of(row)));
        visited.map_err(|error| match error {
            RowError::ColumnError(unfit) => StoreError::damaged(
                self.path(),
                format!("column {} of a row does not fit: {text}", unfit.column + 1),
            ),
            RowError::Failed(error) => error,
        })
    }

    /// All rows.
    pub(in crate::store) fn rows<T>(
        &self,
        text: &str,
        args: &[Arg<'_>],
        read: impl Fn(&mut RowCells<'_>) -> Result<T, ColumnError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut all = Vec::new();
        self.each(text, args, |cells| {
            all.push(read(cells)?);
            Ok(())
        })?;
        Ok(all)
    }

    /// The first row, if there is one.
    pub(in crate::store) fn first<T>(
        &self,
        text: &str,
        args: &[Arg<'_>],
        read: impl Fn(&mut RowCells<'_>) -> Result<T, ColumnError>,
    ) -> Result<Option<T>, StoreError> {
        Ok(self.rows(text, args, read)?.into_iter().next())
    }

    /// The single row of a statement that always has one.
    pub(in crate::store) fn one<T>(
        &self,
        text: &str,
        args: &[Arg<'_>],
        read: impl Fn(&mut RowCells<'_>) -> Result<T, ColumnError>,
    ) -> Result<T, StoreError> {
        self.first(text, args, read)?
            .ok_or_else(|| StoreError::damaged(self.path(), format!("a row is missing: {text}")))
    }

    /// Makes or drops something temporary, which a reader may do as well: it is in no file.
    pub(in crate::store) fn scratch(&self, text: &str) -> Result<(), StoreError> {
        let before = self.access()?;
        self.set_access(Access::Write)?;
        let made = self.script(text);
        self.set_access(before)?;
        made
    }
}

/// Why a walk over rows stopped.
#[derive(Debug)]
pub(in crate::store) enum RowError {
    ColumnError(ColumnError),
    Failed(StoreError),
}

impl From<ColumnError> for RowError {
    fn from(unfit: ColumnError) -> RowError {
        RowError::ColumnError(unfit)
    }
}

impl From<StoreError> for RowError {
    fn from(error: StoreError) -> RowError {
        RowError::Failed(error)
    }
}

/// A transaction; what is not committed is taken back when it goes out of scope.
pub(in crate::store) struct Transaction<'e> {
    engine: &'e dyn Engine,
    over: bool,
}

impl Transaction<'_> {
    pub(in crate::store) fn commit(mut self) -> Result<(), StoreError> {
        self.over = true;
        self.engine.commit()
    }
}

impl Drop for Transaction<'_> {
    fn drop(&mut self) {
        if !self.over {
            self.engine.roll_back();
        }
    }
}
