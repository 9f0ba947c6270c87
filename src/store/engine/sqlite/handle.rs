//! A connection to a SQLite database, set up as all of ours are, wherever the database is.

use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::busy::{BusyTimeout, BusyWait};
use super::fault::{contradicting, explain};
use crate::store::engine::cell::{Arg, RowCells};
use crate::store::engine::difference::names_nobody;
use crate::store::engine::interface::{Access, RowError, RowVisitor, Stamp};
use crate::store::error::StoreError;
use crate::store::interrupt;

/// Set on every connection. FULL: what a command reported as done survives a power cut. The log is
/// folded into the file when it has grown long, by the write that made it so long, and not
/// whenever somebody leaves: that would be four more waits for the disk with every write. 8 MB of
/// pages stay at hand: a period of a customer's clocks is read twice.
const PRAGMAS: &str = "\
    PRAGMA synchronous = FULL;\
    PRAGMA foreign_keys = ON;\
    PRAGMA trusted_schema = OFF;\
    PRAGMA temp_store = MEMORY;\
    PRAGMA cache_size = -8192;\
    PRAGMA journal_size_limit = 67108864;\
    PRAGMA wal_autocheckpoint = 0;";

/// Nothing is set before the first look into a database.
pub(super) const NOTHING: &str = "";

/// After so many steps of a statement the engine looks whether it is to end.
#[cfg(not(test))]
const STEPS_BETWEEN_LOOKS: std::ffi::c_int = 100_000;

/// Each row is looked for in each index: what was read stays at hand, as far as 32 MB reach.
const ROOM_TO_CHECK: &str = "PRAGMA cache_size = -32768";

/// How SQLite calls a database that is in no file.
#[cfg(test)]
const MEMORY: &str = ":memory:";

statements! {
    PAGES: "PRAGMA integrity_check(20)" => "";
    KEYS: "PRAGMA foreign_key_check" => "";
}

/// A connection.
pub(in crate::store::engine) struct Handle {
    pub(super) connection: Connection,
    pub(super) path: PathBuf,
    pub(super) patience: BusyTimeout,
}

impl Handle {
    /// Opens the file called `name`; messages call it `path`. `first` is set before the first look
    /// into it.
    pub(super) fn open(
        path: &Path,
        name: &Path,
        flags: OpenFlags,
        first: &str,
    ) -> Result<Handle, StoreError> {
        let fail = |error| explain(path, "opening", error);
        let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = Connection::open_with_flags(name, flags).map_err(fail)?;
        let patience = BusyTimeout::default();
        let mut wait = BusyWait::new(patience.clone(), seed());
        connection
            .busy_handler(Some(move |before| wait.once_more(before)))
            .map_err(fail)?;
        for (config, on) in [
            (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
            (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
            (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
            // otherwise a statement is planned anew whenever other values are bound to it
            (DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true),
            (DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true),
        ] {
            connection.set_db_config(config, on).map_err(fail)?;
        }
        connection.set_prepared_statement_cache_capacity(128);
        #[cfg(test)]
        steps::count(&mut connection).map_err(fail)?;
        #[cfg(not(test))]
        connection
            .progress_handler(STEPS_BETWEEN_LOOKS, Some(interrupt::is_asked))
            .map_err(fail)?;
        connection.execute_batch(first).map_err(fail)?;
        connection.execute_batch(PRAGMAS).map_err(fail)?;
        let handle = Handle {
            connection,
            path: path.to_owned(),
            patience,
        };
        // The first look into the file: what is no database shows here.
        handle.number("PRAGMA schema_version")?;
        Ok(handle)
    }

    /// An empty database that nobody else sees.
    #[cfg(test)]
    pub(in crate::store::engine) fn in_memory() -> Result<Handle, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        Handle::open(Path::new(MEMORY), Path::new(MEMORY), flags, NOTHING)
    }

    pub(in crate::store::engine) fn path(&self) -> &Path {
        &self.path
    }

    pub(in crate::store::engine) fn run(
        &self,
        text: &str,
        args: &[Arg<'_>],
    ) -> Result<usize, StoreError> {
        unless_interrupted()?;
        let run = || {
            self.connection
                .prepare_cached(text)?
                .execute(rusqlite::params_from_iter(args))
        };
        run().map_err(|error| self.fault("writing to", error))
    }

    pub(in crate::store::engine) fn visit(
        &self,
        text: &str,
        args: &[Arg<'_>],
        visit: &mut RowVisitor<'_>,
    ) -> Result<(), RowError> {
        #[cfg(test)]
        reads::note(text, args);
        let fail = |error| self.fault("reading", error);
        let mut statement = self.connection.prepare_cached(text).map_err(fail)?;
        let mut rows = statement
            .query(rusqlite::params_from_iter(args))
            .map_err(fail)?;
        while let Some(row) = rows.next().map_err(fail)? {
            unless_interrupted()?;
            visit(row)?;
        }
        Ok(())
    }

    pub(in crate::store::engine) fn script(&self, text: &str) -> Result<(), StoreError> {
        self.connection
            .execute_batch(text)
            .map_err(|error| self.fault("writing to", error))
    }

    pub(in crate::store::engine) fn defer_references(&self) -> Result<(), StoreError> {
        self.script("PRAGMA defer_foreign_keys = ON")
    }

    pub(in crate::store::engine) fn is_in_transaction(&self) -> bool {
        !self.connection.is_autocommit()
    }

    /// Ends a transaction without its writes, if one is under way. A failed commit may have ended
    /// it already (disk full); and a rollback that fails leaves nothing behind that the next
    /// opening would not roll back.
    pub(in crate::store::engine) fn roll_back(&self) {
        if self.is_in_transaction() {
            let _ = self.connection.execute_batch("ROLLBACK");
        }
    }

    pub(in crate::store::engine) fn access(&self) -> Result<Access, StoreError> {
        Ok(match self.number("PRAGMA query_only")? {
            0 => Access::Write,
            _ => Access::Read,
        })
    }

    pub(in crate::store::engine) fn set_access(&self, access: Access) -> Result<(), StoreError> {
        self.script(match access {
            Access::Read => "PRAGMA query_only = ON",
            Access::Write => "PRAGMA query_only = OFF",
        })
    }

    pub(in crate::store::engine) fn stamp(&self) -> Result<Stamp, StoreError> {
        Ok(Stamp {
            application: self.number("PRAGMA application_id")?,
            version: self.number("PRAGMA user_version")?,
        })
    }

    pub(in crate::store::engine) fn set_stamp(&self, stamp: Stamp) -> Result<(), StoreError> {
        let Stamp {
            application,
            version,
        } = stamp;
        self.script(&format!(
            "PRAGMA application_id = {application}; PRAGMA user_version = {version}"
        ))
    }

    pub(in crate::store::engine) fn broken_pages(&self) -> Result<Vec<String>, StoreError> {
        self.script(ROOM_TO_CHECK)?;
        let mut says = self.texts(PAGES)?;
        says.retain(|line| line != "ok");
        Ok(says)
    }

    pub(in crate::store::engine) fn broken_keys(&self) -> Result<Vec<String>, StoreError> {
        let mut says = Vec::new();
        self.each(KEYS, |cells| {
            let (table, row): (String, Option<i64>) = (cells.take()?, cells.take()?);
            let parent: String = cells.take()?;
            let row = row.map_or_else(String::new, |row| format!(" {row}"));
            says.push(names_nobody(&format!("{table}{row}"), &parent));
            Ok(())
        })?;
        Ok(says)
    }

    pub(in crate::store::engine) fn rewrite(&self) -> Result<(), StoreError> {
        self.script("VACUUM")
    }

    /// How many bytes its pages have.
    #[cfg(test)]
    pub(in crate::store::engine) fn size(&self) -> Result<u64, StoreError> {
        let pages = self.number("PRAGMA page_count")? * self.number("PRAGMA page_size")?;
        Ok(pages.unsigned_abs())
    }

    /// How the log is kept.
    pub(in crate::store::engine) fn journal(&self) -> Result<String, StoreError> {
        Ok(self.texts("PRAGMA journal_mode")?.concat())
    }

    /// The number that a pragma answers.
    pub(super) fn number(&self, pragma: &str) -> Result<i64, StoreError> {
        let mut number = 0;
        self.each(pragma, |cells| {
            number = cells.take()?;
            Ok(())
        })?;
        Ok(number)
    }

    /// The texts that a pragma answers.
    fn texts(&self, pragma: &str) -> Result<Vec<String>, StoreError> {
        let mut texts = Vec::new();
        self.each(pragma, |cells| {
            texts.push(cells.take()?);
            Ok(())
        })?;
        Ok(texts)
    }

    /// Rows that SQLite itself makes, or keeps of the database.
    pub(super) fn each(
        &self,
        text: &str,
        mut read: impl FnMut(&mut RowCells<'_>) -> Result<(), RowError>,
    ) -> Result<(), StoreError> {
        let visited = self.visit(text, &[], &mut |row| read(&mut RowCells::of(row)));
        visited.map_err(|error| match error {
            RowError::ColumnError(_) => {
                StoreError::damaged(&self.path, "what is known of its tables cannot be read")
            }
            RowError::Failed(error) => error,
        })
    }

    /// What an error means. A row that cannot stand beside those that are there was worked out
    /// from them in the same transaction: either they contradict each other, or this program is
    /// wrong. The pages and the keys tell which.
    pub(super) fn fault(&self, doing: &'static str, error: rusqlite::Error) -> StoreError {
        let refused = error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation);
        match refused && self.contradicts_itself() {
            true => contradicting(&self.path, error),
            false => explain(&self.path, doing, error),
        }
    }

    fn contradicts_itself(&self) -> bool {
        let broken = || Ok::<_, StoreError>([self.broken_pages()?, self.broken_keys()?].concat());
        // What cannot be looked through is broken too.
        broken().map_or(true, |broken| !broken.is_empty())
    }
}

/// Goes on, unless somebody asked for an end.
fn unless_interrupted() -> Result<(), StoreError> {
    match interrupt::is_asked() {
        true => Err(StoreError::Interrupted),
        false => Ok(()),
    }
}

/// Differs from process to process and from connection to connection.
fn seed() -> u64 {
    use std::hash::{BuildHasher, RandomState};
    RandomState::new().hash_one(std::process::id())
}

/// What is asked of the engine, with its values.
#[cfg(test)]
pub(crate) mod reads {
    use std::cell::RefCell;

    use crate::store::engine::cell::Arg;

    thread_local! {
        static READS: RefCell<Option<Vec<String>>> = const { RefCell::new(None) };
    }

    /// What this thread asks while it does that, in order.
    pub(crate) fn of(act: impl FnOnce()) -> Vec<String> {
        READS.set(Some(Vec::new()));
        act();
        READS.take().unwrap_or_default()
    }

    pub(super) fn note(text: &str, args: &[Arg<'_>]) {
        READS.with_borrow_mut(|reads| {
            if let Some(reads) = reads {
                reads.push(format!("{text} {args:?}"));
            }
        });
    }
}

/// How much the engine does, as its own steps: those of its full-text search with them.
#[cfg(test)]
pub(in crate::store) mod steps {
    use std::cell::Cell;

    use rusqlite::Connection;

    thread_local! {
        static STEPS: Cell<u64> = const { Cell::new(0) };
    }

    /// Those of this thread so far.
    pub(in crate::store) fn taken() -> u64 {
        STEPS.get()
    }

    pub(super) fn count(connection: &mut Connection) -> rusqlite::Result<()> {
        let one_more = || {
            STEPS.set(STEPS.get() + 1);
            false
        };
        connection.progress_handler(1, Some(one_more))
    }
}
